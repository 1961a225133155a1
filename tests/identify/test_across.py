"""Who is who in several documents."""

import pytest

from graph.identify import identify
from graph.model import Judgement
from tests.support import claim, document, mention


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Rosa Belmonte Ruiz", "person"),
        ("Norland Cartel", "cartel"),
        ("Peruvian National Police", "agency"),
        ("Harbour Watch", "organization"),
        ("Taliban", "armed_group"),
        ("Puerto Claro", "place"),
        ("Operation Amber Sky", "case"),
    ],
)
def test_a_name_that_tells_enough_is_one_actor_in_all_documents(name: str, kind: str) -> None:
    """A full name of three parts, an organisation's own name, a place, a case of two words of its own."""
    marks = [mention(document(paper, f"{name} here."), name, kind) for paper in ("D1", "D2", "D3")]
    (entity,) = identify(marks, ())
    assert len(entity.mentions) == 3
    assert all(name in reason for reason in entity.reasons)
    assert len(entity.reasons) == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Rosa Belmonte", "person"),
        ("Belmonte", "person"),
        ("R. B. Ruiz", "person"),
        ("El Tordo de Claro", "person"),
        ("National Police", "agency"),
        ("Ministry of the Interior", "agency"),
        ("NPO", "agency"),
        ("La Voz", "organization"),
        ("Liberal Party", "organization"),
        ("Foreign Affairs", "case"),
        ("Operation Amber", "case"),
        ("Estrella Sur", "vessel"),
        ("Treaty of Puerto Claro", "agreement"),
        ("XXXXXXXXXXXX", "source"),
        ("talks", "meeting"),
        ("106 kilos", "seizure"),
    ],
)
def test_a_name_that_many_bear_is_nobodys_across_documents(name: str, kind: str) -> None:
    """Two parts of a name, an office that every country has, an acronym, one word of a case, a ship's name."""
    marks = [mention(document(paper, f"{name} here."), name, kind) for paper in ("D1", "D2")]
    assert len(identify(marks, ())) == 2


def test_an_acronym_is_one_across_documents_where_both_expand_it() -> None:
    """What “HWB” means is told by each document itself; a document that does not tell stays apart."""
    marks, said = [], []
    for name, text in (("D1", "Harbour Watch Bureau (HWB)"), ("D2", "Harbour Watch Bureau (HWB)"), ("D3", "HWB")):
        paper = document(name, text)
        short = mention(paper, "HWB", "agency")
        marks.append(short)
        if text != "HWB":
            marks.append(mention(paper, "Harbour Watch Bureau", "agency"))
            said.append(claim(paper, "SAME_AS", short, marks[-1]))
    found = identify(marks, said)
    assert sorted(sorted({m.document for m in entity.mentions}) for entity in found) == [["D1", "D2"], ["D3"]]


def test_an_office_is_one_across_documents_where_both_give_it_the_same_acronym() -> None:
    """Every country has a Drug Control Board, but not every one is the DRUCOB; mere initials tell nothing."""
    marks, said = [], []
    for number, acronym in enumerate(("DRUCOB", "DRUCOB", "NDCB", "DCB", "DCB")):
        paper = document(f"D{number}", f"Drug Control Board ({acronym})")
        marks += [mention(paper, "Drug Control Board", "agency"), mention(paper, acronym, "agency")]
        said.append(claim(paper, "SAME_AS", marks[-1], marks[-2]))
    found = identify(marks, said)
    assert sorted(sorted({m.document for m in entity.mentions}) for entity in found) == [
        ["D0", "D1"],
        ["D2"],
        ["D3"],
        ["D4"],
    ]


def test_an_alias_finds_nobody_in_another_document() -> None:
    """A false name of three parts is not looked for elsewhere."""
    one, two = document("D1", "Luis Caro, aka Juan Pablo Mesa."), document("D2", "Juan Pablo Mesa.")
    luis, alias, other = mention(one, "Luis Caro"), mention(one, "Juan Pablo Mesa"), mention(two, "Juan Pablo Mesa")
    assert len(identify([luis, alias, other], [claim(one, "ALIAS_OF", alias, luis)])) == 2


def test_a_country_by_its_names_is_one_place() -> None:
    """“US” and “the United States” are one country."""
    one, two = document("D1", "in the U.S. today"), document("D2", "in the United States")
    (entity,) = identify([mention(one, "U.S.", "place"), mention(two, "the United States", "place")], ())
    assert entity.name == "the United States"


def test_two_people_of_one_document_do_not_meet_in_another() -> None:
    """A third document that takes two names for one, by a slip in spelling, does not join them for the first."""
    one = document("D1", "Ernesto Quintanilla Olmedo was held. " + "Rain. " * 40 + "Ernesto Quintanila Olmedo was not.")
    two = document("D2", "Ernesto Quintanilla Olmedo.", "Ernesto Quintanila Olmedo.")
    apart = [mention(one, "Ernesto Quintanilla Olmedo", age=50), mention(one, "Ernesto Quintanila Olmedo", age=20)]
    joint = [mention(two, "Ernesto Quintanilla Olmedo"), mention(two, "Ernesto Quintanila Olmedo")]
    assert len(identify(apart, ())) == 2
    assert len(identify(joint, ())) == 1
    found = identify([*apart, *joint], ())
    assert sorted(sorted((m.document, m.name) for m in entity.mentions) for entity in found) == [
        [("D1", "Ernesto Quintanila Olmedo")],
        [
            ("D1", "Ernesto Quintanilla Olmedo"),
            ("D2", "Ernesto Quintanila Olmedo"),
            ("D2", "Ernesto Quintanilla Olmedo"),
        ],
    ]


def test_a_name_that_two_bear_in_one_document_finds_neither_in_another() -> None:
    """Where a person told two people of one full name apart, the name alone no longer tells enough."""
    one, two = document("D1", "Rosa Belmonte Ruiz.", "Rosa Belmonte Ruiz."), document("D2", "Rosa Belmonte Ruiz.")
    first, second = mention(one, "Rosa Belmonte Ruiz"), mention(one, "Rosa Belmonte Ruiz", occurrence=1)
    split = Judgement(("D1", first.key), ("D1", second.key), same=False, reason="two of them", by="ana")
    assert len(identify([first, second, mention(two, "Rosa Belmonte Ruiz")], (), [split])) == 3


def test_bands_without_a_name_are_of_one_document_each() -> None:
    """What a text only describes is one actor throughout it, and never the one that another text describes so."""
    text = "Black-ops gunmen fled. Black-ops gunmen came back."
    first, other = document("D1", text), document("D2", text)
    marks = [
        mention(paper, "Black-ops gunmen", "armed_group", occurrence, named=False)
        for paper in (first, other)
        for occurrence in (0, 1)
    ]
    assert [len(entity.mentions) for entity in identify(marks, ())] == [2, 2]
    assert all(entity.properties["named"] is False for entity in identify(marks, ()))
