"""A plain table for the terminal: as wide as it is, every row one line."""

import shutil
from collections.abc import Iterable, Sequence

from graph.cli.console import bold, emit

__all__ = ["emit_table"]

NARROWEST = 6  # a column that is cut keeps so much
UNKNOWN_WIDTH = 120  # of a pipe or a file


def emit_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; what does not fit its column ends in "…", and line breaks become spaces."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(columns)]
    width = shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns
    _narrow(widths, width - 2 * (len(widths) - 1))
    emit(bold(_line(columns, widths)))
    for row in cells:
        emit(_line(row, widths))


def _narrow(widths: list[int], room: int) -> None:
    """Take from the widest columns until all fit."""
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = max(widths)
        second = max([width for width in widths if width < widest], default=NARROWEST)
        at = [i for i, width in enumerate(widths) if width == widest]
        excess = -(-(sum(widths) - room) // len(at))
        for i in at:
            widths[i] = max(NARROWEST, second, widest - excess)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    cut = (cell if len(cell) <= width else cell[: width - 1] + "…" for cell, width in zip(cells, widths, strict=True))
    return "  ".join(cell.ljust(width) for cell, width in zip(cut, widths, strict=True)).rstrip()
