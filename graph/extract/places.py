"""Places: names from the lists, and names with a noun that makes them one ("Oriente Valley", "Morelos Airport")."""

import re
from collections.abc import Sequence
from functools import cache

from graph.extract.lexicon import (
    CALENDAR, COMMON, DEMONYM, GENERIC, GIVEN, MODIFIER, ROLE, STARTER, TITLE, places as table,
)  # fmt: skip
from graph.extract.text import Span
from graph.extract.tokens import Token

__all__ = ["places"]

_GAPS = frozenset(
    {
        " ",
        " de ",
        " del ",
        " de la ",
        " de los ",
        " do ",
        " da ",
        " dos ",
        " and ",
        " of ",
        " of the ",
        ", ",
        "-",
        " el ",
        " i ",
        "'",
        " d'",
    }
)
_GENERIC_LOWER = re.compile(
    r" (?:international )?(airport|port|seaport|harbor|bay|valley|river|island|islands|province|region|state|department|district|municipality|neighborhood|county|prison|jail|barracks|jungle)\b"
)
_GENERIC_OF = re.compile(
    r"(?:city|town|village|state|states|province|region|department|municipality|district|port|island|capital|county|neighborhood|suburb|area) of $",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:in|at|near|from|to|into|through|via|outside|toward|towards|around|across|between|throughout|and|of) (?:the )?$"
)


@cache
def _starts() -> dict[str, int]:
    """First word of a place's name → the most words that follow it in any name."""
    most: dict[str, int] = {}
    for name in table():
        first, _, rest = name.partition(" ")
        most[first] = max(most.get(first, 0), rest.count(" ") + 1 if rest else 0)
    return most


def places(text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[Span]:
    """Places of a sentence outside of what is taken, by start."""
    found: list[Span] = []
    starts, names = _starts(), table()
    i = 0
    while i < len(tokens):
        token = tokens[i]
        i += 1
        if any(a < token.end and token.start < b for a, b in taken):
            continue
        longest = _longest(text, tokens, i - 1, starts, names, taken)
        if longest >= 0:
            end = tokens[longest].end
            name = text[token.start : end]
            doubtful = longest == i - 1 and (token.flags & (GIVEN | COMMON) or len(name) < 4)
            if doubtful and token.flags & (COMMON | DEMONYM) and not token.word.isupper():
                continue
            if doubtful and not (
                _AT.search(text, max(0, token.start - 16), token.start) or _GENERIC_LOWER.match(text, end)
            ):
                continue
            found.append(_span(text, token.start, end, 0.9))
            i = longest + 1
        else:
            span = _generic(text, tokens, i - 1, taken)
            if span:
                found.append(span)
                while i < len(tokens) and tokens[i].start < span.end:
                    i += 1
    return found


def _span(text: str, start: int, end: int, confidence: float, rule: str = "gazetteer") -> Span:
    lower = _GENERIC_LOWER.match(text, end)
    if lower:
        return Span(start, lower.end(), "place", text[start : lower.end()], start, lower.end(), confidence, rule)
    return Span(start, end, "place", text[start:end], start, end, confidence, rule)


def _longest(
    text: str, tokens: Sequence[Token], i: int, starts: dict[str, int], names: object, taken: Sequence[tuple[int, int]]
) -> int:
    if tokens[i].key.split(" ")[0] not in starts:
        return -1
    best = -1
    key = tokens[i].key
    if key in table():
        best = i
    j = i
    while j + 1 < len(tokens) and j - i < 5:
        gap = text[tokens[j].end : tokens[j + 1].start]
        if gap not in _GAPS or any(a < tokens[j + 1].end and tokens[j + 1].start < b for a, b in taken):
            break
        key += gap + tokens[j + 1].key
        j += 1
        if key in table():
            best = j
    return best


def _generic(text: str, tokens: Sequence[Token], i: int, taken: Sequence[tuple[int, int]]) -> Span | None:
    token = tokens[i]
    if token.flags & (CALENDAR | DEMONYM | STARTER | TITLE | ROLE) or (
        token.flags & COMMON and not token.flags & GENERIC
    ):
        return None
    j = i
    while (
        j + 1 < len(tokens)
        and text[tokens[j].end : tokens[j + 1].start] in (" ", " de ", " del ", " de la ")
        and not any(a < tokens[j + 1].end and tokens[j + 1].start < b for a, b in taken)
    ):
        j += 1
        if tokens[j].flags & GENERIC and not token.flags & (GENERIC | COMMON | MODIFIER):
            return _span(text, token.start, tokens[j].end, 0.8, "generic")
    if _GENERIC_OF.search(text, max(0, token.start - 20), token.start):
        return _span(text, token.start, tokens[j].end, 0.8, "generic-of")
    if token.flags & GENERIC and j > i:
        return (
            _span(text, token.start, tokens[j].end, 0.6, "generic-first")
            if token.key in ("lake", "port", "cape", "mount", "rio", "isla", "puerto", "villa", "ciudad")
            else None
        )
    lower = _GENERIC_LOWER.match(text, tokens[j].end)
    if lower and not token.flags & (COMMON | GENERIC | MODIFIER):
        return _span(text, token.start, tokens[j].end, 0.7, "generic-lower")
    return None
