"""``vinculo path``: how two actors are connected."""

import json
from pathlib import Path

import pytest

from graph.casebook import Casebook
from graph.cli.app import run
from graph.model import Extraction
from tests.support import claim, document, mention

TEXT = document(
    "D1",
    "(C) Ana Belmonte met Luis Caro. Rosa Tapia allegedly bribed Luis Caro, said XXXXXXXXXXXX.",
    "(SBU) Ana Belmonte met Hugo Vela. Hugo Vela met Iris Soto. Iris Soto met Rosa Tapia.",
    "(U) Olga Prado and Rosa Tapia are from Norland.",
    "(U) Aldo Ferrer is alone.",
    date="2009-11-25",
)
PEOPLE = ("Ana Belmonte", "Luis Caro", "Rosa Tapia", "Hugo Vela", "Iris Soto", "Olga Prado", "Aldo Ferrer")
ANA, LUIS, ROSA, HUGO, IRIS, OLGA, ALDO = (mention(TEXT, name) for name in PEOPLE)
MASK, PLACE = mention(TEXT, "XXXXXXXXXXXX", "source"), mention(TEXT, "Norland", "place")
CLAIMS = (
    claim(TEXT, "MET_WITH", ANA, LUIS, quote="Ana Belmonte met Luis Caro."),
    claim(
        TEXT,
        "BRIBED",
        ROSA,
        LUIS,
        quote="Rosa Tapia allegedly bribed Luis Caro, said XXXXXXXXXXXX.",
        modality="alleged",
        confidence=0.6,
        attributed_to=MASK,
        date="2008",
    ),
    claim(TEXT, "MET_WITH", ANA, HUGO, quote="Ana Belmonte met Hugo Vela."),
    claim(TEXT, "MET_WITH", HUGO, IRIS, quote="Hugo Vela met Iris Soto."),
    claim(TEXT, "MET_WITH", IRIS, ROSA, quote="Iris Soto met Rosa Tapia."),
    claim(TEXT, "NATIONAL_OF", OLGA, PLACE),
    claim(TEXT, "NATIONAL_OF", ROSA, PLACE, quote="Olga Prado and Rosa Tapia are from Norland."),
)
SHORT = """\
Ana Belmonte → Rosa Tapia: 2 hops
  Ana Belmonte met with Luis Caro  [asserted]
      “Ana Belmonte met Luis Caro.”
      D1 ¶1 (C), 2009-11-25
  Luis Caro was bribed by Rosa Tapia  [alleged, 2008]
      “Rosa Tapia allegedly bribed Luis Caro, said XXXXXXXXXXXX.”
      D1 ¶1 (C), 2009-11-25, according to XXXXXXXXXXXX
"""


@pytest.fixture
def book(tmp_path: Path) -> str:
    """Make a casebook of one document."""
    path = tmp_path / "book.db"
    with Casebook.open(path, create=True) as casebook:
        casebook.add(TEXT, Extraction((ANA, LUIS, ROSA, HUGO, IRIS, OLGA, ALDO, MASK, PLACE), CLAIMS))
    return str(path)


def test_each_hop_has_its_quote_and_place(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Hop by hop: the relation in the direction of reading, modality, quote, document, paragraph, marking, speaker."""
    assert run(["--casebook", book, "path", "ana", "tapia"]) == 0
    out, err = capsys.readouterr()
    assert out == SHORT
    assert err == "These are claims as the documents make them, not established facts.\n"


def test_several_paths_are_numbered(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With ``-k`` the next shortest follow."""
    assert run(["--casebook", book, "path", "ana", "tapia", "-k", "5"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"1. {SHORT}\n2. Ana Belmonte → Rosa Tapia: 3 hops\n  Ana Belmonte met with Hugo Vela  ")
    assert "\n3. " not in out


@pytest.mark.parametrize(
    "options",
    [
        ["--type", "met_with"],
        ["--since", "2009"],
        ["--min-confidence", "0.7"],
        ["--modality", "asserted"],
    ],
)
def test_filters_find_another_way(book: str, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    """Type, date, confidence and modality leave the alleged bribe of 2008 out."""
    assert run(["--casebook", book, "path", "ana", "tapia", *options]) == 0
    assert capsys.readouterr().out.startswith("Ana Belmonte → Rosa Tapia: 3 hops\n")


def test_a_place_connects_only_where_asked(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path exit code is 1, and the message says whether places would connect the two."""
    assert run(["--casebook", book, "path", "olga", "tapia"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(
        "Error: no path leads from Olga Prado to Rosa Tapia; there is one through places and other hubs"
    )
    assert err.endswith(": add --through-hubs\n")
    assert run(["--casebook", book, "path", "olga", "tapia", "--through-hubs"]) == 0
    assert capsys.readouterr().out.startswith("Olga Prado → Rosa Tapia: 2 hops\n")
    assert run(["--casebook", book, "path", "olga", "aldo"]) == 1
    assert capsys.readouterr().err == "Error: no path leads from Olga Prado to Aldo Ferrer\n"


def test_path_as_json(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives the ends and every path as steps with the relation of the export; no path is an empty list."""
    assert run(["--casebook", book, "path", "ana", "tapia", "--json", "-k", "2"]) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    assert (found["source"]["name"], found["target"]["kind"]) == ("Ana Belmonte", "person")
    assert [path["length"] for path in found["paths"]] == [2, 3]
    step = found["paths"][0]["steps"][1]
    assert (step["source"]["name"], step["target"]["name"], step["forward"]) == ("Luis Caro", "Rosa Tapia", False)
    assert step["relation"]["evidence"][0]["quote"] == "Rosa Tapia allegedly bribed Luis Caro, said XXXXXXXXXXXX."
    assert run(["--casebook", book, "path", "olga", "aldo", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["paths"] == []


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["ana", "nobody"], 1, "Error: nothing is called 'nobody'"),
        (["o", "ana"], 2, "Error: 'o' fits 2 entities"),
        (["ana", "BELMONTE"], 2, "Error: Ana Belmonte: both names are the same entity"),
        (["ana", "tapia", "--type", "BRIBE"], 2, "Error: 'BRIBE' is no type of relation; did you mean BRIBED"),
        (["ana", "tapia", "--modality", "sure"], 2, "Error: 'sure' is no modality"),
        (["ana", "tapia", "--since", "soon"], 2, "Error: 'soon' is no date"),
        (["ana", "tapia", "-k", "0"], 2, "Error: Invalid value for '-k'"),
        (["ana"], 2, "Error: Missing argument 'B'"),
    ],
)
def test_wrong_use_is_a_line(
    book: str, capsys: pytest.CaptureFixture[str], words: list[str], code: int, error: str
) -> None:
    """Unknown, ambiguous and identical names and impossible filters say what is wrong; nothing on stdout."""
    text = document("D2", "Otto Rey.")
    with Casebook.open(Path(book)) as casebook:
        casebook.add(text, Extraction((mention(text, "Otto Rey"),)))
    assert run(["--casebook", book, "path", *words]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(error)
