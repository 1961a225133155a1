"""Holding the importer's export against annotations."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.__main__ import main
from evaluation.compare import Export, Figures, Slip, compare
from evaluation.gold import Gold, load
from evaluation.report import slips_page, table
from evaluation.sentences import sentence_of
from graph.export.json import to_json
from tests.support import claim, document, mention, network_of

TEXT = document(
    "09EXAMPLEVILLE12",
    "(C) The Harbor Police arrested Ana Belmonte, aka La Garza, and Luis Caro. Rosa Tapia left.",
    "(U) The police seized 40 kilos of cocaine. Hugo Vela, of the Marlin Cartel, met Luis Caro.",
    date="2009-11-25",
    classification="CONFIDENTIAL",
    title="BOATS",
    tags=("SNAR",),
)
ANA, GARZA, LUIS = mention(TEXT, "Ana Belmonte"), mention(TEXT, "La Garza"), mention(TEXT, "Luis Caro")
ROSA, HUGO, LUIS2 = mention(TEXT, "Rosa Tapia"), mention(TEXT, "Hugo Vela"), mention(TEXT, "Luis Caro", occurrence=1)
POLICE, CARTEL = mention(TEXT, "Harbor Police", "agency"), mention(TEXT, "Marlin Cartel", "cartel")
COCAINE = mention(TEXT, "40 kilos of cocaine", "seizure", amount_kg=40.0, substance="cocaine")
MENTIONS = [ANA, GARZA, LUIS, ROSA, HUGO, LUIS2, POLICE, CARTEL, COCAINE]
CLAIMS = [
    claim(TEXT, "ALIAS_OF", GARZA, ANA),
    claim(TEXT, "ARRESTED", POLICE, ANA),
    claim(TEXT, "HEAD_OF", HUGO, CARTEL),
    claim(TEXT, "MET_WITH", LUIS2, HUGO, modality="denied"),
]
WANTED: dict[str, Any] = {
    "document": {
        "id": "09EXAMPLEVILLE12", "date": "2009-11-25", "classification": "CONFIDENTIAL", "subject": "Boats",
        "tags": ["SNAR"],
    },
    "paragraphs": [{"number": "1", "marking": "C"}, {"number": "2", "marking": "U"}],
    "persons": [
        {"name": "Ana Belmonte", "mentions": [], "aliases": ["La Garza"]},
        {"name": "Luis Caro", "mentions": ["Mr. Caro"], "aliases": []},
        {"name": "Hugo Vela", "mentions": [], "aliases": []},
    ],
    "organizations": [{"name": "Harbor Police", "mentions": []}, {"name": "Marlin Cartel", "mentions": []}],
    "cases": [],
    "vessels_aircraft": [],
    "agreements": [],
    "seizures": [{"amount": 40, "unit": "kilos", "substance": "cocaine", "quote": "40 kilos of cocaine"}],
    "relations": [
        {"type": "alias_of", "source": "La Garza", "target": "Ana Belmonte", "quote": "aka La Garza"},
        {"type": "arrested", "source": "Harbor Police", "target": "Ana Belmonte", "quote": "arrested Ana Belmonte"},
        {"type": "member_of", "source": "Hugo Vela", "target": "Marlin Cartel", "quote": "of the Marlin Cartel"},
    ],
}  # fmt: skip


@pytest.fixture
def export() -> Export:
    """Build the export of the document."""
    return to_json(network_of([TEXT], MENTIONS, CLAIMS))


def gold(tmp_path: Path, **changed: Any) -> Gold:
    """Write an annotation, with parts that differ, and read it."""
    path = tmp_path / "one.json"
    path.write_text(json.dumps({**WANTED, **changed}), encoding="utf-8")
    return load(path)


def measured(tmp_path: Path, export: Export, layer: str, **changed: Any) -> tuple[Figures, list[tuple[str, str]]]:
    """Return the figures of a layer, and kind and subject of its slips."""
    figures, slips = compare(gold(tmp_path, **changed), export, TEXT.text)
    return figures[layer], [(slip.kind, slip.what) for slip in slips if slip.layer == layer]


def person(name: str, *mentions: str) -> dict[str, Any]:
    """Annotate a person."""
    return {"name": name, "mentions": list(mentions), "aliases": []}


def test_what_is_right_is_counted_and_what_is_beyond_is_a_false_alarm(tmp_path: Path, export: Export) -> None:
    """All annotated persons are there; one found beyond them costs precision and is listed with its sentence."""
    figures, slips = compare(gold(tmp_path), export, TEXT.text)
    assert figures["persons"] == Figures(3, 3, 4, 3)
    assert figures["persons"].f1 == pytest.approx(2 * 0.75 / 1.75)
    assert [slip for slip in slips if slip.layer == "persons"] == [
        Slip("persons", "false alarm", "Rosa Tapia", "Rosa Tapia left.")
    ]


def test_what_was_not_found_is_a_miss_with_its_sentence(tmp_path: Path, export: Export) -> None:
    """A person, an organisation and a seizure that are not there."""
    people = [
        person("Ana Belmonte"),
        person("Luis Caro"),
        person("Rosa Tapia"),
        person("Hugo Vela"),
        person("Bruno Ruiz"),
    ]
    assert measured(tmp_path, export, "persons", persons=people) == (Figures(5, 4, 4, 4), [("missed", "Bruno Ruiz")])
    navy = [{"name": "Navy", "mentions": []}]
    assert measured(tmp_path, export, "organizations", organizations=navy) == (Figures(1, 0), [("missed", "Navy")])
    salt = [{"amount": 40, "unit": "tons", "substance": "cocaine", "quote": "x"}]
    assert measured(tmp_path, export, "seizures", seizures=salt) == (
        Figures(1, 0, 1, 0),
        [("missed", "40000 kg of cocaine"), ("false alarm", COCAINE.name)],
    )


def test_one_of_two_and_two_for_one(tmp_path: Path, export: Export) -> None:
    """One found person for two annotated is a wrong merge, two for one a split."""
    people = [person("Ana Belmonte"), person("La Garza"), person("Luis Caro", "Hugo Vela"), person("Rosa Tapia")]
    figures, slips = measured(tmp_path, export, "persons", persons=people)
    assert figures == Figures(4, 4, 4, 4)
    assert slips == [("split", "Luis Caro: Hugo Vela, Luis Caro"), ("wrong merge", "Ana Belmonte and La Garza")]


def test_relations_agree_in_type_and_ends(tmp_path: Path, export: Export) -> None:
    """The same type is right, a near one half; what is denied is none; an alias is a name of the same entity."""
    assert measured(tmp_path, export, "relations") == (
        Figures(2, 1.5, 2, 2),
        [("near", "member_of: Hugo Vela → Marlin Cartel")],
    )
    assert measured(tmp_path, export, "aliases")[0] == Figures(1, 1)


def test_a_relation_that_is_not_annotated_is_a_false_alarm(tmp_path: Path, export: Export) -> None:
    """Its quote is listed; one with an end that is not annotated is not rated."""
    figures, slips = measured(tmp_path, export, "relations", relations=[])
    assert figures == Figures(0, 0, 2, 0)
    assert ("false alarm", "ARRESTED: Harbor Police → Ana Belmonte (asserted)") in slips
    figures, _ = measured(tmp_path, export, "relations", relations=[], persons=[person("Hugo Vela")])
    assert figures == Figures(0, 0, 1, 0)


def test_a_party_without_a_name_may_be_anybody(tmp_path: Path, export: Export) -> None:
    """An annotated end of null fits any."""
    told = [{"type": "arrested", "source": None, "target": "Ana Belmonte", "quote": "x"}]
    assert measured(tmp_path, export, "relations", relations=told)[0].matched == 1
    told = [{"type": "arrested", "source": None, "target": "Luis Caro", "quote": "x"}]
    assert measured(tmp_path, export, "relations", relations=told)[0].matched == 0


def test_header_fields(tmp_path: Path, export: Export) -> None:
    """Each field counts by itself; an annotation without paragraphs is no cable's."""
    assert measured(tmp_path, export, "header") == (Figures(6, 6), [])
    wrong = {**WANTED["document"], "tags": ["PREL"]}
    assert measured(tmp_path, export, "header", document=wrong) == (Figures(6, 5), [("wrong", "tags")])
    assert measured(tmp_path, export, "header", paragraphs=[])[0] == Figures()


def test_evidence_stands_at_its_offsets(tmp_path: Path, export: Export) -> None:
    """A quote that is not there is wrong."""
    assert measured(tmp_path, export, "evidence")[0] == Figures(0, 0, 3, 3)
    export["relations"][0]["evidence"][0]["start"] += 1
    assert measured(tmp_path, export, "evidence")[0] == Figures(0, 0, 3, 2)


def test_a_name_is_found_over_a_line_break() -> None:
    """The sentence around it comes on one line."""
    text = "Nobody left. In May Ana\nBelmonte came,\nsaid he. Then she left."
    assert sentence_of(text, ["Ana Belmonte"]) == "In May Ana Belmonte came, said he."
    assert sentence_of(text, ["Luis Caro"]) == ""


def test_table_and_page(tmp_path: Path, export: Export) -> None:
    """Every layer has a line of figures; the page begins with how often what went wrong."""
    figures, slips = compare(gold(tmp_path), export, TEXT.text)
    lines = list(table(figures))
    assert lines[2].split() == ["persons", "3", "3", "4", "3", "0.750", "1.000", "0.857"]
    assert lines[3].split() == ["organizations", "2", "2", "1.000"]
    page = list(slips_page({"one": slips}))
    assert "    1  persons: false alarm" in page
    assert page[page.index("persons, false alarm: Rosa Tapia") + 1] == "    Rosa Tapia left."


@pytest.mark.parametrize("capitals", [False, True])
def test_the_command_measures_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, capitals: bool) -> None:
    """Figures on stdout, slips in the file; the document is really imported, in capitals if asked."""
    for folder in ("gold", "docs"):
        (tmp_path / folder).mkdir()
    text = "Police Find Boats\nMay 3, 2011\n\nPolice arrested Ana Belmonte. She met with Hugo Vela on Monday.\n"
    (tmp_path / "docs" / "one.txt").write_text(text, encoding="utf-8")
    wanted = {
        **WANTED,
        "document": {},
        "paragraphs": None,
        "persons": [person("Ana Belmonte"), person("Odilia Westmann")],
    }
    (tmp_path / "gold" / "one.json").write_text(json.dumps(wanted), encoding="utf-8")
    slips = tmp_path / "out" / "slips.txt"
    options = ["--upper"] if capitals else []
    assert main([str(tmp_path / "gold"), "--slips", str(slips), *options]) == 0
    assert capsys.readouterr().out.splitlines()[2].split()[:3] == ["persons", "2", "1"]
    page = slips.read_text(encoding="utf-8")
    assert "persons, missed: Odilia Westmann" in page
    assert ("SHE MET WITH HUGO VELA ON MONDAY." if capitals else "She met with Hugo Vela on Monday.") in page
