"""A document's export against its annotation: figures of each layer, and every miss and false alarm."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from evaluation.gold import Gold, Item, fold, forms
from evaluation.links import compare_links
from evaluation.sentences import sentence_at, sentence_of

__all__ = ["LAYERS", "Export", "Figures", "Slip", "compare"]

LAYERS = ("header", "persons", "organizations", "cases", "aliases", "seizures", "relations", "evidence")
_WITHIN = 0.01  # of an amount: two of them are the same

Export = Mapping[str, list[dict[str, Any]]]


@dataclass(slots=True)
class Figures:
    """What was to be found and what was, on one layer."""

    annotated: float = 0
    matched: float = 0  # of the annotated
    found: float = 0
    right: float = 0  # of what was found

    def add(self, other: "Figures") -> None:
        """Add another document's."""
        self.annotated += other.annotated
        self.matched += other.matched
        self.found += other.found
        self.right += other.right

    @property
    def recall(self) -> float | None:
        """Share of the annotated that was matched; None if nothing was to be found."""
        return self.matched / self.annotated if self.annotated else None

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where it is not measured."""
        return self.right / self.found if self.found else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; 0 where nothing is right, None where one of them is not measured."""
        if self.recall is None or self.precision is None:
            return None
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is not as annotated, with the sentence where it stands."""

    layer: str
    kind: str  # "missed", "false alarm", "split", "wrong merge", "wrong"
    what: str
    sentence: str


@dataclass(slots=True)
class _Found:
    """An export, by the folded names of its entities."""

    export: Export
    text: str
    entities: dict[str, dict[str, Any]]
    by_form: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def ids(self, item: Item, kind: str = "") -> set[str]:
        """Return the entities, of a kind or of any, that bear a name of an annotated item."""
        found = set(chain.from_iterable(self.by_form.get(form, ()) for form in item.forms))
        return {key for key in found if not kind or self.entities[key]["kind"] == kind}

    def where(self, key: str) -> str:
        """Return the sentence of an entity's first mention."""
        mentions = self.entities[key]["mentions"]
        return sentence_at(self.text, mentions[0]["start"], mentions[0]["end"]) if mentions else ""


def compare(gold: Gold, export: Export, text: str) -> tuple[dict[str, Figures], list[Slip]]:
    """Hold the export of one document against its annotation."""
    found = _Found(export, text, {entity["id"]: entity for entity in export["entities"]})
    for key, entity in found.entities.items():
        texts = [entity["name"], *entity["aliases"], *(mention["text"] for mention in entity["mentions"])]
        for form in forms(texts):
            found.by_form[form].add(key)
    figures = {layer: Figures() for layer in LAYERS}
    slips: list[Slip] = []
    for layer in _LAYERS:
        slips.extend(layer(gold, found, figures))
    return figures, slips


def _header(gold: Gold, found: _Found, figures: dict[str, Figures]) -> Iterator[Slip]:
    if not gold.paragraphs:
        return
    document = max(found.export["documents"], key=lambda each: len(each["paragraphs"]))
    said, want = document, gold.header
    pairs: dict[str, tuple[Any, Any]] = {
        "id": (fold(want.get("id")), fold(said["id"])),
        "date": (want.get("date") or "", said["date"][:10]),
        "classification": (fold(want.get("classification")), fold(said["classification"])),
        "subject": (fold(want.get("subject")), fold(said["title"])),
        "tags": (sorted(set(want.get("tags") or ())), sorted(set(said["tags"]))),
        "paragraphs": (
            list(gold.paragraphs),
            [(str(p["number"]), p["marking"].replace(" ", "")) for p in said["paragraphs"] if p["number"]],
        ),
    }
    for name, (expected, read) in pairs.items():
        figures["header"].add(Figures(1, expected == read))
        if expected != read:
            yield Slip("header", "wrong", name, f"expected {expected}, read {read}")


def _persons(gold: Gold, found: _Found, figures: dict[str, Figures]) -> Iterator[Slip]:
    people = [key for key, entity in found.entities.items() if entity["kind"] == "person"]
    owners: dict[str, list[str]] = defaultdict(list)
    for item in gold.persons:
        ids = found.ids(item, "person")
        figures["persons"].add(Figures(1, bool(ids)))
        for key in ids:
            owners[key].append(item.name)
        if not ids:
            yield Slip("persons", "missed", item.name, sentence_of(found.text, item.surface))
        elif len(ids) > 1:
            names = sorted(found.entities[key]["name"] for key in ids)
            yield Slip("persons", "split", f"{item.name}: {', '.join(names)}", sentence_of(found.text, item.surface))
    for key in people:
        figures["persons"].add(Figures(0, 0, 1, key in owners))
        if key not in owners:
            yield Slip("persons", "false alarm", found.entities[key]["name"], found.where(key))
        elif len(owners[key]) > 1:
            yield Slip("persons", "wrong merge", " and ".join(owners[key]), found.where(key))


def _recalled(layer: str, items: Callable[[Gold], tuple[Item, ...]]) -> "_Layer":
    def recall(gold: Gold, found: _Found, figures: dict[str, Figures]) -> Iterator[Slip]:
        for item in items(gold):
            known = bool(found.ids(item))
            figures[layer].add(Figures(1, known))
            if not known:
                yield Slip(layer, "missed", item.name, sentence_of(found.text, item.surface))

    return recall


def _seizures(gold: Gold, found: _Found, figures: dict[str, Figures]) -> Iterator[Slip]:
    wanted = [(each.kg, fold(each.substance)) for each in gold.seizures]
    made = {
        key: (float(entity["properties"]["amount_kg"]), fold(str(entity["properties"].get("substance", ""))))
        for key, entity in found.entities.items()
        if entity["kind"] == "seizure" and "amount_kg" in entity["properties"]
    }
    for seizure, one in zip(gold.seizures, wanted, strict=True):
        known = any(_alike(one, other) for other in made.values())
        figures["seizures"].add(Figures(1, known))
        if not known:
            yield Slip("seizures", "missed", f"{seizure.kg:g} kg of {seizure.substance}", seizure.quote)
    for key, one in made.items():
        right = any(_alike(one, other) for other in wanted)
        figures["seizures"].add(Figures(0, 0, 1, right))
        if not right:
            yield Slip("seizures", "false alarm", found.entities[key]["name"], found.where(key))


def _alike(one: tuple[float, str], other: tuple[float, str]) -> bool:
    near = abs(one[0] - other[0]) <= _WITHIN * max(one[0], other[0])
    return near and (one[1] in other[1] or other[1] in one[1])


def _relations(gold: Gold, found: _Found, figures: dict[str, Figures]) -> Iterator[Slip]:
    for link, credit in compare_links(gold, found.entities, found.export["relations"], found.ids):
        layer = "aliases" if link.type == "alias_of" else "relations"
        if link.annotated:
            figures[layer].add(Figures(1, credit))
            if credit < 1:
                yield Slip(layer, "missed" if not credit else "near", link.says, link.quote)
        else:
            figures[layer].add(Figures(0, 0, 1, credit))
            if not credit:
                yield Slip(layer, "false alarm", link.says, " ".join(link.quote.split()))


def _evidence(_gold: Gold, found: _Found, figures: dict[str, Figures]) -> Iterator[Slip]:
    for relation in found.export["relations"]:
        quotes = relation["evidence"]
        good = bool(quotes) and all(
            one["quote"].strip() and found.text[one["start"] : one["end"]] == one["quote"] for one in quotes
        )
        figures["evidence"].add(Figures(0, 0, 1, good))
        if not good:
            yield Slip("evidence", "wrong", relation["id"], "; ".join(one["quote"] for one in quotes))


_Layer = Callable[[Gold, _Found, dict[str, Figures]], Iterator[Slip]]
_LAYERS: tuple[_Layer, ...] = (
    _header,
    _persons,
    _recalled("organizations", lambda gold: gold.organizations),
    _recalled("cases", lambda gold: gold.cases),
    _seizures,
    _relations,
    _evidence,
)
