"""Document → annotated sentences: who and what is named, where, when, how much.

Two passes. The first reads each sentence for itself and keeps the doubtful candidates; the second lifts those that a
sure mention elsewhere in the document explains: a surname after its full name, an acronym after its expansion.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.extract import people
from graph.extract.aliases import acronyms_after, aliases_after, mentions_of, nicknames
from graph.extract.cases import cases, vessels
from graph.extract.dates import dates
from graph.extract.evidence import Candidate
from graph.extract.fields import header_spans
from graph.extract.lexicon import COUNTRY, GIVEN, PLACE
from graph.extract.organizations import introduced, organizations
from graph.extract.places import places
from graph.extract.quantities import quantities
from graph.extract.segment import segment
from graph.extract.text import Annotated, Sentence, Span
from graph.extract.tokens import Token, tokenise
from graph.model import Document

__all__ = ["annotate"]

_MASK = re.compile(r"\bX{6,}\b|\[?(?:REDACTED|redacted)\]?|X{4,}(?: X{4,}){1,4}")


@dataclass(slots=True)
class _Draft:
    """A sentence between the passes."""

    sentence: Sentence
    tokens: list[Token]
    spans: list[Span] = field(default_factory=list)
    same: list[tuple[Span, Span, str]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    def free(self) -> list[bool]:
        taken = self.taken()
        return [not any(a < token.end and token.start < b for a, b in taken) for token in self.tokens]

    def taken(self) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in self.spans]

    def fits(self, span: Span) -> bool:
        """Tell whether no other span stands in the way."""
        return not any(s.start < span.end and span.start < s.end for s in self.spans)

    def add(self, spans: Iterable[Span]) -> None:
        """Take those spans in that overlap none before them."""
        for span in spans:
            if self.fits(span):
                self.spans.append(span)

    def replace(self, span: Span) -> None:
        """Take a span in for all that it overlaps."""
        self.spans = [s for s in self.spans if not (s.start < span.end and span.start < s.end)]
        self.spans.append(span)

    def put(self, spans: Iterable[Span]) -> None:
        """Take spans in for smaller ones of theirs, but for none that reaches beyond them or is as large."""
        for span in spans:
            others = [s for s in self.spans if s.start < span.end and span.start < s.end]
            if all(
                span.start <= s.start and s.end <= span.end and s.end - s.start < span.end - span.start for s in others
            ):
                self.replace(span)


def annotate(document: Document) -> list[Annotated]:
    """Find the actors, places, dates and amounts of a document, sentence by sentence."""
    drafts = [_Draft(sentence, tokenise(sentence.text)) for sentence in segment(document)]
    bound: dict[str, str] = {}
    for draft in drafts:
        _first(draft, document, bound)
    for index, draft in enumerate(drafts):
        if draft.sentence.kind != "field":
            _organizations(draft, bound)
            draft.candidates = people.candidates(index, draft.sentence, draft.tokens, draft.free())
            if _recased(document, draft.sentence):
                people.doubt(draft.candidates)
    _persons(drafts)
    return [_finish(draft) for draft in drafts]


def _recased(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in capitals in the document."""
    for i, c in enumerate(sentence.text[:60]):
        if c.islower():
            return document.text[sentence.offsets[i]].isupper()
    return False


def _first(draft: _Draft, document: Document, bound: dict[str, str]) -> None:
    """What is plain from the sentence alone; and the names and acronyms that it explains for the whole document."""
    text = draft.sentence.text
    if draft.sentence.kind == "field":
        draft.add(header_spans(document, draft.sentence))
        return
    if "XXX" in text or "REDACTED" in text.upper():
        draft.add(Span(m.start(), m.end(), "source", "", m.start(), m.end(), 1.0, "mask") for m in _MASK.finditer(text))
    draft.add(dates(text, draft.tokens, document.date))
    draft.add(quantities(text))
    draft.add(vessels(text))
    draft.add(cases(text))
    if "(" in text:
        for span in organizations(text, draft.tokens, bound):
            for other in acronyms_after(text, span)[0]:
                if " " not in other.name:
                    bound.setdefault(other.name, span.kind)
    for span in introduced(text):
        if not any(t.flags & (GIVEN | PLACE | COUNTRY) for t in draft.tokens if span.start <= t.start < span.end):
            bound.setdefault(span.name, span.kind)


def _organizations(draft: _Draft, bound: dict[str, str]) -> None:
    text = draft.sentence.text
    draft.add(introduced(text) if bound else ())
    found = organizations(text, draft.tokens, bound)
    for span in found:
        others, right = acronyms_after(text, span)
        span = replace(span, right=right)
        draft.add([span])
        if span in draft.spans:
            for other in others:
                draft.replace(other)
                draft.same.append((other, span, "SAME_AS"))


def _persons(drafts: list[_Draft]) -> None:
    """Persons of the whole document, their aliases, and the aliases wherever they stand alone."""
    aliases: set[str] = set()
    for c in people.persons(c for draft in drafts for c in draft.candidates):
        draft = drafts[c.sentence]
        span = people.person(draft.sentence.text, c)
        if draft.fits(span):
            aliases.update(alias.name for alias in _add_person(draft, span))
    names = sorted((alias for alias in aliases if len(alias) > 3), key=lambda alias: (-len(alias), alias))
    for draft in drafts:
        text = draft.sentence.text
        for alias in names:
            if alias in text:
                draft.put(mentions_of(text, alias))
        draft.put(nicknames(text))


def _add_person(draft: _Draft, span: Span) -> list[Span]:
    text = draft.sentence.text
    aliases, right = aliases_after(text, span.end)
    if not aliases and "age" in span.properties and span.end < span.right < span.end + 24:
        aliases, right = aliases_after(text, span.right - (text[span.right - 1] == ","))
    span = replace(span, right=max(span.right, right))
    draft.spans.append(span)
    for alias in aliases:
        draft.replace(alias)
        draft.same.append((alias, span, "ALIAS_OF"))
    return aliases


def _finish(draft: _Draft) -> Annotated:
    text = draft.sentence.text
    draft.add(places(text, draft.tokens, draft.free()))
    spans = sorted(draft.spans, key=lambda s: s.start)
    index = {id(s): i for i, s in enumerate(spans)}
    same = tuple((index[id(a)], index[id(b)], kind) for a, b, kind in draft.same if id(a) in index and id(b) in index)
    return Annotated(draft.sentence, tuple(spans), same)
