"""Reported yearly totals and what else is said of their years, as ``show`` prints them."""

from collections.abc import Collection, Sequence

from graph.cli.citations import emit_wrapped
from graph.cli.console import bold, emit
from graph.model import Comparison, Network
from graph.totals import totals

__all__ = ["comparisons_of", "emit_comparisons"]

_LISTED = {
    "agree": "they agree",
    "within": "no more than was reported",
    "exceeds": "more than was reported",
    "open": "whether they are more is open",
}
_OTHER = {"agree": "they agree", "contradict": "they contradict each other"}


def comparisons_of(network: Network, entities: Collection[str]) -> list[Comparison]:
    """Return those in which one of the entities is the series or what it is compared with."""
    return [
        one
        for one in totals(network)
        if one.series in entities or not set(entities).isdisjoint((*one.against, *one.may_count))
    ]


def emit_comparisons(comparisons: Sequence[Comparison], network: Network) -> None:
    """Print each total with the figures beside it, and below it whose they are."""
    if comparisons:
        emit()
        emit(bold("Reported totals"))
    for one in comparisons:
        emit_wrapped(f"{one.year}  {_figure(one.reported, one)} reported, {_beside(one, network)}", 2)
        emit_wrapped(f"of: {_name(one.series, network)}", 8, faint=True)
        for key in (*one.against, *one.may_count):
            if network.entities[key].kind != "series":
                emit_wrapped(_name(key, network) + (" (may be counted)" if key in one.may_count else ""), 8, faint=True)


def _beside(one: Comparison, network: Network) -> str:
    if one.against and network.entities[one.against[0]].kind == "series":
        return f"{_figure(one.found, one)} by “{_name(one.against[0], network)}”: {_OTHER[one.verdict]}"
    more = f", {_figure(one.undecided, one)} more may be counted" if one.may_count else ""
    return f"{_figure(one.found, one)} listed{more}: {_LISTED[one.verdict]}"


def _figure(figure: float, one: Comparison) -> str:
    return f"{figure:,.10g} {one.unit}".rstrip()


def _name(key: str, network: Network) -> str:
    entity = network.entities[key]
    places = ", ".join(dict.fromkeys(mention.document for mention in entity.mentions))
    return f"{' '.join(entity.name.split())} ({places})"
