"""Making room: boxes that do not overlap, a shape that suits a screen, small pieces around the large one.

Points are arrays (n, 2) of centres, boxes arrays (n, 2) of widths and heights, both in pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

__all__ = ["ASPECT", "apart", "crossings", "discs_apart", "filled", "pack", "turned"]

ASPECT = 1.45  # width by height of what a screen leaves for the map
GROPE = 30.0  # pixels that a disc may move before its neighbours are looked for again
CELL = 20.0  # pixels; pieces are packed on a grid of such cells


def turned(points: Any) -> Any:
    """Turn the points so that they fill a screen best."""
    import numpy as np  # noqa: PLC0415 - slow to import, and only a map needs it

    def turn(angle: float) -> Any:
        return points @ np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

    def need(candidate: Any) -> float:
        wide, high = np.ptp(candidate, axis=0)
        return float(max(wide / ASPECT, high))

    return filled(min((turn(angle) for angle in np.linspace(0, np.pi, 36, endpoint=False)), key=need))


def filled(points: Any) -> Any:
    """Stretch the points to the proportions of a screen, as far as that distorts little; none come closer."""
    import numpy as np  # noqa: PLC0415

    wide, high = np.maximum(np.ptp(points, axis=0), 1.0)
    return points * [np.clip(ASPECT * high / wide, 1.0, 1.4), np.clip(wide / ASPECT / high, 1.0, 1.4)]


def crossings(points: Any, lines: Sequence[tuple[int, int]]) -> int:
    """Count the pairs of lines, each between two of the points, that cross."""
    import numpy as np  # noqa: PLC0415

    ends = np.array(lines)
    start, end = points[ends[:, 0]], points[ends[:, 1]]

    def side(of: Any) -> Any:
        """On which side of each line (rows) a point (columns) lies."""
        along, away = (end - start)[:, None], of[None] - start[:, None]
        return np.sign(along[..., 0] * away[..., 1] - along[..., 1] * away[..., 0])

    parted = side(start) * side(end) < 0  # a line's own ends, and shared ones, lie on it
    return int((parted & parted.T).sum()) // 2


def apart(points: Any, boxes: Any) -> Any:
    """Push boxes that overlap apart, each pair along the axis on which less is missing."""
    import numpy as np  # noqa: PLC0415

    x, y = np.array(points, dtype=float).T
    wide, high = ((boxes[:, None, axis] + boxes[None, :, axis]) / 2 for axis in (0, 1))
    wide[np.tril_indices(len(points))] = 0.0  # each pair once
    for _ in range(200 if len(points) < 300 else 60):
        first, second = np.nonzero((np.abs(x[:, None] - x) < wide) & (np.abs(y[:, None] - y) < high))
        if not len(first):
            break
        dx, dy = x[first] - x[second], y[first] - y[second]
        over, under = wide[first, second] - np.abs(dx), high[first, second] - np.abs(dy)
        sideways = over < under
        # Two at the same place must not stay there: the first gives way to the left or up.
        move_x = np.where(sideways, np.where(dx > 0, over, -over), 0.0) * 0.4
        move_y = np.where(sideways, 0.0, np.where(dy > 0, under, -under)) * 0.4
        for values, move in ((x, move_x), (y, move_y)):
            np.add.at(values, first, move)
            np.subtract.at(values, second, move)
    return np.stack([x, y], axis=1)


def discs_apart(points: Any, boxes: Any) -> Any:
    """Push discs as wide as the boxes apart, along the line between their centres."""
    import numpy as np  # noqa: PLC0415

    x, y = np.array(points, dtype=float).T
    reach = (boxes[:, None, 0] + boxes[None, :, 0]) / 2
    reach[np.tril_indices(len(points))] = -np.inf  # each pair once
    for _ in range(12):
        near = np.nonzero(np.hypot(x[:, None] - x, y[:, None] - y) < reach + 2 * GROPE)
        if not _push(x, y, near, reach[near]):
            break
    return np.stack([x, y], axis=1)


def _push(x: Any, y: Any, pairs: Any, reach: Any) -> bool:
    """Push the discs of these pairs apart, in place, while none can have met another disc; tell if any moved."""
    import numpy as np  # noqa: PLC0415

    first, second = pairs
    start = np.stack([x, y])
    pushed = False
    for _ in range(20):
        away = np.stack([x[first] - x[second], y[first] - y[second]])
        length = np.maximum(np.hypot(*away), 0.01)
        short = np.clip(reach - length, 0.0, None)
        if not short.any():
            break
        pushed = True
        for values, step in zip(
            (x, y), np.where(length > 0.01, away / length, [[1.0], [0.0]]) * short * 0.4, strict=True
        ):
            np.add.at(values, first, step)
            np.subtract.at(values, second, step)
        if np.abs(np.stack([x, y]) - start).max() > GROPE:
            break
    return pushed


def pack(parts: Sequence[Any], boxes: Sequence[Any], edges: Sequence[Sequence[tuple[int, int]]]) -> list[Any]:
    """Set pieces around the first, each at the nearest place where neither its boxes nor its edges cross another's.

    Args:
        parts: the points of each piece, the largest piece first.
        boxes: the boxes of each piece.
        edges: of each piece, pairs of positions in its points.

    Returns:
        The points of each piece, moved.
    """
    import numpy as np  # noqa: PLC0415

    taken: set[tuple[int, int]] = set()
    reached: dict[tuple[int, int], int] = {}  # how far out the last piece of this size had to go
    placed = []
    for points, sizes, lines in zip(parts, boxes, edges, strict=True):
        low, high = (points - sizes / 2).min(axis=0), (points + sizes / 2).max(axis=0)
        centred = points - (low + high) / 2
        cells = _cells(centred, sizes, lines)
        size = tuple(np.ptp(cells, axis=0).tolist())
        ring, x, y = next(
            (ring, x, y)
            for ring, x, y in _rings(reached.get(size, 0))
            if not any((x + i, y + j) in taken for i, j in cells)
        )
        reached[size] = ring
        taken.update((x + i, y + j) for i, j in cells)
        placed.append(centred + np.array((x, y)) * CELL)
    return placed


def _cells(points: Any, boxes: Any, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """List the cells that a piece covers with its boxes, a margin around them, and its edges."""
    import numpy as np  # noqa: PLC0415

    cells: set[tuple[int, int]] = set()
    low = np.floor((points - boxes / 2) / CELL).astype(int) - 1
    high = np.floor((points + boxes / 2) / CELL).astype(int) + 1
    for (left, top), (right, bottom) in zip(low.tolist(), high.tolist(), strict=True):
        cells.update((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))
    for one, other in lines:
        steps = int(np.abs(points[one] - points[other]).max() / CELL) + 2
        along = points[one] + np.linspace(0, 1, steps)[:, None] * (points[other] - points[one])
        cells.update((x, y) for x, y in np.floor(along / CELL).astype(int).tolist())
    # The outermost are the likeliest to be taken.
    return sorted(cells, key=lambda cell: (-abs(cell[0]) - abs(cell[1]), cell))


def _rings(first: int) -> Iterator[tuple[int, int, int]]:
    """Yield (ring, x, y) from the ring ``first`` outwards; rings are rectangles of a screen's proportions."""
    for ring in count(first):
        wide = round(ring * ASPECT)
        yield from ((ring, x, y) for x in range(-wide, wide + 1) for y in (-ring, ring))
        yield from ((ring, x, y) for y in range(1 - ring, ring) for x in (-wide, wide))
