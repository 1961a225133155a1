"""The sentence around a place in a text, for people to read."""

import re
from collections.abc import Iterable

__all__ = ["sentence_at", "sentence_of"]

_END = re.compile(r"[.!?][\"”')]{0,2}\s|\n\s*\n")
_LONGEST = 300  # characters before and behind the place


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence around ``text[start:end]`` on one line."""
    before = text[max(0, start - _LONGEST) : start]
    begin = max((match.end() for match in _END.finditer(before)), default=0)
    behind = text[end : end + _LONGEST]
    stop = match.end() if (match := _END.search(behind)) else len(behind)
    return " ".join((before[begin:] + text[start:end] + behind[:stop]).split())


def sentence_of(text: str, names: Iterable[str]) -> str:
    """Return the first sentence in which one of the names stands, in any case and over line breaks; "" if none does."""
    for name in names:
        words = r"\s+".join(re.escape(word) for word in name.split())
        if match := re.search(words, text, re.IGNORECASE):
            return sentence_at(text, *match.span())
    return ""
