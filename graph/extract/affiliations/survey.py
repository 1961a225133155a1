"""A first look over a document: which governments it names, and by which word it may call a member of a gang."""

import re
from collections.abc import Sequence

from graph.extract.affiliations.slots import Known, demonyms
from graph.extract.discourse.quotations import Quotations
from graph.extract.text import Annotated

__all__ = ["government_of", "is_government", "survey"]

_GOVERNMENT = re.compile(
    r"(?:the )?(?:gov(?:ernmen)?t|administration) of (?:the )?(.+)|(?:the )?(\S+) (?:gov(?:ernmen)?t)", re.IGNORECASE
)
_ACRONYM = re.compile(r"GO[A-Z]{1,3}|USG|HMG")
_GANGS = frozenset({"cartel", "armed_group"})


def survey(annotated: Sequence[Annotated]) -> Known:
    """Note each country's government, and "Heron" for the gang of the Herons, where first named."""
    known = Known(quotations=Quotations(annotated))
    for index, each in enumerate(annotated):
        for number, span in enumerate(each.spans):
            if span.kind == "agency":
                if country := government_of(span.name):
                    known.governments.setdefault(country, (index, number))
            elif span.kind in _GANGS and span.name.endswith("s") and len(span.name) > 4:
                known.members.setdefault(span.name.split()[-1][:-1].lower(), (index, number))
        for other, name, how in each.same:
            if how == "SAME_AS":
                names = known.gangs if each.spans[name].kind in _GANGS else known.expansions
                names.setdefault(each.spans[other].name, each.spans[name].name)
    return known


def government_of(name: str) -> str:
    """The country whose government a name is: "Government of Peru", "Peruvian government"; "" for none."""
    found = _GOVERNMENT.fullmatch(name)
    if not found:
        return ""
    country: str = found[1] or found[2]
    return demonyms().get(country.lower(), country)


def is_government(name: str) -> bool:
    """Tell a government as a whole, which no minister or director heads."""
    return bool(_ACRONYM.fullmatch(name) or _GOVERNMENT.fullmatch(name))
