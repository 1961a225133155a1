"""``vinculo inspect``: what the reader saw, for people and as JSON lines."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CABLE = "09LIMA77\nTAGS: PE\nSUBJECT: (C) BOATS\nREF: QUITO 12\n\n1. (C) Summary: They came. End summary.\n\nEXAMPLE\n"
KEYS = (
    "id kind title date origin classification tags references classified_by declassify_on signed_by summary paragraphs"
    " problems"
)


def vinculo(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the real command in a folder."""
    command = [sys.executable, "-c", "from graph.cli import main; main()", "inspect", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a cable and an article."""
    (tmp_path / "cable.txt").write_text(CABLE, encoding="utf-8")
    (tmp_path / "boats.txt").write_text("Harbor Police Find Boats\n\nThe señor came.\n", encoding="utf-8")
    return tmp_path


def test_json_is_one_line_for_each_document(folder: Path) -> None:
    """Each document is one object with the promised keys first, on one line."""
    done = vinculo(".", "--json", folder=folder)
    assert done.returncode == 0
    article, cable = map(json.loads, done.stdout.splitlines())
    assert " ".join(cable).startswith(KEYS)
    assert (article["kind"], cable["kind"]) == ("article", "cable")
    assert cable["title"] == "BOATS"
    assert cable["references"] == ["09QUITO12"]
    assert cable["summary"] == "They came."
    [paragraph] = cable["paragraphs"]
    assert CABLE[paragraph["start"] : paragraph["end"]] == "Summary: They came. End summary."
    assert (paragraph["number"], paragraph["marking"]) == ("1", "C")


def test_a_fragment_is_read_as_the_kind_that_is_given(folder: Path) -> None:
    """A fragment that nobody would recognise is read as a cable when the user says so."""
    (folder / "fragment.txt").write_text("06LIMA5\nREF: A. LIMA 3\nB. 05 QUITO 4\n", encoding="utf-8")
    done = vinculo("fragment.txt", "--kind", "cable", "--json", folder=folder)
    assert done.returncode == 0
    assert json.loads(done.stdout)["references"] == ["06LIMA3", "05QUITO4"]


def test_people_see_fields_and_paragraphs(folder: Path) -> None:
    """Without --json the fields stand one a line, and each paragraph with its number, marking and beginning."""
    done = vinculo("cable.txt", folder=folder)
    assert done.returncode == 0
    assert "09LIMA77  BOATS" in done.stdout
    assert "  tags: PE\n" in done.stdout
    assert "  1 (C)  Summary: They came. End summary.  " in done.stdout


def test_what_cannot_be_read_is_said_on_stderr(folder: Path) -> None:
    """A problem is a line on stderr and exit code 2; the documents are still shown."""
    (folder / "empty.txt").write_bytes(b"")
    done = vinculo(".", "nowhere", "--json", folder=folder)
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 2
    assert "empty.txt: is empty" in done.stderr
    assert "nowhere: no such file or folder" in done.stderr


def test_nothing_found(tmp_path: Path) -> None:
    """An empty folder holds nothing: exit code 1."""
    assert vinculo(".", folder=tmp_path).returncode == 1


def test_an_unknown_kind(folder: Path) -> None:
    """A kind without a reader is wrong use: one line and exit code 2."""
    done = vinculo("cable.txt", "--kind", "novel", folder=folder)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "cable, article" in done.stderr
