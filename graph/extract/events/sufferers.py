"""Nouns for people by what happened to them: "the wounded reporters", "the students killed in May"."""

from functools import cache

from graph.extract.clauses.items import Clauses
from graph.extract.events.event_rules import rulebook
from graph.extract.events.triggers import matching
from graph.extract.language.grammar import humans, lists

__all__ = ["befell", "sufferers", "verb_befell"]

# A rule for what befalls people → the list of words for those whom it befell.
BEFELL = {"killing": "killed", "attack": "attacked", "kidnapping": "kidnapped", "arrest": "arrested", "": "suffered"}
WOUNDED = {"wounded": "attack", "injured": "attack", "hurt": "attack", "dead": "killing", "missing": "kidnapping"}
PERSONAL = frozenset({"arrest", "killing", "kidnapping", "attack"})  # rules for what befalls people
OPENING = frozenset({"the", "those", "all", "other", "among"})
WHO = frozenset({"who", "whom", "that"})


def befell(view: Clauses, at: int) -> str | None:
    """Give the rule for what happened to the people of a noun phrase, "" for what was told of last, or None."""
    item = view.items[at]
    if item.tag != "N" or item.spans or item.owns:
        return None
    words = view.words(item).split()
    if item.head in _victims():
        told = _victims()[item.head]
        named = told or _of_event(view, at)
        return named if words[0] in OPENING or not told else None
    if item.head not in humans() and item.head not in {"those", "ones"}:
        return None
    inside = next((rule for word in words[:-1] if (rule := _participles().get(word))), None)
    return inside or _behind(view, at)


@cache
def _victims() -> dict[str, str]:
    """Words for those who suffered → the rule for what they suffered; "" for what the document told of last."""
    return {word: rule for rule, key in BEFELL.items() for word in lists(key, "events")}


@cache
def _participles() -> dict[str, str]:
    book = rulebook()
    return WOUNDED | {word: rule for word, rule in book.described.items() if rule in PERSONAL}


@cache
def sufferers() -> frozenset[str]:
    """Give the words without which no sentence tells of people by what happened to them."""
    return frozenset({*_victims(), *_participles(), "disappeared"})


def _of_event(view: Clauses, at: int) -> str:
    """The rule of "the victim of another attack"."""
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    told = following is not None and following.tag == "N" and following.prep == "of"
    rule = rulebook().nouns.get(following.head, "") if following is not None and told else ""
    return rule if rule in PERSONAL else ""


def _behind(view: Clauses, at: int) -> str | None:
    """The rule of a participle or a relative clause behind a noun: "killed last week", "who were kidnapped"."""
    relative = False
    for k in range(at + 1, min(at + 6, len(view.items))):
        item = view.items[k]
        if item.tag == "V":
            return verb_befell(view, k) if relative or item.voice == "bare" else None
        if item.tag == "R" and not relative and item.head in WHO:
            relative = True
        elif item.tag not in "DA," and not (item.tag == "N" and item.prep and not item.spans):
            return None
    return None


def verb_befell(view: Clauses, at: int) -> str | None:
    """Give the rule of a verb group whose subject is who it happens to."""
    item, book = view.items[at], rulebook()
    if item.head == "disappear":
        return "kidnapping"
    trigger = matching(view, at, book.verbs[item.head]) if item.head in book.verbs else None
    if trigger is None or trigger.rule not in PERSONAL:
        return None
    return trigger.rule if trigger.state or item.voice in {"passive", "bare"} else None
