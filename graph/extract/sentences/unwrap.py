"""Lines → one line of text whose characters know where they stood.

Blanks are made single, curly quotation marks straight, page breaks inside the running text, pilcrow signs and rests of
markup go, and what decoding damaged is mended where one character stands for one.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from graph.extract.sentences.layout import Line
from graph.extract.sentences.recase import capitals, recase
from graph.extract.text import Offsets

__all__ = ["unwrap"]

_BLANKS = re.compile(r"  +")  # begins with two letters of its own, so that re jumps from one to the next
_GAP = re.compile(r"[ \t\xa0¶\f\v\r]{2,}|[\t\xa0¶\f\v\r]")
_MARKUP = re.compile(r" ?(?:</?(?:[Bb][Rr]|[Pp]) ?/?>|&nbsp;) ?|[ \t\xa0¶\f\v\r]{2,}|[\t\xa0¶\f\v\r]")
_PAGE = re.compile(r" ?\b[A-Z][A-Z ]{2,20} \d{8} +\d{3}(?:\.\d)? OF \d{3} ?|[ \t\xa0¶\f\v\r]{2,}|[\t\xa0¶\f\v\r]")
_STICKING = ".,;:!?)"
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "`": "'", "´": "'"})
_DAMAGED = re.compile(  # each begins with the sign itself, so that re jumps from one to the next
    r",(?<=\w,)(?=[sS]\b(?!\.))|\?(?<=\w\?)(?=[sS]\b(?!\.))|8(?<![\w.,]8)(?=[A-Z][a-z])|8(?<=[a-z,.]8)(?=[\s.,;)]|$)"
)


def unwrap(text: str, lines: Sequence[Line]) -> tuple[str, Offsets]:
    """Put lines of a document on one line with single blanks; tell where each character stood."""
    parts = _parts(text, lines)
    pieces = [
        text[a:b] + (" " if text[c] not in _STICKING and text[b - 1] != "-" else _blank(text, b, c))
        for (a, b), (c, _) in pairwise(parts)
    ]
    pieces.extend(text[a:b] for a, b in parts[-1:])
    line = "".join(pieces)
    cuts = [0, *accumulate(len(piece) for piece in pieces[:-1])]
    shifts = [a - at for (a, _), at in zip(parts, cuts, strict=False)]
    if not line.isascii() or "`" in line:
        line = line.translate(_STRAIGHT)
    if "8" in line or ",s" in line or "?s" in line or ",S" in line or "?S" in line:
        line = _DAMAGED.sub(lambda found: "'" if found[0] in ",?" else '"', line)
    if capitals(line):
        line = recase(line)
    return line, Offsets(tuple(cuts), tuple(shifts), 0, len(line))


def _parts(text: str, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches of the lines between what is to become one blank: several blanks, tabs, page breaks."""
    first, last = lines[0].start, lines[-1].end
    whole = text[first:last]
    paged, odd = " OF 0" in whole, any(blank in whole for blank in "\t\r\xa0¶\f\v")
    marked = not paged and ("&nbsp;" in whole or ("<" in whole and _MARKUP.search(whole) is not None))
    if not paged and not odd and not marked and "  " not in whole:
        return [(line.start, line.end) for line in lines]
    gaps = _PAGE if paged else _MARKUP if marked else _GAP if odd else _BLANKS
    parts: list[tuple[int, int]] = []
    for line in lines:
        at = line.start
        for gap in gaps.finditer(text, line.start, line.end):
            if gap.start() > at:
                parts.append((at, gap.start()))
            at = gap.end()
        if line.end > at:
            parts.append((at, line.end))
    return parts


def _blank(text: str, end: int, start: int) -> str:
    """What divides two parts: nothing before a stop and behind a hyphen inside a word, else a blank."""
    inside = text[start].islower() or (text[start].isupper() and text[end - 2].isupper())
    if text[start] in _STICKING or (text[end - 1] == "-" and inside and text[end - 2].isalnum()):
        return ""
    return " "
