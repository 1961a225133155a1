"""JSON lines: one object a line, with the document under ``text``.

``id`` names the document, ``kind`` its reader; all other values that are no lists or objects are its metadata.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.documents.decode import without_surrogates
from graph.documents.limits import Limits
from graph.documents.source import Place, Source
from graph.errors import DocumentError
from graph.model import Problem, Value

__all__ = ["is_json_lines", "objection", "read_json_lines", "refuse_json"]

_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\{[ \t]{0,9}\"[^\"\n]{1,99}\"[ \t]{0,9}:")
_REPORTED = 20  # bad lines of one file that are reported one by one
_LONGEST_ID = 200
_WANTED = 'an object with the document under "text"'
_EXPORT = re.compile(rb"\s{0,99}\{\s{0,99}\"documents\"\s{0,9}:\s{0,9}\[")


def is_json_lines(head: bytes) -> bool:
    """Recognise JSON lines by an object that begins on the first line."""
    return _OPENING.match(head) is not None


def read_json_lines(place: Place, file: BinaryIO, limits: Limits) -> Iterator[Source | Problem]:
    """Read the lines one by one; a bad one is a ``Problem``, and after twenty only their number is reported.

    A file of several lines none of which is a document is one ``Problem``: it is JSON of another sort.
    """
    bad, waiting, good = 0, list[Problem](), False
    for number, line in enumerate(_lines(file, limits.document), start=1):
        found = _document(f"{place.name}#{number}", f"{place.id}#{number}", line, limits)
        if isinstance(found, Problem):
            bad += 1
            if bad <= _REPORTED:
                waiting.append(Problem(place.name, found.message, f"line {number}"))
        elif found:
            good = True
            yield found
        if good:
            yield from waiting
            waiting.clear()
    if not good and bad > 1:
        yield Problem(place.name, f"is JSON, but no line of it is {_WANTED}; skipped")
        return
    yield from waiting
    if bad > _REPORTED:
        yield Problem(place.name, f"{bad - _REPORTED} more lines cannot be read; skipped")


def objection(head: bytes) -> str:
    """Tell what a file is that is JSON but holds no documents; "" for all others."""
    return "is an export of a graph, which holds no documents; skipped" if _EXPORT.match(head) else ""


def refuse_json(text: str) -> None:
    """Refuse a text that is JSON over several lines, and no document.

    Raises:
        DocumentError: it is an object or a list.
    """
    if text.lstrip()[:1] not in {"{", "["} or text.rstrip()[-1:] not in {"}", "]"}:
        return
    try:
        json.loads(text)
    except RecursionError:
        pass
    except ValueError:
        return
    raise DocumentError(f"is JSON, but not one line for each document, {_WANTED}; skipped")


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """Lines, none longer than ``longest`` + 1 bytes: of a longer one only its beginning."""
    while line := file.readline(longest + 1):
        rest = line
        while not rest.endswith(b"\n") and (rest := file.readline(longest)):
            pass
        yield line


def _document(name: str, fallback: str, line: bytes, limits: Limits) -> Source | Problem | None:
    if len(line) > limits.document:
        return Problem(name, f"is longer than {limits.document} bytes; skipped")
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not line:
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be decoded"
        return Problem(name, f"is no JSON ({reason}); skipped")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Problem(name, 'has no "text"; skipped')
    text, note = without_surrogates(row["text"])
    if not text.strip():
        return Problem(name, 'has an empty "text"; skipped')
    return Source(name, line, fallback, _identity(row.get("id")), text, note, _metadata(row))


def _identity(value: Any) -> str:
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    return " ".join(without_surrogates(str(value))[0].split())[:_LONGEST_ID]


def _metadata(row: dict[str, Any]) -> dict[str, Value]:
    return {
        without_surrogates(key)[0]: without_surrogates(value)[0] if isinstance(value, str) else value
        for key, value in row.items()
        if key not in {"id", "text"} and isinstance(value, str | int | float | bool)
    }
