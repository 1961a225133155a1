"""How much is read at most, so that no file can fill the memory or the disk."""

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for reading; what goes beyond one becomes a ``Problem`` and the rest is still read."""

    document: int = 16 * 2**20  # bytes of one document
    line: int = 2**20  # characters of one line: no author writes a longer one
    total: int = 8 * 2**30  # bytes that come out of one compressed file
    ratio: int = 200  # how many times larger than the compressed file they may be, from the first MiB on
    entries: int = 100_000  # files in one zip
    depth: int = 2  # archives within archives
