"""What extraction decides on the way: noted while somebody asks (``explain``), and passed over otherwise.

Code that leaves a candidate out says so with ``drop``, and code that finds the words of a hedge with ``weaken``. Nobody
listens while documents are imported: then a call costs one look-up, and its reason is never put together.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

from graph.extract.text import Sentence

__all__ = ["Note", "drop", "heard", "listening", "weaken"]

Place = tuple[int, int] | None
"""A half-open span of a sentence's text; None for all of it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A decision, placed in its sentence."""

    outcome: Literal["dropped", "weakened"]
    sentence: Sentence
    place: Place
    reason: str
    rule: str = ""


_notes: ContextVar[list[Note] | None] = ContextVar("notes", default=None)


@contextmanager
def listening() -> Iterator[list[Note]]:
    """Collect the decisions of all that is extracted inside the block."""
    found: list[Note] = []
    token = _notes.set(found)
    try:
        yield found
    finally:
        _notes.reset(token)


def heard() -> bool:
    """Tell whether anybody listens: for what takes more than a call to tell."""
    return _notes.get() is not None


def drop(sentence: Sentence, place: Place, reason: str, rule: str = "", *about: object) -> None:
    """Note that what stands at a place was considered by a rule and left out; ``about`` fills the reason's ``{}``."""
    notes = _notes.get()
    if notes is not None:
        notes.append(Note("dropped", sentence, place, reason.format(*about), rule))


def weaken(sentence: Sentence, place: Place, reason: str, *about: object) -> None:
    """Note that the words at a place make what is told beside them less than asserted."""
    notes = _notes.get()
    if notes is not None:
        notes.append(Note("weakened", sentence, place, reason.format(*about)))
