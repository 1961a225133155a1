"""Yearly statistics: one series a table, with its years, and never single events."""

from graph.extract.affiliations.series import is_statistic, series
from graph.extract.text import Span
from tests.extract.marked import marked


def table(lead: str, *lines: str, before: str = "") -> list[tuple[int, str, dict[str, object]]]:
    """Series found under a lead: index, name and properties."""
    annotated = [
        *([marked(before)] if before else []),
        marked(lead),
        *(marked(line, "item", lead=lead) for line in lines),
    ]
    return [
        (index, span.name, dict(span.properties)) for (index, span), _ in series(annotated) if isinstance(span, Span)
    ]


def test_years_under_a_lead_make_one_series() -> None:
    """The lead names the series; each year is a property."""
    assert table("The number of boats seen in Tarma:", "2003: 5", "2004: 12", "2005:   1,250") == [
        (
            0,
            "The number of boats seen in Tarma",
            {"title": "The number of boats seen in Tarma", "named": False, "2003": 5, "2004": 12, "2005": 1250},
        )
    ]


def test_unit_is_read_from_the_lead() -> None:
    """A lead that ends with "in kg" gives the unit."""
    ((_, _, properties),) = table("Fish landed in Tarma, in kg:", "2003: 35.5", "2004: 254")
    assert properties["unit"] == "kg"
    assert properties["2003"] == 35.5


def test_source_of_the_figures() -> None:
    """Who "gave these figures" reported the series."""
    first, lead = marked("[S XXXXXXXXXXXX] gave us these figures:"), marked("Boats seen in Tarma:")
    items = [marked(f"{year}: 7", "item", lead=lead.sentence.text) for year in (2003, 2004)]
    ((end, (link,)),) = series([first, lead, *items])
    assert (link.type, link.source, link.target) == ("REPORTED", (0, 0), end)


def test_place_of_the_figures() -> None:
    """A series is located in the place that its line names."""
    lead = marked("The number of boats seen in [L Tarma]:")
    items = [marked(f"{year}: 7", "item", lead=lead.sentence.text) for year in (2003, 2004)]
    ((end, (link,)),) = series([lead, *items])
    assert (link.type, link.source, link.target) == ("LOCATED_IN", end, (0, 0))


def test_one_year_is_no_series() -> None:
    """A single line is no table."""
    assert table("Boats:", "2003: 5") == []


def test_other_lines_are_no_statistics() -> None:
    """Dates, times and names are no lines of a yearly table."""
    assert not is_statistic(marked("2003: the year of the flood in the whole valley").sentence)
    assert not is_statistic(marked("12: 40").sentence)
    assert is_statistic(marked("2003 - 12 kg").sentence)


def test_unit_is_read_from_the_lines() -> None:
    """Where every line has the same unit, it is that of the series; otherwise there is none."""
    ((_, _, properties),) = table("Fish landed in Tarma:", "2003: 35.5 kg", "2004: 254 kg")
    assert properties["unit"] == "kg"
    ((_, _, properties),) = table("Fish landed in Tarma:", "2003: 35.5 kg", "2004: 254")
    assert "unit" not in properties
    ((_, _, properties),) = table("Fish landed in Tarma (tons):", "2003: 35.5", "2004: 254")
    assert properties["unit"] == "tons"
