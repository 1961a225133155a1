"""Relations of an export against annotated ones: type and both ends must agree; a near type earns half."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.gold import Gold, Item, Link, fold, forms, kilograms

__all__ = ["Compared", "compare_links"]

_MEASURED = frozenset(
    {
        "signed", "linked_to", "member_of", "representative_of", "head_of", "works_for", "arrested", "detained_in",
        "killed", "released", "bribed", "met_with", "part_of", "accompanied", "seized_in",
    }
)  # fmt: skip
_NEAR = (
    frozenset({"head_of", "member_of", "works_for", "representative_of", "linked_to"}),
    frozenset({"arrested", "detained_in", "linked_to"}),
)
_IN_CASE = {"arrested_in": "arrested", "killed_in": "killed", "released_in": "released", "bribed_in": "bribed"}
_SYMMETRIC = frozenset({"linked_to", "met_with"})
_HELD = frozenset({"arrested", "detained_in"})
_AMOUNT = re.compile(r"([\d.]+) (.+?) (\S+)$")

Ids = Callable[[Item], set[str]]
Entities = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Compared:
    """A relation that was annotated, or one that was found."""

    annotated: bool
    type: str
    says: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Made:
    """A relation that was found."""

    type: str
    source: str
    target: str
    raw: Mapping[str, Any]


def compare_links(
    gold: Gold, entities: Entities, relations: Sequence[Mapping[str, Any]], ids: Ids
) -> Iterator[tuple[Compared, float]]:
    """Yield each annotated relation with its credit, then each found one between annotated entities, right or not."""
    items = [*gold.persons, *gold.organizations, *gold.cases, *gold.others, *gold.agreements]
    made = [
        _Made(kind, each["source"], each["target"], each)
        for each in relations
        if (kind := _IN_CASE.get(each["type"].lower(), each["type"].lower())) in _MEASURED
        and each["modality"] not in {"denied", "planned"}
    ]
    used: set[int] = set()
    for link in gold.links:
        says = Compared(True, link.type, f"{link.type}: {link.source or '—'} → {link.target or '—'}", link.quote)  # noqa: FBT003
        if link.type == "alias_of":
            yield says, _is_alias(link, entities)
        elif link.type in _MEASURED:
            ends = [_end(name, link.type, gold, items, entities, ids) for name in (link.source, link.target)]
            ratings = {index: _credit(link.type, ends[0], ends[1], each) for index, each in enumerate(made)}
            used.update(index for index, credit in ratings.items() if credit)
            yield says, max(ratings.values(), default=0.0)
    known = {key for item in items for key in ids(item)}
    known |= {key for key, entity in entities.items() if entity["kind"] in {"agreement", "case", "seizure", "place"}}
    for index, each in enumerate(made):
        if each.source in known and each.target in known:
            yield _told(each, entities), float(index in used)


def _told(made: _Made, entities: Entities) -> Compared:
    ends = f"{entities[made.source]['name']} → {entities[made.target]['name']}"
    says = f"{made.raw['type']}: {ends} ({made.raw['modality']})"
    return Compared(False, made.type, says, made.raw["evidence"][0]["quote"])  # noqa: FBT003


def _is_alias(link: Link, entities: Entities) -> float:
    one, other = (next(iter(sorted(forms([name or ""]), key=len)), "") for name in (link.source, link.target))
    named = (
        forms([entity["name"], *entity["aliases"], *(mention["text"] for mention in entity["mentions"])])
        for entity in entities.values()
    )
    return float(any({one, other} <= names for names in named))


def _end(
    name: str | None, kind: str, gold: Gold, items: Sequence[Item], entities: Entities, ids: Ids
) -> set[str] | None:
    """Return the entities that an annotated end may stand for; None if any may."""
    if name is None:
        return None
    if kind == "seized_in" and (match := _AMOUNT.match(name)):
        kg = kilograms(float(match[1]), match[2])
        return {key for key, entity in entities.items() if kg is not None and _weighs(entity, kg, fold(match[3]))}
    item = next((each for each in items if fold(each.name) == fold(name)), Item(name, forms([name]), (name,), (name,)))
    found = ids(item)
    if any(fold(each.name) == fold(name) for each in gold.agreements):
        found |= {key for key, entity in entities.items() if entity["kind"] == "agreement"}
    return found


def _weighs(entity: Mapping[str, Any], kg: float, substance: str) -> bool:
    told = entity["properties"]
    if entity["kind"] != "seizure" or told.get("amount_kg") is None:
        return False
    amount, of = float(told["amount_kg"]), fold(str(told.get("substance", "")))
    return abs(amount - kg) <= 0.01 * max(amount, kg) and (substance in of or of in substance)


def _credit(kind: str, source: set[str] | None, target: set[str] | None, made: _Made) -> float:
    """Rate a found relation as an annotated one: 1, 0.5 for a near type, 0."""
    pairs = [(made.source, made.target)]
    if made.type in _SYMMETRIC or kind in _SYMMETRIC:
        pairs.append((made.target, made.source))
    if source is None or target is None:
        hit = bool({made.source, made.target} & ((source or set()) | (target or set())))
    else:
        hit = any(one in source and other in target for one, other in pairs)
    if hit and made.type == kind:
        return 1.0
    if {kind, made.type} <= _HELD and not hit:
        person = target if kind == "arrested" else source
        return 0.5 if person is not None and {made.source, made.target} & person else 0.0
    return 0.5 if hit and any({made.type, kind} <= group for group in _NEAR) else 0.0
