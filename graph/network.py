"""Entities and claims → the network: one edge for all that the documents say alike, with every quote behind it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from graph.model import Claim, Document, Entity, Evidence, Modality, Network, Relation, Value
from graph.ontology import IDENTITY_TYPES, ontology

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["HUB_DEGREE", "STATED", "build", "hubs", "to_networkx"]

STATED: tuple[Modality, ...] = ("asserted", "alleged", "attempted")
"""What counts as a step unless asked otherwise: a planned deed is not done yet, and a denied one says the opposite."""

HUB_DEGREE = 100
"""Neighbours from which an entity is a hub whatever its kind: a path through it tells next to nothing."""


class _Edge(NamedTuple):
    """What makes two claims the same edge; its parts are the relation's id."""

    type: str
    source: str
    target: str
    modality: Modality
    date: str
    role: str

    @property
    def id(self) -> str:
        return hashlib.sha256(json.dumps(self).encode()).hexdigest()[:16]


def build(documents: Iterable[Document], entities: Iterable[Entity], claims: Iterable[Claim]) -> Network:
    """Draw the network of what the claims say of the entities.

    Claims of the same type, ends, modality, date and role are one relation. A claim is no edge when it is about
    identity, when both of its ends are one entity, or when an end or its document is not among those given (a release
    filter took it away). Entities without any relation stay.

    Args:
        documents: the documents that the claims come from.
        entities: as ``identify`` made them; every mention belongs to one.
        claims: in any order.

    Returns:
        The network; documents, entities and relations sorted by id, the evidence of each by document and place.
    """
    known = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    nodes = {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}
    owner = {(mention.document, mention.key): entity for entity in nodes.values() for mention in entity.mentions}
    edges: dict[_Edge, list[Claim]] = defaultdict(list)
    for claim in claims:
        edge = _edge(claim, owner)
        if edge is not None and claim.document in known and claim.quote:
            edges[edge].append(claim)
    relations = [_relation(edge, sorted(said, key=_order), known, owner) for edge, said in edges.items()]
    return Network(
        documents=MappingProxyType(known),
        entities=MappingProxyType(nodes),
        relations=MappingProxyType({relation.id: relation for relation in sorted(relations, key=lambda r: r.id)}),
    )


def to_networkx(network: Network) -> "nx.MultiDiGraph[str]":
    """Give the network to NetworkX: nodes by entity id, edges keyed by relation id.

    Nodes carry ``kind``, ``name``, ``aliases`` and ``properties``; edges carry ``type``, ``modality``, ``confidence``,
    ``properties`` and ``evidence`` (the quotes as in the model).
    """
    import networkx as nx  # noqa: PLC0415 - most commands do without it, and it is slow to import

    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in network.entities.values():
        drawn.add_node(
            entity.id, kind=entity.kind, name=entity.name, aliases=entity.aliases, properties=dict(entity.properties)
        )
    for relation in network.relations.values():
        drawn.add_edge(
            relation.source,
            relation.target,
            key=relation.id,
            type=relation.type,
            modality=relation.modality,
            confidence=relation.confidence,
            properties=dict(relation.properties),
            evidence=relation.evidence,
        )
    return drawn


def hubs(network: Network, relations: Iterable[Relation] | None = None) -> frozenset[str]:
    """Find the entities that are no stop between others: places, and whatever is related to more than 100 others.

    Args:
        network: whose entities.
        relations: those that count; without them all that are stated.

    Returns:
        Their ids.
    """
    if relations is None:
        relations = (relation for relation in network.relations.values() if relation.modality in STATED)
    around: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        around[relation.source].add(relation.target)
        around[relation.target].add(relation.source)
    kinds = ontology().in_group("hub")
    return frozenset(
        key for key, entity in network.entities.items() if entity.kind in kinds or len(around[key]) > HUB_DEGREE
    )


def _edge(claim: Claim, owner: Mapping[tuple[str, str], Entity]) -> _Edge | None:
    source, target = owner.get((claim.document, claim.source)), owner.get((claim.document, claim.target))
    if claim.type in IDENTITY_TYPES or source is None or target is None or source.id == target.id:
        return None
    date, role = str(claim.properties.get("date", "")), str(claim.properties.get("role", ""))
    # A role is the source's ("nephew", "mastermind"), so an edge with one keeps its direction.
    if ontology().relations[claim.type].symmetric and not role and _rank(target) < _rank(source):
        source, target = target, source
    return _Edge(claim.type, source.id, target.id, claim.modality, date, role)


def _rank(entity: Entity) -> tuple[int, str]:
    """Order the ends of a symmetric edge: who acts first, then what happened, then where; alike by id."""
    groups = ontology().kinds[entity.kind].groups
    return (0 if "actor" in groups else 2 if "hub" in groups else 1), entity.id


def _relation(
    edge: _Edge,
    claims: list[Claim],
    documents: Mapping[str, Document],
    owner: Mapping[tuple[str, str], Entity],
) -> Relation:
    quotes: dict[tuple[str, int, int, str], Evidence] = {}
    for claim in claims:
        evidence = _evidence(claim, documents[claim.document], owner)
        place = (evidence.document, evidence.start, evidence.end, evidence.attributed_to)
        # Two rules that read the same words are one quote; the surer rule is named.
        if place not in quotes or evidence.confidence > quotes[place].confidence:
            quotes[place] = evidence
    kept = tuple(quotes[place] for place in sorted(quotes))
    return Relation(
        id=edge.id,
        type=edge.type,
        source=edge.source,
        target=edge.target,
        modality=edge.modality,
        confidence=max(evidence.confidence for evidence in kept),
        evidence=kept,
        properties=MappingProxyType(_properties(claims)),
    )


def _evidence(claim: Claim, document: Document, owner: Mapping[tuple[str, str], Entity]) -> Evidence:
    said_by = owner.get((claim.document, claim.attributed_to))
    return Evidence(
        document=claim.document,
        paragraph=document.paragraphs[claim.paragraph].number if claim.paragraph >= 0 else "",
        marking=claim.marking,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        rule=claim.rule,
        attributed_to=said_by.id if said_by is not None else "",
        confidence=claim.confidence,
    )


def _properties(claims: list[Claim]) -> dict[str, Value]:
    """Keep what all claims say; where they differ, the words of each, in the order of the text."""
    values: dict[str, list[Value]] = defaultdict(list)
    for claim in claims:
        for key, value in claim.properties.items():
            if value not in values[key]:
                values[key].append(value)
    return {
        key: said[0] if len(said) == 1 else "; ".join(str(value) for value in said)
        for key, said in sorted(values.items())
    }


def _order(claim: Claim) -> tuple[Claim, str]:
    return claim, repr(sorted(claim.properties.items()))
