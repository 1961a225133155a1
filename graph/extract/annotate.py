"""Document → annotated sentences: who and what is named, where, when, how much.

Two passes. The first reads each sentence for itself and keeps the doubtful candidates; the second lifts those that a
sure mention elsewhere in the document explains: a surname after its full name, an acronym after its expansion.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.extract import people
from graph.extract.aliases import acronyms_after, aliases_after
from graph.extract.cases import cases, vessels
from graph.extract.dates import dates
from graph.extract.lexicon import COMMON, COUNTRY, DEMONYM, PLACE, GIVEN
from graph.extract.organizations import organizations
from graph.extract.places import places
from graph.extract.quantities import quantities
from graph.extract.segment import segment
from graph.extract.text import Annotated, Sentence, Span
from graph.extract.tokens import Token, tokenise
from graph.model import Document

__all__ = ["annotate"]

_MASK = re.compile(r"\bX{6,}\b|\[?(?:REDACTED|redacted)\]?|X{4,}(?: X{4,}){1,4}")
_SURE = 3.0


@dataclass(slots=True)
class _Draft:
    """A sentence between the passes."""

    sentence: Sentence
    tokens: list[Token]
    spans: list[Span] = field(default_factory=list)
    same: list[tuple[Span, Span, str]] = field(default_factory=list)
    candidates: list[people.Candidate] = field(default_factory=list)

    def taken(self) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in self.spans]

    def add(self, spans: Iterable[Span]) -> None:
        for span in spans:
            if not any(s.start < span.end and span.start < s.end for s in self.spans):
                self.spans.append(span)


def annotate(document: Document) -> list[Annotated]:
    """Find the actors, places, dates and amounts of a document, sentence by sentence."""
    drafts = [_Draft(sentence, tokenise(sentence.text)) for sentence in segment(document)]
    acronyms: dict[str, str] = {}
    for draft in drafts:
        _first(draft, document.date, acronyms)
    for draft in drafts:
        _organizations(draft, acronyms)
    for index, draft in enumerate(drafts):
        draft.candidates = people.candidates(index, draft.sentence.text, draft.tokens, draft.taken())
    _persons(drafts)
    return [_finish(draft) for draft in drafts]


def _first(draft: _Draft, today: str, acronyms: dict[str, str]) -> None:
    text = draft.sentence.text
    if "XXX" in text or "REDACTED" in text.upper():
        draft.add(Span(m.start(), m.end(), "source", "", m.start(), m.end(), 1.0, "mask") for m in _MASK.finditer(text))
    draft.add(dates(text, draft.tokens, today))
    draft.add(quantities(text))
    draft.add(vessels(text))
    draft.add(cases(text))
    if "(" in text:
        for span in organizations(text, draft.tokens, acronyms):
            for other in acronyms_after(text, span)[0]:
                if " " not in other.name:
                    acronyms.setdefault(other.name, span.kind)


def _organizations(draft: _Draft, acronyms: dict[str, str]) -> None:
    text = draft.sentence.text
    found = organizations(text, draft.tokens, acronyms)
    for span in found:
        others, right = acronyms_after(text, span)
        span = replace(span, right=right)
        draft.add([span])
        if span in draft.spans:
            for other in others:
                draft.spans = [s for s in draft.spans if not (s.start < other.end and other.start < s.end)]
                draft.spans.append(other)
                draft.same.append((other, span, "SAME_AS"))


def _persons(drafts: list[_Draft]) -> None:
    surnames: dict[str, set[tuple[str, ...]]] = {}
    for draft in drafts:
        for c in draft.candidates:
            if c.score >= _SURE and (len(c.tokens) > 1 or c.context.role or c.context.title):
                for key in c.keys[(1 if len(c.tokens) > 1 else 0) :] or c.keys:
                    surnames.setdefault(key, set()).add(c.keys)
                if len(c.keys) > 1 and c.tokens[0].flags & GIVEN:
                    surnames.setdefault(c.keys[0], set()).add(c.keys)
    for draft in drafts:
        text = draft.sentence.text
        for c in draft.candidates:
            if _accept(c, surnames):
                span = people.person(text, c, "name" if c.score >= _SURE else "known-in-document")
                _add_person(draft, span, len(c.tokens))


def _accept(c: people.Candidate, surnames: dict[str, set[tuple[str, ...]]]) -> bool:
    if c.score >= _SURE:
        return True
    known = [surnames.get(key, set()) for key in c.keys]
    if not all(known) or not c.keys:
        return False
    if len(c.keys) > 1:
        return bool(set.intersection(*known))
    token = c.tokens[0]
    return c.score >= (-1 if token.flags & (COMMON | COUNTRY | DEMONYM | PLACE) else -4)


def _add_person(draft: _Draft, span: Span, count: int) -> None:
    text = draft.sentence.text
    aliases, right = aliases_after(text, span.end, count)
    if not aliases and span.right > span.end:
        pass
    span = replace(span, right=max(span.right, right))
    draft.add([span])
    if span not in draft.spans:
        return
    for alias in aliases:
        draft.spans = [s for s in draft.spans if not (s.start < alias.end and alias.start < s.end)]
        draft.spans.append(alias)
        draft.same.append((alias, span, "ALIAS_OF"))


def _finish(draft: _Draft) -> Annotated:
    text = draft.sentence.text
    draft.add(places(text, draft.tokens, draft.taken()))
    spans = sorted(draft.spans, key=lambda s: s.start)
    index = {id(s): i for i, s in enumerate(spans)}
    same = tuple((index[id(a)], index[id(b)], kind) for a, b, kind in draft.same if id(a) in index and id(b) in index)
    return Annotated(draft.sentence, tuple(spans), same)
