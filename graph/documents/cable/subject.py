"""The subject of a cable: one line, without its marking and without the references that follow it."""

import re

from graph.documents.cable.words import is_page_break, marking_at, one_line

__all__ = ["subject"]

_REFERENCE = re.compile(
    r"\s[(\[]?(?:REFS?|REFTELS?|Refs?|Reftels?)\b(?:\([sS]\))?(?:[ \t]{0,3}[:.]|[ \t]{1,3}\(?[A-Z][.):])"
)
_NEXT = re.compile(
    r"""[ \t\xa0¶*"]*+(?:
        REF(?:S|TEL)?\b | CLASS?I?F?I?E?D[ ]{0,3}(?:BY|:) | E\.?O\.?\s?1 | TAGS?\b\s?: | SIPDIS | NOFORN | SENSITIVE
      | REASON | (?:BEGIN\s)?SUMMARY\b | -{3} | ={3} | \.{3}$ | \d{1,2}\s?\.\s | 1\.?\s?\(
      | \([CSU]\)\s | \(SBU\)\s | NOTE:
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:\b(?:AND|OF|THE|FOR|WITH|TO|IN|ON|A|AN|BY|AT|FROM|OR|AS|VS\.?)|--?|[,:&/])$", re.IGNORECASE
)
_HALF_MARKING = re.compile(r"[CSU]\) (?=\w)")  # its first bracket was lost
_LINES = 8  # that a subject may have


def subject(text: str, start: int, end: int) -> tuple[str, int, int, str]:
    """Read the value of SUBJECT in ``text[start:end]``; return it, its span, and its marking.

    It ends at a blank line, at the next field, or at references on its own line.
    """
    start, stop = _extent(text, start, end)
    marking = ""
    while start < stop:
        found, position = marking_at(text, start, stop)
        if not found:
            break
        marking = marking or found
        start = position
        while start < stop and text[start] in " \t\r\n-:":
            start += 1
    reference = _REFERENCE.search(text, start, stop)
    if reference:
        stop = start + len(text[start : reference.start()].rstrip(" \t\r\n;,"))
    stop = start + len(text[start:stop].rstrip(" \t\r\n\\"))
    return one_line(text[start:stop]), start, stop, marking


def _extent(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\r\n\xa0:.\\-":
        start += 1
    if _HALF_MARKING.match(text, start, end):
        start += 3
    stop = position = start
    blank = False
    for _ in range(_LINES):
        newline = text.find("\n", position, end)
        line = text[position : newline if newline >= 0 else end]
        bare = line.strip(" \t\r\xa0\\")
        if stop > start and _NEXT.match(line):
            break
        if not bare or is_page_break(line.strip()):
            blank = stop > start
        elif blank and not _goes_on(text, start, stop, bare):
            break
        else:
            stop, blank = position + len(line), False
        if newline < 0 or bare.endswith("..."):
            break
        position = newline + 1
    return start, stop


def _goes_on(text: str, start: int, stop: int, line: str) -> bool:
    """Tell whether a subject goes on behind a blank line: it broke off, and the line is no sentence."""
    return _UNFINISHED.search(text[start:stop].rstrip(" \t\r\\")[-8:]) is not None and not line.endswith(".")
