"""The rules of ``names.yaml`` and ``structure.yaml``: each finds its examples and leaves its near misses alone."""

from importlib.resources import files
from typing import Any

import pytest

from graph.documents import parse
from graph.extract import extract
from graph.extract.language.rule_files import load_yaml
from tests.support import document

RULES = [
    pytest.param(rule, id=rule["id"]) for name in ("names", "structure") for rule in load_yaml(f"rules/{name}.yaml")
]


def found(rule: str, example: Any) -> list[str]:
    """All that a rule finds in a text or a whole document: "kind name" and "TYPE source > target", in text order."""
    if isinstance(example, dict) and "document" in example:
        read = parse(example["document"], source="example.txt")
    else:
        read = document("D1", example["text"] if isinstance(example, dict) else example, kind="article")
    extraction = extract(read)
    names = {mention.key: mention.name or mention.text for mention in extraction.mentions}
    return [
        *(f"{mention.kind} {names[mention.key]}" for mention in extraction.mentions if mention.rule == rule),
        *(f"{c.type} {names[c.source]} > {names[c.target]}" for c in extraction.claims if c.rule == rule),
    ]


@pytest.mark.parametrize("rule", RULES)
def test_rule_finds_its_examples(rule: dict[str, Any]) -> None:
    """What the file says that a rule finds is what it finds, and nothing else."""
    assert [found(rule["id"], example) for example in rule["examples"]] == [e["finds"] for e in rule["examples"]]


@pytest.mark.parametrize("rule", RULES)
def test_rule_leaves_its_near_misses(rule: dict[str, Any]) -> None:
    """A near miss finds nothing by the rule."""
    assert [found(rule["id"], text) for text in rule["near_misses"]] == [[] for _ in rule["near_misses"]]


@pytest.mark.parametrize("rule", RULES)
def test_the_word_lists_of_a_rule_exist(rule: dict[str, Any]) -> None:
    """The lists that a rule says feed it are files of ``words/``."""
    folder = files("graph.extract").joinpath("words")
    assert [
        name
        for name in rule.get("words", ())
        if not (folder.joinpath(f"{name}.txt").is_file() or folder.joinpath(f"{name}.yaml").is_file())
    ] == []
