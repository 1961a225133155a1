"""The network as rows for Neo4j: nodes with labels, relationships with a type, each with a digest of itself.

No driver here. Labels and types come from the ontology only; everything else is a value. A row is what the
statements of ``cypher/write/`` store and what the bulk importer reads. Shapes: ``cypher/README.md``.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import InputError
from graph.model import Document, Entity, Mention, Network, Relation
from graph.neo.library import statement
from graph.network import hubs
from graph.ontology import ontology

__all__ = [
    "LONGEST_INDEXED",
    "TIES",
    "Node",
    "Relationship",
    "documents",
    "entities",
    "known_type",
    "node",
    "nodes",
    "relationship",
    "relationships",
]

LONGEST_INDEXED = 8000
"""Bytes of an id or a date; an index of Neo4j does not take much more."""

TIES = frozenset({"HAS_PARAGRAPH", "MENTIONS", "REFERS_TO"})
"""Relationship types beside the ontology's: what ties documents, paragraphs and entities together."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: ``base`` is the label that its id is unique in."""

    base: str  # "Entity", "Document" or "Paragraph"
    id: str
    labels: tuple[str, ...]  # besides the base
    properties: Mapping[str, Any]  # with id and digest
    digest: str
    size: int  # in bytes, about

    @property
    def batch(self) -> tuple[str, str]:
        """What rows that are stored together have in common."""
        return self.base, ""

    def text(self, *, new: bool) -> str:
        """Return the statement that stores it: a ``new`` one is made without looking for it first."""
        return statement(f"write/{'new_' if new else ''}nodes_{self.base.lower()}").text

    @property
    def removal(self) -> str:
        """What removes it."""
        return f"write/remove_{self.base.lower()}"

    def parameters(self, load: str) -> dict[str, Any]:
        """Return the row that the statement takes, with the id of the load that stores it."""
        return {"id": self.id, "labels": list(self.labels), "properties": {**self.properties, "load": load}}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship between two nodes, by their base labels and ids."""

    type: str
    id: str
    source: tuple[str, str]
    target: tuple[str, str]
    properties: Mapping[str, Any]  # with id and digest
    digest: str
    size: int  # in bytes, about

    @property
    def batch(self) -> tuple[str, str]:
        """What rows that are stored together have in common."""
        return self.type, self.source[0] + self.target[0]

    def text(self, *, new: bool) -> str:  # noqa: ARG002 - see below
        """Return the statement that stores it; no constraint guards its id, so a ``new`` one is looked for as well."""
        name = f"write/relationships_{self.source[0].lower()}_{self.target[0].lower()}"
        return statement(name).text.replace("r:RELATION ", f"r:{known_type(self.type)} ")

    @property
    def removal(self) -> str:
        """What removes it."""
        return "write/remove_relationships"

    def parameters(self, load: str) -> dict[str, Any]:
        """Return the row that the statement takes, with the id of the load that stores it."""
        return {
            "id": self.id,
            "source": self.source[1],
            "target": self.target[1],
            "properties": {**self.properties, "load": load},
        }


def known_type(name: str) -> str:
    """Return the name of a relationship type, which becomes part of a statement.

    Raises:
        InputError: it is none of the ontology's and none of ours.
    """
    if name not in TIES and name not in ontology().relations:
        raise InputError(f"{name[:80]!r} is no relationship type of the ontology")
    return name


def nodes(network: Network) -> Iterator[Node]:
    """Yield all nodes."""
    yield from entities(network)
    yield from documents(network)


def entities(network: Network) -> Iterator[Node]:
    """Yield a node for each entity."""
    ends = hubs(network)
    for entity in network.entities.values():
        kind = ontology().kinds[entity.kind]
        labels = (kind.label, *(("Actor",) if "actor" in kind.groups else ()))
        yield node("Entity", entity.id, labels, {**_entity(entity), "hub": entity.id in ends})


def documents(network: Network) -> Iterator[Node]:
    """Yield a node for each document, each cited document that is not there, and each paragraph."""
    for document in network.documents.values():
        yield node("Document", document.id, (), _document(document))
        for index in range(len(document.paragraphs)):
            yield node("Paragraph", _paragraph_id(document.id, index), (), _paragraph(document, index))
    for cited in sorted({cited for document in network.documents.values() for cited in document.references}):
        if cited not in network.documents:
            yield node("Document", cited, (), {"imported": False})


def relationships(network: Network) -> Iterator[Relationship]:
    """Yield the relations between entities, then what ties documents, paragraphs and entities together."""
    for relation in network.relations.values():
        ends = ("Entity", relation.source), ("Entity", relation.target)
        yield relationship(relation.type, relation.id, *ends, _relation(relation))
    for document in network.documents.values():
        for index in range(len(document.paragraphs)):
            target = ("Paragraph", _paragraph_id(document.id, index))
            yield _tie("HAS_PARAGRAPH", ("Document", document.id), target)
        for cited in sorted(set(document.references)):
            yield _tie("REFERS_TO", ("Document", document.id), ("Document", cited))
    yield from _mentions(network)


def _mentions(network: Network) -> Iterator[Relationship]:
    for entity in network.entities.values():
        places: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in entity.mentions:
            if mention.document not in network.documents:
                continue
            if mention.paragraph < 0:
                places["Document", mention.document].append(mention)
            else:
                places["Paragraph", _paragraph_id(mention.document, mention.paragraph)].append(mention)
        for place, mentions in sorted(places.items()):
            said = {
                "texts": [mention.text for mention in mentions],
                "starts": [mention.start for mention in mentions],
                "ends": [mention.end for mention in mentions],
            }
            yield _tie("MENTIONS", place, ("Entity", entity.id), said)


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        **entity.properties,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "reasons": list(entity.reasons),
        "documents": sorted({mention.document for mention in entity.mentions}),
        "mentions": len(entity.mentions),
    }


def _relation(relation: Relation) -> dict[str, Any]:
    evidence = relation.evidence
    return {
        **relation.properties,
        "modality": relation.modality,
        "confidence": relation.confidence,
        "markings": [item.marking for item in evidence],
        "documents": [item.document for item in evidence],
        "paragraphs": [item.paragraph for item in evidence],
        "quotes": [item.quote for item in evidence],
        "starts": [item.start for item in evidence],
        "ends": [item.end for item in evidence],
        "rules": [item.rule for item in evidence],
        "attributed_to": [item.attributed_to for item in evidence],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        **document.metadata,
        "imported": True,
        "kind": document.kind,
        "title": document.title,
        "date": document.date,
        "origin": document.origin,
        "classification": document.classification,
        "tags": list(document.tags),
        "source": document.source,
        "sha256": document.sha256,
    }


def _paragraph(document: Document, index: int) -> dict[str, Any]:
    paragraph = document.paragraphs[index]
    return {
        "document": document.id,
        "index": index,
        "number": paragraph.number,
        "marking": paragraph.marking,
        "heading": paragraph.heading,
        "start": paragraph.start,
        "text": document.text[paragraph.start : paragraph.end],
    }


def _paragraph_id(document: str, index: int) -> str:
    return f"{document}#{index}"


def node(base: str, identity: str, labels: tuple[str, ...], properties: Mapping[str, Any]) -> Node:
    """Make a row of a node; lists that hold nothing but empty texts are left out.

    Raises:
        InputError: Neo4j cannot hold or index it; names the node and the property.
    """
    properties = _telling(properties)
    digest, size = _digest(identity, [base, identity, labels, properties])
    _check(identity, properties)
    return Node(base, identity, labels, {**properties, "id": identity, "digest": digest}, digest, size)


def relationship(
    kind: str, identity: str, source: tuple[str, str], target: tuple[str, str], properties: Mapping[str, Any]
) -> Relationship:
    """Make a row of a relationship, as ``node`` does."""
    properties = _telling(properties)
    digest, size = _digest(identity, [kind, identity, source, target, properties])
    _check(identity, properties)
    stored = {**properties, "id": identity, "digest": digest}
    return Relationship(kind, identity, source, target, stored, digest, size)


def _tie(
    kind: str, source: tuple[str, str], target: tuple[str, str], properties: Mapping[str, Any] | None = None
) -> Relationship:
    """Make a relationship that only its type and ends identify."""
    identity = hashlib.sha256(json.dumps([kind, source, target]).encode()).hexdigest()[:16]
    return relationship(kind, identity, source, target, properties or {})


def _telling(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what Neo4j's importer cannot tell from nothing."""
    return {
        key: value for key, value in properties.items() if not isinstance(value, list) or any(i != "" for i in value)
    }


def _check(identity: str, properties: Mapping[str, Any]) -> None:
    """Refuse by name what Neo4j cannot hold or index."""
    for key, value in (("id", identity), ("date", properties.get("date", ""))):
        if isinstance(value, str) and len(value.encode()) > LONGEST_INDEXED:
            shown = f"{identity[:80]}…" if len(identity) > 80 else identity
            raise InputError(f"{shown}: its {key} is longer than Neo4j's indexes take ({LONGEST_INDEXED} bytes)")
    for key, value in properties.items():
        if not key or "\0" in key:
            raise InputError(f"{identity}: the property name {key!r} is none that Neo4j takes")
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            raise InputError(f"{identity}: the number {key} does not fit into 64 bits, which is all that Neo4j takes")


_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode


def _digest(identity: str, row: list[Any]) -> tuple[str, int]:
    """Return the digest and the size of a row."""
    try:
        text = _encode(row).encode()
    except UnicodeEncodeError as error:
        shown = identity.encode(errors="backslashreplace").decode()[:80]
        raise InputError(f"{shown}: holds half of a surrogate pair, which Neo4j cannot store") from error
    return hashlib.sha256(text).hexdigest()[:24], len(text)
