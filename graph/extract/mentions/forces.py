"""Armed forces named by their noun alone: "the army", "the armed forces", and whose they are."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from graph.extract.language.lexicon import alternatives, words
from graph.extract.mentions.bodies import organization
from graph.extract.text import Span

__all__ = ["forces", "keys", "owners"]

_NEXT = re.compile(r" ([a-z]+)")


@cache
def _force() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?P<name>{alternatives('forces_alone')})\b")


@cache
def keys() -> frozenset[str]:
    """Give the last words of all such names: a sentence without one of them holds none."""
    return frozenset(name.split(" ")[-1] for name in words("forces_alone"))


def owners(spans: Iterable[Span]) -> Mapping[str, str]:
    """Noun of a force in lower case → the one full name that the document gives it: ``army`` → ``Mexican Army``."""
    named: dict[str, set[str]] = {}
    for span in spans:
        if span.kind == "agency":
            lower = span.name.lower()
            for noun in words("forces_owned"):
                if noun in lower and lower != noun:
                    named.setdefault(noun, set()).add(span.name)
    return {noun: next(iter(names)) for noun, names in named.items() if len({name.lower() for name in names}) == 1}


def forces(text: str, owned: Mapping[str, str]) -> list[Span]:
    """Forces of a sentence without a nation; ``owned`` tells whose they are."""
    found = []
    for m in _force().finditer(text):
        following = _NEXT.match(text, m.end())
        if following and (
            following[1] in words("not_after_head") or following[1] in words("roles") or following[1] == "of"
        ):
            continue
        name = m["name"]
        found.append(organization(text, m.span("name"), "agency", 0.5, "force alone", owned.get(name, name)))
    return found
