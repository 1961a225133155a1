"""Network → one HTML file: a map that opens by double-click, without a network connection, and cites every edge.

``write.py`` writes the file, ``content.py`` says what it holds, ``layout.py`` where everything stands, ``part.py``
takes a neighbourhood out of a large network. The page itself is in ``page/``: its HTML, style sheet and scripts.
"""

from graph.view.part import around, drawn, of_kinds
from graph.view.write import write_map

__all__ = ["around", "drawn", "of_kinds", "write_map"]
