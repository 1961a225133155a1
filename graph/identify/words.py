"""The word lists that identity is decided by, read once a process from ``words.yaml`` and the list of countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from graph.names import fold

__all__ = ["Words", "words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Lists by what their words do to a name; all folded."""

    particles: frozenset[str]
    generations: frozenset[str]
    articles: frozenset[str]
    joints: frozenset[str]
    fillers: frozenset[str]
    common: frozenset[str]
    case_words: frozenset[str]
    vessel_words: frozenset[str]
    territories: Mapping[str, str]  # a country's name or adjective, one or more words → the country


@cache
def words() -> Words:
    """Read the lists."""
    package = files("graph")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lists = yaml.load(package.joinpath("identify", "words.yaml").read_bytes(), Loader=loader)  # noqa: S506 - a safe loader
    countries = package.joinpath("extract", "words", "countries.txt").read_text(encoding="utf-8")
    territories: dict[str, str] = {}
    for line in countries.splitlines():
        country, colon, forms = line.partition("#")[0].partition(":")
        if colon:
            named = [country, *forms.replace(",", " ").split()]
            territories.update({fold(form): fold(country) for form in named})
    for country, named in lists.pop("territories").items():
        territories.update({fold(form): country for form in named})
    return Words(territories=territories, **{name: frozenset(entries) for name, entries in lists.items()})
