"""Which trigger of a rule a verb sets off, and which prepositions are its own: by the words behind it in its clause."""

import re
from collections.abc import Iterable
from functools import cache

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.phrases import clause_end
from graph.extract.events.event_rules import Rule, Trigger, rulebook

__all__ = ["PLAIN", "matching", "toward"]

PLAIN = str.maketrans(dict.fromkeys(",.;:\"'()", " "))
MONEY = "#"


def matching(view: Clauses, at: int, triggers: Iterable[Trigger]) -> Trigger | None:
    """Choose the trigger whose further words stand behind the verb, the longest first."""
    text = ""
    for trigger in triggers:
        if not trigger.tail:
            return trigger
        text = text or _behind(view, at)
        if _tail(trigger.tail).search(text):
            return trigger
    return None


def _behind(view: Clauses, at: int) -> str:
    """What follows a verb in its clause, in small letters without marks, an amount of money as "#"."""
    end, start = clause_end(view, at), view.items[at].end
    stop = (view.items[end].start if end < len(view.items) else len(view.text)) + 24
    parts = list[str]()
    for span in view.annotated.spans:
        if span.kind == "money" and start <= span.start < stop:
            parts += [view.text[start : span.start], MONEY]
            start = span.end
    return "".join([*parts, view.text[start:stop]]).translate(PLAIN) + " "


@cache
def _tail(words: str) -> re.Pattern[str]:
    """Compile the words that must follow a verb: "in custody" may be "in federal custody", "a|b" is either word."""
    each = [
        "(?:" + "|".join(re.escape(one).replace("_", " ") for one in word.split("|")) + ")" for word in words.split()
    ]
    return re.compile(" " + r" (?:[\w-]+ ){0,2}?".join(each) + r"(?!\w)")


def toward(view: Clauses, noun: int, rule: Rule) -> frozenset[str]:
    """Prepositions that lead from an event noun to whom it is done: "attack on X", "murder of X".

    Not the one that leads from the verb before it to who did it: "blamed the attack on X" was no attack on X.
    """
    preps = rule.toward or frozenset({"of"})
    verb = view.items[noun - 1] if noun else None
    if verb is None or verb.tag != "V":
        return preps
    tails = {trigger.tail for trigger in rulebook().roles.get(verb.head, ()) if trigger.rule == "behind"}
    behind = [item.prep for item in view.items[noun + 1 : clause_end(view, noun)] if item.tag == "N"]
    return preps - {tail for tail in tails if behind.count(tail) == 1}  # not "blamed the attack on the post on X"
