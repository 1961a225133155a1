"""Names folded and taken apart, and the word lists for it."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identify import name
from graph.identify.words import Words, words
from graph.names import fold, squeeze


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Núñez-Caro", "nunez caro"),
        ("  NUÑEZ \n CARO ", "nunez caro"),
        ("O'Brien and D’Alba", "obrien and dalba"),
        ("the Attorney General’s Office", "the attorney general office"),
        ("U.S. Navy", "us navy"),
        ("M.V. Estrella", "mv estrella"),
        ("J. P. Caro", "j p caro"),
        ("Straße, Łódź, Ærø", "strasse lodz aero"),
        ("“¶”", ""),
    ],
)
def test_what_reads_the_same_folds_the_same(text: str, folded: str) -> None:
    """Case, accents, hyphens, apostrophes, dots and blanks do not tell names apart."""
    assert fold(text) == folded
    assert squeeze(text) == folded.replace(" ", "")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folded form, lower case, with single blanks."""
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


def test_a_persons_name_has_parts_generation_and_nickname() -> None:
    """Particles join, "Jr." tells, and what stands in quotes is a nickname."""
    found = name.person_name("Rosa “La Negra” de la Vega Jr.")
    assert (found.parts, found.generation, found.nickname) == (("rosa", "vega"), "jr", "negra")
    assert name.person_name("El Gordo").brief
    assert name.person_name("de la Vega").key == "vega"


def test_an_organisations_name_has_countries_and_initials() -> None:
    """A country counts once, as noun or adjective; initials come with and without "of"."""
    noun, adjective = (name.organisation_name(text) for text in ("Armed Forces of Peru", "the Peruvian Armed Forces"))
    assert noun.key == adjective.key == "armed forces @peru"
    assert noun.initials == {"afop", "afp"}
    assert name.organisation_name("Equatorial Guinea Navy").territories == {"equatorial guinea"}
    assert name.organisation_name("HWB").brief
    assert not name.organisation_name("Harbour").brief


def test_every_entry_of_the_word_lists_can_match() -> None:
    """An entry that is not folded, or that YAML took for true or a number, would never be met."""
    for field in fields(Words):
        entries = getattr(words(), field.name)
        assert entries, field.name
        assert all(isinstance(entry, str) and fold(entry) == entry for entry in entries if entry != "&"), field.name
