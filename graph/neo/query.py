"""Ask Neo4j: read-only, within a time and a number of rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.exceptions import ClientError, CypherSyntaxError

from graph.errors import InputError

__all__ = ["Answer", "Limits", "ask"]

_EXPLAIN = "EXPLAIN "
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: \d+\)\)")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer may take."""

    rows: int = 1000
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows, as the driver gives them; ``cut`` where there were more than the limit; ``about`` these, by name."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool = False
    about: tuple[str, ...] = ()


def ask(session: neo4j.Session, text: str, parameters: Mapping[str, Any], limits: Limits | None = None) -> Answer:
    """Run one reading statement.

    Neo4j is first asked what kind of statement it is; whatever is not pure reading is refused before it runs. The
    session should be one for reading, so that the server refuses as well.

    Raises:
        InputError: the statement would write, open files, change the schema or the server, is no Cypher, or takes too
            long.
    """
    limits = limits or Limits()
    try:
        return session.execute_read(neo4j.unit_of_work(timeout=limits.seconds)(_read), text, dict(parameters), limits)
    except ClientError as error:
        if "TransactionTimedOut" in (error.code or ""):
            raise InputError(f"no answer within {limits.seconds:g} s; ask for less, or give more: --timeout") from error
        if "AccessMode" in (error.code or ""):
            raise _refusal() from error
        raise


def _read(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, Any], limits: Limits) -> Answer:
    try:
        explained = transaction.run(f"{_EXPLAIN}{text}", parameters).consume()
    except CypherSyntaxError as error:
        raise InputError(_as_written(error)) from error
    if explained.query_type != "r":
        raise _refusal()
    if _opens_files(explained.plan):
        raise InputError("this statement would open files; 'vinculo query' only reads the graph")
    result = transaction.run(text, parameters)
    rows = [tuple(record.values()) for record in result.fetch(limits.rows + 1)]
    return Answer(tuple(result.keys()), rows[: limits.rows], cut=len(rows) > limits.rows)


def _opens_files(plan: Any) -> bool:
    return plan is not None and (
        plan["operatorType"].startswith("LoadCSV") or any(_opens_files(child) for child in plan.get("children", ()))
    )


def _as_written(error: CypherSyntaxError) -> str:
    """Say what is wrong with a statement, and where in it as the user wrote it: without the word set before it."""
    message = error.message or "this is no Cypher"
    place = _PLACE.search(message)
    if place is None:
        return " ".join(message.split())
    line, column = int(place[1]), int(place[2])
    column -= len(_EXPLAIN) if line == 1 else 0
    return f"{' '.join(message[: place.start()].split())} (line {line}, column {max(column, 1)})"


def _refusal() -> InputError:
    return InputError("this statement would do more than read; 'vinculo query' only reads")
