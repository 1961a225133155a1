"""Relations and their evidence in words, as ``show`` and ``path`` print them."""

import shutil
import sys
import textwrap
from collections.abc import Iterator

from graph.cli.console import dim, emit, say
from graph.model import Evidence, Network, Relation
from graph.ontology import ontology

__all__ = ["emit_evidence", "emit_wrapped", "qualifiers", "remind", "where", "words"]

WIDEST = 100  # columns; longer lines are hard to read


def words(relation: Relation, *, forward: bool = True) -> str:
    """Say a relation as a verb: "signed", or seen from the target "was signed by"."""
    kind = ontology().relations[relation.type]
    return kind.words if forward or kind.symmetric else kind.inverse


def qualifiers(relation: Relation) -> str:
    """Say how the documents put it: modality, and what else they tell, such as date and role."""
    told = [f"{key}: {value}" for key, value in relation.properties.items() if key != "date"]
    date = [str(relation.properties["date"])] if relation.properties.get("date") else []
    return ", ".join([relation.modality, *date, *told])


def where(evidence: Evidence, network: Network) -> str:
    """Name the place of a quote and who says it: ``09LIMA1 ¶6 (C), Embassy Lima, 2009-11-25, according to …``."""
    document = network.documents[evidence.document]
    paragraph = f" ¶{evidence.paragraph}" if evidence.paragraph else ""
    marking = f" ({evidence.marking})" if evidence.marking else ""
    said_by = network.entities.get(evidence.attributed_to)
    according = f"according to {said_by.name}" if said_by else ""
    origin = " ".join((document.origin or document.author).split())
    return ", ".join(part for part in (f"{document.id}{paragraph}{marking}", origin, document.date, according) if part)


def emit_evidence(relation: Relation, network: Network, *, everything: bool, indent: int) -> None:
    """Print the quotes behind a relation, the surest first: all of them, or one and the number of the others."""
    ordered = sorted(relation.evidence, key=lambda e: (-e.confidence, e.document, e.start, e.end, e.attributed_to))
    shown = ordered if everything else ordered[:1]
    for evidence in shown:
        emit_wrapped(f"“{' '.join(evidence.quote.split())}”", indent)
        emit_wrapped(where(evidence, network), indent, faint=True)
    hidden = len(ordered) - len(shown)
    if hidden:
        emit_wrapped(f"and {hidden} more {'quote' if hidden == 1 else 'quotes'}; --all shows them", indent, faint=True)


def emit_wrapped(text: str, indent: int, *, faint: bool = False) -> None:
    """Print a text indented, on a terminal broken into its lines; in a pipe it stays one line."""
    for line in _lines(text, indent):
        emit(dim(line) if faint else line)


def remind() -> None:
    """Say what the reader must not forget."""
    say("These are claims as the documents make them, not established facts.")


def _lines(text: str, indent: int) -> Iterator[str]:
    blank = " " * indent
    if not sys.stdout.isatty():
        yield blank + text
        return
    width = max(40, min(WIDEST, shutil.get_terminal_size().columns))
    yield from textwrap.wrap(text, width, initial_indent=blank, subsequent_indent=blank, break_on_hyphens=False)
