"""Nouns of an event that tell of none after all: "organized crime", "the arrests of the year"."""

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.neighbours import NUMBERS
from graph.extract.discourse.story import Story
from graph.extract.events.event_rules import VIOLENT, Rule
from graph.extract.language.grammar import lists
from graph.extract.link import End

__all__ = ["LEGAL", "counted", "habitual", "told_violently", "unlikely"]

LEGAL = frozenset({"release", "extradition", "conviction", "indictment"})  # tell nothing without their patient
POINTING = frozenset({"this", "these", "that", "those"})
ARTICLES = frozenset({"the", "several", "various", "its", "their", "his"})
NOW = frozenset({"today", "tonight", "yesterday", "now"})
BEING = frozenset({"is", "are", "was", "were", "been"})


def unlikely(story: Story, sentence: int, at: int, patients: list[End], rule: Rule) -> str:
    """Say why a noun tells of no event: "organized crime", "the arrests of the year"; "" if it does."""
    view = story.view(sentence)
    item, head = view.items[at], view.items[at].head
    if "organized" in view.words(item) or "organised" in view.words(item):
        return "organized crime"
    if not patients and (rule.type in LEGAL or (head.endswith("s") and rule.type == "arrest")):
        return "without a named party it is a figure or a manner of speaking"
    if not patients and _general(view, at, rule):
        return "speaks in general, of no one incident"
    if head == "attempt" and not (patients and _preps(view, at) & {"on", "against"}):
        return "no attempt on anybody"
    if head in lists("quiet", "events") and not _violent(story, sentence):
        return "a death in a document that tells of no violence"
    return ""


def _general(view: Clauses, at: int, rule: Rule) -> bool:
    """Tell what points to no incident: "terrorist actions", "attacks by the rebels"; not "this action"."""
    item = view.items[at]
    words = view.words(item).split()
    if words[0] in POINTING or any(view.span(k).kind == "date" for k in item.inner):
        return False
    if item.head in lists("vague", "events"):
        return words[0] != "the" or lists("wicked").isdisjoint(words)
    if not item.head.endswith("s") or rule.type not in VIOLENT:
        return False
    counted = any(word in NUMBERS or word[0].isdigit() for word in words)
    return not (words[0] in ARTICLES or counted or _preps(view, at) & {"on", "against", "at", "of"})


def habitual(view: Clauses, at: int, rule: Rule) -> bool:
    """Tell a verb that tells of what goes on, not of an incident: "is attacking the people"."""
    item = view.items[at]
    progressive = item.form == "ing" and not BEING.isdisjoint(item.helpers)
    near = view.items[max(0, at - 2) : at + 4]
    dated = any(other.tag == "D" or other.head in NOW for other in near)
    return progressive and rule.type in VIOLENT and not dated


def _preps(view: Clauses, at: int) -> set[str]:
    return {item.prep for item in view.items[at + 1 : at + 4] if item.tag == "N"}


def counted(view: Clauses, at: int) -> bool:
    """Tell a participle that only counts: "the number of dead and wounded"."""
    before = view.items[at - 2] if at > 1 and view.items[at - 1].tag == "C" else None
    return view.items[at].voice == "bare" and before is not None and before.head in {"dead", "killed", "injured"}


def told_violently(view: Clauses) -> bool:
    """Tell whether a sentence in which somebody "died" tells of a killing."""
    return (_holds(view, "violence") or _holds(view, "fighting")) and not _holds(view, "natural")


def _violent(story: Story, sentence: int) -> bool:
    """Tell whether a death is told of as a killing: by the words around it or those in the document."""
    return _holds(story.view(sentence), "violence") or story.violent


def _holds(view: Clauses, key: str) -> bool:
    """Tell whether a sentence holds one of the words of a list, or what begins like it."""
    return any(word in view.text for word in lists(key, "events"))
