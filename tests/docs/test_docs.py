"""The documentation says what the code does: generated pages are current and links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.generate import DOCS, PAGES, TOP
from graph.cli.app import command_line
from graph.export.json import to_json
from tests.support import claim, document, mention, network_of

MARKDOWN = sorted([*TOP.glob("*.md"), *DOCS.rglob("*.md"), *TOP.glob("seeds/*.md")])
LINK = re.compile(r"(?<!`)\[[^\]\n]{1,200}\]\(([^)\s]{1,300})\)")
KEY = re.compile(r"^\| `([a-z0-9_]+)` \|", re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str) -> None:
    """The ontology, the commands' help and the README's examples are what the code says; `make docs` writes them."""
    assert (TOP / name).read_text(encoding="utf-8") == PAGES[name](), f"{name} is out of date: run 'make docs'"


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: str(page.relative_to(TOP)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository leads to a file."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith(("#", "mailto:")):
            assert (page.parent / target.partition("#")[0]).exists(), f"{page.name}: {target}"


def test_every_command_is_on_the_page() -> None:
    """docs/cli.md has a heading for every command, those below another one too."""
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (vinculo .+)$", page, re.MULTILINE)
    assert headings == [name for name, _ in every(command_line())]
    assert "vinculo neo4j start" in headings


def every(group: Any, before: str = "vinculo") -> Iterator[tuple[str, Any]]:
    """Give every command and group with its full name."""
    for name, command in group.commands.items():
        yield f"{before} {name}", command
        if hasattr(command, "commands"):
            yield from every(command, f"{before} {name}")


def test_every_help_shows_an_example() -> None:
    """So does that of the program and of a group of commands."""
    for name, command in [("vinculo", command_line()), *every(command_line())]:
        assert f"Example: {name}" in " ".join(command.help.split()), name


def test_every_decision_is_listed() -> None:
    """The table of decisions names every page of the folder."""
    listed = LINK.findall((DOCS / "decisions" / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(page.name for page in (DOCS / "decisions").glob("0*.md"))


def test_the_page_on_json_describes_the_export() -> None:
    """docs/json.md names the keys of a real export, all of them, in their order."""
    text = document("D1", "(C) Ana Belmonte Ruiz met Luis Caro.")
    ana, luis = mention(text, "Ana Belmonte Ruiz"), mention(text, "Luis Caro")
    figures = [mention(text, words, "series", title="Boats", **{"2007": 5}) for words in ("met", "Caro")]
    export = to_json(network_of([text], [ana, luis, *figures], [claim(text, "MET_WITH", ana, luis)]))
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    described = {
        heading: KEY.findall(body) for heading, body in re.findall(r"^##+ (.+)\n((?:(?!##).*\n)*)", page, re.MULTILINE)
    }
    found: dict[str, list[str]] = {}
    for name, (first, *_) in export.items():
        found[name] = list(first)
        nested: dict[str, Any] = {
            key: v[0] for key, v in first.items() if isinstance(v, list) and v and isinstance(v[0], dict)
        }
        found |= {f"{name}: {key}": list(value) for key, value in nested.items()}
    assert described == found
