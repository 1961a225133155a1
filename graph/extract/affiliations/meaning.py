"""What an office says of its holder and a target: the type of the relation, or nothing."""

import re

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.offices import Office, vocabulary
from graph.extract.affiliations.survey import is_government
from graph.extract.text import Span

__all__ = ["OFFICES", "is_party", "relation"]

OFFICES = ("OFFICE", "OFFICES", "POST", "KIN")
"""Slots of a rule that hold an office or a family word."""

_TARGETS = {
    "cartel": "gang",
    "armed_group": "gang",
    "agency": "org",
    "organization": "org",
    "place": "place",
    "person": "person",
}
_OWNED = re.compile(r"'s ")


def relation(how: str, office: Office | None, target: Span, after: str) -> str:
    """Name the relation: the rule's own, or what the office's word says of such a target; "" for none.

    ``after`` is what the skeleton has behind a target that ends the match: the head of "the Police's museum" does not
    head the police.
    """
    if how == "BODY":
        return "WORKS_FOR" if target.kind == "agency" or _employs(target.name) else "MEMBER_OF"
    if how not in OFFICES or office is None:
        return "" if how in OFFICES else how
    if office.group == "kin":
        return "LINKED_TO"
    if target.kind == "person" and office.group != "associate" and _OWNED.match(after):
        return ""  # "deputy to the minister's chief of staff" serves another
    said = vocabulary().says[office.group].get(_TARGETS.get(target.kind, ""), "")
    if target.kind == "place" and _OWNED.match(after):  # "head of Chile's registry"
        return "WORKS_FOR" if said in {"HEAD_OF", "WORKS_FOR"} else ""
    if office.word == "deputy" and target.kind == "organization":  # of a party
        said = "MEMBER_OF"
    elif said == "HEAD_OF" and _beneath(office, target, after):
        said = "MEMBER_OF" if target.kind in {"cartel", "armed_group"} else "WORKS_FOR"
    return said


def is_party(name: str) -> bool:
    """Tell a political party by its name."""
    return not listed("parties").isdisjoint(name.lower().split())


def _employs(name: str) -> bool:
    """Tell a company, a newspaper or an institute from a party or a club."""
    return any(word.startswith(start) for word in name.lower().split() for start in listed("employers"))


def _beneath(office: Office, target: Span, after: str) -> bool:
    """Tell who heads only a part: a part of a government, "the Police's museum", a region or the operations."""
    if target.kind == "place":
        return False
    if _OWNED.match(after) or (office.group != "ruler" and is_government(target.name)):
        return True
    return office.group == "head" and (office.local or office.field)
