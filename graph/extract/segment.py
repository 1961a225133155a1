"""Document → sentences: layout undone, so that later steps see what a reader reads.

A paragraph is cut into lines; page-break lines and rulers go; lines form blocks (between blank lines); a block is
prose (its lines were wrapped) or a list (its lines were broken on purpose); prose is unwrapped and cut into sentences.
Quotation marks and apostrophes become straight ones, one character for one, so that offsets stay true.
"""

import re
from collections.abc import Iterator, Sequence

from graph.extract.recase import capitals, recase
from graph.extract.sentences import sentence_ends
from graph.extract.text import Offsets, Sentence
from graph.model import Document, Paragraph

__all__ = ["segment"]

type_Line = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_PAGE = re.compile(r"\b\d{8}\s{1,4}\d{3}(?:\.\d{1,2})? OF \d{3}\s*$")
_RULER = re.compile(r"[\s\-=_*~.#]{3,}$")
_OPENING = re.compile(
    r"\s{0,20}¶?\s{0,4}(?:\d{1,3}\s?\.|\d{1,3}\))?\s{0,20}"
    r"(?:\((?:U|C|S|SBU|FOUO|SE|TS|LOU)(?:[/\-, ][A-Z/\-, ]{1,40})?\))?(?:\s{0,4}¶)?"
)
_BULLET = re.compile(
    r"(?:[-–—•*·>o]{1,3}|[a-zA-Z]\)|\([a-zA-Z0-9]{1,3}\)|\d{1,3}\)|[A-Za-z]\.|\d{1,2}\.|[-–—•]{1,2}\s?[A-Za-z0-9]\))\s{1,12}(?=\S)"
)
_GAP = re.compile(
    r"(?<=[^\W\d_]-)\s*\n[\s¶]*(?=[a-z])|\s*\n[\s¶]*(?=[.,;:!?)])|[ \t\r]*[\n\f\v¶][\s¶]*|[ \t\xa0]{2,}|[\t\xa0]"
)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "`": "'", "´": "'"})
_DAMAGED = re.compile(r"(?<=\w)[,?](?=[sS]\b(?!\.))|(?<![\w.,])8(?=[A-Z][a-z])|(?<=[a-z,.])8(?=[\s.,;)]|$)")
_FIELDS = frozenset({"title", "classified_by", "signed_by", "author", "origin"})
_REASON = re.compile(r"\b(?:for )?(?:the )?reasons?\b", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\r]*\n")
_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]{0,3}$")


def segment(document: Document) -> list[Sentence]:
    """Cut a document into title, header fields, headings, sentences and list items, in text order of their group."""
    return [*_fields(document), *(s for i, p in enumerate(document.paragraphs) for s in _paragraph(document, i, p))]


def _fields(document: Document) -> Iterator[Sentence]:
    for name, (start, end) in sorted(document.fields.items(), key=lambda entry: entry[1]):
        if name == "classified_by":
            start, end = _widened(document.text, start, end)
        text, offsets = unwrap(document.text, start, end)
        if text.strip() and name in _FIELDS:
            yield Sentence(text, offsets, -1, "", "title" if name == "title" else "field", lead=name)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take what the header says of the classifier in: title before the name, office and section after it."""
    head = text.rfind(":", max(0, start - 60), start)
    blank = _BLANK.search(text, end, end + 240)
    reason = _REASON.search(text, end, blank.start() if blank else min(len(text), end + 240))
    stop = reason.start() if reason else end
    opened = start if head < 0 or "\n\n" in text[head:start] else head + 1
    opened += len(text[opened:start]) - len(text[opened:start].lstrip())
    return opened, end + len(text[end:stop].rstrip(" ,;.\n\r\t-"))


def unwrap(text: str, start: int, end: int) -> tuple[str, Offsets]:
    """Put ``text[start:end]`` on one line with single blanks; tell where each character stood."""
    pieces: list[str] = []
    cuts, shifts = [0], [start]
    position, length = start, 0
    for gap in _GAP.finditer(text, start, end):
        a, b = gap.span()
        piece = text[position:a]
        pieces.append(piece)
        length += len(piece)
        blank = (
            ""
            if (b < end and text[b] in ".,;:!?)" and "\n" in gap[0]) or text[a - 1] == "-" != gap[0] and "\n" in gap[0]
            else " "
        )
        if blank:
            pieces.append(blank)
            cuts.append(length)
            shifts.append(a - length)
            length += 1
        cuts.append(length)
        shifts.append(b - length)
        position = b
    pieces.append(text[position:end])
    line = "".join(pieces).translate(_STRAIGHT)
    if _DAMAGED.search(line):
        line = _DAMAGED.sub(lambda found: "'" if found[0] in ",?" else '"', line)
    if line[:1].isupper() and capitals(line):
        line = recase(line)
    return line, Offsets(cuts, shifts, 0, len(line))


def _lines(text: str, start: int, end: int) -> Iterator[type_Line | None]:
    """Lines without blanks at their ends; None for a blank line or a ruler."""
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


def _blocks(text: str, paragraph: Paragraph) -> list[list[type_Line]]:
    """Groups of lines between blank lines; a block that only continues the one before is joined to it."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    start = opening.end() if opening else paragraph.start
    blocks: list[list[type_Line]] = []
    fresh, page = True, False
    for line in _lines(text, start, paragraph.end):
        if line is None:
            fresh = True
        elif text[line[1] - 1] in "0123456789" and _PAGE.search(text, line[0], line[1]):
            page = True
        else:
            continues = blocks and (text[line[0]].islower() or (page and not _BULLET.match(text, line[0])))
            if blocks and (continues or not fresh) and _continues(text, blocks[-1][-1], line, fresh=fresh and not page):
                blocks[-1].append(line)
            else:
                blocks.append([line])
            fresh = page = False
    return blocks


def _continues(text: str, before: type_Line, line: type_Line, *, fresh: bool) -> bool:
    """Tell whether a line goes on where the one before ended; across a blank line only in the middle of a sentence."""
    return not fresh or not (_TERMINAL.search(text, before[1] - 4, before[1]) or _BULLET.match(text, line[0]))


def _cut(text: str, block: Sequence[type_Line]) -> list[list[type_Line]]:
    """Cut a block where its lines were broken on purpose: bullets, and lines far shorter than they could be."""
    lengths = sorted(b - a for a, b in block)
    width = max(lengths[(3 * len(lengths)) // 4], 40 if len(block) > 2 else 60)
    flowing = lengths[len(lengths) // 2] > 110
    cuts: list[list[type_Line]] = []
    for line in block:
        if cuts:
            a, b = cuts[-1][-1]
            word = len(text[line[0] : line[1]].partition(" ")[0])
            spare = (b - a) + word < width - 12 or flowing
            if not (
                _BULLET.match(text, line[0], line[1])
                or (spare and not text[line[0]].islower() and text[b - 1] not in ",-(")
            ):
                cuts[-1].append(line)
                continue
        cuts.append([line])
    return cuts


def _paragraph(document: Document, index: int, paragraph: Paragraph) -> Iterator[Sentence]:
    text = document.text
    lead = ""
    for block in _blocks(text, paragraph):
        parts = _cut(text, block) if len(block) > 1 else [block]
        for lines in parts:
            start, end = lines[0][0], lines[-1][1]
            bullet = _BULLET.match(text, start, end)
            line, offsets = unwrap(text, bullet.end() if bullet else start, end)
            terminal = bool(_TERMINAL.search(line))
            if not terminal and len(line) < 200 and (lead or bullet or len(parts) > 2):
                yield Sentence(line, offsets, index, paragraph.marking, "item", paragraph.heading, lead)
                continue
            if not terminal and len(line) < 90 and len(lines) == 1 and len(block) == 1 and start > paragraph.start + 12:
                yield Sentence(line, offsets, index, paragraph.marking, "heading", paragraph.heading)
                continue
            kind = "item" if bullet else "sentence"
            for a, b in sentence_ends(line):
                yield Sentence(
                    line[a:b], offsets[a:b], index, paragraph.marking, kind, paragraph.heading, lead if bullet else ""
                )  # type: ignore[arg-type]
            if line.endswith(":"):
                lead = line[a:b]
            elif not bullet and len(line) > 120:
                lead = ""
