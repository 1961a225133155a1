"""Rows → CSV files → ``neo4j-admin database import full``, which makes a database of millions of rows in a minute.

Rows that have the same labels or type and the same properties of the same types are a file of their own, with a header
file beside it: so no field is ever empty for want of a property, and labels and types come from the command only. The
importer makes no indexes; ``load.prepare`` does, once the server runs again.
"""

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.neo import server
from graph.neo.home import Home
from graph.neo.rows import Node, Relationship, known_type

__all__ = ["COMMAND", "Files", "import_files", "import_into", "write"]

COMMAND = (
    "neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true --array-delimiter=U+001F"
)
_DELIMITER = "\x1f"
_NAME = re.compile(r"\w[\w .-]{0,200}")
_BUFFERED = 4_000_000  # characters over all files, then they are written

Columns = tuple[tuple[str, str], ...]  # names and types


@dataclass(slots=True)
class Files:
    """What was written: data files by what they hold, with counts."""

    folder: Path
    names: dict[str, str] = field(default_factory=dict)  # data file → "--nodes=Entity:Person="
    nodes: int = 0
    relationships: int = 0

    def arguments(self, folder: str = "") -> list[str]:
        """Return the importer's arguments for these files; ``folder`` ends with a slash."""
        return [f"{group}{folder}{name}-header.csv,{folder}{name}.csv" for name, group in self.names.items()]


def write(nodes: Iterable[Node], relationships: Iterable[Relationship], folder: Path) -> Files:
    """Write the files into a new or empty folder.

    Raises:
        InputError: the folder holds something, cannot be written, or a value cannot stand in such a file; names it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(f"{folder}: is not empty")
        writer = _Writer(folder)
        for node in nodes:
            writer.node(node)
        for relationship in relationships:
            writer.relationship(relationship)
        writer.flush()
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror})") from error
    return writer.files


def import_into(home: Home, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Files:
    """Replace the private server's database by these rows; the server must not run.

    Raises:
        InputError: a row cannot be written.
        ServiceError: the importer refuses; the old database is as it was.
    """
    folder = home.folder / "bulk"
    shutil.rmtree(folder, ignore_errors=True)
    files = write(nodes, relationships, folder)
    import_files(home, files)
    shutil.rmtree(folder)
    return files


def import_files(home: Home, files: Files) -> None:
    """Import what was written on the same disk; the importer works beside the old database, and replaces it last."""
    folder = files.folder.absolute()
    (folder / "data.conf").write_text(f"server.directories.data={folder / 'data'}\n", encoding="utf-8")
    options = [f"--additional-config={folder / 'data.conf'}", f"--report-file={folder / 'report'}", "--verbose"]
    server.admin(home, *COMMAND.split()[1:], *options, *files.arguments(f"{folder}/"))
    for name in ("databases", "transactions"):
        (home.data / name).mkdir(parents=True, exist_ok=True)
        shutil.rmtree(home.data / name / "neo4j", ignore_errors=True)
        (folder / "data" / name / "neo4j").rename(home.data / name / "neo4j")


class _Writer:
    """Keeps lines of each file until they are worth a write."""

    def __init__(self, folder: Path) -> None:
        self.files = Files(folder)
        self._known: dict[tuple[str, Columns], str] = {}
        self._lines: dict[str, list[str]] = {}
        self._buffered = 0

    def node(self, node: Node) -> None:
        labels = ":".join((node.base, *node.labels))
        properties = {key: value for key, value in node.properties.items() if key != "id"}
        self._add(f"--nodes={labels}=", ((f"id:ID({node.base})", ""),), (node.id,), properties)
        self.files.nodes += 1

    def relationship(self, relationship: Relationship) -> None:
        ends = (f":START_ID({relationship.source[0]})", ""), (f":END_ID({relationship.target[0]})", "")
        group = f"--relationships={known_type(relationship.type)}="
        self._add(group, ends, (relationship.source[1], relationship.target[1]), relationship.properties)
        self.files.relationships += 1

    def flush(self) -> None:
        for name, lines in self._lines.items():
            with (self.files.folder / f"{name}.csv").open("a", encoding="utf-8", newline="") as stream:
                stream.writelines(lines)
            lines.clear()
        self._buffered = 0

    def _add(self, group: str, ids: Columns, values: tuple[str, ...], properties: Mapping[str, Any]) -> None:
        try:
            columns = ids + tuple((key, _type(value)) for key, value in properties.items())
            line = ",".join([*map(_field, values), *map(_field, properties.values())]) + "\n"
        except ValueError as error:
            raise InputError(f"{values[0][:80]}: {error}; load it without --bulk") from error
        name = self._known.get((group, columns)) or self._name(group, columns)
        self._lines[name].append(line)
        self._buffered += len(line)
        if self._buffered > _BUFFERED:
            self.flush()

    def _name(self, group: str, columns: Columns) -> str:
        for key, _ in columns[1:]:
            if not _NAME.fullmatch(key) and not key.startswith(":"):
                raise InputError(f"the property name {key[:80]!r} cannot stand in a CSV header; load it without --bulk")
        name = f"{len(self._known):05}"
        self._known[group, columns] = name
        self.files.names[name] = group
        self._lines[name] = []
        header = ",".join(f"{key}:{kind}" if kind else key for key, kind in columns)
        (self.files.folder / f"{name}-header.csv").write_text(header + "\n", encoding="utf-8")
        return name


# A value of a row is asked for its type once for the header and once for the line, millions of times: hence ``type``.
_TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}


def _type(value: Any) -> str:
    if type(value) is not list:
        return _TYPES[type(value)]
    kinds = set(map(type, value)) or {str}
    if len(kinds) > 1:
        raise ValueError("a list of several types")
    return f"{_TYPES[kinds.pop()]}[]"


def _field(value: Any) -> str:
    if type(value) is list:
        text = _DELIMITER.join(value if set(map(type, value)) == {str} else map(_field, value))
        if text.count(_DELIMITER) > max(len(value) - 1, 0):
            raise ValueError("a list holds the character U+001F, which parts its items in a CSV file")
    elif type(value) is str:
        text = value
    else:
        return str(value).lower() if type(value) is bool else repr(value)
    return '"' + text.replace('"', '""') + '"'
