"""The rules for events: each finds its own examples and leaves its near misses alone."""

from dataclasses import replace
from typing import Any

import pytest

from graph.extract.events.telling import tell
from graph.extract.language.rule_files import load_yaml
from graph.extract.text import Annotated, Span
from graph.model import Document, Value
from tests.extract.marked import marked, shown

FILES = ("events", "involvement", "dealings", "seizures", "verdicts")
RULES = [pytest.param(rule, id=rule["id"]) for name in FILES for rule in load_yaml(f"rules/{name}.yaml")]
EXAMPLES = [
    pytest.param(example["text"], example["finds"], id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.values[0].get("examples", ()))  # type: ignore[union-attr]
]
NEAR_MISSES = [
    pytest.param(text, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.values[0].get("near_misses", ()))  # type: ignore[union-attr]
]


def measured(each: Annotated) -> Annotated:
    """Fill the properties of amounts: "40 kg cocaine", with "!" behind what only hides the drug."""
    return replace(each, spans=tuple(weighed(span) if span.kind == "quantity" else span for span in each.spans))


def weighed(span: Span) -> Span:
    """Read amount, unit and substance from a span's name."""
    amount, unit, substance = span.name.split(maxsplit=2)
    known: dict[str, Value] = {"amount": float(amount), "unit": unit, "amount_kg": float(amount)}
    cargo = {"cargo": True} if substance.endswith("!") else {}
    return replace(span, properties=known | {"substance": substance.rstrip("!")} | cargo)


def found(*texts: str, **fields: Any) -> list[str]:
    """Links in marked sentences, as the rule files write them, without those to the incident that tie a date."""
    annotated: list[Annotated] = [measured(marked(text, **fields)) for text in texts]
    body = " ".join(each.sentence.text for each in annotated)
    return sorted(
        {shown(link, annotated) for link in tell(Document("d", "article", body, "d.txt", ""), annotated).links}
    )


@pytest.mark.parametrize(("text", "finds"), EXAMPLES)
def test_rule_finds_its_example(text: str | list[str], finds: list[str]) -> None:
    """An example finds what the rule file says, and nothing else."""
    assert found(*([text] if isinstance(text, str) else text)) == sorted(finds)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_rule_leaves_its_near_miss(text: str | list[str]) -> None:
    """A near miss finds nothing by any rule."""
    assert found(*([text] if isinstance(text, str) else text)) == []
