"""``vinculo inspect``: what the reader saw in a document, before anything is extracted from it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.console import bold, dim, emit, emit_json, say

if TYPE_CHECKING:
    from graph.model import Document

_FIELDS = (
    "id", "kind", "title", "date", "origin", "classification", "tags", "references", "classified_by", "declassify_on",
    "signed_by", "summary",
)  # fmt: skip
_SHOWN = 60  # characters of a paragraph that are shown
_NOTHING = 1
_BAD_INPUT = 2


def inspect_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to look at.")],
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Read all as this kind: cable or article.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line for each document.")] = False,
) -> None:
    """Show what is read from documents: header fields, paragraphs and their markings, problems.

    Example: vinculo inspect seeds

    Example: vinculo inspect fragment.txt --kind cable --json
    """
    from graph.documents import read
    from graph.model import Problem

    found = bad = 0
    for document in read(paths, kind=kind):
        if isinstance(document, Problem):
            say(f"Problem: {document}")
            bad += 1
            continue
        found += 1
        if as_json:
            emit_json(describe(document), indent=None)
        else:
            _show(document)
    if bad or not found:
        raise typer.Exit(_BAD_INPUT if bad else _NOTHING)


def describe(document: "Document") -> Mapping[str, Any]:
    """Return the document's fields as JSON knows them; offsets count characters of the decoded text."""
    fields = {name: getattr(document, name) for name in _FIELDS}
    return {
        **fields,
        "paragraphs": [
            {"number": p.number, "marking": p.marking, "heading": p.heading, "start": p.start, "end": p.end}
            for p in document.paragraphs
        ],
        "problems": [str(problem) for problem in document.problems],
        "author": document.author,
        "source": document.source,
    }


def _show(document: "Document") -> None:
    emit(f"{bold(document.id)}  {document.title}")
    for line in _lines(document):
        emit(f"  {line}")
    emit()


def _lines(document: "Document") -> Iterator[str]:
    for name in (*_FIELDS[1:2], *_FIELDS[3:], "author"):
        value = getattr(document, name)
        if value:
            yield f"{name.replace('_', ' ')}: {', '.join(value) if isinstance(value, tuple) else value}"
    for paragraph in document.paragraphs:
        text = " ".join(document.text[paragraph.start : paragraph.end].split())
        label = f"{paragraph.number or '-'}{f' ({paragraph.marking})' if paragraph.marking else ''}"
        begin = text[:_SHOWN] + "…" * (len(text) > _SHOWN)
        yield f"{label}  {begin}  {dim(f'{paragraph.start}-{paragraph.end}')}"
    for problem in document.problems:
        yield f"problem: {problem.message}"
