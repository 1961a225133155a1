"""Seizures of several things at once, and the titles they get."""

import pytest

from graph.documents import parse
from graph.extract import extract


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Police found 2 million euros and three kilos of heroin in Lima.",
            ["Seizure of EUR 2,000,000", "Seizure of 3 kg of heroin"],
        ),
        (
            "Police seized 2.5 kilos of heroin and 40,000 dollars in Lima.",
            ["Seizure of 2.5 kg of heroin", "Seizure of USD 40,000"],
        ),
        ("Police seized 12 billion pesos in Lima.", ["Seizure of pesos 12,000,000,000"]),
    ],
)
def test_money_and_drugs_are_both_seized(text: str, titles: list[str]) -> None:
    """Money and drugs in one list are both taken; amounts in titles are written plainly."""
    mentions = extract(parse(text, source="a.txt")).mentions
    assert [each.name for each in mentions if each.kind == "seizure"] == titles
