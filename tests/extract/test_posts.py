"""A post's officers without a name: what they do, the post that wrote the cable does."""

import pytest

from graph.extract import extract
from graph.model import Document, Paragraph


def met(sentence: str) -> set[tuple[str, str]]:
    """Give who met whom in a cable of one sentence."""
    text = f"From: Embassy Lorvik\n\n1. (C) {sentence}\n"
    fields = {"origin": (6, 6 + len("Embassy Lorvik"))}
    paragraphs = (Paragraph("1", "C", text.index("1."), len(text)),)
    extraction = extract(Document("D1", "cable", text, "D1.txt", "", fields=fields, paragraphs=paragraphs))
    names = {mention.key: mention.name for mention in extraction.mentions}
    return {(names[claim.source], names[claim.target]) for claim in extraction.claims if claim.type == "MET_WITH"}


@pytest.mark.parametrize(
    "sentence",
    [
        "On May 2, Poloff met with Minister Ana Ruiz.",
        "The DCM met with Minister Ana Ruiz.",
        "Charge met with Minister Ana Ruiz.",
        "The Ambassador met with Minister Ana Ruiz.",
    ],
)
def test_the_post_met_whom_its_officer_met(sentence: str) -> None:
    """An officer whom no header names stands for the embassy that wrote the cable."""
    assert met(sentence) == {("Embassy Lorvik", "Ana Ruiz")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The French ambassador met with Minister Ana Ruiz.",
        "A visiting lawyer met with Minister Ana Ruiz.",
        "Minister Ana Ruiz told Poloff that all was quiet.",
    ],
)
def test_not_everyone_acts_for_the_post(sentence: str) -> None:
    """Somebody else's ambassador does not act for the post, and to tell an officer something is no meeting with it."""
    assert met(sentence) == set()
