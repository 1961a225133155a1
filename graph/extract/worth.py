"""Which sentences are worth a look: a cheap test of words and kinds of spans before any sentence is chunked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.extract.agreements import dealing
from graph.extract.event_rules import Trigger, rulebook
from graph.extract.grammar import grammar
from graph.extract.items import ACTORS
from graph.extract.meetings import meeting_verbs
from graph.extract.takings import seizure_rule
from graph.extract.text import Annotated
from graph.extract.victims import VICTIMS

__all__ = ["worth_reading"]

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Verbs too common to look at a sentence for; the words that follow them must be there as well.
LIGHT = frozenset({"be", "have", "take", "hold", "put", "place", "lose", "remain", "set", "let", "find", "cut",
                   "meet", "hand", "pay", "open", "bring", "accept", "receive", "call", "blow", "fire", "escape",
                   "emerge", "survive", "die", "round", "machine", "shoot", "beat", "buy", "catch", "charge",
                   "speak", "talk", "confirm"})  # fmt: skip
AMOUNTS = frozenset({"quantity", "money"})
BETWEEN = frozenset({"between", "among"})
PRONOUNS = frozenset({"he", "she", "him", "his", "her", "they", "them"})
VAGUE = frozenset(
    {"crime", "crimes", "act", "acts", "action", "actions", "incident", "incidents", "offense", "offenses"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that can set off a rule, by what else the sentence must hold."""

    events: frozenset[str]  # with a span or a pronoun
    pairs: Mapping[str, frozenset[str]]  # word behind a light verb → the verb's forms
    roles: frozenset[str]  # "accused", "responsible": make a vague noun an event
    taken: frozenset[str]  # with an amount
    goods: frozenset[str]  # once a seizure was told of
    minds: frozenset[str]  # once a case was named
    deals: frozenset[str]  # with two parties
    accords: frozenset[str]  # with two parties and "between"


def worth_reading(each: Annotated, *, seized: bool, cased: bool) -> bool:
    """Tell whether a rule may find something in a sentence.

    ``seized`` and ``cased`` say that the document told of a seizure, or named a case, before.
    """
    words = set(WORD.findall(each.sentence.text.lower()))
    pronoun = not PRONOUNS.isdisjoint(words)
    if not each.spans and not pronoun:
        return False
    known = _words()
    if not known.events.isdisjoint(words):
        return True
    behind = words & known.pairs.keys()
    if behind and any(not known.pairs[word].isdisjoint(words) for word in behind):
        return True
    return _worth_with_spans(each, words, pronoun=pronoun) or (
        (not VAGUE.isdisjoint(words) and not known.roles.isdisjoint(words))
        or (seized and not known.goods.isdisjoint(words))
        or (cased and not known.minds.isdisjoint(words))
    )


def _worth_with_spans(each: Annotated, words: set[str], *, pronoun: bool) -> bool:
    """Tell whether a rule may find something that needs spans of certain kinds."""
    known, kinds = _words(), [span.kind for span in each.spans]
    sides = sum(kind in ACTORS for kind in kinds) + kinds.count("place")
    return (
        (sides > 0 and sides + pronoun > 1 and not known.deals.isdisjoint(words))
        or (sides > 1 and not known.accords.isdisjoint(words) and not BETWEEN.isdisjoint(words))
        or (not known.taken.isdisjoint(words) and not AMOUNTS.isdisjoint(kinds))
        or ("person" in kinds and not VICTIMS.keys().isdisjoint(words))
    )


@cache
def _words() -> Words:
    book, seizure = rulebook(), seizure_rule()
    event_verbs = {lemma: triggers for lemma, triggers in book.verbs.items() if lemma not in LIGHT}
    plain = {lemma: (Trigger(""),) for lemma, triggers in book.verbs.items() if any(not t.tail for t in triggers)}
    carriers = {lemma: (Trigger(""),) for lemma in seizure.carriers}
    meets = {lemma: triggers for lemma, triggers in meeting_verbs().items() if lemma not in LIGHT}
    meets |= {lemma: (Trigger(""),) for lemma in ("meet", *dealing("accompany")["verbs"])}
    role_words = {word for triggers in book.roles.values() for t in triggers for word in t.tail.split()}
    return Words(
        events=_forms(event_verbs) | _forms(plain) | _forms({"sign": ()}) | (frozenset(book.nouns) - VAGUE),
        pairs=_pairs(book.verbs) | _pairs(meeting_verbs()),
        roles=_forms(book.roles) | frozenset(role_words) | book.authors,
        taken=_forms(seizure.verbs) | _forms(carriers) | seizure.nouns,
        goods=seizure.goods | seizure.anaphors,
        minds=frozenset(dealing("mastermind")["nouns"]),
        deals=_forms(meets) | frozenset(dealing("meeting")["nouns"]),
        accords=frozenset(dealing("agreement")["nouns"]),
    )


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    """All forms of some verbs."""
    lemmas = frozenset(verbs)
    return frozenset(word for word, entry in grammar().items() if entry.lemma in lemmas)


def _pairs(verbs: Mapping[str, Iterable[Trigger]]) -> dict[str, frozenset[str]]:
    """The longest word that must follow a light verb, with the verb's forms."""
    found: dict[str, frozenset[str]] = {}
    for lemma, triggers in verbs.items():
        for trigger in triggers:
            if trigger.tail and lemma in LIGHT:
                word = max(trigger.tail.split(), key=len)
                forms = _forms([lemma]) or AUXILIARIES.get(lemma, frozenset())
                found[word] = found.get(word, frozenset()) | forms
    return found


AUXILIARIES = {
    "be": frozenset({"be", "is", "are", "was", "were", "been", "being"}),
    "have": frozenset({"have", "has", "had", "having"}),
}
