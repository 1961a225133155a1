"""What holds for every reader: kinds are recognised by content, no text crashes one, and offsets are true."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.documents import parse
from graph.documents.kinds import READERS
from graph.model import Document

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*/document.txt"))
PIECES = st.sampled_from(
    [
        "09LIMA77\n",
        "Reference ID\tCreated\tReleased\tClassification\tOrigin\n",
        "R 241230Z NOV 09\nFM AMEMBASSY LIMA\n",
        "C O N F I D E N T I A L LIMA 000077",
        "UNCLAS SECTION 02 OF 03 LIMA 000077",
        "--- header ends ---\n",
        "E.O. 12958: DECL: 1/1/2019 ",
        "TAGS: PREL, XY\n",
        "SUBJECT: (C) BOATS",
        "REF: A. LIMA 12 ",
        "¶B. QUITO 13\n",
        "Classified By: DCM Ann Example, ",
        "REASON: 1.4 (b)\n",
        "1. (C) One. ",
        "\n¶2. (SBU) ",
        "\n3. Three. ",
        "Summary: ",
        "End summary. ",
        "-------\n",
        "The Harbor\n",
        "December \n¶9.  ",
        "LIMA 00000123  002.2 OF 003\n",
        "EXAMPLE\n",
        "=======CABLE ENDS=======\n",
        "By Ann Example\n",
        "April 17, 2015\n",
        "Share\n",
        "XXXXXXXXXXXX",
        *("\n\n", "\n", " ", "(", ")", "NNNN", "\r\n", "\t", "“", "ñ", "𝄞", "\ufeff", "8Boats,s"),
    ]
)
MESSY = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join)


def check(document: Document) -> None:
    """Assert what the model promises of paragraphs, fields and problems."""
    assert document.id
    last = 0
    for paragraph in document.paragraphs:
        assert last <= paragraph.start <= paragraph.end <= len(document.text)
        assert document.text[paragraph.start : paragraph.end] == document.text[paragraph.start : paragraph.end].strip()
        last = paragraph.end
    for start, end in document.fields.values():
        assert 0 <= start < end <= len(document.text)
    for problem in document.problems:
        assert problem.source == document.source
        assert "\n" not in problem.message
    for value in (document.title, document.summary, document.classified_by, document.signed_by):
        assert "\n" not in value


@given(MESSY, st.sampled_from([None, *(reader.kind for reader in READERS)]))
def test_no_text_crashes_a_reader(text: str, kind: str | None) -> None:
    """Whatever pieces of cables and articles stand in whatever order, the result keeps the model's promises."""
    document = parse(text, source="x.txt", kind=kind)
    assert document.text == text
    check(document)
    assert parse(text, source="x.txt", kind=kind) == document


@given(MESSY)
def test_line_ends_do_not_matter(text: str) -> None:
    """A cable with carriage returns has the same fields as without."""
    text = text.replace("\r", "")
    plain, carried = (parse(t, source="x", kind="cable") for t in (text, text.replace("\n", "\r\n")))
    names = ("id", "title", "date", "tags", "references", "classified_by", "declassify_on", "classification")
    assert {n: getattr(plain, n) for n in names} == {n: getattr(carried, n) for n in names}
    assert [(p.number, p.marking) for p in plain.paragraphs] == [(p.number, p.marking) for p in carried.paragraphs]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.parent.name)
def test_the_seeds_are_read_as_their_gold_says(path: Path) -> None:
    """Header fields and paragraph markings of the documents in seeds/ are right."""
    document = parse(path.read_text(encoding="utf-8"), source=str(path))
    check(document)
    expected = yaml.safe_load(path.with_name("expected.yaml").read_text(encoding="utf-8"))["document"]
    known = {
        "id",
        "kind",
        "title",
        "date",
        "origin",
        "classification",
        "classified_by",
        "declassify_on",
        "signed_by",
        "author",
    }
    for name, value in expected.items():
        if name in known:
            assert getattr(document, name) == (value or ""), name
        elif name in {"tags", "references"}:
            assert list(getattr(document, name)) == (value or []), name


CABLES = {
    "text rendering": "09LIMA77\nBOATS\nWed Nov 25 00:00:00 +0100 2009\nSECRET\nEmbassy Lima\n",
    "page rendering": (
        "Reference ID\tCreated\tReleased\tClassification\tOrigin\n"
        "09LIMA77\t2009-11-24 22:10\t2011-02-22 12:12\tSECRET\tEmbassy Lima\n"
    ),
    "transmission": "R 241230Z NOV 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n\n1. Boats.\n",
    "fields": "E.O. 12958: N/A\nTAGS: PREL, XY\nSUBJECT: BOATS\n\nThe boats came.\n",
    "old": "S E C R E T SECTION 01 OF 05 PANAMA 01234\nE.O.12356: DECL:OADR\n",
}
ARTICLES = {
    "news": "Harbor Police Find Boats\n\nBy Ann Example\n\nThe boats came.\n",
    "about cables": "Leaked Cable Names Minister\n\nA SECRET cable that cites E.O. 12958 is about boats.\n",
    "mail": "Subject: Boats\nFrom: Ann Example\n\nThe boats came.\n",
    "list": "1. Boats\n2. Fuel\n3. Radios\n",
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [*((text, "cable") for text in CABLES.values()), *((text, "article") for text in ARTICLES.values())],
    ids=[*CABLES, *ARTICLES],
)
def test_kinds_are_recognised_by_content(text: str, kind: str) -> None:
    """A cable has at least two of a cable's marks; everything else is an article."""
    assert parse(text, source="document.txt").kind == kind


def test_reader_kinds_are_unique() -> None:
    """Each kind has one reader, and the last takes what nobody else does."""
    assert len({reader.kind for reader in READERS}) == len(READERS)
    assert READERS[-1].recognises("anything")


def test_metadata_stay_json() -> None:
    """What a reader adds to the metadata can be written as JSON."""
    document = parse("SUBJECT: (S/NF) BOATS\n", source="x", kind="cable")
    assert json.loads(json.dumps(dict(document.metadata))) == {"title_marking": "S/NF"}


@pytest.mark.parametrize(
    "piece",
    [
        "S E C R E T LIMA 000077\n",
        "header ends ",
        "TAGS: PREL ",
        "SUBJECT: BOATS ",
        "REF: A. LIMA 12 ",
        "Classified By: Ambassador ",
        "\n1. ",
        "(S) a.\n(C) b.\n",
        "LIMA 00000077 001.2 OF 003\n",
        "The Harbor\n\n",
        "1/1/",
        "By ",
        "- ",
        "(",
        "\n \n",
        "X",
        "9",
    ],
)
@pytest.mark.parametrize("kind", [reader.kind for reader in READERS])
def test_repetition_ends(piece: str, kind: str) -> None:
    """Time grows with the length of the text and no faster: twenty thousand copies of a mark are read."""
    opening = "R 241230Z NOV 09\nFM AMEMBASSY LIMA\nS E C R E T LIMA 000077\nSUBJECT: BOATS\n1. (C) a.\n"
    for text in (piece * 20_000, opening + piece * 20_000):
        check(parse(text, source="x", kind=kind))
