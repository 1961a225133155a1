"""Reported yearly totals against listed seizures and other totals."""

from typing import Any

import pytest

from graph.model import Claim, Comparison, Document, Mention, Network
from graph.release import Material, release
from graph.totals import totals
from tests.support import claim, document, mention, network_of

TITLE = "Cocaine seized in Westland, in kg"
PAGE = (
    f"(U) {TITLE}: see below. Over half of all cocaine seized by the Harbor Police came from passengers.",
    "(C) The Harbor Police seized 700 kilos of cocaine in Westland in 2004.",
    "(S) The Harbor Police seized 300 kilos of cocaine in Westland in 2004.",
    "(U) Police seized 90 kilos of cocaine in Exampleville in 2004, and 80 kilos of cocaine in Eastland.",
)


def series(paper: Document, title: str = TITLE, unit: str = "kg", **years: float) -> Mention:
    """Mark a title in a document as that of a series; ``y2004=5`` is the figure of 2004."""
    figures = {key.removeprefix("y"): value for key, value in years.items()}
    return mention(paper, title, "series", title=title, unit=unit, named=False, **figures)


def seizure(paper: Document, words: str, kg: float, date: str = "2004", **told: Any) -> Mention:
    """Mark words in a document as a seizure."""
    told = {"substance": "cocaine", **told}
    return mention(paper, words, "seizure", name=f"Seizure of {kg} kg", amount_kg=kg, date=date, **told)


class Case:
    """A document about the seizures of a year, with a total and those seizures that a test lists."""

    def __init__(self, reported: float = 1000, title: str = TITLE, unit: str = "kg", name: str = "D1") -> None:
        """Begin a document of a name; without a title it reports no total."""
        self.paper = document(name, *PAGE)
        self.places = {place: mention(self.paper, place, "place") for place in ("Westland", "Exampleville", "Eastland")}
        self.police = mention(self.paper, "Harbor Police", "agency")
        self.mentions: list[Mention] = [*self.places.values(), self.police]
        self.claims: list[Claim] = []
        if title:
            self.mentions.append(series(self.paper, title, unit, y2004=reported, y2005=7))

    def seize(self, words: str, kg: float, place: str = "", **told: Any) -> "Case":
        """List a seizure, in a place if one is given."""
        made = seizure(self.paper, words, kg, **told)
        self.mentions.append(made)
        if place:
            self.claims.append(claim(self.paper, "SEIZED_IN", made, self.places[place]))
        return self

    def network(self, *others: "Case") -> Network:
        """Build the network of this document and others."""
        every = (self, *others)
        return network_of(
            [case.paper for case in every],
            [one for case in every for one in case.mentions],
            [one for case in every for one in case.claims],
        )

    def verdicts(self, *others: "Case") -> list[tuple[str, float, float]]:
        """Return verdict, sum that is sure, and sum that may count, of each comparison."""
        return [(one.verdict, one.found, one.undecided) for one in totals(self.network(*others))]


SURE = ("700 kilos of cocaine", 700, "Westland")
MORE = ("300 kilos of cocaine", 300, "Westland")


@pytest.mark.parametrize(
    ("reported", "unit", "verdict", "found"),
    [
        (1000, "kg", "agree", 1000),
        (1010, "kg", "within", 1000),
        (5000, "kg", "within", 1000),
        (999, "kg", "exceeds", 1000),
        (990, "kg", "exceeds", 1000),
        (996, "kg", "exceeds", 1000),
        (1, "tons", "agree", 1),
        (1.1, "tons", "within", 1),
        (0.9, "tons", "exceeds", 1),
    ],
)
def test_listed_seizures_agree_with_stay_below_or_exceed_a_total(
    reported: float, unit: str, verdict: str, found: float
) -> None:
    """The sum is compared in the total's unit, within the rounding of its last stated digit."""
    assert Case(reported, unit=unit).seize(*SURE).seize(*MORE).verdicts() == [(verdict, found, 0)]


def test_a_rounded_total_agrees_with_what_rounds_to_it() -> None:
    """A total of 1,000 is one between 950 and 1,050: zeros behind the first two digits may come from rounding."""
    assert Case(1000).seize("700 kilos of cocaine", 1040, "Westland").verdicts() == [("agree", 1040, 0)]
    assert Case(1000).seize("700 kilos of cocaine", 1060, "Westland").verdicts() == [("exceeds", 1060, 0)]
    assert Case(1040).seize("700 kilos of cocaine", 1060, "Westland").verdicts() == [("exceeds", 1060, 0)]


def test_a_seizure_without_a_place_may_count() -> None:
    """Of a seizure that is not said to be in the total's place it is open whether it counts, if that matters."""
    case = Case(500).seize("700 kilos of cocaine", 700)
    assert case.verdicts() == [("open", 0, 700)]
    assert Case(800).seize("700 kilos of cocaine", 700).verdicts() == [("within", 0, 700)]
    (one,) = totals(case.network())
    assert [case.network().entities[key].kind for key in one.may_count] == ["seizure"]
    assert one.against == ()


def test_a_town_may_lie_in_the_place_but_another_country_does_not() -> None:
    """A seizure in some town may count; one in what is known to be another country does not."""
    case = Case(50).seize("90 kilos of cocaine", 90, "Exampleville").seize("80 kilos of cocaine", 80, "Eastland")
    assert case.verdicts() == [("open", 0, 170)]
    case.claims.append(claim(case.paper, "NATIONAL_OF", case.police, case.places["Eastland"]))
    assert case.verdicts() == [("open", 0, 90)]


@pytest.mark.parametrize(
    "told",
    [{"substance": "salt"}, {"date": "2003"}, {"date": "2006-01"}],
    ids=["another substance", "another year", "a year without a total"],
)
def test_another_substance_or_year_is_not_compared(told: dict[str, str]) -> None:
    """Only seizures of the total's substance and year are compared with it."""
    assert Case().seize(*SURE, **told).verdicts() == []


def test_a_day_is_of_its_year() -> None:
    """A seizure with a month or a day belongs to that year."""
    assert Case().seize(*SURE, date="2004-05-02").verdicts() == [("within", 700, 0)]


def test_a_total_that_is_restricted_counts_what_is_said_to_be_of_it() -> None:
    """Words of the title that restrict it must stand in the seizure's own quotes; else it may count."""
    title = "all cocaine seized by the Harbor Police came from passengers"
    case = Case(500, title).seize(*SURE)
    case.claims.append(claim(case.paper, "SEIZED_BY", case.mentions[-1], case.police))
    assert case.verdicts() == [("open", 0, 700)]
    title = "all cocaine seized by the Harbor Police"
    case = Case(500, title).seize(*SURE)
    assert case.verdicts() == [("open", 0, 700)]
    case.claims.append(claim(case.paper, "SEIZED_BY", case.mentions[-1], case.police))
    assert case.verdicts() == [("exceeds", 700, 0)]


def test_what_is_no_amount_of_seized_goods_is_not_compared() -> None:
    """Arrests, prices and figures without a unit of weight are no total of seizures."""
    assert Case(title="Over half of all cocaine").seize(*SURE).verdicts() == []
    assert Case(unit="").seize(*SURE).verdicts() == []
    assert Case(unit="usd").seize(*SURE).verdicts() == []


def test_a_seizure_that_two_documents_tell_of_counts_once() -> None:
    """The same amount on dates that do not exclude each other is one seizure; other amounts and dates are not."""
    other = Case(title="", name="D2").seize(*SURE, date="2004-05")
    assert Case(700).seize(*SURE).verdicts(other) == [("agree", 700, 0)]
    later = Case(title="", name="D2").seize(*SURE, date="2004-06-01")
    assert Case(700).seize(*SURE, date="2004-05").verdicts(later) == [("exceeds", 1400, 0)]
    more = Case(title="", name="D2").seize(*MORE)
    assert Case(700).seize(*SURE).verdicts(more) == [("exceeds", 1000, 0)]


def test_a_seizure_of_another_document_counts_only_where_it_says_so() -> None:
    """Without the place it is not even open whether it counts."""
    assert Case(100).verdicts(Case(title="", name="D2").seize("700 kilos of cocaine", 700)) == []


def test_two_totals_of_the_same_scope_agree_or_contradict_each_other() -> None:
    """Two documents report the same year: equal within rounding, in one unit or in two, or not."""
    assert Case(1000).verdicts(Case(1000, name="D2")) == [("agree", 1000, 0), ("agree", 7, 0)]
    assert Case(1250).verdicts(Case(1, unit="tons", name="D2"))[0] == ("agree", 1000, 0)
    assert Case(1250).verdicts(Case(1300, name="D2"))[0][0] == "agree"
    assert Case(1250).verdicts(Case(1310, name="D2"))[0][0] == "contradict"


def test_totals_of_other_scopes_are_not_compared() -> None:
    """Another scope, or no place by which two documents could mean the same, gives no comparison."""
    assert Case(1000).verdicts(Case(5, "all cocaine seized by the Harbor Police", name="D2")) == []
    title = "seized 700 kilos"
    assert Case(1000, title).verdicts(Case(5, title, name="D2")) == []


def test_nothing_withheld_is_counted() -> None:
    """At a clearance a seizure of a higher paragraph is in no sum, and no comparison is left that rests on it."""
    case = Case(700).seize(*SURE).seize(*MORE)
    told = Material((case.paper,), tuple(case.mentions), tuple(case.claims), ())

    def at(clearance: str) -> list[Comparison]:
        shown = release(told, clearance)
        return totals(network_of(shown.documents, shown.mentions, shown.claims))

    assert [(one.verdict, one.found) for one in at("S")] == [("exceeds", 1000)]
    assert [(one.verdict, one.found) for one in at("C")] == [("agree", 700)]
    assert at("U") == []


def test_another_agency_is_another_scope() -> None:
    """What an agency is said to have seized is not of the total of another; without an agency it may be."""
    title = "all cocaine seized by the Harbor Police"
    case = Case(500, title).seize(*SURE)
    navy = mention(case.paper, "Police seized 90", "agency", name="Navy")
    case.mentions.append(navy)
    case.claims.append(claim(case.paper, "SEIZED_BY", case.mentions[-2], navy))
    assert case.verdicts() == []


def test_the_country_in_an_adjective_is_no_place_of_the_total() -> None:
    """A title's "Farlandic passengers" names whom it counts, not where."""
    case = Case(500, "Cocaine seized").seize(*SURE)
    assert case.verdicts() == [("exceeds", 700, 0)]
    case.mentions.append(mention(case.paper, "seized", "place", name="Farland", demonym=True))
    assert case.verdicts() == [("exceeds", 700, 0)]
