"""The summary of a cable: what stands between "Summary" and "End summary", on one line."""

import re
from collections.abc import Sequence

from graph.documents.cable.words import marking_at, one_line
from graph.model import Paragraph

__all__ = ["summary"]

_BEGIN = re.compile(
    r"""[\s(*"-]{0,9}(?:BEGIN\s{1,9})?(?:(?:BRIEF|EXECUTIVE|INTRODUCTION|COMMENT|INTRO|OVERVIEW|CONTEXT|BACKGROUND|ACTION\sREQUEST)\s{0,2}(?:AND|/|&)?\s{0,2})?
    SU[MARY]{4,6}\b(?:\s{0,3}(?:AND|/|&|WITH|,)\s{0,3}(?:A\s)?(?:COMMENTS?|ACTION(?:\sREQUESTS?)?|INTRODUCTION|INTRO|BACKGROUND|CONTEXT|OVERVIEW
    |CONCLUSIONS?|RECOMMENDATIONS?|ANALYSIS|KEY\sPOINTS|REQUESTS?(?:\sFOR)?|GUIDANCE|NOTE|ASSESSMENT|OUTLOOK)\b){0,3}(?:\s{0,3}\([A-Z/]{1,9}\))?[-–.:,)\s]{0,9}""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(
    r"[Ee][Nn][Dd][\s\\]{0,9}(?:[Oo][Ff]\s{1,9})?"
    r"(?:(?:[A-Za-z]{3,12}|[Aa][Cc][Tt][Ii][Oo][Nn]\s[Rr][Ee][Qq][A-Za-z]{4,5})\s{1,3}(?:(?:AND|and|/)\s{1,3})?)?"
    r"[Ss][Uu][MARYmary]{4,6}\b"
)
_ITS_WORD = re.compile(r"[Ss][Uu][MARYmary]{4,6}\b")  # rare, so sought first; also with its letters lost or swapped
_LONGEST_END = 45  # characters of "End of summary and action request"
_HEADING = re.compile(r"\bSU[MARY]{4,6}\b", re.IGNORECASE)
_PARAGRAPHS = 12  # that a summary may have
_WITHOUT_END = 4  # that it may have without "End summary"
_UNANNOUNCED = 2  # paragraphs in which "End summary" stands when nothing announces a summary
_EARLY = 4  # paragraphs among which it begins


def summary(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Read the summary without its number, marking and delimiters; "" where a cable has none.

    It goes to "End summary"; without that to the end of its section, or of its paragraph where no heading opens it.
    """
    for i, paragraph in enumerate(paragraphs[:_EARLY]):
        begin = _BEGIN.match(text, paragraph.start, paragraph.end)
        if begin or _HEADING.search(paragraph.heading):
            return _collect(text, paragraphs[i : i + _PARAGRAPHS], begin.end() if begin else paragraph.start)
    for paragraph in paragraphs[:_UNANNOUNCED]:
        end = _end(text, paragraph.start, paragraph.end)
        if end >= 0:
            return _piece(text, paragraph.start, end)
    return ""


def _collect(text: str, paragraphs: Sequence[Paragraph], start: int) -> str:
    end = _end(text, start, paragraphs[-1].end)
    found: list[str] = []
    heading = paragraphs[0].heading
    for paragraph in paragraphs:
        begin = max(start, paragraph.start)
        if 0 <= end < begin:
            break
        in_section = paragraph.heading == heading and _HEADING.search(heading) is not None
        if end < 0 and found and (len(found) == _WITHOUT_END or not in_section):
            break
        found.append(_piece(text, begin, min(paragraph.end, end) if end >= 0 else paragraph.end))
    return " ".join(piece for piece in found if piece)


def _end(text: str, start: int, end: int) -> int:
    """Find "End summary"; -1 where it is not said."""
    for word in _ITS_WORD.finditer(text, start, end):
        if match := _END.search(text, max(start, word.start() - _LONGEST_END), word.end()):
            return match.start()
    return -1


def _piece(text: str, start: int, end: int) -> str:
    _, start = marking_at(text, start, end)
    return one_line(text[start:end]).strip(" -([*/")
