"""Compare a network with what a careful reader found: ``expected.yaml`` of a seed (its format: ``seeds/README.md``)."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph.casebook import Casebook
from graph.model import Document, Entity, Network, Relation
from graph.ontology import ontology
from graph.pipeline import import_paths, load_network

SEEDS = Path(__file__).parents[2] / "seeds"
FOLDERS = sorted(path.parent for path in SEEDS.glob("*/expected.yaml"))


@dataclass(frozen=True)
class Seed:
    """One seed: what is expected of it and the network that Vinculo made of it alone."""

    expected: Mapping[str, Any]
    text: str
    network: Network

    @property
    def document(self) -> Document:
        """The seed's only document."""
        (document,) = self.network.documents.values()
        return document

    def of_kind(self, *kinds: str) -> list[Entity]:
        """Entities of these kinds."""
        return [entity for entity in self.network.entities.values() if entity.kind in kinds]


def read_seed(folder: Path, casebook: Path) -> Seed:
    """Import one seed into a casebook of its own."""
    with Casebook.open(casebook, create=True) as book:
        import_paths(book, [folder / "document.txt"])
        network = load_network(book)
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    return Seed(expected, (folder / "document.txt").read_text(encoding="utf-8"), network)


def fold(text: str) -> str:
    """Fold case, accents and punctuation: ``de la Cruz,`` → ``de la cruz``."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def forms(entity: Entity) -> set[str]:
    """Return all names under which an entity stands in the text."""
    return {fold(form) for form in (entity.name, *entity.aliases, *(m.name for m in entity.mentions))}


def expected_forms(item: Mapping[str, Any]) -> set[str]:
    """Return all names that ``expected.yaml`` gives for one entry."""
    return {fold(form) for form in (item["name"], *item.get("aliases", ()), *item.get("mentions", ()))}


def named(entities: Sequence[Entity], item: Mapping[str, Any]) -> list[Entity]:
    """Find the entities that one expected entry stands for."""
    return [entity for entity in entities if forms(entity) & expected_forms(item)]


def seizures(seed: Seed, item: Mapping[str, Any]) -> list[Entity]:
    """Find the seizures of an expected amount (1 % off at most) and substance."""
    return [
        entity
        for entity in seed.of_kind("seizure")
        if abs(float(entity.properties.get("amount_kg", 0)) - item["kg"]) <= item["kg"] / 100
        and fold(item["substance"]) in fold(str(entity.properties.get("substance", "")))
    ]


def end(seed: Seed, name: str | None) -> frozenset[str] | None:
    """Ids of the entities that an end of an expected relation stands for; None for an unnamed party: any entity."""
    if name is None:
        return None
    expected = seed.expected
    for item in expected.get("seizures", ()):
        if item["name"] == name:
            return frozenset(entity.id for entity in seizures(seed, item))
    if any(item["name"] == name for item in expected.get("agreements", ())):
        return frozenset(entity.id for entity in seed.of_kind("agreement"))
    listed = [
        item
        for key in ("persons", "organizations", "cases", "vessels")
        for item in expected[key]
        if item["name"] == name
    ]
    found = named(list(seed.network.entities.values()), listed[0] if listed else {"name": name})
    return frozenset(entity.id for entity in found)


def answers(seed: Seed, relation: Relation, wanted: Mapping[str, Any]) -> bool:
    """Tell whether a relation is the expected one: its type and both ends, and the modality where one is given."""
    if relation.type != wanted["type"] or relation.modality != wanted.get("modality", "asserted"):
        return False
    source, target = end(seed, wanted.get("source")), end(seed, wanted.get("target"))
    pairs = [(relation.source, relation.target)]
    if ontology().relations[relation.type].symmetric:
        pairs.append((relation.target, relation.source))
    return any((source is None or a in source) and (target is None or b in target) for a, b in pairs)


def share(found: int, total: int) -> float:
    """Return a share from 0 to 1; of nothing, everything was found."""
    return found / total if total else 1.0
