"""First version: the same folded name within a document, and what the text itself equates."""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from graph.model import Claim, Entity, Judgement, Mention, Value
from graph.ontology import IDENTITY_TYPES

_APART = frozenset({"source", "seizure", "meeting", "series"})


def fold(text: str) -> str:
    """Fold case, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def identify(
    mentions: Iterable[Mention], claims: Iterable[Claim], judgements: Iterable[Judgement] = ()
) -> list[Entity]:
    """Gather mentions into entities, sorted by id."""
    ordered = sorted(mentions)
    parent: dict[tuple[str, str], tuple[str, str]] = {(m.document, m.key): (m.document, m.key) for m in ordered}

    def find(key: tuple[str, str]) -> tuple[str, str]:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def unite(left: tuple[str, str], right: tuple[str, str]) -> None:
        if left in parent and right in parent:
            parent[find(right)] = find(left)

    named: dict[tuple[str, str, str], tuple[str, str]] = {}
    for m in ordered:
        if m.kind not in _APART and m.properties.get("named", True):
            unite(named.setdefault((m.document, m.kind, fold(m.name)), (m.document, m.key)), (m.document, m.key))
    for c in claims:
        if c.type in IDENTITY_TYPES:
            unite((c.document, c.target), (c.document, c.source))
    for j in judgements:
        if j.same:
            unite(j.left, j.right)
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for m in ordered:
        groups[find((m.document, m.key))].append(m)
    return sorted((_entity(group) for group in groups.values()), key=lambda entity: entity.id)


def _entity(group: list[Mention]) -> Entity:
    first = group[0]
    name = max((m.name for m in group), key=len)
    properties: dict[str, Value] = {}
    for m in group:
        for key, value in m.properties.items():
            properties.setdefault(key, value)
    digest = hashlib.sha256(f"{first.document}\n{first.key}".encode()).hexdigest()[:12]
    aliases = tuple(sorted({m.name for m in group} - {name}))
    return Entity(f"{first.kind}:{digest}", first.kind, name, aliases, tuple(group), properties)
