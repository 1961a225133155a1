"""Load synthetic rows into a private Neo4j: ``make bench-neo4j``.

Prints rows a second of a load, of a rerun that finds everything stored, and of a plain ``UNWIND … MERGE`` of the same
rows for comparison; the memory that the loader took; then the seconds of a bulk import. The server's packages come
from the folder that the tests use, its data is in a temporary one.
"""

import argparse
import os
import random
import resource
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import neo4j

from graph.neo import bulk, rows, server
from graph.neo.connect import connect
from graph.neo.home import Home, Ports
from graph.neo.install import install, installed
from graph.neo.load import Options, load
from graph.neo.rows import Node, Relationship

WARM_UP = 10  # a tenth of the rows goes first: a Java server that was just started is slow, for any loader
TYPES = ("SIGNED", "LINKED_TO", "KILLED", "MEMBER_OF", "ARRESTED")
PLAIN_NODES = "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n += row.properties"
PLAIN_TIES = (
    "UNWIND $rows AS row MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) "
    "MERGE (a)-[r:KILLED {id: row.id}]->(b) SET r += row.properties"
)


def nodes(count: int) -> Iterator[Node]:
    """Make people, with names and an alias."""
    for number in range(count):
        properties = {"name": f"Name {number} Of {number % 977}", "aliases": [f"A{number}"], "kind": "person"}
        yield rows.node("Entity", f"person:{number:08}", ("Person", "Actor"), properties)


def relationships(count: int, of: int) -> Iterator[Relationship]:
    """Make relationships with a quote each; some people have many more than others."""
    chance = random.Random(1)  # noqa: S311 - no secret
    for number in range(count):
        ends = chance.randrange(of), int(chance.random() ** 2 * of)
        source, target = (("Entity", f"person:{end:08}") for end in ends)
        properties = {
            "modality": "asserted",
            "confidence": 0.9,
            "date": f"20{number % 30:02}",
            "quotes": [f"Number {number} was in the harbour when the ships came in, people of the town say today."],
            "documents": [f"{number % 5000:05}LIMA"],
            "paragraphs": ["1"],
            "markings": ["C"],
            "starts": [number % 9000],
            "ends": [number % 9000 + 90],
        }
        yield rows.relationship(TYPES[number % len(TYPES)], f"{number:016x}", source, target, properties)


def plain(session: neo4j.Session, text: str, made: Iterator[Node] | Iterator[Relationship]) -> None:
    """Store rows with one fixed statement in batches, and nothing else."""
    while batch := [row.parameters("") for row in islice(made, 10_000)]:
        session.execute_write(lambda transaction, batch=batch: transaction.run(text, rows=batch).consume())


def clear(session: neo4j.Session) -> None:
    """Empty the database, relationships first."""
    session.run("MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS").consume()
    session.run("MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


class Watch:
    """Prints what took how long."""

    def __init__(self) -> None:
        """Start."""
        self._since = time.perf_counter()

    def tell(self, what: str, count: int) -> float:
        """Print the time since the last call, and start anew."""
        seconds = time.perf_counter() - self._since
        print(f"{what:<34} {seconds:8.1f} s  {count / seconds:10,.0f} rows/s", flush=True)
        self._since = time.perf_counter()
        return seconds

    def at(self, count: int, what: str) -> Callable[[int], None]:
        """Return what is told how many rows were dealt with, and prints the time when it is so many."""
        left = count

        def dealt(rows: int) -> None:
            nonlocal left
            left -= rows
            if left <= 0 < left + rows:
                self.tell(what, count)

        return dealt


def measure_load(home: Home, people: int, ties: int) -> None:
    """Load, load again, and compare with the plain statements."""
    settings = server.settings_of(home)
    assert settings is not None  # noqa: S101 - it was just started
    with connect(settings) as driver, driver.session(database=settings.database) as session:
        load(session, nodes(people // WARM_UP), relationships(ties // WARM_UP, people // WARM_UP))
        clear(session)
        watch = Watch()
        load(session, nodes(people), relationships(ties, people), Options(progress=watch.at(people, "load: nodes")))
        watch.tell("load: relationships", ties)
        load(session, nodes(people), relationships(ties, people))
        watch.tell("load again: all unchanged", people + ties)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{'client memory':<34} {peak:8} MB", flush=True)
        clear(session)
        watch = Watch()
        plain(session, PLAIN_NODES, nodes(people))
        watch.tell("plain UNWIND MERGE: nodes", people)
        plain(session, PLAIN_TIES, relationships(ties, people))
        watch.tell("plain UNWIND MERGE: relationships", ties)


def main() -> int:
    """Measure what the options say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--relationships", type=int, default=400_000)
    parser.add_argument("--bulk-nodes", type=int, default=2_000_000, help="0 leaves the bulk import out")
    parser.add_argument("--bulk-relationships", type=int, default=3_300_000)
    options = parser.parse_args()
    kept = Home(Path(os.environ.get("VINCULO_TEST_HOME") or Path.home() / ".cache" / "vinculo-tests") / "neo4j")
    if not installed(kept):
        install(kept)
    with tempfile.TemporaryDirectory(prefix="vinculo-") as folder:
        home = Home(Path(folder))
        home.lib.symlink_to(kept.lib)
        (home.folder / "pom.xml").write_bytes((kept.folder / "pom.xml").read_bytes())
        with socket.create_server(("127.0.0.1", 0)) as bolt, socket.create_server(("127.0.0.1", 0)) as http:
            ports = Ports(bolt.getsockname()[1], http.getsockname()[1])
        watch = Watch()
        server.start(home, ports, server.Memory())
        watch.tell("server starts", 1)
        try:
            measure_load(home, options.nodes, options.relationships)
        finally:
            server.stop(home)
        if options.bulk_nodes:
            made = nodes(options.bulk_nodes), relationships(options.bulk_relationships, options.bulk_nodes)
            count, watch = options.bulk_nodes + options.bulk_relationships, Watch()
            csv = home.folder / "bulk"
            files = bulk.write(*made, csv)
            watch.tell("bulk: files written", count)
            bulk.import_files(home, files)
            watch.tell("bulk: imported", count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
