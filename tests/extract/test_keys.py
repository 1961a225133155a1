"""Keys: one look at each word of a sentence tells which rules may find something in it."""

from graph.extract.language.keys import held_keys, key_table

SHIPS, CASES, ARMIES = 1, 2, 4
TABLE = key_table({SHIPS: ["boat", "cutter"], CASES: ["case", "cutter"], ARMIES: ["army"]})


def test_a_word_may_be_the_key_of_several_rules() -> None:
    """Each rule of which a word is a key is told, and no other."""
    assert held_keys(TABLE, {"the", "cutter", "sank"}) == SHIPS | CASES


def test_a_sentence_holds_what_any_of_its_words_is_a_key_of() -> None:
    """The keys of all words come together; without one there is none."""
    assert held_keys(TABLE, ["boat", "army", "boat"]) == SHIPS | ARMIES
    assert held_keys(TABLE, ["nothing", "of", "interest"]) == 0
