"""The same question put to NetworkX and to Neo4j, on the same network, has the same answer."""

from collections.abc import Callable, Iterator
from itertools import combinations

import neo4j
import networkx as nx
import pytest

from graph.model import Network
from graph.names import fold
from graph.neo.connect import connect
from graph.neo.library import question
from graph.neo.query import ask
from graph.neo.settings import Settings
from graph.network import HUB_DEGREE, STATED, to_networkx
from graph.paths import shortest
from tests.neo.graphs import fill, random_network, seeds_network

pytestmark = pytest.mark.neo4j

MOST = 100  # paths of one pair that are compared
NETWORKS: dict[str, Callable[[], Network]] = {"seeds": seeds_network, "random": lambda: random_network(7)}


@pytest.fixture(scope="module", params=NETWORKS)
def both(request: pytest.FixtureRequest, neo4j_server: Settings) -> Iterator[tuple[Network, neo4j.Session]]:
    """Give a network and a session of a database that holds it; the seeds are there again afterwards."""
    network = NETWORKS[request.param]()
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        fill(session, network)
        yield network, session
        fill(session, seeds_network())


def named(network: Network) -> dict[str, str]:
    """Map the entities whose whole name is theirs alone: id → name."""
    names = [fold(entity.name) for entity in network.entities.values()]
    return {key: entity.name for key, entity in network.entities.items() if names.count(fold(entity.name)) == 1}


def connected(network: Network) -> list[str]:
    """List entities that have a stated relation and a name of their own."""
    ends = {end for r in network.relations.values() if r.modality in STATED for end in (r.source, r.target)}
    return sorted(ends & set(named(network)))


def pairs(network: Network) -> list[tuple[str, str]]:
    """Take some thirty pairs from all over the network, and as many that stand in one part of it."""
    everywhere = list(combinations(connected(network), 2))
    around = stated(network).subgraph(set(connected(network)) - closed(network))
    together = [pair for part in nx.connected_components(around) for pair in combinations(sorted(part), 2)]
    return [*everywhere[:: len(everywhere) // 30 + 1], *sorted(together)[:: len(together) // 30 + 1]]


def stated(network: Network) -> "nx.Graph[str]":
    """Draw what may be a hop: stated relations, each pair of entities once."""
    drawn = to_networkx(network)
    return nx.Graph((a, b) for a, b, modality in drawn.edges(data="modality") if modality in STATED)


def closed(network: Network) -> set[str]:
    """Name places and hubs, at which a chain ends."""
    around = stated(network)
    return {node for node in around if network.entities[node].kind == "place" or len(list(around[node])) > HUB_DEGREE}


def test_shortest_paths(both: tuple[Network, neo4j.Session]) -> None:
    """Between any two entities both find the same shortest chains of entities, or none."""
    network, session = both
    names, found = named(network), 0
    for source, target in pairs(network):
        paths = shortest(network, source, target, k=MOST)
        expected = {(source, *(step.target for step in path.steps)) for path in paths if len(path) == len(paths[0])}
        given = {"from": names[source], "to": names[target]}
        every = ask(session, question("all-shortest-paths").text, given).rows
        one = ask(session, question("shortest-path").text, given).rows
        assert {tuple(node["id"] for node in path.nodes) for _, path, _ in every} == expected
        assert {tuple(node["id"] for node in path.nodes) for _, path, _ in one} <= expected
        assert len(one) == bool(expected)
        found += bool(expected)
    assert found > 20


def test_bridges(both: tuple[Network, neo4j.Session]) -> None:
    """Who stands on the shortest chains, and on what share of them, is the same."""
    network, session = both
    names = named(network)
    for source, target in pairs(network)[::2]:
        paths = shortest(network, source, target, k=MOST)
        chains = {tuple(s.target for s in path.steps[:-1]) for path in paths if len(path) == len(paths[0])}
        expected = {
            (network.entities[stop].name, sum(stop in chain for chain in chains)) for chain in chains for stop in chain
        }
        rows = ask(session, question("bridges").text, {"from": names[source], "to": names[target]}).rows
        assert {(name, count) for name, _, _, count in rows} == expected


@pytest.mark.parametrize("hops", [1, 2, 4])
def test_neighbourhood(both: tuple[Network, neo4j.Session], hops: int) -> None:
    """Everyone within so many hops, and how many, is the same."""
    network, session = both
    around, ends = stated(network), closed(network)
    for start in connected(network)[::7]:
        reach = nx.DiGraph((a, b) for a in around if a == start or a not in ends for b in around[a])
        distances = nx.single_source_shortest_path_length(reach, start, cutoff=hops)
        expected = {(node, distance) for node, distance in distances.items() if node != start}
        given = {"name": network.entities[start].name, "hops": hops}
        rows = ask(session, question("neighbourhood").text, given).rows
        assert {(path.nodes[-1]["id"], distance) for distance, _, _, path in rows} == expected


def test_relations_of(both: tuple[Network, neo4j.Session]) -> None:
    """An entity's relations are the same, with type, ends, modality and quotes."""
    network, session = both
    for start in connected(network)[::5]:
        expected = {
            (network.entities[r.source].name, r.type, network.entities[r.target].name, r.modality, evidence.quote)
            for r in network.relations.values()
            if start in (r.source, r.target)
            for evidence in r.evidence
        }
        rows = ask(session, question("relations-of").text, {"name": network.entities[start].name}).rows
        found = {(a, kind, b, modality, q) for a, kind, b, _, _, modality, _, _, quotes in rows for q in quotes}
        assert found == expected


def test_in_common(both: tuple[Network, neo4j.Session]) -> None:
    """The neighbours that two entities share, places left out, are the same."""
    network, session = both
    drawn = nx.Graph(to_networkx(network))
    for first, second in pairs(network)[::2]:
        shared = [network.entities[node] for node in nx.common_neighbors(drawn, first, second)]
        expected = {(entity.name, entity.kind) for entity in shared if entity.kind != "place"}
        given = {"first": network.entities[first].name, "second": network.entities[second].name}
        rows = ask(session, question("in-common").text, given).rows
        assert {(name, kind) for name, kind, _, _ in rows} == expected


def test_best_connected(both: tuple[Network, neo4j.Session]) -> None:
    """Every actor's number of neighbours, places left out, is the same."""
    network, session = both
    actors = {"person", "cartel", "armed_group", "agency", "organization", "source"}
    around = stated(network)
    expected = sorted(
        (network.entities[node].name, degree)
        for node in around
        if network.entities[node].kind in actors
        and (degree := sum(network.entities[other].kind != "place" for other in around[node]))
    )
    rows = ask(session, question("best-connected").text, {}).rows
    assert sorted((name, neighbours) for name, _, neighbours, *_ in rows) == expected
