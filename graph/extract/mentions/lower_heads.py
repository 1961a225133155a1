"""Organisations with a head noun in lower case: "Peruvian police", "the army of Peru", "Oriente cartel"."""

import re
from collections.abc import Sequence
from functools import cache

from graph.extract.language.lexicon import (
    ACRONYM,
    CALENDAR,
    COMMON,
    COUNTRY,
    DEMONYM,
    MODIFIER,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    TITLE,
    alternatives,
    fold,
    places,
    words,
)
from graph.extract.language.tokens import Token
from graph.extract.mentions.bodies import heads, organization
from graph.extract.text import Span

__all__ = ["by_lower_head", "by_lower_head_of", "keys"]

_FOLLOWING = re.compile(r"(?: [a-z-]+){1,4}")
_WORD = re.compile(r" ([a-z-]+)")


@cache
def _head_of() -> re.Pattern[str]:
    bodies = alternatives("state_bodies")
    return re.compile(rf"\b(?:(?P<first>{bodies}) and (?:the )?)?(?P<second>{bodies}) of (?:the )?$")


@cache
def keys() -> frozenset[str]:
    """Give the last words of all head nouns in lower case: a sentence without one of them holds none."""
    last_words = frozenset(body.rpartition(" ")[2] for body in words("state_bodies"))
    return last_words | words("groups") | {noun for noun, (_, lower) in heads().items() if lower}


def by_lower_head_of(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    """A head noun in lower case before the country at token ``i``, or two heads that share it."""
    start, end = tokens[i].start, tokens[i].end
    found = _head_of().search(text, max(0, start - 48), start)
    if not found or not tokens[i].flags & (COUNTRY | PLACE):
        return []
    spans = []
    if found["first"]:
        name = f"{found['first']}{text[found.end('second') : end]}"
        spans.append(organization(text, found.span("first"), "agency", 0.7, "head noun of country", name))
    spans.append(organization(text, (found.start("second"), end), "agency", 0.75, "head noun of country"))
    return spans


def by_lower_head(text: str, tokens: Sequence[Token], i: int, floor: int) -> list[Span]:
    """Organisations with a head noun in lower case after token ``i``, not before ``floor``."""
    owned = text.startswith(("'s ", "’s "), tokens[i].end) and bool(tokens[i].flags & COUNTRY)
    head, end = _head(text, tokens[i].end + (2 if owned else 0))
    if not head:
        return []
    kind = heads()[head][0] if head in heads() else "cartel"
    if owned and kind != "agency":
        return []
    if kind == "agency" or head in words("national_groups"):
        return _of_state(text, tokens, i, (kind, end))
    return _of_criminals(text, tokens, i, floor, ("cartel" if head in words("groups") else kind, end))


@cache
def _first_words() -> frozenset[str]:
    """Words of which one must follow a name directly: head nouns and what may stand before them."""
    return keys() | words("organization_modifiers")


def _head(text: str, end: int) -> tuple[str, int]:
    """The head noun behind position ``end``, over words like "drug" and "national", and where it ends."""
    first = _WORD.match(text, end)
    if not first or first[1] not in _first_words():
        return "", end
    following = _FOLLOWING.match(text, end)
    head = ""
    for word in following[0].split(" ")[1:] if following else ():
        if word in words("groups") or (word in heads() and heads()[word][1]):
            head, end = word, end + 1 + len(word)
        elif head:
            return ("", end) if word in words("not_after_head") else (head, end)
        elif word in words("organization_modifiers"):
            end += 1 + len(word)
        else:
            break
    return head, end


def _of_state(text: str, tokens: Sequence[Token], i: int, found: tuple[str, int]) -> list[Span]:
    """A part of a state: it needs a nationality or a place before it."""
    token, (kind, end) = tokens[i], found
    national = bool(token.flags & DEMONYM) or token.word in ("U.S.", "US")
    if token.key == "american" and i and tokens[i - 1].key in ("central", "latin", "south", "north"):
        return []
    first = i if national or token.flags & (PLACE | COUNTRY) else _country_of_words(text, tokens, i)
    if first < 0:
        return []
    rule = "lower-case head noun"
    spans = [organization(text, (tokens[first].start, end), kind, 0.8, rule)]
    other = tokens[i - 1] if i else None
    if national and other and other.flags & DEMONYM and text[other.end : token.start] == " and ":
        name = other.word + text[token.end : end]
        spans.insert(0, organization(text, (other.start, other.end), kind, 0.7, rule, name))
    return spans


def _country_of_words(text: str, tokens: Sequence[Token], i: int) -> int:
    """Index of the first word of a country's name of several words that ends at token ``i``; -1 if there is none."""
    for first in range(max(0, i - 2), i):
        if fold(text[tokens[first].start : tokens[i].end]) in places():
            return first
    return -1


def _of_criminals(text: str, tokens: Sequence[Token], i: int, floor: int, found: tuple[str, int]) -> list[Span]:
    """A group that bears a name: "Oriente cartel", "the Olmo organization"."""
    token, (kind, end) = tokens[i], found
    blocked = DEMONYM | STARTER | CALENDAR | ROLE | TITLE | COMMON | ORGHEAD
    if token.flags & blocked or (token.flags & ACRONYM and kind != "cartel") or len(token.word) < 3:
        return []
    first = i
    while first and tokens[first - 1].start >= floor:
        gap = text[tokens[first - 1].end : tokens[first].start]
        opens = tokens[first - 1].start == 0  # a plain word elsewhere is of the name: "the Red Olmo gang"
        plain = COMMON | MODIFIER if opens else 0
        blocked = tokens[first - 1].flags & (STARTER | DEMONYM | CALENDAR | ROLE | TITLE | plain)
        if blocked or gap not in (" ", " de ", " del "):
            break
        first -= 1
    return [organization(text, (tokens[first].start, end), kind, 0.8, "lower-case head noun")]
