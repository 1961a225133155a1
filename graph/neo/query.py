"""Ask Neo4j: read-only, within a time and a number of rows, with parameters of the types that the question names."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.exceptions import ClientError

from graph.errors import InputError
from graph.model import Value
from graph.neo.library import Statement

__all__ = ["Answer", "Limits", "ask", "parameters_for", "split_assignments", "untyped"]

_PARAMETER = re.compile(r"\$(\w{1,100})")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an answer may take."""

    rows: int = 1000
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows, as the driver gives them; ``cut`` where there were more than the limit."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool = False


def ask(session: neo4j.Session, text: str, parameters: Mapping[str, Any], limits: Limits | None = None) -> Answer:
    """Run one reading statement.

    Neo4j is first asked what kind of statement it is; whatever is not pure reading is refused before it runs. The
    session should be one for reading, so that the server refuses as well.

    Raises:
        InputError: the statement would write, change the schema or the server, is no Cypher, or takes too long.
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
    if transaction.run(f"EXPLAIN {text}", parameters).consume().query_type != "r":
        raise _refusal()
    result = transaction.run(text, parameters)
    rows = [tuple(record.values()) for record in result.fetch(limits.rows + 1)]
    return Answer(tuple(result.keys()), rows[: limits.rows], cut=len(rows) > limits.rows)


def _refusal() -> InputError:
    return InputError("this statement would do more than read; 'vinculo query' only reads")


def split_assignments(assignments: list[str]) -> dict[str, str]:
    """Take ``key=value`` words apart.

    Raises:
        InputError: a word is no assignment, or a key is there twice.
    """
    given: dict[str, str] = {}
    for word in assignments:
        name, equals, value = word.partition("=")
        if not equals or not name.isidentifier():
            raise InputError(f"{word!r} is no parameter; write it as name=value")
        if name in given:
            raise InputError(f"the parameter {name} is given twice")
        given[name] = value
    return given


def parameters_for(statement: Statement, given: Mapping[str, str]) -> dict[str, Value]:
    """Check what was given against what the statement declares, and turn each into the type of its example.

    Raises:
        InputError: a parameter is unknown, missing, or not of its type; names it.
    """
    example = " ".join(
        f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in statement.parameters.items()
    )
    unknown = [name for name in given if name not in statement.parameters]
    missing = [name for name in statement.parameters if name not in given]
    if unknown or missing:
        wrong = [f"has no parameter {', '.join(unknown)}"] if unknown else []
        wrong += [f"needs {', '.join(missing)}"] if missing else []
        raise InputError(
            f"{statement.short} {' and '.join(wrong)}; use it so: vinculo query {statement.short} {example}".rstrip()
        )
    return {name: _typed(name, given[name], value) for name, value in statement.parameters.items()}


def untyped(text: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Take parameters of a statement of the user's own: numbers, true, false and JSON lists as such, else text.

    Raises:
        InputError: the statement does not name a parameter that is given.
    """
    unknown = sorted(set(given) - set(_PARAMETER.findall(text)))
    if unknown:
        raise InputError(f"the statement has no parameter {', '.join(unknown)}")
    return {name: _guessed(value) for name, value in given.items()}


def _typed(name: str, given: str, example: Value) -> Value:
    readers: dict[type, tuple[Callable[[str], Value], str]] = {
        bool: (_truth, "true or false"),
        int: (int, "a whole number"),
        float: (float, "a number"),
        str: (str, "text"),
    }
    reader, wanted = readers[type(example)]
    try:
        return reader(given)
    except ValueError as error:
        raise InputError(f"{name}: {given!r} is not {wanted}; for example {name}={json.dumps(example)}") from error


def _truth(given: str) -> bool:
    if given.lower() not in {"true", "false"}:
        raise ValueError(given)
    return given.lower() == "true"


def _guessed(given: str) -> Any:
    try:
        return json.loads(given)
    except ValueError:
        return given
