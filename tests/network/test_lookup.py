"""Names as people type them."""

import pytest

from graph.errors import AmbiguousName, InputError, NotFound
from graph.lookup import find
from graph.model import Mention, Network
from tests.support import claim, document, mention, network_of

TEXT = document(
    "D1",
    "Óscar Belmonte Núñez, aka El Tordo, was arrested in Puerto Claro.",
    "Ana Belmonte spoke of the Norland Cartel, of Norland and of Puerto Blanco.",
    "The arrest of Óscar Belmonte Núñez was no case for the Claro Bank.",
)
NAMED = [
    ("Óscar Belmonte Núñez", "person"),
    ("El Tordo", "person"),
    ("Puerto Claro", "place"),
    ("Ana Belmonte", "person"),
    ("Norland Cartel", "cartel"),
    ("Puerto Blanco", "place"),
    ("Claro Bank", "organization"),
]


def network() -> Network:
    """Build the network of ``TEXT``: seven names, a place called as a cartel begins, and an arrest with a title."""
    marks = {name: mention(TEXT, name, kind) for name, kind in NAMED}
    alias = claim(TEXT, "ALIAS_OF", marks["El Tordo"], marks["Óscar Belmonte Núñez"])
    place = mention(TEXT, "Norland", "place", 1)
    title = "Arrest of Óscar Belmonte Núñez"
    event = mention(TEXT, "arrest of Óscar Belmonte Núñez", "case", name=title, named=False)
    return network_of([TEXT], [*marks.values(), place, event], [alias])


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Óscar Belmonte Núñez", "Óscar Belmonte Núñez"),
        ("OSCAR BELMONTE NUNEZ", "Óscar Belmonte Núñez"),
        ("oscar  belmonte-nunez ", "Óscar Belmonte Núñez"),
        ("el tordo", "Óscar Belmonte Núñez"),
        ("Tordo", "Óscar Belmonte Núñez"),
        ("nunez", "Óscar Belmonte Núñez"),
        ("nunez oscar", "Óscar Belmonte Núñez"),
        ("osc belm", "Óscar Belmonte Núñez"),
        ("Oscar Belmonde Nunes", "Óscar Belmonte Núñez"),
        ("Oscra Nunez", "Óscar Belmonte Núñez"),
        ("ana", "Ana Belmonte"),
        ("norland", "Norland"),
        ("norland c", "Norland Cartel"),
        ("arrest of oscar", "Arrest of Óscar Belmonte Núñez"),
    ],
)
def test_names_are_found_as_people_type_them(typed: str, name: str) -> None:
    """Any case, no accents, an alias, a part, beginnings of words, small typos; the exact name goes first."""
    assert find(network(), typed).name == name


def test_an_id_is_a_name() -> None:
    """The id that a list of candidates shows finds exactly that entity."""
    graph = network()
    for key, entity in graph.entities.items():
        assert find(graph, key) == entity


def test_an_ambiguous_name_lists_whom_it_fits() -> None:
    """Candidates come with kind, documents and id; the arrest is not among them, for it has no name of its own."""
    with pytest.raises(AmbiguousName, match=r"'belmonte' fits 2 entities") as error:
        find(network(), "belmonte")
    lines = error.value.candidates
    assert [line.split(" (")[0] for line in lines] == ["Óscar Belmonte Núñez", "Ana Belmonte"], (
        "who is named most comes first"
    )
    assert all("(person; D1) person:" in line for line in lines)


def test_two_people_of_one_name_are_told_apart_by_id() -> None:
    """Nothing but the id can tell which of two people of exactly the same name is meant."""
    marks = [mention(document(name, "Ana Belmonte spoke."), "Ana Belmonte") for name in ("D1", "D2")]
    graph = network_of([], marks)
    with pytest.raises(AmbiguousName) as error:
        find(graph, "Ana Belmonte")
    ids = [line.rsplit(" ", 1)[1] for line in error.value.candidates]
    assert sorted(ids) == sorted(graph.entities)
    assert [find(graph, id_).mentions[0].document for id_ in ids] == ["D1", "D2"]


def test_a_bare_surname_is_that_of_all_who_bear_it() -> None:
    """Somebody of whom a document gives one word only is listed beside the people who are called so at full length."""
    text = document("D2", "Belmonte was not there.")
    marks = [mention(TEXT, name, kind) for name, kind in NAMED]
    graph = network_of([TEXT, text], [*marks, mention(text, "Belmonte")])
    with pytest.raises(AmbiguousName) as error:
        find(graph, "belmonte")
    names = {line.split(" (")[0] for line in error.value.candidates}
    assert names == {"Belmonte", "Ana Belmonte", "Óscar Belmonte Núñez"}
    alone = network_of([text], [mention(text, "Belmonte")])
    assert find(alone, "belmonte").name == "Belmonte"


def test_a_name_may_be_typed_with_its_title() -> None:
    """A "General Belmonte" is the Belmonte whom the documents call general; "general" alone is nobody's name."""
    marks = [mention(TEXT, "Ana Belmonte", title="General"), mention(TEXT, "Óscar Belmonte Núñez")]
    assert find(network_of([TEXT], marks), "general belmonte").name == "Ana Belmonte"
    with pytest.raises(NotFound):
        find(network_of([TEXT], marks), "general")


def test_an_actor_goes_before_a_place_of_its_name() -> None:
    """Where a name is exactly one actor's and a place's, the actor is meant."""
    text = document("D1", "Belmonte came from Belmonte.")
    graph = network_of([text], [mention(text, "Belmonte"), mention(text, "Belmonte", "place", 1)])
    assert find(graph, "belmonte").kind == "person"


def test_a_long_list_of_candidates_is_cut() -> None:
    """Nobody reads hundreds of candidates."""
    text = document("D1", " ".join(f"Ana{chr(97 + i % 26)}{chr(97 + i // 26)} Caro;" for i in range(50)))
    marks: list[Mention] = [mention(text, f"Ana{chr(97 + i % 26)}{chr(97 + i // 26)} Caro") for i in range(50)]
    with pytest.raises(AmbiguousName) as error:
        find(network_of([text], marks), "caro")
    assert error.value.candidates[-1] == "… and 30 more"


@pytest.mark.parametrize("typed", ["zzz", "Bel", "Hugo Tapia"])
def test_what_fits_nobody_is_not_found(typed: str) -> None:
    """A name that nothing bears is an error with exit code 1."""
    graph = network_of([TEXT], [mention(TEXT, "Norland Cartel", "cartel")])
    with pytest.raises(NotFound, match=f"nothing is called '{typed}'") as error:
        find(graph, typed)
    assert error.value.exit_code == 1


def test_what_is_spelled_alike_is_suggested() -> None:
    """A name too far off for a typo is still a hint."""
    with pytest.raises(NotFound, match=r"did you mean Norland Cartel\?"):
        find(network(), "Nordlund Kartell")


@pytest.mark.parametrize("typed", ["", "  ", "“”", "¶"])
def test_a_name_without_letters_is_none(typed: str) -> None:
    """Nothing is looked up that no name can be."""
    with pytest.raises(InputError, match="is no name"):
        find(network(), typed)


def test_a_bare_surname_belongs_to_all_who_bear_it() -> None:
    """A text's short form is no whole name: whoever else bears the surname is offered too."""
    first = document("D1", "Judge Rita Salcedo spoke. Salcedo left.")
    second = document("D2", "Bruno Salcedo came.")
    mentions = [
        mention(first, "Rita Salcedo", "person"),
        mention(first, "Salcedo", "person", 1),
        mention(second, "Bruno Salcedo", "person"),
    ]
    with pytest.raises(AmbiguousName) as caught:
        find(network_of([first, second], mentions, []), "salcedo")
    assert [line.split(" (")[0] for line in caught.value.candidates] == ["Rita Salcedo", "Bruno Salcedo"]
