"""The JSON export: the contract that tools read."""

import io
import json
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.export.json import to_json, write
from graph.files import replacing
from graph.model import Network
from tests.support import claim, document, mention, network_of


@pytest.fixture
def network() -> Network:
    """Build two documents, three people and two relations, one of them on the word of an anonymous source."""
    first = document(
        "D1", "(C) Ana Belmonte Ruiz met Luis Caro, said XXXXXXXXXXXX.", tags=("SNAR",), references=("D2", "D3")
    )
    second = document("D2", "(U) Seán O'Neill met\nLuis Caro.", "(S) He left.", title="Über “x”")
    ana, luis = mention(first, "Ana Belmonte Ruiz", role="mayor", age=40), mention(first, "Luis Caro")
    mask = mention(first, "XXXXXXXXXXXX", "source")
    sean, other = mention(second, "Seán O'Neill"), mention(second, "Luis Caro")
    told = claim(first, "MET_WITH", ana, luis, modality="alleged", attributed_to=mask, place="x", date="2009-06")
    return network_of([second, first], [ana, luis, mask, sean, other], [told, claim(second, "MET_WITH", sean, other)])


def written(network: Network) -> str:
    """Return what ``write`` writes."""
    stream = io.StringIO()
    write(network, stream)
    return stream.getvalue()


def test_the_keys_are_those_of_the_contract(network: Network) -> None:
    """Documents, entities, mentions, relations and evidence have all keys that tools rely on."""
    export = to_json(network)
    assert list(export) == ["documents", "entities", "relations", "totals"]
    contract = {
        "documents": "id kind title date origin classification tags references cited_by source sha256 paragraphs",
        "entities": "id kind name aliases properties mentions",
        "relations": "id type source target modality confidence properties evidence",
    }
    inner = {
        "paragraphs": "number marking start end",
        "mentions": "document paragraph marking start end text",
        "evidence": "document paragraph marking start end quote rule attributed_to",
    }
    for part, keys in contract.items():
        assert export[part]
        for value in export[part]:
            assert set(keys.split()) <= set(value)
            for name in inner.keys() & value.keys():
                assert value[name]
                assert all(set(inner[name].split()) <= set(item) for item in value[name])


def test_reported_totals_stand_beside_what_else_is_said() -> None:
    """A total and what it is compared with are entity ids; the figures are in the total's unit."""
    paper = document("D1", "(C) Boats seen; boats seen again.")
    first, again = (
        mention(paper, words, "series", title="Boats", **{"2007": figure})
        for words, figure in (("Boats seen", 5), ("boats seen", 6))
    )
    export = to_json(network_of([paper], [first, again], []))
    ids = {entity["id"] for entity in export["entities"]}
    (total,) = export["totals"]
    assert {total.pop("series"), *total.pop("against")} == ids
    assert sorted((total.pop("reported"), total.pop("found"))) == [5, 6]
    assert total == {"year": "2007", "unit": "", "verdict": "contradict", "undecided": 0, "may_count": []}


def test_a_document_tells_what_it_cites_and_what_cites_it(network: Network) -> None:
    """Both ends of a citation show it; an id of ``references`` that is no document's has not been imported."""
    first, second = to_json(network)["documents"]
    assert (first["references"], first["cited_by"]) == (["D2", "D3"], [])
    assert (second["references"], second["cited_by"]) == ([], ["D1"])


def test_writing_is_the_same_as_building(network: Network) -> None:
    """The stream holds what ``to_json`` builds; an empty network too."""
    empty = Network({}, {}, {})
    for graph in (network, empty):
        assert json.loads(written(graph)) == to_json(graph)


def test_every_quote_and_mention_stands_at_its_offsets(network: Network) -> None:
    """``start`` and ``end`` lead into the document's text."""
    export = to_json(network)
    places = [m for entity in export["entities"] for m in entity["mentions"]]
    places += [e for relation in export["relations"] for e in relation["evidence"]]
    assert len(places) == 7
    for place in places:
        text = network.documents[place["document"]].text
        assert text[place["start"] : place["end"]] == place.get("quote", place.get("text"))


def test_who_says_so_is_an_entity_or_null(network: Network) -> None:
    """``attributed_to`` is the source's entity id, and null where the document itself says so."""
    export = to_json(network)
    sources = {entity["id"] for entity in export["entities"] if entity["kind"] == "source"}
    told = {e["document"]: e["attributed_to"] for r in export["relations"] for e in r["evidence"]}
    assert told == {"D1": sources.pop(), "D2": None}


def test_paragraphs_are_named_as_printed(network: Network) -> None:
    """A place gives the paragraph's printed number and its marking."""
    mentions = [m for entity in to_json(network)["entities"] for m in entity["mentions"] if m["document"] == "D2"]
    assert {(m["paragraph"], m["marking"]) for m in mentions} == {("1", "U")}


def test_everything_is_sorted(network: Network) -> None:
    """Objects are sorted by id, properties by name."""
    export = to_json(network)
    for part in export.values():
        assert [value["id"] for value in part] == sorted(value["id"] for value in part)
    for value in [*export["entities"], *export["relations"]]:
        assert list(value["properties"]) == sorted(value["properties"])


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """If writing fails half-way the earlier file is kept, and nothing is left beside it."""
    target = tmp_path / "graph.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    with pytest.raises(InputError, match=r"graph\.json: cannot be written: No space left"):  # noqa: PT012, SIM117
        with replacing(target) as stream:
            stream.write("new")
            raise OSError(28, "No space left on device")
    assert target.read_text(encoding="utf-8") == "old"
    with replacing(target) as stream:
        stream.write("né")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_bytes() == "né".encode()
    assert target.stat().st_mode & 0o777 == 0o600, "what only its owner could read stays so"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing through a symbolic link replaces the file that it leads to."""
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    with replacing(tmp_path / "link.json") as stream:
        stream.write("new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8") == "new"


def test_a_device_is_written_and_not_replaced() -> None:
    """``-o /dev/null`` leaves the device in place."""
    with replacing(Path("/dev/null")) as stream:
        stream.write("new")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("target", ["nowhere/graph.json", "file/graph.json", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, target: str) -> None:
    """A folder that is missing, a file in its place, or a folder as target is one line."""
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"), replacing(tmp_path / target) as stream:
        stream.write("new")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file"]
