"""Where a rule stands that a mention or a claim names: its file and what it finds, for whoever reads ``explain``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.extract.language.rule_files import load_yaml

__all__ = ["RULE_FILES", "RuleEntry", "find_rule", "rule_index"]

RULE_FILES = ("affiliations", "dealings", "events", "involvement", "mentions", "names", "seizures", "structure",
              "verdicts")  # fmt: skip
"""The files of ``rules/``."""

_PERSON = "person: "


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as an analyst finds it."""

    id: str
    file: str  # "rules/events.yaml"
    finds: str  # what it finds, in words


@cache
def rule_index() -> Mapping[str, RuleEntry]:
    """All rules by id."""
    return {entry.id: entry for name in RULE_FILES for entry in _entries(f"rules/{name}.yaml")}


def find_rule(rule: str) -> list[RuleEntry]:
    """Look up the rule that a mention or claim names: several where evidence for a person is summed up."""
    ids = [_PERSON + each for each in rule.removeprefix(_PERSON).split(", ")] if rule.startswith(_PERSON) else [rule]
    return [rule_index()[each] for each in ids if each in rule_index()]


def _entries(file: str) -> Iterator[RuleEntry]:
    raw: Any = load_yaml(file)
    if file == "rules/mentions.yaml":
        for name, rule in raw.items():
            yield RuleEntry(_PERSON + name, file, rule["says"])
        return
    for rule in raw["rules"] if isinstance(raw, dict) else raw:
        yield RuleEntry(rule["id"], file, rule.get("finds", ""))
