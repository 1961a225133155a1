"""Synthetic rows, how a database is compared, and a loader that can be killed: also run as a script.

``python synthetic.py NODES RELATIONSHIPS BATCH`` loads so many rows and prints how many rows were dealt with, a line
each batch. It takes the server from the environment, as ``vinculo load`` does.
"""

import hashlib
import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import neo4j

from graph.errors import VinculoError
from graph.neo import rows
from graph.neo.connect import connect
from graph.neo.load import Options, load
from graph.neo.rows import Node, Relationship
from graph.neo.settings import read

__all__ = ["clear", "nodes", "relationships", "state"]

TYPES = ("SIGNED", "LINKED_TO", "KILLED", "MEMBER_OF", "ARRESTED")


def nodes(count: int, name: str = "Name") -> Iterator[Node]:
    """Make people."""
    for number in range(count):
        properties = {"name": f"{name} {number}", "aliases": [f"A{number}"], "kind": "person"}
        yield rows.node("Entity", f"person:{number}", ("Person", "Actor"), properties)


def relationships(count: int, of: int) -> Iterator[Relationship]:
    """Make relationships between ``of`` people, some of whom have many more than others."""
    chance = random.Random(1)  # noqa: S311 - no secret
    for number in range(count):
        ends = (f"person:{chance.randrange(of)}", f"person:{int(chance.random() ** 2 * of)}")
        properties = {
            "modality": "asserted",
            "confidence": 0.9,
            "date": f"20{number % 30:02}",
            "quotes": [f"They met for the {number}th time."],
            "documents": [f"D{number % 100}"],
            "paragraphs": ["1"],
            "markings": ["C"],
            "starts": [number],
            "ends": [number + 30],
        }
        source, target = (("Entity", end) for end in ends)
        yield rows.relationship(TYPES[number % len(TYPES)], f"{number:016x}", source, target, properties)


def clear(session: neo4j.Session) -> None:
    """Empty the database."""
    session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS").consume()


def state(session: neo4j.Session) -> tuple[int, int, str]:
    """Count nodes and relationships, and digest all that they are, but for which load wrote them."""
    found = [
        ["n", sorted(labels), {**properties, "load": ""}]
        for labels, properties in session.run("MATCH (n) RETURN labels(n), properties(n)")
    ]
    count = len(found)
    found += [
        ["r", kind, [source, target], {**properties, "load": ""}]
        for kind, source, target, properties in session.run(
            "MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)"
        )
    ]
    lines = sorted(json.dumps(each, sort_keys=True) for each in found)
    return count, len(found) - count, hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _main(people: int, ties: int, batch: int) -> int:
    settings = read({}, os.environ, Path.cwd(), None)
    assert settings is not None
    try:
        with connect(settings) as driver, driver.session(database=settings.database) as session:
            options = Options(batch, progress=lambda count: print(count, flush=True))  # noqa: T201 - read by the test
            load(session, nodes(people), relationships(ties, people), options)
    except VinculoError as error:
        print(error, file=sys.stderr)  # noqa: T201 - read by the test
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(_main(*map(int, sys.argv[1:])))
