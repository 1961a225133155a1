"""Which sentences are worth a look: a cheap test of words and kinds of spans before any sentence is chunked."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph.extract.clauses.items import ACTORS
from graph.extract.events.agreements import STATES, dealing
from graph.extract.events.doers import bands
from graph.extract.events.event_rules import Trigger, rulebook
from graph.extract.events.meetings import SIDES, meeting_verbs
from graph.extract.events.responsibility import CLAIMS
from graph.extract.events.sufferers import sufferers
from graph.extract.events.takings import seizure_rule
from graph.extract.language.grammar import grammar, lists
from graph.extract.language.keys import held_keys, key_table
from graph.extract.language.lexicon import pairs
from graph.extract.text import Annotated

__all__ = ["FIGHTERS", "event_keys", "names_sufferers", "worth_reading"]

LONGEST = 4000  # characters; what is longer is a table or a damaged text, and no sentence
AMOUNTS = frozenset({"quantity", "money"})
PARTIES = ACTORS | {"vessel", "aircraft"}

# Words that can set off a rule, by what else the sentence must hold.
EVENTS = 1 << 0  # with a party
STRIKES = 1 << 1  # what may befall a place or be done by a state; with one
TAILS = 1 << 2  # behind a light verb
MISDEEDS, ROLES = 1 << 3, 1 << 4  # a vague noun with what makes it an event: "accused", "responsible", "against"
TAKEN = 1 << 5  # with an amount
GOODS = 1 << 6  # once a seizure was told of
MINDS, OPERATIONS = 1 << 7, 1 << 8  # with an operation or once a case was named
DEALS = 1 << 9  # with two parties
TALKS, JOINS = 1 << 10, 1 << 11  # nouns with two parties and what joins them
ACCORDS, BETWEEN = 1 << 12, 1 << 13  # with two parties
ARRESTS, CAUGHT = 1 << 14, 1 << 15  # with a word for people: a later sentence may name them
NAMING, CLAIMING = 1 << 16, 1 << 17  # once victims were told of without their names
PRONOUNS, OFFICERS = 1 << 18, 1 << 19  # stand for somebody
FIGHTERS = 1 << 20  # where the document names one armed group alone, which "the guerrillas" may mean
SUFFERERS = 1 << 21
BANDS = 1 << 22  # who is held responsible without a name


def event_keys(words: Iterable[str]) -> int:
    """Give what a sentence's words can set off: ``EVENTS``, ``STRIKES`` …, or-ed."""
    return held_keys(_table(), words)


def worth_reading(each: Annotated, held: int, *, seized: bool, cased: bool, near: bool, unnamed: bool = False) -> bool:
    """Tell whether a rule may find something in a sentence that holds such keys.

    ``seized`` and ``cased`` say that the document told of a seizure a moment ago, or named a case before; ``near`` that
    one of the sentences just before names somebody, whom "he" or "the judge" may mean; ``unnamed`` that it told of
    victims without their names, so that "they are X and Y" may give them, or somebody may claim responsibility.
    """
    if not held or len(each.sentence.text) > LONGEST:
        return False
    if held & ARRESTS and held & CAUGHT:
        return True
    if not each.spans and not held & (PRONOUNS | FIGHTERS | BANDS):
        return False
    kinds = [span.kind for span in each.spans]
    party = held & BANDS or not PARTIES.isdisjoint(kinds)
    if near or held & (OFFICERS | FIGHTERS) or party:
        told = held & EVENTS or (held & TAILS and _behind_light_verb(each.sentence.words))
    else:
        told = held & STRIKES and "place" in kinds
    return bool(
        told
        or _worth_with_spans(kinds, held)
        or (held & MISDEEDS and held & ROLES)
        or (unnamed and held & NAMING and "person" in kinds)
        or (held & CLAIMING and party)
        or (seized and held & GOODS)
        or (held & MINDS and (cased or held & OPERATIONS))
    )


def names_sufferers(annotated: Sequence[Annotated], sentence: int, held: int) -> bool:
    """Tell whether a sentence may tell of people by what happened to them, and it or one of the next two names some."""
    if not held & SUFFERERS or len(annotated[sentence].sentence.text) > LONGEST:
        return False
    return any(span.kind == "person" for near in annotated[sentence : sentence + 3] for span in near.spans)


def _behind_light_verb(words: frozenset[str]) -> bool:
    """Tell whether a light verb stands with the word that makes it tell something."""
    tails = _tails()
    return any(not tails[word].isdisjoint(words) for word in words if word in tails)


def _worth_with_spans(kinds: Sequence[str], held: int) -> bool:
    """Tell whether a rule may find something that needs spans of certain kinds."""
    if held & TAKEN and not AMOUNTS.isdisjoint(kinds):
        return True
    if held & DEALS or (held & TALKS and held & JOINS):
        sides = sum(kind in SIDES for kind in kinds)
        if sides and sides + bool(held & (PRONOUNS | OFFICERS)) > 1:  # who may stand for one more
            return True
    return bool(held & ACCORDS and held & BETWEEN) and sum(kind in STATES for kind in kinds) > 1


@cache
def _table() -> Mapping[str, int]:
    book, seizure, light = rulebook(), seizure_rule(), lists("light", "events")
    misdeeds, between = lists("misdeeds", "events"), frozenset({"between", "among"})
    plain = {lemma for lemma, triggers in book.verbs.items() if any(not t.tail for t in triggers)}
    meets = {lemma for lemma in meeting_verbs() if lemma not in light} | {"meet", *dealing("accompany")["verbs"]}
    roles = {lemma for lemma, triggers in book.roles.items() if lemma not in light or not all(t.tail for t in triggers)}
    role_words = {max(t.tail.split(), key=len) for lemma in book.roles.keys() - roles for t in book.roles[lemma]}
    strikes = {
        lemma for lemma, triggers in book.verbs.items() for t in triggers if "place" in book.rules[t.rule].patient
    }
    struck = {noun for noun, rule in book.nouns.items() if "place" in book.rules[rule].patient}
    return key_table({
        EVENTS: _forms({*(book.verbs.keys() - light), *plain, "sign"}) | (frozenset(book.nouns) - misdeeds),
        STRIKES: _forms(strikes | {"sign"}) | struck,
        TAILS: _tails(),
        MISDEEDS: misdeeds,
        ROLES: _forms(roles) | role_words | book.authors | {"work", "by", "against"},
        TAKEN: _forms({*seizure.verbs, *seizure.carriers}) | seizure.nouns,
        GOODS: seizure.goods | seizure.anaphors,
        MINDS: dealing("mastermind")["nouns"],
        OPERATIONS: lists("operations", "events"),
        DEALS: _forms(meets),
        TALKS: dealing("meeting")["nouns"],
        JOINS: between | {"with"},
        ACCORDS: dealing("agreement")["nouns"],
        BETWEEN: between,
        ARRESTS: _forms(lists("arresting", "events")) | {"arrest", "arrests"},
        CAUGHT: lists("taken", "events"),
        NAMING: {"are", "is", "was", "were", "been", "identified", "named", "include", "included"}
        | lists("accused", "events"),
        CLAIMING: CLAIMS,
        BANDS: bands(),
        PRONOUNS: {"he", "she", "him", "his", "her", "they", "them"},
        OFFICERS: pairs("officers"),
        FIGHTERS: lists("fighters"),
        SUFFERERS: sufferers(),
    })  # fmt: skip


@cache
def _tails() -> Mapping[str, frozenset[str]]:
    """Word behind a light verb → the verb's forms."""
    return _pairs(rulebook().verbs) | _pairs(meeting_verbs())


def _forms(verbs: Iterable[str]) -> frozenset[str]:
    """All forms of some verbs."""
    return frozenset(form for lemma in frozenset(verbs) for form in _forms_of().get(lemma, ()))


@cache
def _forms_of() -> Mapping[str, Sequence[str]]:
    """Lemma → all its forms."""
    found: dict[str, list[str]] = {}
    for word, entry in grammar().items():
        found.setdefault(entry.lemma, []).append(word)
    return found


def _pairs(verbs: Mapping[str, Iterable[Trigger]]) -> dict[str, frozenset[str]]:
    """The longest word that must follow a light verb, with the verb's forms."""
    found: dict[str, frozenset[str]] = {}
    for lemma, triggers in verbs.items():
        for trigger in triggers:
            if trigger.tail and lemma in lists("light", "events"):
                forms = _forms([lemma]) or AUXILIARIES.get(lemma, frozenset())
                for word in max(trigger.tail.split(), key=len).split("|"):
                    found[word] = found.get(word, frozenset()) | forms
    return found


AUXILIARIES = {
    "be": frozenset({"be", "is", "are", "was", "were", "been", "being"}),
    "have": frozenset({"have", "has", "had", "having"}),
}
