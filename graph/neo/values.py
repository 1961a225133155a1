"""What Neo4j answers with → what JSON knows, and what fits into a cell of a table."""

import json
from functools import singledispatch
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

__all__ = ["plain", "text_of"]

_OWN = ("digest", "load")  # what the loader keeps for itself


@singledispatch
def plain(value: Any) -> Any:
    """Turn a value into what JSON knows.

    A node becomes ``{labels, properties}``, a relationship ``{type, source, target, properties}`` with the ``id`` of
    its ends, a path ``{nodes, relationships}``; dates and durations become ISO 8601.
    """
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


@plain.register
def _(value: Node) -> Any:
    return {"labels": sorted(value.labels), "properties": _properties(value)}


@plain.register
def _(value: Relationship) -> Any:
    source, target = (end.get("id") if end is not None else None for end in value.nodes)
    return {"type": value.type, "source": source, "target": target, "properties": _properties(value)}


@plain.register
def _(value: Path) -> Any:
    return {"nodes": [plain(each) for each in value.nodes], "relationships": [plain(r) for r in value.relationships]}


@plain.register
def _(value: list) -> Any:  # type: ignore[type-arg]  # dispatch takes plain classes only
    return [plain(item) for item in value]


@plain.register
def _(value: dict) -> Any:  # type: ignore[type-arg]
    return {str(key): plain(item) for key, item in value.items()}


@plain.register
def _(value: Date | DateTime | Duration | Time) -> Any:
    return value.iso_format()


@plain.register
def _(value: Point) -> Any:
    return str(value)


@singledispatch
def text_of(value: Any) -> str:
    """Turn a value into one cell: nodes by name, paths as a chain of names and types, lists with semicolons."""
    shown = plain(value)
    if shown is None:
        return ""
    if isinstance(shown, float):
        return f"{shown:.10g}"
    return shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False)


@text_of.register
def _(value: Node) -> str:
    return str(value.get("name") or value.get("title") or value.get("id") or ":".join(sorted(value.labels)))


@text_of.register
def _(value: Relationship) -> str:
    return value.type


@text_of.register
def _(value: Path) -> str:
    parts = [text_of(value.nodes[0])]
    for before, step, after in zip(value.nodes, value.relationships, value.nodes[1:], strict=False):
        parts.append(f"-[{step.type}]->" if step.start_node == before else f"<-[{step.type}]-")
        parts.append(text_of(after))
    return " ".join(parts)


@text_of.register
def _(value: list) -> str:  # type: ignore[type-arg]
    return "; ".join(text_of(item) for item in value)


def _properties(thing: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in sorted(thing.items()) if key not in _OWN}
