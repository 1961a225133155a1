"""Family names: "the Caro brothers", "the Caro organisation" – who is meant by a surname that a group bears."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.link import End, Link, span_of
from graph.extract.text import Annotated, Sentence, Span
from graph.extract.trace import drop

__all__ = ["Families", "families"]

Families = dict[str, tuple[End, ...]]
"""Surname in lower case → the people who bear it and whom the text calls siblings, each once."""

_LONGEST_CASE = 4  # words of a case that is called by a surname
_MOST = 8  # siblings of one name


@cache
def _siblings_named() -> re.Pattern[str]:
    return re.compile(rf"\b(?:([A-Z][\w'-]+) )?([A-Z][\w'-]+) ((?i:{_any_of('siblings')}))\b")


@cache
def _body_named() -> re.Pattern[str]:
    bodies = _any_of("namesake_gangs", "namesake_states")
    return re.compile(rf"\b(?:[Tt]he|THE) ([A-Z][\w'-]+)(?: [a-z]{{4,12}})?(?: |-)((?i:{bodies}))\b")


def _any_of(*names: str) -> str:
    """Entries of some lists, longest first, for one group of a regular expression."""
    words = {word for name in names for word in listed(name)}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _last_words(*names: str) -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for name in names for word in listed(name))


def families(annotated: Sequence[Annotated]) -> tuple[Families, list[Link]]:
    """Find siblings named by their surname, and people after whom an organisation is named."""
    people = _people(annotated)
    siblings: Families = {}
    links: list[Link] = []
    for index, each in enumerate(annotated):
        words = each.sentence.words
        if not listed("siblings").isdisjoint(words):
            links.extend(_siblings(each.sentence, index, people, siblings))
        links.extend(_cases(each, index, people))
        if not _last_words("namesake_gangs", "namesake_states").isdisjoint(words):
            links.extend(_bodies(annotated, index, people))
    return siblings, links


def _people(annotated: Sequence[Annotated]) -> dict[str, dict[str, End]]:
    """Surname → given name → first mention, of people with both."""
    people: dict[str, dict[str, End]] = {}
    for index, each in enumerate(annotated):
        for number, span in enumerate(each.spans):
            words = span.name.lower().replace("'s", "").split() if span.kind == "person" else []
            for surname in {*words[-2:]} - {*words[:1]} if len(words) > 1 else words:
                people.setdefault(surname, {}).setdefault(words[0] if len(words) > 1 else "", (index, number))
    return people


def _siblings(sentence: Sentence, index: int, people: dict[str, dict[str, End]], siblings: Families) -> Iterator[Link]:
    text = sentence.text
    for found in _siblings_named().finditer(text):
        for surname in (found[2].lower(), (found[1] or "").lower()):
            known = tuple(end for given, end in people.get(surname, {}).items() if given)
            if 1 < len(known) <= _MOST:
                break
        else:
            drop(sentence, found.span(), "no two people of this surname are named, or too many", "siblings")
            continue
        if surname in siblings:
            continue
        siblings[surname] = known
        role = found[3].lower().rstrip("s")
        for a, b in combinations(known, 2):
            yield Link("LINKED_TO", a, b, (index, 0, len(text)), "asserted", 0.8, "siblings", {"role": role})


def _cases(each: Annotated, index: int, people: dict[str, dict[str, End]]) -> Iterator[Link]:
    """Link the only bearer of a surname to the case that is called by it."""
    for number, span in enumerate(each.spans):
        words = span.name.lower().split() if span.kind == "case" else []
        if 1 < len(words) < _LONGEST_CASE and words[-1] in listed("namesake_cases"):
            bearers = {end for given, end in people.get(words[0], {}).items() if given}
            if len(bearers) == 1:
                quote = (index, 0, len(each.sentence.text))
                yield Link("LINKED_TO", bearers.pop(), (index, number), quote, "asserted", 0.7, "eponym")


def _bodies(annotated: Sequence[Annotated], index: int, people: dict[str, dict[str, End]]) -> Iterator[Link]:
    each = annotated[index]
    text = each.sentence.text
    for found in _body_named().finditer(text):
        known = people.get(found[1].lower(), {})
        bearers = {end for given, end in known.items() if given} or set(known.values())
        word = found[2].lower()
        reason = "nobody, or more than one, of this surname is named" if len(bearers) != 1 else ""
        if not reason and word in listed("namesake_states") and not _rules(annotated, bearers):
            reason = "whoever bears this surname has an office that rules no state"
        if reason:
            drop(each.sentence, found.span(), reason, "eponym")
            continue
        start, end = found.start(1), found.end()
        number = next((k for k, span in enumerate(each.spans) if span.start <= start and span.end >= end), None)
        if number is not None and each.spans[number].kind in {"person", "place"}:
            continue
        kind = "agency" if word in listed("namesake_states") else "cartel"
        body: End = (
            (index, number)
            if number is not None
            else (index, Span(start, end, kind, text[start:end], start, end, 0.7, "eponym"))
        )
        yield Link(
            "HEAD_OF", bearers.pop(), body, (index, 0, len(text)), "asserted", 0.6, "eponym", {"role": "namesake"}
        )


def _rules(annotated: Sequence[Annotated], bearers: set[End]) -> bool:
    """Tell whether whoever bears a government's name is not known for another office."""
    for end in bearers:
        known = span_of(end, annotated).properties
        office = f"{known.get('title', '')} {known.get('role', '')}".lower()
        if office.strip() and not any(word in office for word in listed("rulers")):
            return False
    return True
