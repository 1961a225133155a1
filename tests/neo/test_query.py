"""Asking Neo4j: what is read comes back whole, what would write is refused."""

import csv
import io
import json
from collections.abc import Iterator

import neo4j
import pytest

from graph.cli.app import run
from graph.errors import InputError
from graph.neo.connect import connect
from graph.neo.library import question
from graph.neo.parameters import parameters_for, split_assignments, untyped
from graph.neo.query import Limits, ask
from graph.neo.settings import Settings
from graph.neo.values import plain, text_of
from tests.neo.graphs import fill, seeds_network

WRITING = [
    "CREATE (n:Intruder) RETURN n",
    "// only reads\nMERGE (n:Intruder) RETURN n",
    "MATCH (n:Entity) SET n.name = 'x'",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
    "CREATE INDEX intruder FOR (n:Intruder) ON n.id",
    "CREATE USER intruder SET PASSWORD 'intruder-1'",
    "CALL db.createLabel('Intruder')",
    "PROFILE CREATE (n:Intruder) RETURN n",
    "RETURN 1; CREATE (n:Intruder)",
]


@pytest.fixture(scope="module")
def session(neo4j_server: Settings) -> Iterator[neo4j.Session]:
    """Connect, for writing too, to a database that holds the seeds."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        fill(session, seeds_network())
        yield session


@pytest.fixture
def reachable(neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Name the server in the environment, as users do."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return neo4j_server


def test_parameters_have_the_type_of_their_example() -> None:
    """What is typed becomes what the example is: a number for a number, text for text."""
    taken = parameters_for(question("neighbourhood"), {"name": "007", "hops": "3"})
    assert taken == {"name": "007", "hops": 3}
    assert parameters_for(question("least-sure"), {"confidence": "1"}) == {"confidence": 1.0}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": "x"}, "needs hops"),
        ({"nam": "x", "hops": "2"}, "has no parameter nam and needs name"),
        ({"name": "x", "hops": "2", "more": ""}, "has no parameter more"),
        ({"name": "x", "hops": "two"}, "hops: 'two' is not a whole number; for example hops=2"),
        ({"name": "x", "hops": "9"}, "hops: 9 is not between 1 and 4"),
        ({"name": "x", "hops": "0"}, "hops: 0 is not between 1 and 4"),
    ],
)
def test_wrong_parameters_are_named(given: dict[str, str], said: str) -> None:
    """Unknown, missing and mistyped parameters are named, with the right use beside them."""
    with pytest.raises(InputError) as error:
        parameters_for(question("neighbourhood"), given)
    assert said in str(error.value)


@pytest.mark.parametrize("asked", ["happened-between", "seizures-between", "changed-between"])
def test_dates_are_dates(asked: str) -> None:
    """A period is from one year, month or day to another that is not before it; anything else is named."""
    for since, until in (("2007", "2009-06-30"), ("2009-06", "2009"), ("2009", "2009")):
        assert parameters_for(question(asked), {"since": since, "until": until}) == {"since": since, "until": until}
    for since, until, said in (
        ("soon", "2009", "'soon' is no date; write 2009-11-25, 2009-11 or 2009"),
        ("2007", "2009-02-30", "'2009-02-30' is no date"),
        ("2007", "", "'' is no date"),
        ("2010", "2009-12", "nothing is since 2010 and until 2009-12"),
    ):
        with pytest.raises(InputError) as error:
            parameters_for(question(asked), {"since": since, "until": until})
        assert said in str(error.value)


def test_assignments_are_taken_apart_at_the_first_equals_sign() -> None:
    """A value may hold an equals sign or be empty; a word without one is no assignment; no name twice."""
    assert split_assignments(["a=b=c", "d="]) == {"a": "b=c", "d": ""}
    for words in (["a"], ["=b"], ["a=1", "a=2"]):
        with pytest.raises(InputError):
            split_assignments(words)


def test_parameters_of_own_statements_are_guessed() -> None:
    """Numbers, booleans and lists are taken as such, anything else as text; one too many is named."""
    assert untyped("RETURN $a, $b, $c", {"a": "3", "b": "[1]", "c": "x y"}) == {"a": 3, "b": [1], "c": "x y"}
    with pytest.raises(InputError, match="no parameter d"):
        untyped("RETURN $a", {"d": "1"})


@pytest.mark.neo4j
@pytest.mark.parametrize("text", WRITING)
def test_what_would_write_is_refused(session: neo4j.Session, text: str) -> None:
    """Writing, schema and administration are refused before they run, even in a session that may write."""
    before = ask(session, "MATCH (n) RETURN count(n), sum(size(keys(n)))", {}).rows
    with pytest.raises((InputError, neo4j.exceptions.ClientError)):
        ask(session, text, {})
    assert ask(session, "MATCH (n) RETURN count(n), sum(size(keys(n)))", {}).rows == before
    assert ask(session, "SHOW INDEXES YIELD name WHERE name = 'intruder' RETURN name", {}).rows == []


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "text",
    [
        "LOAD CSV FROM 'file:///names.csv' AS line RETURN line",
        "MATCH (n) CALL (n) { LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x' AS line RETURN line } RETURN line",
    ],
)
def test_no_statement_opens_files(session: neo4j.Session, text: str) -> None:
    """Reading files or addresses from within a statement is refused before it runs."""
    with pytest.raises(InputError, match="would open files"):
        ask(session, text, {})


@pytest.mark.neo4j
def test_markings_are_taken_in_any_case(session: neo4j.Session) -> None:
    """A marking typed in small letters is the same marking."""
    rows = [ask(session, question("facts-at-marking").text, {"marking": typed}).rows for typed in ("SBU", " sbu")]
    assert rows[0]
    assert rows[0] == rows[1]


@pytest.mark.neo4j
def test_limits(session: neo4j.Session) -> None:
    """More rows than the limit are cut, and that is said; exactly as many are not cut; time is limited too."""
    assert ask(session, "UNWIND range(1, 5) AS x RETURN x", {}, Limits(rows=4)).cut
    answer = ask(session, "UNWIND range(1, 5) AS x RETURN x", {}, Limits(rows=5))
    assert (len(answer.rows), answer.cut) == (5, False)
    endless = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y)"
    with pytest.raises(InputError, match=r"no answer within 0\.5 s"):
        ask(session, endless, {}, Limits(seconds=0.5))


@pytest.mark.neo4j
def test_values_become_plain(session: neo4j.Session) -> None:
    """Nodes, relationships, paths and dates become what JSON knows, and one cell of text."""
    text = """
        MATCH path = (a:Person)-[r:RELEASED]->(b) WITH * LIMIT 1
        RETURN a, r, path, date("2009-11-25") AS d, duration("P1D") AS u, [1, 2.5, true, null] AS l, {k: a.name} AS m
    """
    (row,) = ask(session, text, {}).rows
    node, relationship, path, *others = json.loads(json.dumps([plain(value) for value in row]))
    assert "Person" in node["labels"]
    assert relationship["source"] == node["properties"]["id"]
    assert [each["properties"]["id"] for each in path["nodes"]] == [relationship["source"], relationship["target"]]
    name = node["properties"]["name"]
    assert others == ["2009-11-25", "P1D", [1, 2.5, True, None], {"k": name}]
    assert "digest" not in node["properties"]
    assert [text_of(value) for value in row[:2]] == [name, "RELEASED"]
    assert text_of(row[2]).startswith(f"{name} -[RELEASED]-> ")
    assert text_of(row[5]) == "1; 2.5; true; "


def test_the_library_is_listed_without_a_server(capsys: pytest.CaptureFixture[str]) -> None:
    """`vinculo query` alone lists names, titles and parameters; as JSON too."""
    assert run(["query"]) == 0
    assert "shortest-path  from='Mariano de la Cruz'" in capsys.readouterr().out
    assert run(["query", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed[0].keys() == {"name", "title", "about", "parameters", "returns"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--cypher", ""], "--cypher is empty"),
        (["--cypher", " \n"], "--cypher is empty"),
        (["killed", "--cypher", "RETURN 1"], "a question (killed) and --cypher exclude each other"),
    ],
)
def test_one_statement_is_asked(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    """An empty statement is no list of questions, and a question beside a statement is not left out in silence."""
    assert run(["query", *words]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(f"Error: {said}")
    assert printed.out == ""


@pytest.mark.neo4j
def test_the_command_prints_tables_csv_and_json(reachable: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """One question in three forms says the same; a cut is told on stderr."""
    assert reachable.uri
    assert run(["query", "seizures-by-year"]) == 0
    table = capsys.readouterr().out.splitlines()
    assert run(["query", "seizures-by-year", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert run(["query", "seizures-by-year", "--json"]) == 0
    objects = json.loads(capsys.readouterr().out)
    assert table[0].split() == list(rows[0]) == list(objects[0])
    assert [row["year"] for row in rows] == [each["year"] for each in objects] == [line[:4] for line in table[1:]]
    assert run(["query", "seizures-by-year", "--limit", "1"]) == 0
    assert capsys.readouterr().err == "Cut after 1 rows; there are more: --limit\n"


@pytest.mark.neo4j
def test_the_command_says_what_is_wrong(reachable: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found is 1; wrong use is 2 and one line; no password is in what is printed."""
    cases = [
        (["query", "timeline", "name=Nobody Anywhere"], 1),
        (["query", "evidence", "first=Tijuana cartel", "second=Tijuana cartel"], 1),
        (["query", "timelin"], 1),
        (["query", "timeline"], 2),
        (["query", "--cypher", "CREATE (n)"], 2),
        (["query", "--cypher", "MATCH (n"], 2),
        (["query", "--cypher", "RETURN $x"], 2),
        (["query", "timeline", "name=x", "--json", "--csv"], 2),
    ]
    for words, code in cases:
        assert run(words) == code, words
        printed = capsys.readouterr()
        assert printed.err.startswith("Error: ")
        assert printed.err.count("\n") == 1
        assert reachable.password not in printed.err + printed.out


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("text", "place"),
    [("MATCH (n RETURN n", "(line 1, column 10)"), ("MATCH (n)\nRETURN m", "(line 2, column 8)")],
)
def test_a_mistake_is_shown_where_the_user_made_it(session: neo4j.Session, text: str, place: str) -> None:
    """The place of an error is counted in the statement as it was written, and nothing else is shown of it."""
    with pytest.raises(InputError) as error:
        ask(session, text, {})
    assert str(error.value).endswith(place)
    assert "EXPLAIN" not in str(error.value)
    assert "\n" not in str(error.value)
