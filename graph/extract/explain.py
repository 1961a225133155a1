"""A document extracted with every decision on the way: what was left out, and what makes a claim less than asserted."""

from dataclasses import dataclass

from graph.extract import extract
from graph.extract.trace import Note, listening
from graph.model import Decision, Document, Extraction

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found in a document, exactly as an import finds it, and the decisions that led there, in text order."""

    extraction: Extraction
    decisions: tuple[Decision, ...]


def explain(document: Document, seconds: float = 60.0) -> Explanation:
    """Extract a document and listen."""
    with listening() as notes:
        extraction = extract(document, seconds)
    decisions = {_decision(document, note) for note in notes}
    return Explanation(extraction, tuple(sorted(each for each in decisions if not _settled(each, extraction))))


def _settled(decision: Decision, extraction: Extraction) -> bool:
    """Tell a doubtful person whose words were found to be something else: nothing is missing there."""
    return decision.rule.startswith("person") and any(
        mention.start <= decision.start and decision.end <= mention.end for mention in extraction.mentions
    )


def _decision(document: Document, note: Note) -> Decision:
    first, last = note.place or (0, len(note.sentence.text))
    start, end = note.sentence.span(first, max(first + 1, last))
    return Decision(
        document.id, start, end, note.outcome, note.reason, note.rule, document.text[start:end], note.sentence.paragraph
    )
