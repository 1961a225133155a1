"""Parts of a network: a neighbourhood, some kinds."""

from itertools import pairwise

from graph.model import Network
from graph.view import around, drawn, of_kinds
from tests.support import claim, document, mention, network_of


def chain() -> Network:
    """Make Ana – Beto – Ciro – Dora, Ana and Dora both in Puerto Alba, and Emil without any relation."""
    text = document("D1", "Ana, Beto, Ciro, Dora and Emil were in Puerto Alba.")
    people = [mention(text, name) for name in ("Ana", "Beto", "Ciro", "Dora", "Emil")]
    port = mention(text, "Puerto Alba", "place")
    said = [claim(text, "MET_WITH", one, other) for one, other in pairwise(people[:4])]
    said += [claim(text, "LOCATED_IN", people[at], port) for at in (0, 3)]
    return network_of([text], [*people, port], said)


def ids(network: Network, *names: str) -> list[str]:
    """Give the ids of entities by name."""
    return [next(each.id for each in network.entities.values() if each.name == name) for name in names]


def names(network: Network, *focus: str) -> set[str]:
    """Name what a map of the network draws."""
    return {network.entities[id_].name for id_ in drawn(network, ids(network, *focus))}


def test_a_map_draws_what_has_a_relation_and_what_is_in_focus() -> None:
    """An entity without any relation is drawn only when it is asked for."""
    assert names(chain()) == {"Ana", "Beto", "Ciro", "Dora", "Puerto Alba"}
    assert names(chain(), "Emil") == {"Ana", "Beto", "Ciro", "Dora", "Puerto Alba", "Emil"}


def test_hops_count_from_the_centre() -> None:
    """Each hop goes one relation further, in either direction; none keeps the centres and what is between them."""
    network = chain()
    (beto,) = ids(network, "Beto")
    assert names(around(network, [beto], 0)) == set()
    assert names(around(network, [beto], 1)) == {"Ana", "Beto", "Ciro"}
    assert names(around(network, [beto], 2)) == {"Ana", "Beto", "Ciro", "Dora", "Puerto Alba"}
    assert names(around(network, ids(network, "Ana", "Beto"), 0)) == {"Ana", "Beto"}


def test_a_place_is_reached_and_not_passed() -> None:
    """Two people in one town are no neighbours, unless the map is about the town."""
    network = chain()
    assert names(around(network, ids(network, "Ana"), 2)) == {"Ana", "Beto", "Ciro", "Puerto Alba"}
    assert names(around(network, ids(network, "Puerto Alba"), 1)) == {"Ana", "Dora", "Puerto Alba"}


def test_the_relations_among_neighbours_are_kept() -> None:
    """Who knows the centre is also shown knowing each other."""
    network = chain()
    part = around(network, ids(network, "Ana", "Dora"), 1)
    assert part.relations == network.relations


def test_some_kinds_only() -> None:
    """Relations stay when both ends are of the kinds, or are asked for by id."""
    network = chain()
    assert names(of_kinds(network, {"person"})) == {"Ana", "Beto", "Ciro", "Dora"}
    assert names(of_kinds(network, {"person"}, keep=ids(network, "Puerto Alba"))) == names(network)
    assert names(of_kinds(network, {"vessel"})) == set()
