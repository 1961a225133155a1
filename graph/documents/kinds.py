"""The kinds of documents and who reads them.

A reader is three things: its kind's name, a test whether a text is of its kind, and a function from text to
``Document``. The first reader that recognises a text reads it: plug-ins by name, then ``READERS``, the last of which
takes whatever is left.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.documents import article, cable
from graph.errors import InputError, PluginError
from graph.model import Document
from graph.plugins import HINT, Plugin, one_line, plugins
from graph.plugins import READERS as GROUP

__all__ = ["READERS", "Reader", "reader_for", "readers"]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one kind of documents. ``read`` leaves ``source``, ``sha256`` and an ``id`` that is not stated empty."""

    kind: str
    recognises: Callable[[str], bool]
    read: Callable[[str], Document]


READERS = (
    Reader("cable", cable.recognises, cable.read),
    Reader("article", article.recognises, article.read),
)


@cache
def readers() -> Sequence[Reader]:
    """All readers, in the order in which they are asked.

    Raises:
        InputError: a plug-in cannot be loaded, is no reader, or reads a kind that has a reader.
    """
    found: list[Reader] = []
    for plugin in plugins(GROUP):
        reader = plugin.object
        if not isinstance(reader, Reader):
            raise InputError(f"{plugin} is a {type(reader).__name__}, not a Reader; {HINT}")
        if any(reader.kind == other.kind for other in (*found, *READERS)):
            raise InputError(f"{plugin} reads the kind {reader.kind!r}, which has a reader already; {HINT}")
        found.append(_guarded(plugin, reader))
    return (*found, *READERS)


def _guarded(plugin: Plugin, reader: Reader) -> Reader:
    """A plug-in's reader whose failures name it, and whose documents are checked."""

    def recognises(text: str) -> bool:
        return bool(_called(plugin, reader.recognises, text))

    def read(text: str) -> Document:
        document = _called(plugin, reader.read, text)
        if wrong := _wrong(document, text):
            raise PluginError(f"{plugin} {wrong}; {HINT}")
        return document  # type: ignore[no-any-return]

    return Reader(reader.kind, recognises, read)


def _called(plugin: Plugin, function: Callable[[str], Any], text: str) -> Any:
    try:
        return function(text)
    except Exception as error:
        raise PluginError(f"{plugin} failed; {HINT}: {one_line(error)}") from error


def _wrong(document: Any, text: str) -> str:
    """Say what is wrong with what a plug-in has read; "" if nothing is."""
    if not isinstance(document, Document):
        return f"reads a {type(document).__name__}, not a Document"
    if document.text != text:
        return "changes the text, and quotes would not be the file's words"
    end = 0
    for paragraph in document.paragraphs:
        if not end <= paragraph.start <= paragraph.end <= len(text):
            place = f"{paragraph.start}-{paragraph.end}"
            return f"has a paragraph at {place}, which overlaps the one before or ends beyond the text"
        end = paragraph.end
    return ""


def reader_for(text: str, kind: str | None) -> Reader:
    """Choose the reader by its name, or by the text's content.

    Raises:
        InputError: there is no reader of that name.
    """
    for reader in readers():
        if reader.kind == kind or (kind is None and reader.recognises(text)):
            return reader
    raise InputError(f"no reader for {kind!r}; there are: {', '.join(reader.kind for reader in readers())}")
