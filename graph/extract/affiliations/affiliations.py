"""Affiliations: who heads, serves, belongs to, is linked or related to whom, as sentences state it.

Each sentence that holds a trigger word and an actor becomes a skeleton; the rules of ``rules/affiliations.yaml``
match it, and each match is a link between the actors in its slots.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from graph.extract.affiliations.affiliation_rules import Rule, wordings_for
from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.families import families
from graph.extract.affiliations.gate import worth_reading
from graph.extract.affiliations.header import header
from graph.extract.affiliations.hosts import hosts
from graph.extract.affiliations.lists import lists
from graph.extract.affiliations.meaning import OFFICES, is_party, relation
from graph.extract.affiliations.named_later import named_later
from graph.extract.affiliations.nationals import nationals
from graph.extract.affiliations.offices import Office
from graph.extract.affiliations.parts import parts
from graph.extract.affiliations.series import series
from graph.extract.affiliations.skeleton import skeleton
from graph.extract.affiliations.slots import Known, Skeleton, Slot
from graph.extract.affiliations.survey import survey
from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import weaker
from graph.extract.clauses.speech import heard
from graph.extract.clauses.verdicts import judged, of_text
from graph.extract.discourse.attribution import speaker
from graph.extract.link import End, Link, span_of
from graph.extract.text import Annotated, Span
from graph.extract.trace import drop, weaken
from graph.model import Modality, Value
from graph.ontology import ontology

__all__ = ["affiliations"]

_CLAUSE = re.compile(r"(?<!\S)(?:is|was|are|were|been|has|had|have) ")
_SAID = re.compile(
    r"\b(?:according|said|says?|told|claimed|claims?|noted|stated|reported|alleged?|alleges|explained|added|confirmed|"
    r"believes?|argued?|argues|suspects?)\b",
    re.IGNORECASE,
)
_UNQUOTE = re.compile(r"[,.?!][\"”] [a-z]")  # behind quoted speech
_FORMER = (["former"], ["ex"])
_STAND_IN = re.compile(r"<[pk]")
Reading = tuple[Skeleton, Sequence[Annotated], Known]
"""A sentence's skeleton, its document, and what the text has told so far."""

_LOOSE = frozenset({"name-of-body"})  # rules that say less than others of the same two
_LARGEST = 24  # ends of a list that a rule links


def affiliations(annotated: Sequence[Annotated]) -> list[Link]:
    """Find the affiliations that a document states: in its header, sentences and lists, and by nationality."""
    known = survey(annotated)
    known.siblings, named = families(annotated)
    stated = _stated(annotated, known)
    figures = [link for _, links in series(annotated) for link in links]
    granted = [*hosts(annotated, stated, known), *named_later(annotated, known)]
    found = [
        *header(annotated),
        *named,
        *stated,
        *granted,
        *lists(annotated),
        *nationals(annotated),
        *parts(annotated),
        *figures,
    ]
    return [link for link in found if _admitted(link, annotated)]


def _admitted(link: Link, annotated: Sequence[Annotated]) -> bool:
    """Tell whether the ontology has such a relation between such ends."""
    relation = ontology().relations[link.type]
    source, target = span_of(link.source, annotated), span_of(link.target, annotated)
    admitted = relation.admits(source.kind, target.kind)
    if not admitted:
        reason = "{} {} > {}: the ontology has no such relation from {} to {}"
        told = (link.type, source.name, target.name, source.kind, target.kind)
        drop(annotated[link.quote[0]].sentence, link.quote[1:], reason, link.rule, *told)
    return admitted


def _stated(annotated: Sequence[Annotated], known: Known) -> list[Link]:
    """Find what the sentences state, in text order, each link once a sentence."""
    found: dict[tuple[object, ...], Link] = {}
    for index, each in enumerate(annotated):
        if each.sentence.kind == "field" or not worth_reading(each):
            if len(each.spans) > 1 and each.sentence.kind != "field":
                drop(
                    each.sentence, None, "not read for affiliations: no two actors with an office or a rule's word near"
                )
            continue
        for link in _sentence(skeleton(annotated, index, known), annotated, known):
            key = (link.type, link.source, link.target)
            if key not in found or found[key].confidence < link.confidence:
                found[key] = link
            _remember(link, annotated, known)
    told = {(link.source, link.target) for link in found.values() if link.rule not in _LOOSE}
    return [link for link in found.values() if link.rule not in _LOOSE or (link.source, link.target) not in told]


def _remember(link: Link, annotated: Sequence[Annotated], known: Known) -> None:
    """Keep who leads a gang and who is whose son, for sentences that follow."""
    target = span_of(link.target, annotated)
    if link.type == "HEAD_OF" and target.kind in {"cartel", "armed_group"}:
        known.heads[known.gangs.get(target.name, target.name)] = link.source
    elif link.rule == "kin" and link.source[1] != link.target[1]:
        known.kin[target.name.split()[-1].lower(), str(link.properties.get("role", ""))] = link.source


def _sentence(made: Skeleton, annotated: Sequence[Annotated], known: Known) -> Iterator[Link]:
    view: Clauses | None = None
    for rule, pattern in wordings_for(made.words):
        for match in pattern.regex.finditer(made.line):
            told = rule.told or _CLAUSE.search(match[0]) is not None
            for found in _links(rule, match, (made, annotated, known)):
                if _leaves_quote(found, annotated[made.index]):
                    drop(
                        annotated[made.index].sentence, made.place(match[0]), "one end stands in quoted speech", rule.id
                    )
                    continue
                link = _judged(found, annotated[made.index]) if told else found
                if told and (_SAID.search(annotated[made.index].sentence.text) or known.quotations.touch(made.index)):
                    view = view or heard(annotated[made.index])
                    yield _attributed(link, view, made, known)
                else:
                    yield link


def _judged(link: Link, annotated: Annotated) -> Link:
    """Weaken what the sentence calls untrue or leaves open: "the rumor that X heads Y is false"."""
    text = annotated.sentence.text.lower()
    if not judged(text):
        return link
    found, place = of_text(text, _start(link, annotated))
    if found != "asserted":
        weaken(annotated.sentence, place, "these words put what they tell of as {}", found)
    return replace(link, modality=weaker(link.modality, found))


def _start(link: Link, annotated: Annotated) -> int:
    """Where the later of the two ends that a sentence names stands in it; -1 where it names none."""
    return max(_starts(link, annotated), default=-1)


def _starts(link: Link, annotated: Annotated) -> list[int]:
    ends = [end[1] for end in (link.source, link.target) if end[0] == link.quote[0] and isinstance(end[1], int)]
    return [annotated.spans[number].start for number in ends]


def _leaves_quote(link: Link, annotated: Annotated) -> bool:
    """Tell ends on both sides of the end of quoted speech: "I never met X," he said through his lawyer, Y."""
    text, starts = annotated.sentence.text, _starts(link, annotated)
    if len(starts) < 2 or not _UNQUOTE.search(text, min(starts), max(starts)):
        return False
    between = text[min(starts) : max(starts)]
    return between.count('"') % 2 == 1 or between.count("”") > between.count("“")


def _attributed(link: Link, view: Clauses, made: Skeleton, known: Known) -> Link:
    """Add who says so, and that it is alleged where the text alleges it."""
    by, how = speaker(view, made.index, _start(link, view.annotated), known.quotations)
    modality = weaker(link.modality, how)
    return replace(link, modality=modality, attributed_to=None if by in {link.source, link.target} else by)


def _links(rule: Rule, match: re.Match[str], reading: Reading) -> Iterator[Link]:
    made, annotated, _ = reading
    words = set(match[0].split())
    words.update(_before(made.line, match.start()))
    slots = {name: made.slot(token) for name, token in match.groupdict().items() if token}
    sentence = annotated[made.index].sentence
    denied = words & listed("denied") or ({"like"} if made.line.endswith("like ", 0, match.start()) else set())
    if rule.ranked and not _ranked(sentence.text, slots["PERSON"].start):
        return
    if denied:
        drop(sentence, made.place(match[0]), "the words deny or compare: {}", rule.id, ", ".join(sorted(denied)))
        return
    office = next((slots[name].office for name in OFFICES if name in slots), None)
    if office and ((rule.field and not office.field) or (rule.offices and office.group not in rule.offices)):
        drop(sentence, made.place(match[0]), "the rule does not take the office “{}”", rule.id, office.word)
        return
    alleged = (
        (office is not None and office.alleged) or not words.isdisjoint(listed("alleged")) or "said to " in match[0]
    )
    if alleged:
        told = ", ".join(sorted(words & listed("alleged"))) or "said to"
        weaken(sentence, made.place(match[0]), "these words put what they tell of as alleged: “{}”", told)
    modality: Modality = "planned" if office and office.planned else "alleged" if alleged else "asserted"
    properties = _properties(rule, office, sentence.text, former=_before(made.line, match.start())[-1:] in _FORMER)
    confidence = rule.confidence * (0.8 if _STAND_IN.search(match[0]) else 1.0)
    for source, how, target in rule.links:
        if source not in slots or target not in slots:
            continue
        after = made.line[match.end() :][:6] if match[0].endswith(f"{match[target]} ") else ""
        for a, b in _pairs(slots[source], slots[target], office, made):
            if rule.party and not is_party(span_of(b, annotated).name):
                continue
            type_ = relation(how, office, span_of(b, annotated), after)
            if not type_:
                word, kind = office.word if office else how, span_of(b, annotated).kind
                drop(sentence, made.place(match[0]), "“{}” says nothing of a {}", rule.id, word, kind)
            else:
                yield Link(
                    type_,
                    a,
                    _employer(b, office, reading),
                    (made.index, 0, len(sentence.text)),
                    modality,
                    confidence,
                    rule.id,
                    properties,
                )


def _ranked(text: str, start: int) -> bool:
    """Tell whether a rank or title stands right before a position."""
    word = text[max(0, start - 24) : start].rstrip(" .").rpartition(" ")[2]
    return word.lower() in listed("ranks")


def _before(line: str, start: int) -> list[str]:
    """Up to four words before a match in the same stretch: they may deny it or call it alleged."""
    words = line[max(0, start - 60) : start].split()[-4:]
    cut = max((at for at, word in enumerate(words) if word in {",", ";", ".", ":", ")"}), default=-1)
    return words[cut + 1 :]


def _employer(target: End, office: Office | None, reading: Reading) -> End:
    """A minister of a country works for its government, where the text names that too."""
    span = span_of(target, reading[1])
    if office and office.group in {"minister", "official", "deputy"} and span.kind == "place":
        return reading[2].governments.get(span.name, target)
    return target


def _properties(rule: Rule, office: Office | None, text: str, *, former: bool) -> Mapping[str, Value]:
    """Role and "former"; the latter may stand before the organisation: "former DEA agent X"."""
    properties: dict[str, Value] = {}
    if rule.role:
        properties["role"] = rule.role
    elif office:
        properties["role"] = office.word if office.group == "kin" else text[office.start : office.end]
        if office.former or former:
            properties["former"] = True
    return properties


def _ends(slot: Slot, made: Skeleton) -> tuple[End, ...]:
    """Actors of a slot; a nation's word becomes a place of its own."""
    if slot.country:
        place = Span(
            slot.start, slot.end, "place", slot.country, slot.start, slot.end, 0.9, "nation", {"demonym": True}
        )
        return ((made.index, place),)
    return slot.ends[:_LARGEST]


def _pairs(source: Slot, target: Slot, office: Office | None, made: Skeleton) -> list[tuple[End, End]]:
    """Pair the ends of two slots: one to one after "respectively", the nearest of a list for an office of one."""
    left, right = _ends(source, made), _ends(target, made)
    if source is target:
        return list(combinations(left, 2))
    if len(left) == len(right) > 1 and ("respectively" in made.words or target.ordered):
        return list(zip(left, right, strict=True))
    if office and not office.plural and len(left) > 1:
        left = left[:1] if source.start > office.start else left[-1:]
    return [(a, b) for a, b in product(left, right) if a != b]
