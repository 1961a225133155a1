"""A document as ``show`` prints it: its header, whom it names, what it cites and what cites it, what it totals."""

from collections import Counter
from typing import Any

from graph.cli.citations import emit_wrapped
from graph.cli.console import bold, dim, emit
from graph.model import Entity, Network

__all__ = ["describe", "emit_document"]


def describe(network: Network, identity: str) -> dict[str, Any]:
    """Build the JSON: the document as the export has it, or null, and the documents at both ends of citations."""
    from graph.cli.figures import comparisons_of
    from graph.export.json import comparison_to_json, to_json

    known = network.documents.get(identity)
    named = _named(network, identity)
    part = to_json(Network({identity: known}, {}, {}))["documents"] if known else []
    cites, cited = _citations(network, identity)
    return {
        "document": {**part[0], "cited_by": cited} if part else None,
        "cites": [_about(network, other) for other in cites],
        "cited_by": [_about(network, other) for other in cited],
        "entities": [{"id": entity.id, "kind": entity.kind, "name": entity.name} for entity in named],
        "totals": [comparison_to_json(one) for one in comparisons_of(network, _series(named))],
    }


def emit_document(network: Network, identity: str) -> None:
    """Print it for people."""
    from graph.cli.figures import comparisons_of, emit_comparisons

    named = _named(network, identity)
    document = network.documents.get(identity)
    emit(f"{bold(identity)}  {dim(document.kind if document else 'not imported')}")
    if document:
        told = (document.title, document.origin, document.date, document.classification)
        for part in (" ".join(part.split()) for part in told if part):
            emit_wrapped(part, 2)
        if document.tags:
            emit_wrapped(f"tags: {', '.join(document.tags)}", 2)
        if named:
            counts = Counter(entity.kind for entity in named)
            emit_wrapped(f"names: {', '.join(f'{kind} {count}' for kind, count in sorted(counts.items()))}", 2)
    for words, others in zip(("cites", "cited by"), _citations(network, identity), strict=True):
        if others:
            emit()
            emit(bold(words.capitalize()))
        for other in others:
            about = _about(network, other)
            emit_wrapped(f"{other}  {about['title'] if about['imported'] else '(not imported)'}".rstrip(), 2)
    emit_comparisons(comparisons_of(network, _series(named)), network)


def _named(network: Network, identity: str) -> list[Entity]:
    return [
        entity
        for entity in network.entities.values()
        if any(mention.document == identity for mention in entity.mentions)
    ]


def _series(entities: list[Entity]) -> set[str]:
    return {entity.id for entity in entities if entity.kind == "series"}


def _citations(network: Network, identity: str) -> tuple[list[str], list[str]]:
    from graph.references import cited_by

    document = network.documents.get(identity)
    return list(dict.fromkeys(document.references)) if document else [], list(cited_by(network).get(identity, ()))


def _about(network: Network, identity: str) -> dict[str, Any]:
    document = network.documents.get(identity)
    return {
        "id": identity,
        "imported": document is not None,
        "title": " ".join(document.title.split()) if document else "",
    }
