r"""The paragraphs of a cable, with their numbers, markings and headings.

A paragraph's span begins behind its number and marking and ends before the heading of the next paragraph or the
signature. A number opens a paragraph when a marking stands behind it, or when it is the next one and the text before
it is finished: "December\n¶9." is a date, and "1." to "5." within a paragraph are a list. A line within a paragraph
that opens with another marking than the paragraph's own is a paragraph without a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.documents.cable.headings import cut_heading, is_rule
from graph.documents.cable.vocabulary import vocabulary
from graph.documents.cable.words import is_page_break, marking_at
from graph.model import Paragraph

__all__ = ["paragraphs"]

_NUMBER = re.compile(r"\n[ \t\xa0]*+(?:¶[ \t\xa0]*+)?(\d{1,3})(?:[ \t]?\.(?!\d)|[ \t]?\)|(?=[ \t]{1,4}\([A-Z]))")
_RUNNING = re.compile(r"(\d\d{0,2})[ \t]?\.[ \t]{0,9}(?=\([A-Z])")
_MARKED_LINE = re.compile(
    r"\n[ \t\xa0]*+(?:¶[ \t\xa0]*+)?(?:(?:[A-Za-z0-9]{1,2}[.)]|\([a-z]\)|[-*•o]{1,3})[ \t]{1,4})?"
    r"(?=\([A-Z]{1,3}[)/ -])"
)
_TO_MARKING = re.compile(r"[ \t\xa0.]{0,60}(?:\r?\n[ \t\xa0]{0,30})?(?=\()")
_LEAD = re.compile(r"[ \t\xa0]{0,20}[A-Z][A-Za-z/, -]{2,50}[.:]{1,2}[ \t\xa0]{1,4}(?=\([A-Z])")
_ENTIRE = re.compile(
    r"""[ \t\xa0(]{0,20}(?:
        (?P<before>[A-Z]{1,15}(?:[ ][A-Z]{3,12}){0,2})(?:/{1,2}(?P<caveat>[A-Z]{2,8}))?[ )/,-]{1,6}\s{0,3}ENTIRE[ ]TEXT
      | ENTIRE[ ]TEXT(?:[ ]IS)?[ :/-]{1,4}(?P<behind>[A-Z]{6,15}(?:[ ]OFFICIAL[ ]USE)?)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LEVELS = {
    "SECRET": "S",
    "CONFIDENTIAL": "C",
    "UNCLASSIFIED": "U",
    "UNCLAS": "U",
    "LIMITED OFFICIAL USE": "LOU",
    "SENSITIVE BUT UNCLASSIFIED": "SBU",
}
_FINISHED = frozenset(".:?!\"”)]*-=_~'’…;\\")
_LEAST_LEAD = 60  # letters of an unnumbered paragraph before the first numbered one that has no marking
_HANDLING = re.compile(
    r"sensitive but unclassified|please (?:protect|handle)|handle accordingly|entire text|not for internet",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Opening:
    """Where a paragraph may begin."""

    start: int  # of the line
    number: int  # 0 for none
    marking: str
    body: int  # behind number and marking
    marked: bool
    finished: bool  # the text before it is
    style: tuple[bool, bool]  # indented; behind a blank line
    mark: int = 0  # where the point behind the number stands


def paragraphs(text: str, start: int, end: int) -> tuple[Paragraph, ...]:
    """Cut ``text[start:end]``, the body of a cable without its signature, into paragraphs."""
    openings = _with_marked_lines(text, _chosen(text, start, end), end)
    first = openings[0].start if openings else end
    found: list[Paragraph] = []
    stop, heading = cut_heading(text, start, first, opening=True) if openings else (end, "")
    found.extend(_unnumbered(text, start, stop, lead=bool(openings)))
    if _HANDLING.search(heading):
        heading = ""
    for opening, following in zip(openings, [*openings[1:], None], strict=False):
        limit = following.start if following else end
        stop, next_heading = cut_heading(text, opening.body, limit) if following else (limit, "")
        body = min(_skip_blanks(text, opening.body, stop), stop)
        stop = body + len(text[body:stop].rstrip())
        found.append(Paragraph(str(opening.number or ""), opening.marking, body, stop, _bare(heading, opening.marking)))
        heading = next_heading or heading
    return tuple(found)


def _bare(heading: str, marking: str) -> str:
    """Drop a heading's marking where it says no more than the paragraph's."""
    found, end = marking_at(heading, 0, len(heading))
    return heading[end:].lstrip() if found and found == marking else heading


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in ".\\"):
        start += 1
    return start


def _chosen(text: str, start: int, end: int) -> list[_Opening]:
    candidates = list(_candidates(text, start, end))
    if any(opening.marked and text[opening.mark] == "." for opening in candidates):
        candidates = [opening for opening in candidates if text[opening.mark] != ")"]  # they number lists, then
    chosen = _sequence(candidates)
    if not chosen:
        return _running(text, start, end, 1)
    found = _running(text, start, chosen[0].start, 1) if chosen[0].number > 1 else []
    for opening, following in zip(chosen, [*chosen[1:], None], strict=False):
        found.append(opening)
        if following is None or following.number > opening.number + 1:
            limit = following.number if following else 1000
            between = _running(text, opening.body, following.start if following else end, opening.number + 1)
            found.extend(inner for inner in between if inner.number < limit)
    return found


def _candidates(text: str, start: int, end: int) -> Iterator[_Opening]:
    if start == 0 and (match := _NUMBER.match("\n" + text[: min(end, 200)])):
        yield _opening(text, match, 0, end, -1)
    for match in _NUMBER.finditer(text, max(0, start - 1), end):
        opening = _opening(text, match, start, end, 0)
        if opening.marked or text[opening.mark] == ".":
            yield opening


def _opening(text: str, match: re.Match[str], start: int, end: int, shift: int) -> _Opening:
    marking, body, marked = _marking(text, match.end() + shift, end)
    finished, blank = _before(text, start, match.start() + shift)
    indented = match.start(1) - match.start() > 4
    return _Opening(
        match.start() + shift + 1,
        int(match[1]),
        marking,
        body,
        marked,
        finished,
        (indented, blank),
        match.end() + shift - 1,
    )


def _marking(text: str, position: int, end: int) -> tuple[str, int, bool]:
    """Read the marking behind a paragraph's number: at once, behind a word such as "Summary:", or in words."""
    if match := _TO_MARKING.match(text, position, end):
        marking, stop = marking_at(text, match.end(), end)
        if marking:
            return marking, stop, True
    if match := _LEAD.match(text, position, end):
        marking, _ = marking_at(text, match.end(), end)
        if marking:
            return marking, position, True
    if match := _ENTIRE.match(text, position, end):
        words = " ".join((match["before"] or match["behind"]).upper().split())
        level = _LEVELS.get(words, words if words in {"S", "C", "U", "SBU", "LOU"} else "")
        return level + (f"/{match['caveat'].upper()}" if level and match["caveat"] else ""), position, bool(level)
    return "", position, False


def _before(text: str, start: int, position: int) -> tuple[bool, bool]:
    """Tell whether the text before a line is finished, and whether a blank line stands between."""
    before = text[max(start, position - 120) : max(position, start)]
    bare = before.rstrip()
    blank = not bare or before.count("\n", len(bare)) >= 1
    if not bare or bare[-1] in _FINISHED:
        return True, blank
    if bare[-12:].split()[-1].rstrip(".").lower() in vocabulary("before_number"):
        return False, blank
    line = bare.rpartition("\n")
    return blank or (bool(line[1]) and not line[0].rpartition("\n")[2].strip()) or bare[-1] == "\\", blank


def _sequence(candidates: list[_Opening]) -> list[_Opening]:
    """Choose the openings that count: all marked ones, and unmarked ones in their turn that are in no inner list."""
    last = {opening.number: i for i, opening in enumerate(candidates) if opening.marked or opening.finished}
    chosen: list[_Opening] = []
    inner: list[_Opening] = []
    for i, opening in enumerate(candidates):
        turn = chosen[-1].number + 1 if chosen else 0
        if opening.marked:
            chosen.append(opening)
            inner = []
        elif not opening.finished:
            continue
        elif not chosen:
            if opening.number == 1 or (1 not in last and opening.style[1]):
                chosen.append(opening)
        elif (
            inner
            and opening.number == inner[-1].number + 1
            and _in_list(opening, chosen, inner, later=last[opening.number] > i)
        ):
            inner.append(opening)
        elif opening.number == turn or (opening.number == turn + 1 and opening.style[1] and last.get(turn, -1) < i):
            chosen.append(opening)
            inner = []
        elif opening.number == 1:
            inner = [opening]
    return chosen


def _in_list(opening: _Opening, chosen: list[_Opening], inner: list[_Opening], *, later: bool) -> bool:
    """Tell a list item from a paragraph that could be either."""
    if later or opening.number != chosen[-1].number + 1:
        return True
    if opening.style == inner[-1].style != chosen[-1].style:
        return True
    return opening.style == inner[-1].style and sum(one.marked for one in chosen) * 2 > len(chosen)


def _running(text: str, start: int, end: int, number: int) -> list[_Opening]:
    """Find marked paragraphs whose numbers stand within a line, from ``number`` on."""
    found: list[_Opening] = []
    for match in _RUNNING.finditer(text, start, end):
        if int(match[1]) == number + len(found) and text[match.start() - 1 : match.start()].isspace():
            marking, body = marking_at(text, match.end(), end)
            if marking:
                found.append(_Opening(match.start(), int(match[1]), marking, body, True, True, (False, False)))  # noqa: FBT003
    return found


def _with_marked_lines(text: str, openings: list[_Opening], end: int) -> list[_Opening]:
    """Add the lines that change the marking within a paragraph."""
    if not openings:
        return openings
    found = list(openings)
    starts = {opening.start for opening in openings}
    for match in _MARKED_LINE.finditer(text, openings[0].body, end):
        marking, body = marking_at(text, match.end(), end)
        if marking and match.start() + 1 not in starts and _before(text, openings[0].body, match.start())[0]:
            found.append(_Opening(match.start() + 1, 0, marking, body, True, True, (False, False)))  # noqa: FBT003
    found.sort(key=lambda opening: opening.start)
    kept: list[_Opening] = []
    for opening in found:
        if opening.number or not kept or opening.marking != kept[-1].marking:
            kept.append(opening)
    return kept


def _unnumbered(text: str, start: int, end: int, *, lead: bool) -> Iterator[Paragraph]:
    """Cut text without numbers at blank lines; ``lead`` is the text before paragraph 1, often only a handling note."""
    heading = ""
    for block_start, block_end in _blocks(text, start, end):
        block = text[block_start:block_end]
        marking, body = marking_at(text, block_start, block_end)
        letters = sum(map(str.isalpha, block))
        if is_rule(block) or is_page_break(block):
            continue
        if lead and not marking and (letters < _LEAST_LEAD or _HANDLING.search(block) is not None):
            continue
        if not marking and "\n" not in block and letters and cut_heading(text, block_start, block_end, opening=True)[1]:
            heading = block
            continue
        body = _skip_blanks(text, body, block_end)
        yield Paragraph("", marking, body, block_end, heading)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = begin = start
    for match in re.finditer(r"\n[ \t\r\xa0\\]*+(?=\n)", text[start:end]):
        stop = start + match.start()
        yield from _block(text, begin, stop)
        begin = start + match.end()
    yield from _block(text, max(begin, position), end)


def _block(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    bare = block.strip().strip("\\").strip()
    if bare:
        begin = start + block.index(bare)
        yield begin, begin + len(bare)
