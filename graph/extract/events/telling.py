"""What a document tells of: runs the rules for events, seizures, agreements and meetings over its sentences."""

import time
from collections.abc import Sequence

from graph.extract.discourse.story import Story
from graph.extract.events.agreements import Agreements
from graph.extract.events.detainees import detainees
from graph.extract.events.events import events
from graph.extract.events.incidents import Incidents
from graph.extract.events.masterminds import masterminds
from graph.extract.events.meetings import Meetings
from graph.extract.events.seizures import Seizures
from graph.extract.events.victims import victims
from graph.extract.events.worth import FIGHTERS, event_keys, names_sufferers, worth_reading
from graph.extract.text import Annotated
from graph.extract.trace import drop
from graph.model import Document

__all__ = ["OutOfTime", "tell"]


class OutOfTime(Exception):  # noqa: N818 - a stop sign within this package, no error for the user
    """A document takes longer than it may; caught by ``extract``."""


def tell(document: Document, annotated: Sequence[Annotated], until: float = float("inf")) -> Story:
    """Find what a document tells of: its events, seizures, agreements and meetings."""
    story = Story(document, annotated)
    incidents = Incidents(story)
    seizures = Seizures(story)
    tellers = (seizures, Agreements(story), Meetings(story))
    for sentence, each in enumerate(annotated):
        if time.monotonic() > until:
            raise OutOfTime
        story.note(sentence)
        fresh, near = seizures.fresh(sentence), story.near(sentence)
        unnamed = story.left_unnamed(sentence) or story.left_caught(sentence)
        keys = event_keys(each.sentence.words) & (-1 if story.fighters else ~FIGHTERS)
        if not (
            names_sufferers(annotated, sentence, keys)
            or worth_reading(each, keys, seized=fresh, cased=story.cased, near=near, unnamed=unnamed)
        ):
            if len(each.spans) > 1 and each.sentence.kind != "field":
                drop(each.sentence, None, "not read for events: no word that an event rule asks for, or no actor near")
            continue
        for event in events(story, sentence):
            incidents.tell(event)
        victims(story, incidents, sentence)
        detainees(story, incidents, sentence)
        for teller in tellers:
            teller.tell(sentence)
        masterminds(story, sentence)
    return story
