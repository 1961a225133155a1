"""Where sentences end: after a full stop that is none of an abbreviation, an initial or a number."""

import re
from collections.abc import Iterator

from graph.extract.language.lexicon import words

__all__ = ["sentence_ends"]

_STOP = re.compile(r"[.!?][\"')\]]{0,3} +(?=[\"'(\[]{0,2}[^\W_a-z])")
_LONGEST = 3000
_LAST_WORD = re.compile(r"[\w'.-]{0,24}$")


def sentence_ends(line: str) -> Iterator[tuple[int, int]]:
    """Cut an unwrapped stretch into sentences; blanks between them belong to none.

    What has no end is cut at a blank, so that the time for a sentence stays bounded.
    """
    start = 0
    for stop in _STOP.finditer(line):
        if line[stop.start()] == "." and not _ends(line, stop):
            continue
        yield from _bounded(line, start, stop.start() + len(stop[0].rstrip()))
        start = stop.end()
    yield from _bounded(line, start, len(line))


def _bounded(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without blanks around it, in pieces if it is overlong."""
    while end - start > _LONGEST:
        comma = line.rfind(", ", start + _LONGEST // 2, start + _LONGEST) + 1
        blank = comma or line.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield from _bounded(line, start, cut)
        start = cut
    stripped = line[start:end].strip()
    if stripped:
        start = line.index(stripped, start)
        yield start, start + len(stripped)


def _ends(line: str, stop: re.Match[str]) -> bool:
    """Tell a sentence's full stop from an abbreviation's."""
    dot = stop.start()
    word = line[max(0, dot - 24) : dot].rpartition(" ")[2]
    if not word.isalpha():
        found = _LAST_WORD.search(word)
        word = found[0] if found else ""
    if stop[0][1] in "\"')]":  # a closing quotation mark or bracket ends it, whatever stands before
        return True
    bare = word.lower()
    if bare in words("abbreviations"):
        return False
    following = line[stop.end() : stop.end() + 20].split(" ", 1)[0].strip("\"'([,").lower()
    if len(word) == 1 and word.isalpha() and word.isupper():  # an initial, "J. Doe"
        return following in words("starters") and bool(re.search(r"[a-z0-9] .?$", line[max(0, dot - 3) : dot]))
    if "." in word or bare in words("abbreviations_final"):  # "U.S.", "p.m.", "Inc."
        return following in words("starters")
    return True
