"""What a clearance lets through is what a casebook of the released paragraphs alone would hold."""

from dataclasses import replace

import pytest

from graph.errors import InputError
from graph.identify import identify
from graph.model import Document, Judgement, Mention, Network
from graph.network import build
from graph.release import CLEARANCES, Material, level, release
from tests.support import claim, document, mention

TEXT = document(
    "D1",
    "(U) Ana Belmonte met Hugo Vela.",
    "(C) Ana Belmonte, also known as La Garza, met Luis Caro, said XXXXXXXXXXXX.",
    "Iris Soto met Hugo Vela.",
    "(SBU) Rosa Tapia met Hugo Vela.",
    classification="SECRET//NOFORN",
    title="Belmonte and Caro",
    origin="Embassy Norland",
)
NAMES = ("Ana Belmonte", "Hugo Vela", "La Garza", "Luis Caro", "Iris Soto", "Rosa Tapia")
ANA, HUGO, GARZA, LUIS, IRIS, ROSA = (mention(TEXT, name) for name in NAMES)
ANA_C = mention(TEXT, "Ana Belmonte", occurrence=1)
HUGO_UNMARKED, HUGO_SBU = mention(TEXT, "Hugo Vela", occurrence=1), mention(TEXT, "Hugo Vela", occurrence=2)
MASK = mention(TEXT, "XXXXXXXXXXXX", "source")
TITLE = replace(ANA, start=0, end=3, text=TEXT.text[:3], paragraph=-1, marking="")
MENTIONS = (ANA, HUGO, GARZA, LUIS, IRIS, ROSA, ANA_C, HUGO_UNMARKED, HUGO_SBU, MASK, TITLE)
CLAIMS = (
    claim(TEXT, "MET_WITH", ANA, HUGO),
    claim(TEXT, "ALIAS_OF", GARZA, ANA_C),
    claim(TEXT, "MET_WITH", ANA_C, LUIS, attributed_to=MASK),
    claim(TEXT, "MET_WITH", IRIS, HUGO_UNMARKED),
    claim(TEXT, "MET_WITH", ROSA, HUGO_SBU),
)
ALL = Material((TEXT,), MENTIONS, CLAIMS, ())


def released(clearance: str, material: Material = ALL) -> Network:
    """Compute the network at a clearance."""
    kept = release(material, clearance)
    return build(kept.documents, identify(kept.mentions, kept.claims, kept.judgements), kept.claims)


def names(network: Network) -> set[str]:
    """Give all names in a network."""
    return {name for entity in network.entities.values() for name in (entity.name, *entity.aliases)}


@pytest.mark.parametrize(
    ("marking", "expected"),
    [
        ("", 0), ("U", 0), ("UNCLASSIFIED", 0), ("U/FOUO", 1), ("SBU", 1), ("SBU/NF", 1),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", 1), ("LIMITED OFFICIAL USE", 1), ("C", 2), ("c/nf", 2),
        ("CONFIDENTIAL//NOFORN", 2), ("S//NF", 3), ("SECRET", 3), ("TOP SECRET", 4), ("TS", 4), ("Z", 4),
    ],
)  # fmt: skip
def test_markings_have_a_level(marking: str, expected: int) -> None:
    """Caveats do not lower a marking, and an unknown one is above all clearances."""
    assert level(marking) == expected


def test_an_unknown_clearance_is_refused() -> None:
    """A typing error must not release anything."""
    with pytest.raises(InputError, match="U, SBU, C, S"):
        release(ALL, "secret-ish")


@pytest.mark.parametrize(
    ("clearance", "shown"),
    [
        ("U", {"Ana Belmonte", "Hugo Vela"}),
        ("SBU", {"Ana Belmonte", "Hugo Vela", "Rosa Tapia"}),
        ("c", {"Ana Belmonte", "Hugo Vela", "Rosa Tapia", "Luis Caro", "La Garza", "XXXXXXXXXXXX"}),
    ],
)
def test_only_released_paragraphs_speak(clearance: str, shown: set[str]) -> None:
    """Names, aliases and sources that only withheld paragraphs give are nowhere in the network."""
    assert names(released(clearance)) == shown


def test_the_highest_clearance_shows_all() -> None:
    """At the document's own level the unmarked paragraph, the header and everything else are there unchanged."""
    kept = release(ALL, "S")
    assert kept == ALL


def test_a_withheld_header_leaves_nothing_of_itself() -> None:
    """Title, origin, headings and the text of withheld paragraphs are gone; offsets still point at the same words."""
    kept = release(ALL, "SBU")
    (part,) = kept.documents
    assert (part.id, part.title, part.origin, part.sha256) == ("D1", "", "", "")
    assert "Caro" not in part.text
    assert "Iris" not in part.text
    assert [paragraph.marking for paragraph in part.paragraphs] == ["U", "SBU"]
    for each in kept.mentions:
        assert part.text[each.start : each.end] == each.text
        paragraph = part.paragraphs[each.paragraph]
        assert paragraph.start <= each.start < paragraph.end


def test_a_document_without_a_released_word_is_not_there() -> None:
    """Not even its id is shown."""
    secret = document("D2", "(S) Ana Belmonte left.", classification="SECRET")
    assert release(Material((secret,), (mention(secret, "Ana Belmonte"),), (), ()), "C") == Material((), (), (), ())


def test_the_same_network_as_from_released_paragraphs_alone() -> None:
    """At each clearance entities and relations are those of a casebook that never held the rest."""
    for allowed, clearance in enumerate(CLEARANCES[:3]):
        inside = [part for part in MENTIONS if part.marking and level(part.marking) <= allowed]
        keys = {part.key for part in inside}
        alone = [each for each in CLAIMS if {each.source, each.target} <= keys]
        expected = build([TEXT], identify(inside, alone), alone)
        found = released(clearance)
        assert {e.id: (e.name, e.aliases, len(e.mentions)) for e in found.entities.values()} == {
            e.id: (e.name, e.aliases, len(e.mentions)) for e in expected.entities.values()
        }
        assert set(found.relations) == set(expected.relations)


def test_generated_words_do_not_carry_withheld_names() -> None:
    """A title or property that names whom only a withheld paragraph names is dropped; other properties stay."""
    event: Mention = mention(TEXT, "met", "case", name="Meeting with Luis Caro", place="Hugo", with_whom="Caro")
    (kept,) = release(replace(ALL, mentions=(event,), claims=()), "U").mentions
    assert kept.name == "met"
    assert dict(kept.properties) == {"place": "Hugo"}


def test_judgements_need_both_mentions_and_lose_their_reasons() -> None:
    """A judgement about a withheld mention says that there is one; a person's reason may say anything."""
    place = [(TEXT.id, each.key) for each in (HUGO, HUGO_SBU, IRIS)]
    judgements = (
        Judgement(place[0], place[1], same=True, reason="Iris told me", by="ana"),
        Judgement(place[0], place[2], same=True, reason="seen", by="ana"),
    )
    kept = release(replace(ALL, judgements=judgements), "SBU").judgements
    assert [(each.left, each.right) for each in kept] == [(place[0], place[1])]
    assert "Iris" not in kept[0].reason


def test_attribution_to_a_withheld_source_is_dropped() -> None:
    """A claim that is released keeps nothing of a source that is not."""
    text: Document = document(
        "D3", "(U) Ana Prado met Luis Lind.", "(S) XXXXXXXXXXXX said so.", classification="SECRET"
    )
    ana, luis, mask = mention(text, "Ana Prado"), mention(text, "Luis Lind"), mention(text, "XXXXXXXXXXXX", "source")
    said = claim(text, "MET_WITH", ana, luis, attributed_to=mask)
    (kept,) = release(Material((text,), (ana, luis, mask), (said,), ()), "U").claims
    assert kept.attributed_to == ""
