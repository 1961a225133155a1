"""Word lists, read once a process: sets of lower-case entries from ``words/*.txt``."""

from functools import cache
from importlib.resources import files

__all__ = ["pairs", "words"]


def _entries(name: str) -> list[str]:
    lines = files("graph.extract").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [entry for line in lines if (entry := line.partition("#")[0].strip())]


@cache
def words(name: str) -> frozenset[str]:
    """Entries of a list: one a line, or several divided by blanks on lines that start with ``=``; ``#`` comments."""
    found: set[str] = set()
    for entry in _entries(name):
        if entry.startswith("="):
            found.update(entry[1:].lower().split())
        else:
            found.add(entry.lower())
    return frozenset(found)


@cache
def pairs(name: str) -> dict[str, str]:
    """Entries of the shape ``key: value``; keys in lower case."""
    return {key.strip().lower(): value.strip() for key, _, value in (entry.partition(":") for entry in _entries(name))}
