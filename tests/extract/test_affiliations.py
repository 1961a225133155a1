"""Rules for affiliations: each finds its own examples and leaves its near misses alone."""

from typing import Any

import pytest

from graph.extract.affiliation_rules import rules
from graph.extract.affiliations import affiliations
from tests.extract.marked import marked, shown

EXAMPLES = [
    pytest.param(example["text"], example["finds"], id=f"{rule.id}-{number}")
    for rule in rules()
    for number, example in enumerate(rule.entry["examples"])
]
NEAR_MISSES = [
    pytest.param(text, id=f"{rule.id}-{number}")
    for rule in rules()
    for number, text in enumerate(rule.entry["near_misses"])
]


def found(*texts: str, **fields: Any) -> list[str]:
    """Links in marked sentences, as the rule files write them."""
    annotated = [marked(text, **fields) for text in texts]
    return sorted(shown(link, annotated) for link in affiliations(annotated))


@pytest.mark.parametrize(("text", "finds"), EXAMPLES)
def test_rule_finds_its_example(text: str, finds: list[str]) -> None:
    """An example finds what the rule file says, and nothing else."""
    assert found(text) == sorted(finds)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_rule_leaves_its_near_miss(text: str) -> None:
    """A near miss finds nothing by any rule."""
    assert found(text) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_rule_explains_itself(rule: Any) -> None:
    """A rule says what it finds and shows an example and a near miss."""
    assert rule.entry["finds"]
    assert rule.entry["examples"]
    assert rule.entry["near_misses"]
