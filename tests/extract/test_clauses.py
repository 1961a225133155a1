"""The clause view: sentences become rows of phrases and verb groups, and subjects and objects are found in them."""

import pytest

from graph.extract.clauses.clauses import clauses
from graph.extract.clauses.items import Clauses
from graph.extract.clauses.phrases import by_phrase, objects
from graph.extract.clauses.subjects import subject
from tests.extract.marked import marked


def tags(text: str) -> str:
    """Tags of the row, in order."""
    return "".join(item.tag for item in clauses(marked(text)).items)


def named(view: Clauses, positions: list[int]) -> list[str]:
    """Phrases at some positions, as written."""
    text = view.annotated.sentence.text
    return [text[view.items[at].start : view.items[at].end] for at in positions]


def verb(view: Clauses, lemma: str) -> int:
    """Position of the verb group with a lemma."""
    return next(at for at, item in enumerate(view.items) if item.tag == "V" and item.head == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "voice"),
    [
        ("The police arrested two men.", "arrest", "bare"),
        ("Two men were arrested.", "arrest", "passive"),
        ("Two men are being held.", "hold", "passive"),
        ("The police have arrested two men.", "arrest", "active"),
        ("The police will be arresting two men.", "arrest", "active"),
        ("Two men were seriously wounded.", "wound", "passive"),
        ("THE POLICE TODAY ARRESTED TWO MEN.", "arrest", "bare"),
        ("They attack the town.", "attack", "active"),
        ("Rebels overpowered the guards.", "overpowered", "bare"),
    ],
)
def test_verb_group_has_lemma_and_voice(text: str, lemma: str, voice: str) -> None:
    """Auxiliaries, adverbs and verb make one group that tells its voice."""
    view = clauses(marked(text))
    assert view.items[verb(view, lemma)].voice == voice


@pytest.mark.parametrize(
    "text",
    ["The arrest was news.", "The attack on the town failed.", "The captured men spoke.", "A 2004 murder was solved.",
     "Drug trafficking charges were filed.", "the killing of two men"],
)  # fmt: skip
def test_noun_that_looks_like_a_verb_stays_a_noun(text: str) -> None:
    """Behind an article, before "of" and before a noun, the word is no verb."""
    first = clauses(marked(text)).items[0]
    assert first.tag == "N"


@pytest.mark.parametrize(
    ("text", "lemma", "who"),
    [
        ("[P Ana Ruiz] was arrested.", "arrest", ["Ana Ruiz"]),
        ("[P Ana Ruiz], the head of the [A Harbour Police], was arrested.", "arrest", ["Ana Ruiz"]),
        ("[P Ana Ruiz], who had fled to [L Tarma], was arrested.", "arrest", ["Ana Ruiz"]),
        ("[P Ana Ruiz] was tried and later killed.", "kill", ["Ana Ruiz"]),
        ("[P Ana Ruiz], [P Luis Caro] and [P Juan Paz] were killed.", "kill", ["Ana Ruiz", "Luis Caro", "Juan Paz"]),
        ("Police arrested [P Ana Ruiz], and [P Luis Caro] was killed.", "kill", ["Luis Caro"]),
        ("The judge who was killed knew [P Ana Ruiz].", "kill", ["The judge"]),
        ("Arrested in [L Tarma] in [X 2004], [P Ana Ruiz] denied it.", "arrest", ["Ana Ruiz"]),
        ("A cell arrested by the [A Harbour Police] fled.", "flee", ["A cell"]),
        ("The rebels marched through the streets of [L Tarma], a port, killed two men and fled.", "kill",
         ["The rebels"]),
        ("With the [A Harbour Police], the [A Coastal Army] and others, [P Ana Ruiz] met them.", "meet", ["Ana Ruiz"]),
        ("The gang, whom [P Ana Ruiz] said were killed, fled.", "kill", ["The gang"]),
        ("They wait for [P Ana Ruiz] to sign the pact.", "sign", ["Ana Ruiz"]),
    ],
)  # fmt: skip
def test_subject_is_found_across_what_stands_between(text: str, lemma: str, who: list[str]) -> None:
    """Appositions, relative clauses, lists, shared verbs and participles do not hide the subject."""
    view = clauses(marked(text))
    assert named(view, subject(view, verb(view, lemma))) == who


@pytest.mark.parametrize(
    ("text", "lemma", "what"),
    [
        ("Police arrested [P Ana Ruiz] and [P Luis Caro] in [L Tarma].", "arrest", ["Ana Ruiz", "Luis Caro"]),
        ("Police arrested five men: [P Ana Ruiz], known as Nana; and [P Luis Caro].", "arrest",
         ["five men", "Ana Ruiz", "Luis Caro"]),
        ("Police arrested twelve people, including [P Ana Ruiz] and [P Luis Caro].", "arrest",
         ["twelve people", "Ana Ruiz", "Luis Caro"]),
        ("Police arrested [X 2004-05-02] [P Ana Ruiz].", "arrest", ["Ana Ruiz"]),
        ("[P Ana Ruiz] was kidnapped 11 days ago.", "kidnap", []),
    ],
)  # fmt: skip
def test_objects_come_with_their_list(text: str, lemma: str, what: list[str]) -> None:
    """The object takes its coordinates, what a colon announces and what "including" adds."""
    view = clauses(marked(text))
    assert named(view, objects(view, verb(view, lemma))) == what


def test_agents_stand_behind_by_and_may_be_hedged() -> None:
    """Several by-phrases are all agents; "presumably" before them is kept."""
    view = clauses(marked("[P Ana Ruiz] was killed, presumably by the [K Marlin Cartel] and by [P Luis Caro]."))
    found, hedged = by_phrase(view, verb(view, "kill"))
    assert (named(view, found), hedged) == (["the Marlin Cartel", "Luis Caro"], True)


def test_description_stays_out_of_the_name_phrase() -> None:
    """A span whose noun phrase ran into an event word gives the event back."""
    made = marked("the regrettable murder of General [P Luis Caro]")
    long = made.spans[0].__class__(**{**{k: getattr(made.spans[0], k) for k in made.spans[0].__slots__}, "left": 0})
    view = clauses(made.__class__(made.sentence, (long,)))
    assert [item.head or "name" for item in view.items] == ["murder", "name"]


def test_before_with_a_noun_is_a_preposition_and_with_a_verb_opens_a_clause() -> None:
    """Only a clause separates what stands around it."""
    assert tags("He left before the elections.").count("S") == 0
    assert tags("He left before the police came.").count("S") == 1


def test_number_with_commas_is_one_word() -> None:
    """The commas of a thousand part no phrases: "killed 1,200 farmers" has one object, with its number."""
    view = clauses(marked("The rebels killed over 1,200 farmers and a priest."))
    assert named(view, objects(view, verb(view, "kill"))) == ["1,200 farmers", "a priest"]


def test_office_of_a_body_is_who_holds_it() -> None:
    """A name right behind the body that somebody heads is the subject, not what the body's name leads to."""
    view = clauses(marked("The president of the [A Supreme Court] [P Luis Caro] fled."))
    assert named(view, subject(view, verb(view, "flee"))) == ["The president of the Supreme Court Luis Caro"]


def test_past_tense_with_an_object_between_commas_is_a_further_deed() -> None:
    """The subject of the first verb is that of all: it is no apposition that is left out."""
    view = clauses(marked("The [G Red Column] took the town, burned the bridge, looted a shop, and left."))
    assert named(view, subject(view, verb(view, "loot"))) == ["The Red Column"]


def test_list_of_subjects_holds_brackets_and_owned_names() -> None:
    """Neither a bracket behind a name nor a last "and her daughter, X," takes a name out of a list of subjects."""
    view = clauses(
        marked(
            "[P Luis Caro], [P Juan Paz] (a cook), and [P Ana Ruiz] (a baker), and his son, [P Eva Olmo], were shot."
        )
    )
    assert named(view, subject(view, verb(view, "shoot")))[:3] == ["Luis Caro", "Juan Paz", "Ana Ruiz"]


def test_list_entry_ends_the_list_inside_of_it() -> None:
    """What an entry's relative clause tells of does not reach into the next entry."""
    view = clauses(marked("[P Ana Ruiz], a guard; [P Juan Paz], who shot [P Luis Caro]; and [P Eva Olmo] fled."))
    assert named(view, objects(view, verb(view, "shoot"))) == ["Luis Caro"]


def test_attempt_by_somebody_is_what_that_one_tried() -> None:
    """Who foils an attempt does not do what the infinitive says."""
    view = clauses(marked("The [A Harbour Police] foiled an attempt by the [G Red Column] to kidnap [P Luis Caro]."))
    assert named(view, subject(view, verb(view, "kidnap"))) == ["the Red Column"]
