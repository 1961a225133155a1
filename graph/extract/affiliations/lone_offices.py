"""Offices that stand alone beside a name: "the Justice Minister, X", "Governor X" – of which state, nobody says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.offices import Office, Token, find_office, vocabulary
from graph.extract.language.lexicon import CALENDAR, COMMON, STARTER, classes, demonyms, fold, pairs
from graph.extract.link import End
from graph.extract.text import Annotated, Span

__all__ = ["Holder", "holders"]

_WORD = re.compile(r"(?i:then|ex|former|now)(?=-\w)|[^\W_][^\s,();]*")
_ELSEWHERE = re.compile(r" (?:of|from) (?:the )?[A-Z]|'s |’s ")  # "President X of Chile"; "President X's lawyer" is his
_LEADS = frozenset({"the", "a", "an", "including", "with", "our", "and", "his", "her", "their", "while", "when"})
_REACH = 40  # characters read before a phrase: a sentence may begin with the office
_Found = tuple[Office, str, str]
"""An office, its role as written, and its level."""
_OWNERS = frozenset({"agency", "organization", "cartel", "armed_group", "place", "person"})
_OWNED = frozenset({" ", "'s ", "’s "})  # between an owner and an office
_BRACKET = re.compile(r" \([^()]{2,24}\) $")
_REGIONAL = frozenset({"state", "provincial"})
_OFFICERS = frozenset({"head", "minister", "official", "deputy"})
_MANY = 4  # words before a minister: "Science and Technology Minister"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office that stands alone."""

    end: End
    surname: str
    office: Office
    role: str  # the office with its field, as written
    level: str  # "state", or "region" for a governor and whoever is called "state prosecutor"

    @property
    def key(self) -> str:
        """The office, which only one can hold at a time."""
        return self.role.lower() if self.office.group in {"minister", "deputy"} else self.office.word


def holders(annotated: Sequence[Annotated]) -> Iterator[Holder]:
    """Find them in all sentences, in text order."""
    for index, each in enumerate(annotated):
        if each.sentence.kind == "field":
            continue
        for number, span in enumerate(each.spans):
            if span.kind != "person" or "nationality" in span.properties:
                continue
            found = _before(each, number) or _behind(each, span)
            if found:
                yield Holder((index, number), span.name.split()[-1].lower(), *found)


def _before(each: Annotated, number: int) -> _Found | None:
    """The office right before a name, with nothing beside it that says whose."""
    text, span = each.sentence.text, each.spans[number]
    bracket = _BRACKET.search(text, max(0, span.start - _REACH), span.start)  # "Prosecutor General (Fiscal) X"
    if (span.left >= span.start and not bracket) or _ELSEWHERE.match(text, span.end):
        return None
    if any(span.left <= other.start < span.start for other in each.spans):
        return None
    if " " not in span.name and text[span.start - 2] == ",":
        return None  # "the Governor, Olmo and others"
    end = bracket.start() + 1 if bracket else span.start
    owners = [other.end for other in each.spans[:number] if other.kind in _OWNERS and other.end < end]
    floor = text.find(" ", max(0, min(span.left, end) - _REACH)) + 1 if min(span.left, end) > _REACH else 0
    found = _office(text, max(floor, *owners, 0), end)
    if not found or text.endswith("counterpart, ", 0, span.left):
        return None
    at = text.rfind(found[1], 0, end)
    return None if any(text[own:at] in _OWNED for own in owners) else found  # "the Central Bank President X"


def _behind(each: Annotated, span: Span) -> _Found | None:
    """The office in apposition behind a name."""
    text = each.sentence.text
    if text[span.end : span.end + 2] != ", " or span.right <= span.end + 2:
        return None
    if any(span.end < other.start < span.right for other in each.spans):
        return None
    found = _office(text, span.end + 2, span.right)
    return found if found and text[span.end + 2 :].removeprefix("the ").startswith(found[1]) else None


def _office(text: str, start: int, end: int) -> _Found | None:
    """The office that a stretch of text ends with, if it is one that every state has."""
    cut = max(text.rfind(mark, start, end - 2) for mark in ',;:()"')
    tokens: list[Token] = [(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text, max(start, cut + 1), end)]
    for at in range(len(tokens)):
        found = find_office(tokens, at, text) if tokens[at][0] in vocabulary().words else None
        if not found or found[0] < len(tokens):
            continue
        office = found[1]
        before = [token for token in tokens if token[2] <= office.start]
        names = _names(before, text)
        level = _level(office, tokens, [text[first:last] for _, first, last in names])
        if office.plural or office.planned or not level:
            continue
        if not names and text[tokens[at][1]].islower() and not _pointed(before, office):
            return None  # "the commission president"
        return office, text[names[0][1] if names else office.start : tokens[-1][2]], level
    return None


def _names(before: Sequence[Token], text: str) -> Sequence[Token]:
    """The capitalised words right before an office, which no list knows."""
    at = len(before)
    while at and text[before[at - 1][1]].isupper() and before[at - 1][0] not in _LEADS:
        at -= 1
    if at == 0 and before and classes().get(fold(before[0][0]), 0) & (COMMON | STARTER | CALENDAR):
        at = 1  # "Yesterday Minister X"
    return before[at:]


def _pointed(before: Sequence[Token], office: Office) -> bool:
    """Tell an office in small letters that stands by itself: "the president", "former president"."""
    return office.former or not before or before[-1][0] in _LEADS or before[-1][0] in listed("grammar")


def _level(office: Office, tokens: Sequence[Token], names: Sequence[str]) -> str:
    """Whose office it is: every state's, every region's or, "", some other body's.

    Before a minister up to three words may stand that no list knows.
    """
    how = pairs("state_offices").get(office.word, "any" if office.word.endswith(" minister") else "")
    own = {word for word, first, _ in tokens if first >= office.start}
    if office.local:
        return "region" if own & _REGIONAL and office.group in _OFFICERS and not names else ""
    if how in {"alone", "region"}:
        second = vocabulary().modifiers if office.group == "deputy" else listed("status")
        alone = not names and not office.field and not own - set(office.word.split()) - set(second)
        return ("region" if how == "region" else "state") if alone else ""
    if how == "field":
        deputy = any(vocabulary().modifiers.get(word) == "deputy" for word in own)
        return "state" if not deputy and (office.field or own & vocabulary().fields) else ""
    plain = len(names) < _MANY and all(word.istitle() and fold(word) not in demonyms() for word in names)
    return "state" if how and plain else ""
