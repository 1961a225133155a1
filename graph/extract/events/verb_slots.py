"""The slots of a verb: at which positions stands to whom it happens, and who does it."""

from collections.abc import Iterable

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.phrases import after, by_phrase, group, objects
from graph.extract.clauses.subjects import antecedent, subject
from graph.extract.events.event_rules import Trigger, rulebook
from graph.extract.language.grammar import lists

__all__ = ["aims", "captive", "is_participle", "kidnaps", "slots"]

HARM = frozenset({"killing", "kidnapping", "attack"})  # rules for what somebody may be threatened with
NEAR = 80  # characters
BLAMED = frozenset({"responsible", "accountable", "hostage"})  # "holds X responsible"
AIMED = frozenset({"on", "at", "to", "of"})  # last words of a verb that lead to whom it happens


def aims(trigger: Trigger) -> bool:
    """Tell a verb whose object stands behind a preposition: "fired at X", "took the life of X", "set off a bomb"."""
    return trigger.tail.startswith("off ") or trigger.tail.rpartition(" ")[2] in AIMED


def slots(view: Clauses, at: int, trigger: Trigger, *, passive: bool) -> tuple[list[int], list[int], bool]:
    """Positions of whom it happens to and who does it, and whether the doer is hedged."""
    if trigger.state:
        return subject(view, at), [], False
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    if trigger.rule == "threat" and following is not None and "to" in following.helpers:
        return (objects(view, at + 1) if _harms(following) else []), subject(view, at), False
    relative = _object_relative(view, at)
    if relative >= 0:
        return antecedent(view, relative), subject(view, at), False
    if passive:
        doers, hedged = by_phrase(view, at)
        return [*subject(view, at), *after(view, at, lists("company", "events")), *_company(view, at)], doers, hedged
    toward = "off" if trigger.tail.startswith("off ") else trigger.tail.rpartition(" ")[2]  # "set off a bomb"
    if toward in AIMED or toward == "off":
        return after(view, at, {toward}), subject(view, at), False
    done_to = objects(view, at) or after(view, at, rulebook().rules[trigger.rule].toward)  # "bombed and fired at X"
    return done_to, subject(view, at), False


def _harms(item: Item) -> bool:
    """Tell a verb for what somebody may be threatened with: not "threatened to leave the room"."""
    return any(trigger.rule in HARM for trigger in rulebook().verbs.get(item.head, ()))


def captive(view: Clauses, at: int, around: list[int]) -> bool:
    """Tell whether one side of a verb kidnaps: "the guerrillas are holding X", "is in the hands of the rebels"."""
    behind = view.text[view.items[at].end : view.items[at].end + NEAR]
    if not BLAMED.isdisjoint(behind.replace(".", " ").replace(",", " ").split()):
        return False
    return kidnaps(view, [*around, *after(view, at, {"of"})])


def kidnaps(view: Clauses, positions: Iterable[int]) -> bool:
    """Tell whether one of some noun phrases names those who kidnap, and do not arrest: guerrillas, hooded men."""
    return any(_kidnaps(view, view.items[k]) for k in positions)


def _kidnaps(view: Clauses, item: Item) -> bool:
    kinds = {view.span(k).kind for k in (*item.spans, *item.inner)}
    if kinds:
        return not kinds.isdisjoint({"armed_group", "cartel"})
    hidden = item.head in lists("nobodies", "events") and not lists("hidden", "events").isdisjoint(
        view.words(item).split()
    )
    return hidden or item.head in lists("fighters") | lists("captors")


def _company(view: Clauses, at: int) -> list[int]:
    """Who is with the subject: "X, together with Y, was taken"."""
    found: list[int] = []
    for k in range(at - 1, -1, -1):
        if view.items[k].tag in "VSR;:":
            break
        if view.items[k].tag == "N" and view.items[k].prep in lists("company", "events"):
            found += group(view, k)
    return found


def _object_relative(view: Clauses, at: int) -> int:
    """Position of the pronoun in "X, whom the army killed": the verb has a subject of its own and no object."""
    if view.items[at].voice == "passive" or objects(view, at):
        return -1
    free = False
    for k in range(at - 1, -1, -1):
        item = view.items[k]
        if item.tag == "R":
            return k if free and item.head in {"whom", "that", "which", "who"} else -1
        if item.tag not in "NDA":
            break
        free = free or (item.tag == "N" and not item.prep)
    return -1


def is_participle(view: Clauses, at: int) -> bool:
    """Tell "X, arrested by Y" from "Y arrested X": a participle has no object."""
    return not objects(view, at) and _object_relative(view, at) < 0
