"""When, where and in which named case an event of a sentence happened."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.phrases import reduced
from graph.extract.clauses.subjects import before_interpolation
from graph.extract.discourse.story import Story
from graph.extract.language.grammar import lists
from graph.extract.language.lexicon import words
from graph.extract.link import End

__all__ = ["Circumstances", "case_of", "circumstances"]

IN = frozenset({"in", "at", "near", "outside", "on", "from", "inside", "within", "off"})
DATELINE = re.compile(r"\s?(?:\([^()]{2,20}\)\s?)?(?:-{1,2}|–|—)\s")  # what follows the date
STOPS = frozenset("VSR;:")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The date as ISO text ("" if none), the place and the named case of an event."""

    date: str = ""
    place: End | None = None
    case: End | None = None
    yearless: bool = False  # the text gives no year: the calendar's guess may be off by one


def circumstances(story: Story, sentence: int, at: int) -> Circumstances:
    """Gather what surrounds the event whose verb or noun stands at a position."""
    view = story.view(sentence)
    index, place = _date(view, at), _place(view, at)
    date = view.span(index) if index >= 0 else None
    return Circumstances(
        date.name if date else "",
        (sentence, place) if place >= 0 else None,
        case_of(story, sentence, at),
        yearless=date is not None and date.name[:4] not in view.text[date.start : date.end],
    )


def _date(view: Clauses, at: int) -> int:
    """Index of the date span of the clause: inside the noun phrase, behind the event, before it, or opening."""
    items = view.items
    inner = [index for index in items[at].inner if view.span(index).kind == "date"]
    if inner:
        return inner[0]
    judged = _judged(items, at)
    if not judged and at and items[at - 1].tag == "D" and (items[at - 1].owns or items[at].tag == "N"):
        return items[at - 1].spans[0]
    before = items[at]
    for item in _outside(items[at + 1 : _end(items, at)]):
        if item.tag == "D":
            return item.spans[0]
        if item.tag == "N" and not item.prep and before.tag == ",":
            break  # an apposition tells of other things
        within = [index for index in item.inner if view.span(index).kind == "date"]
        if within and item.prep:
            return within[0]
        before = item

    def date(k: int) -> int:
        return items[k].spans[0] if items[k].tag == "D" and not _of_report(view, items[k]) else -1

    return -1 if judged else _earlier(items, at, date)


def _judged(items: list[Item], at: int) -> bool:
    """Tell what somebody is accused of, or tried for: "charged in 2008 with killing X" dates the charge."""
    if not items[at].prep:
        return False
    verb = next((item for item in reversed(items[:at]) if item.tag not in "ND,A"), None)
    return verb is not None and verb.tag == "V" and verb.head in lists("judging", "events")


def _of_report(view: Clauses, item: Item) -> bool:
    """Tell the date of a dateline, which is when the report was written: "TARMA, June 20 (EFE) - Police arrested X"."""
    return not item.prep and DATELINE.match(view.text, item.end) is not None


def _outside(items: list[Item]) -> list[Item]:
    """Items that stand in no parenthesis: a date of birth is not the event's."""
    kept, depth = [], 0
    for item in items:
        depth += (item.tag == "(") - (item.tag == ")" and depth > 0)
        if not depth:
            kept.append(item)
    return kept


def _place(view: Clauses, at: int) -> int:
    """Index of the place span of the clause."""
    items = view.items

    def place(k: int) -> int:
        item = items[k]
        if item.tag != "N" or item.prep not in IN or not item.spans or view.span(item.spans[0]).kind != "place":
            return _area(view, k)
        money = "currency" in view.text[item.end : item.end + 24]  # "in U.S. and local currency"
        return -1 if money else item.spans[0]

    for k in range(at + 1, _end(items, at, stowed=True)):
        if items[k].prep != "from" and (found := place(k)) >= 0:
            return found
    where = next((k for k in range(at - 1, max(-1, at - 4), -1) if items[k].head == "where"), -1)
    if where > 0:  # "extradited to X, where he was jailed"
        before = [item for item in items[max(0, where - 4) : where] if item.tag == "N" and item.spans]
        if before and view.span(before[-1].spans[0]).kind == "place":
            return before[-1].spans[0]
    return _earlier(items, at, place)


def _area(view: Clauses, at: int) -> int:
    """Index of the place in "the central state of X", "a rural area of the town of X", "the X airport", "an X jail"."""
    item = view.items[at]
    if item.tag != "N" or item.prep not in IN - {"from"} or item.spans or not _is_area(item.head):
        return -1
    inner = [index for index in item.inner if view.span(index).kind == "place"]
    if inner:
        return inner[-1]
    for following in view.items[at + 1 :]:
        if following.tag != "N" or following.prep != "of":
            break
        if following.spans:
            return following.spans[0] if view.span(following.spans[0]).kind == "place" else -1
    return -1


def _is_area(head: str) -> bool:
    """Tell a noun for a place: "state", "streets", "airport", "jail"."""
    kinds = words("place_nouns") | words("place_nouns_of") | lists("confined", "events")
    return head in kinds or head.removesuffix("s") in kinds


def _end(items: list[Item], at: int, *, stowed: bool = False) -> int:
    """Position behind what belongs to an event: up to the next clause, participles of naming included.

    ``stowed``: also participles that say how something lay: "found 40 kilos hidden in a truck in Tarma".
    """
    told = items[at].tag == "N"
    for k in range(at + 1, len(items)):
        if items[k].tag in STOPS and items[k].head != "as":
            if stowed and items[k].tag == "V" and reduced(items[k]) and items[k].head in lists("stowed", "events"):
                continue
            named = items[k].tag == "V" and items[k].voice == "bare" and items[k].head in lists("naming", "events")
            if not named and not (told and items[k].tag == "V" and items[k].head in lists("happens", "events")):
                return k
            told = told and named
    return len(items)


def _earlier(items: list[Item], at: int, wanted: Callable[[int], int]) -> int:
    """Index of the first span of an item that stands before an event in its clause, or that opens the sentence."""
    k = at
    while k > 0:
        k = _over_clause(items, k - 1)
        if items[k].tag in "SR;:":
            return -1
        if items[k].tag == "V":
            break
        if (found := wanted(k)) >= 0:
            return found
    opening = 0
    while opening < len(items) and items[opening].tag in 'DN,"' and opening < at:
        if (found := wanted(opening)) >= 0:
            return -1 if any(item.tag in ";:" for item in items[:at]) else found
        if items[opening].tag == "N" and not items[opening].prep:
            break
        opening += 1
    return -1


def _over_clause(items: list[Item], at: int) -> int:
    """Go back over ", who headed it in 2004," and ", born in 1970,": their dates and places are their own."""
    if items[at].tag != ",":
        return at
    start = before_interpolation(items, at)
    first = items[min(start + 1, at)]
    return at if first.tag in "DA" or (first.tag == "N" and first.prep) else start


def case_of(story: Story, sentence: int, at: int = 0) -> End | None:
    """Give the named case that a sentence stands in: named in the same part of it, or by the heading above."""
    view = story.view(sentence)
    first, last = _part(view.items, at)
    named = [
        (_distance(view.items, at, k), index)
        for k, item in enumerate(view.items[first:last], first)
        for index in (*item.inner, *item.spans)
        if view.span(index).kind == "case"
    ]
    if named:
        return sentence, min(named)[1]
    heading = story.annotated[sentence].sentence.heading
    return story.headings.get(heading) if heading else None


def _distance(items: list[Item], at: int, case: int) -> tuple[int, int]:
    """How far a case stands from an event: behind it in its clause, before it in its clause, elsewhere."""
    between = items[at + 1 : case] if case > at else items[case + 1 : at]
    if any(item.tag == "V" for item in between):
        return 2, abs(case - at)
    return (0 if case >= at else 1), abs(case - at)


def _part(items: list[Item], at: int) -> tuple[int, int]:
    """The stretch between semicolons around a position."""
    first = next((k + 1 for k in range(at - 1, -1, -1) if items[k].tag == ";"), 0)
    last = next((k for k in range(at, len(items)) if items[k].tag == ";"), len(items))
    return first, last
