"""The rules for affiliations, read from ``rules/affiliations.yaml`` and compiled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.errors import RuleError
from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.pattern import compile_pattern, needs
from graph.extract.language.rule_files import load_yaml

_ACTORS = frozenset({"<P", "<K", "<G", "<A", "<O"})
_POSTS = frozenset({"<H", "<I", "<F"})

__all__ = ["Pattern", "Rule", "rules", "wordings_for"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording of a rule."""

    needs: tuple[frozenset[str], ...]  # of each set a sentence must hold a token
    key: frozenset[str]  # the rarest of these sets: words, or offices, or what there is
    actors: int  # how many actors it names at least, stand-ins aside
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the file, compiled."""

    id: str
    patterns: tuple[Pattern, ...]
    links: tuple[tuple[str, str, str], ...]  # source slot, type, target slot
    role: str
    confidence: float
    field: bool  # only for an office that has a field of its own ("prosecutor of organized crime")
    party: bool  # only for parties
    ranked: bool  # only for persons with a rank before the name ("Colonel")
    told: bool  # states it as a clause, which a speaker can be behind; no mere apposition
    offices: frozenset[str]  # classes of offices that it takes; empty for all
    entry: Mapping[str, Any]  # as written, with its examples


@cache
def rules() -> tuple[Rule, ...]:
    """Read and compile the rules once a process."""
    raw: dict[str, Any] = load_yaml("rules/affiliations.yaml")
    return tuple(_rule(entry, raw["wordings"]) for entry in raw["rules"])


def _rule(entry: Mapping[str, Any], wordings: Mapping[str, str]) -> Rule:
    links = []
    for link in entry.get("links") or [entry["link"]]:
        source, how, target = link.split()
        links.append((source, how, target))
    return Rule(
        id=entry["id"],
        patterns=tuple(checked(text, wordings, entry["id"]) for text in entry["patterns"]),
        links=tuple(links),
        role=entry.get("role", ""),
        confidence=entry.get("confidence", 0.9),
        field=entry.get("field", False),
        party=entry.get("party", False),
        ranked=entry.get("ranked", False),
        told=entry.get("told", False),
        offices=frozenset(entry.get("offices", "").split()),
        entry=entry,
    )


def checked(text: str, wordings: Mapping[str, str], rule: str) -> Pattern:
    """Compile a pattern.

    Raises:
        RuleError: it names a wording or a slot that there is not, or its brackets do not close.
    """
    try:
        return _pattern(text, wordings)
    except (KeyError, ValueError, re.error) as error:
        what = f"there is no wording or slot {error}" if isinstance(error, KeyError) else str(error)
        raise RuleError(f"graph/extract/rules/affiliations.yaml, rule {rule!r}, pattern {text!r}: {what}") from error


def _pattern(text: str, wordings: Mapping[str, str]) -> Pattern:
    asked = needs(text, wordings)
    return Pattern(
        asked,
        min(asked, key=_commonness),
        sum(bool(tokens & _ACTORS) for tokens in asked),
        compile_pattern(text, wordings),
    )


def wordings_for(words: frozenset[str]) -> list[tuple[Rule, Pattern]]:
    """Choose the wordings that a sentence with these tokens may match, in the file's order."""
    index = _index()
    held, numbers = 0, set[int]()
    for word in words:
        if word in index.sets:
            held |= index.sets[word]
            numbers.update(index.keys.get(word, ()))
    missing = ~held
    return [index.wordings[number] for number in sorted(numbers) if not index.needs[number] & missing]


@dataclass(frozen=True, slots=True)
class _Index:
    """Which wordings to try, by the tokens of a sentence."""

    wordings: list[tuple[Rule, Pattern]] = field(default_factory=list)
    needs: list[int] = field(default_factory=list)  # for each wording the sets that it needs a token of, as bits
    sets: dict[str, int] = field(default_factory=dict)  # token → the sets that hold it, as bits
    keys: dict[str, list[int]] = field(default_factory=dict)  # token → numbers of the wordings that have it as a key


@cache
def _index() -> _Index:
    index = _Index()
    bits: dict[frozenset[str], int] = {}
    for rule in rules():
        for pattern in rule.patterns:
            for token in pattern.key:
                index.keys.setdefault(token, []).append(len(index.wordings))
            for tokens in pattern.needs:
                bit = bits.setdefault(tokens, 1 << len(bits))
                for token in tokens:
                    index.sets[token] = index.sets.get(token, 0) | bit
            index.wordings.append((rule, pattern))
            index.needs.append(sum({bits[tokens] for tokens in pattern.needs}))
    return index


def _commonness(tokens: frozenset[str]) -> int:
    if tokens & listed("common"):
        return 4
    if any(token[0] == "<" for token in tokens):
        return 1 if tokens <= _POSTS else 2
    return 0
