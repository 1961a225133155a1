"""What holds of identity whatever the documents say."""

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identify import identify
from graph.model import Claim, Document, Entity, Mention
from tests.support import claim, document, mention

PEOPLE = [
    "Rosa Vela",
    "Rosa Vela Ruiz",
    "Vela",
    "Rosa",
    "Hugo Vela Ruiz",
    "Hugo",
    "El Tordo",
    "Rossa Vella Ruiz",
    "VELA",
]
THINGS = [
    ("Norland Cartel", "cartel"),
    ("NC", "cartel"),
    ("Peru", "place"),
    ("Amber Sky case", "case"),
    ("XXXX", "source"),
]
NAMES = [(name, "person") for name in PEOPLE] + THINGS

Found = tuple[list[Mention], list[Claim]]


@st.composite
def papers(draw: st.DrawFn, id: str) -> Found:  # noqa: A002 - the model's own word
    """Draw a document of a few paragraphs that name some of a small cast, with claims among them."""
    lines = draw(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), min_size=1, max_size=5))
    text = document(id, *("; ".join(name for name, _ in line) + "." for line in lines))
    marks = _marks(text, lines)
    pairs = draw(st.lists(st.tuples(st.sampled_from(marks), st.sampled_from(marks)), max_size=3))
    types = st.sampled_from(["ALIAS_OF", "SAME_AS", "MET_WITH"])
    return marks, [claim(text, draw(types), left, right) for left, right in pairs]


def _marks(text: Document, lines: Sequence[Sequence[tuple[str, str]]]) -> list[Mention]:
    marks = []
    for line, paragraph in zip(lines, text.paragraphs, strict=True):
        at = paragraph.start
        for name, kind in line:
            count = text.text[:at].count(name)
            marks.append(mention(text, name, kind, count))
            at = marks[-1].end
    return marks


def partition(entities: Sequence[Entity], document_id: str) -> set[frozenset[str]]:
    """Show how the mentions of one document are divided."""
    parts = (frozenset(m.key for m in e.mentions if m.document == document_id) for e in entities)
    return {part for part in parts if part}


@settings(max_examples=50, deadline=None)
@given(papers("D1"), papers("D2"), st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_claims_does_not_matter(one: Found, two: Found, chance: random.Random) -> None:
    """Same input, same entities: ids, names, aliases, properties and reasons."""
    mentions, claims = one[0] + two[0], one[1] + two[1]
    expected = identify(mentions, claims)
    chance.shuffle(mentions)
    chance.shuffle(claims)
    assert identify(mentions, claims) == expected


@settings(max_examples=50, deadline=None)
@given(papers("D1"), papers("D2"), papers("D3"))
def test_another_document_neither_merges_nor_splits_within_one(one: Found, two: Found, three: Found) -> None:
    """How the mentions of a document are divided is its own affair."""
    alone = partition(identify(*one), "D1")
    beside = identify(one[0] + two[0] + three[0], one[1] + two[1] + three[1])
    assert partition(beside, "D1") == alone


@settings(max_examples=50, deadline=None)
@given(papers("D1"), papers("D2"))
def test_every_mention_is_in_exactly_one_entity(one: Found, two: Found) -> None:
    """No mention is lost and none is counted twice; every entity has a mention, and one of its mentions' names."""
    mentions = one[0] + two[0]
    entities = identify(mentions, one[1] + two[1])
    held = [m for entity in entities for m in entity.mentions]
    assert sorted(held) == sorted(set(mentions))
    assert all(entity.name in {m.name for m in entity.mentions} for entity in entities)
    assert len({entity.id for entity in entities}) == len(entities)


@settings(max_examples=50, deadline=None)
@given(papers("D1"), papers("D2"))
def test_what_was_merged_says_why(one: Found, two: Found) -> None:
    """An entity of several mentions has a reason, one of a single mention has none."""
    for entity in identify(one[0] + two[0], one[1] + two[1]):
        assert bool(entity.reasons) == (len(entity.mentions) > 1)
