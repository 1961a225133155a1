"""Marked sentences for tests of rules: "[P Ana Ruiz] heads the [A Harbour Police]." becomes an ``Annotated``."""

import re

from graph.extract.link import End, Link
from graph.extract.text import Annotated, Sentence, Span

__all__ = ["marked", "shown"]

KINDS = {
    "P": "person", "K": "cartel", "G": "armed_group", "A": "agency", "O": "organization", "L": "place", "S": "source",
    "C": "case", "E": "agreement", "V": "vessel", "X": "date", "Q": "quantity", "M": "money",
}  # fmt: skip
_SPAN = re.compile(r"\[([A-Z]) ([^\]]+)\]")
_SIGN = {"alleged": "?", "denied": "~", "planned": "!", "attempted": "^"}


def marked(text: str, kind: str = "sentence", *, lead: str = "", paragraph: int = 0) -> Annotated:
    """Read the marks: ``[P name]`` a person, ``[A name]`` an agency …; see ``KINDS``."""
    plain, spans, at = "", [], 0
    for found in _SPAN.finditer(text):
        plain += text[at : found.start()]
        start, at = len(plain), found.end()
        plain += found[2]
        spans.append(Span(start, len(plain), KINDS[found[1]], found[2], start, len(plain)))
    plain += text[at:]
    return Annotated(Sentence(plain, range(len(plain)), paragraph, "", kind, lead=lead), tuple(spans))  # type: ignore[arg-type]


def shown(link: Link, annotated: list[Annotated]) -> str:
    """Write a link as the rule files do: ``HEAD_OF? Ana Ruiz > Harbour Police``."""

    def name(end: End) -> str:
        return end[1].name if isinstance(end[1], Span) else annotated[end[0]].spans[end[1]].name

    return f"{link.type}{_SIGN.get(link.modality, '')} {name(link.source)} > {name(link.target)}"
