"""Dates: as precise as the text, relative ones from the document's date."""

import pytest

from tests.extract.annotated import found, spans


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On June 30, 2005, he left.", ["2005-06-30"]),
        ("On 17 June 2005 he left.", ["2005-06-17"]),
        ("On Sept. 4 he left.", ["2009-09-04"]),
        ("On November 6 he left.", ["2009-11-06"]),
        ("It will start December 9.", ["2009-12-09"]),
        ("In May 2009 he left.", ["2009-05"]),
        ("In May he left.", ["2009-05"]),
        ("In early 2004 he left.", ["2004"]),
        ("Last year he left.", ["2008"]),
        ("This March he left.", ["2009-03"]),
        ("Last month he left.", ["2009-10"]),
        ("Yesterday he left.", ["2009-11-24"]),
        ("On Tuesday he left.", ["2009-11-24"]),
        ("On Wednesday, September 12, he left.", ["2009-09-12"]),
        ("On 09/13/12 he left.", ["2012-09-13"]),
        ("In 2001 and 1996 they met.", ["2001", "1996"]),
        ("Years earlier he left.", []),
        ("In the 1980s he left.", []),
        ("They may leave and march on.", []),
        ("They met Julio Olmo and were seen by April Drelm.", []),
        ("He came in June and left by April.", ["2009-06", "2009-04"]),
        ("It held 2000 kilos.", []),
        ("Between January and May 2007 he left.", ["2007"]),
        ("From March 3 to March 9, 2008, he was away.", ["2008-03"]),
        ("He was away from 3 June until 5 June 2004.", ["2004-06"]),
        ("From 2004 to 2006 he was away.", []),
        ("He went from Tarma to Arequipa in May 2007.", ["2007-05"]),
        ("A total of 1091 people came.", []),
    ],
)
def test_date(text: str, wanted: list[str]) -> None:
    """Each wording gives the ISO date that it tells, and no more."""
    assert found("date", text) == wanted


def test_date_over_a_line_end() -> None:
    """A date that a layout broke and gave a paragraph sign is one date."""
    assert found("date", "The session will be on December \n¶9.  Second, they agreed.") == ["2009-12-09"]


def test_range() -> None:
    """A range names its first day and keeps its last."""
    (span,) = [span for span in spans("The talks were held November 5-6.") if span.kind == "date"]
    assert (span.name, span.properties["last"]) == ("2009-11-05", "2009-11-06")


@pytest.mark.parametrize("today", ["", "2009", "nonsense"])
def test_without_a_day(today: str) -> None:
    """A document without a full date still gives absolute dates, and invents no year where it has none."""
    assert found("date", "On June 30, 2005, he left.", date=today) == ["2005-06-30"]
    assert found("date", "On June 30 he left.", date=today) == ([] if today != "2009" else ["2009-06-30"])
