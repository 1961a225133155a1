"""JSON lines: one object a line, with the document under ``text``.

``id`` names the document, ``kind`` its reader; all other values that are no lists or objects are its metadata.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.documents.decode import without_surrogates
from graph.documents.limits import Limits
from graph.documents.source import Source, name_of
from graph.model import Problem, Value

__all__ = ["is_json_lines", "read_json_lines"]

_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}\{[ \t]{0,9}\"[^\"\n]{1,99}\"[ \t]{0,9}:")
_REPORTED = 20  # bad lines of one file that are reported one by one
_LONGEST_ID = 200


def is_json_lines(head: bytes) -> bool:
    """Recognise JSON lines by an object that begins on the first line."""
    return _OPENING.match(head) is not None


def read_json_lines(name: str, file: BinaryIO, limits: Limits, folder: str = "") -> Iterator[Source | Problem]:
    """Read the lines one by one; a bad one is a ``Problem``, and after twenty only their number is reported."""
    bad = 0
    for number, line in enumerate(_lines(file, limits.document), start=1):
        found = _document(f"{name}#{number}", f"{name_of(name, folder)}#{number}", line, limits)
        if isinstance(found, Problem):
            bad += 1
            if bad <= _REPORTED:
                yield Problem(name, found.message, f"line {number}")
        elif found:
            yield found
    if bad > _REPORTED:
        yield Problem(name, f"{bad - _REPORTED} more lines cannot be read; skipped")


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
