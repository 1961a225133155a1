"""Where everything stands on the map: computed once, the same for the same network.

NetworkX' ForceAtlas2 spreads what holds each connected component together; what hangs on by one edge is set around
its neighbour; then room is made for the names. Coordinates are pixels at zoom 1.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.view.arrange import ASPECT, apart, crossings, discs_apart, filled, pack, turned

__all__ = ["LABEL_WIDTH", "positions"]

LABEL_WIDTH = 20
"""Characters on one line of a label, as the page breaks it."""

TRIES = 8  # layouts of a small core; the one with the fewest crossings is taken
SMALL = 80  # nodes of such a core
EDGE = 70.0  # the length that most edges should have, in pixels
ROOM = 40.0  # the distance that most nodes should have from the nearest, in pixels
CHARACTER = 6.2  # width of a letter, in pixels
LINE = 14.0  # height of a line, in pixels
GAP = 8.0  # between two boxes, in pixels
SCREEN = 620.0  # height of the map on a small laptop, in pixels


def positions(nodes: Mapping[str, tuple[float, str]], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Place nodes, given as id → (radius, label).

    Returns:
        id → (x, y). Nodes and edges count in the order of their ids, whatever order they come in.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and only a map needs it
    import numpy as np  # noqa: PLC0415 - as above

    names = sorted(nodes)
    index = {name: at for at, name in enumerate(names)}
    # Small integers have the same hash in every process; names have not, and the order of a set follows the hash.
    graph = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from(sorted({tuple(sorted((index[a], index[b]))) for a, b in edges if a != b}))
    components = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    labels = np.array([_label(nodes[name][1]) for name in names]).reshape(-1, 2)
    discs = np.array([2 * nodes[name][0] for name in names])
    graphs = [_induced(graph, part) for part in components]
    placed = _with_room([_spread(part) for part in graphs], graphs, discs, labels)
    return {
        names[node]: (round(float(x)), round(float(y)))
        for part, points in zip(components, placed, strict=True)
        for node, (x, y) in zip(part, points, strict=True)
    }


def _with_room(parts: list[Any], graphs: Sequence[Any], discs: Any, labels: Any) -> list[Any]:
    """Make room for names as large as they are on the screen when the whole map is seen.

    The more there is, the smaller all is drawn but the names, so the room that they take grows with the map. Of a
    large map only the discs are kept apart: few of its names are seen at once.
    """
    import numpy as np  # noqa: PLC0415

    share = min(max((140 - len(discs)) / 70, 0.0), 1.0)
    zoom = 1.0
    placed = parts
    for _ in range(2 if share else 1):
        boxes = [_boxes(discs[list(graph)], labels[list(graph)] * share / zoom) for graph in graphs]
        push = apart if share else discs_apart
        parts = [filled(push(points, sizes)) for points, sizes in zip(parts, boxes, strict=True)]
        lines = [_lines(graph) for graph in graphs]
        placed = pack(parts, boxes, lines)
        wide, high = np.ptp(np.concatenate([*placed, np.zeros((1, 2))]), axis=0)
        zoom = float(np.clip(SCREEN / max(wide / ASPECT, high, 1.0), 0.6, 1.0))
    return placed


def _lines(graph: Any) -> list[tuple[int, int]]:
    """List a part's edges as positions in its list of nodes."""
    index = {node: at for at, node in enumerate(graph)}
    return [(index[a], index[b]) for a, b in graph.edges]


def _label(text: str) -> tuple[float, float]:
    """Width and height of a name on the map, two lines at most."""
    lines = textwrap.wrap(text, LABEL_WIDTH)[:2] or [""]
    return min(max(len(line) for line in lines), LABEL_WIDTH) * CHARACTER, len(lines) * LINE


def _boxes(discs: Any, labels: Any) -> Any:
    """Boxes that hold a node with its name below."""
    import numpy as np  # noqa: PLC0415

    return np.stack([np.maximum(discs, labels[:, 0]), discs + labels[:, 1]], axis=1) + GAP


def _induced(graph: Any, nodes: Sequence[int]) -> Any:
    """Copy a part of the graph, its nodes and edges in ascending order."""
    kept = set(nodes)
    part = graph.__class__()
    part.add_nodes_from(nodes)
    part.add_edges_from(sorted({tuple(sorted(edge)) for edge in graph.edges(nodes) if kept.issuperset(edge)}))
    return part


def _spread(graph: Any) -> Any:
    """Lay one connected component out: an array (nodes, 2), in the order of the graph's nodes."""
    import numpy as np  # noqa: PLC0415

    if len(graph) <= 2:
        return np.array([[EDGE * 1.8 * at, 0.0] for at in range(len(graph))])
    points = _core(_induced(graph, [node for node in graph if graph.degree(node) > 1]), dict(graph.degree))
    points.update(_hang(graph, points))
    return turned(np.array([points[node] for node in graph]))


def _core(core: Any, degrees: Mapping[int, int]) -> dict[int, Any]:
    """Spread the nodes that have more than one neighbour; the more neighbours, the more room."""
    import networkx as nx  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    if len(core) <= 2:
        return {node: np.array([EDGE * 1.4 * at, 0.0]) for at, node in enumerate(core)}
    turns = max(60, min(300, 20 * len(core), 60_000 // len(core)))
    mass = {node: degrees[node] + 1.0 for node in core}
    tries = [
        nx.forceatlas2_layout(core, seed=seed, max_iter=turns, node_mass=mass)
        for seed in range(TRIES if len(core) <= SMALL else 1)
    ]
    lines = _lines(core)
    placed = min(tries, key=lambda layout: crossings(np.array([layout[node] for node in core]), lines))
    scale = _scale(core, placed)
    return {node: at * scale for node, at in placed.items()}


def _scale(graph: Any, placed: Mapping[int, Any]) -> float:
    """How much to enlarge a layout so that edges are long enough and nodes far enough from each other."""
    import numpy as np  # noqa: PLC0415

    points = np.array([placed[node] for node in graph])
    gaps = np.linalg.norm(points[:, None] - points, axis=-1)
    np.fill_diagonal(gaps, np.inf)
    lengths = [np.linalg.norm(placed[a] - placed[b]) for a, b in graph.edges]
    return float(max(EDGE / np.median(lengths), ROOM / np.median(gaps.min(axis=1))))


def _hang(graph: Any, points: Mapping[int, Any]) -> dict[int, Any]:
    """Set the nodes that have one neighbour around it, on the side that is turned away from its other neighbours."""
    import numpy as np  # noqa: PLC0415

    hung = {}
    for node, at in points.items():
        leaves = [near for near in graph[node] if near not in points]
        others = [points[near] for near in graph[node] if near in points]
        away = at - np.mean(others, axis=0) if others else np.array([1.0, 0.0])
        outward = np.arctan2(away[1], away[0])
        arc = min(2 * np.pi, 0.7 * len(leaves))
        for nth, leaf in enumerate(leaves):
            angle = outward + arc * ((nth + 0.5) / len(leaves) - 0.5)
            ring = EDGE * (0.8 + 0.3 * (nth % (1 + len(leaves) // 12)))
            hung[leaf] = at + ring * np.array([np.cos(angle), np.sin(angle)])
    return hung
