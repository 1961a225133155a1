"""The golden cases: a fragment or a cable and what is read from it. Add an entry to a file, get a test."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.documents import parse
from graph.model import Document

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(Path(__file__).parent.joinpath("cases").glob("*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def actual(document: Document, field: str) -> Any:
    """Return a field as the cases write it."""
    if field == "paragraphs":
        return [f"{p.number or '-'} {p.marking}".strip() for p in document.paragraphs]
    if field == "headings":
        return [p.heading for p in document.paragraphs]
    if field == "problems":
        return len(document.problems)
    value = getattr(document, field)
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    """Each field of the case is read as the case says, and spans of fields lie within the text."""
    kind = case.get("kind", "cable")
    document = parse(case["text"], source="fragment.txt", kind=kind)
    expected = {field: value for field, value in case.items() if field not in {"name", "text", "kind"}}
    assert {field: actual(document, field) for field in expected} == expected
    assert all(0 <= start < end <= len(document.text) for start, end in document.fields.values())


def test_there_are_enough() -> None:
    """The cases stay a wide sample: at least two hundred, no name twice in a file."""
    names = [param.id for param in CASES]
    assert len(names) >= 200
    assert len(set(names)) == len(names)
