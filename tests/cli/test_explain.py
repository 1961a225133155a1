"""``vinculo explain``."""

import json
from pathlib import Path

import pytest

from graph.cli.app import run

CABLE = """09LIMA17
FM EMBASSY LIMA
C O N F I D E N T I A L LIMA 000017
SUBJECT: FISH
1. (SBU) Police arrested Rodrigo Velnar, alias Garza Blanca. They spoke of Norvik Brelta in passing.
2. (C) According to XXXXXXXXXXXX, Pedro Olmo is a member of the Oriente Cartel.
MONTANEL
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Import one cable into the casebook of a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fish.txt").write_text(CABLE, encoding="utf-8")
    assert run(["import", "fish.txt"]) == 0
    return tmp_path


@pytest.mark.usefixtures("book")
def test_it_tells_what_was_found_said_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Mentions and claims with confidence and rule, the rule with its file, and what was considered and left out."""
    capsys.readouterr()
    assert run(["explain", "09LIMA17", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("09LIMA17 ¶1 (SBU)\n")
    assert "  person  Rodrigo Velnar  0.9" in out
    assert "  Garza Blanca  ALIAS_OF  Rodrigo Velnar  [asserted]" in out
    assert "      arrest in rules/events.yaml: an authority arrested or holds someone\n" in out
    assert "  “Norvik Brelta”  person? weighs 1.0 of the 3.0 that it takes" in out
    assert "Olmo" not in out


@pytest.mark.usefixtures("book")
def test_json_has_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives mentions, claims and decisions with their offsets and rules."""
    capsys.readouterr()
    assert run(["explain", "09LIMA17", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["document", "paragraph", "mentions", "claims", "decisions"]
    assert told["paragraph"]["number"] == "2"
    assert all(CABLE[m["start"] : m["end"]] == m["text"] and m["rules"] for m in told["mentions"])
    assert {m["name"] for m in told["mentions"]} >= {"Oriente Cartel", "Pedro Olmo"}
    assert all(claim["rules"][0]["file"].startswith("rules/") for claim in told["claims"])
    assert {claim["attributed_to"] for claim in told["claims"]} == {"XXXXXXXXXXXX"}


def test_the_header_and_a_file(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file need not be imported; "header" names what stands outside of the paragraphs, "#2" the second of them."""
    (book / "casebook.db").unlink()
    capsys.readouterr()
    assert run(["explain", "fish.txt", "header"]) == 0
    assert "agency  Embassy Lima" in capsys.readouterr().out
    assert run(["explain", "fish.txt", "#2"]) == 0
    assert capsys.readouterr().out.startswith("09LIMA17 ¶2 (C)\n")


def test_paragraphs_without_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no paragraph has a number, a number is a paragraph's place."""
    text = "Fish\n\nMay 4, 2009\n\nNobody spoke of the fish at all.\n\nPolice arrested Rodrigo Velnar.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run(["--casebook", str(tmp_path / "none.db"), "explain", str(tmp_path / "a.txt"), "2"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0].endswith(" #2")
    assert "Rodrigo Velnar" in shown


@pytest.mark.parametrize("words", [[], ["7"], ["#3"], ["two"]])
@pytest.mark.usefixtures("book")
def test_an_unknown_paragraph_lists_them(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Whoever names no paragraph, or one that is not there, is shown those that are; exit code 2."""
    capsys.readouterr()
    assert run(["explain", "09LIMA17", *words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Error: 09LIMA17 has ")
    assert "  #1  1 (SBU)  Police arrested Rodrigo Velnar" in printed.err


@pytest.mark.usefixtures("book")
def test_a_clearance_withholds(capsys: pytest.CaptureFixture[str]) -> None:
    """At a clearance the paragraphs above it are not there, nor is the header, and nothing rests on them."""
    capsys.readouterr()
    assert run(["explain", "09LIMA17", "2", "--clearance", "SBU"]) == 2
    assert "Olmo" not in capsys.readouterr().err
    assert run(["explain", "09LIMA17", "header", "--clearance", "SBU"]) == 0
    assert "Nothing was found in it." in capsys.readouterr().out
    assert run(["explain", "09LIMA17", "1", "--clearance", "sbu"]) == 0
    assert "Rodrigo Velnar" in capsys.readouterr().out
    assert run(["explain", "09LIMA17", "1", "--clearance", "U"]) == 1
    assert capsys.readouterr().err == "Error: nothing of 09LIMA17 may be shown at U\n"


@pytest.mark.usefixtures("book")
def test_an_unknown_document(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is neither in the casebook nor a file is not found; exit code 1."""
    capsys.readouterr()
    assert run(["explain", "09LIMA18", "1"]) == 1
    assert "no document '09LIMA18', and no such file" in capsys.readouterr().err


def test_a_file_of_several_documents(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a file with several documents one has to be named by its id."""
    lines = "\n".join(json.dumps({"id": name, "text": "Nobody spoke of the fish."}) for name in ("a", "b"))
    (book / "lines.jsonl").write_text(lines, encoding="utf-8")
    capsys.readouterr()
    assert run(["explain", "lines.jsonl", "1"]) == 2
    assert "holds 2 documents; import it" in capsys.readouterr().err
