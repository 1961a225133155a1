"""Organisations that a name says to be part of others."""

import pytest

from graph.extract.affiliations.parts import parts
from tests.extract.marked import marked, shown


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        (
            "The [A Office of Maps of the Harbour Police] opened.",
            ["PART_OF Office of Maps of the Harbour Police > Harbour Police"],
        ),
        (
            "The [A Harbour Police Dive Unit] joined the [A Harbour Police].",
            ["PART_OF Harbour Police Dive Unit > Harbour Police"],
        ),
        ("The [A Harbour Police] dive unit ([A DIVU]) opened.", ["PART_OF DIVU > Harbour Police"]),
        ("The [A Harbour Police] [A Dive Unit] opened.", ["PART_OF Dive Unit > Harbour Police"]),
    ],
)
def test_part_is_read_from_the_name(text: str, finds: list[str]) -> None:
    """A unit "of the" whole, behind its name or beside it is part of it."""
    annotated = [marked(text)]
    assert [shown(link, annotated) for link in parts(annotated)] == finds


@pytest.mark.parametrize(
    "text",
    [
        "The [A Ministry of the Interior] opened.",
        "The [A Bank of the South] and the [A Harbour Police] met.",
        "[A National Police] spoke.",
    ],
)
def test_whole_names_have_no_parts(text: str) -> None:
    """A name with "of the" that names no other body, or none at all, is no part."""
    assert parts([marked(text)]) == []
