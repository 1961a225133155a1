"""The vocabulary of kinds and relations, read from ``ontology.yaml``.

Everything that names a kind or a relation type takes it from here; labels and types in Neo4j come from nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["IDENTITY_TYPES", "Kind", "Ontology", "RelationType", "ontology"]

IDENTITY_TYPES = frozenset({"ALIAS_OF", "SAME_AS"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node."""

    id: str
    label: str  # in Neo4j
    says: str
    colour: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationType:
    """A type of edge: a sentence with the kinds that may stand at its ends."""

    id: str
    says: str
    source: frozenset[str]
    target: frozenset[str]
    symmetric: bool
    inverse: str

    @property
    def words(self) -> str:
        """The verb phrase of ``says``, for "A … B": ``SIGNED`` → ``signed``."""
        kept = [word for word in self.says.split() if not word.strip(",.").isupper() and word not in {"or", "and"}]
        return " ".join(kept)

    def admits(self, source: str, target: str) -> bool:
        """Tell whether an edge of this type may run from one kind to the other."""
        forward = source in self.source and target in self.target
        return forward or (self.symmetric and target in self.source and source in self.target)


@dataclass(frozen=True, slots=True)
class Ontology:
    """All kinds and relation types by id."""

    kinds: Mapping[str, Kind]
    relations: Mapping[str, RelationType]

    def in_group(self, group: str) -> frozenset[str]:
        """Ids of the kinds of a group (``actor``, ``organized``, ``event``, ``thing``, ``hub``) or the kind itself."""
        return frozenset(kind.id for kind in self.kinds.values() if group == kind.id or group in kind.groups)


@cache
def ontology() -> Ontology:
    """Read the vocabulary once a process."""
    text = files("graph").joinpath("ontology.yaml").read_bytes()
    raw = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - the safe loader, in C
    kinds = {
        name: Kind(name, entry["label"], entry["says"], entry["colour"], tuple(entry["groups"]))
        for name, entry in raw["kinds"].items()
    }
    bare = Ontology(kinds, {})

    def expand(groups: list[str]) -> frozenset[str]:
        return frozenset().union(*(bare.in_group(group) for group in groups))

    relations = {
        name: RelationType(
            name,
            entry["says"],
            expand(entry["source"]),
            expand(entry["target"]),
            entry.get("symmetric", False),
            entry.get("inverse", ""),
        )
        for name, entry in raw["relations"].items()
    }
    return Ontology(kinds, relations)
