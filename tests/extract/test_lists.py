"""Lists under a lead, and header fields: what a line gets from its place in the layout."""

from graph.extract.affiliations.affiliations import affiliations
from graph.extract.text import Annotated
from tests.extract.marked import marked, shown


def listed(lead: str, *items: str) -> list[str]:
    """Links of a marked lead and the items under it."""
    head = marked(lead)
    annotated = [head, *(marked(item, "item", lead=head.sentence.text) for item in items)]
    return [shown(link, annotated) for link in affiliations(annotated)]


def field(text: str, name: str = "classified_by") -> Annotated:
    """A marked header field."""
    return marked(text, "field", lead=name, paragraph=-1)


def test_prisoners_listed_one_a_line() -> None:
    """Names under "in prison in PLACE" are each detained there, quoted by their own line."""
    assert listed("In prison in [L Tarma] for theft:", "[P Ana Ruiz]", "[P Jon Paz]") == [
        "DETAINED_IN Ana Ruiz > Tarma",
        "DETAINED_IN Jon Paz > Tarma",
    ]


def test_item_is_the_quote() -> None:
    """The quote of a list's relation is the item's line."""
    lead = marked("In prison in [L Tarma]:")
    item = marked("[P Ana Ruiz]", "item", lead=lead.sentence.text)
    (link,) = affiliations([lead, item])
    assert link.quote == (1, 0, len("Ana Ruiz"))


def test_members_listed() -> None:
    """Names under "members of the CARTEL:" are its members."""
    assert listed("Members of the [K Marlin Cartel]:", "[P Ana Ruiz], 41") == ["MEMBER_OF Ana Ruiz > Marlin Cartel"]


def test_arrested_listed_share_a_case() -> None:
    """Names under "the following were arrested:" are arrested in one unnamed case."""
    links = listed("The following were arrested:", "[P Ana Ruiz]", "[P Jon Paz]")
    assert len(links) == 2
    assert {link.split(" > ")[1] for link in links} == {"Arrest: The following were arrested"}


def test_lead_without_relation_gives_none() -> None:
    """A lead that states no relation gives none."""
    assert listed("Participants:", "[P Ana Ruiz]") == []


def test_classifier_heads_the_post_named() -> None:
    """The header's office and post make a head, its department an employer, and the post a part of it."""
    annotated = [field("[P Ana Ruiz], Principal Officer, [A Consulate Tarma], [A Department of State].")]
    assert [shown(link, annotated) for link in affiliations(annotated)] == [
        "HEAD_OF Ana Ruiz > Consulate Tarma",
        "WORKS_FOR Ana Ruiz > Department of State",
        "PART_OF Consulate Tarma > Department of State",
    ]


def test_classifier_works_for_the_post_of_origin() -> None:
    """A counselor without a post of his own works for the post that the cable comes from, an ambassador heads it."""
    origin = field("Embassy Tarma", "origin")
    assert _all(origin, field("Political Counselor [P Ana Ruiz]. Reason: 1.4 (b).")) == [
        "WORKS_FOR Ana Ruiz > Embassy Tarma"
    ]
    assert _all(origin, field("Ambassador [P Ana Ruiz]")) == ["HEAD_OF Ana Ruiz > Embassy Tarma"]


def test_section_of_the_department() -> None:
    """A section that no rule knows as an organisation is read from the field's parts."""
    annotated = [field("[P Ana Ruiz], DEPUTY CHIEF, STATE, MAPS AND CHARTS SECTION")]
    assert [shown(link, annotated) for link in affiliations(annotated)] == [
        "WORKS_FOR Ana Ruiz > MAPS AND CHARTS SECTION",
        "WORKS_FOR Ana Ruiz > Department of State",
        "PART_OF MAPS AND CHARTS SECTION > Department of State",
    ]


def test_classifier_without_office() -> None:
    """A bare name in the header says nothing of an office."""
    assert _all(field("Embassy Tarma", "origin"), field("[P Ana Ruiz]")) == []


def _all(*annotated: Annotated) -> list[str]:
    return [shown(link, list(annotated)) for link in affiliations(annotated)]
