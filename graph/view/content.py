"""What a map holds: the network as the page's script reads it, in plain JSON values.

``nodes`` and ``edges`` are what vis-network draws (``id``, ``x``, ``y``, ``size`` …) with what the details panel
tells of them. Text is given as it is; the page shows it as text and never as HTML.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from graph.model import MODALITIES, Entity, Evidence, Network, Relation, Value
from graph.ontology import ontology
from graph.view.layout import positions

__all__ = ["ANONYMOUS", "content"]

ANONYMOUS = "anonymous source"
"""How a redacted or unnamed source is shown: a mask is no name."""

SHAPES = {"organized": "hexagon", "actor": "dot", "event": "diamond", "place": "square", "thing": "triangle"}
"""Group of kinds → shape on the map, so that colour is not all that tells kinds apart. The first that fits counts."""

DASHES: dict[str, bool | list[int]] = {
    "asserted": False,
    "alleged": [9, 6],
    "attempted": [14, 5, 2, 5],
    "planned": [2, 5],
    "denied": [5, 4],
}
"""How an edge of each modality is drawn; a denied one has a bar across, too."""


def content(network: Network, shown: Collection[str], focus: Collection[str]) -> dict[str, Any]:
    """Describe the entities ``shown``, the relations among them, and the documents that these cite.

    Returns:
        ``kinds``, ``modalities``, ``documents``, ``speakers``, ``nodes``, ``edges``: JSON values, in a fixed order.
    """
    entities = [entity for key, entity in sorted(network.entities.items()) if key in shown]
    relations = [each for _, each in sorted(network.relations.items()) if each.source in shown and each.target in shown]
    evidence = [quote for relation in relations for quote in relation.evidence]
    cited = {quote.document for quote in evidence}
    cited |= {mention.document for entity in entities for mention in entity.mentions}
    return {
        "kinds": _kinds(entities),
        "modalities": {name: {"dashes": DASHES[name]} for name in MODALITIES},
        "documents": _documents(network, cited),
        "speakers": _speakers(network, evidence),
        "nodes": _nodes(network, entities, relations, focus),
        "edges": _edges(relations),
    }


def shown_name(entity: Entity) -> str:
    """Name an entity as the map does."""
    return ANONYMOUS if entity.kind == "source" else entity.name


def _kinds(entities: Iterable[Entity]) -> dict[str, Any]:
    present = {entity.kind for entity in entities}
    return {
        kind.id: {
            "label": kind.id.replace("_", " "),
            "says": kind.says,
            "colour": kind.colour,
            "shape": next((shape for group, shape in SHAPES.items() if group in kind.groups), "dot"),
        }
        for kind in ontology().kinds.values()
        if kind.id in present
    }


def _documents(network: Network, ids: Iterable[str]) -> dict[str, Any]:
    return {
        each.id: {
            "title": each.title,
            "kind": each.kind,
            "date": each.date,
            "origin": each.origin,
            "classification": each.classification,
            "source": each.source,
        }
        for each in (network.documents[id_] for id_ in sorted(ids) if id_ in network.documents)
    }


def _speakers(network: Network, evidence: Iterable[Evidence]) -> dict[str, str]:
    ids = sorted({quote.attributed_to for quote in evidence} & network.entities.keys())
    return {id_: shown_name(network.entities[id_]) for id_ in ids}


def _nodes(
    network: Network, entities: list[Entity], relations: list[Relation], focus: Collection[str]
) -> list[dict[str, Any]]:
    degree: Counter[str] = Counter()
    for relation in relations:
        degree.update({relation.source, relation.target})
    sizes = {entity.id: round(min(7 + 3.4 * math.sqrt(degree[entity.id]), 32), 1) for entity in entities}
    places = positions(
        {entity.id: (sizes[entity.id], shown_name(entity)) for entity in entities},
        [(relation.source, relation.target) for relation in relations],
    )
    return [
        {
            "id": entity.id,
            "name": shown_name(entity),
            "label": " ",  # the page writes the names itself, so that they keep clear of each other
            "kind": entity.kind,
            "x": places[entity.id][0],
            "y": places[entity.id][1],
            "size": sizes[entity.id],
            "degree": degree[entity.id],
            "focus": entity.id in focus,
            "aliases": list(entity.aliases) if entity.kind != "source" else [],
            "properties": _properties(network, entity),
            "places": _places(network, entity),
            "reasons": list(entity.reasons),
        }
        for entity in entities
    ]


def _properties(network: Network, entity: Entity) -> list[dict[str, Any]]:
    """List each value of each property with the places whose words say it; roles first."""
    said: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    values: dict[tuple[str, str], Value] = {}
    for key, value in sorted(entity.properties.items()):
        values.setdefault((key, str(value)), value)
    for mention in sorted(entity.mentions):
        place = _place(network, mention.document, mention.paragraph, mention.marking)
        for key, value in sorted(mention.properties.items()):
            values.setdefault((key, str(value)), value)
            if place not in said[key, str(value)]:
                said[key, str(value)].append(place)
    ordered = sorted(values, key=lambda each: (each[0] not in {"role", "title"}, each[0]))
    return [{"key": each[0], "value": _plain(values[each]), "places": said[each]} for each in ordered]


def _places(network: Network, entity: Entity) -> list[list[str]]:
    places = [_place(network, each.document, each.paragraph, each.marking) for each in sorted(entity.mentions)]
    return [place for at, place in enumerate(places) if place not in places[:at]]


def _place(network: Network, document: str, paragraph: int, marking: str) -> list[str]:
    paragraphs = network.documents[document].paragraphs if document in network.documents else ()
    return [document, paragraphs[paragraph].number if 0 <= paragraph < len(paragraphs) else "", marking]


def _edges(relations: list[Relation]) -> list[dict[str, Any]]:
    drawn: Counter[frozenset[str]] = Counter()
    edges = []
    for relation in relations:
        pair = frozenset((relation.source, relation.target))
        edges.append(_edge(relation, drawn[pair]))
        drawn[pair] += 1
    return edges


def _edge(relation: Relation, before: int) -> dict[str, Any]:
    """Describe an edge; of several between the same two, the first is straight and the others bend away from it."""
    type_ = ontology().relations.get(relation.type)
    symmetric = type_ is not None and type_.symmetric
    # Which side is clockwise depends on the direction; the bend must not.
    aside = (before % 2 == 1) == (relation.source < relation.target)
    roundness = min(0.14 * ((before + 1) // 2), 0.8)
    bend = {"enabled": True, "type": "curvedCW" if aside else "curvedCCW", "roundness": roundness}
    return {
        "id": relation.id,
        "from": relation.source,
        "to": relation.target,
        "type": relation.type,
        "words": type_.words if type_ else relation.type.lower().replace("_", " "),
        "modality": relation.modality,
        "confidence": _plain(relation.confidence),
        "properties": [{"key": key, "value": _plain(value)} for key, value in sorted(relation.properties.items())],
        "evidence": [_evidence(quote) for quote in relation.evidence],
        "dashes": DASHES[relation.modality],
        "width": round(min(1.7 + 0.6 * math.log2(len(relation.evidence)), 4), 1),
        "smooth": bend if before else False,
        "arrows": {
            "to": {"enabled": not symmetric, "scaleFactor": 0.5},
            "middle": {"enabled": relation.modality == "denied", "type": "bar", "scaleFactor": 0.8},
        },
    }


def _evidence(quote: Evidence) -> dict[str, Any]:
    return {
        "document": quote.document,
        "paragraph": quote.paragraph,
        "marking": quote.marking,
        "quote": quote.quote,
        "by": quote.attributed_to,
        "confidence": _plain(quote.confidence),
    }


def _plain(value: Value) -> Value:
    """Give a number that JSON does not know as text."""
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
