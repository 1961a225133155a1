"""Armed forces named by their noun alone: "the army", "the armed forces", and whose they are."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from graph.extract.bodies import organization
from graph.extract.lexicon import words
from graph.extract.text import Span

__all__ = ["forces", "owners"]

_FORCE = re.compile(
    r"\b[Tt]he (?P<name>army|armed forces|navy|air force|national police|national guard|treasury police|coast guard|"
    r"military|security forces|marines)\b"
)
_NEXT = re.compile(r" ([a-z]+)")
_NOUNS = frozenset({"army", "forces", "navy", "force", "police", "guard", "military", "marines"})


def owners(spans: Iterable[Span]) -> Mapping[str, str]:
    """Noun of a force in lower case → the one full name that the document gives it: ``army`` → ``Mexican Army``."""
    named: dict[str, set[str]] = {}
    for span in spans:
        if span.kind == "agency":
            lower = span.name.lower()
            for noun in (
                "army",
                "armed forces",
                "navy",
                "air force",
                "national police",
                "national guard",
                "coast guard",
            ):
                if noun in lower and lower != noun:
                    named.setdefault(noun, set()).add(span.name)
    return {noun: next(iter(names)) for noun, names in named.items() if len({name.lower() for name in names}) == 1}


def forces(text: str, present: AbstractSet[str], owned: Mapping[str, str]) -> list[Span]:
    """Forces of a sentence without a nation; ``owned`` tells whose they are, ``present`` are the sentence's words."""
    if _NOUNS.isdisjoint(present):
        return []
    found = []
    for m in _FORCE.finditer(text):
        following = _NEXT.match(text, m.end())
        if following and (
            following[1] in words("not_after_head") or following[1] in words("roles") or following[1] == "of"
        ):
            continue
        name = m["name"]
        found.append(organization(text, m.span("name"), "agency", 0.5, "force alone", owned.get(name, name)))
    return found
