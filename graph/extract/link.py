"""Links: what a rule found between two spans, before it becomes a claim with a quote from the document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.extract.text import Annotated, Span
from graph.model import NO_PROPERTIES, Modality, Value

__all__ = ["End", "Link", "span_of"]

End = tuple[int, int | Span]
"""Index of a sentence and, in it, the index of one of its spans, or a span that the rule made itself.

A rule makes a span where its words name something that is no actor by itself: the country in "Mexican", a series.
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two ends, with the words that state it.

    The ends may stand in other sentences than the quote (a pronoun, a list under its lead).
    """

    type: str  # of the ontology: "HEAD_OF", "LINKED_TO" …
    source: End
    target: End
    quote: tuple[int, int, int]  # sentence index, start, end in Sentence.text (end exclusive); mostly all of it
    modality: Modality = "asserted"
    confidence: float = 1.0
    rule: str = ""
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES, compare=False)  # "role", "former" …
    attributed_to: End | None = None  # who says so; None for the document itself


def span_of(end: End, annotated: Sequence[Annotated]) -> Span:
    """Give the span of an end."""
    sentence, span = end
    return annotated[sentence].spans[span] if isinstance(span, int) else span
