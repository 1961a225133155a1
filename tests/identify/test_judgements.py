"""What people decide about identity goes before the rules."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identify import identify
from graph.identify.cluster import Clusters
from graph.identify.judge import Key
from graph.model import Judgement, Mention
from tests.support import claim, document, mention


def judged(left: Mention, right: Mention, *, same: bool, by: str = "ana") -> Judgement:
    """Make a decision."""
    return Judgement((left.document, left.key), (right.document, right.key), same, "read the file", by)


def test_a_person_may_merge_what_no_rule_would() -> None:
    """Two names of two documents become one actor, with the person's reason."""
    one, two = document("D1", "Luis Caro fled."), document("D2", "El Tordo fled.")
    luis, tordo = mention(one, "Luis Caro"), mention(two, "El Tordo")
    assert len(identify([luis, tordo], ())) == 2
    (entity,) = identify([luis, tordo], (), [judged(luis, tordo, same=True)])
    assert (entity.name, entity.aliases, entity.reasons) == ("Luis Caro", ("El Tordo",), ("read the file",))


def test_a_person_may_keep_apart_what_a_rule_merges() -> None:
    """Against an alias that the text states, a decision holds, and so do the other merges."""
    text = document("D1", "Luis Caro (El Tordo) fled.", "El Tordo was seen.", "Caro was not.")
    luis, alias = mention(text, "Luis Caro"), mention(text, "El Tordo")
    later, caro = mention(text, "El Tordo", occurrence=1), mention(text, "Caro", occurrence=1)
    said = [claim(text, "ALIAS_OF", alias, luis)]
    assert len(identify([luis, alias, later, caro], said)) == 1
    found = identify([luis, alias, later, caro], said, [judged(later, luis, same=False)])
    assert {frozenset(m.start for m in e.mentions) for e in found} == {
        frozenset({luis.start, alias.start, caro.start}),
        frozenset({later.start}),
    }


def test_what_is_kept_apart_does_not_meet_by_way_of_others() -> None:
    """Two mentions that are judged different are in different entities, however many others could join them."""
    documents = [document(f"D{i}", "Rosa Belmonte Ruiz spoke.") for i in range(5)]
    marks = [mention(text, "Rosa Belmonte Ruiz") for text in documents]
    assert len(identify(marks, ())) == 1
    found = identify(marks, (), [judged(marks[1], marks[3], same=False)])
    owner = {m.document: entity.id for entity in found for m in entity.mentions}
    assert owner["D1"] != owner["D3"]
    assert len(found) == 2


def test_of_two_decisions_the_cautious_one_holds() -> None:
    """Merged by one person and kept apart by another means apart; a rule's judgement gives way to a person's."""
    text = document("D1", "Luis Caro and El Tordo.")
    luis, tordo = mention(text, "Luis Caro"), mention(text, "El Tordo")
    merge, split = judged(luis, tordo, same=True), judged(tordo, luis, same=False, by="bea")
    assert len(identify([luis, tordo], (), [merge, split])) == 2
    assert len(identify([luis, tordo], (), [split, merge])) == 2
    rules = [judged(luis, tordo, same=same, by="rule") for same in (False, True)]
    assert len(identify([luis, tordo], (), [*rules, judged(luis, tordo, same=True, by="zoe")])) == 1
    assert len(identify([luis, tordo], (), rules)) == 2


def test_a_decision_about_a_missing_mention_does_nothing() -> None:
    """A document that was removed, or is not released, takes its mentions along."""
    text, gone = document("D1", "Luis Caro."), document("D2", "El Tordo.")
    luis, tordo = mention(text, "Luis Caro"), mention(gone, "El Tordo")
    assert identify([luis], (), [judged(luis, tordo, same=True)]) == identify([luis], ())


MEMBERS = [("D1", f"person@{i}-{i + 1}") for i in range(7)]
PAIRS = st.tuples(st.sampled_from(MEMBERS), st.sampled_from(MEMBERS)).filter(lambda pair: pair[0] != pair[1])
MERGES = PAIRS.map(lambda pair: Judgement(*pair, same=True, reason="", by="ana"))


@settings(max_examples=100, deadline=None)
@given(st.lists(MERGES, max_size=15), st.sets(PAIRS, max_size=5), st.randoms(use_true_random=False))
def test_whom_people_keep_apart_stays_apart(
    merges: list[Judgement], pairs: set[tuple[Key, Key]], chance: random.Random
) -> None:
    """Whatever is merged, and in whatever order, no pair that is to stay apart ends in one cluster."""
    apart = {frozenset(pair) for pair in pairs}
    clusters = Clusters(MEMBERS, apart)
    clusters.merge(merges)
    assert all(len({clusters.root(member) for member in pair}) == 2 for pair in apart)
    chance.shuffle(merges)
    again = Clusters(MEMBERS, apart)
    again.merge(merges)
    assert [again.root(member) for member in MEMBERS] == [clusters.root(member) for member in MEMBERS]
    if not apart:
        assert all(clusters.root(merge.left) == clusters.root(merge.right) for merge in merges)


def test_an_unmasked_source_is_a_person() -> None:
    """Whom a person recognises behind a mask has a name and a kind from then on."""
    text = document("D1", "XXXXXXXXXXXX said so.", "Luis Caro agreed.")
    mask, luis = mention(text, "XXXXXXXXXXXX", "source"), mention(text, "Luis Caro")
    (entity,) = identify([mask, luis], (), [judged(mask, luis, same=True)])
    assert (entity.kind, entity.name) == ("person", "Luis Caro")
