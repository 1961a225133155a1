"""Organisations that only an office beside them makes one: "Lorvik president Ana Olmo", "the owner of Lorvik"."""

import re
from collections.abc import Sequence
from functools import cache

from graph.extract.language.lexicon import (
    CALENDAR,
    COMMON,
    COUNTRY,
    DEMONYM,
    GENERIC,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    SURNAME,
    TITLE,
    alternatives,
    words,
)
from graph.extract.language.tokens import UPPER, Token
from graph.extract.mentions.bodies import organization
from graph.extract.text import Span

__all__ = ["headed", "keys"]

_EXPLAINED = COUNTRY | DEMONYM | GENERIC | GIVEN | MODIFIER | ORGHEAD | PLACE | ROLE | SURNAME | TITLE
_PLAIN = CALENDAR | COMMON | STARTER
_ADJECTIVE = re.compile(r"(?:ist|ian|ese|ish|ican|crat|ite|ic|al|ine)s?$")  # "Socialist president X"
_ACRONYM = 6  # letters of an acronym, which is known as such
_SHORTEST = 4  # letters of such a name; shorter ones are acronyms


@cache
def _beside() -> re.Pattern[str]:
    """A name of up to three words right before an office and another name, or behind "owner of"."""
    name = rf"[{UPPER}][\w&-]+(?: (?:(?:de|do|da|del|of) )?[{UPPER}][\w&-]+){{0,2}}"
    offices = f"(?i:{alternatives('heading_offices')})"
    return re.compile(
        rf"(?<![\w'’-])\"?(?P<name>{name})\"? {offices} (?=[{UPPER}]\w+ (?:\w+ )?[{UPPER}])"
        rf"|\b{offices} of (?:the )?\"?(?P<owned>{name})\"?(?=[,.;)]| (?:and|who|was|is|in|has)\b)"
    )


def keys() -> frozenset[str]:
    """The last words of such offices: a sentence without one of them holds no such name."""
    return frozenset(word for office in words("heading_offices") for word in office.replace("-", " ").split()[-1:])


def headed(text: str, tokens: Sequence[Token]) -> list[Span]:
    """Find them, by start."""
    found = []
    for match in _beside().finditer(text):
        start, end = match.span("name") if match["name"] else match.span("owned")
        inside = [token for token in tokens if start <= token.start < end]
        while inside and inside[0].flags & _PLAIN:
            del inside[0]
        if inside and not any(map(_explained, inside)) and inside[-1].end - inside[0].start >= _SHORTEST:
            found.append(organization(text, (inside[0].start, inside[-1].end), "organization", 0.6, "headed"))
    return found


def _explained(token: Token) -> bool:
    """Tell a word that is something else already: a name, a plain word, a known body or an acronym."""
    short = token.word.isupper() and len(token.word) <= _ACRONYM
    plain = token.key in words("vocabulary") or token.key in words("vocabulary_wide")
    return bool(short or plain or token.body or token.flags & (_EXPLAINED | _PLAIN) or _ADJECTIVE.search(token.key))
