"""The network as JSON. The shape is a contract: keys are only ever added.

::

    {"documents": [{"id", "kind", "title", "date", "origin", "classification", "tags", "references",
                    "cited_by", "source", "sha256", "classified_by", "declassify_on", "signed_by", "author",
                    "paragraphs": [{"number", "marking", "start", "end"}]}],
     "entities":  [{"id", "kind", "name", "aliases", "properties", "reasons",
                    "mentions": [{"document", "paragraph", "marking", "start", "end", "text", "rule", "origins"}]}],
     "relations": [{"id", "type", "source", "target", "modality", "confidence", "properties",
                    "evidence": [{"document", "paragraph", "marking", "start", "end", "quote", "rule", "attributed_to",
                                  "confidence"}]}],
     "totals":    [{"series", "year", "reported", "unit", "verdict", "found", "against", "undecided", "may_count"}]}

Offsets are code points into the document's text. Everything is sorted by id, and within an entity or a relation by
document and place, so that the same documents give the same bytes; totals are sorted by year and series.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO

from graph.model import Comparison, Document, Entity, Evidence, Mention, Network, Relation
from graph.references import cited_by
from graph.totals import totals

__all__ = ["comparison_to_json", "to_json", "write"]

Object = dict[str, Any]


def to_json(network: Network) -> Object:
    """Build the whole export in memory."""
    return {name: list(objects) for name, objects in _parts(network)}


def write(network: Network, stream: TextIO) -> None:
    """Write the export, one document, entity or relation a line, without building it in memory."""
    before = "{"
    for name, objects in _parts(network):
        stream.write(f'{before}"{name}": [')
        separator = "\n"
        for value in objects:
            stream.write(separator + json.dumps(value, ensure_ascii=False))
            separator = ",\n"
        stream.write("\n]")
        before = ",\n"
    stream.write("}\n")


def _parts(network: Network) -> Iterator[tuple[str, Iterator[Object]]]:
    citing = cited_by(network)
    yield "documents", (_document(network.documents[key], citing.get(key, ())) for key in sorted(network.documents))
    yield "entities", (_entity(network.entities[key], network.documents) for key in sorted(network.entities))
    yield "relations", (_relation(network.relations[key]) for key in sorted(network.relations))
    yield "totals", (comparison_to_json(each) for each in totals(network))


def _document(document: Document, citing: Sequence[str]) -> Object:
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "date": document.date,
        "origin": document.origin,
        "classification": document.classification,
        "tags": list(document.tags),
        "references": list(document.references),
        "cited_by": list(citing),
        "source": document.source,
        "sha256": document.sha256,
        "classified_by": document.classified_by,
        "declassify_on": document.declassify_on,
        "signed_by": document.signed_by,
        "author": document.author,
        "paragraphs": [
            {"number": p.number, "marking": p.marking, "start": p.start, "end": p.end} for p in document.paragraphs
        ],
    }


def _entity(entity: Entity, documents: Mapping[str, Document]) -> Object:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "properties": dict(sorted(entity.properties.items())),
        "reasons": list(entity.reasons),
        "mentions": [_mention(mention, documents[mention.document]) for mention in sorted(entity.mentions)],
    }


def _mention(mention: Mention, document: Document) -> Object:
    return {
        "document": mention.document,
        "paragraph": document.paragraphs[mention.paragraph].number if mention.paragraph >= 0 else "",
        "marking": mention.marking,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "rule": mention.rule,
        "origins": list(mention.origins),
    }


def _relation(relation: Relation) -> Object:
    ordered = sorted(relation.evidence, key=lambda e: (e.document, e.start, e.end, e.rule, e.attributed_to))
    return {
        "id": relation.id,
        "type": relation.type,
        "source": relation.source,
        "target": relation.target,
        "modality": relation.modality,
        "confidence": relation.confidence,
        "properties": dict(sorted(relation.properties.items())),
        "evidence": [_evidence(evidence) for evidence in ordered],
    }


def comparison_to_json(comparison: Comparison) -> Object:
    """Build one of ``totals``."""
    return {
        "series": comparison.series,
        "year": comparison.year,
        "reported": comparison.reported,
        "unit": comparison.unit,
        "verdict": comparison.verdict,
        "found": comparison.found,
        "against": list(comparison.against),
        "undecided": comparison.undecided,
        "may_count": list(comparison.may_count),
    }


def _evidence(evidence: Evidence) -> Object:
    return {
        "document": evidence.document,
        "paragraph": evidence.paragraph,
        "marking": evidence.marking,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
        "attributed_to": evidence.attributed_to or None,
        "confidence": evidence.confidence,
    }
