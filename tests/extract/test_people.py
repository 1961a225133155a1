"""Who is a person, by which evidence, and what is said of them."""

from importlib.resources import files
from typing import Any, Literal

import pytest
import yaml

from graph.extract.mentions.annotate import annotate
from graph.extract.mentions.draft import draft
from graph.extract.mentions.evidence import weights
from graph.extract.mentions.people import candidates, persons
from graph.extract.text import Sentence
from graph.model import Document
from tests.extract.annotated import annotated, found, spans

RULES: dict[str, dict[str, Any]] = yaml.safe_load(
    files("graph.extract").joinpath("rules/mentions.yaml").read_text(encoding="utf-8")
)
EXAMPLES = [
    pytest.param(example["text"], example["finds"], id=f"{name}-{number}")
    for name, rule in RULES.items()
    for number, example in enumerate(rule["examples"])
]
NEAR_MISSES = [
    pytest.param(text, id=f"{name}-{number}")
    for name, rule in RULES.items()
    for number, text in enumerate(rule["near_misses"])
]


def people(*paragraphs: str, **fields: Any) -> list[str]:
    """Persons as they stand in the text."""
    return [
        each.sentence.text[span.start : span.end]
        for each in annotated(*paragraphs, **fields)
        for span in each.spans
        if span.kind == "person"
    ]


@pytest.mark.parametrize(("text", "names"), EXAMPLES)
def test_evidence_finds_its_example(text: str, names: list[str]) -> None:
    """Each piece of evidence makes persons of the names in its examples, and of nothing else."""
    assert people(text) == names


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_evidence_leaves_its_near_miss(text: str) -> None:
    """A near miss holds no person."""
    assert people(text) == []


def test_every_evidence_has_a_weight() -> None:
    """Every piece of evidence is described and weighed."""
    assert weights().keys() == RULES.keys()
    assert all(rule["says"] and rule["weight"] for rule in RULES.values())


def test_surname_after_the_full_name() -> None:
    """A surname alone is a person once the document names somebody of that name in full."""
    assert people("Rodrigo Velnar left. Later Velnar's car was found.") == ["Rodrigo Velnar", "Velnar"]
    assert people("Later Velnar's car was found.") == []


def test_surname_of_a_town() -> None:
    """A surname that is also a town is a person where the document knows one, but not behind a preposition of place."""
    text = "Rosa Valencia was held. Valencia paid. He was born in Valencia, Spain."
    assert people(text) == ["Rosa Valencia", "Valencia"]
    assert "Valencia" in found("place", text)


def test_doubtful_name_that_others_explain() -> None:
    """A name that no list knows is a person where other sentences speak of the surname as of a person."""
    text = "They spoke of Norvik Brelta in passing. Brelta said nothing. Brelta later denied it."
    assert people(text)[0] == "Norvik Brelta"


def test_full_name_that_is_sure_elsewhere() -> None:
    """A name that one sentence makes sure is a person wherever it stands word for word, though no list knows it."""
    assert (
        found("person", "Businessman Orvil Drenz was seen. The hands of Orvil Drenz are tied.") == ["Orvil Drenz"] * 2
    )


def test_roles_titles_and_nationality() -> None:
    """The words around a name give role, title, nationality and age, and belong to its phrase."""
    (each,) = annotated("On Monday the Peruvian judge Ana Olmo, 44, met them.")
    (ana,) = [span for span in each.spans if span.kind == "person"]
    assert each.sentence.text[ana.left : ana.right] == "the Peruvian judge Ana Olmo, 44,"
    assert dict(ana.properties) == {"role": "judge", "nationality": "Peru", "age": 44}


def test_role_in_apposition() -> None:
    """A role behind the name is its role, up to the comma that closes it."""
    (each,) = annotated("Ana Olmo, the head of the port authority, resigned.")
    (ana,) = [span for span in each.spans if span.kind == "person"]
    assert ana.properties["role"] == "head of the port authority"
    assert each.sentence.text[ana.left : ana.right] == "Ana Olmo, the head of the port authority,"


def test_next_in_a_list_is_no_apposition() -> None:
    """A role with a name behind it belongs to that name, not to the one before."""
    found_spans = [s for s in spans("They met Ana Olmo, Judge Luis Pardo and others.") if s.kind == "person"]
    assert [span.properties.get("role") for span in found_spans] == [None, "Judge"]


def test_verbs_and_hours_are_no_roles() -> None:
    """A verb that is also a role, and an hour, give nobody a role."""
    assert [s.properties.get("role") for s in spans("They will charge Ana Olmo at 7 pm.") if s.kind == "person"] == [
        None
    ]


def test_plural_role_is_for_all() -> None:
    """A plural before a list gives role and nationality to all of it, in the singular."""
    found_spans = [
        s
        for s in spans("Mexican drug traffickers Ana Olmo, Luis Pardo and Rosa Niebla were held.")
        if s.kind == "person"
    ]
    assert [span.properties.get("role") for span in found_spans] == ["drug trafficker"] * 3
    assert [span.properties.get("nationality") for span in found_spans] == ["Mexico"] * 3


def test_nationality_does_not_spread_over_another_role() -> None:
    """In "Mexican trafficker A and a Peruvian fisherman, B" each has their own."""
    text = "He worked with Mexican trafficker Ana Olmo and a Peruvian fisherman, Luis Pardo, for years."
    nations = {s.name: s.properties.get("nationality") for s in spans(text) if s.kind == "person"}
    assert nations == {"Ana Olmo": "Mexico", "Luis Pardo": "Peru"}


@pytest.mark.parametrize(
    ("text", "nation"),
    [("Spanish police arrested Ana Olmo.", None), ("The arrested Spanish judge Ana Olmo spoke.", "Spain")],
)
def test_nationality_of_police_is_not_whom_they_arrest(text: str, nation: str | None) -> None:
    """A verb between a nationality and a name parts them; a participle that describes does not."""
    assert [s.properties.get("nationality") for s in spans(text) if s.kind == "person"] == [nation]


def test_second_name_of_a_firm_is_no_person() -> None:
    """A single name behind "&" is a firm's; a full name is somebody's."""
    assert people("The law firm Olmo & Pardo was raided. Police searched Olmo & Pardo.") == []
    assert "Luis Pardo" in people("The law firm Olmo & Pardo was raided. Luis Pardo fled.")


def test_particles_initials_and_suffixes() -> None:
    """Particles, initials, hyphens, a surname in capitals and "Jr." are parts of a name; a possessive is not."""
    names = [
        "Julio de la Torre",
        "J. Drelm",
        "Jean-Luc Marvel",
        "Luis PARDO Niebla",
        "Omar al-Fassir",
        "Rosa Olmo, Jr.",
    ]
    for name in names:
        assert people(f"They met {name}'s lawyer." if "Jr" not in name else f"They met {name}") == [name]


def test_title_with_particle() -> None:
    """A title and a surname with its particle are one person."""
    assert people("Judge de la Torre was accused.") == ["de la Torre"]


def test_list_of_names() -> None:
    """Names one a line under a line that ends in a colon are persons, however rare."""
    text = "Held in the prison are:\n\nDrelvin Yarko\n\nBrelta Norvik Jimenez\n\nUna Casta\n"
    assert people(text) == ["Drelvin Yarko", "Brelta Norvik Jimenez", "Una Casta"]


@pytest.mark.parametrize(
    "text",
    [
        "The ship sailed from Puerto Oriente to La Paz.",
        "Operation Green Valley ended in June.",
        "El Universal and the New York Times reported it.",
        "Cocaine and Marijuana were found in Santa Cruz.",
        "End Summary. Comment: Post will follow up.",
        "In Costa Rica and El Salvador prices rose.",
        "The Ministry of Foreign Relations of Colombia answered.",
        "SUBJECT AND TAGS. SIPDIS. NOFORN.",
    ],
)
def test_names_of_other_things(text: str) -> None:
    """Places, operations, newspapers, drugs, headings and ministries are no persons."""
    assert people(text) == []


def test_country_as_given_name() -> None:
    """Given names that are countries or towns are persons where a surname follows."""
    assert people("Minister Salvador Montanel and Santiago Olmo signed.") == ["Salvador Montanel", "Santiago Olmo"]


def test_header_fields() -> None:
    """Classifier, signer and author are persons; the post is an agency."""
    text = "CLASSIFIED BY: CDA RUTH DRELM, REASON 1.4(B)\nFrom: Embassy Lorvik\n\n1. (C) All quiet.\n\nDRELM\n"
    at = text.index("RUTH DRELM")
    fields = {"classified_by": (at, at + 10), "signed_by": (len(text) - 6, len(text) - 1)}
    post = text.index("Embassy Lorvik")
    fields["origin"] = (post, post + len("Embassy Lorvik"))
    made = Document("D1", "cable", text, "D1.txt", "", classified_by="RUTH DRELM", signed_by="DRELM", fields=fields)
    shown = [span for each in annotate(made) for span in each.spans]
    assert [(span.kind, span.name.upper()) for span in shown] == [
        ("person", "RUTH DRELM"), ("agency", "EMBASSY LORVIK"), ("person", "DRELM"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police arrested Mayor Ana Olmo.", "Mayor"),
        ("On May 3, 2021, police arrested Mayor Ana Olmo.", "Mayor"),
        ("The gunmen, who killed Judge Ana Olmo, fled.", "Judge"),
        ("Gunmen kidnapped and killed Prosecutor Ana Olmo.", "Prosecutor"),
        ("Agents recently captured drug trafficker Ana Olmo.", "drug trafficker"),
        ("Police Arrest Mayor Ana Olmo", "Mayor"),
        ("Police suspect Ana Olmo of fraud.", ""),
        ("Murdered Mayor Ana Olmo was buried.", "Murdered Mayor"),
        ("They buried the recently murdered judge Ana Olmo.", "murdered judge"),
        ("Police identified suspected drug trafficker Ana Olmo.", "suspected drug trafficker"),
        ("The murder suspect Ana Olmo fled.", "suspect"),
        ("Police chief Ana Olmo fled.", "Police chief"),
    ],
)
def test_role_holds_no_verb(text: str, role: str) -> None:
    """The verb before a role and its subject are no part of it; a participle that describes is."""
    (ana,) = [span for span in spans(text) if span.kind == "person"]
    assert ana.properties.get("role", "") == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Ana Olmo spoke.", {"title": "General"}),
        ("Police General Ana Olmo spoke.", {"role": "Police General", "title": "General"}),
        ("They met businesswoman Mrs. Ana Olmo.", {"role": "businesswoman", "title": "Mrs."}),
        (
            "General Ana Olmo, commander of the garrison, spoke.",
            {"title": "General", "role": "commander of the garrison"},
        ),
        ("Mayor Ana Olmo spoke.", {"role": "Mayor"}),
    ],
)
def test_title_is_no_role(text: str, expected: dict[str, str]) -> None:
    """A form of address or a rank alone is a title, an office is a role; neither is said twice."""
    (ana,) = [span for span in spans(text) if span.kind == "person"]
    assert dict(ana.properties) == expected


def test_a_headline_names_nobody_by_an_unknown_word_alone() -> None:
    """In a headline verbs have a capital letter too: a title before one makes no person, a name of the story does."""

    def named(*lines: tuple[Literal["title", "sentence"], str]) -> list[str]:
        drafts = [draft(Sentence(text, range(len(text)), 0, "", kind)) for kind, text in lines]
        weighed = [
            each
            for number, made in enumerate(drafts)
            for each in candidates(number, made.sentence, made.tokens, made.free())
        ]
        return [drafts[c.sentence].sentence.text[c.name.start : c.name.end] for c in persons(weighed)[0]]

    assert named(("title", "Norland Governor Resigns")) == []
    assert named(("title", "Police Hold Governor Drelm"), ("sentence", "Governor Drelm spoke.")) == ["Drelm", "Drelm"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana and Luis Olmo fled.", ["Ana Olmo", "Luis Olmo"]),
        ("Police held two brothers, Pablo and Luis Olmo.", ["Pablo Olmo", "Luis Olmo"]),
        ("Ana Ruiz came first. Ana and Luis Olmo fled.", ["Ana Ruiz", "Ana", "Luis Olmo"]),
        ("Santiago and Luis Olmo are far apart.", ["Luis Olmo"]),
    ],
)
def test_given_names_share_a_surname(text: str, names: list[str]) -> None:
    """Of two given names before one surname both bear it, unless the document names the first by another."""
    assert [span.name for span in spans(text) if span.kind == "person"] == names
