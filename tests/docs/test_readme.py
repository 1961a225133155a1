"""The README cannot lie; what its commands print is compared in test_docs.py."""

import re

from docs.generate import BLOCK, TOP
from graph.neo.library import questions

README = (TOP / "README.md").read_text(encoding="utf-8")


def test_it_shows_real_commands() -> None:
    """Every block of `vinculo` commands is one that the generator runs, a path with its quotes among them."""
    blocks = BLOCK.findall(README)
    assert len(blocks) == README.count("\n$ vinculo ", 0) - sum(block.count("\n$ vinculo ") for block in blocks)
    assert any(re.search(r"^\$ vinculo path .*\n.*hops?\n(.*\n)*? *“", block, re.MULTILINE) for block in blocks)


def test_the_two_commands_exist() -> None:
    """The commands that the README begins with are targets of the Makefile, and CI runs the same ones."""
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^make ([a-z]+)", README, flags=re.MULTILINE))
    assert {"demo", "test"} <= targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), f"no target {target}"
    assert "make test" in (TOP / ".ci" / "run").read_text(encoding="utf-8")


def test_every_folder_it_lists_exists() -> None:
    """The listing of where things are names files and folders that exist."""
    listing = README.partition("## Where things are")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `([^`]+)`", listing, flags=re.MULTILINE)
    assert named
    assert [name for name in named if not (TOP / name).exists()] == []


def test_it_counts_the_questions() -> None:
    """README and changelog tell how many questions `vinculo query` lists."""
    changes = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    counted = re.findall(r"(?:one of|answers) (\d+) questions", README + changes.partition("\n## [0-9]")[0])
    assert counted == [str(len(questions()))] * 2
