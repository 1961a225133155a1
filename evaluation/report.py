"""Figures by layer as a table, and the slips as a file."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from evaluation.compare import LAYERS, Figures, Slip

__all__ = ["slips_page", "table"]

_RECALL_ONLY = frozenset({"header", "organizations", "cases", "aliases"})
"""The annotations list the main ones, so what is found beyond them is not wrong."""


def table(figures: Mapping[str, Figures]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'layer':<14}{'annotated':>10}{'matched':>9}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    for layer in LAYERS:
        one = figures[layer]
        known = layer in _RECALL_ONLY
        counts = f"{_count(one.annotated)}{_count(one.matched):>9}" if one.annotated else f"{'':>9}"
        found = "" if known else f"{_count(one.found):>7}{_count(one.right):>7}"
        yield (
            f"{layer:<14}{counts:>{10 + 9 if one.annotated else 19}}{found:>14}"
            f"{_rate(None if known else one.precision):>11}{_rate(one.recall):>8}{_rate(None if known else one.f1):>7}"
        )


def slips_page(slips: Mapping[str, Sequence[Slip]]) -> Iterator[str]:
    """Yield the lines of a page: how often what went wrong, then every slip by document with its sentence."""
    counts = Counter((slip.layer, slip.kind) for each in slips.values() for slip in each)
    yield "# Misses and false alarms"
    yield ""
    for (layer, kind), number in sorted(counts.items(), key=lambda item: (LAYERS.index(item[0][0]), item[0][1])):
        yield f"{number:>5}  {layer}: {kind}"
    for document, each in slips.items():
        yield ""
        yield f"## {document}"
        for slip in sorted(each, key=lambda slip: (LAYERS.index(slip.layer), slip.kind, slip.what)):
            yield ""
            yield f"{slip.layer}, {slip.kind}: {slip.what}"
            if slip.sentence:
                yield f"    {' '.join(slip.sentence.split())}"


def _count(number: float) -> str:
    return f"{number:g}"


def _rate(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"
