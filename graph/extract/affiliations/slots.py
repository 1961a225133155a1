"""Slots: what stands behind a token like "<P0>" of a sentence's skeleton."""

from dataclasses import dataclass, field
from functools import cache

from graph.extract.affiliations.offices import Office
from graph.extract.discourse.quotations import Quotations
from graph.extract.language.lexicon import pairs
from graph.extract.link import End

__all__ = ["LETTERS", "Known", "Skeleton", "Slot", "demonyms"]

LETTERS = {
    "person": "P", "cartel": "K", "armed_group": "G", "agency": "A", "organization": "O", "source": "S", "place": "L",
    "case": "C", "agreement": "E", "meeting": "M", "vessel": "V", "aircraft": "V",
}  # fmt: skip
"""Kind → letter of its slot. Further: N nation, H office, I offices, F family word, X date or amount;
p, k, o stand for a pronoun or "the cartel" that leads back to an actor."""


@dataclass(slots=True)
class Slot:
    """What stands behind a slot: actors (several where the text lists them), a nation or an office."""

    start: int  # in Sentence.text
    end: int
    ends: tuple[End, ...] = ()
    office: Office | None = None
    country: str = ""
    ordered: bool = False  # of several places each is one person's: "the presidents of Peru and Chile, A and B"


@dataclass(slots=True)
class Skeleton:
    """A sentence's line of tokens; each token is followed by a blank."""

    index: int  # of the sentence
    line: str = ""
    slots: list[Slot] = field(default_factory=list)
    words: frozenset[str] = frozenset()  # all tokens; slots as their letter: "<P"

    def slot(self, token: str) -> Slot:
        """Look up the slot of a token like "<P0> "."""
        return self.slots[int(token.strip()[2:-1])]

    def place(self, part: str) -> tuple[int, int]:
        """Where a part of the line, which holds a slot, stands in the sentence: from its first slot to its last."""
        found = [self.slot(token) for token in part.split() if token[0] == "<"]
        return min(slot.start for slot in found), max(slot.end for slot in found)

    def add(self, letter: str, slot: Slot) -> str:
        """Keep a slot; give its token."""
        self.slots.append(slot)
        return f"<{letter}{len(self.slots) - 1}>"


@dataclass(slots=True)
class Known:
    """What the text has told so far, for words that lead back to it."""

    heads: dict[str, End] = field(default_factory=dict)  # a gang's name → its leader
    gangs: dict[str, str] = field(default_factory=dict)  # another name or acronym of a gang → its name
    siblings: dict[str, tuple[End, ...]] = field(default_factory=dict)  # surname → "the brothers"
    kin: dict[tuple[str, str], End] = field(default_factory=dict)  # surname, family word → "Caro's son"
    governments: dict[str, End] = field(default_factory=dict)  # country → its government
    expansions: dict[str, str] = field(default_factory=dict)  # a body's acronym → its name
    members: dict[str, End] = field(default_factory=dict)  # "heron" → the Herons
    quotations: Quotations = field(default_factory=Quotations)  # who says what goes on over sentences


@cache
def demonyms() -> dict[str, str]:
    """Adjectives of nations in lower case → country."""
    return {form.lower(): country for country, forms in pairs("countries").items() for form in forms.split()}
