"""Organisations: known names, acronyms, and names built around a head noun ("Ministry of Defense", "Oriente cartel")."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from graph.extract.lexicon import (
    ACRONYM, CALENDAR, COMMON, COUNTRY, DEMONYM, GIVEN, MODIFIER, ORGHEAD, PLACE, ROLE, STARTER, TITLE, demonyms, fold, pairs, words,
)  # fmt: skip
from graph.extract.text import Span
from graph.extract.tokens import Token

__all__ = ["heads", "known", "organizations"]

_OF = frozenset(
    {
        " of ",
        " of the ",
        " for ",
        " for the ",
        " on ",
        " against ",
        " de ",
        " del ",
        " de la ",
        " de los ",
        " to ",
        " in ",
        " en ",
        " contra ",
        " to Combat ",
    }
)
_INSIDE = frozenset({" ", " and ", " & ", " y ", " e ", ", "})
_LOWER_HEAD = re.compile(
    r" (?P<modifiers>(?:(?:drug|national|federal|naval|trafficking|anti-drug|counternarcotics|counter-narcotics|smuggling|street|criminal|crime|"
    r"central|transitional|interim|state|armed|security|customs|border|air|coast|intelligence|military|rebel|paramilitary|guerrilla) ){0,2})"
    r"(?P<head>[a-z]+)\b(?! (?:official|officer|officers|officials|chief|chiefs|commander|commanders|station|source|sources|member|members|leader|leaders|boss|bosses|"
    r"spokesman|spokeswoman|minister|general|colonel|captain|lawyer|prosecutor|operative|operatives|associate|associates|kingpin|agent|agents|sergeant|lieutenant|major|academy|base|vessel|vessels|ship|aircraft|helicopter|plane)\b)"
)
_PAREN = re.compile(r" ?\((?:the |or |hereafter )?\"?(?P<inside>[^()]{2,90}?)\"?\)")


@cache
def heads() -> Mapping[str, tuple[str, bool]]:
    """Head noun, folded → kind, and whether it makes an organisation in lower case too."""
    return {fold(k): (v.rstrip("!"), v.endswith("!")) for k, v in pairs("organization_heads").items()}


@cache
def known() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """First word → names of several words that are known as they stand, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in pairs("organizations").items():
        parts = tuple(fold(p) for p in name.split())
        table.setdefault(parts[0], []).append((parts, kind))
    for names in table.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return table


def _known(text: str, token: Token) -> tuple[int, str] | None:
    for parts, kind in known().get(token.key, ()):
        end = token.start + sum(map(len, parts)) + len(parts) - 1
        if fold(text[token.start : end]) == " ".join(parts) and not text[end : end + 1].isalnum():
            return end, kind
    return None


def organizations(text: str, tokens: Sequence[Token], acronyms: Mapping[str, str]) -> list[Span]:
    """Organisations of a sentence, by start; ``acronyms`` are those bound elsewhere in the document."""
    found: list[Span] = []
    end = 0
    for i, token in enumerate(tokens):
        if token.start < end:
            continue
        span = _at(text, tokens, i, end, acronyms)
        if span:
            while found and found[-1].end > span.start:
                found.pop()
            found.append(span)
            end = span.end
    return found


def _span(text: str, start: int, end: int, kind: str, confidence: float, rule: str) -> Span:
    left = start
    for determiner in ("the ", "The "):
        if text.endswith(determiner, 0, start):
            left = start - 4
    return Span(start, end, kind, text[start:end], left, end, confidence, rule)


def _at(text: str, tokens: Sequence[Token], i: int, floor: int, acronyms: Mapping[str, str]) -> Span | None:
    token = tokens[i]
    named = _known(text, token)
    if named:
        return _span(text, token.start, named[0], named[1], 0.95, "known-name")
    if token.flags & ORGHEAD:
        span = _by_head(text, tokens, i, floor)
        if span:
            return span
    if token.word in ("Los", "Las") and i + 1 < len(tokens) and text[token.end : tokens[i + 1].start] == " ":
        following = tokens[i + 1]
        if (
            following.key.endswith("s")
            and not following.flags & (GIVEN | PLACE)
            and fold(text[token.start : following.end]) not in words("not_gangs")
        ):
            return _span(text, token.start, following.end, "cartel", 0.7, "los-gang")
    if token.flags & ACRONYM and 2 <= len(token.word) <= 10:
        return _acronym(text, tokens, i, acronyms)
    return _lower_head(text, tokens, i, floor)


def _acronym(text: str, tokens: Sequence[Token], i: int, acronyms: Mapping[str, str]) -> Span | None:
    token = tokens[i]
    kind = acronyms.get(token.word) or pairs("acronyms").get(token.word)
    if kind:
        lower = _lower_head(text, tokens, i, token.start)
        return lower or _span(text, token.start, token.end, kind, 0.9, "acronym")
    if (
        token.word in words("not_acronyms_upper")
        or token.key in words("not_acronyms")
        or token.flags & (COMMON | GIVEN | PLACE | CALENDAR | TITLE | ROLE)
    ):
        return None
    if len(token.word) > 6 or not token.word.isalpha():
        return None
    return _span(text, token.start, token.end, "organization", 0.4, "unknown-acronym")


def _back(text: str, tokens: Sequence[Token], i: int, floor: int) -> int:
    """Index of the first word that belongs to a name whose head is token ``i``."""
    j = i
    while j > 0:
        previous = tokens[j - 1]
        gap = text[previous.end : tokens[j].start]
        if (
            previous.start < floor
            or previous.flags & (STARTER | CALENDAR)
            and previous.key not in ("first", "second", "third")
        ):
            break
        if gap not in (" ", " and ", "'s ", "' ", "-", " & ") or (
            previous.flags & (ROLE | TITLE)
            and gap != "'s "
            and not (previous.flags & (MODIFIER | COMMON))
            and previous.key not in ("attorney", "general", "prosecutor", "chief")
        ):
            break
        if gap == " and " and not (j - 2 >= 0 and tokens[j].flags & ORGHEAD and j != i):
            break
        if gap == "'s " and (
            previous.flags & (COUNTRY | PLACE)
            or previous.key
            not in (
                "general",
                "prosecutor",
                "people",
                "women",
                "children",
                "workers",
                "president",
                "attorney",
                "sheriff",
                "governor",
            )
        ):
            break
        j -= 1
    return j


def _forward(text: str, tokens: Sequence[Token], i: int) -> int:
    """Index of the last word of the "of …" part after head ``i``."""
    j = i
    while j + 1 < len(tokens):
        gap = text[tokens[j].end : tokens[j + 1].start]
        following = tokens[j + 1]
        if following.flags & (CALENDAR | TITLE) and not following.flags & ORGHEAD:
            break
        if gap in _OF and (j == i or gap not in (" in ", " to ")):
            j += 1
        elif gap == " " and j > i and not following.flags & (STARTER | ROLE):
            j += 1
        elif (
            gap in (" and ", " & ", " y ")
            and j > i
            and not tokens[j].flags & COUNTRY
            and not following.flags & (COUNTRY | ACRONYM | GIVEN)
        ):
            j += 1
        elif gap == ", " and j > i and _listed(text, tokens, j + 1):
            j += 1
        elif gap in (" into ", " to ") and j > i:
            j += 1
        else:
            break
    return j


def _listed(text: str, tokens: Sequence[Token], k: int) -> bool:
    """Tell whether ", X" goes on as ", X and Y" inside a name: "Planning, Analysis and Information"."""
    if not tokens[k].flags & COMMON or k + 1 >= len(tokens):
        return False
    return text[tokens[k].end : tokens[k + 1].start] == " and " and bool(tokens[k + 1].flags & (COMMON | MODIFIER))


def _by_head(text: str, tokens: Sequence[Token], i: int, floor: int) -> Span | None:
    # a chain of heads is one name: "Police Department", "Army Command"
    last = i
    while (
        last + 1 < len(tokens)
        and text[tokens[last].end : tokens[last + 1].start] == " "
        and tokens[last + 1].flags & ORGHEAD
    ):
        last += 1
    first = _back(text, tokens, i, floor)
    end = _forward(text, tokens, last)
    if end == last == i and first == i:
        return (
            None
            if tokens[i].key not in words("orgs_alone")
            else _span(text, tokens[i].start, tokens[i].end, heads()[tokens[i].key][0], 0.6, "head-alone")
        )
    if (
        end == last
        and end + 1 < len(tokens)
        and text[tokens[end].end : tokens[end + 1].start] == " "
        and tokens[end + 1].flags & (ROLE | TITLE)
        and first == i
    ):
        return None
    kind = heads()[tokens[last].key][0]
    head_first = heads()[tokens[i].key][0]
    if end > last:
        kind = head_first
    while (
        first < i
        and tokens[first].flags & COMMON
        and tokens[first].start == 0
        and tokens[first].key in words("starters")
    ):
        first += 1
    return _span(text, tokens[first].start, tokens[end].end, kind, 0.85, "head")


def _lower_head(text: str, tokens: Sequence[Token], i: int, floor: int) -> Span | None:
    token = tokens[i]
    found = _LOWER_HEAD.match(text, token.end)
    if not found:
        return None
    kind, lower = heads().get(found["head"], ("", False))
    if not kind or not (
        lower
        or found["head"] in ("organization", "organisation", "network", "ring", "clan", "forces")
        and kind != "agency"
    ):
        return None
    is_demonym = bool(token.flags & DEMONYM) or token.word in ("U.S.", "US")
    if kind == "agency" and not (is_demonym or token.flags & (PLACE | COUNTRY)):
        return None
    if found["head"] in ("organization", "organisation", "network", "ring", "clan") and (
        is_demonym or token.flags & (COMMON | ORGHEAD)
    ):
        return None
    if (
        kind in ("cartel", "organization")
        and (is_demonym or token.flags & (STARTER | CALENDAR | ROLE | TITLE))
        and found["head"] != "mafia"
    ):
        return None
    first = i if kind == "agency" else _chain_back(text, tokens, i, floor)
    if kind in ("organization",):
        kind = "cartel"
    return _span(text, tokens[first].start, found.end(), kind, 0.8, "lower-head")


def _chain_back(text: str, tokens: Sequence[Token], i: int, floor: int) -> int:
    j = i
    while (
        j > 0
        and text[tokens[j - 1].end : tokens[j].start] in (" ", " de ", " del ")
        and tokens[j - 1].start >= floor
        and not tokens[j - 1].flags & (STARTER | DEMONYM | CALENDAR | COMMON)
    ):
        j -= 1
    return j


def country_of(span: Span) -> str:
    """The country that the organisation's name holds, or an empty text."""
    for word in span.name.split():
        country = demonyms().get(fold(word))
        if country:
            return country
    return ""
