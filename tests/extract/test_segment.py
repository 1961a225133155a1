"""Documents cut into sentences whose characters know where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.sentences.segment import segment
from graph.extract.text import Sentence
from tests.support import document


def sentences(*paragraphs: str) -> list[Sentence]:
    """The sentences of a document of these paragraphs."""
    return segment(document("D1", *paragraphs))


def texts(*paragraphs: str) -> list[str]:
    """Their texts."""
    return [sentence.text for sentence in sentences(*paragraphs)]


def test_wrapped_lines() -> None:
    """Wrapped lines are one sentence, with single blanks."""
    assert texts("The head of the port of \nLorvik    met two \nofficers there.") == [
        "The head of the port of Lorvik met two officers there."
    ]


def test_lead_in_capitals() -> None:
    """A text in capitals opens with a line that is short for want of its dateline; lines of a heading are all short."""
    lead = "GUNMEN OF THE RED COLUMN\nKILLED TWO SHOPKEEPERS IN LORVIK WHEN THEY WENT TO\nTHEIR STORE, THE RADIO SAID."
    headed = "FAIR OPENS TODAY\nMAYOR ABSENT\nTHE FAIR OF LORVIK, WHICH OPENS, DRAWS MORE THAN\nA THOUSAND GUESTS."
    assert len(texts(lead)) == 1
    assert len(texts(lead.replace("RED COLUMN", "U.S."))) == 1
    assert len(texts(headed)) == 3


def test_page_break() -> None:
    """A page-break line inside a sentence goes, with the blank lines around it."""
    text = "They had met in the port of \n \nLORVIK 00000871  003.1 OF 004 \n \nOrovilla in June."
    assert texts(text) == ["They had met in the port of Orovilla in June."]


def test_page_break_in_running_text() -> None:
    """A page break that was unwrapped into the sentence goes too."""
    assert texts("They met in LORVIK 00000871 003 OF 004 June.") == ["They met in June."]


def test_rests_of_markup() -> None:
    """Marks of web pages are blanks, and do not make a text in capitals one in both cases."""
    assert texts("He left.<br>&nbsp;She<br/>stayed. A < B > C.") == ["He left.", "She stayed.", "A < B > C."]
    assert texts("THE MAYOR LEFT.<br>THE MAYOR&nbsp;CAME.") == ["The mayor left.", "The mayor came."]


def test_word_broken_at_a_line() -> None:
    """A hyphen at the end of a line joins what it divided, in capitals too; a dash does not."""
    assert texts("The anti-\ndrug unit left.") == ["The anti-drug unit left."]
    assert "COUN-TERPART" in texts("THE COUN-\nTERPART LEFT.")[0].upper()
    assert texts("The Ruiz-\nOlmo pact and Lima -\nLorvik.") == ["The Ruiz- Olmo pact and Lima - Lorvik."]


def test_abbreviations() -> None:
    """Abbreviations, initials and numbers end no sentence; their sentence's end does."""
    text = "Gen. J. Drelm of the U.S. Navy met Mr. Olmo at 9 p.m. on No. 5 Street. He left. It cost 3.5 million."
    assert texts(text) == [
        "Gen. J. Drelm of the U.S. Navy met Mr. Olmo at 9 p.m. on No. 5 Street.", "He left.", "It cost 3.5 million.",
    ]  # fmt: skip


def test_sentence_after_an_abbreviation() -> None:
    """An abbreviation ends a sentence where a word follows that opens one."""
    assert texts("He lives in the U.S. The trial is open.") == ["He lives in the U.S.", "The trial is open."]


def test_quotation_marks() -> None:
    """A sentence ends behind its closing quotation mark; curly marks become straight."""
    assert texts("“We won.” He left.") == ['"We won."', "He left."]


def test_list_items() -> None:
    """Entries one a line are items under the line that introduces them, also in a nested list."""
    made = sentences(
        "The post gave figures:\n\na)  Arrests by year: \n\n2003:  5 \n\n2004: 12 \n\nb)  In prison: \n\nAna Olmo \n"
    )
    assert [(s.kind, s.text, s.lead) for s in made[1:]] == [
        ("item", "Arrests by year:", "The post gave figures:"),
        ("item", "2003: 5", "Arrests by year:"),
        ("item", "2004: 12", "Arrests by year:"),
        ("item", "In prison:", "The post gave figures:"),
        ("item", "Ana Olmo", "In prison:"),
    ]


def test_heading_and_ruler() -> None:
    """A short line between blank lines and rulers is a heading; rulers go."""
    made = sentences("They left the port at noon. \n\n------------ \nOther Cases \n------------ \n\nThey returned.")
    assert [(s.kind, s.text) for s in made] == [
        ("sentence", "They left the port at noon."), ("heading", "Other Cases"), ("sentence", "They returned."),
    ]  # fmt: skip


def test_damaged_characters() -> None:
    """Quotation marks that became 8 and apostrophes that became commas are mended in place."""
    assert texts("The case 8Lantern8 showed DEA,s help.") == ['The case "Lantern" showed DEA\'s help.']


def test_marking_and_paragraph() -> None:
    """A sentence carries its paragraph's index and marking."""
    made = sentences("(C) One.", "(U) Two.")
    assert [(s.paragraph, s.marking, s.text) for s in made] == [(0, "C", "One."), (1, "U", "Two.")]


@given(st.lists(st.text(alphabet="aB1 .,\n\t¶\"'()-:;\xa0", max_size=80), min_size=1, max_size=3))
def test_every_character_knows_its_place(paragraphs: list[str]) -> None:
    """Whatever the layout: a character of a sentence is the document's at its offset, or a blank; offsets grow."""
    made = document("D1", *(f"{text}x" for text in paragraphs))
    for sentence in segment(made):
        offsets = [sentence.offsets[i] for i in range(len(sentence.text))]
        assert offsets == sorted(set(offsets))
        for character, offset in zip(sentence.text, offsets, strict=True):
            assert character.casefold() == made.text[offset].casefold() or character in " \"'"
