"""The network as rows for Neo4j: nodes with labels, relationships with a type, each with a digest of itself.

Pure: no driver here. Labels and types come from the ontology only; everything else is a value. A row is what the
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
from graph.ontology import ontology

__all__ = ["LONGEST_ID", "Node", "Relationship", "documents", "entities", "relationships"]

LONGEST_ID = 8000
"""Bytes of an id; an index of Neo4j does not take much more."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: ``base`` is the label that its id is unique in."""

    base: str  # "Entity", "Document" or "Paragraph"
    id: str
    labels: tuple[str, ...]  # besides the base
    properties: Mapping[str, Any]  # with id and digest

    @property
    def statement(self) -> str:
        """What stores it."""
        return f"write/nodes_{self.base.lower()}"

    @property
    def removal(self) -> str:
        """What removes it."""
        return f"write/remove_{self.base.lower()}"

    def parameters(self) -> dict[str, Any]:
        """Return the row that ``statement`` takes."""
        return {"id": self.id, "labels": list(self.labels), "properties": dict(self.properties)}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship between two nodes, by their base labels and ids."""

    type: str
    id: str
    source: tuple[str, str]
    target: tuple[str, str]
    properties: Mapping[str, Any]  # with id and digest

    @property
    def statement(self) -> str:
        """What stores it."""
        return f"write/relationships_{self.source[0].lower()}_{self.target[0].lower()}"

    @property
    def removal(self) -> str:
        """What removes it."""
        return "write/remove_relationships"

    def parameters(self) -> dict[str, Any]:
        """Return the row that ``statement`` takes."""
        return {
            "id": self.id,
            "type": self.type,
            "source": self.source[1],
            "target": self.target[1],
            "properties": dict(self.properties),
        }


def entities(network: Network) -> Iterator[Node]:
    """Yield a node for each entity."""
    for entity in network.entities.values():
        kind = ontology().kinds[entity.kind]
        labels = (kind.label, *(("Actor",) if "actor" in kind.groups else ()))
        yield _node("Entity", entity.id, labels, _entity(entity))


def documents(network: Network) -> Iterator[Node]:
    """Yield a node for each document, each cited document that is not there, and each paragraph."""
    for document in network.documents.values():
        yield _node("Document", document.id, (), _document(document))
        for index in range(len(document.paragraphs)):
            yield _node("Paragraph", _paragraph_id(document.id, index), (), _paragraph(document, index))
    for cited in sorted({cited for document in network.documents.values() for cited in document.references}):
        if cited not in network.documents:
            yield _node("Document", cited, (), {"imported": False})


def relationships(network: Network) -> Iterator[Relationship]:
    """Yield the relations between entities, then what ties documents, paragraphs and entities together."""
    for relation in network.relations.values():
        yield _edge(relation.type, ("Entity", relation.source), ("Entity", relation.target), _relation(relation))
    for document in network.documents.values():
        for index in range(len(document.paragraphs)):
            target = ("Paragraph", _paragraph_id(document.id, index))
            yield _edge("HAS_PARAGRAPH", ("Document", document.id), target, {})
        for cited in sorted(set(document.references)):
            yield _edge("REFERS_TO", ("Document", document.id), ("Document", cited), {})
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
            yield _edge("MENTIONS", place, ("Entity", entity.id), said)


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


def _node(base: str, identity: str, labels: tuple[str, ...], properties: dict[str, Any]) -> Node:
    _check(identity, properties)
    digest = _digest([base, identity, labels, properties])
    return Node(base, identity, labels, {**properties, "id": identity, "digest": digest})


def _edge(kind: str, source: tuple[str, str], target: tuple[str, str], properties: dict[str, Any]) -> Relationship:
    told_apart_by = [properties.get(name) for name in ("modality", "date", "role")]
    identity = _digest([kind, source, target, *told_apart_by])
    _check(identity, properties)
    digest = _digest([identity, properties])
    return Relationship(kind, identity, source, target, {**properties, "id": identity, "digest": digest})


def _check(identity: str, properties: Mapping[str, Any]) -> None:
    """Refuse what Neo4j cannot hold, by name: lone surrogates, which no encoding has, and ids that no index takes."""
    try:
        size = len(identity.encode())
        json.dumps(properties, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        shown = identity.encode(errors="backslashreplace").decode()[:80]
        raise InputError(f"{shown}: holds half of a surrogate pair, which Neo4j cannot store") from error
    if size > LONGEST_ID:
        raise InputError(f"{identity[:80]}…: an id of {size} bytes is longer than Neo4j's indexes take ({LONGEST_ID})")


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:24]
