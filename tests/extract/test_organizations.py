"""Organisations: their names, kinds and acronyms."""

import pytest

from tests.extract.annotated import annotated, found, spans

ORGANIZED = {"cartel", "armed_group", "agency", "organization"}


def bodies(*paragraphs: str) -> list[tuple[str, str]]:
    """Kind and name of all organisations."""
    return [(span.kind, span.name) for span in spans(*paragraphs) if span.kind in ORGANIZED]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He works for the Ministry of Foreign Relations.", [("agency", "Ministry of Foreign Relations")]),
        ("The National Civilian Police met.", [("agency", "National Civilian Police")]),
        ("The National Drug Observatory met.", [("organization", "National Drug Observatory")]),
        ("The Oriente cartel paid.", [("cartel", "Oriente cartel")]),
        ("The Cartel del Oriente paid.", [("cartel", "Cartel del Oriente")]),
        ("The Norte drug cartel paid.", [("cartel", "Norte drug cartel")]),
        ("Los Halcones attacked.", [("cartel", "Los Halcones")]),
        ("Peruvian police raided it.", [("agency", "Peruvian police")]),
        ("The Mexican navy raided it.", [("agency", "Mexican navy")]),
        ("The Government of Peru answered.", [("agency", "Government of Peru")]),
        ("The government of Peru answered.", [("agency", "government of Peru")]),
        ("The Attorney General's Office opened a file.", [("agency", "Attorney General's Office")]),
        ("It came from Embassy Lorvik.", [("agency", "Embassy Lorvik")]),
        ("The DEA helped.", [("agency", "DEA")]),
        ("The Supreme Court ruled.", [("agency", "Supreme Court")]),
        ("The Olmo organization moved it.", [("cartel", "Olmo organization")]),
        ("The agency Norvik seized it.", [("agency", "Norvik")]),
        ("A gang called the Halcones seized it.", [("cartel", "Halcones")]),
        ("The Olmo Commando Unit claimed it.", [("armed_group", "Olmo Commando Unit")]),
        ("He chairs the Council of Peruvian President Ana Ruiz.", []),
        ("The Commission for Planning, Research and Statistics met.",
         [("agency", "Commission for Planning, Research and Statistics")]),
    ],
)  # fmt: skip
def test_organization(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each way to name an organisation gives its kind and full name."""
    assert bodies(text) == wanted


def test_shared_words() -> None:
    """Two organisations that share a word are two."""
    assert [name for _, name in bodies("The Army and Navy of Peru met.")] == ["Army of Peru", "Navy of Peru"]
    both = [name for _, name in bodies("The Armed Forces of Peru and Mexico will meet.")]
    assert both == ["Armed Forces of Peru", "Armed Forces of Mexico"]
    governments = [name for _, name in bodies("Officials of the Peruvian and Mexican Governments met.")]
    assert governments == ["Peruvian Government", "Mexican Government"]


def test_acronym_of_the_document() -> None:
    """An acronym in parentheses is bound to the name before it, and has its kind in the whole document."""
    first, second = annotated("The National Port Police (NPP) came. Later NPP left.")
    assert [(first.spans[a].name, first.spans[b].name, kind) for a, b, kind in first.same] == [
        ("NPP", "National Port Police", "SAME_AS")
    ]
    assert [(span.kind, span.name) for span in second.spans] == [("agency", "NPP")]


def test_name_and_acronym_in_parentheses() -> None:
    """A name in another language and an acronym in one pair of parentheses are both the same body."""
    (each,) = annotated("The Oriente Cartel (Cartel del Oriente, CDO) grew.")
    assert [each.spans[a].name for a, _, _ in each.same] == ["Cartel del Oriente", "CDO"]


def test_adjective_is_no_organization() -> None:
    """A head noun that only describes a person makes no organisation of the nationality."""
    assert bodies("A Mexican police officer slept.") == []


def test_person_in_an_office() -> None:
    """The office of a person is not part of a body's name."""
    assert ("person", "Gustavo Olmo") in [(s.kind, s.name) for s in spans("They searched the Office of Gustavo Olmo.")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He runs the company Drelm del Norte S.A., which belongs to Olmo.", "Drelm del Norte S.A."),
        ("He founded Drelm del Norte S.A. de C.V. in Lima.", "Drelm del Norte S.A. de C.V."),
        ("They worked for Transportes Olmo y Pardo Ltda. in Lima.", "Transportes Olmo y Pardo Ltda."),
        ("They own Olmo Trading, S. de R.L. in Lima.", "Olmo Trading, S. de R.L."),
    ],
)
def test_legal_form_belongs_to_the_name(text: str, name: str) -> None:
    """A legal form makes the capitalised words before it a company, stops and comma included."""
    assert [span.name for span in spans(text) if span.kind == "organization"] == [name]


def test_plain_word_in_a_gang_s_name() -> None:
    """A plain word with a capital letter inside a sentence belongs to the gang's name; one that opens it does not."""
    assert found("cartel", "They joined the Red Drelm gang.") == ["Red Drelm gang"]
    assert found("cartel", "Local Drelm gang was blamed.") == ["Drelm gang"]
