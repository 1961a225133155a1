"""Nouns of an event that tell of none after all: "organized crime", "the arrests of the year"."""

from graph.extract.event_rules import Rule
from graph.extract.items import Clauses
from graph.extract.link import End
from graph.extract.story import Story

__all__ = ["LEGAL", "unlikely"]

LEGAL = frozenset({"release", "extradition", "conviction", "indictment"})  # tell nothing without their patient
# Nouns that tell of a killing only where the text is about violence.
QUIET = frozenset({"death", "deaths", "body", "bodies", "corpse", "corpses"})
VIOLENT = ("murder", "assassin", "kill", "attack", "responsib", "bomb", "shot", "squad", "accus", "massacre", "kidnap",
           "tortur", "bullet", "gunm", "found dead")  # fmt: skip


def unlikely(story: Story, sentence: int, at: int, patients: list[End], rule: Rule) -> str:
    """Say why a noun tells of no event: "organized crime", "the arrests of the year"; "" if it does."""
    view = story.view(sentence)
    item, head = view.items[at], view.items[at].head
    if "organized" in view.words(item) or "organised" in view.words(item):
        return "organized crime"
    if not patients and (rule.type in LEGAL or (head.endswith("s") and rule.type == "arrest")):
        return "without a named party it is a figure or a manner of speaking"
    if head == "attempt" and not (patients and "on" in _preps(view, at)):
        return "no attempt on anybody"
    if head in QUIET and not _violent(story, sentence):
        return "a death in a document that tells of no violence"
    return ""


def _preps(view: Clauses, at: int) -> set[str]:
    return {item.prep for item in view.items[at + 1 : at + 4] if item.tag == "N"}


def _violent(story: Story, sentence: int) -> bool:
    """Tell whether a death is told of as a killing: by the words around it or those in the document."""
    text = story.view(sentence).text
    return any(word in text for word in VIOLENT) or story.violent
