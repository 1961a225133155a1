"""Loading into a real Neo4j: what differs is written, what is gone is removed, nothing else is touched."""

from collections.abc import Iterator

import neo4j
import pytest

from graph.errors import InputError, ServiceError
from graph.neo import load as loading
from graph.neo import rows
from graph.neo.connect import connect
from graph.neo.load import Counts, Options, Summary, load
from graph.neo.rows import Node
from graph.neo.settings import Settings
from tests.neo.synthetic import clear, nodes, relationships, state

pytestmark = pytest.mark.neo4j
PEOPLE, TIES = 50, 80
WRITES = [each.name for each in loading.statements("write")]


@pytest.fixture
def session(neo4j_server: Settings) -> Iterator[neo4j.Session]:
    """Open a session on an empty database."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as opened:
        clear(opened)
        yield opened


def fill(session: neo4j.Session) -> Summary:
    """Load the usual rows."""
    return load(session, nodes(PEOPLE), relationships(TIES, PEOPLE))


def loads(session: neo4j.Session) -> dict[str, str]:
    """Return which load wrote what."""
    found = session.run(
        "MATCH (n) RETURN n.id AS id, n.load AS load UNION ALL MATCH ()-[r]->() RETURN r.id AS id, r.load AS load"
    )
    return {record["id"]: record["load"] for record in found}


def test_a_load_stores_the_rows_as_they_are(session: neo4j.Session) -> None:
    """Every node has its labels and exactly its properties, every relationship its type, ends and properties."""
    assert fill(session) == Summary(Counts(created=PEOPLE), Counts(created=TIES))
    stored = {(*sorted(labels),): properties for labels, properties in session.run(
        "MATCH (n {id: 'person:7'}) RETURN labels(n), properties(n)")}  # fmt: skip
    (expected,) = (node for node in nodes(PEOPLE) if node.id == "person:7")
    assert list(stored) == [("Actor", "Entity", "Person")]
    assert {**stored["Actor", "Entity", "Person"], "load": ""} == {**expected.properties, "load": ""}
    ends = {tuple(record) for record in session.run("MATCH (a)-[r]->(b) RETURN r.id, type(r), a.id, b.id")}
    assert ends == {(r.id, r.type, r.source[1], r.target[1]) for r in relationships(TIES, PEOPLE)}


def test_loading_twice_writes_nothing(session: neo4j.Session) -> None:
    """The second load finds everything unchanged, and nothing bears its id."""
    fill(session)
    before = loads(session)
    assert fill(session) == Summary(Counts(unchanged=PEOPLE), Counts(unchanged=TIES))
    assert loads(session) == before


def test_only_changed_rows_are_written(session: neo4j.Session) -> None:
    """An edited node and an edited relationship are the only ones that the next load writes."""
    fill(session)
    before = loads(session)
    people = [*nodes(PEOPLE)]
    people[3] = rows.node("Entity", "person:3", ("Person", "Actor"), {"name": "Another", "kind": "person"})
    ties = [*relationships(TIES, PEOPLE)]
    old = ties[5]
    ties[5] = rows.relationship(old.type, old.id, old.source, old.target, {"modality": "denied"})
    assert load(session, people, ties) == Summary(Counts(0, 1, 0, PEOPLE - 1), Counts(0, 1, 0, TIES - 1))
    after = loads(session)
    assert {key for key in after if after[key] != before[key]} == {"person:3", old.id}
    assert session.run("MATCH (n {id: 'person:3'}) RETURN n.aliases").single(strict=True).value() is None


def test_what_is_gone_is_removed(session: neo4j.Session) -> None:
    """Rows that are no longer given leave; the state is that of a load of the others alone."""
    fill(session)
    fewer = [tie for tie in relationships(TIES, PEOPLE) if "person:3" not in {tie.source[1], tie.target[1]}]
    people = [node for node in nodes(PEOPLE) if node.id != "person:3"]
    summary = load(session, people, fewer)
    assert summary == Summary(Counts(removed=1, unchanged=49), Counts(removed=TIES - len(fewer), unchanged=len(fewer)))
    after = state(session)
    clear(session)
    load(session, people, fewer)
    assert after == state(session)


def test_other_tools_data_is_left_alone(session: neo4j.Session) -> None:
    """Nodes and relationships without a digest are never removed or changed."""
    session.run("CREATE (:Entity {name: 'mine'})-[:LIKES]->(:Thing {id: 'x'})").consume()
    fill(session)
    load(session, (), ())
    assert session.run("MATCH (a)-[r]->(b) RETURN a.name, type(r), b.id").values() == [["mine", "LIKES", "x"]]


def test_a_dry_run_counts_and_writes_nothing(session: neo4j.Session) -> None:
    """The counts are those that a load would give, and the database stays as it is."""
    dry = Options(dry_run=True)
    assert load(session, nodes(PEOPLE), relationships(TIES, PEOPLE), dry).nodes == Counts(created=PEOPLE)
    assert state(session)[:2] == (0, 0)
    fill(session)
    before = state(session)
    assert load(session, nodes(10), (), dry) == Summary(Counts(removed=PEOPLE - 10, unchanged=10), Counts(removed=TIES))
    assert state(session) == before


@pytest.mark.parametrize("batch", [7, 10_000])
def test_the_batch_makes_no_difference(session: neo4j.Session, batch: int) -> None:
    """Small batches store the same as one, and the progress adds up to all rows."""
    told: list[int] = []
    load(session, nodes(PEOPLE), relationships(TIES, PEOPLE), Options(batch, progress=told.append))
    after = state(session)
    clear(session)
    fill(session)
    assert after == state(session)
    assert sum(told) == PEOPLE + TIES


def test_a_relationship_without_its_node_is_an_error(session: neo4j.Session) -> None:
    """A row that finds no node, because another load removed it meanwhile, does not vanish without a word."""
    with pytest.raises(ServiceError, match="load again"):
        load(session, nodes(10), relationships(5, 1000))


def test_what_another_loader_made_meanwhile_is_stored_once(session: neo4j.Session, neo4j_server: Settings) -> None:
    """A node that was not there when the load began, but is when its batch is stored, becomes what its row says."""

    def late() -> Iterator[Node]:
        with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as other:
            other.run("CREATE (:Entity {id: 'person:7', name: 'too early'})").consume()
        yield from nodes(PEOPLE)

    load(session, late(), relationships(TIES, PEOPLE))
    after = state(session)
    clear(session)
    fill(session)
    assert after == state(session)


HOSTILE = [
    "'}) DETACH DELETE n //",
    '"; MATCH (n) DETACH DELETE n;',
    "`) REMOVE n:Entity //`",
    "\u202egnirts desrever",
    "nul\0inside",
    "line\r\n\u2028\x85\ttab",
    "\\u0027 \\",
    "e\u0301 \U0001f9ff \ufeff\uffff",
    "x" * 1_000_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_come_back_as_they_went(session: neo4j.Session, text: str) -> None:
    """Names, property names, ids and quotes that look like Cypher, or that few programs like, are values only."""
    key = text[:60].replace("\0", "")
    people = [
        rows.node("Entity", f"person:{text[: 8000 // 4]}", ("Person",), {"name": text, key: text, "aliases": [text]}),
        rows.node("Entity", "person:b", ("Person",), {"name": "b"}),
    ]
    tie = rows.relationship(
        "KILLED", f"r{text[:100]}", ("Entity", people[0].id), ("Entity", "person:b"), {"quotes": [text], key: text}
    )
    load(session, people, [tie])
    node, relationship = session.run("MATCH (a)-[r]->(b {id: 'person:b'}) RETURN a, r").single(strict=True)
    assert {**node, "load": ""} == {**people[0].properties, "load": ""}
    assert {**relationship, "load": ""} == {**tie.properties, "load": ""}
    assert load(session, people, [tie]) == Summary(Counts(unchanged=2), Counts(unchanged=1))


@pytest.mark.parametrize(
    ("identity", "properties", "named"),
    [
        ("person:a", {"name": "half \ud800"}, "person:a"),
        ("person:\udfff", {"name": "a"}, r"person:\\udfff"),
        ("person:a", {"key \ud800": "a"}, "person:a"),
        ("p" * 40_000, {"name": "a"}, "pppp.*its id is longer"),
        ("person:a", {"date": "1" * 40_000}, "person:a: its date is longer"),
        ("person:a", {"": "a"}, "person:a: the property name ''"),
        ("person:a", {"a\0b": "a"}, "person:a: the property name"),
        ("person:a", {"amount": 2**63}, "person:a: the number amount"),
    ],
)
def test_what_neo4j_cannot_hold_is_refused_by_name(identity: str, properties: dict[str, object], named: str) -> None:
    """The error names the row and what is wrong with it, in one line."""
    with pytest.raises(InputError, match=named) as raised:
        rows.node("Entity", identity, ("Person",), properties)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["RELATION", "LIKES", "X]->(b) DETACH DELETE a //", "`"])
def test_types_come_from_the_ontology_only(name: str) -> None:
    """A name that is none of the ontology's never becomes part of a statement."""
    tie = rows.relationship(name, "r", ("Entity", "a"), ("Entity", "b"), {})
    with pytest.raises(InputError, match="no relationship type"):
        tie.text(new=True)


def test_statements_find_nodes_by_index(session: neo4j.Session) -> None:
    """No statement of the loader looks through all nodes of a label, even in an empty database."""
    load(session, (), ())
    for name in WRITES:
        if name.startswith(("write/known", "write/await", "write/remove_relationships")):
            continue
        text = loading.statement(name).text.replace("r:RELATION ", "r:KILLED ")
        plan = session.run(f"EXPLAIN {text}", rows=[], ids=[]).consume().plan
        assert plan is not None
        assert not [step for step in operators(plan) if "Scan" in step], name


def operators(plan: dict[str, object]) -> list[str]:
    """List the steps of a plan."""
    children = plan.get("children", [])
    assert isinstance(children, list)
    return [str(plan["operatorType"]), *(step for child in children for step in operators(child))]
