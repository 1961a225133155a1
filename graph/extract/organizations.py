"""Organisations of a sentence: known names, acronyms, names around a head noun, and those that a noun introduces."""

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from graph.extract.head_nouns import by_head, by_lower_head, by_lower_head_of, organization
from graph.extract.lexicon import (
    ACRONYM,
    CALENDAR,
    COMMON,
    DEMONYM,
    GIVEN,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    SURNAME,
    TITLE,
    fold,
    pairs,
    words,
)
from graph.extract.text import Span
from graph.extract.tokens import UPPER, Token

__all__ = ["introduced", "organizations"]

_INTRODUCED = re.compile(
    r"\b(?P<noun>agency|gang|cartel|company|firm|newspaper|daily|weekly|magazine|broadcaster|network|channel|outlet|website|airline|bank|"
    r"guerrilla group|rebel group|paramilitary group|terrorist group|armed group|insurgent group|militia|group|party|union|organization|"
    r"organisation|criminal group|NGO|foundation|consultancy|manufacturer|supplier|contractor|station),? (?:called |named |known as |of the )?"
    rf"\"?(?P<name>[{UPPER}][\w&'-]*(?: (?:(?:de|del|la|los|y|and|of|the|for) ){{0,2}}[{UPPER}][\w&'-]*){{0,3}})\"?"
)
_KINDS = {
    "agency": "agency",
    "gang": "cartel",
    "cartel": "cartel",
    "criminal group": "cartel",
    "militia": "armed_group",
}
_NOUNS = frozenset(
    (
        "agency",
        "gang",
        "cartel",
        "company",
        "firm",
        "newspaper",
        "daily",
        "weekly",
        "magazine",
        "broadcaster",
        "network",
        "channel",
    )
    + (
        "outlet",
        "website",
        "airline",
        "bank",
        "group",
        "party",
        "union",
        "organization",
        "organisation",
        "ngo",
        "foundation",
    )
    + ("consultancy", "manufacturer", "supplier", "contractor", "station", "militia")
)


@cache
def _known() -> Mapping[str, Sequence[tuple[str, str]]]:
    """First word → folded names known as they stand, longest first, with their kinds."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name, kind in pairs("organizations").items():
        table.setdefault(fold(name).split(" ")[0], []).append((fold(name), kind))
    for names in table.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return table


def organizations(text: str, tokens: Sequence[Token], bound: Mapping[str, str]) -> list[Span]:
    """Organisations of a sentence, by start; ``bound`` are names and acronyms that the document explains, with kinds."""
    found: list[Span] = []
    end = 0
    for i, token in enumerate(tokens):
        if token.start < end:
            continue
        for span in _at(text, tokens, i, end, bound):
            while found and found[-1].end > span.start:
                found.pop()
            found.append(span)
            end = span.end
    return found


def _at(text: str, tokens: Sequence[Token], i: int, floor: int, bound: Mapping[str, str]) -> list[Span]:
    token = tokens[i]
    for name, kind in _known().get(token.key, ()):
        end = token.start + len(name)
        if fold(text[token.start : end]) == name and not text[end : end + 1].isalnum():
            return [organization(text, token.start, end, kind, 0.95, "organization: known name")]
    if token.flags & ORGHEAD:
        spans = by_head(text, tokens, i, floor)
        if spans:
            return spans
    if text.endswith((" of ", " of the "), 0, token.start):
        spans = by_lower_head_of(text, tokens, i)
        if spans and spans[0].start >= floor:
            return spans
    lower = by_lower_head(text, tokens, i, floor) if text[token.end : token.end + 1] == " " else []
    if lower:
        return lower
    if token.word in bound:
        return [organization(text, token.start, token.end, bound[token.word], 0.9, "organization: explained elsewhere")]
    if token.word in ("Los", "Las"):
        return _gang(text, tokens, i)
    return _acronym(text, tokens, i) if token.flags & ACRONYM and 2 <= len(token.word) <= 10 else []


def _gang(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    """ "Los …" with a plural behind it."""
    token = tokens[i]
    if i + 1 >= len(tokens) or text[token.end : tokens[i + 1].start] != " ":
        return []
    other = tokens[i + 1]
    if not other.key.endswith("s") or other.flags & PLACE or fold(text[token.start : other.end]) in words("not_gangs"):
        return []
    return [organization(text, token.start, other.end, "cartel", 0.7, "organization: Los …")]


def _acronym(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    token = tokens[i]
    kind = pairs("acronyms").get(token.word)
    if kind:
        return [organization(text, token.start, token.end, kind, 0.9, "organization: acronym")]
    if token.flags & (COMMON | GIVEN | SURNAME | PLACE | CALENDAR | TITLE | ROLE | DEMONYM | STARTER):
        return []
    if token.key in words("not_acronyms") or len(token.word) > 6 or not token.word.isalpha():
        return []
    before = tokens[i - 1] if i else None
    if before and before.flags & (GIVEN | TITLE) and text[before.end : token.start] == " ":
        return []
    return [organization(text, token.start, token.end, "organization", 0.4, "organization: unknown acronym")]


def introduced(text: str, present: Set[str]) -> list[Span]:
    """Names that a noun in lower case introduces: "the agency Norvik", "a gang called Barrio Alto"."""
    if _NOUNS.isdisjoint(present):
        return []
    found = []
    for m in _INTRODUCED.finditer(text):
        kind = _KINDS.get(m["noun"], "armed_group" if " " in m["noun"] else "organization")
        comma = text[m.end("noun")] == ","
        if not comma or '"' in m[0]:
            found.append(organization(text, m.start("name"), m.end("name"), kind, 0.75, f"organization: {m['noun']} …"))
    return found
