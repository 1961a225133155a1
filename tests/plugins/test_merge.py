"""How proposals are merged with what the rules recognised: by rule, whatever the order they come in."""

from itertools import permutations

import pytest

from graph.extract.mentions.annotate import annotate
from graph.extract.mentions.propose import merge
from graph.extract.trace import listening
from graph.model import Document, Proposal
from tests.support import document

TEXT = document("D1", "They met Pedro Olmo and the QDRV in Lorvik Port.", "The National Office of Nets (NON) grew.")


def proposal(text: str, kind: str, confidence: float = 0.5, *, within: Document = TEXT) -> Proposal:
    """Propose the first place where a text stands."""
    start = within.text.index(text)
    return Proposal(start, start + len(text), kind, confidence)


def merged(*proposed: tuple[str, Proposal]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Kind, name, rule and origins of all spans afterwards."""
    return [(s.kind, s.name, s.rule, s.origins) for each in merge(annotate(TEXT), proposed) for s in each.spans]


PLAIN = merged()


def test_what_stands_there_gains_an_origin() -> None:
    """A proposal for just the span and kind that a rule found confirms it; the surer confidence counts."""
    sure = proposal("Pedro Olmo", "person", 1.0)
    spans = [s for each in merge(annotate(TEXT), [("b", sure), ("a", sure)]) for s in each.spans if s.kind == "person"]
    assert [(s.name, s.origins, s.confidence) for s in spans] == [("Pedro Olmo", ("a", "b"), 1.0)]
    assert spans[0].rule.startswith("person: ")


def test_the_surer_stays() -> None:
    """Of spans that overlap the surer stays; of equally sure ones the rules' own."""
    assert merged(("a", proposal("QDRV", "agency", 0.3))) == PLAIN
    assert merged(("a", proposal("QDRV", "agency", 0.4))) == PLAIN
    assert ("agency", "QDRV", "plug-in: a", ("a",)) in merged(("a", proposal("QDRV", "agency", 0.5)))


def test_any_order_gives_the_same() -> None:
    """Neither the order of plug-ins nor that of their proposals matters: surer, longer, earlier, by name."""
    given = [
        ("b", proposal("Olmo and the QDRV", "organization", 0.995)),
        ("a", proposal("They", "person", 0.6)),
        ("b", proposal("They met", "cartel", 0.6)),
        ("c", proposal("They met", "cartel", 0.6)),
    ]
    results = {tuple(merged(*order)) for order in permutations(given)}
    assert len(results) == 1
    (spans,) = results
    assert spans[0] == ("cartel", "They met", "plug-in: b", ("b", "c"))
    assert ("organization", "Olmo and the QDRV", "plug-in: b", ("b",)) in spans
    assert not any(kind == "person" for kind, _, _, _ in spans)


def test_what_gives_way_keeps_nothing_out() -> None:
    """A proposal that gives way to a surer one does not stand in the way of a third that overlaps only it."""
    text = document("D2", "one two three four")
    given = [("one two three", 0.5), ("one two", 0.4), ("three", 0.6)]
    proposed = [("a", proposal(words, "cartel", sure, within=text)) for words, sure in given]
    assert [s.name for s in merge(annotate(text), proposed)[-1].spans] == ["one two", "three"]


def test_what_the_text_equates_follows_its_spans() -> None:
    """A pair of spans that the text equates stays with them; it goes with the one that gives way."""
    pair = [(each.spans[a].name, each.spans[b].name) for each in annotate(TEXT) for a, b, _ in each.same]
    assert pair == [("NON", "National Office of Nets")]
    after = merge(annotate(TEXT), [("a", proposal("They", "person"))])
    assert [(each.spans[a].name, each.spans[b].name) for each in after for a, b, _ in each.same] == pair
    gone = merge(annotate(TEXT), [("a", proposal("NON", "cartel", 1.0)), ("a", proposal("grew", "person"))])
    assert [each.same for each in gone if each.same] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("QDRV in", "organization “QDRV” stands there"),
        ("Lorvik Port.\n\n2. The National", "It reaches beyond the sentence"),
    ],
)
def test_what_is_left_out_is_noted(text: str, reason: str) -> None:
    """``explain`` tells why a proposal is not among the mentions."""
    with listening() as notes:
        assert merged(("a", proposal(text, "cartel", 0.2))) == PLAIN
    assert [note.rule for note in notes if reason in note.reason] == ["plug-in: a"]


def test_the_article_is_part_of_the_phrase() -> None:
    """A proposal's noun phrase takes the article before it in, so that "head of the X" is read."""
    text = document("D2", "Pedro Olmo is the head of the net.")
    spans = merge(annotate(text), [("a", proposal("net", "cartel", within=text))])[-1].spans
    assert [(s.name, text.text[s.left + 3 : s.end + 3]) for s in spans][-1] == ("net", "the net")
