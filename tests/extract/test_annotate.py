"""What holds for every annotation."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.mentions.annotate import annotate
from graph.ontology import ontology
from tests.support import document

PIECES = (
    "Judge Ana Olmo", 'Ana Olmo (aka "Faro")', "the Oriente cartel", "the National Police (NP)", "El Faro", "Olmo's",
    "400 kilos of cocaine", "June 30, 2005", "Lima, Peru", "XXXXXXXXXXXX", "the ship Aurora", "Operation Lantern",
    "USD 5,000", "said", ", and ", "was arrested in", ".", "\n", "  ", '"', "(", ")", "Los Halcones", "U.S.", "Mr.",
    "PERUVIAN POLICE ARRESTED LUIS PARDO", "¶", "--", "de la", "\u200b", "\U0001f600", "é",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), min_size=1, max_size=3))
def test_spans_are_sound(paragraphs: list[str]) -> None:
    """Spans come by start, do not overlap, lie in their phrase and sentence, and ``same`` points at spans."""
    made = document("D1", *(f"{text}." for text in paragraphs), date="2009-11-25")
    kinds = ontology().kinds.keys() | {"date", "quantity", "money", "count"}
    for each in annotate(made):
        for span in each.spans:
            assert 0 <= span.left <= span.start < span.end <= span.right <= len(each.sentence.text)
            assert span.kind in kinds
            assert 0 < span.confidence <= 1
            start, end = each.sentence.span(span.start, span.end)
            assert 0 <= start < end <= len(made.text)
        assert all(a.end <= b.start for a, b in pairwise(each.spans))
        assert all(0 <= a < len(each.spans) > b >= 0 and a != b for a, b, _ in each.same)


def test_same_input_same_output() -> None:
    """Annotating twice gives the same."""
    made = document("D1", "Judge Ana Olmo met Luis Pardo of the National Police (NP) in Lima. Pardo left.", date="2009")
    assert annotate(made) == annotate(made)


def test_long_text_without_sentences() -> None:
    """A very long line of names and signs is read in time that grows with its length."""
    made = document("D1", "Ana Olmo, " * 3000 + '"El ' * 2000 + "1,000 " * 2000, date="2009")
    assert sum(span.kind == "person" for each in annotate(made) for span in each.spans) == 3000
