"""Affiliations: who heads, serves, belongs to, is linked or related to whom, as sentences state it.

Each sentence that holds a trigger word and an actor becomes a skeleton; the rules of ``rules/affiliations.yaml``
match it, and each match is a link between the actors in its slots.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from graph.extract.affiliation_rules import Rule, rules, trigger_words
from graph.extract.families import families
from graph.extract.header import header
from graph.extract.link import End, Link
from graph.extract.lists import lists
from graph.extract.nationals import nationals
from graph.extract.offices import Office, vocabulary
from graph.extract.skeleton import Known, Skeleton, Slot, skeleton
from graph.extract.text import Annotated, Span
from graph.model import Modality, Value

__all__ = ["affiliations"]

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STAND_INS = frozenset({"he", "she"})
_STAND_IN = re.compile(r"<[pk]")
_ALLEGED = frozenset(
    "alleged allegedly suspected reputed reputedly reportedly reported presumed presumably purported purportedly supposedly"
    " supposed accused believed thought rumored rumoured apparently apparent claimed suspect suspects likely possibly"
    " considered regarded".split()
)
_DENIED = frozenset("not no never neither nor denied denies deny without cannot didn't wasn't isn't hasn't nobody".split())
_OFFICES = ("OFFICE", "OFFICES", "POST", "KIN")
_TARGETS = {"cartel": "gang", "armed_group": "gang", "agency": "org", "organization": "org", "place": "place", "person": "person"}
_LARGEST = 24  # ends of a list that a rule links


def affiliations(annotated: Sequence[Annotated]) -> list[Link]:
    """Find the affiliations that a document states: in its header, sentences and lists, and by nationality."""
    siblings, named = families(annotated)
    stated = _stated(annotated, Known(siblings=siblings))
    return [*header(annotated), *named, *stated, *lists(annotated), *nationals(annotated)]


def _stated(annotated: Sequence[Annotated], known: Known) -> list[Link]:
    """Find what the sentences state, in text order, each link once a sentence."""
    found: dict[tuple[object, ...], Link] = {}
    for index, each in enumerate(annotated):
        if each.sentence.kind == "field" or not _worth_it(each):
            continue
        for link in _sentence(skeleton(annotated, index, known), annotated):
            key = (link.type, link.source, link.target)
            if key not in found or found[key].confidence < link.confidence:
                found[key] = link
            if link.type == "HEAD_OF" and (span := _span(link.target, annotated)).kind in {"cartel", "armed_group"}:
                known.heads[span.name] = link.source
    return list(found.values())


def _worth_it(each: Annotated) -> bool:
    """Tell by a look at its words whether a sentence can hold an affiliation."""
    if not each.spans and "e " not in each.sentence.text:
        return False
    words = _WORD.findall(each.sentence.text.lower())
    if trigger_words().isdisjoint(words):
        return _adjacent(each)
    return bool(each.spans) or not _STAND_INS.isdisjoint(words)


def _adjacent(each: Annotated) -> bool:
    """Tell whether two spans stand side by side, with no more than "of the" or "'s" between them."""
    return any(b.start - a.end <= 8 for a, b in zip(each.spans, each.spans[1:], strict=False))


def _sentence(made: Skeleton, annotated: Sequence[Annotated]) -> Iterator[Link]:
    for rule in rules():
        if rule.when.isdisjoint(made.words):
            continue
        for pattern in rule.patterns:
            for match in pattern.finditer(made.line):
                yield from _links(rule, match, made, annotated)


def _links(rule: Rule, match: re.Match[str], made: Skeleton, annotated: Sequence[Annotated]) -> Iterator[Link]:
    words = set(match[0].split())
    words.update(_before(made.line, match.start()))
    if not words.isdisjoint(_DENIED):
        return
    slots = {name: made.slot(token) for name, token in match.groupdict().items() if token}
    office = next((slots[name].office for name in _OFFICES if name in slots), None)
    if office and ((rule.field and not office.field) or (rule.offices and office.group not in rule.offices)):
        return
    alleged = (office is not None and office.alleged) or not words.isdisjoint(_ALLEGED)
    modality: Modality = "planned" if office and office.planned else "alleged" if alleged else "asserted"
    text = annotated[made.index].sentence.text
    properties = _properties(rule, office, text)
    confidence = rule.confidence * (0.8 if _STAND_IN.search(match[0]) else 1.0)
    for source, how, target in rule.links:
        if source not in slots or target not in slots:
            continue
        for a, b in _pairs(slots[source], slots[target], office, made):
            if type_ := _type(how, office, _span(b, annotated)):
                yield Link(type_, a, b, (made.index, 0, len(text)), modality, confidence, rule.id, properties)


def _before(line: str, start: int) -> list[str]:
    """Up to four words before a match in the same stretch: they may deny it or call it alleged."""
    words = line[max(0, start - 60) : start].split()[-4:]
    cut = max((at for at, word in enumerate(words) if word in {",", ";", ".", ":", ")"}), default=-1)
    return words[cut + 1 :]


def _span(end: End, annotated: Sequence[Annotated]) -> Span:
    sentence, span = end
    return annotated[sentence].spans[span] if isinstance(span, int) else span


def _type(how: str, office: Office | None, target: Span) -> str:
    """Name the relation: the rule's own, or what the office's word says of such a target; "" for none."""
    if how == "BODY":
        return "WORKS_FOR" if target.kind == "agency" else "MEMBER_OF"
    if how not in _OFFICES:
        return how
    if office is None:
        return ""
    return vocabulary().says[office.group].get(_TARGETS.get(target.kind, ""), "")


def _properties(rule: Rule, office: Office | None, text: str) -> Mapping[str, Value]:
    properties: dict[str, Value] = {}
    if rule.role:
        properties["role"] = rule.role
    elif office:
        properties["role"] = office.word if office.group == "kin" else text[office.start : office.end]
        if office.former:
            properties["former"] = True
    return properties


def _ends(slot: Slot, made: Skeleton) -> tuple[End, ...]:
    """Actors of a slot; a nation's word becomes a place of its own."""
    if slot.country:
        place = Span(slot.start, slot.end, "place", slot.country, slot.start, slot.end, 0.9, "nation", {"demonym": True})
        return ((made.index, place),)
    return slot.ends[:_LARGEST]


def _pairs(source: Slot, target: Slot, office: Office | None, made: Skeleton) -> list[tuple[End, End]]:
    """Pair the ends of two slots: one to one after "respectively", the nearest of a list for an office of one."""
    left, right = _ends(source, made), _ends(target, made)
    if source is target:
        return list(combinations(left, 2))
    if len(left) == len(right) > 1 and "respectively" in made.words:
        return list(zip(left, right, strict=True))
    if office and not office.plural and len(left) > 1:
        left = left[:1] if source.start > office.start else left[-1:]
    return [(a, b) for a, b in product(left, right) if a != b]
