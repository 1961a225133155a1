"""The Cypher library: every file explains itself, and what it says is true of a real server."""

import ast
import re
from collections.abc import Iterator

import neo4j
import pytest

from docs.generate import TOP
from graph.errors import NotFound
from graph.neo.connect import connect
from graph.neo.library import Name, Statement, question, questions, statements
from graph.neo.query import ask
from graph.neo.settings import Settings
from tests.neo.graphs import fill, seeds_network

ASKED = statements("ask")
PARAMETER = re.compile(r"\$(\w+)")
LOOKED_UP = re.compile(r'"entity_names", \'"\' \+ replace\(replace\(\$(\w+),')
LABEL = re.compile(r"^YIELD node AS .*\nWHERE \w+:(\w+)$", re.MULTILINE)
CYPHER = re.compile(r"\b(?:MATCH|MERGE|CREATE)\s*\(|\bUNWIND\s+\S+\s+AS\b|\bDETACH\s+DELETE\b|\bCALL\s+(?:db|dbms)\.")


@pytest.fixture(scope="module")
def session(neo4j_server: Settings) -> Iterator[neo4j.Session]:
    """Connect to a database that holds the seeds."""
    with connect(neo4j_server) as driver:
        with driver.session(database=neo4j_server.database) as writing:
            fill(writing, seeds_network())
        with driver.session(database=neo4j_server.database, default_access_mode=neo4j.READ_ACCESS) as reading:
            yield reading


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_explains_itself(asked: Statement) -> None:
    """A question has a title that fits a list, says what it answers, and names its columns and its parameters."""
    assert 10 <= len(asked.title) <= 80
    assert not asked.title.endswith(".")
    assert asked.about.endswith(".")
    assert len(set(asked.returns)) == len(asked.returns) > 0
    body = "\n".join(line for line in asked.text.splitlines() if not line.startswith("//"))
    assert set(PARAMETER.findall(body)) == set(asked.parameters)
    assert ";" not in re.sub(r'"[^"\n]*"', "", body), "one statement a file"


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_declares_its_names(asked: Statement) -> None:
    """What is looked up as a name is declared: of which label, and whether one of those that fit is taken."""
    declared = {}
    for call in asked.text.split("CALL db.index.fulltext.queryNodes(")[1:]:
        if name := LOOKED_UP.match(call):
            label = LABEL.search(call)
            declared[name[1]] = Name(label[1] if label else "Entity", f"toLower(${name[1]}) DESC" in call)
    assert asked.names == declared
    assert set(asked.period) in ({"since", "until"} & set(asked.parameters), set())
    assert asked.ranges.keys() <= asked.parameters.keys()


def test_there_are_enough_questions() -> None:
    """The library answers at least 25 questions, each under a name and a title of its own."""
    assert len(ASKED) >= 25
    assert (
        len({asked.short for asked in questions()}) == len({asked.title for asked in questions()}) == len(questions())
    )


def test_a_question_is_found_by_name_only() -> None:
    """Names are taken in any case; what is misspelt gets an offer; a path out of the library leads nowhere."""
    assert question("Shortest_Path").name == "ask/shortest-path"
    with pytest.raises(NotFound, match="did you mean shortest-path"):
        question("shortest-pth")
    with pytest.raises(NotFound):
        question("../write/remove_entity")


def test_no_cypher_in_python() -> None:
    """Statements stand in cypher/ and nowhere in the code."""
    found = []
    for file in sorted((TOP / "graph").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        documentation = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found += [
            f"{file.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
            if CYPHER.search(node.value)
        ]
    assert found == []


@pytest.mark.neo4j
@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.short)
def test_every_question_is_answered_on_the_seeds(session: neo4j.Session, asked: Statement) -> None:
    """With its examples, EXPLAIN takes it as reading, the columns are those declared, and there are rows."""
    plan = session.run(f"EXPLAIN {asked.text}", asked.parameters)
    assert tuple(plan.keys()) == asked.returns
    assert plan.consume().query_type == "r"
    answer = ask(session, asked.text, asked.parameters)
    assert answer.columns == asked.returns
    assert answer.rows


@pytest.mark.neo4j
def test_hostile_names_are_names(session: neo4j.Session) -> None:
    """Whatever is typed as a name is looked for as a name: it breaks no search and finds nothing else."""
    for name in ['" OR *:*', "\\", 'a" AND "b', "", "   ", "*", "name:x", "(", "AND", "é\u202e\x00", "x" * 2000]:
        for short in ("timeline", "spelled-like", "neighbourhood"):
            asked = question(short)
            rows = ask(session, asked.text, {**asked.parameters, "name": name}).rows
            assert rows == [], (short, name)


@pytest.mark.neo4j
def test_names_are_found_as_people_type_them(session: neo4j.Session) -> None:
    """Case and accents do not matter, part of a name does, and the exact name goes before longer ones."""
    asked = question("mentions")
    counts = [len(ask(session, asked.text, {"name": name}).rows) for name in ("TIJUANA CARTEL", "tijuána", "Tijuana")]
    assert counts == [counts[0]] * 3
    assert counts[0] > 0
