"""Reported yearly totals against what else the documents say of the same year: seizures, or another total.

A total counts all seizures of its scope; a document lists some. So:

- ``agree``: the listed seizures make up the total, within its rounding; or two totals are equal within theirs.
- ``within``: they stay below it, as an incomplete list may.
- ``exceeds``: they are more than the total counts. One of the two is wrong.
- ``open``: whether they are more depends on seizures of which no document says that they are of the total's scope.
- ``contradict``: two totals of the same scope and year differ.

A seizure is compared with a total of its substance and year. It is of the total's scope when its own words place it
there: in the same place, by the same agency, and with what else the total is restricted to ("from passengers"). A total
that names no scope counts the seizures of its own document. Nothing is taken for granted beyond the words.

A figure is as precise as its last digit that is not zero, but for its first two: 1,250 is between 1,245 and 1,255,
1,000 between 950 and 1,050, and 12.5 between 12.45 and 12.55. Seizures of two documents with the same amount and dates
that do not exclude each other count once, because two documents often tell of the same one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from graph.model import Comparison, Entity, Network, Verdict
from graph.names import fold

__all__ = ["totals"]

_KG = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"), 1.0),
    **dict.fromkeys(("ton", "tons", "tonne", "tonnes", "mt", "metric ton", "metric tons"), 1000.0),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), 0.45359237),
    **dict.fromkeys(("g", "gram", "grams"), 0.001),
}
"""Unit of a total → kilograms."""

_NO_SCOPE = {word for unit in _KG for word in unit.split()}.union(
    """a all amount amounts an and annual annually are at been by each figure figures following for from had has have in
    is number numbers of on or per quantities quantity sum that the these this those to total totals volume was weight
    were which with year yearly years""".split()  # noqa: SIM905 - a word list reads better in lines
)
"""Words of a title that restrict nothing."""

_SEIZED = re.compile(r"\b(?:seiz|confiscat|interdict|intercept)[a-z]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_SHORT = 4  # letters of a word that keeps its ending
_UNTITLED = "Yearly figures"


@dataclass(frozen=True, slots=True)
class _Total:
    """A series, and what its words say it counts."""

    entity: Entity
    document: str
    title: str  # folded
    unit: str
    places: frozenset[str]  # entity ids
    agencies: frozenset[str]
    scope: frozenset[str]  # stems of the words that restrict it, its substance among them

    def years(self) -> Iterator[tuple[str, float]]:
        """Yield the years and their figures."""
        for year, figure in sorted(self.entity.properties.items()):
            if _YEAR.fullmatch(year) and isinstance(figure, int | float):
                yield year, figure


@dataclass(frozen=True, slots=True)
class _Seizure:
    """A seizure, and what the documents' own words say of it."""

    id: str
    document: str
    kg: float
    substance: str  # folded
    date: str
    places: frozenset[str]  # entity ids
    agencies: frozenset[str]
    said: frozenset[str]  # stems of the words of its quotes


def totals(network: Network) -> list[Comparison]:
    """Compare each reported total with the seizures of its year, and with other totals of its scope.

    A total without anything to compare it with is left out. The result is sorted by year, series and what it is
    compared with; it rests on nothing but the network, and so on nothing that a release filter took away.
    """
    series = [entity for entity in network.entities.values() if entity.kind == "series"]
    if not series:
        return []
    known = [_total(entity, network) for entity in series]
    seizures = list(_seizures(network))
    countries = {key for key, entity in network.entities.items() if entity.properties.get("demonym")}
    countries |= {relation.target for relation in network.relations.values() if relation.type == "NATIONAL_OF"}
    found = [one for total in known for one in _against_seizures(total, seizures, countries)]
    found += [one for pair in combinations(known, 2) for one in _against_total(*pair)]
    return sorted(found, key=lambda one: (one.year, one.series, one.against, one.may_count))


def _total(entity: Entity, network: Network) -> _Total:
    title = fold(str(entity.properties.get("title", entity.name)))
    unit = str(entity.properties.get("unit", ""))
    inside = _inside(entity, network)
    named = {word for other in inside for word in fold(other.name).split()}
    plain = (word for word in title.split() if word not in _NO_SCOPE | named and not _SEIZED.fullmatch(word))
    return _Total(
        entity=entity,
        document=entity.mentions[0].document,
        title=title,
        unit=unit,
        places=frozenset(other.id for other in inside if other.kind == "place"),
        agencies=frozenset(other.id for other in inside if other.kind == "agency"),
        scope=_stems(plain),
    )


def _inside(entity: Entity, network: Network) -> list[Entity]:
    """Return the places and agencies that the series' line names; the country in "Mexican" is not one."""
    line = entity.mentions[0]
    return [
        other
        for other in network.entities.values()
        if other.kind in {"place", "agency"}
        and any(
            mention.document == line.document
            and line.start <= mention.start < line.end
            and not mention.properties.get("demonym")
            for mention in other.mentions
        )
    ]


def _seizures(network: Network) -> Iterator[_Seizure]:
    """Yield the seizures that say how much of what, and when."""
    quotes: dict[str, list[str]] = defaultdict(list)
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for relation in network.relations.values():
        targets[relation.source, relation.type].add(relation.target)
        quotes[relation.source] += [evidence.quote for evidence in relation.evidence]
    called = defaultdict(set)
    for key, other in network.entities.items():
        called[fold(other.name)].add(key)
    for key, entity in network.entities.items():
        told = entity.properties
        if entity.kind == "seizure" and {"amount_kg", "substance", "date"} <= told.keys():
            where = {at for at in targets[key, "SEIZED_IN"] if network.entities[at].kind == "place"}
            yield _Seizure(
                id=key,
                document=entity.mentions[0].document,
                kg=float(told["amount_kg"]),
                substance=fold(str(told["substance"])),
                date=str(told["date"]),
                places=frozenset(where | (called[fold(str(told["place"]))] if "place" in told else set())),
                agencies=frozenset(targets[key, "SEIZED_BY"]),
                said=_stems(fold(" ".join(quotes[key])).split()),
            )


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) if len(word) > _SHORT else word for word in words)


def _against_seizures(total: _Total, seizures: Sequence[_Seizure], countries: set[str]) -> Iterator[Comparison]:
    factor = _KG.get(total.unit)
    if factor is None or not _SEIZED.search(total.title):
        return
    alike = [each for each in seizures if f" {each.substance} " in f" {total.title} "]
    for year, reported in total.years():
        of_scope = {each: _is_of_scope(each, total, countries) for each in alike if each.date.startswith(year)}
        sure = _distinct([each for each, is_ in of_scope.items() if is_])
        both = _distinct([*sure, *(each for each, is_ in of_scope.items() if is_ is None)])
        if both:
            yield _judged(total, (year, reported), sure, both[len(sure) :])


def _is_of_scope(seizure: _Seizure, total: _Total, countries: set[str]) -> bool | None:
    """Tell whether a seizure is of a total's scope; None where no document says so."""
    own = seizure.document == total.document
    placed = bool(seizure.places & total.places)
    if not placed and (not own or (total.places and seizure.places & countries)):
        return False  # of another document and not said to be in the same place, or said to be in another country
    if total.agencies and seizure.agencies and not seizure.agencies & total.agencies:
        return False
    rest = total.scope - _stems(seizure.substance.split())
    stated = (placed or not total.places) and (not total.agencies or bool(seizure.agencies)) and rest <= seizure.said
    return True if stated else None


def _distinct(seizures: Sequence[_Seizure]) -> list[_Seizure]:
    """Leave out what another document already told of: as much, on a date that may be the same."""
    kept: list[_Seizure] = []
    for each in seizures:
        if not any(
            other.document != each.document
            and (other.date.startswith(each.date) or each.date.startswith(other.date))
            and _equal(other.kg, each.kg)
            for other in kept
        ):
            kept.append(each)
    return kept


def _judged(
    total: _Total, reported: tuple[str, float], sure: Sequence[_Seizure], perhaps: Sequence[_Seizure]
) -> Comparison:
    year, figure = reported
    factor = _KG[total.unit]
    found, more = (round(sum(each.kg for each in some) / factor, 3) for some in (sure, perhaps))
    half = _step(figure) / 2
    verdict: Verdict
    if found > figure + half:
        verdict = "exceeds"
    elif found >= figure - half:
        verdict = "agree"
    else:
        verdict = "within" if found + more <= figure + half else "open"
    return Comparison(
        series=total.entity.id,
        year=year,
        reported=figure,
        unit=total.unit,
        verdict=verdict,
        found=found,
        against=tuple(sorted(each.id for each in sure)),
        undecided=more,
        may_count=tuple(sorted(each.id for each in perhaps)),
    )


def _against_total(total: _Total, other: _Total) -> Iterator[Comparison]:
    """Compare two totals that count the same in the same places, by the same agencies."""
    factor = _factor(other.unit, total.unit)
    same = (total.scope, total.places, total.agencies) == (other.scope, other.places, other.agencies)
    seizing = bool(_SEIZED.search(total.title)) == bool(_SEIZED.search(other.title))
    # What names no place is said of its document's; of which, a title cannot tell.
    placed = bool(total.places) or total.document == other.document
    if not (same and seizing and placed) or factor is None or total.title == fold(_UNTITLED):
        return
    figures = dict(other.years())
    for year, reported in total.years():
        if year in figures:
            found = figures[year] * factor
            near = abs(found - reported) < (_step(reported) + _step(figures[year]) * factor) / 2
            yield Comparison(
                series=total.entity.id,
                year=year,
                reported=reported,
                unit=total.unit,
                verdict="agree" if near else "contradict",
                found=round(found, 3),
                against=(other.entity.id,),
            )


def _factor(unit: str, into: str) -> float | None:
    if unit == into:
        return 1.0
    return _KG[unit] / _KG[into] if unit in _KG and into in _KG else None


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= max(_step(one), _step(other)) / 2


def _step(figure: float) -> float:
    """Return what one more in a figure's last stated digit is worth: 10 for 1,250, 100 for 1,000, 0.1 for 12.5."""
    exponent = Decimal(str(figure)).normalize().as_tuple().exponent
    if not figure or not isinstance(exponent, int):
        return 1.0
    return 10.0 ** min(exponent, max(0, len(str(int(figure))) - 2))
