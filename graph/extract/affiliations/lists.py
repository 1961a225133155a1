"""Lists: names one a line, to which the line above the list gives a relation ("In prison in Peru:")."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.offices import Office, vocabulary
from graph.extract.affiliations.skeleton import skeleton
from graph.extract.affiliations.slots import Skeleton
from graph.extract.link import End, Link
from graph.extract.text import Annotated, Span

__all__ = ["lists"]

_WORD = re.compile(r"[^\W\d_]+")
_INDENT = 24  # characters before a name: "1st accused: "
_EXTRA = 24  # characters beside a name: ", 41, of Tarma"
_FRAMES = (  # relation, its target, type of the case, list of words that the lead has one of
    ("DETAINED_IN", "place", "detention", "detained"),
    ("KILLED_IN", "case", "killing", "killed"),
    ("ARRESTED_IN", "case", "arrest", "arrested"),
    ("VICTIM_IN", "case", "incident", "victims"),
    ("SUSPECT_IN", "case", "investigation", "accused"),
)


def lists(annotated: Sequence[Annotated]) -> list[Link]:
    """Give each person who is an item of a list the relation that the list's lead states, the item being the quote."""
    links: list[Link] = []
    leads: dict[tuple[int, str], list[tuple[str, End, Office | None]]] = {}
    for index, each in enumerate(annotated):
        lead = each.sentence.lead
        if each.sentence.kind != "item" or not lead:
            continue
        person = next((number for number, span in enumerate(each.spans) if span.kind == "person"), None)
        if person is None or each.spans[person].left > _INDENT or not (lead.endswith(":") or _bare(each, person)):
            continue
        key = (each.sentence.paragraph, lead)
        if key not in leads:
            leads[key] = list(_said(annotated, index, lead))
        for kind, target, office in leads[key]:
            quote = (index, 0, len(each.sentence.text))
            properties = {"role": office.word} if office else {}
            links.append(Link(kind, (index, person), target, quote, "asserted", 0.85, "list", properties))
    return links


def _bare(each: Annotated, person: int) -> bool:
    """Tell an item that is little more than a name, so that its lead needs no colon."""
    span = each.spans[person]
    return len(each.sentence.text) - (span.end - span.start) < _EXTRA


def _said(annotated: Sequence[Annotated], index: int, lead: str) -> Iterator[tuple[str, End, Office | None]]:
    """Relations that a lead gives to the items under it."""
    at = next((k for k in range(index - 1, max(-1, index - 80), -1) if annotated[k].sentence.text == lead), None)
    if at is None:
        return
    made = skeleton(annotated, at)
    yield from _bodies(made)
    words = set(_WORD.findall(lead.lower()))
    for relation, kind, type_, name in _FRAMES:
        if words.isdisjoint(listed(name)):
            continue
        place = _place(annotated[at], at)
        if kind == "case":
            yield relation, _case(annotated[at], at, type_), None
        elif place:
            yield relation, place, None
        return


def _bodies(made: Skeleton) -> Iterator[tuple[str, End, Office | None]]:
    """Read "Members of the cartel:", which makes each item a member."""
    found = re.search(r"(<[HI]\d+>) (?:of|in|for|from) (?:the )?(?:[a-z]+ )?(<[KGAOk]\d+>)", made.line)
    if found and (office := made.slot(found[1]).office):
        kinds = {"K": "gang", "G": "gang", "k": "gang", "A": "org", "O": "org"}
        relation = _says(office, kinds[found[2][1]])
        if relation:
            yield relation, made.slot(found[2]).ends[0], office


def _says(office: Office, kind: str) -> str:
    return vocabulary().says.get(office.group, {}).get(kind, "")


def _place(each: Annotated, index: int) -> End | None:
    """The lead's place: the last of "in Lima, Peru" is less telling than the first."""
    for number, span in enumerate(each.spans):
        if span.kind == "place":
            return index, number
    return None


def _case(each: Annotated, index: int, type_: str) -> End:
    text = each.sentence.text.rstrip(" :")
    span = Span(
        0,
        len(text),
        "case",
        f"{type_.capitalize()}: {text}",
        0,
        len(text),
        0.7,
        "list",
        {"named": False, "type": type_},
    )
    return index, span
