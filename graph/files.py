"""Writing a result to a file: whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copymode
from typing import TextIO

from graph.errors import InputError

__all__ = ["replacing"]


@contextmanager
def replacing(target: Path, errors: str = "backslashreplace") -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes the place of ``target`` when all is written, and never if writing fails.

    A device or pipe (``/dev/stdout``) is written directly. ``errors`` says what becomes of text that UTF-8 cannot hold.

    Raises:
        InputError: if the file cannot be written; what stood there before is kept.
    """
    place = target.resolve()  # a link stays a link, and the file that it leads to is replaced
    special = place.exists() and not place.is_file()
    written = place if special else place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with written.open("w", encoding="utf-8", errors=errors, newline="\n") as stream:
            if place.is_file():
                copymode(place, written)  # what only its owner could read stays so
            yield stream
            stream.flush()
            if not special:
                os.fsync(stream.fileno())
        if not special:
            written.replace(place)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror}; choose another file with -o") from error
    finally:
        if not special:
            with suppress(OSError):
                written.unlink()
