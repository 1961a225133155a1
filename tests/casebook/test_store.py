"""Adding, replacing, removing and reading back documents with what they say."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.casebook import Casebook
from graph.errors import NotFound
from graph.model import Claim, Document, Extraction, Mention, Paragraph, Problem
from tests.support import claim, document, mention

Said = tuple[Document, Extraction]


def meeting(id: str, *names: str) -> Said:  # noqa: A002 - the model's own word
    """Make a document in which the first person met all others."""
    text = document(id, f"(C) {', '.join(names)} met.", metadata={"desk": "south", "page": 3})
    people = [mention(text, name, role="buyer") for name in names]
    met = [claim(text, "MET_WITH", people[0], other, date="2009-06") for other in people[1:]]
    return text, Extraction(tuple(people), tuple(met), (Problem(text.source, "odd", "paragraph 1"),))


def content(casebook: Casebook) -> tuple[list[Document], list[Mention], list[Claim]]:
    """Return all that is held."""
    return casebook.documents(), casebook.mentions(), casebook.claims()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a casebook's file that does not exist yet."""
    return tmp_path / "casebook.db"


def test_what_is_added_comes_back_as_it_was(path: Path) -> None:
    """Every field of a document, a mention and a claim survives a round trip through the file."""
    text = Document(
        id="07EXAMPLE1",
        kind="cable",
        text="Sídney Ōta\r\n\x00 met 𝔄na.",
        source="a folder/ñ.txt",
        sha256="12",
        title="T",
        date="2009-11",
        origin="Embassy Nowhere",
        classification="SECRET//NOFORN",
        tags=("PREL", "XX"),
        references=("06EXAMPLE2",),
        classified_by="C. B.",
        declassify_on="2019-11-01",
        signed_by="S. B.",
        author="A. B.",
        summary="S",
        fields={"title": (0, 6)},
        metadata={"n": 2**70, "x": 0.1, "yes": True, "word": "é"},
        paragraphs=(Paragraph("1", "S/NF", 0, 10, "Heading"), Paragraph("", "", 11, 20)),
        problems=(Problem("s", "m", "p"),),
    )
    found = Mention("07EXAMPLE1", 0, 6, "person", "Sídney", "Sídney", 0, "S/NF", 0.5, "r", {"age": 40})
    said = Claim(
        "07EXAMPLE1", 0, 10, "MET_WITH", "person@0-6", "person@18-21", "Sídney Ōta", 0, "S/NF", "alleged", 0.25, "r",
        "source@1-2", {"date": "2009"},
    )  # fmt: skip
    with Casebook.open(path, create=True) as casebook:
        casebook.add(text, Extraction((found,), (said,)))
    with Casebook.open(path) as casebook:
        assert content(casebook) == ([text], [found], [said])
        assert casebook.mentions()[0].properties == {"age": 40}
        assert casebook.claims()[0].properties == {"date": "2009"}


def test_adding_twice_changes_not_a_byte(path: Path) -> None:
    """A document that is held already is left as it is, in the file too."""
    text, extraction = meeting("D1", "Ana Belmonte Ruiz", "Luis Caro")
    with Casebook.open(path, create=True) as casebook:
        assert casebook.add(text, extraction, "v1") == "added"
    before = path.read_bytes()
    with Casebook.open(path, create=True) as casebook:
        assert casebook.holds(text, "v1")
        assert casebook.add(text, extraction, "v1") == "unchanged"
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_edited_document_replaces_its_own_claims(path: Path) -> None:
    """Another text under the same id takes the place of all that the earlier one said, and of nothing else."""
    other = meeting("D2", "Eva Prado", "Tomás Lind")
    with Casebook.open(path, create=True) as casebook:
        casebook.add(*meeting("D1", "Ana Belmonte Ruiz", "Luis Caro"))
        casebook.add(*other)
        edited = meeting("D1", "Ana Belmonte Ruiz", "Rosa Quint", "Jon Vale")
        assert not casebook.holds(edited[0])
        assert casebook.add(*edited) == "replaced"
        assert casebook.mentions() == [*edited[1].mentions, *other[1].mentions]
        assert casebook.claims() == [*edited[1].claims, *other[1].claims]


def test_another_extractor_reads_again(path: Path) -> None:
    """What another version of the extractor found is not held to be up to date."""
    text, extraction = meeting("D1", "Ana Belmonte Ruiz", "Luis Caro")
    with Casebook.open(path, create=True) as casebook:
        casebook.add(text, extraction, "v1")
        assert not casebook.holds(text, "v2")
        assert casebook.add(text, Extraction(), "v2") == "replaced"
        assert casebook.mentions() == []


def test_remove_retracts_exactly_one(path: Path) -> None:
    """After a removal the casebook holds what it would hold if the document had never come."""
    kept = [meeting("D1", "Ana Belmonte Ruiz", "Luis Caro"), meeting("D3", "Luis Caro", "Eva Prado")]
    with Casebook.open(path, create=True) as casebook:
        casebook.add(*kept[0])
        casebook.add(*meeting("D2", "Ana Belmonte Ruiz", "Tomás Lind"))
        casebook.add(*kept[1])
        casebook.remove("D2")
        assert casebook.documents() == [text for text, _ in kept]
        assert casebook.mentions() == [m for _, extraction in kept for m in extraction.mentions]
        assert casebook.claims() == [c for _, extraction in kept for c in extraction.claims]
        assert [m.document for m in casebook.search("belmonte")] == ["D1"]
        with pytest.raises(NotFound, match="no document 'D2'"):
            casebook.remove("D2")


def test_what_is_removed_is_overwritten(path: Path) -> None:
    """A removed document's words and names cannot be found in the file any more: sources may depend on it."""
    with Casebook.open(path, create=True) as casebook:
        casebook.add(*meeting("D1", "Xiomara Quetzal", "Luis Caro"))
        casebook.add(*meeting("D2", "Ana Belmonte Ruiz", "Tomás Lind"))
    assert b"xiomara" in path.read_bytes().lower()
    with Casebook.open(path) as casebook:
        casebook.add(*meeting("D3", "Xiomara Quetzal"))
        for id_ in ("D1", "D3"):
            casebook.remove(id_)
        stored = b"".join(file.read_bytes() for file in path.parent.iterdir()).lower()
        assert b"xiomara" not in stored
        assert b"belmonte" in stored


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("belmonte", ["Ána Belmónte Ruiz"]),
        ("ana ruiz", ["Ána Belmónte Ruiz"]),
        ("ÁNA BELM", ["Ána Belmónte Ruiz"]),
        ("o'neil", ["Seán O'Neill"]),
        ('"', []),
        ("-", []),
        ("", []),
        ("ana) OR (luis", []),
        ("belmonte caro", []),
        ("lmonte", []),
    ],
)
def test_names_are_found_as_people_type_them(path: Path, typed: str, found: list[str]) -> None:
    """Any case, accents optional, some of the words, by their beginnings; SQL's and FTS's own signs are plain text."""
    with Casebook.open(path, create=True) as casebook:
        casebook.add(*meeting("D1", "Ána Belmónte Ruiz", "Luis Caro", "Seán O'Neill"))
        assert [m.name for m in casebook.search(typed)] == found


def test_holdings_are_counts(path: Path) -> None:
    """Holdings count documents and mentions by kind, claims by type, and the problems of both stages."""
    text, extraction = meeting("D1", "Ana Belmonte Ruiz", "Luis Caro", "Eva Prado")
    with Casebook.open(path, create=True) as casebook:
        empty = casebook.holdings()
        casebook.add(text, extraction)
        held = casebook.holdings()
        assert casebook.titles() == [("D1", "cable", "", "Title of D1")]
    assert (empty.documents, empty.claims, empty.problems) == ({}, {}, 0)
    assert (held.documents, held.mentions, held.claims) == ({"cable": 1}, {"person": 3}, {"MET_WITH": 2})
    assert (held.judgements, held.problems) == (0, 1)


def test_a_snapshot_does_not_see_later_imports(path: Path) -> None:
    """Reads in one snapshot fit together, though another process imports meanwhile."""
    with Casebook.open(path, create=True) as writer, Casebook.open(path) as reader:
        writer.add(*meeting("D1", "Ana Belmonte Ruiz", "Luis Caro"))
        with reader.snapshot():
            assert len(reader.documents()) == 1
            writer.add(*meeting("D2", "Eva Prado", "Luis Caro"))
            assert {m.document for m in reader.mentions()} == {"D1"}
        assert len(reader.documents()) == 2


NAMES = ["Ana Belmonte", "Luis Caro", "Eva Prado", "Tomás Lind", "Rosa Quint"]
STEPS = st.lists(st.tuples(st.sampled_from("ABC"), st.none() | st.permutations(NAMES)), max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_casebook_is_a_dictionary_of_documents(path: Path, steps: list[tuple[str, list[str] | None]]) -> None:
    """However documents come, change and go, the casebook holds exactly the last text of each, in order of id."""
    path.unlink(missing_ok=True)
    held: dict[str, Said] = {}
    with Casebook.open(path, create=True) as casebook:
        for id_, names in steps:
            if names is not None:
                held[id_] = meeting(id_, *names)
                casebook.add(*held[id_])
            elif held.pop(id_, None):
                casebook.remove(id_)
        expected = [held[id_] for id_ in sorted(held)]
        assert casebook.documents() == [text for text, _ in expected]
        assert casebook.mentions() == [m for _, extraction in expected for m in extraction.mentions]
        assert casebook.claims() == [c for _, extraction in expected for c in extraction.claims]
        assert [m.document for m in casebook.search("ana")] == sorted(held)
