"""Places: from the lists, or made one by a noun or a preposition ("Oriente Valley", "in Orovilla, Peru")."""

import re
from collections.abc import Sequence
from functools import cache

from graph.extract.language.lexicon import (
    ACRONYM,
    CALENDAR,
    COMMON,
    COUNTRY,
    DEMONYM,
    GENERIC,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    ROLE,
    STARTER,
    SURNAME,
    TITLE,
    alternatives,
    words,
)
from graph.extract.language.lexicon import places as gazetteer
from graph.extract.language.tokens import Token
from graph.extract.text import Span

__all__ = ["longest_place", "places"]

_GAPS = frozenset(
    {
        " ",
        " de ",
        " del ",
        " de la ",
        " de los ",
        " de las ",
        " do ",
        " da ",
        " dos ",
        " and ",
        " of ",
        " of the ",
        ", ",
        "-",
    }
    | {" el ", " i ", "'", " d'", " la ", " y ", "-de-", " di ", " am ", " an der "}
)
_LINKS = frozenset({" ", " de ", " del ", " de la ", " de los ", " do ", " da "})
_NEVER = CALENDAR | DEMONYM | STARTER | TITLE | ROLE | ORGHEAD
_SURE_LOCATIVE = (" in ", " near ", "In ", "Near ", " outside ", "Outside ", " at ", " from ")


@cache
def _noun() -> re.Pattern[str]:
    """A noun in lower case that belongs to the name before it."""
    return re.compile(rf" (?:(?:{alternatives('place_noun_adjectives')}) )?(?:{alternatives('place_nouns')})\b")


@cache
def _no_noun() -> re.Pattern[str]:
    """What follows a name of a state that is no adjective."""
    return re.compile(rf"'s\b|[,.;:)]|$| (?:{alternatives('after_places')})\b")


@cache
def _nouns_of() -> tuple[str, ...]:
    nouns = words("place_nouns_of")
    return tuple(sorted({f"{form} of " for noun in nouns for form in (noun, noun.capitalize())} | {"capital, "}))


@cache
def _locatives() -> tuple[str, ...]:
    return tuple(sorted(f"{lead}{word} " for word in words("locatives") | words("locatives_weak") for lead in " ("))


def longest_place(text: str, tokens: Sequence[Token], i: int) -> int:
    """Index of the last word of the longest listed name that starts at token ``i``; -1 if there is none."""
    key, more = tokens[i].key, tokens[i].place
    if more < 0:
        return -1
    names = gazetteer()
    best, j = (i if key in names else -1), i
    while more and j + 1 < len(tokens) and j - i < 6:
        gap = text[tokens[j].end : tokens[j + 1].start]
        if gap not in _GAPS:
            break
        key += gap + tokens[j + 1].key
        j += 1
        if key in names:
            best = j
    return best


def places(text: str, tokens: Sequence[Token], free: Sequence[bool]) -> list[Span]:
    """Places of a sentence among the words that no other span has taken, by start."""
    found: list[Span] = []
    end = 0
    for i, token in enumerate(tokens):
        if token.start < end or not free[i]:
            continue
        span = _listed(text, tokens, i, free) or _by_noun(text, tokens, i, free)
        if span:
            found.append(span)
            end = span.end
    return found


def _listed(text: str, tokens: Sequence[Token], i: int, free: Sequence[bool]) -> Span | None:
    """The longest listed name at token ``i``, if it stands for the place."""
    last = longest_place(text, tokens, i)
    if last > i and not all(free[i : last + 1]):
        last = i if tokens[i].key in gazetteer() else -1
    if last < i or (last == i and not _single(text, tokens[i])):
        return None
    if last == i and tokens[i].flags & (GENERIC | GIVEN | SURNAME):
        longer = _by_noun(text, tokens, i, free)  # "Rio Verde" is not Rio, "Castro Olmo prison" not Castro
        if longer and (tokens[i].flags & GENERIC or text[longer.end - 1].islower()):
            return longer
    return _place(text, tokens[i].start, tokens[last].end, 0.9, "listed")


def _single(text: str, token: Token) -> bool:
    """Tell whether a listed word stands for the place: many are also names of people or plain words."""
    flags = token.flags
    if token.key in words("adjectives_of_states"):
        placed = text.endswith((" the ", "The ", *_locatives()), 0, token.start)
        return placed and bool(_no_noun().match(text, token.end))
    if flags & COUNTRY or token.key in words("short_places"):
        return not (flags & GIVEN and token.start == 0 and flags & COMMON)
    if flags & (COMMON | DEMONYM | CALENDAR | TITLE | ROLE):
        return False
    if flags & (GIVEN | SURNAME) or len(token.word) < 4:
        if text[token.end + 1 :].partition(" ")[0] in words("family_nouns"):
            return False
        return text.endswith(_locatives(), 0, token.start) or bool(_noun().match(text, token.end))
    return True


def _place(text: str, start: int, end: int, confidence: float, rule: str) -> Span:
    """A place with the noun in lower case that follows it: "Puno region"."""
    noun = _noun().match(text, end)
    if noun:
        end = noun.end()
    return Span(start, end, "place", text[start:end], start, end, confidence, f"place: {rule}")


def _by_noun(text: str, tokens: Sequence[Token], i: int, free: Sequence[bool]) -> Span | None:
    """A name that no list holds, made a place by a noun beside it or by a preposition and a country behind it."""
    first = tokens[i]
    if first.flags & _NEVER or first.initial:
        return None
    plain = first.flags & (COMMON | MODIFIER)
    last = _chain(text, tokens, i, free, stop=0 if plain else GENERIC)
    start, end = first.start, tokens[last].end
    if last > i and tokens[last].flags & GENERIC and not first.flags & GENERIC and not plain:
        return _place(text, start, end, 0.8, "noun")
    if last > i and first.flags & GENERIC and first.key in words("place_firsts"):
        return _place(text, start, end, 0.6, "noun")
    if plain or first.flags & GENERIC or (first.flags & ACRONYM and len(first.word) < 4):
        return None
    rule, confidence = _placed(text, tokens, i, last)
    return _place(text, start, end, confidence, rule) if rule else None


def _placed(text: str, tokens: Sequence[Token], i: int, last: int) -> tuple[str, float]:
    """The rule by which the words around a name make it a place, with its confidence; an empty rule if none does."""
    first, end = tokens[i], tokens[last].end
    if text.endswith(_nouns_of(), 0, first.start):
        return "noun of", 0.8
    if first.flags & ACRONYM:
        return "", 0.0
    if _noun().match(text, end):
        return "noun", 0.7
    led = text.endswith(_SURE_LOCATIVE, 0, first.start) and not first.flags & GIVEN
    return ("preposition", 0.5) if led and _country_follows(text, tokens, last) else ("", 0.0)


def _chain(text: str, tokens: Sequence[Token], i: int, free: Sequence[bool], *, stop: int) -> int:
    """Index of the last capitalised word of a name from token ``i`` on, or of the first with a class of ``stop``."""
    j = i
    while j + 1 < len(tokens) and free[j + 1] and text[tokens[j].end : tokens[j + 1].start] in _LINKS:
        if tokens[j + 1].flags & (ROLE | TITLE | CALENDAR | STARTER):
            break
        j += 1
        if tokens[j].flags & stop and not tokens[i].flags & GENERIC:
            break
    return j


def _country_follows(text: str, tokens: Sequence[Token], j: int) -> bool:
    """Tell whether ", Country" or ", Region" stands behind token ``j``."""
    if text[tokens[j].end : tokens[j].end + 2] != ", " or j + 1 >= len(tokens):
        return False
    return tokens[j + 1].start == tokens[j].end + 2 and longest_place(text, tokens, j + 1) >= 0
