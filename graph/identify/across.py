"""Who is who in several documents: the same name, where a name tells that much, and never by way of a third.

No document may join what another one keeps apart. So if a group of equal names would bring two actors of one document
together, only the equal names that are each actor's most complete one count; and a name that even then fits two
actors of a document does not merge those.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.identify.entities import kind_of
from graph.identify.judge import Key
from graph.identify.policy import ACROSS, FAMILY_OF, Family, across_key
from graph.model import Judgement, Mention

__all__ = ["across"]

CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Group:
    """An actor as one document (or a person's judgement) shows it, and the names that may find it elsewhere."""

    first: Mention
    documents: frozenset[str]
    names: Mapping[str, str]  # key → the name as written; the most complete first


def across(groups: Collection[Sequence[Mention]], aliases: Collection[Key]) -> Iterator[Judgement]:
    """Judge which actors of different documents are one.

    Args:
        groups: mentions by actor, each sorted, as far as single documents and people's judgements tell.
        aliases: mentions that a text gives as another name; such a name finds nobody elsewhere.

    Yields:
        Merges of the first mentions of two actors, with the reason.
    """
    known: dict[str, list[Group]] = defaultdict(list)
    for mentions in groups:
        family = FAMILY_OF.get(kind_of(mentions))
        if family is not None and family.name in ACROSS:
            group = _group(mentions, family, aliases)
            if group.names:
                known[family.name].append(group)
    for name, named in sorted(known.items()):
        for key, holders in sorted(_by_key(named).items()):
            clear = _clear(holders)
            for other in clear[1:]:
                yield _judgement(clear[0], other, ACROSS[name].format(long=f"“{clear[0].names[key]}”"))


def _group(mentions: Sequence[Mention], family: Family, aliases: Collection[Key]) -> Group:
    kind = kind_of(mentions)
    bare = dict.fromkeys(m.name for m in mentions if m.kind in family.kinds and _counts(m, aliases))
    parsed = sorted(
        (family.parse(name) for name in bare), key=lambda name: (-len(name.parts), -len(name.key), name.key)
    )
    acronyms = [name for name in parsed if name.brief and len(name.key) >= 3 and family.name == "organisation"]
    names: dict[str, str] = {}
    for name in parsed:
        key = across_key(family, name, kind)
        if key:
            names.setdefault(f"{kind} {key}", name.text)
        elif len(name.parts) > 1:
            # An office that every country has is told by its acronym, unless that is its initials.
            telling = [short for short in acronyms if short.key not in name.initials]
            names.update({f"{kind} {name.key} ({short.key})": f"{name.text} ({short.text})" for short in telling})
    return Group(mentions[0], frozenset(mention.document for mention in mentions), names)


def _counts(mention: Mention, aliases: Collection[Key]) -> bool:
    return (mention.document, mention.key) not in aliases and mention.properties.get("named", True) is not False


def _by_key(groups: Sequence[Group]) -> dict[str, list[Group]]:
    """Gather the groups by name, where needed by the most complete name alone."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for key in group.names:
            holders[key].append(i)
    parent = list(range(len(groups)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for held in holders.values():
        for i in held[1:]:
            parent[root(i)] = root(held[0])
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for i, group in enumerate(groups):
        counts[root(i)].update(group.documents)
    tangled = {component for component, documents in counts.items() if max(documents.values()) > 1}
    found: dict[str, list[Group]] = defaultdict(list)
    for i, group in enumerate(groups):
        keys = list(group.names)[:1] if root(i) in tangled else list(group.names)
        for key in keys:
            found[key].append(group)
    return found


def _clear(groups: Sequence[Group]) -> list[Group]:
    """Leave out the groups whose document has two of the name."""
    counts = Counter(document for group in groups for document in group.documents)
    return sorted(
        (group for group in groups if all(counts[document] == 1 for document in group.documents)),
        key=lambda group: group.first,
    )


def _judgement(left: Group, right: Group, sentence: str) -> Judgement:
    return Judgement(
        left=(left.first.document, left.first.key),
        right=(right.first.document, right.first.key),
        same=True,
        reason=f"{sentence} ({left.first.document}, {right.first.document})",
        by="rule",
        confidence=CONFIDENCE,
    )
