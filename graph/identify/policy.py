"""The policy: which evidence makes two mentions of a document one actor, how sure it is, and what is told of it.

A table, to be read and argued with. What the text itself equates ("aka", an acronym in parentheses) comes before all
of it, and what a person decided comes before that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from graph.identify import compare
from graph.identify.name import (
    Name,
    agreement_name,
    case_name,
    organisation_name,
    person_name,
    place_name,
    vessel_name,
)
from graph.identify.words import words

__all__ = ["ALIAS", "FAMILIES", "FAMILY_OF", "LAST_NAMED", "SAME", "STATED", "Family", "Rule", "across_key"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of evidence between a shorter and a longer name of one document."""

    name: str
    compare: Callable[[Name, Name], float]
    least: float  # the strength from which it counts
    confidence: float  # of the judgement
    reason: str  # a sentence about {short} and {long}
    # A sentence does not introduce one person twice, and names relatives side by side: a short name "beside" the long
    # one, or "before" it, in the same paragraph and a few words off, is somebody else's. So is one that the text
    # "introduced" by itself: it stands before the long one somewhere, or has an acronym of its own.
    not_if: Literal["", "beside", "before", "introduced"] = ""
    alone: bool = False  # counts only if no other actor fits by any rule
    signer: bool = False  # counts only for the line that signs a document
    recent: bool = False  # where several fit as well, each mention means whom the text named last


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds whose mentions may be one actor by name, and how their names are read and compared."""

    name: str
    kinds: frozenset[str]
    parse: Callable[[str], Name]
    rules: tuple[Rule, ...] = ()


PERSON_RULES = (
    Rule("nickname", compare.quoted_nickname, 1.0, 0.95, "{short} stands in quotes inside of {long}", alone=True),
    Rule("shorter form", compare.shorter_form, 0.6, 0.9, "{short} is {long} with a part left out", not_if="beside"),
    Rule("spelling", compare.spelled_alike, 0.9, 0.8, "{short} is {long} but for a slip in spelling", not_if="beside"),
    Rule("signature", compare.signature, 0.7, 0.85, "{short} signs the document that {long} stands in", signer=True),
    Rule("surname", compare.surname, 0.5, 0.85, "{short} is the surname of {long}", not_if="before", recent=True),
    Rule(
        "first name", compare.first_name, 0.4, 0.7, "{short} is the first name of {long}", not_if="before", alone=True
    ),
)

ORGANISATION_RULES = (
    Rule("initials", compare.initials, 1.0, 0.9, "{short} is made of the first letters of {long}"),
    Rule("country", compare.same_but_for_country, 1.0, 0.8, "{short} is {long} without the country"),
    Rule("office", compare.same_but_for_country, 0.5, 0.7, "{short} is {long}, named before", not_if="introduced"),
)

FAMILIES = (
    Family("person", frozenset({"person"}), person_name, PERSON_RULES),
    Family(
        "organisation",
        frozenset({"cartel", "armed_group", "agency", "organization"}),
        organisation_name,
        ORGANISATION_RULES,
    ),
    Family("place", frozenset({"place"}), place_name),
    Family("case", frozenset({"case"}), case_name),
    Family("agreement", frozenset({"agreement"}), agreement_name),
    Family("vessel", frozenset({"vessel"}), vessel_name),
    Family("aircraft", frozenset({"aircraft"}), vessel_name),
)
"""Kinds that are not here (seizures, meetings, series, anonymous sources) are never one by name."""

FAMILY_OF = MappingProxyType({kind: family for family in FAMILIES for kind in family.kinds})

# What needs no comparison: (confidence, reason).
STATED = (0.99, "the text says that {short} and {long} are the same")
ALIAS = (0.99, "the text says that {short} is another name of {long}")
SAME = (0.95, "{long} is one and the same throughout the document")
LAST_NAMED = (0.6, "{short} was last said of {long}")

ACROSS = MappingProxyType(
    {
        "person": "{long} is a full name of three or more parts",
        "organisation": "{long} is a name that says more than what kind of organisation it is",
        "place": "{long} is the name of a place",
        "case": "{long} is a case's name of two or more words of its own",
    }
)
"""Why entities of two documents are one: the same name, where the name alone tells that much."""


def across_key(family: Family, name: Name, kind: str) -> str:
    """Return what must be equal in another document for the two to be one actor; "" if no name is enough.

    Vessels share names, agreements are called by their subject, a surname is nobody's alone, and a single word is the
    name of a newspaper in one country and of a party in the next.
    """
    parts = [part for part in name.parts if len(part) > 1]
    own = [part for part in parts if part not in words().common and not part.isdigit()]
    if family.name == "person":
        return name.key if len(parts) >= 3 and not name.brief else ""
    if family.name == "organisation":
        told = own or (name.territories and parts)
        enough = len(name.parts) > 1 or name.territories or kind in {"cartel", "armed_group"}
        return name.key if told and enough and not name.brief else ""
    if family.name == "case":
        return name.key if len([part for part in own if part not in words().territories]) >= 2 else ""
    return name.key if family.name == "place" else ""
