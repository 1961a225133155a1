"""What a question is asked with: the words that a user types, as values of the types that the question declares."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from graph.errors import InputError
from graph.model import Value
from graph.neo.library import Statement
from graph.periods import check_date, check_period

__all__ = ["parameters_for", "split_assignments", "untyped"]

_PARAMETER = re.compile(r"\$(\w{1,100})")


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
        InputError: a parameter is unknown, missing, or not of its type, a date that is none, a number out of range.
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
    taken = {name: _typed(name, given[name], value) for name, value in statement.parameters.items()}
    days = [str(taken[name]) for name in statement.period]
    for day in days:
        check_date(day)
    if days:
        check_period(days[0], days[-1])
    for name, (least, most) in statement.ranges.items():
        if not least <= float(taken[name]) <= most:
            raise InputError(f"{name}: {taken[name]} is not between {least:g} and {most:g}")
    return taken


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
