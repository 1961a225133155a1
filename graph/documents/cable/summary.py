"""The summary of a cable: what stands between "Summary" and "End summary", on one line."""

import re
from collections.abc import Sequence

from graph.documents.cable.words import marking_at, one_line
from graph.model import Paragraph

__all__ = ["summary"]

_BEGIN = re.compile(
    r"""[\s(*"-]{0,9}(?:BEGIN\s{1,9})?(?:(?:BRIEF|EXECUTIVE|INTRODUCTION|COMMENT|INTRO|ACTION\sREQUEST)\s{0,2}(?:AND|/|&)?\s{0,2})?
    SUMMARY\b(?:\s{0,3}(?:AND|/|&|WITH|,)\s{0,3}(?:A\s)?(?:COMMENTS?|ACTION(?:\sREQUESTS?)?|INTRODUCTION|INTRO|BACKGROUND|CONTEXT|OVERVIEW
    |CONCLUSIONS?|RECOMMENDATIONS?|ANALYSIS|KEY\sPOINTS|REQUESTS?(?:\sFOR)?|GUIDANCE|NOTE|ASSESSMENT|OUTLOOK)\b){0,3}(?:\s{0,3}\([A-Z/]{1,9}\))?[-–.:,)\s]{0,9}""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(
    r"(?:END|End|end)\s{1,9}(?:(?:OF|Of|of)\s{1,9})?(?:[A-Za-z]{3,12}\s{1,3}(?:(?:AND|and|/)\s{1,3})?)?(?:SUMMARY|Summary|summary)\b"
)
_HEADING = re.compile(r"\bSUMMARY\b", re.IGNORECASE)
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
        if end := _END.search(text, paragraph.start, paragraph.end):
            return _piece(text, paragraph.start, end.start())
    return ""


def _collect(text: str, paragraphs: Sequence[Paragraph], start: int) -> str:
    last = paragraphs[-1]
    end = _END.search(text, start, last.end)
    found: list[str] = []
    heading = paragraphs[0].heading
    for paragraph in paragraphs:
        begin = max(start, paragraph.start)
        if end and end.start() < begin:
            break
        if (
            not end
            and found
            and (len(found) == _WITHOUT_END or not (_HEADING.search(heading) and paragraph.heading == heading))
        ):
            break
        found.append(_piece(text, begin, min(paragraph.end, end.start()) if end else paragraph.end))
    return " ".join(piece for piece in found if piece)


def _piece(text: str, start: int, end: int) -> str:
    _, start = marking_at(text, start, end)
    return one_line(text[start:end]).strip(" -([*")
