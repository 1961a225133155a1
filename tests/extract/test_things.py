"""Places, cases, vessels and masked sources."""

import pytest

from tests.extract.annotated import found, spans


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He flew from Lima to Mexico City.", ["Lima", "Mexico City"]),
        ("It lies in the Puno region of Peru.", ["Puno region", "Peru"]),
        ("It came through Callao port.", ["Callao port"]),
        ("They met in the state of Norvik.", ["Norvik"]),
        ("The camp is in the Drelm Valley.", ["Drelm Valley"]),
        ("He was held in Lorvik, Colombia.", ["Lorvik", "Colombia"]),
        ("They crossed Rio Verde at night.", ["Rio Verde"]),
        ("They live in the United States.", ["United States"]),
        ("A U.S. official came.", []),
        ("He was held in Castro Olmo prison.", ["Castro Olmo prison"]),
    ],
)
def test_place(text: str, wanted: list[str]) -> None:
    """Listed places, places made by a noun, and no adjectives."""
    assert found("place", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Operation Lantern (Light) ended.", ["Operation Lantern"]),
        ("The Barracuda case was closed.", ["Barracuda case"]),
        ("In the 1999 Guava case they met.", ["Guava case"]),
        ("The Olmo and Pardo Niebla cases drag on.", ["Olmo case", "Pardo Niebla case"]),
        ("In this case and in most cases it failed.", []),
        ("In the Supreme Court case it failed.", []),
    ],
)
def test_case(text: str, wanted: list[str]) -> None:
    """Named operations and cases; two that share the noun are two."""
    assert found("case", text) == wanted


def test_case_properties() -> None:
    """A gloss in parentheses and a year before the name are kept."""
    (operation,) = [s for s in spans("Operation Lantern (Light) ended.") if s.kind == "case"]
    assert operation.properties["gloss"] == "Light"
    (case,) = [s for s in spans("In the 1999 Guava case they met.") if s.kind == "case"]
    assert case.properties["date"] == "1999"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police boarded the ship Aurora off the coast.", ["Aurora"]),
        ('The boat "Ceiba 2" was towed.', ["Ceiba 2"]),
        ("The M/V Norte 2 left.", ["Norte 2"]),
        ("They stopped the fishing boat 'Dona Rosa'.", ["Dona Rosa"]),
        ("It was stopped by the Coast Guard Cutter Lorvik.", ["Coast Guard Cutter Lorvik"]),
        ("They seized the fishing vessel Dona Brelta in port.", ["Dona Brelta"]),
        ("They met ship Captain Olmo.", []),
        ("The boat, Aurora, was towed.", ["Aurora"]),
        ("The captain of the boat, Ana Olmo, and two of the crew were held.", []),
        ("The crew of the fishing boat, Ana Olmo and Luis Pardo, were held.", []),
        ("Aboard the boat, Ana Olmo and two others were found.", []),
        ("The captain of the boat Aurora was held.", ["Aurora"]),
        ("The ship was empty.", []),
    ],
)
def test_vessel(text: str, wanted: list[str]) -> None:
    """Ships and boats with a name."""
    assert found("vessel", text) == wanted


def test_flag() -> None:
    """A vessel's flag and kind are kept."""
    (ship,) = [s for s in spans('In May, Peruvian flagged vessel "Ola 1" sank.') if s.kind == "vessel"]
    assert (ship.properties["flag"], ship.properties["type"]) == ("Peruvian", "vessel")


def test_tail_number() -> None:
    """An aircraft is known by its tail number."""
    assert found("aircraft", "A Cessna bearing tail number N123AB landed.") == ["N123AB"]


def test_mask() -> None:
    """Each mask is a source, and no person."""
    assert [s.kind for s in spans("XXXXXXXXXXXX said that XXXXXXXXXXXX had left.")] == ["source", "source"]
