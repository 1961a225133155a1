"""Rows → Neo4j: what differs is written in batches, what is no longer there is removed, the rest is not touched.

The database is read first: ids and digests of all that earlier loads stored. A row whose digest is there is left
alone, so loading twice writes nothing, and a load that was interrupted is completed by the next one. Nodes that are new
are made without a look for them, in half the time; where another loader was faster, their unique ids tell, and they are
merged as all other rows are: two loaders at once store everything once.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import ConstraintError

from graph.errors import ServiceError
from graph.neo.library import statement, statements
from graph.neo.rows import Node, Relationship

__all__ = ["Counts", "Options", "Summary", "load", "prepare"]

BYTES = 16_000_000
"""Of rows in one transaction, about: a batch of long paragraphs must fit into the server's memory."""
AHEAD = 3
"""Batches' worth of rows that wait for their kind of batch to fill up."""


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

    Raises:
        ServiceError: another load removed nodes while this one ran.
    """
    options = options or Options()
    loader = _Loader(session, options)
    if not options.dry_run:
        prepare(session)
    summary = Summary()
    old_nodes = loader.write(nodes, "write/known_nodes", summary.nodes)
    old_relationships = loader.write(relationships, "write/known_relationships", summary.relationships)
    loader.remove(old_relationships, summary.relationships)
    loader.remove(old_nodes, summary.nodes)
    return summary


def prepare(session: Session) -> None:
    """Make constraints and indexes, which are also what ``MERGE`` finds nodes by."""
    for each in statements("schema"):
        session.run(each.text).consume()
    session.run(statement("write/await_indexes").text).consume()


class _Loader:
    """One load. What is known is keyed by (statement that removes it, id)."""

    def __init__(self, session: Session, options: Options) -> None:
        self._session = session
        self._options = options
        self._load = uuid.uuid4().hex

    def write(
        self, rows: Iterable[Node] | Iterable[Relationship], known: str, counts: Counts
    ) -> dict[tuple[str, str], str]:
        """Write the rows that differ from what is known; return what is known and no row names."""
        stored = {
            (record["removal"], record["id"]): record["digest"] for record in self._session.run(statement(known).text)
        }

        def different() -> Iterator[tuple[Node | Relationship, bool]]:
            for row in rows:
                digest = stored.pop((row.removal, row.id), None)
                if digest == row.digest:
                    counts.unchanged += 1
                    self._options.progress(1)
                    continue
                counts.created += digest is None
                counts.changed += digest is not None
                yield row, digest is None

        with _ahead() as submit:
            for batch, new in _batches(different(), self._options.batch):
                submit(partial(self._store, batch, new=new))
        return stored

    def remove(self, keys: Iterable[tuple[str, str]], counts: Counts) -> None:
        """Remove what no row names."""
        waiting: dict[str, list[str]] = defaultdict(list)
        for removal, key in keys:
            counts.removed += 1
            waiting[removal].append(key)
        for name, ids in waiting.items():
            for start in range(0, len(ids), self._options.batch):
                self._run(statement(name).text, ids=ids[start : start + self._options.batch])

    def _store(self, batch: list[Node] | list[Relationship], *, new: bool) -> None:
        """Store rows of one statement; fewer stored than given means that a relationship found no node."""
        rows = [row.parameters(self._load) for row in batch]
        try:
            stored = self._run(batch[0].text(new=new), rows=rows)
        except ConstraintError:  # another loader made one of them meanwhile
            stored = self._run(batch[0].text(new=False), rows=rows)
        if stored is not None and stored < len(batch):
            raise ServiceError("another load removed nodes while this one ran; load again")

    def _run(self, text: str, **parameters: list[Any]) -> int | None:
        """Run one batch in one transaction, which the driver tries again after a deadlock or a lost connection."""
        stored = None
        if not self._options.dry_run:
            stored = self._session.execute_write(_count, text, parameters)
        self._options.progress(sum(map(len, parameters.values())))
        return stored


def _count(transaction: ManagedTransaction, text: str, parameters: dict[str, Any]) -> int | None:
    record = transaction.run(text, parameters).single()
    return None if record is None else int(record["stored"])


def _batches(rows: Iterator[tuple[Node | Relationship, bool]], size: int) -> Iterator[tuple[list[Any], bool]]:
    """Group rows, and whether they are new, by the statement that stores them, in batches bounded in rows and bytes."""
    waiting: dict[tuple[str, str, bool], list[Node | Relationship]] = defaultdict(list)
    sizes: dict[tuple[str, str, bool], int] = defaultdict(int)
    count = 0
    for row, new in rows:
        key = (*row.batch, new)
        waiting[key].append(row)
        sizes[key] += row.size
        count += 1
        if len(waiting[key]) < size and sizes[key] < BYTES:
            if count < AHEAD * size and sum(sizes.values()) < AHEAD * BYTES:
                continue
            key = max(waiting, key=lambda key: len(waiting[key]))
        sizes.pop(key)
        batch = waiting.pop(key)
        count -= len(batch)
        yield batch, key[2]
    for (*_, new), batch in waiting.items():
        yield batch, new


@contextmanager
def _ahead() -> Iterator[Callable[[Callable[[], None]], None]]:
    """Run jobs one after the other in a thread, so that the next batch is made while the server stores the last."""
    running: list[Future[None]] = []
    with ThreadPoolExecutor(1, "load") as pool:

        def submit(job: Callable[[], None]) -> None:
            if running:
                running.pop().result()
            running.append(pool.submit(job))

        yield submit
        if running:
            running.pop().result()
