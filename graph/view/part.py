"""Parts of a network that fit on a map: a neighbourhood, or some kinds only.

A part keeps every entity, because those that are not drawn still lend their names to "according to …"; it is the
relations that are chosen. ``drawn`` tells which entities a map of the part shows.
"""

from collections import defaultdict
from collections.abc import Collection

from graph.model import Network
from graph.ontology import ontology

__all__ = ["around", "drawn", "of_kinds"]


def drawn(network: Network, focus: Collection[str] = ()) -> frozenset[str]:
    """Ids of the entities that a map shows: those with a relation, and those in focus."""
    ends = {end for relation in network.relations.values() for end in (relation.source, relation.target)}
    return frozenset((ends | set(focus)) & network.entities.keys())


def around(network: Network, centres: Collection[str], hops: int) -> Network:
    """Keep the relations among the entities that are at most ``hops`` away from one of ``centres``.

    A place is reached and not passed through, unless it is a centre: all who were ever in a country are no
    neighbourhood.
    """
    neighbours: dict[str, set[str]] = defaultdict(set)
    for relation in network.relations.values():
        neighbours[relation.source].add(relation.target)
        neighbours[relation.target].add(relation.source)
    hubs = ontology().in_group("hub")
    reached = edge = set(centres)
    for _ in range(hops):
        passed = {at for at in edge if at in centres or network.entities[at].kind not in hubs}
        edge = {near for at in passed for near in neighbours[at]} - reached
        reached = reached | edge
    return _among(network, reached)


def of_kinds(network: Network, kinds: Collection[str], keep: Collection[str] = ()) -> Network:
    """Keep the relations between entities of these kinds, or with those in ``keep``."""
    return _among(network, {entity.id for entity in network.entities.values() if entity.kind in kinds} | set(keep))


def _among(network: Network, ids: Collection[str]) -> Network:
    kept = {key: each for key, each in network.relations.items() if each.source in ids and each.target in ids}
    return Network(network.documents, network.entities, kept)
