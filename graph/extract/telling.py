"""What a document tells of: runs the rules for events, seizures, agreements and meetings over its sentences."""

import re
import time
from collections.abc import Sequence
from functools import cache

from graph.extract.agreements import Agreements, dealing
from graph.extract.event_rules import Trigger, rulebook
from graph.extract.events import events
from graph.extract.grammar import grammar
from graph.extract.incidents import Incidents
from graph.extract.link import Link
from graph.extract.masterminds import masterminds
from graph.extract.meetings import Meetings, meeting_verbs
from graph.extract.seizures import Seizures, seizure_rule
from graph.extract.story import Story
from graph.extract.text import Annotated
from graph.model import Document

__all__ = ["OutOfTime", "tell"]

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


class OutOfTime(Exception):  # noqa: N818 - a stop sign within this package, no error for the user
    """A document takes longer than it may; caught by ``extract``."""


def tell(document: Document, annotated: Sequence[Annotated], until: float = float("inf")) -> list[Link]:
    """Find what a document tells of: its events, seizures, agreements and meetings."""
    story = Story(document, annotated)
    incidents = Incidents(story)
    tellers = (Seizures(story), Agreements(story), Meetings(story))
    for sentence, each in enumerate(annotated):
        if time.monotonic() > until:
            raise OutOfTime
        story.note(sentence)
        if not each.spans or triggers().isdisjoint(WORD.findall(each.sentence.text.lower())):
            continue
        for event in events(story, sentence):
            incidents.tell(event)
        for teller in tellers:
            teller.tell(sentence)
        masterminds(story, sentence)
    return story.links


@cache
def triggers() -> frozenset[str]:
    """All words that can set off an event rule, in all their forms."""
    book = rulebook()
    listed = [(lemma, trigger) for lemma, triggers in book.verbs.items() for trigger in triggers]
    taken = seizure_rule()
    listed += [(lemma, trigger) for lemma, triggers in taken.verbs.items() for trigger in triggers]
    listed += [(lemma, trigger) for lemma, triggers in meeting_verbs().items() for trigger in triggers]
    listed += [(lemma, Trigger("")) for rule in ("agreement", "accompany") for lemma in dealing(rule)["verbs"]]
    nouns = {noun for rule in ("agreement", "meeting", "mastermind") for noun in dealing(rule)["nouns"]}
    lemmas = {lemma for lemma, trigger in listed if not trigger.tail}
    tails = {trigger.tail.split()[-1] for _, trigger in listed if trigger.tail}
    forms = {word for word, entry in grammar().items() if entry.lemma in lemmas}
    return (
        frozenset(forms) | frozenset(book.nouns) | frozenset(tails) | nouns | taken.anaphors | taken.nouns | taken.loads
    )
