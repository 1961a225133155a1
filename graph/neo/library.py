"""The Cypher library: one statement a file, its title, parameters and columns in the comments above it.

The header format is that of ``cypher/README.md``; Neo4j Browser takes a favorite's name from the first line, and the
``:param`` lines paste into it.
"""

import json
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graph.errors import NotFound
from graph.model import Value

__all__ = ["QUESTIONS", "Name", "Statement", "folder", "question", "questions", "statement", "statements"]

QUESTIONS = ("ask", "gds")
"""The folders of questions: for any Neo4j, and for one with the Graph Data Science plug-in."""

_PARAMETER = re.compile(r":param (\w+) => (.+)")
_NAME = re.compile(r":(one|all) (\w+) => (\w+)")
_PERIOD = re.compile(r":period (\w+), (\w+)")
_RANGE = re.compile(r":range (\w+) => ([\d.]+), ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Name:
    """A parameter that is a name: of which label the entities are that it may fit, and whether one of them is taken."""

    label: str
    one: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One file of the library."""

    name: str  # "ask/detained-in-case"
    title: str
    about: str  # what it answers, one paragraph
    parameters: dict[str, Value]  # name → example
    returns: tuple[str, ...]
    text: str  # the whole file, as Neo4j takes it
    names: dict[str, Name] = field(default_factory=dict)  # parameters that are names
    period: tuple[str, ...] = ()  # the parameters that are its first and its last day, month or year
    ranges: dict[str, tuple[float, float]] = field(default_factory=dict)  # least and greatest number

    @property
    def short(self) -> str:
        """What users type: the name without its folder."""
        return self.name.rpartition("/")[2]


def folder() -> Traversable:
    """Return ``cypher/``: of the package where it is installed, of the checkout where it is not."""
    installed = files("graph.neo").joinpath("cypher")
    return installed if installed.is_dir() else Path(__file__).parents[2] / "cypher"


@cache
def statement(name: str) -> Statement:
    """Read one statement, such as ``write/nodes_entity``.

    Raises:
        NotFound: there is none of that name.
    """
    file = folder().joinpath(f"{name}.cypher")
    if not file.is_file():
        raise NotFound(f"no query named {name}; 'vinculo query' lists them")
    return _parse(name, file.read_text(encoding="utf-8"))


def statements(purpose: str) -> list[Statement]:
    """Read all statements of a purpose (``schema``, ``write``, ``ask``), by name."""
    names = sorted(file.name for file in folder().joinpath(purpose).iterdir() if file.name.endswith(".cypher"))
    return [statement(f"{purpose}/{name.removesuffix('.cypher')}") for name in names]


def questions() -> list[Statement]:
    """Read all questions that users may ask, by folder and name."""
    return [each for purpose in QUESTIONS for each in statements(purpose)]


def question(short: str) -> Statement:
    """Read a question by its name, such as ``shortest-path``.

    Raises:
        NotFound: there is none of that name; offers what is spelled like it.
    """
    known = {each.short: each for each in questions()}
    wanted = short.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted in known:
        return known[wanted]
    parts = [name for name in known if wanted and wanted in name]
    near = parts or get_close_matches(wanted, known, n=3)
    offer = f"did you mean {', '.join(near)}?" if near else "'vinculo query' lists them"
    raise NotFound(f"no question is named {short!r}; {offer}")


def _parse(name: str, text: str) -> Statement:
    header = [line.removeprefix("//").strip() for line in text.splitlines() if line.startswith("//")]
    parameters = {match[1]: json.loads(match[2]) for line in header if (match := _PARAMETER.fullmatch(line))}
    names = {match[2]: Name(match[3], match[1] == "one") for line in header if (match := _NAME.fullmatch(line))}
    period = next((match.groups() for line in header if (match := _PERIOD.fullmatch(line))), ())
    ranges = {match[1]: (float(match[2]), float(match[3])) for line in header if (match := _RANGE.fullmatch(line))}
    returns = next((line.removeprefix(":returns ") for line in header if line.startswith(":returns ")), "")
    about = " ".join(line for line in header[1:] if line and not line.startswith(":"))
    columns = tuple(column.strip() for column in returns.split(",") if column.strip())
    return Statement(name, header[0] if header else name, about, parameters, columns, text, names, period, ranges)
