"""Clauses of speech: the speaker takes no part in what is told, and answers for it."""

from collections.abc import Sequence

import pytest

from graph.extract.relate import relate
from graph.extract.text import Annotated, Sentence
from graph.model import Document, Paragraph
from tests.extract.annotated import spans
from tests.extract.marked import marked


def told(*texts: str) -> set[tuple[str, str, str]]:
    """Claims of marked sentences: "MET_WITH Ana > Luis", modality, speaker's name."""
    annotated: list[Annotated] = []
    at = 0
    for text in texts:
        made = marked(text)
        place: Sequence[int] = range(at, at + len(made.sentence.text))
        annotated.append(Annotated(Sentence(made.sentence.text, place, 0, "", "sentence"), made.spans))
        at += len(made.sentence.text) + 1
    body = " ".join(each.sentence.text for each in annotated)
    document = Document("d", "article", body, "d.txt", "", paragraphs=(Paragraph("1", "", 0, len(body)),))
    mentions, claims = relate(document, annotated)
    name = {mention.key: mention.name for mention in mentions} | {"": ""}
    return {
        (f"{claim.type} {name[claim.source]} > {name[claim.target]}", claim.modality, name[claim.attributed_to])
        for claim in claims
    }


MET = "MET_WITH Ana Ruiz > Luis Caro"


@pytest.mark.parametrize(
    ("text", "modality", "who"),
    [
        ("[P Ana Ruiz] met [P Luis Caro] in a hotel in [L Tarma], [P Eva Paz] alleged.", "alleged", "Eva Paz"),
        ("[P Ana Ruiz] met [P Luis Caro] in [X 2004-05], [P Eva Paz] told reporters.", "asserted", "Eva Paz"),
        (
            "[P Ana Ruiz] met [P Luis Caro], [P Eva Paz], the police chief, said on [X 2004-05-02].",
            "asserted",
            "Eva Paz",
        ),
        ("[P Ana Ruiz] met [P Luis Caro], said [P Eva Paz] of the [A Harbour Police].", "asserted", "Eva Paz"),
        ("[P Ana Ruiz], [P Eva Paz] said, met [P Luis Caro].", "asserted", "Eva Paz"),
        ("[P Ana Ruiz] met [P Luis Caro], the judge, [P Eva Paz], said.", "asserted", "Eva Paz"),
        ("[P Ana Ruiz] met [P Luis Caro] ([P Eva Paz] claims).", "alleged", "Eva Paz"),
        ("[P Eva Paz] told reporters that [P Ana Ruiz] met [P Luis Caro].", "asserted", "Eva Paz"),
        ("[P Eva Paz] claims [P Ana Ruiz] met [P Luis Caro].", "alleged", "Eva Paz"),
        ("The police chief, [P Eva Paz], added that [P Ana Ruiz] met [P Luis Caro].", "asserted", "Eva Paz"),
        ("[S XXXXXXXXXXXX] reports that [P Ana Ruiz] met [P Luis Caro].", "asserted", "XXXXXXXXXXXX"),
        ("[A Harbour Police] sources said [P Ana Ruiz] met [P Luis Caro].", "asserted", "Harbour Police"),
        ("A spokesman for the [A Harbour Police] said [P Ana Ruiz] met [P Luis Caro].", "asserted", "Harbour Police"),
        ("[P Ana Ruiz] met [P Luis Caro], according to the [A Harbour Police].", "asserted", "Harbour Police"),
        ("[P Ana Ruiz] met [P Luis Caro] and, according to [P Eva Paz], fled.", "asserted", ""),
        ("According to prosecutors, [P Ana Ruiz] met [P Luis Caro].", "alleged", ""),
        ("[P Ana Ruiz] met [P Luis Caro], prosecutors say.", "alleged", ""),
        ("Prosecutors say that [P Ana Ruiz] met [P Luis Caro].", "alleged", ""),
        ("[P Ana Ruiz] met [P Luis Caro], a witness said.", "alleged", ""),
        ("[P Ana Ruiz] met [P Luis Caro], police said.", "asserted", ""),
        ("[P Ana Ruiz] met [P Luis Caro], [P Luis Caro]'s lawyer said.", "asserted", ""),
        ("[P Ana Ruiz] met [P Luis Caro], a lawyer for [P Luis Caro] said.", "asserted", ""),
        ("[P Ana Ruiz] met [P Luis Caro], and [P Eva Paz] said the talks were good.", "asserted", ""),
        ("[P Ana Ruiz], who said she was ill, met [P Luis Caro].", "asserted", ""),
        ("[P Ana Ruiz] met [P Luis Caro], who claimed responsibility.", "asserted", ""),
        ("[P Ana Ruiz] met [P Luis Caro], and the meeting concluded.", "asserted", ""),
    ],
)
def test_speaker_is_no_party_and_answers_for_it(text: str, modality: str, who: str) -> None:
    """Wherever the clause of speech stands, the meeting is of two, put and attributed as the clause says."""
    assert told(text) == {(MET, modality, who)} | {one for one in told(text) if one[0].startswith("WORKS_FOR")}


@pytest.mark.parametrize("speech", ["prosecutors say", "prosecutors allege", "a witness said", "[P Eva Paz] claimed"])
def test_all_claims_of_a_clause_are_put_alike(speech: str) -> None:
    """The direct edge and the roles in the case share modality and speaker; the accused says nothing."""
    found = told(f"[P Ana Ruiz], a lawyer, bribed Judge [P Luis Caro] in [X 2004], {speech}.")
    assert {one[0].partition(" ")[0] for one in found} == {"BRIBED", "BRIBED_IN", "SUSPECT_IN"}
    assert {one[1:] for one in found} == {("alleged", "Eva Paz" if "Eva" in speech else "")}


def test_prosecutor_announces_an_arrest() -> None:
    """What a prosecutor says of an act of state is no allegation."""
    found = told("[P Ana Ruiz] was arrested in [L Tarma], prosecutors said.")
    assert {one[1] for one in found} == {"asserted"}


def test_each_speaker_answers_for_the_own_part() -> None:
    """A speaker's clause covers what follows it, not what stands before."""
    found = told("[P Ana Ruiz] met [P Luis Caro], and [P Eva Paz] said [P Juan Paz] killed [P Leo Gil].")
    assert (MET, "asserted", "") in found
    assert ("KILLED Juan Paz > Leo Gil", "asserted", "Eva Paz") in found


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("He is charged with the killing of [P Eva Paz].", ""),
        ("Police shot [P Eva Paz].", ""),
        ("[P Luis Caro] is charged with the killing of [P Eva Paz].", "Luis Caro"),
    ],
)
def test_his_lawyer_is_the_subjects(before: str, owner: str) -> None:
    """A possessive leads back to the subject of the sentence before, never to somebody of another gender."""
    found = {one[0] for one in told(before, "His lawyer, [P Juan Paz], said so.")}
    works = {one for one in found if one.startswith("WORKS_FOR")}
    assert works == ({f"WORKS_FOR Juan Paz > {owner}"} if owner else set())


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Juan Olmo did not pay Ana Olmo, his attorney said.", ""),
        ("Juan Olmo paid Ana Olmo, a witness told reporters.", ""),
        ("Ana Olmo, the police chief, said it rained.", "police chief"),
        ("Juan Olmo paid Ana Olmo, a lawyer, prosecutors say.", "lawyer"),
        ("Juan Olmo paid Ana Olmo, his lawyer, Luis Pardo, said.", ""),
        ("They held Ana Olmo, her driver, Luis Pardo, and two guards.", ""),
        ("They held Ana Olmo, a day after the police chief fled.", ""),
    ],
)
def test_speaker_is_no_apposition(text: str, role: str) -> None:
    """Who speaks behind a comma is not what the name before it is."""
    ana = next(span for span in spans(text) if span.name == "Ana Olmo")
    assert ana.properties.get("role", "") == role


@pytest.mark.parametrize(
    ("texts", "modality", "who"),
    [
        (('"[P Ana Ruiz] met [P Luis Caro] in May. ', 'He paid her," said [P Eva Paz].'), "asserted", "Eva Paz"),
        (("“[P Ana Ruiz] met [P Luis Caro]. ", "He paid. ", "They fled,” [P Eva Paz] said."), "asserted", "Eva Paz"),
        (('[P Eva Paz] said: "There is more. ', '[P Ana Ruiz] met [P Luis Caro]."'), "asserted", "Eva Paz"),
        (('"They fled," [P Eva Paz] said. ', '"[P Ana Ruiz] met [P Luis Caro]."'), "asserted", "Eva Paz"),
        (('"They fled," [P Eva Paz] said. ', '"Yes. ', '[P Ana Ruiz] met [P Luis Caro]."'), "asserted", "Eva Paz"),
        (('"They fled," [P Eva Paz] claimed. ', '"[P Ana Ruiz] met [P Luis Caro]."'), "alleged", "Eva Paz"),
        (('"[P Ana Ruiz] met [P Luis Caro]. ', 'He paid her," a prosecutor said.'), "alleged", ""),
    ],
)  # fmt: skip
def test_quotation_is_its_speakers_in_each_sentence(texts: Sequence[str], modality: str, who: str) -> None:
    """What stands between two marks is said by whoever the sentence at either end names, or the sentence before."""
    assert (MET, modality, who) in told(*(text.strip() for text in texts))


@pytest.mark.parametrize(
    "texts",
    [
        ('"They fled," [P Eva Paz] said.', "[P Ana Ruiz] met [P Luis Caro]."),
        ('"They fled," [P Eva Paz] said.', '[P Ana Ruiz] met [P Luis Caro] in the "Blue Room" in [X 2004].'),
        ('[P Eva Paz] said: "There is more."', "[P Ana Ruiz] met [P Luis Caro]."),
        ('"They fled," [P Eva Paz] said.', '"The Heron" is where [P Ana Ruiz] met [P Luis Caro].'),
        ('"They fled," [P Eva Paz] said.', 'The report reads "[P Ana Ruiz] met [P Luis Caro]."'),
        ('"They fled, [P Eva Paz] said.', "[P Ana Ruiz] met [P Luis Caro]."),
    ],
)
def test_what_stands_outside_of_a_quotation_is_the_documents(texts: Sequence[str]) -> None:
    """A speaker of the sentence before answers for nothing outside of the marks, nor where one was lost."""
    assert (MET, "asserted", "") in told(*texts)


def test_an_office_named_in_a_quotation_is_its_speakers_word() -> None:
    """Affiliations are attributed like events."""
    found = told('"[P Ana Ruiz] is the leader of the [K Olmo Cartel].', 'She fled," [P Eva Paz] claimed.')
    assert ("HEAD_OF Ana Ruiz > Olmo Cartel", "alleged", "Eva Paz") in found
