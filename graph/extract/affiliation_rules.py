"""The rules for affiliations, read from ``rules/affiliations.yaml`` and compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.extract.offices import vocabulary
from graph.extract.pattern import compile_pattern, triggers

__all__ = ["Rule", "rules", "trigger_words"]

_WEAK = frozenset({"of", "from", "with", "(", "'s", "by", "at", "have", "did", "does", "under", "is", "that", "these"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the file, compiled."""

    id: str
    patterns: tuple[re.Pattern[str], ...]
    links: tuple[tuple[str, str, str], ...]  # source slot, type, target slot
    when: frozenset[str]  # tokens of which a sentence must hold one
    role: str
    confidence: float
    field: bool  # only for an office that has a field of its own ("prosecutor of organized crime")
    offices: frozenset[str]  # classes of offices that it takes; empty for all
    entry: Mapping[str, Any]  # as written, with its examples


@cache
def rules() -> tuple[Rule, ...]:
    """Read and compile the rules once a process."""
    raw: dict[str, Any] = yaml.load(
        files("graph.extract").joinpath("rules", "affiliations.yaml").read_bytes(),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )
    return tuple(_rule(entry, raw["wordings"]) for entry in raw["rules"])


def _rule(entry: Mapping[str, Any], wordings: Mapping[str, str]) -> Rule:
    links = []
    for link in entry.get("links") or [entry["link"]]:
        source, how, target = link.split()
        links.append((source, how, target))
    return Rule(
        id=entry["id"],
        patterns=tuple(compile_pattern(pattern, wordings) for pattern in entry["patterns"]),
        links=tuple(links),
        when=frozenset(entry.get("when", "").split()) or frozenset().union(*map(triggers, entry["patterns"])),
        role=entry.get("role", ""),
        confidence=entry.get("confidence", 0.9),
        field=entry.get("field", False),
        offices=frozenset(entry.get("offices", "").split()),
        entry=entry,
    )


@cache
def trigger_words() -> frozenset[str]:
    """Words of which a sentence must hold one to be looked at, unless two of its spans stand side by side."""
    words = {word for rule in rules() for word in rule.when if word[0] != "<"}
    return frozenset(words - _WEAK | vocabulary().words.keys())
