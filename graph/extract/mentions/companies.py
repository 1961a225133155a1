"""Companies by the legal form behind their names: "Pescados del Norte S.A. de C.V."."""

import re
from collections.abc import Sequence
from functools import cache

from graph.extract.language.lexicon import CALENDAR, DEMONYM, ROLE, STARTER, TITLE, alternatives
from graph.extract.language.tokens import Token
from graph.extract.mentions.bodies import organization
from graph.extract.text import Span

__all__ = ["companies"]

_LINKS = frozenset({" ", " de ", " del ", " de la ", " de los ", " do ", " da ", " y ", " e ", " & ", "-", ". "})
_MOST_WORDS = 8


@cache
def _form() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\w.]),? (?:{alternatives('legal_forms')})(?!\w)")


@cache
def _marks() -> re.Pattern[str]:
    """How the forms begin; a sentence without any of these holds none."""
    begins = {form.replace("\\", "")[:3] for form in alternatives("legal_forms").split("|")}
    return re.compile("|".join(map(re.escape, sorted(begins))))


def companies(text: str, tokens: Sequence[Token]) -> list[Span]:
    """Names that end in a legal form, by start."""
    found: list[Span] = []
    if not _marks().search(text):
        return found
    for form in _form().finditer(text):
        last = next((i for i, token in enumerate(tokens) if token.end == form.start()), -1)
        if last < 0 or not _may_be_named(tokens[last]):
            continue
        first, floor = last, found[-1].end if found else 0
        while first and last - first < _MOST_WORDS and tokens[first - 1].start >= floor:
            gap = text[tokens[first - 1].end : tokens[first].start]
            if gap not in _LINKS or not _may_be_named(tokens[first - 1]):
                break
            first -= 1
        found.append(organization(text, (tokens[first].start, form.end()), "organization", 0.9, "legal form"))
    return found


def _may_be_named(token: Token) -> bool:
    return not token.flags & (STARTER | CALENDAR | ROLE | TITLE | DEMONYM)
