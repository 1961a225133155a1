"""The lines of a paragraph: page breaks and rulers dropped, what belongs together kept together.

Lines form blocks, between blank lines; a block is prose (its lines were wrapped) or a list (broken on purpose).
"""

import re
from collections.abc import Iterator, Sequence

from graph.model import Paragraph

__all__ = ["BULLET", "Line", "blocks", "cut", "ends"]

Line = tuple[int, int]
"""Start and end of a line in the document, without blanks at its ends."""

_LINE = re.compile(r"[^\n]+")
_PAGE = re.compile(r"\b\d{8}\s{1,4}\d{3}(?:\.\d{1,2})? OF \d{3}\s*$")
_RULER = re.compile(r"[\s\-=_*~.#]{3,}$")
_OPENING = re.compile(
    r"\s{0,20}¶?\s{0,4}(?:\d{1,3}\s?\.|\d{1,3}\))?\s{0,20}"
    r"(?:\((?:U|C|S|SBU|FOUO|SE|TS|LOU)(?:[/\-, ][A-Z/\-, ]{1,40})?\))?(?:\s{0,4}¶)?"
)
BULLET = re.compile(
    r"(?:[-–—•*·>]{1,3}|[a-zA-Z]\)|\([a-zA-Z0-9]{1,3}\)|\d{1,3}\)|[A-Za-z]\.|\d{1,2}\.|[-–—•]{1,2}\s?[A-Za-z0-9]\))\s{1,12}(?=\S)"
)
_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]{0,3}$")


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
            yield a, a + len(stripped)


def blocks(text: str, paragraph: Paragraph) -> list[list[Line]]:
    """Groups of lines between blank lines; a group that only continues the one before is joined to it."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    found: list[list[Line]] = []
    fresh, page = True, False
    for line in _lines(text, opening.end() if opening else paragraph.start, paragraph.end):
        if line is None:
            fresh = True
        elif text[line[1] - 1] in "0123456789" and _PAGE.search(text, line[0], line[1]):
            page = True
        else:
            if found and (not fresh or _continues(text, found[-1][-1], line, page=page)):
                found[-1].append(line)
            else:
                found.append([line])
            fresh = page = False
    return found


def _continues(text: str, before: Line, line: Line, *, page: bool) -> bool:
    """Tell whether a line goes on where the one before ended, across a blank line or a page break."""
    if BULLET.match(text, *line):
        return False
    return page or (text[line[0]].islower() and not ends(text, before[1]))


def cut(text: str, block: Sequence[Line]) -> list[list[Line]]:
    """Cut a block where its lines were broken on purpose: at bullets, and behind lines far shorter than they could be."""
    if len(block) == 1:
        return [list(block)]
    lengths = sorted(b - a for a, b in block)
    width = max(lengths[(3 * len(lengths)) // 4], 40 if len(block) > 2 else 60)
    flowing = lengths[len(lengths) // 2] > 110
    parts: list[list[Line]] = [[block[0]]]
    for line in block[1:]:
        a, b = parts[-1][-1]
        spare = flowing or b - a < width - 13
        if spare and not flowing:
            word = text.find(" ", line[0], line[1])
            spare = (b - a) + ((word if word > 0 else line[1]) - line[0]) < width - 12
        broken = spare and not text[line[0]].islower() and text[b - 1] not in ",-("
        if broken or BULLET.match(text, *line):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts
