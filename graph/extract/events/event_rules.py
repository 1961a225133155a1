"""The rules for events, read from ``rules/events.yaml`` and ``rules/involvement.yaml`` into look-ups by word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.extract.language.rule_files import load_yaml

__all__ = ["VIOLENT", "Rule", "RuleBook", "Trigger", "rulebook", "split"]


FAVOUR = "FAVOUR"  # in a tail: any word of the rule's ``favours``
VIOLENT = frozenset({"attack", "bombing", "killing", "arson", "destruction"})  # types of deeds done by violence


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of event; the fields are explained in ``rules/events.yaml``."""

    id: str
    type: str
    title: str
    agent: frozenset[str]
    patient: frozenset[str]
    direct: str = ""
    victim: str = ""
    doer: str = ""
    suspect: str = ""
    place: str = ""
    role: str = ""
    by_name: str = "patient"
    toward: frozenset[str] = frozenset()
    giver: frozenset[str] = frozenset()
    receiver: frozenset[str] = frozenset()
    entry: Mapping[str, Any] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb of a rule, the words that must follow it, and whether its subject is who it happens to."""

    rule: str
    tail: str = ""
    state: bool = False
    quiet: bool = False  # counts only in a sentence about violence: "died"
    captor: bool = False  # counts only of those who kidnap: "is holding"


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All event rules by id, their triggers by lemma and by noun, and all words that can set one off."""

    rules: Mapping[str, Rule]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, str]
    described: Mapping[str, str]  # participle before a name → rule: "the murdered judge X"
    roles: Mapping[str, tuple[Trigger, ...]]  # lemma → doer, accuser, behind
    authors: frozenset[str]


@cache
def rulebook() -> RuleBook:
    """Read the event rules once a process."""
    rules: dict[str, Rule] = {}
    verbs: dict[str, list[Trigger]] = {}
    nouns: dict[str, str] = {}
    described: dict[str, str] = {}
    for entry in load_yaml("rules/events.yaml"):
        rules[entry["id"]] = _rule(entry)
        for key in ("verbs", "states", "quiet", "captors"):
            for text in entry.get(key, ()):
                lemma, tail = split(text)
                tail = tail.replace(FAVOUR, "|".join(entry.get("favours", ())))
                state = key in {"states", "quiet"} or (key == "captors" and lemma in {"be", "remain"})
                trigger = Trigger(entry["id"], tail, state, key == "quiet", key == "captors")
                verbs.setdefault(lemma, []).append(trigger)
        nouns.update(dict.fromkeys(entry.get("nouns", ()), entry["id"]))
        described.update(dict.fromkeys(entry.get("described", ()), entry["id"]))
    roles: dict[str, list[Trigger]] = {}
    authors: frozenset[str] = frozenset()
    for entry in load_yaml("rules/involvement.yaml"):
        for text in entry.get("verbs", ()):
            lemma, tail = split(text)
            roles.setdefault(lemma, []).append(Trigger(entry["id"], tail))
        authors |= frozenset(entry.get("nouns", ()))
    return RuleBook(
        rules,
        {k: _longest_first(v) for k, v in verbs.items()},
        nouns,
        described,
        {k: _longest_first(v) for k, v in roles.items()},
        authors,
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    plain = {key: entry[key] for key in ("id", "type", "title")}
    optional = {
        key: entry[key] for key in ("direct", "victim", "doer", "suspect", "place", "role", "by_name") if key in entry
    }
    sets: dict[str, Any] = {
        key: frozenset(entry.get(key, ())) for key in ("agent", "patient", "toward", "giver", "receiver")
    }
    return Rule(**plain, **optional, **sets, entry=entry)


def split(text: str) -> tuple[str, str]:
    """Cut "take ~ into custody" into lemma and tail."""
    lemma, _, tail = text.partition("~")
    return lemma.strip(), tail.strip()


def _longest_first(triggers: list[Trigger]) -> tuple[Trigger, ...]:
    return tuple(sorted(triggers, key=lambda trigger: -len(trigger.tail)))
