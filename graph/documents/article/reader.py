"""One article's text → a ``Document``: title, byline, date, and the paragraphs of one copy of the body."""

import re
from collections.abc import Iterator, Sequence

from graph.documents.article.blocks import Block, blocks, without_additions, without_repeats
from graph.documents.article.head import read_head
from graph.model import Document, Paragraph

__all__ = ["read", "recognises"]

_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’')]{0,2}\s{1,4}[\"“‘']?[A-Z]")
_LONGEST_HEADING = 90
_MOST_WORDS = 14
_LEAST_BODY = 80  # characters of a paragraph below a heading


def recognises(text: str) -> bool:
    """Take every text: what is no cable is read as an article."""
    return isinstance(text, str)


def read(text: str) -> Document:
    """Read an article. ``source`` and ``id`` are left empty.

    Paragraphs are what stands between blank lines; they have no numbers and no markings. A body that comes twice is
    read once; what a web page adds below (a reader's comment in capitals, "Share", topics) is left out; photo captions
    stay. Lines that look like headings are given as ``heading`` of the paragraphs below them.
    """
    found = without_repeats(blocks(text))
    head, body = read_head(found)
    return Document(
        id="",
        kind="article",
        text=text,
        source="",
        sha256="",
        title=head.title,
        date=head.date,
        origin=head.outlet,
        author=head.author,
        fields=dict(head.fields),
        paragraphs=tuple(_paragraphs(without_additions(body))),
    )


def _paragraphs(found: Sequence[Block]) -> Iterator[Paragraph]:
    heading = ""
    for i, block in enumerate(found):
        if _is_heading(found, i):
            heading = block.key.lstrip("# ")
        else:
            yield Paragraph("", "", block.start, block.end, heading)


def _is_heading(found: Sequence[Block], i: int) -> bool:
    """Tell a heading from a short paragraph or a list item: one line, no sentence, between sentences."""
    line = found[i].text
    if "\n" in line or len(line) > _LONGEST_HEADING or line[-1] in '.,;:!"”' or len(line.split()) > _MOST_WORDS:
        return False
    if i + 1 == len(found) or _SENTENCE_INSIDE.search(line) or line[0] in "-*•":
        return False
    after = found[i + 1].text
    before = found[i - 1].text if i else "."
    return len(after) >= _LEAST_BODY and before.rstrip("\"”’')")[-1:] in {".", "!", "?"}
