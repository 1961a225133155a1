"""Ships, boats and aircraft that bear a name or a tail number: 'the boat "Aurora"', "M/V Norte 2", "N123AB"."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from graph.extract.language.lexicon import ROLE, TITLE, alternatives, classes, fold, words
from graph.extract.language.tokens import UPPER
from graph.extract.text import Span
from graph.model import Value

__all__ = ["keys", "vessels"]

_W = rf"[{UPPER}][\w'-]{{0,30}}"
_OWNED = re.compile(r"\b(?P<noun>[a-z-]+) of (?:(?:the|a|his|her|their|this|that|said) )?(?:[a-z-]+ )?$")
_CLOSED = re.compile(r"[,;.)]|$")
_FLAG = re.compile(rf"(?P<flag>{_W})[- ]flag(?:ged)? (?:[a-z-]+ ){{0,2}}$")


@cache
def _ship() -> re.Pattern[str]:
    """A noun or a mark, and the name behind it."""
    return re.compile(
        rf"\b(?:(?P<type>(?:(?i:{alternatives('vessel_adjectives')}) )?(?i:{alternatives('vessel_nouns')})),?"
        rf"(?: (?:named|called|known as))?(?: the)?|(?P<mark>{alternatives('vessel_marks')})) "
        rf"(?:\"(?P<quoted>[^\"]{{2,40}}?),?\"|'(?P<single>[^']{{2,40}}?),?'|"
        rf"(?P<name>{_W}(?: (?:(?:de|del|la|of|the) )?(?:{_W}|\d+|[IVX]+\b)){{0,3}}))"
    )


@cache
def _aircraft() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives('aircraft_nouns')})(?: bearing)?(?: tail number| registration)?[ ,:(]{{1,2}}\"?"
        r"(?P<name>[A-Z]{1,2}-?[A-Z0-9]{3,6})\"?\b"
    )


@cache
def _first_words(*names: str) -> frozenset[str]:
    """The words in lower case of which a sentence must hold one."""
    return frozenset(re.findall(r"[a-z]{2,}", " ".join(alternatives(name) for name in names).lower()))


@cache
def _slashed_marks() -> tuple[str, ...]:
    return tuple(mark for mark in alternatives("vessel_marks").split("|") if "/" in mark)


@cache
def keys() -> frozenset[str]:
    """Give words in lower case: a sentence without one of them, and without "/", names no ship and no aircraft."""
    return _first_words("vessel_nouns", "vessel_marks") | _first_words("aircraft_nouns")


def vessels(text: str, present: AbstractSet[str]) -> list[Span]:
    """Named ships, boats and aircraft of a sentence; ``present`` are its words in lower case."""
    found: list[Span] = []
    slashed = "/" in text and any(mark in text for mark in _slashed_marks())
    if slashed or not _first_words("vessel_nouns", "vessel_marks").isdisjoint(present):
        found.extend(_ships(text))
    if not _first_words("aircraft_nouns").isdisjoint(present):
        for m in _aircraft().finditer(text):
            if any(c.isdigit() for c in m["name"]):
                start, end = m.span("name")
                found.append(Span(start, end, "aircraft", m["name"], start, end, 0.8, "aircraft: tail number"))
    return found


def _names_somebody(text: str, m: re.Match[str]) -> bool:
    """Tell whether the capitalised words behind a ship's noun are somebody's name or title."""
    first = fold(m["name"].partition(" ")[0])
    plain = m.start() == 0 and " " not in m["type"]
    if plain or (classes().get(first, 0) & (ROLE | TITLE) and first not in words("vessel_titles")):
        return True  # "Ship Captain Olmo"
    if text[m.end("type")] != "," or text.endswith("the ", 0, m.start("name")):
        return False
    of = _OWNED.search(text, max(0, m.start() - 40), m.start())
    if of and (classes().get(of["noun"], 0) & (ROLE | TITLE) or of["noun"] in words("on_board")):
        return True  # "the captain of the boat, Ana Olmo, …"
    return not _CLOSED.match(text, m.end())  # "aboard the boat, Ana Olmo and …"


def _ships(text: str) -> Iterator[Span]:
    for m in _ship().finditer(text):
        group = "quoted" if m["quoted"] else "single" if m["single"] else "name"
        if group == "name" and m["type"] and _names_somebody(text, m):
            continue
        start, end = m.span(group)
        noun = (m["type"] or "").rpartition(" ")[2]
        if group == "name" and noun[:1].isupper():
            start = m.start("type")  # "Coast Guard Cutter Lorvik" is the whole name
        properties: dict[str, Value] = {"type": (m["type"] or "ship").lower()}
        left = m.start()
        flag = _FLAG.search(text, max(0, left - 50), left)
        if flag:
            properties["flag"], left = flag["flag"], flag.start()
        if text[max(0, left - 4) : left].lower() == "the ":
            left -= 4
        yield Span(start, end, "vessel", text[start:end], left, end + (group != "name"), 0.9, "vessel", properties)
