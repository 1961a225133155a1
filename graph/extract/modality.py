"""How a document puts an event: as fact, as hearsay, as tried, as still to come, or as untrue."""

from dataclasses import dataclass, fields
from functools import cache

from graph.extract.clauses import Clauses, Item
from graph.extract.grammar import load_yaml
from graph.model import Modality

__all__ = ["hedges", "of_noun", "of_verb", "weaker"]

WILL = frozenset({"will", "shall", "would", "should", "won't", "can", "must", "could"})
MAY = frozenset({"may", "might", "could", "must", "would", "should"})
STRENGTH: tuple[Modality, ...] = ("asserted", "alleged", "attempted", "planned", "denied")


@dataclass(frozen=True, slots=True)
class Hedges:
    """The word lists of ``words/hedges.yaml``."""

    alleged: frozenset[str]
    attempted: frozenset[str]
    asserted: frozenset[str]
    planned: frozenset[str]
    denied: frozenset[str]
    attempt_nouns: frozenset[str]
    plan_nouns: frozenset[str]
    foiled: frozenset[str]
    wished: frozenset[str]
    hedges: frozenset[str]
    attempted_words: frozenset[str]
    planned_words: frozenset[str]
    saying: frozenset[str]


@cache
def hedges() -> Hedges:
    """Read the word lists once a process."""
    raw: dict[str, str] = load_yaml("words/hedges.yaml")
    return Hedges(*(frozenset(raw[field.name].split()) for field in fields(Hedges)))


def weaker(first: Modality, second: Modality) -> Modality:
    """Give the one of two modalities that claims less."""
    return max(first, second, key=STRENGTH.index)


def of_verb(view: Clauses, verb: int) -> Modality:
    """Tell how the event of a verb group is put."""
    return weaker(_own(view, verb), _governed(view, verb))


def _own(view: Clauses, verb: int) -> Modality:
    """What the verb group itself says: "was not killed", "may have been killed", "will be arrested"."""
    item, words = view.items[verb], hedges()
    helpers = set(item.helpers)
    if item.negated:
        return "denied"
    modals = helpers & (WILL | MAY)
    if modals:
        return "alleged" if "have" in helpers and modals & MAY else "planned"
    if helpers & words.hedges or any(
        n.tag == "A" and n.head in words.hedges for n in view.items[max(0, verb - 1) : verb + 2]
    ):
        return "alleged"
    return "asserted"


def _governed(view: Clauses, verb: int) -> Modality:
    """What a verb, noun or conjunction in front makes of it: "tried to …", "denied that …", "if …"."""
    items, item, words = view.items, view.items[verb], hedges()
    infinitive = "to" in item.helpers
    complement = infinitive or bool(item.prep) or (item.form == "ing" and not item.helpers)
    for at in range(verb - 1, -1, -1):
        before = items[at]
        if before.tag == "S" and before.head in {"if", "unless", "whether", "until", "till"} and not complement:
            return "planned"
        if before.tag == "N" and infinitive and at >= verb - 2:
            if before.head in words.attempt_nouns:
                return "attempted"
            if before.head in words.plan_nouns:
                return "planned"
        if before.tag == "V":
            return _governor(view, at, verb, complement=complement, infinitive=infinitive)
        if before.tag in {"S", ";", ":"}:
            return "asserted"
    return "planned" if infinitive else "asserted"


def _governor(view: Clauses, at: int, verb: int, *, complement: bool, infinitive: bool) -> Modality:
    """Modality that an earlier verb group lends to the one at a position."""
    items, words = view.items, hedges()
    lemma = items[at].head
    between = items[at + 1 : verb]
    linked = complement or any(n.tag == "R" and n.head == "that" for n in between[:2])
    if not linked and any(n.tag in "C,R" for n in between):
        shares = bool(between) and between[-1].tag == "C" and view.items[verb].voice == "bare"
        return of_verb(view, at) if shares and "to" in items[at].helpers else "asserted"
    own: Modality = of_verb(view, at) if complement else "asserted"
    if lemma in words.denied and lemma not in {"reject", "rule"}:
        return "asserted" if items[at].negated else "denied"
    if lemma in words.attempted and complement:
        return weaker(own, "attempted")
    if lemma in words.alleged and (complement or lemma not in {"say", "report", "understand"}):
        return weaker(own, "alleged")
    if not infinitive or lemma in words.asserted or (lemma == "be" and view.words(items[at]).endswith("been")):
        return own if complement else "asserted"
    return weaker(own, "planned")


def of_noun(view: Clauses, noun: int) -> Modality:
    """Tell how the event of a noun is put: "the alleged murder", "demanded the release of"."""
    items, item, words = view.items, view.items[noun], hedges()
    inside = view.words(item).split()
    found: Modality = "asserted"
    for word in inside:
        if word in words.attempted_words:
            found = weaker(found, "attempted")
        elif word in words.planned_words:
            found = weaker(found, "planned")
        elif word in words.hedges:
            found = weaker(found, "alleged")
    if any(word in words.attempt_nouns for word in inside):
        found = weaker(found, "attempted")
    for at in range(noun - 1, -1, -1):
        before = items[at]
        if before.tag == "V":
            return weaker(found, _object_of(view, at))
        if before.tag == "N" and item.prep == "of" and before.head in words.attempt_nouns | words.plan_nouns:
            return weaker(found, "planned")
        if before.tag in "SR;:,":
            break
    return found


def _object_of(view: Clauses, at: int) -> Modality:
    """Modality of an event that is the object of a verb group."""
    item: Item = view.items[at]
    words = hedges()
    if item.head in words.foiled:
        return "attempted"
    if item.head in words.wished or (item.head == "call" and "for" in view.text[item.end : item.end + 5]):
        return "planned"
    if item.head in words.denied:
        return "denied"
    own = _own(view, at)
    return own if own == "planned" else "asserted"
