"""Which sentences may state an affiliation: a look at their spans and words that costs less than reading them."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from graph.extract.affiliations.affiliation_rules import rules, wordings_for
from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.meaning import is_party
from graph.extract.affiliations.offices import vocabulary
from graph.extract.affiliations.slots import LETTERS, demonyms
from graph.extract.text import Annotated, Span

__all__ = ["worth_reading"]

_WORD = re.compile(r"[a-z]+")
_BETWEEN = 11  # characters between two spans side by side: ", with the "
_RANKED = 24  # characters between a force and a name: " Lieutenant Colonel "
_JOINTS = frozenset(
    {" of the ", " of ", "'s ", "' ", " from the ", ", of the ", ", of ", ", from ", ", from the ", ", with the "}
)
_BESIDE = frozenset({", ", ", the ", " ("})  # between a person and a body
_BODIES = frozenset({"cartel", "armed_group", "agency", "organization"})
_GANGS = frozenset({"cartel", "armed_group"})
_STATED = frozenset({"agency", "organization", "cartel", "armed_group", "place", "vessel", "aircraft"})
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|HE|SHE|HIS|HER|[Bb]rothers|[Ss]isters|BROTHERS) ")
_POINTING = frozenset({"he", "she", "his", "her", "brothers", "sisters"})
_OWN = re.compile(r" (?:his|her) (?:[\w-]+ )?$", re.IGNORECASE)
_REACH = 75  # characters between a person and an office
_FAR = 130  # characters between a person and another actor
_ACTORS = frozenset({"<P", "<K", "<G", "<A", "<O", "<L", "<V"})
_MARKS = (",", "(", ")", ":", ".", "'s", "&")
_STAND_INS = ("<p", "<k")  # may stand in any sentence


def worth_reading(each: Annotated) -> bool:
    """Tell whether a sentence has enough actors near each other, and a word near them that some rule asks for."""
    people = [span for span in each.spans if span.kind == "person"]
    others = [span for span in each.spans if span.kind in _STATED]
    text, words = each.sentence.text, each.sentence.words
    office = not _offices().isdisjoint(words)
    for person in people if office else ():
        near = _WORD.findall(text[max(0, person.left - _REACH) : person.end + _REACH].lower())
        if not _offices().isdisjoint(near) and (_company(each, person) or _grouped(near)):
            return True
    pronoun = not _POINTING.isdisjoint(words) and _PRONOUN.search(text) is not None
    if not pronoun and len(people) + len(others) < 2 and not (people and "custody" in words):
        return False
    if _adjacent(each) or (pronoun and people and _owned(each)):
        return True
    if pronoun and office and (people or others or _grouped(words)):
        return True
    if people and "custody" in words:
        return True
    return not _triggers().isdisjoint(words) and _may_match(each, words, pronoun=pronoun)


def _company(each: Annotated, person: Span) -> bool:
    """Tell whether another actor or a place stands near a person."""
    first, last = person.left - _FAR, person.end + _FAR
    return any(
        span is not person
        and span.end > first
        and span.start < last
        and (span.kind in _STATED or span.kind == "person")
        for span in each.spans
    )


def _may_match(each: Annotated, words: frozenset[str], *, pronoun: bool) -> bool:
    """Tell whether some rule without an office finds the words and the number of actors that it asks for."""
    letters = [f"<{LETTERS.get(span.kind, 'X')}" for span in each.spans]
    actors = sum(letter in _ACTORS for letter in letters) + pronoun
    text = each.sentence.text
    marks = [mark for mark in _MARKS if mark in text or mark.upper() in text]
    held = frozenset((*words, *letters, *marks, *_STAND_INS))
    return actors > 1 and any(
        pattern.actors <= actors and not pattern.key.isdisjoint(words)  # none by its marks and actors alone
        for _, pattern in wordings_for(held)
    )


def _grouped(near: Iterable[str]) -> bool:
    """Tell a nation or "the cartel" near a person: an actor that is no span."""
    if "u" in near and "s" in near:  # "U.S."
        return True
    return any(not words.isdisjoint(near) for words in (demonyms().keys(), listed("groups"), listed("bodies")))


def _adjacent(each: Annotated) -> bool:
    """Tell whether two spans stand side by side, with no more than "of the", "'s" or a rank between them."""
    text = each.sentence.text
    return any(
        b.start - a.end <= _RANKED
        and a.kind == "agency"
        and b.kind == "person"
        and text[a.end : b.start].strip(" .").lower() in listed("ranks")
        for a, b in pairwise(each.spans)
    ) or any(
        b.start - a.end <= _BETWEEN and _joined(a, b, text[a.end : b.start].lower()) for a, b in pairwise(each.spans)
    )


def _joined(a: Span, b: Span, gap: str) -> bool:
    """Tell "the Harbour Police of", "the DEA's NAME", "NAME (DEA)" by what stands between two spans."""
    if b.kind == "person":
        return a.kind in _BODIES and gap == "'s "
    return b.kind in _BODIES and (gap in _JOINTS or (a.kind == "person" and gap in _BESIDE))


def _owned(each: Annotated) -> bool:
    """Tell "his Herons", "her old Harbour Party": a gang or party called somebody's own."""
    text = each.sentence.text
    return any(
        (span.kind in _GANGS or is_party(span.name)) and _OWN.search(text, max(0, span.left - _BETWEEN * 2), span.left)
        for span in each.spans
    )


@cache
def _offices() -> frozenset[str]:
    """The nouns of offices: of "police chief" only the chief."""
    found = set()
    for forms in vocabulary().words.values():
        for form, _, _, _ in forms:
            parts = [part for word in form for part in word.split("-") if len(part) > 2]
            nouns = [word for word in form if len(vocabulary().words.get(word, ())) and _single(word)]
            found.update(nouns[-1:] or [max(parts, key=len)])
    return frozenset(found)


def _single(word: str) -> bool:
    return any(len(form) == 1 for form, _, _, _ in vocabulary().words[word])


@cache
def _triggers() -> frozenset[str]:
    """Words by which the rules without an office know their sentences."""
    keys = [pattern.key for rule in rules() for pattern in rule.patterns]
    return frozenset(word for words in keys for word in words if word[0].isalpha()) - listed("weak")
