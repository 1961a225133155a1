"""The commands around the casebook: import, status, remove, export. Run as a user runs them."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.casebook import Casebook
from tests.pipeline.corpus import texts, write_folder

ROOT = Path(__file__).parents[2]
Vinculo = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def vinculo(tmp_path: Path) -> Vinculo:
    """Run the command in a folder of its own, which is also where its casebook is."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("VINCULO_CASEBOOK", None)

    def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-c", "from graph.cli import main; main()", *map(str, words)]
        return subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return command


def test_import_says_what_was_found(tmp_path: Path, vinculo: Vinculo) -> None:
    """The summary is one sentence on stdout, nothing on stderr, exit code 0; the second time nothing is new."""
    write_folder(tmp_path / "documents", 3)
    done = vinculo("import", "documents")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 documents added, 0 replaced, 0 unchanged; ")
    assert done.stdout.endswith(" claims found.\n")
    assert vinculo("import", "documents").stdout == (
        "0 documents added, 0 replaced, 3 unchanged; 0 mentions and 0 claims found.\n"
    )


def test_import_as_json(tmp_path: Path, vinculo: Vinculo) -> None:
    """``--json`` prints the summary as one object, and problems still go to stderr."""
    write_folder(tmp_path / "documents", 3)
    (tmp_path / "documents" / "empty.txt").touch()
    done = vinculo("import", "documents", "--json", "--jobs", "2")
    summary = json.loads(done.stdout)
    assert list(summary) == ["added", "unchanged", "replaced", "mentions", "claims", "problems", "unread"]
    assert (summary["added"], summary["unread"], done.returncode) == (3, 1, 2)
    assert done.stderr == "documents/empty.txt: is empty; skipped\n"


def one_long_line(folder: Path) -> None:
    """Write a file of one line of 100 MB."""
    with (folder / "bad.txt").open("wb") as file:
        for _ in range(100):
            file.write(b"word " * 200_000)


def write(name: str, data: bytes) -> Callable[[Path], None]:
    """Return what writes a file of these bytes."""
    return lambda folder: (folder / name).write_bytes(data) and None


def loop(folder: Path) -> None:
    """Make two links that lead to each other."""
    (folder / "bad.txt").symlink_to("other.txt")
    (folder / "other.txt").symlink_to("bad.txt")


BAD: dict[str, Callable[[Path], None]] = {
    "empty": write("bad.txt", b""),
    "binary": write("bad.txt", bytes(range(256)) * 20),
    "NUL": write("bad.txt", b"Ana Belmonte was arrested.\0" * 3),
    "not JSON": write("bad.jsonl", b'{"id": "x", "text": "Ana was arrested."}\n{"id": "y", "text": \n'),
    "cut gzip": write("bad.gz", gzip.compress(os.urandom(4000))[:900]),
    "no zip": write("bad.zip", b"PK\x03\x04" + b"x" * 500),
    "links in a circle": loop,
    "one long line": one_long_line,
}


@pytest.mark.parametrize("make", BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_line_and_the_others_are_imported(
    tmp_path: Path, vinculo: Vinculo, make: Callable[[Path], None]
) -> None:
    """A file that cannot be read is named on stderr, exit code 2 at the end; all other documents are imported."""
    folder = write_folder(tmp_path / "documents", 3)
    make(folder)
    done = vinculo("import", "documents")
    assert done.returncode == 2
    assert done.stderr
    assert all(line.startswith(("documents/bad", "documents/other")) for line in done.stderr.splitlines())
    assert "Traceback" not in done.stderr
    with Casebook.open(tmp_path / "casebook.db") as casebook:
        assert {title[0] for title in casebook.titles()} >= {"07BRIDGETOWN1", "07BRIDGETOWN2", "0002"}


def test_a_missing_path_is_named(tmp_path: Path, vinculo: Vinculo) -> None:
    """A path that is not there is one line, and the others are imported."""
    write_folder(tmp_path / "documents", 1)
    done = vinculo("import", "nowhere", "documents")
    assert (done.returncode, done.stderr) == (2, "nowhere: no such file or folder\n")
    assert done.stdout.startswith("1 document added")


def test_an_unreadable_file_is_named(tmp_path: Path, vinculo: Vinculo) -> None:
    """A file without permission is one line."""
    folder = write_folder(tmp_path / "documents", 2)
    (folder / "0000.txt").chmod(0)
    if os.access(folder / "0000.txt", os.R_OK):
        pytest.skip("permissions do not bind root; the test needs another user")
    done = vinculo("import", "documents")
    assert (done.returncode, done.stderr) == (2, "documents/0000.txt: may not be read: permission denied\n")


@pytest.mark.parametrize(
    "text", ["Nothing of note happened on that day, and nobody was there.\n", "\n".join(["It rained."] * 9)]
)
def test_a_document_with_no_actor_is_a_document(tmp_path: Path, vinculo: Vinculo, text: str) -> None:
    """A readable document in which nobody is named is imported, and is no error."""
    (tmp_path / "calm.txt").write_text(text, encoding="utf-8")
    done = vinculo("import", "calm.txt")
    assert done.returncode == 0
    assert done.stdout.startswith("1 document added")
    assert json.loads(vinculo("export").stdout)["documents"][0]["id"] == "calm"


def test_a_header_without_a_body_is_a_document(tmp_path: Path, vinculo: Vinculo) -> None:
    """A cable that ends after its header is imported with what the header says."""
    cable = texts(1)["0000.txt"]
    (tmp_path / "cable.txt").write_text(cable[: cable.index("1. (C)")], encoding="utf-8")
    done = vinculo("import", "cable.txt")
    assert done.returncode == 0
    assert json.loads(vinculo("export").stdout)["documents"][0]["date"] == "2007-06-05"


def test_status_counts(tmp_path: Path, vinculo: Vinculo) -> None:
    """``status`` counts what the casebook holds, in words and as JSON."""
    write_folder(tmp_path / "documents", 3)
    vinculo("import", "documents")
    lines = vinculo("status").stdout.splitlines()
    assert lines[0] == "casebook.db"
    assert lines[1].split() == ["documents", "3", "cable", "2,", "article", "1"]
    held = json.loads(vinculo("status", "--json").stdout)
    assert list(held) == ["casebook", "documents", "mentions", "claims", "judgements", "problems", "plugins"]
    assert held["documents"] == {"article": 1, "cable": 2}
    assert held["plugins"] == []
    assert held["mentions"]["person"] > 3


def test_status_lists_the_documents(tmp_path: Path, vinculo: Vinculo) -> None:
    """``--documents`` gives id, kind, date and title, a line each, or as JSON."""
    write_folder(tmp_path / "documents", 1)
    vinculo("import", "documents")
    fields = ["07BRIDGETOWN1", "cable", "2007-06-05", "Arrests in the harbor, part 1"]
    assert vinculo("status", "--documents").stdout == "\t".join(fields) + "\n"
    listed = json.loads(vinculo("status", "--documents", "--json").stdout)
    assert listed == [dict(zip(("id", "kind", "date", "title"), fields, strict=True))]


def test_status_lists_the_problems(tmp_path: Path, vinculo: Vinculo) -> None:
    """``--problems`` gives the document and what was of no use in it, by line or as JSON; the count says so."""
    (tmp_path / "undated.txt").write_text("Harbour quiet\n\nAna Ruiz met Luis Caro, police said.\n", encoding="utf-8")
    reported = vinculo("import", "undated.txt").stderr
    lines = vinculo("status", "--problems").stdout.splitlines()
    held = json.loads(vinculo("status", "--problems", "--json").stdout)
    assert lines
    assert [f"{each['document']}\t{each['source']}" for each in held] == [line.partition(": ")[0] for line in lines]
    assert all(each["message"] in reported for each in held)
    assert f"problems {len(lines)} 'vinculo status --problems'" in " ".join(vinculo("status").stdout.split())


def test_remove_retracts_one_document(tmp_path: Path, vinculo: Vinculo) -> None:
    """A removed document is gone; an unknown one is exit code 1 and one line."""
    write_folder(tmp_path / "documents", 3)
    vinculo("import", "documents")
    done = vinculo("remove", "07BRIDGETOWN1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Removed 07BRIDGETOWN1.\n")
    again = vinculo("remove", "07BRIDGETOWN1")
    assert again.returncode == 1
    assert again.stderr == (
        "Error: casebook.db: no document '07BRIDGETOWN1'; 'vinculo status --documents' lists them\n"
    )
    assert [text["id"] for text in json.loads(vinculo("export").stdout)["documents"]] == ["0002", "07BRIDGETOWN2"]


def test_export_writes_a_file_or_stdout(tmp_path: Path, vinculo: Vinculo) -> None:
    """``-o FILE`` and stdout get the same bytes, and the file's path is told on stderr."""
    write_folder(tmp_path / "documents", 3)
    vinculo("import", "documents")
    done = vinculo("export", "--format", "json", "-o", "graph.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Wrote graph.json: ")
    assert vinculo("export").stdout == (tmp_path / "graph.json").read_text(encoding="utf-8")
    assert vinculo("export", "-o", "nowhere/graph.json").returncode == 2
    assert vinculo("export", "--format", "xls").stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["status"], ["remove", "D1"], ["export"]])
def test_without_a_casebook_the_way_to_one_is_shown(tmp_path: Path, vinculo: Vinculo, words: list[str]) -> None:
    """A command that needs a casebook says how to make one, and makes none."""
    done = vinculo(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: casebook.db: there is no casebook yet; make one with 'vinculo --casebook casebook.db import FOLDER'\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_import_into_something_else_is_refused(tmp_path: Path, vinculo: Vinculo) -> None:
    """A file that is no casebook is not written to."""
    write_folder(tmp_path / "documents", 1)
    (tmp_path / "diary.txt").write_text("Dear diary", encoding="utf-8")
    done = vinculo("--casebook", "diary.txt", "import", "documents")
    assert (done.returncode, done.stderr) == (
        2, "Error: diary.txt: this is not a casebook; name another file with --casebook\n",
    )  # fmt: skip
    assert (tmp_path / "diary.txt").read_text(encoding="utf-8") == "Dear diary"
