"""Who did it: whom noun phrases name, and the bands and powers that a text blames without a name: "death squads".

Such a band is an actor of this document alone, marked ``named: false``: two documents' "drug mafias" are never one.
"""

import re
from collections.abc import Iterable
from functools import cache

from graph.extract.clauses.items import Clauses
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.event_rules import Rule
from graph.extract.language.grammar import lists
from graph.extract.language.lexicon import alternatives, demonyms
from graph.extract.link import End
from graph.extract.text import Span

__all__ = ["bands", "doers"]

# Heads, the words of which one must stand before them, and the kind: keys of ``words/events.yaml``.
BANDS = (
    ("rulers", "", "agency"),
    ("mafias", "", "cartel"),
    ("drug_bands", "drug_words", "cartel"),
    ("death_bands", "death_words", "armed_group"),
    ("wing_bands", "wing_words", "armed_group"),
)
ANYONE = frozenset({"no", "any", "another", "other", "some", "their", "its", "his", "every", "foreign"})


def doers(story: Story, sentence: int, positions: Iterable[int], rule: Rule) -> list[End]:
    """Give the ends of those at some positions who may have done what a rule tells of."""
    found: list[End] = []
    view = story.view(sentence)
    for at in positions:
        if view.items[at].owns and _ruled(view, at + 1):
            at += 1  # "by X's government": not by X  # noqa: PLW2901
        ends = actors(story, sentence, [at], rule.agent)
        if not ends and rule.doer == "RESPONSIBLE_FOR" and rule.type != "bribery":
            band = _band(view, at) or _force(view, at)
            ends = [(sentence, band)] if band and band.kind in rule.agent else []
        found += [end for end in ends if end not in found]
    return found


@cache
def bands() -> frozenset[str]:
    """Give the nouns of which one must stand in a sentence that blames a band without a name."""
    return frozenset(head for heads, _, _ in BANDS for head in lists(heads, "events"))


def _ruled(view: Clauses, at: int) -> bool:
    """Tell whether a government or the like stands at a position."""
    return any(item.tag == "N" and item.head in lists("rulers", "events") for item in view.items[at : at + 1])


def _band(view: Clauses, at: int) -> Span | None:
    """The band that a noun phrase describes: "alleged drug mafias", "members of a death squad"."""
    item = view.items[at]
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    if item.head in lists("people") and following is not None and following.prep in {"of", "from"}:
        found = _described(view, at + 1)
        if found:
            return found
    return _described(view, at)


def _force(view: Clauses, at: int) -> Span | None:
    """The force whose people a noun phrase means, where it has neither name nor article: "army officers"."""
    item = view.items[at]
    if item.tag != "N" or item.spans or item.inner or item.head not in lists("people") | lists("soldiers"):
        return None
    found = _forces().search(view.text, item.start, item.end)
    if found is None or view.text[item.start : item.end].split()[0] in ANYONE:
        return None
    start, end = found.span("force")
    name = view.annotated.sentence.text[start:end]
    return Span(start, end, "agency", name, start, end, 0.5, "organization: force alone")


@cache
def _forces() -> re.Pattern[str]:
    """A force right before the noun for its people, or before one word that is between."""
    return re.compile(rf"\b(?P<force>{alternatives('forces_alone')}) (?:\w+ )?\w+$")


def _described(view: Clauses, at: int) -> Span | None:
    """The span of a band: its noun, the words before it that say what band it is, and whose it is."""
    item = view.items[at]
    words = view.words(item).split()
    if item.tag != "N" or item.spans or item.inner or item.owns or words[0] in ANYONE:
        return None
    fitting = [(kind, key) for heads, key, kind in BANDS if item.head in lists(heads, "events")]
    kind = next((kind for kind, key in fitting if not key or not lists(key, "events").isdisjoint(words)), "")
    if not kind or (item.head in lists("rulers", "events") and words[0] in {"a", "an"}):
        return None
    telling = [k for k, word in enumerate(words) if word in _describing() or word in demonyms()]
    first = min([*telling, len(words) - 1])
    start = item.end - len(" ".join(words[first:]))
    owner = view.items[at - 1] if at else None
    if owner is not None and owner.owns and owner.spans and first == 0:
        start = view.span(owner.spans[0]).start
    name = view.annotated.sentence.text[start : item.end]
    return Span(start, item.end, kind, name, max(item.start, start - 4), item.end, 0.6, "band", {"named": False})


@cache
def _describing() -> frozenset[str]:
    return lists("drug_words", "events") | lists("death_words", "events") | lists("wing_words", "events")
