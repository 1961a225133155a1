"""Sources → documents: decode, choose the reader, name the document, keep what went wrong beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.documents.article.dates import published
from graph.documents.decode import decode
from graph.documents.jsonlines import refuse_json
from graph.documents.kinds import reader_for, readers
from graph.documents.limits import Limits
from graph.documents.markup import refuse_markup
from graph.documents.source import Place, Source
from graph.documents.sources import sources
from graph.errors import DocumentError
from graph.model import NO_PROPERTIES, Document, Problem, Value

__all__ = ["parse", "read"]

_FILLS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "subject"),
    "date": ("date", "published", "created_date", "dateline"),
    "origin": ("origin", "outlet", "publisher"),
    "author": ("author", "byline"),
    "classification": ("classification",),
}
"""Field of a document → keys of the metadata that fill it where the text does not state it."""


def parse(
    text: str,
    *,
    source: str,
    kind: str | None = None,
    id: str | None = None,  # noqa: A002 - as the field is called
    sha256: str = "",
    metadata: Mapping[str, Value] = NO_PROPERTIES,
) -> Document:
    """Read one decoded text.

    The document's id is ``id``, else the one that the text states, else a name made from ``source``: the file's name
    without suffix, or its folder's where the file is called "document", "article", "text" and the like. Metadata
    fills title, date, origin, author and classification where the text does not state them.

    Raises:
        InputError: there is no reader for ``kind``.
    """
    found = Source(source, b"", "", id or "", text, metadata=metadata)
    return _read(found, text, kind, sha256)


def _read(source: Source, text: str, kind: str | None, sha256: str) -> Document:
    document = reader_for(text, kind).read(text)
    filled: dict[str, Any] = {}
    if source.metadata:
        for name, keys in _FILLS.items():
            if not getattr(document, name) and (value := _first(source.metadata, keys)):
                filled[name] = published(value)[0] if name == "date" else value
        filled["metadata"] = {**document.metadata, **source.metadata}
    problems = [Problem(source.name, source.note)] if source.note else []
    problems.extend(replace(problem, source=source.name) for problem in document.problems)
    if document.kind == "article" and (gap := _missing(replace(document, **filled), titled=source.text is None)):
        problems.append(Problem(source.name, gap))
    return replace(
        document,
        id=source.id or document.id or source.fallback or Place.of(source.name).id,
        source=source.name,
        sha256=sha256,
        problems=tuple(problems),
        **filled,
    )


def _missing(document: Document, *, titled: bool) -> str:
    """Say what an article does not tell; of texts that are not ``titled`` (lines of a collection) only the date."""
    untitled = titled and not document.title
    if document.date:
        return "no title found" if untitled else ""
    return f"no {'title and no ' if untitled else ''}date found: dates without a year stay without one"


def read(paths: Iterable[Path], limits: Limits = Limits(), *, kind: str | None = None) -> Iterator[Document | Problem]:  # noqa: B008 - Limits is immutable
    """Read all documents below the paths; never raises for what one file holds.

    The paths are read in sorted order, whatever their order is. A file that holds no document is a ``Problem``. A
    second copy of a text under the same id is passed over. Of two different texts with one id the first is the
    document and the second a ``Problem``: a casebook holds one text under one id, and which one must not depend on
    chance.
    """
    taken: dict[str, tuple[int, str]] = {}
    for found in sources(paths, limits):
        document = found if isinstance(found, Problem) else _document(found, limits, kind)
        if isinstance(document, Document) and document.id in taken:
            text, source = taken[document.id]
            if hash(document.text) != text:
                yield Problem(document.source, f"has the id {document.id} of {source} and another text; skipped")
            continue
        if isinstance(document, Document):
            taken[document.id] = hash(document.text), document.source
        yield document


def _document(source: Source, limits: Limits, kind: str | None) -> Document | Problem:
    try:
        text, note = (source.text, source.note) if source.text is not None else decode(source.data)
        _check(text, limits)
        stated = source.metadata.get("kind")
        known = str(stated) if stated in {reader.kind for reader in readers()} else None
        return _read(replace(source, note=note) if note else source, text, kind or known, source.sha256)
    except DocumentError as error:
        return Problem(source.name, str(error))


def _check(text: str, limits: Limits) -> None:
    if not text.strip():
        raise DocumentError("holds no text; skipped")
    if len(text) > limits.line:
        longest = max(map(len, text.split("\n")))
        if longest > limits.line:
            raise DocumentError(f"has a line of {longest} characters, more than {limits.line}; skipped")
    refuse_markup(text)
    refuse_json(text)


def _first(metadata: Mapping[str, Value], keys: tuple[str, ...]) -> str:
    return next((value for key in keys if isinstance(value := metadata.get(key), str) and value.strip()), "")
