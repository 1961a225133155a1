"""What stands around a verb or a noun: its objects, its prepositional phrases, who owns it, what is coordinated."""

from collections.abc import Sequence

from graph.extract.clauses.items import ACTORS, Clauses, Item
from graph.extract.language.grammar import humans, lists
from graph.extract.language.lexicon import demonyms

__all__ = [
    "CLAUSAL",
    "after",
    "by_phrase",
    "clause_end",
    "group",
    "kind",
    "objects",
    "opening",
    "reduced",
]

WITHIN = frozenset({"in", "within", "during", "than"})
SKIP = frozenset('DA"-')
CLAUSAL = frozenset("VSR;:")


def _is(item: Item, key: str) -> bool:
    """Tell whether an item's head is of a list of ``words/events.yaml``."""
    return item.head in lists(key, "events")


def objects(view: Clauses, verb: int) -> list[int]:
    """Positions of the noun phrases that are the direct object of the verb group at a position."""
    items = view.items
    for at in range(verb + 1, len(items)):
        item = items[at]
        if item.tag == "N":
            if not item.prep:
                if item.owns or (not item.spans and (_is(item, "moments") or _is(item, "results"))):
                    continue  # "X's brother Y", "last night"
                return group(view, at)
            if item.prep == "from" and items[at + 1 : at + 2] and items[at + 1].tag == "N" and not items[at + 1].prep:
                continue  # "took from X a gun"
            if item.prep in WITHIN and (_is(item, "moments") or item.head in {"less", "more"}):
                continue  # "killed in less than two days X and Y"
            place = _is(item, "confined") or (bool(item.spans) and view.span(item.spans[0]).kind == "place")
            if not (place and at + 1 < len(items) and items[at + 1].tag == "N" and not items[at + 1].prep):
                return []
        elif item.tag == "S" and item.head == "as" and view.text.startswith("hostage", item.end + 1):
            continue  # "taking as hostages X and Y"
        elif item.tag not in SKIP or item.tag == "-":
            return []
    return []


def group(view: Clauses, first: int) -> list[int]:
    """Positions of a noun phrase and those coordinated with it to the right: lists, appositions, "including"."""
    items = view.items[: _entry_end(view.items, first)]
    found, separated, at = [first], "", first + 1
    while at < len(items):
        item = items[at]
        if item.tag == "(":
            at = next((k for k in range(at, len(items)) if items[k].tag == ")"), at)
        elif item.tag in ',;:C-"A':
            separated = item.tag if item.tag in ",;:C-" else separated
        elif item.tag == "N":
            if items[at - 1].tag == ")" and not item.prep and item.spans:  # "HP (Harbour Police) director X"
                found[-1] = at
                at += 1
                continue
            joined = _joins(view, found, at, separated)
            if joined is None:
                break
            if joined:
                found.append(at)
                separated = ""
        elif item.tag in "RV" and (stop := _next_entry(items, at, found)):
            at = stop - 1
        elif item.tag != "D":
            break
        at += 1
    return _without_next_subject(items, found, at)


def _entry_end(items: Sequence[Item], first: int) -> int:
    """Where a noun phrase's own entry ends, if it stands in a relative clause of one: "A; B, who shot C; and D"."""
    start = next((k for k in range(first - 1, -1, -1) if items[k].tag == ";"), -1)
    if start < 0 or all(item.tag != "R" for item in items[start:first]):
        return len(items)
    return next((k for k in range(first, len(items)) if items[k].tag == ";"), len(items))


def _next_entry(items: Sequence[Item], at: int, found: Sequence[int]) -> int:
    """Where an entry ends that holds a clause: "X, nicknamed Y, and Z"; "X, a cook who fled; and Y"; 0 for nowhere."""
    if items[at].tag == "V" and _is(items[at], "naming") and items[at].voice == "bare":
        return next((k for k in range(at, len(items)) if items[k].tag in ",;C"), len(items))
    if not any(item.tag == ";" for item in items[found[0] : at]):
        return 0
    return next((k for k in range(at, len(items)) if items[k].tag == ";"), 0)


def _joins(view: Clauses, found: Sequence[int], at: int, separated: str) -> bool | None:
    """Tell whether a noun phrase belongs to a group, only stands inside of it, or (None) ends it."""
    item, first = view.items[at], view.items[found[0]]
    if item.owns:
        return False  # what it owns comes next
    if item.pronoun and item.pronoun == item.head and item.head not in {"him", "her", "them"}:
        return None
    same, wanted = kind(view, item), kind(view, first)
    owned = view.items[at - 1].tag == "N" and not view.items[at - 1].spans  # "of X, a grandson of Y"
    listed = item.prep in lists("company", "events") or (item.prep == first.prep and bool(item.prep) and not owned)
    if item.prep and not listed:
        return None if item.prep in {"by", "from", "after"} and same == "actor" else False
    last = next((each for each in reversed(view.items[:at]) if each.tag == "N"), first)
    if not (separated or listed) or _ends_before(first, wanted, separated, last):
        return None
    told = item.prep == "including" or _human(view.items[found[-1]], separated)
    if same == wanted or (same == "actor" and wanted == "plain" and told):
        return True
    return False if same == "plain" else None


def _ends_before(first: Item, wanted: str, mark: str, last: Item) -> bool:
    """Tell whether names behind a mark are others: "suspects in the murder of X: Y", "the murder of six men; X, Y".

    Not those that explain the last of a list: "X and three men: Y and Z".
    """
    announced = not last.prep and not last.spans and _counted(last)
    if mark == ":":
        return wanted == "actor" and not announced
    return mark == ";" and wanted == "plain" and first.prep == "of"


def _counted(item: Item) -> bool:
    """Tell a noun for several people: "three Norlanders", "two cooks"."""
    return item.head in humans() or (item.head.endswith("s") and item.head[:-1] in demonyms())


def _human(item: Item, separated: str) -> bool:
    """Tell whether names may explain a plain noun phrase: "five men: X, Y", "a fisherman, X"."""
    return separated == ":" or _counted(item) or _is(item, "states") or bool(item.pronoun) or bool(item.spans)


def _without_next_subject(items: Sequence[Item], found: list[int], end: int) -> list[int]:
    """Drop the last of a group when it is the subject of the verb that follows: "killed A, and B fled"."""
    if len(found) < 2 or end >= len(items) or items[end].tag != "V" or found[-1] != end - 1:
        return found
    verb, prep = items[end], items[found[0]].prep
    before = items[found[0] - 1] if found[0] else None
    listed = any(item.tag == "C" for item in items[found[0] : end])
    opened = before is not None and before.tag == "V" and before.form == "ing" and not listed  # "killing A, B fled"
    finite = verb.form != "ing" and (opened or verb.voice != "bare" or verb.head in lists("saying", "hedges"))
    between = {item.tag for item in items[found[-2] : end]}
    parted = bool(between & {",", ";"}) if prep else bool(between & {",", "C", ";"})
    return found[:-1] if finite and parted and prep != "between" else found


def kind(view: Clauses, item: Item) -> str:
    """Class of a noun phrase for coordination."""
    if not item.spans:
        return "actor" if item.inner and view.span(item.inner[-1]).kind in ACTORS else "plain"
    kind = view.span(item.spans[0]).kind
    return "actor" if kind in ACTORS else "quantity" if kind == "money" else kind


def by_phrase(view: Clauses, at: int) -> tuple[list[int], bool]:
    """Positions of the agents in the "by" phrases behind a position, and whether a hedge stands before them."""
    items = view.items
    found: list[int] = []
    hedged = False
    for k in range(at + 1, len(items)):
        item = items[k]
        if item.tag in CLAUSAL:
            break
        if item.tag == "A" and not found:
            hedged = hedged or item.head in lists("hedges", "hedges")
        if item.tag == "N" and item.prep == "by" and k not in found:
            while items[k].owns and items[k + 1 : k + 2] and items[k + 1].tag == "N":  # "by Norland's Harbour Police"
                k += 1  # noqa: PLW2901
            found += [g for g in group(view, k) if g not in found]
    return found, hedged


def after(view: Clauses, at: int, preps: frozenset[str] | set[str]) -> list[int]:
    """Positions of the noun phrases with one of the prepositions behind a position, up to the end of its clause."""
    found: list[int] = []
    for k in range(at + 1, clause_end(view, at)):
        item = view.items[k]
        if item.tag == "N" and item.prep in preps and k not in found:
            found += [g for g in group(view, k) if g not in found]
    return found


def clause_end(view: Clauses, at: int) -> int:
    """Position behind the clause in which a position stands."""
    for k in range(at + 1, len(view.items)):
        item = view.items[k]
        if item.tag in "SR;:" or (item.tag == "V" and not (item.form == "ing" or "to" in item.helpers)):
            return k
    return len(view.items)


def opening(items: Sequence[Item], at: int) -> int:
    """Go back from a closing parenthesis to its opening one."""
    for back in range(at - 1, -1, -1):
        if items[back].tag == "(":
            return back
    return at


def reduced(item: Item) -> bool:
    """Tell a participle that only describes the noun before it: "a cell arrested by the army"."""
    return item.voice == "bare" or (item.form == "ing" and not item.helpers)
