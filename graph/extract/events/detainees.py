"""Who was arrested, told in a sentence of its own: "The suspects are X and Y", "they were identified as X and Y"."""

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import of_verb
from graph.extract.clauses.neighbours import NUMBERS
from graph.extract.clauses.phrases import group, objects
from graph.extract.discourse.circumstances import circumstances
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.event_rules import rulebook
from graph.extract.events.events import Event
from graph.extract.events.incidents import Incidents
from graph.extract.language.grammar import lists
from graph.extract.link import End

__all__ = ["detainees"]

BEING = frozenset({"be", "include", "become"})
NAMING = frozenset({"identify", "name"})
THEM = frozenset({"they", "them", "these", "those"})


def detainees(story: Story, incidents: Incidents, sentence: int) -> None:
    """Add the people whom a sentence names as those whose arrest was told of before."""
    if story.caught is None or not story.left_caught(sentence):
        return
    view = story.view(sentence)
    known = {link.source for link in story.links if link.quote[0] == sentence and link.type == "ARRESTED_IN"}
    if not lists("at_large", "events").isdisjoint(view.annotated.sentence.words):
        return
    for at in range(len(view.items)):
        people = actors(story, sentence, _named(story, view, at), frozenset({"person"}))
        fresh = [end for end in people if end not in known]
        if fresh:
            incidents.tell(_event(story, sentence, at, fresh))
            known.update(fresh)


def _named(story: Story, view: Clauses, at: int) -> list[int]:
    """Positions of the names that the item at a position leads to: a verb of being or naming, or "the suspects, X"."""
    item = view.items[at]
    if item.tag == "V" and item.head in NAMING and item.voice != "passive":
        behind = objects(view, at)
        return _behind(view, behind[0]) if behind and _means(story, view, behind[0]) else []
    if item.tag == "V" and item.head in BEING | NAMING:
        before = _before(view, at)
        return _behind(view, at) if before >= 0 and _means(story, view, before) else []
    if item.tag == "N" and item.spans:
        return group(view, at) if _called(view.text[item.start : view.span(item.spans[0]).start]) else []
    if item.tag == "N" and not item.prep and _means(story, view, at) and item.head not in THEM:
        at += item.head == "one" and [other.prep for other in view.items[at + 1 : at + 2]] == ["of"]
        marked = [other.tag for other in view.items[at + 1 : at + 3]] in ([",", "N"], ["-", "N"])
        named = marked and bool(view.items[at + 2].spans) and not view.items[at + 2].prep
        return group(view, at + 2) if named else []
    return []


def _called(before: str) -> bool:
    """Tell whether what stands before a name calls its bearer one of the arrested: "the detainees, X and Y"."""
    words = before.rstrip(" ,:").split()
    return len(words) > 1 and words[0] in {"the", "these"} and words[-1] in lists("accused", "events")


def _before(view: Clauses, verb: int) -> int:
    """Position of what opens the clause of a linking verb: "the five", "among them"; -1 if nothing does."""
    for at in range(verb - 1, -1, -1):
        item = view.items[at]
        if item.tag in "VSR;:":
            return -1
        opens = at == 0 or view.items[at - 1].tag in ',;:C"'
        if item.tag == "N" and (opens or (item.prep == "of" and item.head in THEM)):
            return at
    return -1


def _means(story: Story, view: Clauses, at: int) -> bool:
    """Tell whether a noun phrase means those who were arrested: "the suspects", "the five", "them", "the three men"."""
    item = view.items[at]
    if item.tag != "N" or item.spans or item.inner or item.owns or story.caught is None:
        return False
    words = view.words(item).split()
    if item.head in lists("accused", "events"):
        return words[0] in {"the", "these", "those", "all"} or item.head == words[0]
    newer = story.unnamed is not None and story.unnamed[1] != "arrest" and story.unnamed[0] >= story.caught.sentence
    if newer:
        return False
    if item.head == "one":
        following = view.items[at + 1] if at + 1 < len(view.items) else item
        return following.prep == "of" and following.head in THEM
    if item.head in THEM:
        return item.prep in {"", "among", "of"}
    return words[0] == "the" and (item.head in NUMBERS or item.head in story.caught.called)


def _behind(view: Clauses, at: int) -> list[int]:
    """Positions of the names behind a verb, or behind "the suspects as"."""
    for k in range(at + 1, min(len(view.items), at + 5)):
        item = view.items[k]
        if item.tag == "N":
            return group(view, k) if not item.owns and item.prep in {"", "as"} else []
        if item.tag not in 'AD:"' and item.head != "as":
            break
    return []


def _event(story: Story, sentence: int, at: int, people: list[End]) -> Event:
    """Make the arrest, by whom and when it was told of before."""
    view = story.view(sentence)
    item, rule = view.items[at], rulebook().rules["arrest"]
    modality = of_verb(view, at) if item.tag == "V" else "asserted"
    event = Event(rule, sentence, item.start, item.end, people, modality=modality)
    if story.caught is not None:
        event.agents = list(story.caught.agents)
        event.around = circumstances(story, story.caught.sentence, story.caught.at)
    return event
