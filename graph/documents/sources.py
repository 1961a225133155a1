"""Paths → documents' bytes: files, folders, gzip, zip and JSON lines, told apart by their first bytes.

Folders are read recursively in sorted order; each file once, however many links lead to it. Hidden files, and files
that come with documents without being one (``README``, settings, databases, programs), are passed over in a folder,
and read when they are named.
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from graph.documents.archives import Exhausted, is_archive, unpack
from graph.documents.jsonlines import is_json_lines, objection, read_json_lines
from graph.documents.limits import Limits
from graph.documents.source import Place, Source
from graph.errors import DocumentError
from graph.model import Problem

__all__ = ["sources"]

_DATABASES = frozenset({".db", ".db-shm", ".db-wal", ".sqlite", ".sqlite3"})
_PROGRAMS = frozenset({".cfg", ".css", ".ini", ".js", ".lock", ".py", ".pyc", ".toml", ".yaml", ".yml"})
_ABOUT = ("readme", "license", "licence", "changelog")
_HEAD = 65536
_DAMAGED = (EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)


def sources(paths: Iterable[Path], limits: Limits) -> Iterator[Source | Problem]:
    """Read all documents below the paths, sorted by path, so that the order of the arguments does not matter."""
    seen: set[str] = set()
    for path in sorted({Path(path) for path in paths}, key=str):
        yield from _path(path, (), seen, limits)


def _path(path: Path, below: tuple[str, ...], seen: set[str], limits: Limits) -> Iterator[Source | Problem]:
    """Read a file or folder that lies ``below`` the one that was given."""
    try:
        mode = path.stat().st_mode
        real = os.path.realpath(path)
    except (OSError, ValueError) as error:
        yield Problem(str(path), _reason(error))
        return
    if real in seen:
        return
    seen.add(real)
    if stat.S_ISDIR(mode):
        yield from _folder(path, below, seen, limits)
    elif stat.S_ISREG(mode):
        yield from _file(path, below, limits)
    else:
        yield Problem(str(path), "is no file and no folder; skipped")


def _folder(path: Path, below: tuple[str, ...], seen: set[str], limits: Limits) -> Iterator[Source | Problem]:
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        yield Problem(str(path), _reason(error))
        return
    for name in names:
        if not _passed_over(name):
            yield from _path(path / name, (*below, name), seen, limits)


def _passed_over(name: str) -> bool:
    return (
        name.startswith((".", "__"))
        or name.lower().startswith(_ABOUT)
        or Path(name).suffix.lower() in _DATABASES | _PROGRAMS
    )


def _file(path: Path, below: tuple[str, ...], limits: Limits) -> Iterator[Source | Problem]:
    try:
        with path.open("rb", buffering=_HEAD) as file:
            yield from _stream(Place(str(path), below, path.resolve().parent.name), file, limits)
    except OSError as error:
        yield Problem(str(path), _reason(error))


def _stream(place: Place, file: BinaryIO, limits: Limits, depth: int = 0) -> Iterator[Source | Problem]:
    """Read what one open file holds."""
    try:
        head = file.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]  # all that come here are buffered readers
        if is_archive(head):
            if depth == limits.depth:
                raise DocumentError("is an archive within archives; skipped")  # noqa: TRY301 - one fence for all
            yield from _archive(place, file, head, limits, depth)
        elif no_document := objection(head):
            yield Problem(place.name, no_document)
        elif is_json_lines(head):
            yield from read_json_lines(place, file, limits)
        else:
            yield _document(place, file, limits)
    except Exhausted:
        raise  # to the archive whose budget it is
    except DocumentError as error:
        yield Problem(place.name, str(error))
    except (OSError, *_DAMAGED) as error:
        yield Problem(place.name, f"is damaged ({str(error) or type(error).__name__}); what follows is skipped")


def _archive(place: Place, file: BinaryIO, head: bytes, limits: Limits, depth: int) -> Iterator[Source | Problem]:
    try:
        for entry in unpack(place.name, file, head, limits):
            if isinstance(entry, Problem):
                yield entry
            else:
                inner, stream = entry
                with stream:
                    found = place if inner == place.name else place.entry(inner.removeprefix(f"{place.name}!"))
                    yield from _stream(found, stream, limits, depth + 1)
    except Exhausted as error:
        yield Problem(place.name, str(error))


def _document(place: Place, file: BinaryIO, limits: Limits) -> Source:
    data = file.read(limits.document + 1)
    if len(data) > limits.document:
        raise DocumentError(f"is larger than {limits.document / 2**20:g} MiB; skipped")
    return Source(place.name, data, place.id)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
