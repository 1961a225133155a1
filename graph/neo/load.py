"""Rows → Neo4j: what differs is written in batches, what is no longer there is removed, the rest is not touched.

The database is read first: ids and digests of all that earlier loads stored. A row whose digest is there is left
alone, so loading twice writes nothing, and a load that was interrupted is completed by the next one. ``MERGE`` under
unique ids lets two loaders at once store everything once.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction, Session

from graph.neo.library import statement, statements
from graph.neo.rows import Node, Relationship

__all__ = ["Counts", "Summary", "load"]


@dataclass(slots=True)
class Counts:
    """How many of the nodes, or of the relationships, were what."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a load did, or with ``dry_run`` would do."""

    nodes: Counts = field(default_factory=Counts)
    relationships: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Options:
    """How to load: rows a transaction, counting only, and whom to tell how many rows were dealt with."""

    batch: int = 10_000
    dry_run: bool = False
    progress: Callable[[int], None] = lambda _: None


def load(
    session: Session, nodes: Iterable[Node], relationships: Iterable[Relationship], options: Options | None = None
) -> Summary:
    """Make the database hold exactly these rows, beside what other tools stored there.

    Args:
        session: of the database.
        nodes: read once; no id twice.
        relationships: read once, after the nodes; their ends are among the nodes; no id twice.
        options: how.

    Returns:
        The counts of both.
    """
    loader = _Loader(session, options or Options())
    loader.prepare()
    summary = Summary()
    old_nodes = loader.write(nodes, "write/known_nodes", summary.nodes)
    old_relationships = loader.write(relationships, "write/known_relationships", summary.relationships)
    loader.remove(old_relationships, summary.relationships)
    loader.remove(old_nodes, summary.nodes)
    return summary


class _Loader:
    """One load. What is known is keyed by (statement that removes it, id)."""

    def __init__(self, session: Session, options: Options) -> None:
        self._session = session
        self._options = options
        self._load = str(uuid.uuid4())

    def prepare(self) -> None:
        """Make constraints and indexes, which are also what ``MERGE`` finds nodes by."""
        if self._options.dry_run:
            return
        for each in statements("schema"):
            self._session.run(each.text).consume()
        self._session.run(statement("write/await_indexes").text).consume()

    def write(
        self, rows: Iterable[Node] | Iterable[Relationship], known: str, counts: Counts
    ) -> dict[tuple[str, str], str]:
        """Write the rows that differ from what is known; return what is known and no row names."""
        stored = {
            (record["removal"], record["id"]): record["digest"] for record in self._session.run(statement(known).text)
        }
        waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            digest = stored.pop((row.removal, row.id), None)
            if digest == row.properties["digest"]:
                counts.unchanged += 1
                self._options.progress(1)
                continue
            counts.created += digest is None
            counts.changed += digest is not None
            waiting[row.statement].append(row.parameters())
            if len(waiting[row.statement]) >= self._options.batch:
                self._run(row.statement, rows=waiting.pop(row.statement))
        for name, batch in waiting.items():
            self._run(name, rows=batch)
        return stored

    def remove(self, keys: Iterable[tuple[str, str]], counts: Counts) -> None:
        """Remove what no row names."""
        waiting: dict[str, list[str]] = defaultdict(list)
        for removal, key in keys:
            counts.removed += 1
            waiting[removal].append(key)
        for name, ids in waiting.items():
            for start in range(0, len(ids), self._options.batch):
                self._run(name, ids=ids[start : start + self._options.batch])

    def _run(self, name: str, **parameters: list[Any]) -> None:
        """Run one batch in one transaction, which the driver tries again after a deadlock or a lost connection."""
        if not self._options.dry_run:
            self._session.execute_write(_consume, statement(name).text, {**parameters, "load": self._load})
        self._options.progress(sum(map(len, parameters.values())))


def _consume(transaction: ManagedTransaction, text: str, parameters: dict[str, Any]) -> None:
    transaction.run(text, parameters).consume()
