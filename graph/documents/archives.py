"""gzip and zip, read as streams within a budget: nothing is written to disk, and a bomb is cut short."""

import gzip
import io
import stat
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from graph.documents.limits import Limits
from graph.errors import DocumentError
from graph.model import Problem

__all__ = ["Exhausted", "is_archive", "unpack"]

_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MIB = 2**20


class Exhausted(DocumentError):  # noqa: N818 - it is read as a state, as in "except Exhausted"
    """The budget of an archive is spent; nothing more is read from it."""


class _Meter(io.RawIOBase):
    """A stream that counts what goes through it against a budget that all entries of an archive share."""

    def __init__(self, inner: Any, budget: list[int]) -> None:
        self._inner = inner
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._inner.read1(len(buffer))  # so that what stands before a damage is still read
        self._budget[0] -= len(data)
        if self._budget[0] < 0:
            raise Exhausted("unpacks to far more than its size; the rest of it is skipped")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


def is_archive(head: bytes) -> bool:
    """Recognise gzip and zip by their first bytes."""
    return head.startswith(_GZIP) or head.startswith(_ZIP)


def unpack(name: str, file: BinaryIO, head: bytes, limits: Limits) -> Iterator[tuple[str, BinaryIO] | Problem]:
    """Open each file of an archive in turn, sorted by name; what cannot be opened is a ``Problem``.

    Raises:
        Exhausted: while a stream is read, when the archive unpacks to more than the limits allow.
        OSError, EOFError, zlib.error, zipfile.BadZipFile: the archive is damaged.
    """
    if not file.seekable():  # an archive within an archive
        data = file.read(limits.document + 1)
        if len(data) > limits.document:
            raise DocumentError(
                f"is an archive within an archive and larger than {limits.document // _MIB} MiB; skipped"
            )
        file = io.BytesIO(data)
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    budget = [min(limits.total, max(_MIB, limits.ratio * size))]
    if head.startswith(_GZIP):
        yield name, _metered(gzip.GzipFile(fileobj=file, mode="rb"), budget)
    else:
        with zipfile.ZipFile(file) as archive:
            yield from _entries(name, archive, budget, limits)


def _entries(
    name: str, archive: zipfile.ZipFile, budget: list[int], limits: Limits
) -> Iterator[tuple[str, BinaryIO] | Problem]:
    infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
    if any(info.filename in {"[Content_Types].xml", "mimetype"} for info in infos):
        yield Problem(name, "is an office document or a book; save it as text first; skipped")
        return
    if len(infos) > limits.entries:
        yield Problem(name, f"holds {len(infos)} files; only the first {limits.entries} are read")
    for info in infos[: limits.entries]:
        inner = f"{name}!{info.filename}"
        if info.filename.startswith("__MACOSX/"):
            continue
        if objection := _objection(info):
            yield Problem(inner, objection)
            continue
        try:
            stream = archive.open(info)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            yield Problem(inner, f"cannot be unpacked ({error}); skipped")
            continue
        yield inner, _metered(stream, budget)


def _objection(info: zipfile.ZipInfo) -> str:
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in parts[0]:
        return "has a name that leads out of the archive; skipped"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link, no file; skipped"
    if info.flag_bits & 1:
        return "is encrypted; unpack it first; skipped"
    return ""


def _metered(stream: Any, budget: list[int]) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Meter(stream, budget), 65536))
