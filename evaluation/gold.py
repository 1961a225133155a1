"""Hand-made annotations of a document, as ``README.md`` describes them."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Gold", "Item", "Link", "Seizure", "fold", "forms", "kilograms", "load"]

_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|gen|general|admiral|colonel|col|captain|capt|major|maj|lt|sgt|sergeant|comandante|judge"
    r"|president|minister|ambassador|senator|governor|mayor|maestra|maestro|don|dona) )+"
)
_POSSESSIVE = re.compile(r"['’]s\b")
_OTHER = re.compile(r"[^a-z0-9]+")
_KG = {
    **dict.fromkeys(("kg", "kilo", "kilos", "kilogram", "kilograms"), 1.0),
    **dict.fromkeys(("ton", "tons", "tonne", "tonnes", "metric ton", "metric tons", "mt"), 1000.0),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), 0.45359237),
    **dict.fromkeys(("g", "gram", "grams"), 0.001),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A person, an organisation, a case, a vessel or an agreement: its name and all its folded surface forms."""

    name: str
    forms: frozenset[str]
    surface: tuple[str, ...]  # as printed, the name first
    names: tuple[str, ...]  # the name and its aliases, without the other words that mean it


@dataclass(frozen=True, slots=True)
class Seizure:
    """How much of what; only what has a weight is measured."""

    kg: float
    substance: str
    quote: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two names; None is a party without a name."""

    type: str
    source: str | None
    target: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Gold:
    """What one document says, by hand."""

    name: str
    header: Mapping[str, Any]
    paragraphs: tuple[tuple[str, str], ...]  # number and marking; empty where the document has none
    persons: tuple[Item, ...]
    organizations: tuple[Item, ...]
    cases: tuple[Item, ...]
    others: tuple[Item, ...]  # vessels, aircraft
    agreements: tuple[Item, ...]
    seizures: tuple[Seizure, ...]
    links: tuple[Link, ...]


def load(path: Path) -> Gold:
    """Read the annotation of one document."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    numbered = raw.get("paragraphs") or ()
    return Gold(
        name=path.stem,
        header=raw["document"],
        paragraphs=tuple((each["number"], (each["marking"] or "").replace(" ", "")) for each in numbered),
        persons=_items(raw["persons"]),
        organizations=_items(raw["organizations"]),
        cases=_items(raw["cases"]),
        others=_items(raw["vessels_aircraft"]),
        agreements=_items(raw["agreements"]),
        seizures=tuple(
            Seizure(kg, each.get("substance") or "", each.get("quote") or "")
            for each in raw["seizures"]
            if (kg := kilograms(each["amount"], each.get("unit"))) is not None
        ),
        links=tuple(Link(r["type"], r["source"], r["target"], r.get("quote") or "") for r in raw["relations"]),
    )  # fmt: skip


def fold(text: str | None) -> str:
    """Fold case, accents, punctuation and possessives away."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).lower()
    return _OTHER.sub(" ", _POSSESSIVE.sub("", plain)).strip()


def forms(texts: Iterable[str]) -> frozenset[str]:
    """Fold texts, each with and without the titles before it."""
    return frozenset(form for text in texts for form in (fold(text), _TITLES.sub("", fold(text))) if form)


def kilograms(amount: float | None, unit: str | None) -> float | None:
    """Convert an amount; None where the unit is no weight."""
    factor = _KG.get(fold(unit))
    return round(float(amount) * factor, 3) if factor and amount is not None else None


def _items(raw: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    made = []
    for each in raw:
        names = (each["name"], *each.get("aliases", ()))
        texts = (each["name"], *each.get("mentions", ()), *names)
        made.append(Item(each["name"], forms(texts), tuple(dict.fromkeys(texts)), names))
    return tuple(made)
