"""Places: names from the lists, and names that a noun or a preposition makes one ("Oriente Valley", "in Orovilla, Peru")."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from graph.extract.lexicon import (
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
)
from graph.extract.lexicon import places as gazetteer
from graph.extract.text import Span
from graph.extract.tokens import Token

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
_GENERIC = re.compile(
    r" (?:international |maximum[- ]security |federal |state |border |coastal )?(?:airport|port|seaport|harbor|bay|valley|river|island|"
    r"islands|province|region|state|department|district|municipality|neighborhood|neighbourhood|county|prison|jail|barracks|jungle|"
    r"canal|peninsula|area|basin|mountains|lagoon|favela|slum|ranch|beach|border|coast)\b"
)
_GENERIC_OF = (
    (
        "city of ",
        "town of ",
        "village of ",
        "state of ",
        "states of ",
        "province of ",
        "region of ",
        "department of ",
        "port of ",
    )
    + (
        "municipality of ",
        "district of ",
        "island of ",
        "capital of ",
        "county of ",
        "neighborhood of ",
        "suburb of ",
        "area of ",
    )
    + (
        "outskirts of ",
        "capital, ",
        "capital city, ",
        "capital city of ",
        "cities of ",
        "jungles of ",
        "coast of ",
        "resort of ",
    )
    + (
        "community of ",
        "settlement of ",
        "hamlet of ",
        "parish of ",
        "Port of ",
        "City of ",
        "State of ",
        "Province of ",
    )
)
_LOCATIVE = tuple(
    lead + word
    for word in (
        (
            "in ",
            "at ",
            "near ",
            "from ",
            "to ",
            "into ",
            "through ",
            "via ",
            "outside ",
            "toward ",
            "towards ",
            "around ",
            "across ",
        )
        + (
            "between ",
            "throughout ",
            "and ",
            "of ",
            "over ",
            "inside ",
            "off ",
            "for ",
            "in the ",
            "to the ",
            "from the ",
            "or ",
        )
    )
    for lead in (" ", "(")
)
_SURE_LOCATIVE = (" in ", " near ", "In ", "Near ", " outside ", "Outside ", " at ", " from ")
_ADJECTIVES = frozenset({"u.s.", "us", "uk", "u.k.", "u.s"})
_NO_NOUN = re.compile(
    r"'s\b|[,.;:)]|$| (?:and|to|for|in|on|by|as|is|was|has|had|will|would|could|can|where|which|who|with|from|of|or|but|at|that|are|were|"
    r"after|before|through|under|since|during|because|while|when|via|until|than|if|not|does|did|should|may|might)\b"
)
_SHORT = frozenset({"uk", "us", "usa", "u.s.", "u.k.", "uae", "drc", "u.s.a.", "prc", "ussr", "rio", "ica"})


@cache
def _starts() -> Mapping[str, int]:
    """First word of a place's name → the most words that follow it in any name."""
    most: dict[str, int] = {}
    for name in gazetteer():
        first, _, rest = name.replace("-", " ").partition(" ")
        most[first] = max(most.get(first, 0), rest.count(" ") + 1 if rest else 0)
    return most


def longest_place(text: str, tokens: Sequence[Token], i: int) -> int:
    """Index of the last word of the longest listed name that starts at token ``i``; -1 if there is none."""
    key = tokens[i].key
    more = _starts().get(key.partition("-")[0], -1)
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
    i = 0
    while i < len(tokens):
        last = longest_place(text, tokens, i) if free[i] else -1
        while last > i and not all(free[i : last + 1]):
            last = i if tokens[i].key in gazetteer() else -1
        if last == i and tokens[i].flags & GENERIC and (span := _by_noun(text, tokens, i, free)):
            found.append(span)
            i += 1
            while i < len(tokens) and tokens[i].start < span.end:
                i += 1
            continue
        if last > i or (last == i and _single(text, tokens[i])):
            found.append(_span(text, tokens[i].start, tokens[last].end, 0.9, "place: listed"))
            i = last + 1
            continue
        span = _by_noun(text, tokens, i, free) if free[i] else None
        if span:
            found.append(span)
        i += 1
        while span and i < len(tokens) and tokens[i].start < span.end:
            i += 1
    return found


def _single(text: str, token: Token) -> bool:
    """Tell whether a listed word stands for the place: many are also names of people or plain words."""
    flags = token.flags
    if token.key in _ADJECTIVES:
        return text.endswith((" the ", "The ", *_LOCATIVE), 0, token.start) and bool(_NO_NOUN.match(text, token.end))
    if flags & COUNTRY or token.key in _SHORT:
        return not (flags & GIVEN and token.start == 0 and flags & COMMON)
    if flags & (COMMON | DEMONYM | CALENDAR | TITLE | ROLE):
        return False
    if flags & (GIVEN | SURNAME) or len(token.word) < 4:
        if text.startswith((" family", " brothers", " clan", " cartel", " faction"), token.end):
            return False
        return text.endswith(_LOCATIVE, 0, token.start) or bool(_GENERIC.match(text, token.end))
    return True


def _span(text: str, start: int, end: int, confidence: float, rule: str) -> Span:
    """A place with the noun in lower case that follows it: "Puno region"."""
    noun = _GENERIC.match(text, end)
    if noun and not noun[0].endswith((" border", " coast", " area")):
        end = noun.end()
    return Span(start, end, "place", text[start:end], start, end, confidence, rule)


def _by_noun(text: str, tokens: Sequence[Token], i: int, free: Sequence[bool]) -> Span | None:
    """A name that no list holds, made a place by a noun beside it or by a preposition and a country behind it."""
    token = tokens[i]
    if token.flags & (CALENDAR | DEMONYM | STARTER | TITLE | ROLE | ORGHEAD) or token.initial:
        return None
    plain = token.flags & (COMMON | MODIFIER)
    j = i
    while j + 1 < len(tokens) and free[j + 1] and text[tokens[j].end : tokens[j + 1].start] in _LINKS:
        if tokens[j + 1].flags & (ROLE | TITLE | CALENDAR | STARTER):
            break
        j += 1
        if tokens[j].flags & GENERIC and not token.flags & GENERIC and not plain:
            return _span(text, token.start, tokens[j].end, 0.8, "place: noun")
    start, end = token.start, tokens[j].end
    if token.flags & GENERIC and j > i and token.key in _FIRST:
        return _span(text, start, end, 0.6, "place: noun")
    if plain or token.flags & GENERIC or (token.flags & ACRONYM and len(token.word) < 4):
        return None
    if text.endswith(_GENERIC_OF, 0, start):
        return _span(text, start, end, 0.8, "place: noun of")
    if _GENERIC.match(text, end) and not token.flags & ACRONYM:
        return _span(text, start, end, 0.7, "place: noun")
    if text.endswith(_SURE_LOCATIVE, 0, start) and not token.flags & (ACRONYM | GIVEN):
        return _span(text, start, end, 0.5, "place: preposition") if _country_follows(text, tokens, j) else None
    return None


_FIRST = frozenset(
    (
        "lake",
        "port",
        "cape",
        "mount",
        "rio",
        "isla",
        "puerto",
        "villa",
        "ciudad",
        "colonia",
        "barrio",
        "nueva",
        "nuevo",
        "cerro",
    )
    + ("hacienda", "rancho", "finca", "fort", "camp", "laguna", "playa", "bahia", "punta", "ft")
)


def _country_follows(text: str, tokens: Sequence[Token], j: int) -> bool:
    """Tell whether ", Country" or ", Region" stands behind token ``j``."""
    if text[tokens[j].end : tokens[j].end + 2] != ", " or j + 1 >= len(tokens):
        return False
    return tokens[j + 1].start == tokens[j].end + 2 and longest_place(text, tokens, j + 1) >= 0
