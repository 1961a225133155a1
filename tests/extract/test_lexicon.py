"""The word lists."""

from importlib.resources import files

import pytest

from graph.extract.language.english import plain
from graph.extract.language.lexicon import GIVEN, PLACE, SURNAME, classes, demonyms, fold, places, singular, words

LISTS = sorted(path.name for path in files("graph.extract").joinpath("words").iterdir() if path.name.endswith(".txt"))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_what_it_is_for(name: str) -> None:
    """A list begins with a comment and holds entries."""
    lines = files("graph.extract").joinpath("words", name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any(line.strip() and not line.startswith("#") for line in lines)


def test_size_of_the_lists() -> None:
    """The lists are rich enough for texts that nobody saw."""
    assert len(words("given_names")) > 2800
    assert len(words("surnames")) > 3000
    assert len(words("roles")) > 600
    assert len(places()) > 9000


def test_look_up() -> None:
    """Words are looked up without case and accents, in one table of classes."""
    assert fold("Ángel") == "angel"
    assert classes()["angel"] & GIVEN
    assert classes()["gonzalez"] & SURNAME
    assert classes()["arequipa"] & PLACE
    assert demonyms()["peruvian"] == "Peru"


@pytest.mark.parametrize(
    ("plural", "wanted"),
    [
        ("traffickers", "trafficker"),
        ("secretaries", "secretary"),
        ("gunmen", "gunman"),
        ("wives", "wife"),
        ("boss", "boss"),
    ],
)
def test_singular(plural: str, wanted: str) -> None:
    """A role's plural leads to its singular."""
    assert singular(plural) == wanted


@pytest.mark.parametrize("word", ["attacked", "clashes", "repelled", "counteroffensive", "unpunished", "happily"])
def test_plain_words(word: str) -> None:
    """Forms of plain words are plain."""
    assert plain(word)


@pytest.mark.parametrize("word", ["velnar", "morales", "drelm", "gonzalez"])
def test_names_are_not_plain(word: str) -> None:
    """Names are not, even where a rule could form them from a plain word."""
    assert not plain(word)
