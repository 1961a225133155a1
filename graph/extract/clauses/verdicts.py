"""What a sentence says of a claim that it repeats: "the rumor that … is false", "it is unclear whether …", a question.

The phrases are data: ``rules/verdicts.yaml``.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.extract.clauses.items import Clauses
from graph.extract.language.rule_files import load_yaml
from graph.extract.trace import weaken
from graph.model import Modality

__all__ = ["judged", "of_text", "verdict"]

CLAIM = (
    r"(?:rumou?rs?|reports?|claims?|allegations?|accusations?|suggestions?|charges?|stor(?:y|ies)|statements?|notion|idea"
    r"|theory|news|suspicions?|assertions?|versions?|speculation)"
)
# Where a phrase in front of a claim has no more force.
END = re.compile(r";|, (?:but|and|while|although|whereas)\b|\b(?:but|although|after)\b")
# A word of every phrase, so that most sentences are read but once.
HINT = re.compile(r"\b(?:that|whether|truth|if|had)\b|\?")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Words of one entry: those that judge what follows, and those that judge what they span."""

    modality: Modality
    leads: re.Pattern[str] | None
    frames: re.Pattern[str] | None


@cache
def verdicts() -> tuple[Verdict, ...]:
    """Read the phrases once a process."""
    entries: list[dict[str, Any]] = load_yaml("rules/verdicts.yaml")
    return tuple(
        Verdict(each["modality"], _any(each.get("leads", ()), r"\b"), _any(each.get("frames", ()), ""))
        for each in entries
    )


def _any(phrases: list[str], edge: str) -> re.Pattern[str] | None:
    joined = "|".join(phrase.replace("<claim>", CLAIM) for phrase in phrases)
    return re.compile(f"{edge}(?:{joined}){edge}") if joined else None


def judged(text: str) -> bool:
    """Tell whether a sentence in small letters may judge a claim at all."""
    return HINT.search(text) is not None


def verdict(view: Clauses, start: int) -> Modality:
    """Tell what the sentence makes of the claim at a position: denied, alleged, or (asserted) nothing."""
    if not judged(view.text):
        return "asserted"
    found, place = of_text(view.annotated.sentence.text.lower(), start)
    if found != "asserted":
        weaken(view.annotated.sentence, place, "these words put what they tell of as {}", found)
    return found


def of_text(text: str, start: int) -> tuple[Modality, tuple[int, int]]:
    """Give the first verdict that covers a position of a text in small letters, and the words that bring it."""
    for entry in verdicts():
        for match in entry.frames.finditer(text) if entry.frames else ():
            if match.start() <= start < match.end():
                return entry.modality, match.span()
        for match in entry.leads.finditer(text, 0, start) if entry.leads else ():
            if not END.search(text, match.end(), start):
                return entry.modality, match.span()
    return "asserted", (0, 0)
