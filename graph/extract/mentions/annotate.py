"""Document → annotated sentences: who and what is named, where, when, how much.

Two passes. The first reads each sentence for itself and keeps the doubtful candidates; the second lifts those that a
sure mention elsewhere in the document explains: a surname after its full name, an acronym after its expansion.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from graph.extract.language.lexicon import COUNTRY, GIVEN, PLACE, demonyms, fold
from graph.extract.mentions import people
from graph.extract.mentions.aliases import (
    acronyms_after,
    alias_before,
    aliases_after,
    assumed,
    initials_after,
    mentions_of,
    nicknames,
)
from graph.extract.mentions.cases import cases
from graph.extract.mentions.companies import companies
from graph.extract.mentions.dates import dates
from graph.extract.mentions.draft import Draft, draft
from graph.extract.mentions.evidence import SURE, Candidate
from graph.extract.mentions.fields import header_spans
from graph.extract.mentions.forces import forces, owners
from graph.extract.mentions.headed import headed
from graph.extract.mentions.keys import (
    AMOUNTS,
    CALLING,
    CASES,
    FORCES,
    HEADING,
    INTRODUCING,
    LOWER_HEADS,
    NICKNAMES,
    VESSELS,
)
from graph.extract.mentions.nameless import nameless
from graph.extract.mentions.organizations import introduced, organizations
from graph.extract.mentions.places import places
from graph.extract.mentions.quantities import quantities
from graph.extract.mentions.vessels import vessels
from graph.extract.sentences.segment import segment
from graph.extract.text import Annotated, Sentence, Span
from graph.extract.trace import drop, heard
from graph.model import Document

__all__ = ["annotate"]

_MASK = re.compile(r"\bX{6,}\b|\[?\b(?:REDACTED|redacted)\b\]?")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_INITIALS = range(2, 6)  # letters of initials that stand for a name
_EXPLAINS = re.compile(r"\((?:the |or )?[\"']?[^\W\d_a-z]")


def annotate(document: Document) -> list[Annotated]:
    """Find the actors, places, dates and amounts of a document, sentence by sentence."""
    drafts = [draft(sentence) for sentence in segment(document)]
    body = [each for each in drafts if each.sentence.kind != "field"]
    for each in drafts:
        if each.sentence.kind == "field":
            each.add(header_spans(document, each.sentence))
    bound: dict[str, str] = {}
    for each in body:
        _plain(each, document.date)
        _explanations(each, bound)
    for each in body:
        _organizations(each, bound)
    owned = owners(span for each in body for span in each.spans)
    for index, each in enumerate(body):
        if each.keys & FORCES:
            each.add(forces(each.sentence.text, owned))
        each.candidates = people.candidates(index, each.sentence, each.tokens, each.free())
        if _capitals(document, each.sentence):
            people.doubt(each.candidates)
    _persons(body)
    for each in body:
        each.add(places(each.sentence.text, each.tokens, each.free()))
    return [each.finish() for each in drafts]


def _capitals(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in capitals in the document."""
    for i, c in enumerate(sentence.text[:60]):
        if c.islower():
            return document.text[sentence.offsets[i]].isupper()
    return False


def _plain(each: Draft, today: str) -> None:
    """What is plain from the sentence alone."""
    text, words = each.sentence.text, each.sentence.words
    if "XXXXXX" in text or "redacted" in words:
        each.add(Span(m.start(), m.end(), "source", "", m.start(), m.end(), 1.0, "mask") for m in _MASK.finditer(text))
    each.add(dates(text, each.tokens, words, today))
    if each.keys & AMOUNTS:
        each.add(quantities(text, words))
    if each.keys & VESSELS or "/" in text:
        each.add(vessels(text, words))
    if each.keys & CASES:
        each.add(cases(text, words))


def _explanations(each: Draft, bound: dict[str, str]) -> None:
    """Names and acronyms that the sentence explains for the whole document."""
    text = each.sentence.text
    if "(" in text and _EXPLAINS.search(text):
        for span in organizations(text, each.tokens, bound, lower=each.keys & LOWER_HEADS > 0):
            for other in acronyms_after(text, span)[0]:
                if " " not in other.name:
                    bound.setdefault(other.name, span.kind)
    if each.keys & INTRODUCING:
        each.introduced = introduced(text)
    if each.keys & HEADING:
        each.introduced = [*each.introduced, *headed(text, each.tokens)]
    for span in each.introduced:
        if not any(t.flags & (GIVEN | PLACE | COUNTRY) for t in each.tokens if span.start <= t.start < span.end):
            bound.setdefault(span.name, span.kind)


def _organizations(each: Draft, bound: dict[str, str]) -> None:
    text = each.sentence.text
    each.add(companies(text, each.tokens))
    each.add(each.introduced)
    for span in organizations(text, each.tokens, bound, lower=each.keys & LOWER_HEADS > 0):
        if not each.fits(span):
            each.refuse(span)
            continue
        others, right = acronyms_after(text, span)
        named = replace(span, right=right) if right != span.right else span
        each.spans.append(named)
        for other in others:
            each.replace(other)
            each.same.append((other, named, "SAME_AS"))


def _persons(body: Sequence[Draft]) -> None:
    """Persons of the whole document and their aliases."""
    aliases: set[str] = set()
    sure, doubtful = people.persons(c for each in body for c in each.candidates)
    for c in doubtful if heard() else ():
        _doubted(body[c.sentence].sentence, c)
    for c in sure:
        each = body[c.sentence]
        span = people.person(each.sentence.text, c)
        if each.fits(span):
            aliases.update(alias.name for alias in _add_person(each, span))
        else:
            each.refuse(span)
    for each in body:
        aliases.update(alias.name for alias in (*_add_assumed(each), *_add_nameless(each)))
    _known_by(body, aliases)


def _known_by(body: Sequence[Draft], aliases: AbstractSet[str]) -> None:
    """The aliases that the document explains wherever they stand alone, and nicknames that none explains."""
    names = sorted((alias for alias in aliases if len(alias) > 3), key=lambda alias: (-len(alias), alias))
    letters = sorted(alias for alias in aliases if alias.isupper() and len(alias) in _INITIALS)
    for each in body:
        text = each.sentence.text
        for alias in names:
            if alias in text:
                each.put(mentions_of(text, alias))
        for alias in letters:
            if alias in text:
                _instead(each, mentions_of(text, alias))
        if each.keys & NICKNAMES:
            each.put(nicknames(text))


def _instead(each: Draft, spans: Sequence[Span]) -> None:
    """Take somebody's initials in for what was taken for an acronym."""
    for span in spans:
        there = [other for other in each.spans if other.start < span.end and span.start < other.end]
        if all(other.kind != "person" and other.end - other.start == span.end - span.start for other in there):
            each.replace(span)


def _doubted(sentence: Sentence, c: Candidate) -> None:
    reason = "person? weighs {:.1f} of the {} that it takes, and no sure name in the document explains it"
    drop(sentence, (c.name.start, c.name.end), reason, "person: " + (", ".join(c.why) or "nothing"), c.score, SURE)


def _add_person(each: Draft, span: Span) -> list[Span]:
    text = each.sentence.text
    aliases, right = aliases_after(text, span.end)
    if not aliases and span.right > span.end and _describes(text[span.end : span.right]):
        behind = span.right - (text[span.right - 1] == ",")
        aliases, right = aliases_after(text, behind, described="role" in span.properties)
    if text[span.end : span.end + 1] == ",":
        aliases += alias_before(text, span.start)
    if not aliases:
        aliases, right = initials_after(text, span)
    named = replace(span, right=right) if right > span.right else span
    each.spans.append(named)
    for alias in aliases:
        each.replace(alias)
        each.same.append((alias, named, "ALIAS_OF"))
    return aliases


def _describes(apposition: str) -> bool:
    """Tell whether an apposition names nobody else: ", 43, a Ukrainian smuggler", not ", a partner of Ana Ruiz"."""
    return all(word[0].islower() or fold(word) in demonyms() for word in _WORD.findall(apposition))


def _add_nameless(each: Draft) -> list[Span]:
    """Add people who are named by an alias alone."""
    if not each.keys & CALLING:
        return []
    added = [span for span in nameless(each.sentence.text) if each.fits(span)]
    each.add(added)
    return added


def _add_assumed(each: Draft) -> list[Span]:
    """Aliases at a distance from the name: whoever alone is named before them in the sentence goes by them."""
    added = []
    for alias in assumed(each.sentence.text):
        known = {id(other) for other, _, kind in each.same if kind == "ALIAS_OF"}
        before = [s for s in each.spans if s.kind == "person" and s.end <= alias.start and id(s) not in known]
        taken = [s for s in each.spans if s.start < alias.end and alias.start < s.end]
        quoted = each.sentence.text[alias.start - 1] in "\"'"
        human = quoted or taken or any(t.start == alias.start and t.flags & GIVEN for t in each.tokens)
        if human and len(before) == 1 and all(s.kind == "person" for s in taken):
            each.replace(alias)
            each.same.append((alias, before[0], "ALIAS_OF"))
            added.append(alias)
    return added
