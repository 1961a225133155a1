"""``vinculo show``: what the documents say of one actor."""

import json
from pathlib import Path

import pytest

from graph.casebook import Casebook
from graph.cli.app import run
from graph.model import Extraction
from tests.support import claim, document, mention

TEXT = document(
    "D1",
    "(C) Ana Belmonte Ruiz, aka\nLa Garza, bribed Luis Caro, said XXXXXXXXXXXX.",
    "(U) Belmonte bribed Caro. Belmonte did not meet Hugo Vela. She will meet Rosa Tapia.",
    date="2009-11-25",
    origin="Embassy Lima",
    title="Of birds",
)
ANA, GARZA, LUIS = (
    mention(TEXT, "Ana Belmonte Ruiz", role="mayor"),
    mention(TEXT, "La Garza"),
    mention(TEXT, "Luis Caro"),
)
ANA2, LUIS2, ANA3 = (
    mention(TEXT, *named) for named in (("Belmonte", "person", 1), ("Caro", "person", 1), ("Belmonte", "person", 2))
)
HUGO, ROSA, MASK = mention(TEXT, "Hugo Vela"), mention(TEXT, "Rosa Tapia"), mention(TEXT, "XXXXXXXXXXXX", "source")
CLAIMS = [
    claim(TEXT, "ALIAS_OF", GARZA, ANA),
    claim(TEXT, "BRIBED", ANA, LUIS, modality="alleged", attributed_to=MASK, date="2007"),
    claim(TEXT, "BRIBED", ANA2, LUIS2, modality="alleged", quote="Belmonte bribed Caro.", confidence=0.5, date="2007"),
    claim(TEXT, "MET_WITH", ANA3, HUGO, modality="denied", quote="Belmonte did not meet Hugo Vela."),
    claim(
        TEXT,
        "MET_WITH",
        ANA3,
        ROSA,
        modality="planned",
        quote="She will meet Rosa Tapia.",
        date="2010-02",
        role="guest",
    ),
]


@pytest.fixture
def book(tmp_path: Path) -> str:
    """Make a casebook of one document."""
    path = tmp_path / "book.db"
    with Casebook.open(path, create=True) as casebook:
        casebook.add(TEXT, Extraction((ANA, GARZA, LUIS, MASK, ANA2, LUIS2, ANA3, HUGO, ROSA), tuple(CLAIMS)))
    return str(path)


def test_show_prints_all_that_is_said_of_an_actor(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Names, role, documents, why it is one, a timeline, and each relation with modality, quote, place and speaker."""
    assert run(["--casebook", book, "show", "ana"]) == 0
    out, err = capsys.readouterr()
    head, timeline, relations = out.split("\n\n")
    assert [line.split(", person:")[0] for line in head.splitlines()] == [
        "Ana Belmonte Ruiz  person",
        "  also named: La Garza; Belmonte",
        "  role: mayor",
        "  in D1: 4 mentions  Of birds, Embassy Lima, 2009-11-25",
        "  one, because the text says that “La Garza” is another name of “Ana Belmonte Ruiz” (D1)",
        "  one, because “Belmonte” is one and the same throughout the document (D1)",
        "  one, because “Belmonte” is the surname of “Ana Belmonte Ruiz” (D1)",
    ]
    assert timeline.splitlines() == [
        "Timeline",
        "  2007        bribed Luis Caro (alleged)",
        "  2010-02     met with Rosa Tapia (planned)",
    ]
    assert relations.splitlines() == [
        "Relations",
        "  bribed Luis Caro  [alleged, 2007]",
        "      “Ana Belmonte Ruiz, aka La Garza, bribed Luis Caro, said XXXXXXXXXXXX.”",
        "      D1 ¶1 (C), Embassy Lima, 2009-11-25, according to XXXXXXXXXXXX",
        "      and 1 more quote; --all shows them",
        "  met with Hugo Vela  [denied]",
        "      “Belmonte did not meet Hugo Vela.”",
        "      D1 ¶2 (U), Embassy Lima, 2009-11-25",
        "  met with Rosa Tapia  [planned, 2010-02, role: guest]",
        "      “She will meet Rosa Tapia.”",
        "      D1 ¶2 (U), Embassy Lima, 2009-11-25",
    ]
    assert err == "These are claims as the documents make them, not established facts.\n"


def test_show_all_prints_every_quote(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--all`` leaves no quote out."""
    assert run(["--casebook", book, "show", "la garza", "--all"]) == 0
    out = capsys.readouterr().out
    assert "“Belmonte bribed Caro.”" in out
    assert "more quote" not in out


def test_show_says_a_relation_from_the_side_of_the_actor(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the one who was bribed it says that he was; without a date there is no timeline."""
    run(["--casebook", book, "show", "luis caro"])
    assert "  was bribed by Ana Belmonte Ruiz  [alleged, 2007]\n" in capsys.readouterr().out
    run(["--casebook", book, "show", "hugo"])
    assert "Timeline" not in capsys.readouterr().out


def test_show_says_that_nothing_is_known(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An actor without a relation is shown with that."""
    assert run(["--casebook", book, "show", "xxxxxxxxxxxx"]) == 0
    assert capsys.readouterr().out.endswith("\n\nNo relation of it is known.\n")


def test_show_as_json_has_the_parts_of_the_export(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives the entity, relations and documents as the export does, and who is at the other ends."""
    assert run(["--casebook", book, "show", "belmonte", "--json"]) == 0
    out, err = capsys.readouterr()
    shown = json.loads(out)
    assert err == ""
    assert list(shown) == ["entity", "relations", "others", "documents", "totals"]
    assert shown["entity"]["name"] == "Ana Belmonte Ruiz"
    assert sorted(len(relation["evidence"]) for relation in shown["relations"]) == [1, 1, 2]
    assert sorted(other["name"] for other in shown["others"]) == ["Hugo Vela", "Luis Caro", "Rosa Tapia"]
    assert [found["id"] for found in shown["documents"]] == ["D1"]
    ends = {end for relation in shown["relations"] for end in (relation["source"], relation["target"])}
    assert ends == {shown["entity"]["id"], *(other["id"] for other in shown["others"])}


@pytest.mark.parametrize(
    ("name", "code", "error"),
    [
        ("nobody", 1, "Error: nothing is called 'nobody'"),
        ("a", 2, "Error: 'a' fits "),
        ("!", 2, "Error: '!' is no name"),
    ],
)
def test_a_name_that_finds_nobody_or_several(
    book: str, capsys: pytest.CaptureFixture[str], name: str, code: int, error: str
) -> None:
    """Not found is exit code 1, ambiguous 2 with the candidates, both one line and nothing on stdout."""
    with Casebook.open(Path(book)) as casebook:
        other = document("D2", "Anselmo Tapia.")
        casebook.add(other, Extraction((mention(other, "Anselmo Tapia"),)))
    assert run(["--casebook", book, "show", name]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(error)
    assert ("  Anselmo Tapia (person; D2) person:" in err) == (name == "a")


@pytest.fixture
def papers(tmp_path: Path) -> str:
    """Make a casebook of two cables of which one cites the other, and a third that is not there."""
    path = tmp_path / "papers.db"
    first = document("09LIMA1", "(U) Ana Belmonte left.", references=("08QUITO2", "07LIMA3"), tags=("SNAR", "PE"))
    with Casebook.open(path, create=True) as casebook:
        casebook.add(first, Extraction((mention(first, "Ana Belmonte"),), ()))
        casebook.add(document("08QUITO2", "(U) Nobody left.", title="Of boats"), Extraction((), ()))
    return str(path)


def test_show_prints_a_document_and_its_citations(papers: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An id shows the header, whom it names, what it cites, imported or not, and what cites it."""
    assert run(["--casebook", papers, "show", "09 lima 1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "09LIMA1  cable",
        "  Title of 09LIMA1",
        "  tags: SNAR, PE",
        "  names: person 1",
        "",
        "Cites",
        "  08QUITO2  Of boats",
        "  07LIMA3  (not imported)",
    ]
    assert run(["--casebook", papers, "show", "07LIMA3"]) == 0
    assert capsys.readouterr().out == "07LIMA3  not imported\n\nCited by\n  09LIMA1  Title of 09LIMA1\n"


def test_show_a_document_as_json(papers: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives the document as the export does, and both ends of its citations; null where it is only cited."""
    assert run(["--casebook", papers, "show", "08QUITO2", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["document"]["title"], shown["document"]["cited_by"]) == ("Of boats", ["09LIMA1"])
    assert shown["cited_by"] == [{"id": "09LIMA1", "imported": True, "title": "Title of 09LIMA1"}]
    assert run(["--casebook", papers, "show", "07LIMA3", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["document"], shown["cites"], len(shown["cited_by"])) == (None, [], 1)


@pytest.fixture
def figures(tmp_path: Path) -> str:
    """Make a casebook of a total of 254 kg, of 300 kg listed and of 90 kg that may count."""
    paper = document(
        "09LIMA1",
        "(U) Cocaine seized in Tarma, in kg:",
        "(U) In 2004 police seized 300 kilos of cocaine in Tarma and 90 kilos of cocaine elsewhere.",
    )
    total = mention(
        paper,
        "Cocaine seized in Tarma, in kg",
        "series",
        title="Cocaine seized in Tarma, in kg",
        unit="kg",
        **{"2004": 254},
    )
    tarma = mention(paper, "Tarma", "place")
    again = mention(paper, "Tarma", "place", 1)
    sure, perhaps = (
        mention(paper, words, "seizure", name=name, amount_kg=kg, substance="cocaine", date="2004")
        for words, name, kg in (
            ("300 kilos of cocaine", "Seizure of 300 kg", 300.0),
            ("90 kilos of cocaine", "Seizure of 90 kg", 90.0),
        )
    )
    path = tmp_path / "figures.db"
    with Casebook.open(path, create=True) as casebook:
        casebook.add(paper, Extraction((total, tarma, again, sure, perhaps), (claim(paper, "SEIZED_IN", sure, again),)))
    return str(path)


@pytest.mark.parametrize("name", ["Cocaine seized", "Seizure of 300", "Seizure of 90", "09LIMA1"])
def test_show_puts_a_reported_total_beside_the_seizures(
    figures: str, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The series, each of the seizures and the document show the comparison, in words and as JSON."""
    assert run(["--casebook", figures, "show", name]) == 0
    assert capsys.readouterr().out.split("\n\n")[-1].splitlines() == [
        "Reported totals",
        "  2004  254 kg reported, 300 kg listed, 90 kg more may be counted: more than was reported",
        "        of: Cocaine seized in Tarma, in kg (09LIMA1)",
        "        Seizure of 300 kg (09LIMA1)",
        "        Seizure of 90 kg (09LIMA1) (may be counted)",
    ]
    assert run(["--casebook", figures, "show", name, "--json"]) == 0
    (total,) = json.loads(capsys.readouterr().out)["totals"]
    assert (total["verdict"], total["found"], total["undecided"]) == ("exceeds", 300, 90)
