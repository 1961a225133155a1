"""The network as rows."""

from graph.neo import rows
from tests.support import claim, document, mention, network_of

TEXT = document(
    "D1", "(C) Ana Belmonte met Luis Caro in 2007.", "Ana Belmonte left.", references=("D2",), title="Harbour"
)
ANA, LUIS, AGAIN = (
    mention(TEXT, "Ana Belmonte", role="judge"),
    mention(TEXT, "Luis Caro"),
    mention(TEXT, "Ana Belmonte", occurrence=1),
)
NETWORK = network_of([TEXT], [ANA, LUIS, AGAIN], [claim(TEXT, "MET_WITH", ANA, LUIS, date="2007")])


def test_every_part_of_the_network_is_a_row() -> None:
    """Entities, documents, what they cite and their paragraphs are nodes with labels; ids are unique per label."""
    nodes = list(rows.nodes(NETWORK))
    labels = sorted((node.base, *node.labels, node.properties.get("name", node.id)) for node in nodes)
    assert labels == [
        ("Document", "D1"),
        ("Document", "D2"),
        ("Entity", "Person", "Actor", "Ana Belmonte"),
        ("Entity", "Person", "Actor", "Luis Caro"),
        ("Paragraph", "D1#0"),
        ("Paragraph", "D1#1"),
    ]
    assert len({(node.base, node.id) for node in nodes}) == len(nodes)
    cited = next(node for node in nodes if node.id == "D2")
    assert cited.properties["imported"] is False


def test_relationships_carry_their_quotes() -> None:
    """A relation has one entry a quote in each list, the date and modality, and the id that the export writes."""
    relationships = list(rows.relationships(NETWORK))
    assert sorted(each.type for each in relationships) == [
        "HAS_PARAGRAPH", "HAS_PARAGRAPH", "MENTIONS", "MENTIONS", "MENTIONS", "MET_WITH", "REFERS_TO",
    ]  # fmt: skip
    met = relationships[0]
    assert {met.id} == set(NETWORK.relations)
    assert met.properties["quotes"] == ["Ana Belmonte met Luis Caro in 2007."]
    assert (met.properties["markings"], met.properties["date"], met.properties["modality"]) == (
        ["C"],
        "2007",
        "asserted",
    )
    assert "attributed_to" not in met.properties, "a list of nothing but empty texts is left out"
    ends = {(node.base, node.id) for node in rows.nodes(NETWORK)}
    assert all({each.source, each.target} <= ends for each in relationships)


def test_the_digest_is_of_all_that_is_stored() -> None:
    """Same row, same digest; another label, property or end gives another."""
    made = [
        rows.node("Entity", "a", ("Person",), {"name": "x"}),
        rows.node("Entity", "a", ("Cartel",), {"name": "x"}),
        rows.node("Entity", "a", ("Person",), {"name": "y"}),
        rows.node("Document", "a", ("Person",), {"name": "x"}),
    ]
    assert len({each.digest for each in made}) == len(made)
    assert made[0] == rows.node("Entity", "a", ("Person",), {"name": "x"})


def test_empty_lists_are_left_out_and_zeros_stay() -> None:
    """The importer could not tell them from nothing; a place that begins at 0 is something."""
    row = rows.node("Entity", "a", (), {"aliases": [], "tags": ["", ""], "starts": [0], "names": ["", "x"]})
    assert set(row.properties) == {"starts", "names", "id", "digest"}
