"""Annotated texts for tests: what is found in sentences of a document made for the test."""

from typing import Any

from graph.extract.mentions.annotate import annotate
from graph.extract.text import Annotated, Span
from tests.support import document

__all__ = ["annotated", "found", "spans"]


def annotated(*paragraphs: str, **fields: Any) -> list[Annotated]:
    """Annotate a document of these paragraphs, dated 25 November 2009 unless told otherwise."""
    return annotate(document("D1", *paragraphs, **{"date": "2009-11-25", **fields}))


def spans(*paragraphs: str, **fields: Any) -> list[Span]:
    """All spans of such a document, in text order."""
    return [span for each in annotated(*paragraphs, **fields) for span in each.spans]


def found(kind: str, *paragraphs: str, **fields: Any) -> list[str]:
    """Names of the spans of one kind."""
    return [span.name for span in spans(*paragraphs, **fields) if span.kind == kind]
