"""Who did an event that is told by a noun: "claimed responsibility for the murder", "the mastermind of the attack"."""

from graph.extract.clauses.clauses import PREDICATIVE
from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import hedges, of_verb, weaker
from graph.extract.clauses.phrases import after, by_phrase, objects, reduced
from graph.extract.clauses.subjects import subject
from graph.extract.discourse.story import Story
from graph.extract.events.doers import doers
from graph.extract.events.event_rules import Rule, Trigger, rulebook
from graph.extract.events.triggers import PLAIN
from graph.extract.link import End
from graph.model import Modality

__all__ = ["involved"]

BLAMING = frozenset({"accuse", "blame", "suspect"})


def involved(story: Story, sentence: int, noun: int, rule: Rule) -> list[tuple[End, Modality]]:
    """Give the actors whom the sentence ties to the event noun at a position, with how it puts that."""
    view = story.view(sentence)
    positions, modality = _before(view, noun)
    if not positions:
        positions, modality = _behind(view, noun)
    return [(end, modality) for end in doers(story, sentence, positions, rule)]


def _before(view: Clauses, noun: int) -> tuple[list[int], Modality]:
    """Actors of a verb or an author's noun in front of the event."""
    for at in range(noun - 1, -1, -1):
        item = view.items[at]
        if item.tag == "N" and item.head in rulebook().authors:
            return _author(view, at)
        if item.tag == "V":
            return _governing(view, at, noun)
        if item.tag in "SR;:":
            break
    return [], "asserted"


def _governing(view: Clauses, at: int, noun: int) -> tuple[list[int], Modality]:
    """Actors of the verb that has the event as its object: "carried out the attack", "accused X of the murder"."""
    item = view.items[at]
    trigger = _matching(view, at, noun)
    if trigger is None:
        return [], "asserted"
    if trigger.rule == "doer":
        return subject(view, at), of_verb(view, at)
    if trigger.rule == "accuser":
        passive = item.voice == "passive" or (item.voice == "bare" and not objects(view, at))
        return (subject(view, at) if passive else objects(view, at)), _accused(view, at)
    behind = after(view, noun, {trigger.tail}) if item.voice != "passive" else []
    return behind, "alleged"  # "attributed the attack to X"


def _accused(view: Clauses, at: int) -> Modality:
    if view.items[at].head in hedges().cleared:
        return "denied"
    settled = view.items[at].head in {"convict", "sentence", "find"}
    return of_verb(view, at) if settled else weaker(of_verb(view, at), "alleged")


def _matching(view: Clauses, at: int, noun: int) -> Trigger | None:
    blamed_for = view.items[noun].prep == "for"  # "blamed X for the attack on Y": not on Y
    between = f" {view.text[view.items[at].end : view.items[noun].end]} "
    for trigger in rulebook().roles.get(view.items[at].head, ()):
        behind = trigger.rule == "behind" and not blamed_for and bool(after(view, noun, {trigger.tail}))
        if not trigger.tail or behind or f" {trigger.tail} " in between:
            return trigger
    return None


def _author(view: Clauses, at: int) -> tuple[list[int], Modality]:
    """Who is called the event's author: "X, the mastermind of", "X is the suspected killer of"."""
    item = view.items[at]
    words = view.words(item).split()
    hedged = item.head in {"suspect", "suspects"} or any(word in hedges().hedges for word in words)
    modality: Modality = "alleged" if hedged else "asserted"
    before = view.items[at - 1] if at else None
    if item.inner:
        return [at], modality
    if before is not None and before.tag == "V" and before.head in {"be", "name", "become", "call"}:
        return subject(view, at - 1), weaker(modality, of_verb(view, at - 1))
    for k in range(at - 1, max(-1, at - 6), -1):
        if view.items[k].tag == "N" and view.items[k].spans and not view.items[k].owns:
            return [k], modality
        if view.items[k].tag in "VSR;:":
            break
    return [], modality


def _behind(view: Clauses, noun: int) -> tuple[list[int], Modality]:
    """Actors of a verb behind the event: "was attributed to X", "carried out by X", "was the work of X"."""
    items = view.items
    relative = False  # what a relative clause says of the event need not be all: "the attack, which left two dead, was"
    for at in range(noun + 1, len(items)):
        item = items[at]
        if item.tag == "R":
            relative = True
        elif item.tag == "V":
            if item.head == "be" and (called := _called(view, at)):
                return called, of_verb(view, at)
            told = item.voice == "passive" or (item.voice == "bare" and not objects(view, at))
            found = _told_by(view, at) if told else _blamed(view, at)
            if found[0] or not (relative or reduced(item)):
                return found
            relative = False
        elif item.tag in "S;:":
            break
    return [], "asserted"


def _called(view: Clauses, at: int) -> list[int]:
    """Who did it where it is called somebody's: "the attack was the work of X", "was an act of revenge by X"."""
    told = next((k for k in range(at + 1, min(len(view.items), at + 3)) if view.items[k].tag == "N"), -1)
    if told < 0 or view.items[told].spans or view.items[told].prep:
        return []
    if view.items[told].head == "work":
        return after(view, at, {"of"})[:1]
    return by_phrase(view, told)[0]


def _blamed(view: Clauses, at: int) -> tuple[list[int], Modality]:
    """Actors that a verb behind the event holds responsible for it: "denied the attack and blamed X"."""
    blames = view.items[at].head in BLAMING or _holds_responsible(view, at)
    return (objects(view, at), weaker(of_verb(view, at), "alleged")) if blames else ([], "asserted")


def _holds_responsible(view: Clauses, at: int) -> bool:
    """Tell "they hold X responsible"."""
    held = objects(view, at) if view.items[at].head == "hold" else []
    return any(item.head in PREDICATIVE for item in view.items[held[-1] + 1 : held[-1] + 2]) if held else False


def _told_by(view: Clauses, at: int) -> tuple[list[int], Modality]:
    """Actors of a passive that has the event as its subject."""
    item = view.items[at]
    tail = view.text[item.end : item.end + 40].translate(PLAIN) + " "
    for trigger in rulebook().roles.get(item.head, ()):
        if trigger.tail and f" {trigger.tail} " not in tail:
            continue
        if trigger.rule == "behind":
            return after(view, at, {trigger.tail}), weaker(of_verb(view, at), "alleged")
        if trigger.rule == "accuser" and trigger.tail:
            return subject(view, at), "alleged"  # "the attack, for which X is held responsible"
        if trigger.rule == "doer":
            found, hedged = by_phrase(view, at)
            return found, weaker(of_verb(view, at), "alleged") if hedged else of_verb(view, at)
    return [], "asserted"
