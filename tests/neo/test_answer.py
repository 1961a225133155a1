"""Answering a question: a name that fits nothing is said, and whom one that fits several was taken for."""

from collections.abc import Iterator
from dataclasses import replace

import neo4j
import pytest

from graph.errors import NotFound, ServiceError
from graph.model import Network
from graph.neo.answer import Fitting, answer
from graph.neo.connect import connect
from graph.neo.library import question
from graph.neo.query import Limits, ask
from graph.neo.settings import Settings
from tests.neo.graphs import fill
from tests.neo.synthetic import clear
from tests.support import claim, document, mention, network_of

LIMITS = Limits(100, 30)


def example() -> Network:
    """Make a network of an article without numbered paragraphs, with two people of one surname and one alone."""
    words = "Ana Belmonte met Luis Caro.", "Rosa Belmonte met Pablo Montes. Ines Quiroga left."
    numbered = document("A1", *words, kind="article")
    text = replace(numbered, paragraphs=tuple(replace(each, number="") for each in numbered.paragraphs))
    people = [
        mention(text, name) for name in ("Ana Belmonte", "Luis Caro", "Rosa Belmonte", "Pablo Montes", "Ines Quiroga")
    ]
    ana, luis, rosa, pablo, _ = people
    return network_of([text], people, [claim(text, "MET_WITH", ana, luis), claim(text, "MET_WITH", rosa, pablo)])


@pytest.fixture(scope="module")
def session(neo4j_server: Settings) -> Iterator[neo4j.Session]:
    """Connect to a database that holds the example."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        fill(session, example())
        yield session


def test_the_choice_is_told_where_there_is_one() -> None:
    """One that fits is no choice, nor are several where the question takes all; many are counted."""
    several = tuple((f"Person {number}", f"person:{number}") for number in range(8))
    assert Fitting("x", several[:1], one=True).choice() == ""
    assert Fitting("x", several, one=False).choice() == ""
    assert Fitting("x", several[:2], one=True).choice() == (
        "'x' was taken for Person 0 (person:0); also: Person 1 (person:1)"
    )
    assert Fitting("x", several, one=True).choice().endswith(", Person 5 (person:5) and 2 more")


@pytest.mark.neo4j
def test_an_unknown_name_is_said(session: neo4j.Session) -> None:
    """It is not taken for an answer that there is no path; nor is a name of another kind."""
    for parameters, said in (
        ({"from": "Nobodyx", "to": "Ana Belmonte"}, "nothing is called 'Nobodyx'"),
        ({"from": "Ana Belmonte", "to": "Nobodyx"}, "nothing is called 'Nobodyx'"),
    ):
        with pytest.raises(NotFound) as error:
            answer(session, question("shortest-path"), parameters, LIMITS, print)
        assert said in str(error.value)
        assert "spelled-like" in str(error.value)
    with pytest.raises(NotFound, match="no case is called 'Ana Belmonte'"):
        answer(session, question("detained-in-case"), {"case": "Ana Belmonte"}, LIMITS, print)


@pytest.mark.neo4j
def test_the_one_that_is_told_is_the_one_that_is_taken(session: neo4j.Session) -> None:
    """Who was taken, and who else fits, is said, and the answer is about that one; a single one is no choice."""
    said: list[str] = []
    answered = answer(session, question("neighbourhood"), {"name": "belmonte", "hops": 1}, LIMITS, said.append)
    (line,) = said
    assert line.startswith(f"'belmonte' was taken for {answered.about[0]} (person:")
    assert {name for name in ("Ana Belmonte", "Rosa Belmonte") if name in line} == {"Ana Belmonte", "Rosa Belmonte"}
    assert answered.rows[0][-1].start_node["name"] == answered.about[0]
    said.clear()
    answer(session, question("timeline"), {"name": "Ana Belmonte"}, LIMITS, said.append)
    assert said == []


@pytest.mark.neo4j
def test_known_names_without_an_answer(session: neo4j.Session) -> None:
    """No path between two who are there is an empty answer that names them."""
    parameters = {"from": "quiroga", "to": "Luis Caro"}
    answered = answer(session, question("shortest-path"), parameters, LIMITS, print)
    assert (answered.rows, answered.about) == ([], ("Ines Quiroga", "Luis Caro"))


@pytest.mark.neo4j
def test_paragraphs_without_a_number_are_counted(session: neo4j.Session) -> None:
    """An article's paragraphs are told as #1, #2."""

    def paragraphs(short: str, **parameters: str) -> list[str]:
        found = ask(session, question(short).text, parameters)
        return [row[found.columns.index("paragraph")] for row in found.rows]

    assert paragraphs("document", document="A1") == ["#1", "#2"]
    assert paragraphs("mentions", name="Rosa Belmonte") == ["#2"]
    assert paragraphs("evidence", first="Ana Belmonte", second="Luis Caro") == ["#1"]
    (row,) = ask(session, question("named-together").text, {"name": "Rosa Belmonte"}).rows
    assert row == ("Ines Quiroga", "person", 1, ["A1, paragraph #2"])


@pytest.mark.neo4j
def test_a_pair_that_may_be_the_same_is_listed_once(session: neo4j.Session) -> None:
    """Two of one name fit each other, and are one pair."""
    with session.begin_transaction() as transaction:
        transaction.run("MATCH (n:Person {name: 'Rosa Belmonte'}) SET n.name = 'Ana Belmonte'").consume()
        transaction.commit()
    session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    rows = ask(session, question("possibly-same").text, {}).rows
    assert [row[:2] for row in rows] == [("Ana Belmonte", "Ana Belmonte")]


@pytest.mark.neo4j
def test_a_missing_plug_in_is_named(session: neo4j.Session) -> None:
    """What a question needs, and what to ask instead, is said in place of the server's words."""
    with pytest.raises(ServiceError, match=r"Graph Data Science plug-in.*best-connected or bridges"):
        answer(session, question("betweenness"), {}, LIMITS, print)


@pytest.mark.neo4j
def test_an_empty_graph_is_said(session: neo4j.Session) -> None:
    """Nothing can be asked of it; it can be filled."""
    clear(session)
    with pytest.raises(NotFound, match="empty; fill it: vinculo load"):
        answer(session, question("what-is-there"), {}, LIMITS, print)
