"""Organisations of a sentence: known names, acronyms, names around a head noun, and those that a noun introduces."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from graph.extract.language.lexicon import (
    ACRONYM,
    CALENDAR,
    COMMON,
    COUNTRY,
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
from graph.extract.language.tokens import UPPER, Token
from graph.extract.mentions.bodies import organization
from graph.extract.mentions.head_nouns import by_head
from graph.extract.mentions.lower_heads import by_lower_head, by_lower_head_of
from graph.extract.text import Span

__all__ = ["introduced", "introducing", "organizations"]

_BUILT = ORGHEAD | ACRONYM


@cache
def _known() -> Mapping[str, Sequence[tuple[str, str]]]:
    """First word → folded names known as they stand, longest first, with their kinds."""
    table: dict[str, list[tuple[str, str]]] = {}
    for name, kind in pairs("organizations").items():
        table.setdefault(fold(name).split(" ")[0], []).append((fold(name), kind))
        if name.startswith("Los "):
            bare = fold(name[4:])
            table.setdefault(bare.split(" ")[0], []).append((bare, kind))
    for names in table.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return table


def organizations(text: str, tokens: Sequence[Token], bound: Mapping[str, str], *, lower: bool) -> list[Span]:
    """Organisations of a sentence, by start.

    ``bound`` are names and acronyms the document explains, with kinds; ``lower`` says that the sentence holds a head
    noun in lower case.
    """
    found: list[Span] = []
    end = 0
    for i, token in enumerate(tokens):
        if token.start < end or not (
            token.body or token.flags & _BUILT or token.word in bound or (lower and _in_phrase(text, token))
        ):
            continue
        for span in _at(text, tokens, i, (end, lower), bound):
            while found and found[-1].end > span.start:
                found.pop()
            found.append(span)
            end = span.end
    return found


def _in_phrase(text: str, token: Token) -> bool:
    """Tell whether a word in lower case behind a name, or "of" before it, may make it an organisation's."""
    if text.endswith((" of ", " of the "), 0, token.start):
        return True
    end = token.end + 2 if text.startswith(("'s ", "’s "), token.end) else token.end
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _at(text: str, tokens: Sequence[Token], i: int, limits: tuple[int, bool], bound: Mapping[str, str]) -> list[Span]:
    """What begins at token ``i``, or is built around it.

    ``limits`` are where the organisation before it ends, and whether the sentence holds a head noun in lower case.
    """
    token, (floor, lower) = tokens[i], limits
    known = _listed(text, token) if token.body else None
    if known:
        return [known]
    spans = by_head(text, tokens, i, floor) if token.flags & ORGHEAD else []
    if not spans and lower:
        spans = _by_lower(text, tokens, i, floor)
    if spans:
        return spans
    if token.word in bound:
        return [organization(text, (token.start, token.end), bound[token.word], 0.9, "explained elsewhere")]
    return _gang(text, tokens, i) if token.word in ("Los", "Las") else _acronym(text, tokens, i)


def _by_lower(text: str, tokens: Sequence[Token], i: int, floor: int) -> list[Span]:
    """What a head noun in lower case makes of token ``i``: one before it, or one behind it."""
    token = tokens[i]
    if text.endswith((" of ", " of the "), 0, token.start):
        spans = [span for span in by_lower_head_of(text, tokens, i) if span.start >= floor]
        if spans:
            return spans
    return by_lower_head(text, tokens, i, floor) if text.startswith((" ", "'s ", "’s "), token.end) else []


def _listed(text: str, token: Token) -> Span | None:
    for name, kind in _known().get(token.key, ()):
        end = token.start + len(name)
        if fold(text[token.start : end]) == name and not text[end : end + 1].isalnum():
            return organization(text, (token.start, end), kind, 0.95, "known name")
    return None


def _gang(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    """A Spanish plural after its article: "Los Halcones"."""
    token = tokens[i]
    if i + 1 >= len(tokens) or text[token.end : tokens[i + 1].start] != " ":
        return []
    other = tokens[i + 1]
    if other.flags & (PLACE | GIVEN | COUNTRY | ROLE) or fold(text[token.start : other.end]) in words("not_gangs"):
        return []
    return [organization(text, (token.start, other.end), "cartel", 0.7, "Los …")]


def _acronym(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    token = tokens[i]
    if not token.flags & ACRONYM and token.word not in pairs("acronyms"):
        return []
    kind = pairs("acronyms").get(token.word)
    if kind:
        return [organization(text, (token.start, token.end), kind, 0.9, "acronym")]
    if token.flags & (COMMON | GIVEN | SURNAME | PLACE | CALENDAR | TITLE | ROLE | DEMONYM | STARTER):
        return []
    if (
        token.key in words("not_acronyms")
        or not 2 <= len(token.word) <= (10 if text.startswith(" (", token.end) else 6)
        or not token.word.isalpha()
    ):
        return []
    before = tokens[i - 1] if i else None
    if before and before.flags & (GIVEN | TITLE) and text[before.end : token.start] == " ":
        return []
    return [organization(text, (token.start, token.end), "organization", 0.4, "unknown acronym")]


@cache
def introducing() -> frozenset[str]:
    """Give the last words of all nouns that introduce a name: a sentence without one of them introduces none."""
    return frozenset(noun.split(" ")[-1].lower() for noun in pairs("introducing_nouns"))


@cache
def _introduction() -> re.Pattern[str]:
    """A noun in lower case before a name."""
    nouns = sorted(pairs("introducing_nouns"), key=lambda noun: (-len(noun), noun))
    return re.compile(
        rf"\b(?P<noun>{'|'.join(nouns)}),? (?:called (?:the )?|named |known as |of the )?"
        rf"\"?(?P<name>[{UPPER}][\w&'-]*"
        rf"(?: (?:(?:de|del|la|los|y|and|of|the|for) ){{0,2}}[{UPPER}][\w&'-]*){{0,3}})\"?"
    )


def introduced(text: str) -> list[Span]:
    """Names that a noun in lower case introduces: "the agency Norvik", "a gang called Barrio Alto"."""
    found = []
    for m in _introduction().finditer(text):
        if text[m.end("noun")] != "," or '"' in m[0]:
            kind = pairs("introducing_nouns")[m["noun"]]
            found.append(organization(text, m.span("name"), kind, 0.75, "introduced"))
    return found
