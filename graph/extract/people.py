"""Persons: capitalised words scored by what they are and what stands around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.lexicon import (
    ACRONYM, CALENDAR, COMMON, COUNTRY, DEMONYM, GENERIC, GIVEN, MODIFIER, ORGHEAD, PLACE, ROLE, SURNAME, TITLE,
    places, words,
)  # fmt: skip
from graph.extract.roles import Before, before, role_after
from graph.extract.text import Span
from graph.extract.tokens import UPPER, Token
from graph.model import Value

__all__ = ["Candidate", "candidates", "person"]

_PARTICLES = (
    "de", "del", "de la", "de las", "de los", "de la", "da", "das", "do", "dos", "di", "du", "della", "van", "van der",
    "van den", "von", "bin", "ibn", "al", "ul", "el", "y", "e", "ben", "ould", "abu", "bint", "ter", "ten", "zu", "le", "la", "san",
)  # fmt: skip
_GAPS = frozenset({" ", *(f" {p} " for p in _PARTICLES), " de-", " al-", " el-"})
_LEADING = re.compile(r"(?:(?:de la|de los|de las|del|de|da|dos|do|van der|van den|van|von|bin|al|el) )$")
_SAID = re.compile(r" (?:also |has |had |then |later )?([a-z]+)\b")
_SAID_BEFORE = re.compile(
    r"(?:said|says|told|according to|by|with|named|called|against|and|met|whom|arrested|of) (?:[a-z]+ ){0,2}$"
)
_AT = re.compile(
    r"\b(?:in|at|near|from|to|into|through|via|outside|toward|towards|around|across|between|throughout) (?:the )?$"
)
_SUFFIX = re.compile(r",? (?:Jr|Sr)\b\.?|,? (?:II|III|IV)\b")
_STOP = CALENDAR | ORGHEAD | DEMONYM | COUNTRY | TITLE | ROLE | COMMON | GENERIC | MODIFIER


@dataclass(slots=True)
class Candidate:
    """A stretch that may name a person, with the evidence for it."""

    sentence: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    score: float
    context: Before
    alias: str = ""
    properties: dict[str, Value] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """The name's words, folded, without initials."""
        return tuple(t.key for t in self.tokens if not t.initial)


def _starts(token: Token) -> bool:
    flags = token.flags
    if flags & GIVEN:
        return not flags & ACRONYM or len(token.word) > 2
    if flags & _STOP:
        return bool(flags & SURNAME) and not flags & (CALENDAR | COMMON | DEMONYM)
    return not (flags & ACRONYM and len(token.word) < 7) and len(token.word) > 1


def _continues(token: Token, first: Token) -> bool:
    flags = token.flags
    if token.initial:
        return True
    if flags & ACRONYM and not first.flags & ACRONYM:
        return bool(first.flags & GIVEN) and len(token.word) > 2 and token.key not in words("acronym_keys")
    if flags & (GIVEN | SURNAME):
        return True
    return not flags & _STOP or bool(
        flags & (MODIFIER | DEMONYM | GENERIC) and first.flags & GIVEN and not flags & (COMMON | ORGHEAD | ROLE)
    )


def candidates(index: int, text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> list[Candidate]:
    """All stretches of a sentence that may name a person, outside of what is taken by other spans."""
    found: list[Candidate] = []
    i, count = 0, len(tokens)
    floor = 0
    while i < count:
        first = tokens[i]
        if not _starts(first) or _inside(first, taken):
            i += 1
            continue
        j, alias = i, ""
        while j + 1 < count:
            gap = text[tokens[j].end : tokens[j + 1].start]
            if gap not in _GAPS:
                skip = _nickname(text, tokens, j) if '"' in gap or "(" in gap else None
                if not skip:
                    break
                alias, j = skip
                continue
            if not _continues(tokens[j + 1], first) or _inside(tokens[j + 1], taken):
                break
            j += 1
        while j > i and tokens[j].initial and text[tokens[j].end : tokens[j].end + 1] != " ":
            j -= 1
        found.append(_candidate(index, text, tuple(tokens[i : j + 1]), alias, floor))
        floor = tokens[j].end
        i = j + 1
    return found


def _nickname(text: str, tokens: Sequence[Token], j: int) -> tuple[str, int] | None:
    """Read ``"El Nombre"`` between two parts of a name: the nickname and the index of the last token inside it."""
    opened = re.match(r' (?:\(?)"([^"]{2,30})"(?:\)?) (?=[^\W\d_a-z])', text[tokens[j].end : tokens[j].end + 40])
    if not opened:
        return None
    close = tokens[j].end + opened.end()
    for k in range(j + 1, len(tokens)):
        if tokens[k].start == close:
            return (opened[1].rstrip(","), k) if _continues(tokens[k], tokens[j]) else None
    return None


def _inside(token: Token, taken: Sequence[tuple[int, int]]) -> bool:
    return any(a < token.end and token.start < b for a, b in taken)


def _candidate(index: int, text: str, name: tuple[Token, ...], alias: str, floor: int) -> Candidate:
    start, end = name[0].start, name[-1].end
    context = before(text, start, floor)
    particle = _LEADING.search(text, max(0, start - 8), start)
    if particle and not context.role:
        context_particle = before(text, particle.start(), floor)
        if context_particle.role or context_particle.title:
            start, context = particle.start(), context_particle
    suffix = _SUFFIX.match(text, end)
    if suffix:
        end = suffix.end()
    result = Candidate(index, start, end, name, 0.0, context, alias)
    result.score = _score(text, result)
    return result


def _score(text: str, c: Candidate) -> float:
    """Weigh the evidence; three and more make a person."""
    first, count = c.tokens[0], len(c.tokens)
    flags = 0
    for token in c.tokens[1:]:
        flags |= token.flags
    score = 0.0
    if c.context.title or c.context.role:
        score += 3 if not c.context.plural or count > 1 else 1
    if count > 1:
        score += 1
        score += 2.5 if first.flags & GIVEN or first.initial else 0
        score += 1 if flags & SURNAME else 0
        score += 0.5 if flags & GIVEN else 0
        score += 0.5 if c.context.nationality else 0
        if any(t.flags & (COMMON | GENERIC | ORGHEAD | MODIFIER) and not t.flags & (GIVEN | SURNAME) for t in c.tokens):
            score -= 2
    elif first.flags & (COMMON | COUNTRY | DEMONYM | ORGHEAD | GENERIC | MODIFIER | PLACE):
        score -= 1.5
    if c.alias:
        score += 3
    said = _SAID.match(text, c.end)
    if said and said[1] in words("role_verbs_said"):
        score += 1.5
    head = text[max(0, c.start - 40) : c.start]
    if _SAID_BEFORE.search(head):
        score += 0.5
    if _AT.search(head) and not c.context.role:
        score -= 2
    if head.endswith(("the ", "The ")) and not c.context.role:
        score -= 3
    joined = " ".join(t.key for t in c.tokens)
    if count > 1 and joined in places():
        score -= 1.5 if c.context.role or c.context.title else 4
    if not first.flags & GIVEN and count == 1 and not c.context.role:
        score -= 1
    phrase, _, age = role_after(text, c.end)
    if phrase or age:
        score += 1.5 if count > 1 else 1
    return score


def person(text: str, c: Candidate, rule: str) -> Span:
    """Make the span of an accepted candidate, with what the words around it say."""
    phrase, right, age = role_after(text, c.end)
    properties: dict[str, Value] = dict(c.properties)
    if c.context.role:
        properties["role"] = c.context.role
    elif phrase:
        properties["role"] = phrase
    if c.context.title:
        properties["title"] = c.context.title
    if c.context.nationality:
        properties["nationality"] = c.context.nationality
    if age is not None:
        properties["age"] = age
    if c.alias:
        properties["alias"] = c.alias
    name = text[c.start : c.end]
    if c.alias:
        name = re.sub(r' \(?"[^"]{2,30}"\)?', "", name)
    confidence = min(0.99, 0.55 + 0.08 * max(c.score, 0))
    return Span(c.start, c.end, "person", name, c.context.left, right, round(confidence, 2), rule, properties)
