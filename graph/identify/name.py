"""A name taken apart, so that evidence can be read off it: what a person, an organisation or a place is called."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.identify.words import words
from graph.names import fold, squeeze

__all__ = [
    "Name",
    "agreement_name",
    "case_name",
    "nickname_key",
    "organisation_name",
    "person_name",
    "place_name",
    "quotation",
    "vessel_name",
]

_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»\n]{1,60})[\"“”»]")
_CACHED = 1 << 16


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what matters in it when names are compared.

    Two names with the same ``key`` are written alike; ``""`` stands for a name without a letter or digit.
    """

    text: str
    key: str
    parts: tuple[str, ...]  # the words that tell it from others, folded
    generation: str = ""  # of a person: "jr", "iii"
    nickname: str = ""  # of a person: the key of what stands in quotes inside the name
    territories: frozenset[str] = frozenset()  # of an organisation: the countries in its name
    initials: frozenset[str] = frozenset()  # of an organisation: what its acronym may be
    brief: bool = False  # of a person: a nickname by its look ("El Mudo"); of an organisation: an acronym


@lru_cache(maxsize=_CACHED)
def person_name(text: str) -> Name:
    """Take a person's name apart: ``Rosa "La Negra" de la Vega Jr.`` → parts rosa, vega; nickname, generation."""
    every = fold(_BRACKETED.sub(" ", _QUOTED.sub(" ", text))).split() or fold(text).split()
    tail = every[-1] if len(every) > 1 and every[-1] in words().generations else ""
    given = every[:-1] if tail else every
    parts = tuple(word for word in given if word not in words().particles) or tuple(given)
    return Name(
        text=text,
        key="".join((*parts, tail)),
        parts=parts,
        generation=tail,
        nickname=nickname_key(quotation(text)),
        brief=len(given) > 1 and given[0] in words().articles,
    )


def nickname_key(text: str) -> str:
    """Run the parts of a nickname together, as ``Name.nickname`` has it."""
    return "".join(word for word in fold(text).split() if word not in words().particles)


def quotation(text: str) -> str:
    """Give what stands in quotes inside of a person's name, on one line; "" if nothing or nothing else does."""
    quoted = _QUOTED.search(text)
    return " ".join(quoted[1].split()) if quoted and fold(_QUOTED.sub(" ", text)) else ""


@lru_cache(maxsize=_CACHED)
def organisation_name(text: str) -> Name:
    """Take an organisation's name apart; a country counts the same as noun and as adjective, wherever it stands."""
    every = fold(_BRACKETED.sub(" ", text)).split() or fold(text).split()
    if len(every) > 1 and every[0] in words().articles:
        every = every[1:]
    if "cartel" in every:
        every = [word for word in every if word not in words().fillers]
    kept, countries = _without_territories(every)
    parts = tuple(word for word in kept if word not in words().joints) or tuple(kept)
    letters = "".join(word[0] for word in every)
    strong = "".join(word[0] for word in every if word not in words().joints)
    return Name(
        text=text,
        key=" ".join([*parts, *(f"@{country}" for country in sorted(countries))]),
        parts=parts,
        territories=frozenset(countries),
        initials=frozenset(found for found in (letters, strong) if len(found) >= 3),
        brief=len(every) == 1 and 2 <= len(every[0]) <= 6 and text.strip().isupper(),
    )


@lru_cache(maxsize=_CACHED)
def place_name(text: str) -> Name:
    """Take a place's name apart: a country by any of its names is that country."""
    folded = fold(text).removeprefix("the ")
    country = words().territories.get(folded, "")
    return Name(text=text, key=squeeze(country or folded), parts=tuple(folded.split()))


@lru_cache(maxsize=_CACHED)
def case_name(text: str) -> Name:
    """Take a case's name apart: "Operation Amber Sky" and "the Amber Sky case" differ in no part."""
    every = fold(text).split()
    parts = tuple(word for word in every if word not in words().case_words) or tuple(every)
    return Name(text=text, key="".join(parts), parts=parts)


@lru_cache(maxsize=_CACHED)
def vessel_name(text: str) -> Name:
    """Take the name of a vessel or aircraft apart: "M/V Estrella" is called "Estrella"."""
    every = fold(text).split()
    while len(every) > 1 and (every[0] in words().vessel_words or every[0] in words().articles):
        every = every[1:]
    return Name(text=text, key="".join(every), parts=tuple(every))


@lru_cache(maxsize=_CACHED)
def agreement_name(text: str) -> Name:
    """Take the name of an agreement apart: all of its words count."""
    folded = fold(text).removeprefix("the ")
    return Name(text=text, key=squeeze(folded), parts=tuple(folded.split()))


def _without_territories(every: list[str]) -> tuple[list[str], set[str]]:
    """Divide the words of a name into those that name a country (up to three words each) and the rest."""
    known = words().territories
    kept: list[str] = []
    countries: set[str] = set()
    at = 0
    while at < len(every):
        length = next((n for n in (3, 2, 1) if " ".join(every[at : at + n]) in known and at + n <= len(every)), 0)
        if length:
            countries.add(known[" ".join(every[at : at + length])])
            at += length
        else:
            kept.append(every[at])
            at += 1
    return kept, countries
