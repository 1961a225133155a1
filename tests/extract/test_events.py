"""Events: how a document puts them, who is meant, and which tellings are one event."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract import extract
from graph.extract.clauses.modality import hedges
from graph.extract.events.incidents import past
from graph.extract.events.telling import tell
from graph.extract.language.grammar import grammar, lists
from graph.extract.language.verbs import inflect
from graph.extract.relate import highest, relate
from graph.extract.text import Annotated, Sentence
from graph.model import Claim, Document, Paragraph
from tests.extract.marked import marked, shown


def document(annotated: Sequence[Annotated]) -> Document:
    """The document that marked sentences make up."""
    text = " ".join(each.sentence.text for each in annotated)
    return Document("d", "article", text, "d.txt", "", paragraphs=(Paragraph("1", "", 0, len(text)),))


def told(*texts: str) -> list[str]:
    """Links that marked sentences tell of, as the rule files write them."""
    annotated = [marked(text) for text in texts]
    return [shown(link, annotated) for link in tell(document(annotated), annotated).links]


def claims(*texts: str, markings: Sequence[str] = ()) -> list[Claim]:
    """Claims of marked sentences, each standing at its place in the document."""
    annotated, at = [], 0
    for number, text in enumerate(texts):
        made = marked(text)
        sentence = made.sentence
        place = range(at, at + len(sentence.text))
        marking = markings[number] if markings else ""
        annotated.append(Annotated(Sentence(sentence.text, place, 0, marking, "sentence"), made.spans))
        at += len(sentence.text) + 1
    return relate(document(annotated), annotated)[1]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Police arrested [P Ana Ruiz].", "asserted"),
        ("[P Ana Ruiz] was allegedly arrested.", "alleged"),
        ("[P Ana Ruiz] is believed to have been arrested.", "alleged"),
        ("[P Ana Ruiz] may have been arrested.", "alleged"),
        ("Police failed to arrest [P Ana Ruiz].", "attempted"),
        ("Police made an attempt to arrest [P Ana Ruiz].", "attempted"),
        ("Police plan to arrest [P Ana Ruiz].", "planned"),
        ("Police ordered the men to arrest [P Ana Ruiz].", "planned"),
        ("[P Ana Ruiz] could be arrested.", "planned"),
        ("Nobody knows if police arrested [P Ana Ruiz].", "planned"),
        ("The judge demanded the arrest of [P Ana Ruiz].", "planned"),
        ("Police never arrested [P Ana Ruiz].", "denied"),
        ("Police denied that [P Ana Ruiz] was arrested.", "denied"),
        ("Police managed to arrest [P Ana Ruiz].", "asserted"),
        ("Arresting [P Ana Ruiz] could be the key.", "planned"),
        ("Police wanted [P Ana Ruiz] arrested.", "planned"),
        ("The judge will speak before the arrest of [P Ana Ruiz].", "planned"),
        ("The judge spoke before the arrest of [P Ana Ruiz].", "asserted"),
        ("The family hoped for the arrest of [P Ana Ruiz].", "planned"),
        ("Police attempted the capture of [P Ana Ruiz].", "attempted"),
        ("Nobody arrested [P Ana Ruiz].", "denied"),
        ("NO ONE ARRESTED [P ANA RUIZ].", "denied"),
        ("None of the agents arrested [P Ana Ruiz].", "denied"),
        ("Neither [P Luis Caro] nor [P Ana Ruiz] was arrested.", "denied"),
        ("No officer arrested [P Ana Ruiz].", "denied"),
        ("No fewer than ten officers arrested [P Ana Ruiz].", "asserted"),
        ("Nobody fled when police arrested [P Ana Ruiz].", "asserted"),
        ("No one saw or arrested [P Ana Ruiz].", "denied"),
        ("Not one officer arrested [P Ana Ruiz].", "denied"),
        ("Not one but two officers arrested [P Ana Ruiz].", "asserted"),
        ("Police nearly arrested [P Ana Ruiz].", "attempted"),
        ("Police left without arresting [P Ana Ruiz].", "denied"),
        ("Instead of arresting [P Ana Ruiz], police left.", "denied"),
        ("Far from arresting [P Ana Ruiz], police left.", "denied"),
        ("By arresting [P Ana Ruiz], police made it worse.", "asserted"),
    ],
)
def test_claim_is_put_as_the_text_puts_it(text: str, modality: str) -> None:
    """Hearsay, tries, plans and denials are never facts."""
    found = {claim.modality for claim in claims(text) if claim.type == "ARRESTED_IN"}
    assert found == {modality}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The judge acquitted [P Ana Ruiz] of killing [P Luis Caro].", "denied"),
        ("The [G Red Column] denied that it killed [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was found not guilty of killing [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was found guilty of the murder of [P Luis Caro].", "asserted"),
        ("[P Ana Ruiz] was found not guilty of the murder of [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was held on suspicion of killing [P Luis Caro].", "alleged"),
        ("[P Ana Ruiz] was cleared of bribing [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was acquitted of killing [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was cleared of charges that she killed [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was wrongly accused of killing [P Luis Caro].", "denied"),
        ("[P Ana Ruiz] was repeatedly accused of killing [P Luis Caro].", "alleged"),
        ("[P Ana Ruiz] was absolved of the murder of [P Luis Caro].", "denied"),
        ("The judge convicted [P Ana Ruiz] of killing [P Luis Caro].", "asserted"),
        ("Police suspect that [P Ana Ruiz] ordered the murder of [P Luis Caro].", "alleged"),
        ("[P Ana Ruiz] ordered the murder of [P Luis Caro].", "alleged"),
    ],
)
def test_deed_is_put_as_those_who_judge_it_put_it(text: str, modality: str) -> None:
    """An acquittal denies the deed; who ordered a murder is not said to have done it."""
    assert {claim.modality for claim in claims(text) if claim.type in {"KILLED", "BRIBED"}} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "The judge acquitted [P Ana Ruiz] of killing [P Luis Caro].",
        "The [G Red Column] denied that it killed [P Luis Caro].",
    ],
)
def test_denied_doer_leaves_the_victim_killed(text: str) -> None:
    """Who is cleared of a killing, or denies it, denies his part, not that somebody was killed."""
    assert {claim.modality for claim in claims(text) if claim.type == "KILLED_IN"} == {"alleged"}


def test_named_members_stand_for_their_group() -> None:
    """Of arrested members of a gang only those with a name are in the arrest, and in its title."""
    annotated = [marked("Police arrested five members of the [K Marlin Cartel], among them [P Ana Ruiz].")]
    found = relate(document(annotated), annotated)[1]
    assert {claim.type for claim in found if claim.source.startswith("cartel")} == set()
    assert any(claim.type == "ARRESTED_IN" and claim.source.startswith("person") for claim in found)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("[P Ana Ruiz], who headed the police from [X 2004] to [X 2007], was arrested.", None),
        ("[P Ana Ruiz], born in [X 1970], was arrested in [L Tarma].", None),
        ("[P Ana Ruiz], a judge since [X 1998], was arrested.", None),
        ("[P Ana Ruiz], on [X 2004-05-02], was arrested.", "2004-05-02"),
        ("In [X 2004], [P Ana Ruiz], a judge, was arrested.", "2004"),
    ],
)
def test_date_of_another_clause_is_not_the_events(text: str, date: str | None) -> None:
    """A date inside a relative clause, a participle or an apposition tells of those."""
    assert {claim.properties.get("date") for claim in claims(text) if claim.type == "ARRESTED_IN"} == {date}


def test_who_says_so_is_kept_on_the_claim() -> None:
    """A claim names its source; what someone did is not said by him."""
    said = claims("[P Eva Paz] said that [P Ana Ruiz] was arrested.")
    according = claims("According to [S XXXXXXXXXXXX], [P Ana Ruiz] was arrested.")
    plain = claims("[P Ana Ruiz] was arrested.")
    assert [claim.attributed_to for claim in said] == ["person@0-7"]
    assert [claim.attributed_to for claim in according] == ["source@13-25"]
    assert [claim.attributed_to for claim in plain] == [""]


@pytest.mark.parametrize(
    ("texts", "patient"),
    [
        (["[P Luis Caro] fled.", "He was arrested in [X 2004]."], "Luis Caro"),
        (["[P Ana Ruiz] fled.", "She was arrested in [X 2004]."], "Ana Ruiz"),
        (["[P Luis Caro] met [P Juan Paz].", "He was arrested in [X 2004]."], "Luis Caro"),
        (["[P Luis Caro] said police wanted [P Juan Paz] and arrested him in [X 2004]."], "Juan Paz"),
        (["Judge [P Luis Caro] fled.", "The judge was arrested in [X 2004]."], "Luis Caro"),
        (["[P Luis Caro] fled.", "His arrest in [X 2004] was news."], "Luis Caro"),
        (["Police arrested a man identified as [P Luis Caro] in [X 2004]."], "Luis Caro"),
        (["The Secretary of the Navy, Admiral [P Luis Caro], was arrested in [X 2004]."], "Luis Caro"),
    ],
)
def test_pronoun_or_role_stands_for_the_one_who_is_meant(texts: list[str], patient: str) -> None:
    """A pronoun, a role, an apposition and a told identity lead to the name."""
    assert f"ARRESTED_IN {patient} > Arrest of {patient}, 2004" in told(*texts)


@pytest.mark.parametrize(
    "texts",
    [
        ["[P Luis Caro] said that [P Juan Paz] fled and that he was arrested."],
        ["[P Luis Caro] fled.", "She was arrested."],
        ["Judge [P Luis Caro] and Judge [P Juan Paz] fled.", "The judge was arrested."],
        ["[P Luis Caro] fled.", "His brother was arrested."],
        ["[P Luis Caro] and [P Juan Paz] fled.", "Police said they arrested a farmer."],
        ["[P Luis Caro] fled.", "The mayor of the town was arrested."],
    ],
)
def test_nobody_is_meant_where_it_is_not_safe(texts: list[str]) -> None:
    """Two candidates, another gender, a relative or a role nobody has: no claim."""
    assert told(*texts) == []


def test_tellings_of_one_event_are_one_case() -> None:
    """The same kind, the same person and no other date: one case, dated by whichever sentence knows."""
    one = told("Police arrested [P Ana Ruiz].", "[P Ruiz], a dealer, was arrested in [X 2004-05].")
    two = told("Police arrested [P Ana Ruiz] in [X 2003].", "Police arrested [P Ana Ruiz] in [X 2004].")
    assert {link.partition(" > ")[2] for link in one} == {"Arrest of Ana Ruiz"}
    assert {link.partition(" > ")[2] for link in two} == {"Arrest of Ana Ruiz, 2003", "Arrest of Ana Ruiz, 2004"}


@pytest.mark.parametrize(
    ("date", "today", "expected"),
    [
        ("2010-02", "2009-12-05", "2009-02"),
        ("2009-02", "2009-12-05", "2009-02"),
        ("2009-12-06", "2009-12-05", "2009-12-06"),
        ("2009-12", "2009-12-05", "2009-12"),
        ("2010-02", "", "2010-02"),
    ],
)
def test_what_was_done_is_not_dated_after_the_document(date: str, today: str, expected: str) -> None:
    """A month that the calendar puts ahead was the one before; a day may be a matter of time zones."""
    assert past(date, today) == expected


def test_named_case_is_taken_from_the_same_part_of_the_sentence_or_the_heading() -> None:
    """Between semicolons each part has its own case; a heading's case covers the sentences below it."""
    parts = told("In the [C Squid case], [P Ana Ruiz] was detained; in the [C Crab case], [P Luis Caro] was detained.")
    assert {"DETAINED_IN Ana Ruiz > Squid case", "DETAINED_IN Luis Caro > Crab case"} <= set(parts)
    assert "DETAINED_IN Ana Ruiz > Crab case" not in parts
    heading = marked("The [C Squid case]", "heading")
    below = marked("[P Ana Ruiz] was detained.")
    text = below.sentence.text
    below = Annotated(Sentence(text, range(len(text)), 0, "", "sentence", "The Squid case"), below.spans)
    links = tell(document([heading, below]), [heading, below]).links
    assert "DETAINED_IN Ana Ruiz > Squid case" in [shown(link, [heading, below]) for link in links]


def test_capitals_tell_the_same() -> None:
    """A sentence in capitals gives the same links."""
    text = "[P Luis Caro] was killed in [L Tarma] by the [G Red Column], police said."
    assert [link.upper() for link in told(text)] == [link.upper() for link in told(text.upper())]


def test_nobody_is_invented() -> None:
    """An unnamed party gets no end: there is only the role in the case."""
    assert told("Gunmen killed [P Luis Caro].") == ["KILLED_IN Luis Caro > Killing of Luis Caro"]
    assert told("Gunmen killed a farmer in [L Tarma].") == []


def test_marking_is_the_highest_of_those_involved() -> None:
    """A claim whose people stand in a confidential paragraph is no less confidential."""
    found = claims("[P Luis Caro] fled.", "He was arrested.", markings=("C", "U"))
    assert [(claim.type, claim.marking) for claim in found] == [("ARRESTED_IN", "C")]
    assert highest(["U", "S/NF", "SBU"]) == "S/NF"


def test_every_quote_stands_at_its_place() -> None:
    """Quotes are the document's own words at the offsets given."""
    texts = [
        "[P Luis Caro] was killed by the [G Red Column].",
        "The [A Coastal Guard] met [P Ana Ruiz] and [P Eva Paz].",
    ]
    made = [marked(text) for text in texts]
    body = document(made).text
    found = claims(*texts)
    assert found
    assert all(claim.quote == body[claim.start : claim.end] for claim in found)


def test_document_that_takes_too_long_is_left_out_and_reported() -> None:
    """No time means no claims, and a problem that names the file."""
    late = extract(document([marked("Police arrested [P Ana Ruiz].")]), seconds=-1.0)
    assert (late.mentions, late.claims) == ((), ())
    assert [str(problem) for problem in late.problems] == ["d.txt: took longer than -1 s to read and was left out"]


def test_endless_sentence_is_not_read() -> None:
    """What has no end is a table or a damaged text: it costs no time and tells nothing."""
    assert told("[P Ana Ruiz] was arrested, " * 400) == []


WORDS = st.sampled_from(
    """[P Ana Ruiz]|[P Luis Caro]|[G Red Column]|[A Harbour Police]|[L Tarma]|[X 2004]|[C Squid case]|police|who|whom
    that|was|were|had|been|to|not|arrested|killed|kidnapped|met|signed|the agreement|by|in|of|with|and|,|;|:|(|)|"|'s
    the|murder|arrest|attack on|accused of|killing|tried to|will|he|his|it|their|said|according to|if|before|including
    """.replace("\n", "|").split("|")
)


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_no_order_of_words_breaks_the_rules(words: list[str]) -> None:
    """Whatever the words, links come out with the kinds that the ontology allows, or nothing does."""
    for claim in claims(" ".join(words)):
        assert claim.quote
        assert claim.source != claim.target


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("arrest", ["arrest", "arrests", "arresting", "arrested"]),
        ("kidnap", ["kidnap", "kidnaps", "kidnapping", "kidnapped"]),
        ("seize", ["seize", "seizes", "seizing", "seized"]),
        ("carry", ["carry", "carries", "carrying", "carried"]),
        ("acquit", ["acquit", "acquits", "acquitting", "acquitted"]),
        ("cook", ["cook", "cooks", "cooking", "cooked"]),
        ("traffic", ["traffic", "traffics", "trafficking", "trafficked"]),
        ("free", ["free", "frees", "freeing", "freed"]),
        ("ambush", ["ambush", "ambushes", "ambushing", "ambushed"]),
        ("gun", ["gun", "guns", "gunning", "gunned"]),
        ("take", ["take", "takes", "taking", "took", "taken"]),
    ],
)
def test_verbs_are_inflected(lemma: str, forms: list[str]) -> None:
    """Spelling follows the lemma: doubled consonants, dropped e, y to i."""
    assert [form for form, _ in inflect(lemma, {"take": ("took", "taken")})] == forms


def test_every_verb_that_puts_a_claim_is_known() -> None:
    """A verb of hedging, denying or saying that the grammar does not know would be read as a noun, and say nothing."""
    known = {word.lemma for word in grammar().values()}
    keys = (
        "alleged",
        "attempted",
        "asserted",
        "planned",
        "denied",
        "cleared",
        "undone",
        "foiled",
        "saying",
        "alleging",
    )
    assert {key: sorted(getattr(hedges(), key) - known) for key in keys} == {key: [] for key in keys}
    keys = ("control", "opinion", "accusing")
    assert {key: sorted(lists(key, "events") - known) for key in keys} == {key: [] for key in keys}


def test_undone_event_is_denied() -> None:
    """Whose conviction was overturned is not convicted."""
    found = {claim.modality for claim in claims("The court overturned the conviction of [P Ana Ruiz].")}
    assert found == {"denied"}


def test_next_subject_is_no_object() -> None:
    """Who opens the main clause behind a participle is not among those whom it tells of."""
    assert told("Killing [P Luis Caro], [P Ana Ruiz] fled.") == ["KILLED_IN Luis Caro > Killing of Luis Caro"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("TARMA, [X 2004-05-02] - Police arrested [P Ana Ruiz].", ""),
        ("TARMA, [X 2004-05-02] (EFE) -- Police arrested [P Ana Ruiz].", ""),
        ("TARMA, [X 2004-05-02] - Police arrested [P Ana Ruiz] on [X 2004-04-30].", "2004-04-30"),
        ("On [X 2004-05-02] - a holiday - police arrested [P Ana Ruiz].", "2004-05-02"),
    ],
)
def test_date_of_a_report_is_not_the_events(text: str, date: str) -> None:
    """A dateline tells when the report was written; what it reports has the day that the text gives, or none."""
    assert {claim.properties.get("date", "") for claim in claims(text)} == {date}


@pytest.mark.parametrize(
    "text",
    [
        "[P Ana Ruiz] was charged in [X 2008-05] with killing [P Luis Caro].",
        "In [X 2008-05] [P Ana Ruiz] was sentenced for the murder of [P Luis Caro].",
        "[P Ana Ruiz] was accused in [X 2008-05] of the murder of [P Luis Caro].",
    ],
)
def test_date_of_a_charge_is_not_the_deeds(text: str) -> None:
    """When somebody was charged or tried says nothing of when he did it."""
    dated = {claim.properties.get("date", "") for claim in claims(text) if claim.type == "KILLED_IN"}
    assert dated == {""}
