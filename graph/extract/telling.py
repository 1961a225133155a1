"""What a document tells of: runs the rules for events, seizures, agreements and meetings over its sentences."""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph.extract.agreements import Agreements, dealing
from graph.extract.event_rules import Trigger, rulebook
from graph.extract.events import events
from graph.extract.grammar import grammar
from graph.extract.incidents import Incidents
from graph.extract.masterminds import masterminds
from graph.extract.meetings import Meetings, meeting_verbs
from graph.extract.seizures import Seizures
from graph.extract.story import Story
from graph.extract.takings import seizure_rule
from graph.extract.text import Annotated
from graph.model import Document

__all__ = ["OutOfTime", "tell"]

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


class OutOfTime(Exception):  # noqa: N818 - a stop sign within this package, no error for the user
    """A document takes longer than it may; caught by ``extract``."""


def tell(document: Document, annotated: Sequence[Annotated], until: float = float("inf")) -> Story:
    """Find what a document tells of: its events, seizures, agreements and meetings."""
    story = Story(document, annotated)
    incidents = Incidents(story)
    tellers = (Seizures(story), Agreements(story), Meetings(story))
    for sentence, each in enumerate(annotated):
        if time.monotonic() > until:
            raise OutOfTime
        story.note(sentence)
        if not each.spans or not _tells(each):
            continue
        for event in events(story, sentence):
            incidents.tell(event)
        for teller in tellers:
            teller.tell(sentence)
        masterminds(story, sentence)
    return story


# Verbs too common to look at a sentence for; the words that follow them tell.
LIGHT = frozenset(
    [
        "be",
        "have",
        "take",
        "hold",
        "put",
        "place",
        "lose",
        "remain",
        "set",
        "let",
        "find",
        "cut",
        "meet",
        "hand",
        "pay",
        "open",
        "bring",
        "accept",
        "receive",
    ]
)


def _tells(each: Annotated) -> bool:
    """Tell whether a sentence is worth a look: an event's word and a span, or a dealing's word and two."""
    words = WORD.findall(each.sentence.text.lower())
    return not triggers()[0].isdisjoint(words) or (len(each.spans) > 1 and not triggers()[1].isdisjoint(words))


@cache
def triggers() -> tuple[frozenset[str], frozenset[str]]:
    """Words of events, and words of dealings between two: verbs in all their forms, nouns, words behind light verbs."""
    book, taken = rulebook(), seizure_rule()
    happens = _forms(taken.verbs) | _forms(book.verbs) | _forms({"sign": (Trigger(""),)}) | set(book.nouns)
    deals = _forms(meeting_verbs()) | _forms({verb: (Trigger(""),) for verb in dealing("accompany")["verbs"]})
    talks = {noun for rule in ("agreement", "meeting") for noun in dealing(rule)["nouns"]}
    return frozenset(happens | taken.anaphors | taken.nouns | set(dealing("mastermind")["nouns"])), frozenset(
        deals | talks
    )


def _forms(verbs: Mapping[str, Iterable[Trigger]]) -> frozenset[str]:
    """All forms of the verbs of triggers; of light verbs the longest of the words that must follow."""
    listed = [(lemma, trigger) for lemma, triggers in verbs.items() for trigger in triggers]
    tails = {max(trigger.tail.split(), key=len) for lemma, trigger in listed if trigger.tail and lemma in LIGHT}
    lemmas = {lemma for lemma, trigger in listed if not trigger.tail or lemma not in LIGHT}
    return frozenset({word for word, entry in grammar().items() if entry.lemma in lemmas} | tails)
