"""The kinds of documents and who reads them.

A reader is three things: its kind's name, a test whether a text is of its kind, and a function from text to
``Document``. The first reader in ``READERS`` that recognises a text reads it; the last takes whatever is left.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graph.documents import article, cable
from graph.errors import InputError
from graph.model import Document

__all__ = ["READERS", "Reader", "reader_for"]


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


def reader_for(text: str, kind: str | None) -> Reader:
    """Choose the reader by its name, or by the text's content.

    Raises:
        InputError: there is no reader of that name.
    """
    for reader in READERS:
        if reader.kind == kind or (kind is None and reader.recognises(text)):
            return reader
    raise InputError(f"no reader for {kind!r}; there are: {', '.join(reader.kind for reader in READERS)}")
