"""The data of extraction, read and checked: rule files and word lists, each mistake in one line with file and place.

A file is read once a process. What a file may hold is in ``shapes.py``.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import RuleError
from graph.extract.language.shapes import check, check_pair

__all__ = ["entries", "load_yaml"]


@cache
def load_yaml(path: str) -> Any:
    """Read ``rules/NAME.yaml`` or ``words/NAME.yaml``; nobody may change what this gives.

    Raises:
        RuleError: the file is no YAML, or an entry is not as it must be.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = yaml.load(_read(path), Loader=loader)  # noqa: S506 - the safe loader, in C
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"{_named(path)}, line {line}: {error.problem or 'this is no YAML'}") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{_named(path)}: {' '.join(str(error).split())}") from error
    for wrong in check(path, raw):
        raise RuleError(f"{_named(path)}, {wrong}")
    return raw if path.startswith("rules/") else _Lists(raw, path)


class _Lists(dict[str, Any]):
    """The lists of a file in ``words/``; a list that somebody took out is missed by name."""

    def __init__(self, lists: dict[str, Any], path: str) -> None:
        super().__init__(lists)
        self._path = path

    def __missing__(self, name: str) -> str:
        raise RuleError(f"{_named(self._path)}: the list {name!r} is missing")


def entries(name: str) -> Iterator[str]:
    """Give the entries of ``words/NAME.txt`` as they are written, without comments.

    Raises:
        RuleError: the file is not UTF-8, or an entry is not as it must be.
    """
    path = f"words/{name}.txt"
    for number, line in enumerate(_read(path).splitlines(), start=1):
        if entry := line.partition("#")[0].strip():
            if wrong := check_pair(name, entry):
                raise RuleError(f"{_named(path)}, line {number}: {wrong}")
            yield entry


def _read(path: str) -> str:
    raw = files("graph.extract").joinpath(path).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RuleError(f"{_named(path)}, line {line}: not UTF-8; save the file as UTF-8") from error


def _named(path: str) -> str:
    return f"graph/extract/{path}"
