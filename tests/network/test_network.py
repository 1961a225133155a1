"""Entities and claims → the network."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identify import identify
from graph.model import Claim, Document, Mention, Relation
from graph.network import build, to_networkx
from tests.support import claim, document, mention, network_of

TEXT = document(
    "D1",
    "(C) Ana Belmonte met Luis Caro and XXXXXXXXXXXX.",
    "(U) Luis Caro met Ana Belmonte in Puerto Claro, said XXXXXXXXXXXX.",
    date="2009-11-25",
)
ANA, LUIS = mention(TEXT, "Ana Belmonte"), mention(TEXT, "Luis Caro")
ANA2, LUIS2 = mention(TEXT, "Ana Belmonte", occurrence=1), mention(TEXT, "Luis Caro", occurrence=1)
MASK = mention(TEXT, "XXXXXXXXXXXX", "source", 1)
PORT = mention(TEXT, "Puerto Claro", "place")
MARKS = [ANA, LUIS, ANA2, LUIS2, MASK, PORT]


def relations(*claims: Claim) -> list[Relation]:
    """Build the relations of claims about ``MARKS``."""
    return list(network_of([TEXT], MARKS, claims).relations.values())


def test_claims_that_say_the_same_are_one_relation_with_all_quotes() -> None:
    """Two sentences that say the same of the same two make one edge with two quotes, as sure as the surer one."""
    (met,) = relations(claim(TEXT, "ARRESTED", ANA, LUIS, confidence=0.5), claim(TEXT, "ARRESTED", ANA2, LUIS2))
    assert [(e.paragraph, e.marking, e.confidence) for e in met.evidence] == [("1", "C", 0.5), ("2", "U", 1.0)]
    assert met.confidence == 1.0
    assert all(TEXT.text[e.start : e.end] == e.quote for e in met.evidence)


@pytest.mark.parametrize(
    "other",
    [
        claim(TEXT, "KILLED", ANA, LUIS),
        claim(TEXT, "ARRESTED", LUIS, ANA),
        claim(TEXT, "ARRESTED", ANA, LUIS, modality="denied"),
        claim(TEXT, "ARRESTED", ANA, LUIS, date="2009"),
        claim(TEXT, "ARRESTED", ANA, LUIS, role="helper"),
    ],
    ids=["type", "direction", "modality", "date", "role"],
)
def test_claims_that_say_something_else_are_another_relation(other: Claim) -> None:
    """Type, direction, modality, date and role tell relations apart: a denied arrest never adds to a stated one."""
    assert len(relations(claim(TEXT, "ARRESTED", ANA, LUIS), other)) == 2


def test_a_symmetric_relation_has_one_direction() -> None:
    """Who met whom does not matter; with a role it does, since the role is one side's."""
    assert len(relations(claim(TEXT, "MET_WITH", ANA, LUIS), claim(TEXT, "MET_WITH", LUIS2, ANA2))) == 1
    linked = [claim(TEXT, "LINKED_TO", a, b, role="cousin") for a, b in ((ANA, LUIS), (LUIS2, ANA2))]
    assert len(relations(*linked)) == 2


def test_a_symmetric_relation_begins_with_who_acts() -> None:
    """An actor is linked to a case, also where the text has it the other way round."""
    text = document("D1", "The Amber Sky case involves Luis Caro.")
    case, luis = mention(text, "Amber Sky case", "case"), mention(text, "Luis Caro")
    network = network_of([text], [case, luis], [claim(text, "LINKED_TO", case, luis)])
    (linked,) = network.relations.values()
    assert network.entities[linked.source].kind == "person"


def test_what_is_about_identity_or_about_one_entity_is_no_relation() -> None:
    """An alias is not drawn, and nobody is related to himself."""
    assert relations(claim(TEXT, "ALIAS_OF", LUIS, ANA)) == []
    assert relations(claim(TEXT, "MET_WITH", ANA, ANA2)) == []


def test_a_claim_without_its_document_mentions_or_quote_is_no_relation() -> None:
    """Whatever a filter took away takes its edges along: there is no edge without evidence."""
    met = claim(TEXT, "MET_WITH", ANA, LUIS)
    entities = identify([ANA, LUIS], [met])
    assert len(build([TEXT], entities, [met]).relations) == 1
    assert not build([], entities, [met]).relations
    assert not build([TEXT], entities[:1], [met]).relations
    empty = Claim("D1", met.start, met.start, "MET_WITH", ANA.key, LUIS.key, quote="")
    assert not build([TEXT], entities, [empty]).relations


def test_evidence_names_who_says_so() -> None:
    """A quote that the text attributes carries the entity of the source."""
    network = network_of([TEXT], MARKS, [claim(TEXT, "MET_WITH", LUIS2, ANA2, attributed_to=MASK)])
    (met,) = network.relations.values()
    assert network.entities[met.evidence[0].attributed_to].kind == "source"


def test_words_that_two_rules_read_are_one_quote() -> None:
    """The same words are no second witness; the surer rule is named."""
    sure, unsure = claim(TEXT, "MET_WITH", ANA, LUIS), claim(TEXT, "MET_WITH", ANA, LUIS, confidence=0.4)
    (met,) = relations(unsure, sure)
    assert [e.confidence for e in met.evidence] == [1.0]


def test_what_claims_add_is_kept() -> None:
    """Properties beside date and role are joined where claims differ."""
    first, second = claim(TEXT, "KILLED", ANA, LUIS, weapon="knife"), claim(TEXT, "KILLED", ANA2, LUIS2, weapon="gun")
    (killed,) = relations(first, second)
    assert dict(killed.properties) == {"weapon": "knife; gun"}


def test_entities_without_relations_stay() -> None:
    """A place that nobody is said to be in is still in the network."""
    assert {e.name for e in network_of([TEXT], MARKS).entities.values()} >= {"Puerto Claro", "Ana Belmonte"}


def test_networkx_gets_every_node_and_edge() -> None:
    """The graph for NetworkX has the same nodes and edges, keyed by the same ids."""
    network = network_of([TEXT], MARKS, [claim(TEXT, "MET_WITH", ANA, LUIS), claim(TEXT, "ARRESTED", ANA, LUIS)])
    drawn = to_networkx(network)
    assert set(drawn.nodes) == set(network.entities)
    assert {(s, t, key) for s, t, key in drawn.edges(keys=True)} == {
        (r.source, r.target, r.id) for r in network.relations.values()
    }
    assert all(data["evidence"] and data["type"] for _, _, data in drawn.edges(data=True))


CLAIMS = st.builds(
    claim,
    st.just(TEXT),
    st.sampled_from(["MET_WITH", "ARRESTED", "LINKED_TO", "ALIAS_OF"]),
    st.sampled_from(MARKS),
    st.sampled_from(MARKS),
    modality=st.sampled_from(["asserted", "denied"]),
    confidence=st.sampled_from([0.5, 1.0]),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(CLAIMS, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(claims: list[Claim], chance: random.Random) -> None:
    """Same documents, entities and claims: the same network, in the same order, whatever came first."""
    documents: list[Document] = [TEXT, document("D0", "Nothing.")]
    marks: list[Mention] = list(MARKS)
    expected = network_of(documents, marks, claims)
    for items in (documents, marks, claims):
        chance.shuffle(items)
    found = network_of(documents, marks, claims)
    assert list(found.relations.values()) == list(expected.relations.values())
    assert list(found.entities) == list(expected.entities)
    assert list(found.documents) == list(expected.documents)
