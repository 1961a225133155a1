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
from graph.documents.jsonlines import is_json_lines, read_json_lines
from graph.documents.limits import Limits
from graph.documents.source import Source, name_of
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
        yield from _path(path, seen, limits)


def _path(path: Path, seen: set[str], limits: Limits) -> Iterator[Source | Problem]:
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
        yield from _folder(path, seen, limits)
    elif stat.S_ISREG(mode):
        yield from _file(path, limits)
    else:
        yield Problem(str(path), "is no file and no folder; skipped")


def _folder(path: Path, seen: set[str], limits: Limits) -> Iterator[Source | Problem]:
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        yield Problem(str(path), _reason(error))
        return
    for name in names:
        if not _passed_over(name):
            yield from _path(path / name, seen, limits)


def _passed_over(name: str) -> bool:
    return (
        name.startswith((".", "__"))
        or name.lower().startswith(_ABOUT)
        or Path(name).suffix.lower() in _DATABASES | _PROGRAMS
    )


def _file(path: Path, limits: Limits) -> Iterator[Source | Problem]:
    try:
        with path.open("rb", buffering=_HEAD) as file:
            yield from _stream(str(path), file, limits, path.resolve().parent.name)
    except OSError as error:
        yield Problem(str(path), _reason(error))


def _stream(name: str, file: BinaryIO, limits: Limits, folder: str, depth: int = 0) -> Iterator[Source | Problem]:
    """Read what one open file holds; ``folder`` names a document whose own file name says nothing."""
    try:
        head = file.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]  # all that come here are buffered readers
        if is_archive(head):
            if depth == limits.depth:
                raise DocumentError("is an archive within archives; skipped")  # noqa: TRY301 - one fence for all
            yield from _archive(name, file, head, limits, depth)
        elif is_json_lines(head):
            yield from read_json_lines(name, file, limits, folder)
        else:
            yield _document(name, file, limits, folder)
    except Exhausted:
        raise  # to the archive whose budget it is
    except DocumentError as error:
        yield Problem(name, str(error))
    except (OSError, *_DAMAGED) as error:
        yield Problem(name, f"is damaged ({str(error) or type(error).__name__}); what follows is skipped")


def _archive(name: str, file: BinaryIO, head: bytes, limits: Limits, depth: int) -> Iterator[Source | Problem]:
    try:
        for entry in unpack(name, file, head, limits):
            if isinstance(entry, Problem):
                yield entry
            else:
                inner, stream = entry
                with stream:
                    yield from _stream(inner, stream, limits, "", depth + 1)
    except Exhausted as error:
        yield Problem(name, str(error))


def _document(name: str, file: BinaryIO, limits: Limits, folder: str) -> Source:
    data = file.read(limits.document + 1)
    if len(data) > limits.document:
        raise DocumentError(f"is larger than {limits.document / 2**20:g} MiB; skipped")
    return Source(name, data, name_of(name, folder))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
