"""``vinculo load``."""

import json
from pathlib import Path

import pytest

from graph.cli.app import run
from graph.neo.connect import connect
from graph.neo.settings import Settings
from tests.neo.synthetic import clear

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Import the seeds, far from any server and any ``.env``."""
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "NEO4J_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VINCULO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert run(["--casebook", "book.db", "import", str(SEEDS)]) == 0
    return "book.db"


@pytest.mark.neo4j
def test_loading_says_what_it_did(
    book: str, neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Created, then unchanged, and at a clearance less; a dry run tells the same and writes nothing."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        clear(session)
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)

    def loaded(*options: str) -> dict[str, dict[str, int]]:
        capsys.readouterr()
        assert run(["--casebook", book, "load", "--json", *options]) == 0
        found: dict[str, dict[str, int]] = json.loads(capsys.readouterr().out)
        return found

    planned, first, again = loaded("--dry-run"), loaded(), loaded("--batch", "3")
    assert planned == first
    assert first["nodes"]["created"] > 20
    assert again["nodes"] == {"created": 0, "changed": 0, "removed": 0, "unchanged": first["nodes"]["created"]}
    assert loaded("--clearance", "U")["nodes"]["removed"] > 0
    assert run(["--casebook", book, "load"]) == 0
    assert "Relationships: " in capsys.readouterr().out


@pytest.mark.neo4j
def test_what_is_too_large_is_not_loaded_row_by_row(
    book: str, neo4j_server: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Over the size that the user sets, another server is never filled in bulk unasked; up to it, rows are loaded."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.setenv("VINCULO_BULK_OVER", "100000")
    assert run(["--casebook", book, "load"]) == 0
    assert run(["--casebook", book, "load", "--bulk-over", "10"]) == 2
    assert "for another server: --bulk --csv FOLDER" in capsys.readouterr().err
    assert run(["--casebook", book, "load", "--bulk-over", "10", "--dry-run"]) == 2
    assert "--dry-run does not go with bulk" in capsys.readouterr().err


def test_files_for_another_server(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--bulk --csv`` writes the files and prints the command that imports them."""
    capsys.readouterr()
    assert run(["--casebook", book, "load", "--bulk", "--csv", "files"]) == 0
    command = capsys.readouterr().out.split()
    assert command[:4] == ["neo4j-admin", "database", "import", "full"]
    named = {name for word in command if ".csv" in word for name in word.rpartition("=")[2].split(",")}
    assert named == {file.name for file in (tmp_path / "files").iterdir()}


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ([], 3, "no Neo4j is known: start one with 'vinculo neo4j start'"),
        (["--uri", "bolt://127.0.0.1:1"], 3, "bolt://127.0.0.1:1: no Neo4j answers there"),
        (["--uri", "http://127.0.0.1"], 2, "begins with none of"),
        (["--csv", "files"], 2, "--csv goes with --bulk"),
        (["--bulk", "--dry-run"], 2, "--dry-run does not go with bulk"),
        (["--bulk", "--database", "other"], 2, "--bulk fills the private server"),
        (["--bulk", "--csv", "f", "--clearance", "X"], 2, "the levels are U, SBU, C, S"),
        (["--bulk"], 3, "start it once: vinculo neo4j start"),
    ],
)
def test_errors_are_one_line(
    book: str, capsys: pytest.CaptureFixture[str], words: list[str], code: int, says: str
) -> None:
    """Each says what is wrong or what to do."""
    capsys.readouterr()
    assert run(["--casebook", book, "load", *words]) == code
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
