"""Sentences and what is recognised in them: layout removed, each character still knowing where it stood.

Cables are wrapped at 65 columns, carry page-break lines inside sentences and lists of names one a line. A
``Sentence`` is such a stretch as a reader reads it: one line, single blanks, no page breaks. ``offsets`` leads every
character back to ``Document.text``, so that whatever is found in a sentence can be quoted from the document.
A ``Span`` is an actor, place, date or amount found in a sentence; ``Annotated`` joins the two.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, overload

from graph.model import NO_PROPERTIES, Value

__all__ = ["Annotated", "Offsets", "Sentence", "Span"]

_WORD = re.compile(r"[a-z]+|[$€£]")
_LETTERS = bytes(c if c in b"abcdefghijklmnopqrstuvwxyz" else ord(" ") for c in range(256))
_LOWER = bytes(range(256)).lower().translate(_LETTERS)

# The types of this module are not frozen, because they get made a *lot*; nothing changes them once made.


@dataclass(slots=True)
class Offsets(Sequence[int]):
    """Where each character of an unwrapped text stands in the document: a few pieces instead of a number a character.

    Character ``cuts[k] <= i < cuts[k + 1]`` of the whole stretch stands at ``i + shifts[k]``; ``base`` and ``length``
    make it a view on a part of the stretch.
    """

    cuts: Sequence[int]
    shifts: Sequence[int]
    base: int
    length: int

    def __len__(self) -> int:
        """Count the characters."""
        return self.length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> "Offsets": ...
    def __getitem__(self, index: int | slice) -> "int | Offsets":
        """Look one character up, or view a stretch of them (step 1)."""
        if isinstance(index, slice):
            start, stop, _ = index.indices(self.length)
            return Offsets(self.cuts, self.shifts, self.base + start, max(0, stop - start))
        if index < 0:
            index += self.length
        if not 0 <= index < self.length:
            raise IndexError(index)
        position = self.base + index
        return position + self.shifts[bisect_right(self.cuts, position) - 1]


@dataclass(slots=True)
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
    lead: str = ""  # for a list item: the line that introduces its list; for a field: its name
    words: frozenset[str] = field(init=False, compare=False, repr=False)  # in lower case: which rules are worth trying

    def __post_init__(self) -> None:
        """Look the words up once."""
        self.words = _words(self.text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Translate a half-open span of ``text`` (start < end) into one of the document's text."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Something recognised in a sentence: an actor, a place, a date, an amount."""

    start: int  # of the name itself, in Sentence.text
    end: int
    kind: str  # an ontology kind, or an auxiliary one: date, quantity, money, count
    name: str  # unwrapped, without titles and quotes; of a date its ISO value ("2005-06-30", "2009-06", "2007")
    left: int  # the whole noun phrase around it: determiner, nationality, role, title …
    right: int  # … and trailing parentheses with alias or acronym, so that text[left:right] can stand for one actor
    confidence: float = 1.0
    rule: str = ""
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES, compare=False)
    origins: tuple[str, ...] = ()  # the plug-ins that proposed it, by name; none for what the rules alone found
    # person: role, title, nationality, age; organisations: acronym; vessel, aircraft: type, flag;
    # quantity: amount, unit, amount_kg, substance, qualifier, cargo; money: amount, currency; date: last (of a range)


@dataclass(slots=True)
class Annotated:
    """A sentence with its spans, by start and not overlapping: a place inside an organisation's name is part of it.

    ``same`` are pairs of span indexes that the text equates, with "ALIAS_OF" (alias, name) or "SAME_AS" (acronym,
    expansion).
    """

    sentence: Sentence
    spans: tuple[Span, ...] = ()
    same: tuple[tuple[int, int, str], ...] = ()


def _words(text: str) -> frozenset[str]:
    """All words of a sentence in lower case, cut at accents, hyphens and digits, and its signs of currencies."""
    if text.isascii() and "$" not in text:
        return frozenset(text.encode().translate(_LOWER).decode().split())  # the same, but quicker
    return frozenset(_WORD.findall(text.lower()))
