"""Render the map with pyvis and our own page, and put the file in place whole or not at all."""

import base64
import hashlib
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graph.files import replacing
from graph.model import Network
from graph.view.content import content
from graph.view.part import drawn

__all__ = ["render", "write_map"]

SCRIPTS = ("base.js", "draw.js", "names.js", "panel.js", "picture.js", "controls.js")
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
"""vis-network as pyvis ships it. Its style sheet dresses buttons and pop-ups that the page does not use."""

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "selectable": False,  # the page marks what is chosen itself
        "keyboard": {"enabled": True, "bindToWindow": False},
        "zoomSpeed": 0.7,
    },
}


def write_map(network: Network, target: Path, *, title: str = "", focus: Collection[str] = ()) -> None:
    """Write a map of the network: one HTML file that needs nothing else.

    Drawn are the entities that have a relation and those in focus; the others lend their names to "according to …".
    The same network gives the same bytes.

    Args:
        network: what to draw.
        target: the file, ``.html``; replaced as a whole, and kept as it was if anything fails.
        title: the page's heading.
        focus: ids of the entities that the map is about; they get a ring.

    Raises:
        InputError: the file cannot be written.
    """
    page = render(network, title=title, focus=focus)
    with replacing(target, errors="xmlcharrefreplace") as stream:
        stream.write(page)


def render(network: Network, *, title: str = "", focus: Collection[str] = ()) -> str:
    """Return the page that ``write_map`` writes."""
    from pyvis.network import Network as Drawing  # noqa: PLC0415 - it loads IPython, half a second

    held = content(network, drawn(network, focus), focus)
    drawing = Drawing(directed=True, heading=title or "Network map", cdn_resources="in_line")
    for node in held.pop("nodes"):
        kind = held["kinds"][node["kind"]]
        drawing.add_node(node.pop("id"), **node, shape=kind["shape"], color=kind["colour"])
    for edge in held.pop("edges"):
        drawing.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    drawing.options = OPTIONS
    page = files("graph.view") / "page"
    drawing.set_template_dir(str(page), "map.html")
    script = "\n".join((page / name).read_text(encoding="utf-8") for name in SCRIPTS)
    assets = {
        "style": (page / "map.css").read_text(encoding="utf-8"),
        "library": (files("pyvis") / VIS).read_text(encoding="utf-8"),
        "script": f'"use strict";\n(() => {{\n{script}}})();',
    }
    drawing.templateEnv.autoescape = True
    drawing.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": False}  # kinds come in the ontology's order
    drawing.templateEnv.globals.update(
        content=held,
        **{name: Markup(text) for name, text in assets.items()},  # noqa: S704 - our own files
        allowed={name: _digest(text) for name, text in assets.items()},
    )
    html: str = drawing.generate_html()
    return html


def _digest(text: str) -> str:
    """Name a script or style sheet as the page's Content-Security-Policy allows it: this text and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
