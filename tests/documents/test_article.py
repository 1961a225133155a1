"""Articles: title, byline, date, outlet, and the paragraphs of one copy of the body."""

import pytest

from graph.documents import parse
from graph.model import Document

BODY = [
    "The harbor police of Westhaven found two boats on Monday and took them to the pier, the mayor said on Tuesday.",
    "One of the boats carried fuel for several weeks, and the other carried nothing but water and a broken radio.",
    "Nobody was on board when the police came, and the owner of the boats has not been found, officials said.",
]


def article(*blocks: str) -> Document:
    """Read blocks as an article."""
    return parse("\n\n".join(blocks) + "\n", source="boats.txt", kind="article")


def texts(document: Document) -> list[str]:
    """Return the paragraphs' texts."""
    return [document.text[p.start : p.end] for p in document.paragraphs]


def test_title_and_paragraphs() -> None:
    """The first line is the title; what stands between blank lines are paragraphs without number and marking."""
    document = article("Harbor Police Find Boats", *BODY)
    assert document.title == "Harbor Police Find Boats"
    assert texts(document) == BODY
    assert {(p.number, p.marking) for p in document.paragraphs} == {("", "")}
    start, end = document.fields["title"]
    assert document.text[start:end] == "Harbor Police Find Boats"


def test_a_markdown_title() -> None:
    """Signs of markup are no part of a title."""
    document = article("# Harbor Police Find Boats", "---", *BODY, "---")
    assert document.title == "Harbor Police Find Boats"
    assert texts(document) == BODY


def test_a_section_above_the_title() -> None:
    """A short line above a headline names the section of the paper."""
    document = article("Crime and Courts", "Harbor Police of Westhaven Find Two Boats Without a Crew", *BODY)
    assert document.title == "Harbor Police of Westhaven Find Two Boats Without a Crew"


def test_no_title() -> None:
    """A text that begins with its first paragraph has no title."""
    document = article(*BODY)
    assert document.title == ""
    assert texts(document) == BODY


def test_byline_outlet_and_date() -> None:
    """Author, outlet and date stand in lines below the title, and their places are known."""
    document = article("Harbor Police Find Boats", "By Ann Example\nWesthaven Reports\nMonday, 03 October 2011", *BODY)
    assert (document.author, document.origin, document.date) == ("Ann Example", "Westhaven Reports", "2011-10-03")
    assert texts(document) == BODY
    for name, value in (("author", "Ann Example"), ("origin", "Westhaven Reports")):
        start, end = document.fields[name]
        assert document.text[start:end] == value


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Ann Example", "Ann Example", ""),
        ("BY ANN EXAMPLE", "ANN EXAMPLE", ""),
        ("By Ann Example, Westhaven Times", "Ann Example", "Westhaven Times"),
        ("By Ann Example for Westhaven Times", "Ann Example", "Westhaven Times"),
        ("By Ann Example | Westhaven Times", "Ann Example", "Westhaven Times"),
        ("Por Ana Belmonte", "Ana Belmonte", ""),
        ("Author: Ann Example", "Ann Example", ""),
        ("Source: Westhaven Times", "", "Westhaven Times"),
    ],
)
def test_bylines(line: str, author: str, outlet: str) -> None:
    """The forms of a byline."""
    document = article("Harbor Police Find Boats", line, *BODY)
    assert (document.author, document.origin) == (author, outlet)
    assert texts(document) == BODY


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("April 17, 2015", "2015-04-17"),
        ("Published 2024-07-17", "2024-07-17"),
        ("Published :`2024-07-30 23:36:46`", "2024-07-30"),
        ("Monday, 03 October 2011", "2011-10-03"),
        ("1988-07-29", "1988-07-29"),
        ("29 July 1988", "1988-07-29"),
        ("Sept. 4, 2014", "2014-09-04"),
        ("Updated: 4th of September, 2014", "2014-09-04"),
        ("09/13/12", "2012-09-13"),
        ("13/09/2012", "2012-09-13"),
        ("13.09.2012", "2012-09-13"),
        ("4 de septiembre de 2014", "2014-09-04"),
        ("Last updated on May 3, 2011 at 10:15 am", "2011-05-03"),
        ("May 2011", "2011-05"),
    ],
)
def test_dates(line: str, date: str) -> None:
    """The forms of a date, as precise as they are printed."""
    document = article("Harbor Police Find Boats", line, *BODY)
    assert document.date == date
    assert texts(document) == BODY


@pytest.mark.parametrize(
    ("opening", "date", "outlet"),
    [
        ("WESTHAVEN, September 13, 2012 - ", "2012-09-13", ""),
        ("09/13/12 – ", "2012-09-13", ""),
        ("WESTHAVEN, 3 JAN 90 (EFE) -- ", "1990-01-03", "EFE"),
        ("WESTHAVEN (AP) — ", "", "AP"),
    ],
)
def test_datelines(opening: str, date: str, outlet: str) -> None:
    """A dateline gives date and agency and stays a part of its paragraph."""
    document = article("Harbor Police Find Boats", opening + BODY[0], *BODY[1:])
    assert (document.date, document.origin) == (date, outlet)
    assert texts(document)[0] == opening + BODY[0]


def test_a_date_in_the_text_is_not_the_articles() -> None:
    """A date within a sentence does not date the article."""
    assert article("Boats", "The boats of May 3, 2011 came again. " + BODY[0], *BODY[1:]).date == ""


def test_a_body_that_comes_twice_is_read_once() -> None:
    """The second copy, its title and its headings included, is left out."""
    copy = [BODY[0], "A radio", *BODY[1:]]
    document = article(
        "Harbor Police Find Boats", "Harbor Police Find Boats", "By Ann Example\nApril 17, 2015", *copy, *copy
    )
    assert texts(document) == BODY
    assert document.paragraphs[-1].end < document.text.rindex(BODY[0])


def test_what_a_page_adds_is_left_out() -> None:
    """A reader's comment in capitals, "Share", topics and the like below the text are no paragraphs."""
    shout = "THE MAYOR MUST GO NOW, AND BRUNO MUSTER WITH HIM, BEFORE THE NEXT ELECTION COMES"
    document = article(
        "Harbor Police Find Boats", *BODY, f"{shout}\nShare", "Topics: boats, police", "© 2015 Westhaven Times"
    )
    assert texts(document) == BODY


def test_a_text_in_capitals_is_no_comment() -> None:
    """Where all is in capitals, nothing is taken for a comment."""
    document = article(*(block.upper() for block in BODY))
    assert texts(document) == [block.upper() for block in BODY]


def test_captions_stay_and_headings_lead() -> None:
    """A photo's caption is a paragraph; a short line between paragraphs is the heading of those below it."""
    caption = "The two boats at the pier of Westhaven. Photo: Ann Example"
    document = article("Harbor Police Find Boats", caption, BODY[0], "A Broken Radio", BODY[1], BODY[2])
    assert texts(document) == [caption, *BODY]
    assert [p.heading for p in document.paragraphs] == ["", "", "A Broken Radio", "A Broken Radio"]


def test_a_list_is_not_headings() -> None:
    """Names one below the other are paragraphs."""
    names = ["Ana Belmonte", "Bruno Muster", "Carla del Pino"]
    document = article("Harbor Police Find Boats", BODY[0] + " Those missing are:", *names, BODY[1])
    assert texts(document)[1:4] == names


def test_long_lines_without_blank_lines_between() -> None:
    """Where no blank line stands between paragraphs, each line that is a long sentence is one."""
    document = article("Harbor Police Find Boats", "\n".join(BODY))
    assert texts(document) == BODY


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that were wrapped are not cut, even where one ends with a sentence."""
    wrapped = "The harbor police of Westhaven found two boats.\nOne of the boats carried fuel, and\none carried water."
    assert len(article("Harbor Police Find Boats", wrapped, BODY[0]).paragraphs) == 2


def test_a_sentence_broken_by_a_link_stays_one_paragraph() -> None:
    """A line break within a paragraph is no end of it."""
    document = article("Harbor Police Find Boats", "The mayor told Westhaven Times\n. " + BODY[0], *BODY[1:])
    assert len(document.paragraphs) == 3
