"""Which documents cite which."""

import pytest

from graph.model import Network
from graph.paths import shortest
from graph.references import cited_by, document_called
from graph.release import Material, release
from tests.support import claim, document, mention, network_of

FIRST = document("09LIMA1", "(U) Ana Belmonte met Luis Caro.", references=("08QUITO2", "07LIMA3", "08QUITO2"))
SECOND = document("08QUITO2", "(U) Hugo Vela met Rosa Tapia.", references=("07LIMA3",))
ANA, LUIS = mention(FIRST, "Ana Belmonte"), mention(FIRST, "Luis Caro")
HUGO, ROSA = mention(SECOND, "Hugo Vela"), mention(SECOND, "Rosa Tapia")
CLAIMS = [claim(FIRST, "MET_WITH", ANA, LUIS), claim(SECOND, "MET_WITH", HUGO, ROSA)]


@pytest.fixture
def network() -> Network:
    """Build two documents of which one cites the other, and both a third that is not there."""
    return network_of([FIRST, SECOND], [ANA, LUIS, HUGO, ROSA], CLAIMS)


def test_a_document_is_cited_by_those_whose_header_names_it(network: Network) -> None:
    """Imported or not, each cited document knows who cites it, each once and sorted."""
    assert cited_by(network) == {"07LIMA3": ("08QUITO2", "09LIMA1"), "08QUITO2": ("09LIMA1",)}


def test_a_citation_is_no_way_between_actors(network: Network) -> None:
    """Actors whose documents cite each other, or the same third, are not connected by that."""
    ids = {entity.name: entity.id for entity in network.entities.values()}
    assert shortest(network, ids["Ana Belmonte"], ids["Luis Caro"])
    assert not shortest(network, ids["Ana Belmonte"], ids["Hugo Vela"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("09LIMA1", "09LIMA1"),
        ("09lima1", "09LIMA1"),
        ("09 Lima 1", "09LIMA1"),
        ("07LIMA3", "07LIMA3"),
        ("LIMA", ""),
        ("LIMA1", ""),
        ("!", ""),
    ],
)
def test_a_document_is_found_by_its_whole_id(network: Network, typed: str, meant: str) -> None:
    """An id is matched whole, in any case and with blanks, also of a document that is only cited."""
    assert document_called(network, typed) == meant


def test_an_actor_of_that_name_goes_before_a_document() -> None:
    """A file may be called like a person whom it names; the person is meant then."""
    text = document("ana_belmonte", "(U) Ana Belmonte left.")
    assert document_called(network_of([text], [mention(text, "Ana Belmonte")]), "ana belmonte") == ""


def test_a_withheld_header_cites_nothing() -> None:
    """At a clearance below a document's, nobody sees what its header cites, nor that another is cited by it."""
    secret = document("09LIMA9", "(U) Ana Belmonte left.", "(S) Luis Caro left.", references=("08QUITO2",))
    material = Material((secret, SECOND), (), (), ())
    shown = release(material, "U")
    assert [each.id for each in shown.documents] == ["09LIMA9", "08QUITO2"]
    assert "08QUITO2" not in cited_by(network_of(shown.documents, []))
    assert cited_by(network_of(material.documents, []))["08QUITO2"] == ("09LIMA9",)
