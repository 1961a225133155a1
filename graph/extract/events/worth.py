"""Which sentences are worth a look: a cheap test of words and kinds of spans before any sentence is chunked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.clauses.items import ACTORS
from graph.extract.events.agreements import STATES, dealing
from graph.extract.events.event_rules import Trigger, rulebook
from graph.extract.events.involvement import CLAIMS
from graph.extract.events.meetings import SIDES, meeting_verbs
from graph.extract.events.sufferers import sufferers
from graph.extract.events.takings import seizure_rule
from graph.extract.language.grammar import grammar, lists
from graph.extract.language.lexicon import pairs
from graph.extract.text import Annotated

__all__ = ["names_sufferers", "worth_reading"]

LONGEST = 4000  # characters; what is longer is a table or a damaged text, and no sentence
AMOUNTS = frozenset({"quantity", "money"})
PARTIES = ACTORS | {"vessel", "aircraft"}
BETWEEN = frozenset({"between", "among"})
PRONOUNS = frozenset({"he", "she", "him", "his", "her", "they", "them"})
BEING = frozenset({"are", "is", "was", "were", "been"})
NAMED = frozenset({"identified", "named", "include", "included"})
JOINS = BETWEEN | {"with"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words that can set off a rule, by what else the sentence must hold."""

    events: frozenset[str]  # with a party
    strikes: frozenset[str]  # what may befall a place or be done by a state; with one
    pairs: Mapping[str, frozenset[str]]  # word behind a light verb → the verb's forms
    roles: frozenset[str]  # "accused", "responsible", "against": make a vague noun an event
    taken: frozenset[str]  # with an amount
    goods: frozenset[str]  # once a seizure was told of
    minds: frozenset[str]  # once a case was named
    deals: frozenset[str]  # with two parties
    talks: frozenset[str]  # nouns: with two parties and what joins them
    accords: frozenset[str]  # with two parties and "between"
    arrests: frozenset[str]  # with a word for people: a later sentence may name them


def worth_reading(
    each: Annotated, *, seized: bool, cased: bool, near: bool, fought: bool = False, unnamed: bool = False
) -> bool:
    """Tell whether a rule may find something in a sentence.

    ``seized`` and ``cased`` say that the document told of a seizure a moment ago, or named a case before; ``near`` that
    one of the sentences just before names somebody, whom "he" or "the judge" may mean; ``fought`` that the document
    names one armed group alone, which "the guerrillas" may mean; ``unnamed`` that it told of victims without their
    names, so that "they are X and Y" may give them, or somebody may claim responsibility.
    """
    if len(each.sentence.text) > LONGEST:
        return False
    words = each.sentence.words
    pronoun = not PRONOUNS.isdisjoint(words)
    fighters = fought and not lists("fighters").isdisjoint(words)
    known, kinds = _words(), [span.kind for span in each.spans]
    if not known.arrests.isdisjoint(words) and not lists("taken", "events").isdisjoint(words):
        return True
    if not each.spans and not pronoun and not fighters:
        return False
    officer = not pairs("officers").keys().isdisjoint(words)
    if near or officer or fighters or not PARTIES.isdisjoint(kinds):
        told = not known.events.isdisjoint(words) or _behind_light_verb(known.pairs, words)
    else:
        told = "place" in kinds and not known.strikes.isdisjoint(words)
    return (
        told
        or _worth_with_spans(kinds, words, others=pronoun or officer)
        or (not lists("misdeeds", "events").isdisjoint(words) and not known.roles.isdisjoint(words))
        or (unnamed and "person" in kinds and not (BEING | NAMED | lists("accused", "events")).isdisjoint(words))
        or (unnamed and not PARTIES.isdisjoint(kinds) and not CLAIMS.isdisjoint(words))
        or (seized and not known.goods.isdisjoint(words))
        or ((cased or not lists("operations", "events").isdisjoint(words)) and not known.minds.isdisjoint(words))
    )


def names_sufferers(annotated: Sequence[Annotated], sentence: int) -> bool:
    """Tell whether a sentence may tell of people by what happened to them, and it or one of the next two names some."""
    each = annotated[sentence].sentence
    if sufferers().isdisjoint(each.words) or len(each.text) > LONGEST:
        return False
    return any(span.kind == "person" for near in annotated[sentence : sentence + 3] for span in near.spans)


def _behind_light_verb(pairs: Mapping[str, frozenset[str]], words: frozenset[str]) -> bool:
    """Tell whether a light verb stands with the word that makes it tell something."""
    if pairs.keys().isdisjoint(words):
        return False
    return any(not pairs[word].isdisjoint(words) for word in words if word in pairs)


def _worth_with_spans(kinds: Sequence[str], words: frozenset[str], *, others: bool) -> bool:
    """Tell whether a rule may find something that needs spans of certain kinds.

    ``others`` says that a pronoun or an office may stand for one more.
    """
    known = _words()
    sides = sum(kind in SIDES for kind in kinds)
    states = sum(kind in STATES for kind in kinds)
    return (
        (sides > 0 and sides + others > 1 and not known.deals.isdisjoint(words))
        or (sides + others > 1 and sides and not known.talks.isdisjoint(words) and not JOINS.isdisjoint(words))
        or (states > 1 and not known.accords.isdisjoint(words) and not BETWEEN.isdisjoint(words))
        or (not known.taken.isdisjoint(words) and not AMOUNTS.isdisjoint(kinds))
    )


@cache
def _words() -> Words:
    book, seizure, light = rulebook(), seizure_rule(), lists("light", "events")
    event_verbs = {lemma: triggers for lemma, triggers in book.verbs.items() if lemma not in light}
    plain = {lemma: (Trigger(""),) for lemma, triggers in book.verbs.items() if any(not t.tail for t in triggers)}
    carriers = {lemma: (Trigger(""),) for lemma in seizure.carriers}
    meets = {lemma: triggers for lemma, triggers in meeting_verbs().items() if lemma not in light}
    meets |= {lemma: (Trigger(""),) for lemma in ("meet", *dealing("accompany")["verbs"])}
    roles = {lemma for lemma, triggers in book.roles.items() if lemma not in light or not all(t.tail for t in triggers)}
    role_words = {max(t.tail.split(), key=len) for lemma in book.roles.keys() - roles for t in book.roles[lemma]}
    strikes = {
        lemma for lemma, triggers in book.verbs.items() for t in triggers if "place" in book.rules[t.rule].patient
    }
    struck = {noun for noun, rule in book.nouns.items() if "place" in book.rules[rule].patient}
    return Words(
        events=_forms(event_verbs)
        | _forms(plain)
        | _forms({"sign": ()})
        | (frozenset(book.nouns) - lists("misdeeds", "events")),
        pairs=_pairs(book.verbs) | _pairs(meeting_verbs()),
        strikes=_forms(strikes | {"sign"}) | struck,
        roles=_forms(roles) | role_words | book.authors | {"work", "by", "against"},
        taken=_forms(seizure.verbs) | _forms(carriers) | seizure.nouns,
        goods=seizure.goods | seizure.anaphors,
        minds=frozenset(dealing("mastermind")["nouns"]),
        deals=_forms(meets),
        talks=frozenset(dealing("meeting")["nouns"]),
        accords=frozenset(dealing("agreement")["nouns"]),
        arrests=_forms(lists("arresting", "events")) | {"arrest", "arrests"},
    )


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
