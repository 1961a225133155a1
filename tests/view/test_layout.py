"""Where everything stands: in place, apart, and the same each time."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.view.arrange import crossings
from graph.view.layout import positions

Nodes = dict[str, tuple[float, str]]


def ring(count: int) -> tuple[Nodes, list[tuple[str, str]]]:
    """Make a ring with spokes to its first node and a leaf at each."""
    nodes = {f"n{at}": (10.0, f"Name of {at}") for at in range(2 * count)}
    edges = [(f"n{at}", f"n{(at + 1) % count}") for at in range(count)]
    edges += [("n0", f"n{at}") for at in range(2, count, 3)] + [(f"n{at}", f"n{at + count}") for at in range(count)]
    return nodes, edges


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Nodes, list[tuple[str, str]]]:
    """Draw any small graph: loops, several edges between two, pieces, single nodes."""
    names = [f"n{at}" for at in range(draw(st.integers(0, 12)))]
    nodes = {name: (draw(st.floats(7, 32)), draw(st.text(max_size=60))) for name in names}
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)) if names else st.nothing()
    return nodes, draw(st.lists(pairs, max_size=24)) if names else []


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_every_node_has_a_place_of_its_own(graph: tuple[Nodes, list[tuple[str, str]]]) -> None:
    """Whatever the graph, all nodes are placed, and no disc covers the middle of another."""
    nodes, edges = graph
    placed = positions(nodes, edges)
    assert placed.keys() == nodes.keys()
    for one, (x, y) in placed.items():
        for other, (u, v) in placed.items():
            assert one == other or (x - u) ** 2 + (y - v) ** 2 > max(nodes[one][0], nodes[other][0]) ** 2


@settings(max_examples=20, deadline=None)
@given(graphs(), st.randoms())
def test_the_order_of_nodes_and_edges_does_not_count(
    graph: tuple[Nodes, list[tuple[str, str]]], random: Random
) -> None:
    """The same graph has the same layout, in whatever order it is told."""
    nodes, edges = graph
    names, lines = list(nodes), [edge if random.random() < 0.5 else edge[::-1] for edge in edges]
    random.shuffle(names)
    random.shuffle(lines)
    assert positions({name: nodes[name] for name in names}, lines) == positions(nodes, edges)


def test_names_do_not_cover_each_other() -> None:
    """On a map of forty the boxes of nodes with their names are apart."""
    nodes, edges = ring(20)
    boxes = {name: (x, y, 9 * 6.0 / 2) for name, (x, y) in positions(nodes, edges).items()}
    for one, (x, y, half) in boxes.items():
        for other, (u, v, _) in boxes.items():
            assert one == other or abs(x - u) >= 2 * half or abs(y - v) >= 30


def test_small_pieces_stand_around_the_large_one() -> None:
    """The largest piece is in the middle; twenty pairs beside it neither cross it nor drift far away."""
    nodes, edges = ring(20)
    pairs = [(f"a{at}", f"b{at}") for at in range(20)]
    for pair in pairs:
        nodes.update(dict.fromkeys(pair, (9.0, "Somebody")))
    placed = positions(nodes, edges + pairs)
    large = [placed[f"n{at}"] for at in range(40)]
    middle = [sum(values) / len(large) for values in zip(*large, strict=True)]
    everything = list(placed.values())
    low, high = ([pick(values) for values in zip(*everything, strict=True)] for pick in (min, max))
    assert all(abs(middle[axis] - (low[axis] + high[axis]) / 2) < (high[axis] - low[axis]) / 4 for axis in (0, 1))
    assert high[0] - low[0] < 4000


@pytest.mark.parametrize("count", [3, 150, 600])
def test_large_graphs_are_laid_out(count: int) -> None:
    """Also of many hundred nodes no two stand at the same place."""
    nodes, edges = ring(count)
    assert len(set(positions(nodes, edges).values())) == 2 * count


def test_lines_that_need_not_cross_do_not() -> None:
    """A ring with a leaf at each node is drawn without any crossing."""
    nodes = {f"n{at}": (10.0, "Somebody") for at in range(24)}
    edges = [(f"n{at}", f"n{(at + 1) % 12}") for at in range(12)] + [(f"n{at}", f"n{at + 12}") for at in range(12)]
    placed = positions(nodes, edges)
    names = sorted(nodes)
    points = np.array([placed[name] for name in names], dtype=float)
    assert crossings(points, [(names.index(one), names.index(other)) for one, other in edges]) == 0


def test_crossings_are_counted() -> None:
    """Two diagonals cross; two sides, and two lines from one point, do not."""
    square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    assert crossings(square, [(0, 2), (1, 3)]) == 1
    assert crossings(square, [(0, 1), (2, 3), (0, 2), (0, 3)]) == 0
