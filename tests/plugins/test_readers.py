"""Plug-ins that read other kinds of documents."""

import re
from pathlib import Path

import pytest

from tests.plugins.installed import TOP, install, vinculo

READER = """
    from graph.documents import Reader
    from graph.model import Document, Paragraph

    def read(text):
        {}
        body = text.index("\\n") + 1
        parts = (Paragraph("1", "", body, len(text)),)
        return Document("", "log", text, "", "", title=text[:body].strip(), paragraphs=parts)

    log = Reader({!r}, lambda text: text.startswith("LOG OF"), read)
"""


def reader(site: Path, *, first: str = "", kind: str = "log") -> None:
    """Install a reader for logs of ships."""
    install(site, "logs", {"logs": "logs:log"}, READER.format(first, kind), group="vinculo.readers")


def test_the_page_s_reader_reads(site: Path) -> None:
    """The reader on docs/plugins.md can be installed as it is printed."""
    page = (TOP / "docs" / "plugins.md").read_text(encoding="utf-8")
    (code,) = (block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "log = Reader(" in block)
    install(site, "logs", {"logs": "logs:log"}, code, group="vinculo.readers")
    assert "  kind: log" in vinculo(site, "inspect", "log.txt").stdout


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a folder with a log and an article."""
    (tmp_path / "log.txt").write_text("LOG OF THE GULL\nPedro Olmo came aboard.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Fish\n\nBy Ana Ruiz\n\nMay 4, 2009\n\nNobody spoke.\n", encoding="utf-8")
    return tmp_path


def test_a_reader_reads_its_kind(site: Path) -> None:
    """A plug-in's reader is asked first, reads what it recognises, and leaves the rest to the others."""
    reader(site)
    assert vinculo(site, "import", "log.txt", "b.txt").returncode == 0
    listed = vinculo(site, "status", "--documents").stdout
    assert "log\tlog\t\tLOG OF THE GULL" in listed
    assert "b\tarticle\t2009-05-04\tFish" in listed
    assert vinculo(site, "inspect", "b.txt", "--kind", "log").stdout.splitlines()[1] == "  kind: log"
    assert "kind: article" in vinculo(site, "inspect", "log.txt", VINCULO_PLUGINS="").stdout


DOES = {
    "ERROR": ("raise ValueError('wet')", "failed; VINCULO_PLUGINS chooses"),
    "TYPE": ("return text", "reads a str, not a Document;"),
    "TEXT": ("text = text.upper()", "changes the text,"),
    "PLACE": ("return Document('', 'log', text, '', '', paragraphs=(Paragraph('1', '', 0, 999),))",
              "has a paragraph at 0-999,"),
}  # fmt: skip


def test_a_failure_is_the_documents_problem(site: Path) -> None:
    """What a reader cannot read is named in one line with the plug-in, and all else is imported."""
    reader(site, first="\n        ".join(f"if {name!r} in text: {does}" for name, (does, _) in DOES.items()))
    for name in DOES:
        (site / f"{name}.txt").write_text(f"LOG OF THE {name}\nPedro Olmo came aboard.\n", encoding="utf-8")
    done = vinculo(site, "import", *(f"{name}.txt" for name in DOES), "b.txt", "log.txt")
    assert done.returncode == 2
    lines = sorted(done.stderr.splitlines())
    for line, (name, (_, message)) in zip(lines, sorted(DOES.items()), strict=True):
        assert line.startswith(f"{name}.txt: plug-in 'logs' (logs 1.0) {message}")
    assert done.stdout.startswith("2 documents added")


@pytest.mark.parametrize(
    ("kind", "target", "message"),
    [
        ("cable", "logs:log", "reads the kind 'cable', which has a reader already"),
        ("log", "logs:read", "is a function, not a Reader"),
    ],
)
def test_a_reader_that_cannot_be_used_ends_the_import(site: Path, kind: str, target: str, message: str) -> None:
    """Which of two readers reads a kind is nobody's guess."""
    reader(site, kind=kind)
    install(site, "logs", {"logs": target}, group="vinculo.readers", version="1.1")
    done = vinculo(site, "import", "log.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: plug-in 'logs' (logs 1.1) ")
    assert message in done.stderr
