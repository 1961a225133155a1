"""Sentences: a document's paragraphs without their layout, each character still knowing where it stood.

Cables are wrapped at 65 columns, carry page-break lines inside sentences and lists of names one a line. A
``Sentence`` is such a stretch as a reader reads it: one line, single blanks, no page breaks. ``offsets`` leads every
character back to ``Document.text``, so that whatever is found in a sentence can be quoted from the document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item, heading or header field, unwrapped.

    ``text[i]`` stands at ``offsets[i]`` in the document. Blanks that replace a line break carry the break's offset.
    """

    text: str
    offsets: Sequence[int]  # one for each character of text
    paragraph: int  # index into Document.paragraphs; -1 for a title or header field
    marking: str
    kind: Literal["sentence", "item", "heading", "title", "field"]
    heading: str = ""  # the section heading above it
    lead: str = ""  # for a list item: the line that introduces its list

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Translate a half-open span of ``text`` (start < end) into one of the document's text."""
        return self.offsets[start], self.offsets[end - 1] + 1
