"""Fighting among forces: "the guerrillas ambushed an army patrol" is a clash, for which nobody is held responsible."""

from graph.extract.clauses.items import Clauses, Item
from graph.extract.events.event_rules import VIOLENT, Rule, rulebook
from graph.extract.events.triggers import toward
from graph.extract.language.grammar import lists

__all__ = ["as_told"]

FORCES = frozenset({"armed_group", "agency", "cartel"})
REACH = 6  # items from an event's noun to whom it is directed at


def as_told(view: Clauses, at: int, rule: Rule, done_to: list[int]) -> Rule:
    """Give the rule for an event of a verb or noun at a position: combat, where all who suffer are combatants.

    ``done_to`` are the positions of a verb's object; of a noun it is found here.
    """
    if rule.type not in VIOLENT:
        return rule
    positions = done_to or _directed_at(view, at, rule)
    fighting = bool(positions) and all(_combatant(view, view.items[k]) for k in positions)
    return rulebook().rules["combat"] if fighting else rule


def _directed_at(view: Clauses, at: int, rule: Rule) -> list[int]:
    """The noun phrase behind an event's noun: "attack on a convoy", "killing of two soldiers"."""
    if view.items[at].tag != "N":
        return []
    preps = toward(view, at, rule)
    for k in range(at + 1, min(len(view.items), at + REACH)):
        item = view.items[k]
        if item.tag == "N" and item.prep in preps:
            return [k]
        if item.tag in "VSR;:":
            break
    return []


def _combatant(view: Clauses, item: Item) -> bool:
    """Tell soldiers, rebels, and what they fight from; police and people of rank, who may be victims, are none."""
    if item.owns or (item.spans and view.span(item.spans[0]).kind not in FORCES):
        return False
    words = frozenset(view.words(item).replace("-", " ").split())
    if not lists("police").isdisjoint(words):
        return False
    if item.spans and view.span(item.spans[0]).kind == "armed_group":
        return True
    grouped = any(view.span(k).kind == "armed_group" for k in item.inner) and item.head in lists("people")
    return (
        grouped
        or item.head in lists("soldiers")
        or not lists("fighters").isdisjoint(words)
        or (not lists("military").isdisjoint(words) and (bool(item.spans) or item.head in lists("materiel")))
    )
