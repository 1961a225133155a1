"""Other names: aliases of persons, nicknames."""

import pytest

from tests.extract.annotated import annotated, found, spans


def pairs(*paragraphs: str) -> list[tuple[str, str]]:
    """Pairs of alias and name that the text equates."""
    return [
        (each.spans[a].name, each.spans[b].name)
        for each in annotated(*paragraphs)
        for a, b, kind in each.same
        if kind == "ALIAS_OF"
    ]


@pytest.mark.parametrize(
    "words",
    [
        'Ana Olmo (aka "Faro") fled.',
        "Ana Olmo (a.k.a. Faro) fled.",
        'Ana Olmo, alias "Faro," fled.',
        "Ana Olmo, alias Faro, fled.",
        'Ana Olmo, also known as "Faro", fled.',
        "Ana Olmo, better known as Faro, fled.",
        "Ana Olmo, who goes by Faro, fled.",
        'Ana Olmo, 41, alias "Faro", fled.',
        'Ana Olmo ("Faro") fled.',
        "Ana Olmo, nicknamed 'Faro', fled.",
        "Ana Olmo (El Faro) fled.",
        "El Faro, Ana Olmo, fled.",
        'Ana Olmo ("el Faro") fled.',
        "Ana Olmo - alias Faro - fled.",
        'Ana Olmo, 41, a Peruvian smuggler nicknamed "Faro", fled.',
        "Ana Olmo, a Peruvian known as Faro, fled.",
    ],
)
def test_alias_in_the_texts_own_words(words: str) -> None:
    """However the text introduces it, an alias is a person of its own that the text equates with the name."""
    assert [(alias.removeprefix("El ").removeprefix("el "), name) for alias, name in pairs(words)] == [
        ("Faro", "Ana Olmo")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "A man known only as Faro fled.",
        'Police followed a trafficker nicknamed "Faro".',
        "The boss, who goes by the alias Faro, fled.",
        "Police arrested alias Faro in Tarma.",
        "Alias Faro was arrested in Tarma.",
    ],
)
def test_alias_without_a_name(words: str) -> None:
    """Whom a text knows by an alias alone is a person of that name."""
    assert found("person", words) == ["Faro"]


@pytest.mark.parametrize(
    "words",
    [
        "A town known as Faro burned.",
        'The plan, called "Faro", failed.',
        "The president called Faro today.",
        'The rebels called the "Day of Fire" a success.',
    ],
)
def test_what_is_called_so_and_nobody(words: str) -> None:
    """A thing or a place that is known by a name is no person."""
    assert found("person", words) == []


def test_what_is_quoted_behind_a_description_is_no_alias() -> None:
    """Only a word such as "nicknamed" makes what stands behind somebody's office his name."""
    assert pairs('Ana Olmo, commander of the "El Faro" garrison, fled.') == []


def test_alias_behind_somebody_elses_name() -> None:
    """An alias behind an apposition that names another is that one's."""
    assert pairs("Ana Olmo, a partner of Luis Pardo, alias Faro, fled.") == [("Faro", "Luis Pardo")]


def test_several_aliases() -> None:
    """Aliases in a row all belong to the one before them, but the next person does not."""
    text = 'They held Ana Olmo, aka "Faro" and "Norte 5"; Luis Pardo, known as "Tuercas"; and Rosa Niebla.'
    assert pairs(text) == [("Faro", "Ana Olmo"), ("Norte 5", "Ana Olmo"), ("Tuercas", "Luis Pardo")]


def test_alias_that_is_a_name() -> None:
    """An alias may be a full name."""
    assert pairs("Police seek Ana Olmo (aka Rosa Niebla Paz).") == [("Rosa Niebla Paz", "Ana Olmo")]


def test_alias_alone_elsewhere() -> None:
    """An alias that the document explains is a person wherever it stands."""
    assert found("person", 'Ana Olmo, alias "El Faro", fled. The trail of El Faro was lost.')[-1] == "El Faro"


def test_nickname_inside_a_name() -> None:
    """A nickname inside a name is the name's property, and no part of the name."""
    (person,) = [span for span in spans('The farm of Ana "La Flaca" Olmo burned.') if span.kind == "person"]
    assert (person.name, person.properties["alias"]) == ("Ana Olmo", "La Flaca")


def test_nickname_in_quotation_marks() -> None:
    """A nickname with its article in quotation marks is a person; a newspaper's name is none."""
    assert found("person", 'Marines seized "El Faro" at noon.') == ["El Faro"]
    assert found("person", 'It was printed in "El Universal" at noon.') == []


def test_called_is_no_alias() -> None:
    """Who calls somebody is not them."""
    assert pairs("President Olmo called Minister Pardo.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Olmo lives in Lima under the name Rosa Pardo.", [("Rosa Pardo", "Ana Olmo")]),
        ("Ana Olmo, using the false name of Rosa Pardo, fled.", [("Rosa Pardo", "Ana Olmo")]),
        ('Ana Olmo hid in Lima under the alias "Faro".', [("Faro", "Ana Olmo")]),
        ("Ana Olmo and Luis Drelm hid in Lima under the name Rosa Pardo.", []),
        ("Ana Olmo ran the firm under the name Comercial Brelta.", []),
        ("She hid in Lima under the name Rosa Pardo.", []),
    ],
)
def test_assumed_name(text: str, wanted: list[tuple[str, str]]) -> None:
    """A name that somebody goes by belongs to the only person named before it; a firm's name to nobody."""
    assert pairs(text) == wanted
