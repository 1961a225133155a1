"""What Neo4j Browser is dressed with: a guide over the user's own graph, a style, a pack of favorites. Pure texts."""

import html
import io
import json
import re
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import yaml

from graph.model import Value
from graph.neo.library import Statement, question, statements
from graph.ontology import Kind, ontology

__all__ = ["guide", "pack", "style", "write_pack"]


def style() -> str:
    """Write the GraSS style: each kind in its colour with its name, each relation with its type along the arrow."""
    rules = [
        _rule("node", {"diameter": "65px", "color": "#A5ABB6", "border-color": "#8A909B", "border-width": "2px",
                       "text-color-internal": "#FFFFFF", "font-size": "10px"}),
        _rule("relationship", {"color": "#8A909B", "shaft-width": "1px", "font-size": "8px", "padding": "3px",
                               "text-color-external": "#000000", "text-color-internal": "#FFFFFF",
                               "caption": '"<type>"'}),
        # The labels that a node has beside its kind come first, so that the kind's own rule is the last to apply.
        *(_rule(f"node.{label}", {"caption": '"{name}"'}) for label in ("Entity", "Actor")),
        *(_kind(kind) for kind in ontology().kinds.values()),
        _rule("node.Document", {"color": "#FFFFFF", "border-color": "#54585F", "text-color-internal": "#000000",
                                "diameter": "80px", "caption": '"{id}"'}),
        _rule("node.Paragraph", {"color": "#F4F1DE", "border-color": "#8A909B", "text-color-internal": "#000000",
                                 "diameter": "50px", "caption": '"{number}"'}),
    ]  # fmt: skip
    return "\n".join(rules)


def guide(examples: Mapping[str, Value], base: str) -> str:
    """Write the guide's page.

    Args:
        examples: parameter → a value of the user's graph.
        base: the address that the guide and the style are served from.
    """
    slides = yaml.safe_load(files("graph.neo").joinpath("guide.yaml").read_text(encoding="utf-8"))
    page = Template(files("graph.neo").joinpath("guide.html").read_text(encoding="utf-8"))
    return page.substitute(slides="\n".join(_slide(slide, examples, base) for slide in slides))


def filled(asked: Statement, examples: Mapping[str, Value]) -> str:
    """Return a question's text with its parameters replaced by values, ready to run on one click."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        return json.dumps(examples[name], ensure_ascii=False) if name in asked.parameters else found[0]

    lines = [line for line in asked.text.splitlines() if not line.startswith("//")]
    return f"// {asked.title}\n" + re.sub(r"\$(\w{1,100})", value, "\n".join(lines))


def pack() -> bytes:
    """Make the pack of favorites: a zip of the questions in one folder; the same questions give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for each in statements("ask"):
            entry = zipfile.ZipInfo(f"Vinculo/{each.short}.cypher", (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # as if made on Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, each.text)
    return buffer.getvalue()


def write_pack(folder: Path) -> list[Path]:
    """Write the pack and the style into a folder, to drop into Neo4j Browser; return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {folder / "vinculo-favorites.zip": pack(), folder / "vinculo.grass": style().encode()}
    for file, content in written.items():
        file.write_bytes(content)
    return list(written)


def _slide(slide: Mapping[str, Any], examples: Mapping[str, Value], base: str) -> str:
    asked = [question(name) for name in slide["questions"]]
    parts = [f"<h3>{html.escape(slide['heading'])}</h3>", f"<p>{html.escape(slide['text'])}</p>"]
    parts += [_runnable(f":style {base}/vinculo.grass")] if slide.get("style") else []
    for each in asked:
        if all(name in examples for name in each.parameters):
            parts += [f"<h4>{html.escape(each.title)}</h4>", f"<p>{html.escape(each.about)}</p>"]
            parts.append(_runnable(filled(each, examples)))
    return "\n".join(['<slide class="row-fluid"><div class="col-sm-12">', *parts, "</div></slide>"])


def _runnable(text: str) -> str:
    return f'<pre class="pre-scrollable code runnable">{html.escape(text, quote=False)}</pre>'


def _kind(kind: Kind) -> str:
    size = "80px" if "organized" in kind.groups else "65px"
    colours = {"color": kind.colour, "border-color": _darker(kind.colour), "text-color-internal": _ink(kind.colour)}
    return _rule(f"node.{kind.label}", {**colours, "diameter": size, "caption": '"{name}"'})


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    return "\n".join([f"{selector} {{", *(f"  {name}: {value};" for name, value in properties.items()), "}", ""])


def _channels(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def _darker(colour: str) -> str:
    return "#" + "".join(f"{channel * 4 // 5:02X}" for channel in _channels(colour))


def _ink(colour: str) -> str:
    """Choose black or white, whichever is easier to read on the colour."""
    red, green, blue = _channels(colour)
    return "#000000" if 299 * red + 587 * green + 114 * blue > 140_000 else "#FFFFFF"
