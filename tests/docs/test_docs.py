"""The documentation says what the code does: generated pages are current and links lead somewhere."""

import re
from pathlib import Path

import pytest

from docs.generate import DOCS, PAGES, help_text
from graph.cli.app import COMMANDS, command_line

TOP = DOCS.parent
MARKDOWN = sorted([*TOP.glob("*.md"), *DOCS.rglob("*.md"), *TOP.glob("seeds/*.md")])
LINK = re.compile(r"(?<!`)\[[^\]\n]{1,200}\]\(([^)\s]{1,300})\)")


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_current(name: str) -> None:
    """The ontology's and the command line's reference are what the code says today; `make docs` writes them."""
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), f"docs/{name} is out of date: run 'make docs'"


@pytest.mark.parametrize("name", list(command_line().commands))
def test_every_command_shows_an_example(name: str) -> None:
    """The help of each command ends with a line that can be copied."""
    assert name in COMMANDS
    assert "Example" in help_text(name)


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: str(page.relative_to(TOP)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository leads to a file."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith(("#", "mailto:")):
            assert (page.parent / target.partition("#")[0]).exists(), f"{page.name}: {target}"
