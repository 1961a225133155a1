"""What the commands print: data on stdout, messages and progress on stderr.

Text from documents may hold control characters, which a terminal obeys; they are made visible here.
"""

import io
import os
import re
import sys
import time
from pathlib import Path
from typing import Any, Self, TextIO, cast

import typer

__all__ = ["Progress", "bold", "casebook_path", "dim", "emit", "emit_json", "prepare", "say", "visible"]

_CONTROL = re.compile(
    r"(?!\x1b\[[012]m)[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)  # all but tab, newline, and what bold and dim add


def casebook_path(context: typer.Context) -> Path:
    """Return the casebook's file: ``--casebook``, else ``VINCULO_CASEBOOK``, else ``casebook.db``."""
    return cast("Path", context.obj)


def prepare() -> None:
    """Set the standard streams up: UTF-8 into files and pipes, and no name stops a terminal that cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def visible(text: str) -> str:
    r"""Write control characters as ``\x1b``, so that a document cannot steer the reader's terminal."""
    return _CONTROL.sub(lambda control: f"\\x{ord(control[0]):02x}", text)


def emit(text: str = "") -> None:
    """Print one line of data on stdout."""
    sys.stdout.write(visible(text) + "\n")


def say(message: str) -> None:
    """Print one line for the user on stderr."""
    sys.stderr.write(visible(message) + "\n")


def emit_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON on stdout; ``indent=None`` for one line (JSON lines)."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=indent) + "\n")


def bold(text: str) -> str:
    """Set text in bold where stdout is a terminal that shows it."""
    return f"\x1b[1m{text}\x1b[0m" if _colours(sys.stdout) else text


def dim(text: str) -> str:
    """Set text in grey where stdout is a terminal that shows it."""
    return f"\x1b[2m{text}\x1b[0m" if _colours(sys.stdout) else text


def _colours(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """A counter on stderr, on a terminal only: ``Importing: 120 documents``, redrawn at most ten times a second."""

    def __init__(self, label: str, unit: str, total: int | None = None) -> None:
        """Name what is going on and what is counted; ``total`` where it is known."""
        self._label = label
        self._unit = unit
        self._of = f"/{total}" if total is not None else ""
        self._shown = sys.stderr.isatty()
        self._count = 0
        self._drawn = 0.0

    def __enter__(self) -> Self:
        """Start counting."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the line."""
        self.clear()

    def advance(self, count: int = 1) -> None:
        """Count on."""
        self._count += count
        now = time.monotonic()
        if self._shown and now - self._drawn >= 0.1:
            self._drawn = now
            sys.stderr.write(f"\r\x1b[K{self._label}: {self._count}{self._of} {self._unit}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line, so that a message can be printed in its place."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
