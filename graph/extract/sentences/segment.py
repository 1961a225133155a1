"""Document → sentences: layout undone, so that later steps see what a reader reads.

Sentences come in this order: title and header fields; then paragraph by paragraph its sentences, list items and inner
headings. Text in capitals is written in mixed case; every character keeps its place in the document.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from graph.extract.sentences.boundaries import sentence_ends
from graph.extract.sentences.layout import BULLET, Line, blocks, cut, ends
from graph.extract.sentences.unwrap import unwrap
from graph.extract.text import Sentence
from graph.model import Document, Paragraph

__all__ = ["segment"]

_FIELDS = frozenset({"title", "classified_by", "signed_by", "author", "origin"})
_REASON = re.compile(r"\b(?:for )?(?:the )?reasons?\b", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\r]*\n")
_LONGEST_ITEM = 200
_LONGEST_HEADING = 90


def segment(document: Document) -> list[Sentence]:
    """Cut a document into title, header fields, headings, sentences and list items."""
    found = list(_fields(document))
    for index, paragraph in enumerate(document.paragraphs):
        found.extend(_paragraph(document.text, index, paragraph))
    return found


def _fields(document: Document) -> Iterator[Sentence]:
    for name, (start, end) in sorted(document.fields.items(), key=lambda entry: entry[1]):
        if name not in _FIELDS or not document.text[start:end].strip():
            continue
        wide = _widened(document.text, start, end) if name == "classified_by" else (start, end)
        text, offsets = unwrap(document.text, _stripped(document.text, wide))
        yield Sentence(text, offsets, -1, "", "title" if name == "title" else "field", lead=name)


def _stripped(text: str, span: tuple[int, int]) -> list[Line]:
    """The lines of a span, without blanks around them."""
    start = span[0]
    lines = []
    for line in text[span[0] : span[1]].split("\n"):
        if line.strip():
            a = start + len(line) - len(line.lstrip())
            lines.append(Line(a, a + len(line.strip())))
        start += len(line) + 1
    return lines


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take what the header says of the classifier in: title before the name, office and section after it."""
    blank = _BLANK.search(text, end, end + 240)
    reason = _REASON.search(text, end, blank.start() if blank else min(len(text), end + 240))
    stop = reason.start() if reason else end
    head = text.rfind(":", max(0, start - 60), start)
    opened = start if head < 0 or "\n\n" in text[head:start] else head + 1
    return opened, end + len(text[end:stop].rstrip(" ,;.\n\r\t-"))


class _Lead:
    """The line that introduces a list, as long as the list lasts."""

    def __init__(self) -> None:
        self.outer = self.inner = ""

    @property
    def text(self) -> str:
        return self.inner or self.outer

    def heard(self, line: str, *, bullet: bool) -> None:
        """Take notice of a line that is no item: a colon opens a list, long prose closes it."""
        if line.endswith(":"):
            if bullet:
                self.inner = line
            else:
                self.outer, self.inner = line, ""
        elif not bullet and len(line) > 120:
            self.outer = self.inner = ""


def _paragraph(text: str, index: int, paragraph: Paragraph) -> Iterator[Sentence]:
    lead = _Lead()
    for block in blocks(text, paragraph):
        parts = cut(text, block)
        for lines in parts:
            yield from _part(text, index, paragraph, (lines, len(parts)), lead)


def _part(
    text: str, index: int, paragraph: Paragraph, part: tuple[Sequence[Line], int], lead: _Lead
) -> Iterator[Sentence]:
    """The sentences of lines that belong together; ``part`` holds them and the number of parts in their block."""
    lines, count = part
    start, stop = lines[0].start, lines[-1].end
    bullet = BULLET.match(text, start, stop)
    line, offsets = unwrap(text, [Line(bullet.end(), lines[0].end), *lines[1:]] if bullet else lines)
    kind: Literal["sentence", "item", "heading"] = "item" if bullet else "sentence"
    above = lead.outer if bullet and lead.inner and line.endswith(":") else lead.text
    if not ends(text, stop):
        if len(line) < _LONGEST_ITEM and (above or bullet or count > 2):
            yield Sentence(line, offsets, index, paragraph.marking, "item", paragraph.heading, above)
            return
        if len(line) < _LONGEST_HEADING and len(lines) == count == 1 and start > paragraph.start + 12:
            yield Sentence(line, offsets, index, paragraph.marking, "heading", paragraph.heading)
            return
    a = b = 0
    for a, b in sentence_ends(line):
        yield Sentence(
            line[a:b], offsets[a:b], index, paragraph.marking, kind, paragraph.heading, above if bullet else ""
        )
    lead.heard(line[a:b], bullet=bool(bullet))
