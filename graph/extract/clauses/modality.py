"""How a document puts an event: as fact, as hearsay, as tried, as still to come, or as untrue."""

import re
from dataclasses import dataclass, fields
from functools import cache

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.phrases import objects
from graph.extract.language.rule_files import load_yaml
from graph.extract.trace import weaken
from graph.model import Modality

__all__ = ["disowned", "hedges", "of_noun", "of_verb", "upcoming", "weaker"]

WILL = frozenset({"will", "shall", "would", "should", "won't", "can", "must", "could"})
MAY = frozenset({"may", "might", "could", "must", "would", "should"})
# What opens a clause whose subject did nothing; "no longer", "no fewer than ten" and "no, …" are something else.
NOBODY = re.compile(
    r"[\s,\"“”]*(?:and |but )?"
    r"(?:nobody|none of|neither|no one|no-one|not (?:one|a single) (?!but)|"
    r"no (?!longer|less|fewer|more|doubt|sooner|matter|other)\w)"
)
NOT_GUILTY = (" not guilty", " innocent of")  # behind "was found"
NOT_DONE = re.compile(r"\b(?:far from|rather than|short of|instead of|without) (?:\w{2,16}ly )?\w{2,20}ing$")
STRENGTH: tuple[Modality, ...] = ("asserted", "alleged", "attempted", "planned", "denied")


@dataclass(frozen=True, slots=True)
class Hedges:
    """The word lists of ``words/hedges.yaml``."""

    alleged: frozenset[str]
    attempted: frozenset[str]
    asserted: frozenset[str]
    planned: frozenset[str]
    denied: frozenset[str]
    cleared: frozenset[str]
    undone: frozenset[str]
    wrongly: frozenset[str]
    nearly: frozenset[str]
    attempt_nouns: frozenset[str]
    plan_nouns: frozenset[str]
    accusations: frozenset[str]
    foiled: frozenset[str]
    crimes: frozenset[str]
    wished: frozenset[str]
    hedges: frozenset[str]
    attempted_words: frozenset[str]
    planned_words: frozenset[str]
    figurative: frozenset[str]
    saying: frozenset[str]
    alleging: frozenset[str]
    addressing: frozenset[str]
    inverted: frozenset[str]
    accusers: frozenset[str]
    papers: frozenset[str]
    spokesmen: frozenset[str]


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


def disowned(view: Clauses, verb: int) -> bool:
    """Tell a deed whose doer is denied, not the deed: "denied that it killed X", "acquitted of killing X"."""
    return _own(view, verb) != "denied" and _governed(view, verb) == "denied"


def _own(view: Clauses, verb: int) -> Modality:
    """What the verb group itself says: "was not killed", "may have been killed", "will be arrested"."""
    item, words = view.items[verb], hedges()
    helpers = set(item.helpers)
    before = view.items[verb - 1] if verb else None
    if item.negated or (before is not None and before.head in {"never", "not"}) or _nobody(view, verb):
        return _put(view, item, "denied")
    if view.text.startswith(NOT_GUILTY, item.end) or _not_done(view, item):
        return _put(view, item, "denied")
    ahead = {before.head} if before is not None and before.tag == "A" else set[str]()
    if (helpers | ahead) & words.nearly:  # "nearly arrested X"; not "arrested nearly ten"
        return _put(view, item, "attempted")
    modals = helpers & (WILL | MAY)
    if modals:
        return _put(view, item, "alleged" if "have" in helpers and modals & MAY else "planned")
    adverbs = helpers | {n.head for n in view.items[max(0, verb - 1) : verb + 2] if n.tag == "A"}
    if adverbs & words.hedges:
        return _put(view, item, "alleged")
    return "asserted"


def _not_done(view: Clauses, item: Item) -> bool:
    """Tell "without killing X", "instead of killing X"."""
    return item.form == "ing" and NOT_DONE.search(view.text, max(0, item.end - 60), item.end) is not None


def _nobody(view: Clauses, verb: int) -> bool:
    """Tell a subject that denies: "nobody killed X", "neither X nor Y was arrested", "no officer arrested X"."""
    first = verb
    while first and (view.items[first - 1].tag not in "VSR;:" or _shares_subject(view, first)):
        first -= 1
    return NOBODY.match(view.text, view.items[first - 1].end if first else 0, view.items[verb].start) is not None


def _shares_subject(view: Clauses, at: int) -> bool:
    """Tell a verb group before a position whose subject the next one shares: "no one saw or arrested X"."""
    return view.items[at - 1].tag == "V" and view.items[at].tag == "C" and view.items[at + 1].tag == "V"


def _put(view: Clauses, item: Item, modality: Modality) -> Modality:
    """Give a modality, and note the words that bring it about."""
    if modality != "asserted":
        weaken(view.annotated.sentence, (item.start, item.end), "these words put what they tell of as {}", modality)
    return modality


def _governed(view: Clauses, verb: int) -> Modality:
    """What a verb, noun or conjunction in front makes of it: "tried to …", "denied that …", "if …"."""
    items, item = view.items, view.items[verb]
    plain_base = item.form == "base" and not item.helpers
    if plain_base and verb > 1 and items[verb - 1].tag == "C":  # "able to develop or conclude"
        earlier = next((at for at in range(verb - 2, -1, -1) if items[at].tag == "V"), -1)
        if earlier >= 0:
            return of_verb(view, earlier)
    infinitive = "to" in item.helpers or (plain_base and _caused(view, verb))
    complement = infinitive or bool(item.prep) or (item.form == "ing" and not item.helpers)
    for at in range(verb - 1, -1, -1):
        before = items[at]
        if before.tag == "V":
            if plain_base and before.head in hedges().wished | hedges().planned:
                return _put(view, before, "planned")  # "insisted that X remove …"
            return _governor(view, at, verb, complement=complement, infinitive=infinitive)
        purpose = (infinitive and at >= verb - 2) or (
            item.prep == "of" and at == verb - 1
        )  # "the mission of killing X"
        found = _before(before, complement=complement, infinitive=purpose)
        if found:
            return _put(view, before, found)
        if before.tag in {"S", ";", ":"}:
            return _as_subject(view, verb)
    return "planned" if infinitive else _as_subject(view, verb)


def _before(item: Item, *, complement: bool, infinitive: bool) -> Modality | None:
    """What a conjunction or the noun of an infinitive makes of a verb: "if", "an attempt to", "a plot to"."""
    if item.tag == "S" and item.head in {"if", "unless", "whether", "until", "till"} and not complement:
        return "alleged" if item.head == "whether" else "planned"
    if item.tag == "N" and infinitive:
        if item.head in hedges().attempt_nouns:
            return "attempted"
        if item.head in hedges().plan_nouns:
            return "planned"
        if item.head in hedges().accusations:
            return "alleged"
    return None


def _as_subject(view: Clauses, verb: int) -> Modality:
    """Modality of a gerund that is a subject: "arresting X could be the key"."""
    if view.items[verb].form == "ing" and not view.items[verb].helpers:
        for item in view.items[verb + 1 :]:
            if item.tag == "V":
                return "planned" if WILL.intersection(item.helpers) | MAY.intersection(item.helpers) else "asserted"
            if item.tag in "SR;:,":
                break
    return "asserted"


def _caused(view: Clauses, verb: int) -> bool:
    """Tell the bare infinitive: "had the police arrest X"."""
    for at in range(verb - 1, max(-1, verb - 4), -1):
        if view.items[at].tag == "V":
            return view.items[at].head in {"have", "make", "let", "help", "see", "pressure", "watch"}
    return False


def _governor(view: Clauses, at: int, verb: int, *, complement: bool, infinitive: bool) -> Modality:
    """Modality that an earlier verb group lends to the one at a position."""
    items, words = view.items, hedges()
    between = items[at + 1 : verb]
    linked = complement or any(n.tag == "R" and n.head == "that" for n in between[:2])
    if not linked and any(n.tag in "C,R" for n in between):
        shares = bool(between) and between[-1].tag == "C" and view.items[verb].voice == "bare"
        return of_verb(view, at) if shares and "to" in items[at].helpers else "asserted"
    directly = items[verb].voice == "bare" and bool(between) and all(n.tag in "NA" and not n.prep for n in between)
    if directly and items[at].head in words.planned:  # "wanted him caught"
        return _put(view, items[at], "planned")
    own: Modality = of_verb(view, at) if complement else "asserted"
    charged = linked and bool(between) and between[0].head in words.accusations  # "cleared of charges that he killed X"
    lent = _lent(items[at], complement=complement or charged)
    if lent == "denied":
        return _put(view, items[at], "asserted" if items[at].negated else "denied")
    been = items[at].head == "be" and items[at].form == "been"
    if lent == "asserted" and infinitive and items[at].head not in words.asserted and not been:
        lent = "planned"
    return weaker(own, _put(view, items[at], lent))


def _lent(governor: Item, *, complement: bool) -> Modality:
    """What a verb alone makes of its complement: "denied that", "failed to", "is alleged to"."""
    words, lemma = hedges(), governor.head
    if lemma in words.denied and lemma not in {"reject", "rule"}:
        return "denied"
    if lemma in words.cleared and complement:
        return "denied"
    if lemma in words.alleged and words.wrongly.intersection(governor.helpers):
        return "denied"
    if lemma in words.attempted and complement:
        return "attempted"
    if lemma in words.alleged and (complement or lemma not in {"say", "report", "understand"}):
        return "alleged"
    return "asserted"


def of_noun(view: Clauses, noun: int) -> Modality:
    """Tell how the event of a noun is put: "the alleged murder", "demanded the release of"."""
    items, item, words = view.items, view.items[noun], hedges()
    found = _put(view, item, _inside(view.words(item).split(), _timed(view, noun)))
    for at in range(noun - 1, -1, -1):
        before = items[at]
        if before.tag == "V":
            return weaker(found, _put(view, before, _object_of(view, at, noun)))
        beside = at == noun - 1 and before.tag == "N" and item.prep == "of"
        if beside and before.head in words.attempt_nouns | words.plan_nouns:
            return weaker(found, _put(view, before, "planned"))
        if before.tag in "SR;:,":
            break
    return found


def _timed(view: Clauses, noun: int) -> Modality:
    """What "before" and "until" make of an event: still to come, unless the text tells of the past."""
    prep = view.items[noun].prep
    if prep not in {"before", "until", "till"}:
        return "asserted"
    verb = next((view.items[at] for at in range(noun - 1, -1, -1) if view.items[at].tag == "V"), None)
    past = verb is not None and (verb.form in {"past", "ed", "was", "were", "had"} or "had" in verb.helpers)
    return "asserted" if past else "planned"


def upcoming(view: Clauses, noun: int) -> Modality:
    """Tell whether a meeting or an agreement is still to come: "the meeting with X will be held"."""
    for at in range(noun + 1, len(view.items)):
        item = view.items[at]
        if item.tag == "V":
            return "planned" if WILL.intersection(item.helpers) else of_noun(view, noun)
        if item.tag in "SR;:" or (item.tag == "N" and not item.prep and view.items[at - 1].tag not in {"C", ","}):
            break
    return of_noun(view, noun)


def _inside(inside: list[str], found: Modality) -> Modality:
    """What the words of a noun phrase say of the event: "no", "attempted", "alleged"."""
    words = hedges()
    for word in inside:
        if word == "no":
            return "denied"
        if word in words.attempted_words or word in words.attempt_nouns:
            found = weaker(found, "attempted")
        elif word in words.planned_words:
            found = weaker(found, "planned")
        elif word in words.hedges:
            found = weaker(found, "alleged")
    return found


def _object_of(view: Clauses, at: int, noun: int) -> Modality:
    """Modality of an event that is the object of a verb group."""
    item: Item = view.items[at]
    words = hedges()
    called = item.head in {"call", "hope", "ask", "wait", "press", "push"} and view.items[noun].prep == "for"
    direct = objects(view, at)
    if noun in direct or (noun - 1 in direct and view.items[noun - 1].owns) or called:
        if item.head in words.foiled:
            return "attempted"
        if item.head in words.undone:
            return "denied"
        done = item.form in {"ed", "past", "part"} or item.prep in {"of", "with", "for"}  # "accused of ordering"
        if item.head == "order" and done and view.items[noun].head in words.crimes:
            return "alleged"  # who ordered a murder: that it was done is not said
        if item.head in words.wished or called:
            return "planned"
        if item.head in words.denied and item.head not in {"reject", "rule"}:  # "all parties rejected the murder"
            return "denied"
    own = _own(view, at)
    return own if own == "planned" else "asserted"
