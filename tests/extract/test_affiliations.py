"""Rules for affiliations: each finds its own examples and leaves its near misses alone."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.affiliations.affiliation_rules import rules
from graph.extract.affiliations.affiliations import affiliations
from graph.extract.affiliations.meaning import OFFICES
from graph.extract.affiliations.offices import vocabulary
from graph.extract.text import Span
from graph.ontology import ontology
from tests.extract.marked import marked, shown

EXAMPLES = [
    pytest.param(example["text"], example["finds"], id=f"{rule.id}-{number}")
    for rule in rules()
    for number, example in enumerate(rule.entry["examples"])
]
NEAR_MISSES = [
    pytest.param(text, id=f"{rule.id}-{number}")
    for rule in rules()
    for number, text in enumerate(rule.entry["near_misses"])
]


def found(*texts: str, **fields: Any) -> list[str]:
    """Links in marked sentences, as the rule files write them."""
    annotated = [marked(text, **fields) for text in texts]
    return sorted(shown(link, annotated) for link in affiliations(annotated))


@pytest.mark.parametrize(("text", "finds"), EXAMPLES)
def test_rule_finds_its_example(text: str, finds: list[str]) -> None:
    """An example finds what the rule file says, and nothing else."""
    assert found(text) == sorted(finds)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_rule_leaves_its_near_miss(text: str) -> None:
    """A near miss finds nothing by any rule."""
    assert found(text) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_rule_explains_itself(rule: Any) -> None:
    """A rule says what it finds and shows an example and a near miss."""
    assert rule.entry["finds"]
    assert rule.entry["examples"]
    assert rule.entry["near_misses"]


def test_pronoun_leads_back_to_the_subject_before() -> None:
    """The words "he" and "the cartel" stand for who and what was spoken of in the sentence before."""
    first = "[P Luis Caro]'s son, [P Jon Paz], fled the [K Marlin Cartel]."
    second = "He was a founder of the cartel."
    assert "HEAD_OF Jon Paz > Marlin Cartel" in found(first, second)


def test_pronoun_stays_in_its_paragraph() -> None:
    """A pronoun reaches no person named several sentences or paragraphs before."""
    annotated = [
        marked("[P Jon Paz] fled.", paragraph=0),
        marked("It rained.", paragraph=1),
        marked("He worked for the [A Harbour Police].", paragraph=2),
    ]
    assert affiliations(annotated) == []


def test_own_family_of_the_subject() -> None:
    """His brother is the brother of the subject before."""
    assert found("[P Luis Caro] fled.", "His brother, [P Jon Paz], stayed.") == ["LINKED_TO Jon Paz > Luis Caro"]


def test_a_leader_is_known_by_the_office() -> None:
    """The words "the cartel leader" stand for the leader whom the text has named."""
    first = "[P Luis Caro], head of the [K Marlin Cartel], fled."
    second = "There came three drivers of the cartel leader: [P Jon Paz], [P Ana Ruiz] and [P Eva Soto]."
    links = found(first, second)
    assert [link for link in links if link.startswith("WORKS_FOR")] == [
        "WORKS_FOR Ana Ruiz > Luis Caro",
        "WORKS_FOR Eva Soto > Luis Caro",
        "WORKS_FOR Jon Paz > Luis Caro",
    ]


def test_denied_affiliation_is_none() -> None:
    """What the text denies is not claimed."""
    assert found("[P Jon Paz] is not a member of the [K Marlin Cartel].") == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("It is unclear whether [P Jon Paz] is a member of the [K Marlin Cartel].", "MEMBER_OF?"),
        ("Reports that [P Jon Paz] works for the [K Marlin Cartel] could not be confirmed.", "WORKS_FOR?"),
        ("The rumor that [P Jon Paz] works for the [K Marlin Cartel] is false.", "WORKS_FOR~"),
        ("[P Jon Paz] was arrested on charges that he protected the [K Marlin Cartel].", "LINKED_TO?"),
        ("Prosecutors say that [P Jon Paz] headed the [K Marlin Cartel].", "HEAD_OF?"),
        ("For years, prosecutors say, [P Jon Paz] led the [K Marlin Cartel].", "HEAD_OF?"),
        ("The rumor that [P Jon Paz], head of the [K Marlin Cartel], fled is false.", "HEAD_OF"),
    ],
)
def test_doubted_affiliation_is_put_as_doubted(text: str, finds: str) -> None:
    """What the sentence calls untrue or unproven is no fact; what stands in apposition is not what it doubts."""
    assert found(text) == [f"{finds} Jon Paz > Marlin Cartel"]


def test_former_office_is_marked() -> None:
    """A former office keeps its words and is marked as former."""
    annotated = [marked("[P Jon Paz], former head of the [A Harbour Police], spoke.")]
    (link,) = affiliations(annotated)
    assert dict(link.properties) == {"role": "former head", "former": True}


def test_former_before_the_organisation_is_marked() -> None:
    """The word "former" may stand before the name of the organisation."""
    annotated = [marked("The former [A Harbour Police] agent [P Jon Paz] spoke.")]
    (link,) = affiliations(annotated)
    assert dict(link.properties) == {"role": "agent", "former": True}


def test_owner_is_called_owner() -> None:
    """Who owns an organisation is told from who runs it by the role."""
    annotated = [marked("The [O Norland Bank], owned by businessman [P Jon Paz], closed.")]
    (link,) = affiliations(annotated)
    assert (link.type, dict(link.properties)) == ("HEAD_OF", {"role": "owner"})


def test_pronoun_behind_a_quotation_is_its_speaker() -> None:
    """A "his" behind quoted speech means no one whom the speech names."""
    assert found('"I have never met [P Jon Paz]," he said through his lawyer, [P Eva Soto].') == []
    assert found("They met [P Jon Paz] and his lawyer, [P Eva Soto].") == ["WORKS_FOR Eva Soto > Jon Paz"]


def test_order_of_rules_gives_each_link_once() -> None:
    """Two rules that find the same link in one sentence give one link."""
    assert len(found("[P Jon Paz], the head of the [A Harbour Police], heads the [A Harbour Police].")) <= 2


def test_clause_is_attributed_to_its_speaker() -> None:
    """What somebody is said to have told is that speaker's claim."""
    annotated = [marked("[P Jon Paz] was an agent of the [A Harbour Police], according to [S XXXXXXXX].")]
    (link,) = affiliations(annotated)
    assert link.attributed_to == (0, 2)


def test_apposition_is_the_documents_own() -> None:
    """An office beside a name is no part of what a speaker says."""
    annotated = [marked("[S XXXXXXXX] said that [P Jon Paz], head of the [A Harbour Police], fled.")]
    (link,) = affiliations(annotated)
    assert link.attributed_to is None


def test_links_are_of_the_ontology() -> None:
    """A rule's wording that fits ends which the ontology does not admit gives no link."""
    assert found("The [A Dive Unit], head of the [A Harbour Police], opened.") == []
    assert all(link_type in ontology().relations for link_type in vocabulary_types())


def vocabulary_types() -> set[str]:
    """All relation types that the words for offices and the rules name."""
    said = {type_ for group in vocabulary().says.values() for type_ in group.values() if type_}
    return said | {how for rule in rules() for _, how, _ in rule.links if how not in {*OFFICES, "BODY"}}


@pytest.mark.parametrize(("text", "finds"), EXAMPLES)
def test_capitals_make_no_difference(text: str, finds: list[str]) -> None:
    """A sentence in capitals gives the same links as in mixed case."""
    upper = re.sub(r"\[([A-Z]) ([^\]]+)\]", lambda mark: f"[{mark[1]} {mark[2].upper()}]", text.upper())
    said = {re.sub(r"(?<= ).*", lambda names: names[0].upper(), find) for find in finds}
    assert {re.sub(r"(?<= ).*", lambda names: names[0].upper(), link) for link in found(upper)} == said


PIECES = [
    "[P Ana Ruiz]", "[P Luis Caro]", "[K Marlin Cartel]", "[A Harbour Police]", "[L Tarma]", "[S XXXXXXXX]",
    "[G Herons]", "the head of", "leader of the", ",", "and", "his brother", "'s", "Peruvian President", "members of",
    "is linked to", "alleged", "not", "(", ")", ":", "works for", "the cartel leader", "he", "of the",
    "the Caro brothers", "respectively",
]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=14), max_size=4))
def test_any_text_gives_links_that_stand(sentences: list[list[str]]) -> None:
    """Whatever the words, links have their ends and quotes in the text, and none ties an actor to itself."""
    annotated = [marked(" ".join(words)) for words in sentences]
    for link in affiliations(annotated):
        index, start, end = link.quote
        assert 0 <= start < end <= len(annotated[index].sentence.text)
        for sentence, number in (link.source, link.target):
            assert isinstance(number, Span) or number < len(annotated[sentence].spans)
        assert link.source != link.target


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_same_text_gives_the_same_links(words: list[str]) -> None:
    """Reading a text twice gives the same links in the same order."""
    assert found(" ".join(words)) == found(" ".join(words))


def test_office_of_one_belongs_to_the_nearest() -> None:
    """Of a list of people, an office in the singular is held by the one beside it."""
    assert found("[P Jon Paz] and [P Ana Ruiz], the head of the [A Harbour Police], met.") == [
        "HEAD_OF Ana Ruiz > Harbour Police"
    ]
    assert found("The head of the [A Harbour Police], [P Ana Ruiz], and [P Jon Paz] met.") == [
        "HEAD_OF Ana Ruiz > Harbour Police"
    ]
