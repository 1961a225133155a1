"""The lines of a paragraph: page breaks and rulers dropped, what belongs together kept together.

Lines form blocks, between blank lines; a block is prose (its lines were wrapped) or a list (broken on purpose).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from graph.model import Paragraph

__all__ = ["BULLET", "Line", "blocks", "cut", "ends"]


class Line(NamedTuple):
    """A line of the document, without blanks at its ends."""

    start: int
    end: int
    glued: bool = False  # it goes on where the line before ended, over a page break or a false paragraph sign


_LINE = re.compile(r"[^\n]+")
_PAGE = re.compile(r"\b\d{8}\s{1,4}\d{3}(?:\.\d{1,2})? OF \d{3}\s*$")
_RULER = re.compile(r"[\s\-=_*~.#]{3,}$")
_OPENING = re.compile(
    r"\s{0,20}¶?\s{0,4}(?:\d{1,3}\s?\.|\d{1,3}\))?\s{0,20}"
    r"(?:\((?:U|C|S|SBU|FOUO|SE|TS|LOU)(?:[/\-, ][A-Z/\-, ]{1,40})?\))?(?:\s{0,4}¶)?"
)
BULLET = re.compile(
    r"(?:[-–—•*·>]{1,3}|[a-zA-Z]\)|\((?:[a-zA-Z]|[ivxIVX]{1,4}|\d{1,3})\)|\d{1,3}\)|[A-Za-z]\.|\d{1,2}\."
    r"|[-–—•]{1,2} ?[A-Za-z0-9]\))"
    r"[ \t\xa0]{1,12}(?=\S)"
)
_OPENED = 40  # a text's first line begins before; a number and blanks may stand in front of it
_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]{0,3}$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,4}$")


def ends(text: str, end: int) -> bool:
    """Tell whether a sentence or clause ends at ``end``."""
    return bool(_TERMINAL.search(text, max(0, end - 4), end))


def _lines(text: str, start: int, end: int) -> Iterator[Line | None]:
    """All lines; None for a blank line or a ruler."""
    last = start
    for found in _LINE.finditer(text, start, end):
        a, b = found.span()
        line = found[0]
        stripped = line.strip()
        if a > last + 1:
            yield None
        last = b
        if not stripped or (stripped[0] in "-=_*~.#" and _RULER.match(stripped)):
            yield None
        else:
            a += len(line) - len(line.lstrip())
            yield Line(a, a + len(stripped))


def blocks(text: str, paragraph: Paragraph) -> list[list[Line]]:
    """Groups of lines between blank lines; a group that only continues the one before is joined to it."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    found: list[list[Line]] = []
    fresh, page = True, False
    for line in _lines(text, opening.end() if opening else paragraph.start, paragraph.end):
        if line is None:
            fresh = True
        elif text[line.end - 1] in "0123456789" and _PAGE.search(text, line.start, line.end):
            page = True
        else:
            before = found[-1][-1] if found else None
            if before and (not fresh or _continues(text, before, line, page=page)):
                broken = page or text[line.start] == "¶"
                found[-1].append(line._replace(glued=not ends(text, before.end)) if broken else line)
            else:
                found.append([line])
            fresh = page = False
    return found


def _continues(text: str, before: Line, line: Line, *, page: bool) -> bool:
    """Tell whether a line goes on where the one before ended, across a blank line or a page break."""
    if BULLET.match(text, line.start, line.end):
        return False
    return page or (text[line.start].islower() and not ends(text, before.end))


def cut(text: str, block: Sequence[Line]) -> list[list[Line]]:
    """Cut a block where its lines were broken on purpose: at bullets, and behind lines shorter than they could be."""
    if len(block) == 1:
        return [list(block)]
    lengths = sorted(line.end - line.start for line in block)
    width = max(lengths[(3 * len(lengths)) // 4], 40 if len(block) > 2 else 60)
    flowing = lengths[len(lengths) // 2] > 110
    parts: list[list[Line]] = [[block[0]]]
    for line in block[1:]:
        before = parts[-1][-1]
        spare = flowing or _spare(text, before, line, width)
        broken = spare and not text[line.start].islower() and text[before.end - 1] not in ",-("
        broken = broken and not (before is block[0] and _leads(text, block, width))
        if not line.glued and (broken or BULLET.match(text, line.start, line.end)):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _leads(text: str, block: Sequence[Line], width: int) -> bool:
    """Tell whether a text in capitals opens with a line that is short for want of its dateline, and then goes on."""
    first, *others = block
    opens = first.start < _OPENED and not any(map(str.isalpha, text[: first.start]))
    ended = ends(text, first.end) and not _ABBREVIATED.search(text, first.start, first.end)
    if not opens or ended or not text[first.start : first.end].isupper():
        return False
    return not any(_spare(text, line, after, width) for line, after in pairwise(others))


def _spare(text: str, before: Line, line: Line, width: int) -> bool:
    """Tell whether a line had plenty of room for the first word of the next."""
    length = before.end - before.start
    if length >= width - 13:
        return False
    blank = text.find(" ", line.start, line.end)
    return length + (blank if blank > 0 else line.end) - line.start < width - 12
