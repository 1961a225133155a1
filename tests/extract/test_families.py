"""Surnames that several bear: siblings and organisations named after a person."""

from dataclasses import replace

from graph.extract.affiliations.affiliations import affiliations
from tests.extract.marked import marked, shown


def found(*texts: str) -> list[str]:
    """Links in marked sentences, in text order."""
    annotated = [marked(text) for text in texts]
    return [shown(link, annotated) for link in affiliations(annotated)]


def test_siblings_by_surname() -> None:
    """Naming "the Caro brothers" links the people of that surname, each pair once."""
    assert found("The Caro brothers fled.", "Police caught [P Luis Caro].", "Later [P Jon Caro] gave up.") == [
        "LINKED_TO Luis Caro > Jon Caro"
    ]


def test_siblings_without_names() -> None:
    """A family of whom one member or none is named links nobody."""
    assert found("The Caro brothers fled.", "Police caught [P Luis Caro].") == []


def test_the_brothers_stand_for_all() -> None:
    """The words "The brothers" are those whom the text has named."""
    links = found(
        "The Caro brothers fled.",
        "[P Luis Caro] and [P Jon Caro] hid.",
        "The brothers were friends of [P Ana Ruiz].",
    )
    assert links[1:] == ["LINKED_TO Luis Caro > Ana Ruiz", "LINKED_TO Jon Caro > Ana Ruiz"]


def test_one_of_the_brothers_stands_for_all() -> None:
    """What holds of "one of two brothers" as such holds of both."""
    links = found(
        "The Caro brothers fled.",
        "[P Jon Caro] hid.",
        "[P Luis Caro] is one of two brothers deeply involved in the [K Herons].",
    )
    assert links[1:] == ["MEMBER_OF Jon Caro > Herons", "MEMBER_OF Luis Caro > Herons"]


def test_organisation_named_after_its_head() -> None:
    """An organisation of a surname is headed by its only bearer in the text."""
    assert found("Police caught [P Luis Caro].", "The Caro organization owned boats.") == [
        "HEAD_OF Luis Caro > Caro organization"
    ]


def test_organisation_of_an_ambiguous_name() -> None:
    """Two bearers of the name leave open who heads it."""
    assert found("Police caught [P Luis Caro].", "[P Jon Caro] fled.", "The Caro organization owned boats.") == []


def test_second_mention_by_family_word() -> None:
    """A family word after an owner is the relative whom the text has named."""
    links = found("[P Luis Caro]'s son, [P Jon Caro], fled.", "Caro's son worked for the [A Harbour Police].")
    assert links[0] == "LINKED_TO Jon Caro > Luis Caro"


def test_government_of_a_namesake() -> None:
    """A government is not headed by a namesake who holds another office."""
    chief, text = marked("Police chief [P Luis Caro] fled."), marked("The Caro administration fell.")
    person = replace(chief.spans[0], properties={"role": "police chief"})
    assert affiliations([replace(chief, spans=(person,)), text]) == []
