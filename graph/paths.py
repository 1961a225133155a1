"""How two entities are connected: the shortest chains of relations between them, searched from both sides.

A step is a relation that a document states. Standing in one document is no step, and a country or another hub, to
which nearly everybody is connected, is no stop unless asked for.
"""

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from graph.errors import InputError, NotFound
from graph.model import MODALITIES, Modality, Network, Path, Relation, Step
from graph.network import STATED, hubs
from graph.ontology import ontology
from graph.periods import check_period

__all__ = ["Filters", "shortest"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which relations and entities a path may use.

    Dates are ISO 8601 and as precise as one likes: "2009-06" until "2009" is June to December 2009. A relation without
    a date of its own has that of the documents that state it.
    """

    types: Collection[str] = ()  # of the ontology; () for all
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0
    modalities: Collection[Modality] = STATED
    through_hubs: bool = False

    def __post_init__(self) -> None:
        """Refuse what no relation can have.

        Raises:
            InputError: an unknown type or modality, a date that is none, or an end before the start.
        """
        for name in self.types:
            _known(name, ontology().relations, "type of relation")
        for name in self.modalities:
            _known(name, MODALITIES, "modality")
        check_period(self.since, self.until)

    def admit(self, relation: Relation, network: Network) -> bool:
        """Tell whether a relation may be a step."""
        return (
            relation.modality in self.modalities
            and (not self.types or relation.type in self.types)
            and relation.confidence >= self.min_confidence
            and (not (self.since or self.until) or any(self._within(day) for day in _dates(relation, network)))
        )

    def _within(self, when: str) -> bool:
        first, _, last = when.partition("/")  # a range, or one date
        return bool(when) and (last or first) + "-99" >= self.since and (not self.until or first <= self.until + "-99")


Links = Mapping[str, Mapping[str, Relation]]
"""Entity → its neighbours, the best stated first → the relation that states it best."""


def shortest(network: Network, source: str, target: str, *, k: int = 1, filters: Filters | None = None) -> list[Path]:
    """Find the ``k`` shortest paths between two entities, fewest hops first; no path visits an entity twice.

    Where several relations connect a pair, the step is the best stated one. The same paths, reversed, lead back.

    Args:
        network: where to search; it is read, not changed.
        source: id of an entity.
        target: id of another one.
        k: how many paths, at least 1.
        filters: which relations and entities to use.

    Returns:
        At most ``k`` paths; none if the two are not connected.

    Raises:
        NotFound: an id is not in the network.
        InputError: both are the same entity, or ``k`` is less than 1.
    """
    for end in (source, target):
        if end not in network.entities:
            raise NotFound(f"no entity has the id {end!r}")
    if source == target:
        raise InputError(f"{network.entities[source].name}: both names are the same entity; a path needs two")
    if k < 1:
        raise InputError(f"{k} paths cannot be found; ask for 1 or more")
    filters = filters or Filters()
    admitted = [relation for relation in network.relations.values() if filters.admit(relation, network)]
    links = _links(admitted)
    closed = frozenset() if filters.through_hubs else hubs(network, admitted) - {source, target}
    # The search always runs from the smaller id, so that the way back is the way there.
    turned = source > target
    found = _simple_paths(links, min(source, target), max(source, target), closed, k)
    return [_path(nodes[::-1] if turned else nodes, links) for nodes in found]


def _simple_paths(links: Links, source: str, target: str, closed: frozenset[str], k: int) -> list[list[str]]:
    """Find the shortest paths without loops one after the other, as Yen (1971) does."""
    first = _search(links, source, target, closed, frozenset())
    found = [first] if first else []
    waiting: list[tuple[int, list[str]]] = []
    while found and len(found) < k:
        last = found[-1]
        for i in range(len(last) - 1):
            start = last[: i + 1]
            taken = frozenset(path[i + 1] for path in found if path[: i + 1] == start)
            rest = _search(links, last[i], target, closed.union(start[:-1]), taken)
            if rest:
                candidate = (len(start) + len(rest), [*start, *rest[1:]])
                if candidate not in waiting:
                    heapq.heappush(waiting, candidate)
        if not waiting:
            break
        found.append(heapq.heappop(waiting)[1])
    return found


def _search(links: Links, source: str, target: str, closed: frozenset[str], taken: frozenset[str]) -> list[str]:
    """Find a shortest path breadth first from both ends, the smaller front first; [] if there is none.

    ``closed`` entities are not entered, and those ``taken`` are not entered from the source directly.
    """
    sides: tuple[dict[str, str], dict[str, str]] = ({source: ""}, {target: ""})  # entity → the one before it
    fronts = [[source], [target]]
    while fronts[0] and fronts[1]:
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        here, there = sides[side], sides[1 - side]
        front: list[str] = []
        for node in fronts[side]:
            for other in links.get(node, {}):
                barred = other in taken if node == source else other == source and node in taken
                if other in here or other in closed or barred:
                    continue
                here[other] = node
                if other in there:
                    return _trace(other, sides)
                front.append(other)
        fronts[side] = front
    return []


def _trace(meeting: str, sides: tuple[dict[str, str], dict[str, str]]) -> list[str]:
    nodes = [meeting]
    while before := sides[0][nodes[0]]:
        nodes.insert(0, before)
    while after := sides[1][nodes[-1]]:
        nodes.append(after)
    return nodes


def _links(admitted: Iterable[Relation]) -> Links:
    """Draw the relations that may be steps, each pair of entities once."""
    best: dict[str, dict[str, Relation]] = {}
    for relation in sorted(admitted, key=_rank):
        best.setdefault(relation.source, {}).setdefault(relation.target, relation)
        best.setdefault(relation.target, {}).setdefault(relation.source, relation)
    return best


def _rank(relation: Relation) -> tuple[int, float, int, str]:
    """Order relations by how well they are stated: as fact, surely, often."""
    return MODALITIES.index(relation.modality), -relation.confidence, -len(relation.evidence), relation.id


def _path(nodes: Sequence[str], links: Links) -> Path:
    steps = []
    for left, right in pairwise(nodes):
        relation = links[left][right]
        steps.append(Step(left, relation, right, forward=relation.source == left))
    return Path(tuple(steps))


def _dates(relation: Relation, network: Network) -> list[str]:
    own = str(relation.properties.get("date", ""))
    return [own] if own else [network.documents[evidence.document].date for evidence in relation.evidence]


def _known(name: str, names: Iterable[str], what: str) -> None:
    names = list(names)
    if name not in names:
        begun = [known for known in names if known.lower().startswith(name.lower())]
        near = begun or get_close_matches(name.upper() if names[0].isupper() else name.lower(), names, n=3)
        offer = f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(names)}"
        raise InputError(f"{name!r} is no {what}; {offer}")
