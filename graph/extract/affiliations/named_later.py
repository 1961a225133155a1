"""People whom a later sentence names: "Three members of the Herons were held. They were identified as A, B and C."."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.extract.affiliations.meaning import relation
from graph.extract.affiliations.skeleton import skeleton
from graph.extract.affiliations.slots import Known
from graph.extract.link import End, Link, span_of
from graph.extract.text import Annotated
from graph.model import Modality, Value

__all__ = ["named_later"]

_NAMING = frozenset({"identified", "named", "are", "were", "include", "included", "includes", "is"})
_PEOPLE = (
    r"(?:suspects?|detainees|detained|arrested|captured|apprehended|men|women|individuals|people|defendants|accused|"
    r"members|gunmen|hitmen|officers|agents|officials|traffickers|prisoners|dead|killed|wounded|others)"
)
_OPENS = re.compile(
    rf"(?:they|those(?: \w+)?|among (?:them|those(?: \w+)?|the (?:\w+ )?{_PEOPLE})|the (?:\w+ )?{_PEOPLE})(?= |,|:)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:, )?(?:(?:[a-z-]+ ){0,4}(?:identified|named|listed) (?:by (?:[a-z]+ ){1,3})?(?:as |: )?(?:: )?"
    r"|(?:are|were|is|include[sd]?) (?:: )?)(?P<names><P\d+>) "
)
_GROUP = re.compile(
    r"(?P<office><I\d+>) (?:of|in|from|for|with|to) (?:the )?(?:<N\d+> )?(?:[a-z-]+ ){0,2}?"
    r"(?P<target><[PKGAOko]\d+>) (?!, <P)"
    r"|(?P<body><[KGAOk]\d+>) (?:'s )?(?:[a-z-]+ ){0,2}?(?P<members><I\d+>) (?!,? ?<P)"
)
_Group = tuple[str, End, Mapping[str, Value], bool]
"""A relation's type, its target, its properties, and whether it is alleged."""
_BACK = 2  # sentences between those who are named and what they are


def named_later(annotated: Sequence[Annotated], known: Known) -> list[Link]:
    """Give each who is named so the relation of those told of one or two sentences before."""
    return [link for index, each in enumerate(annotated) for link in _sentence(annotated, index, each, known)]


def _sentence(annotated: Sequence[Annotated], index: int, each: Annotated, known: Known) -> Iterator[Link]:
    if each.sentence.kind != "sentence" or _NAMING.isdisjoint(each.sentence.words):
        return
    opens = _OPENS.match(each.sentence.text)
    if not opens or not any(span.kind == "person" for span in each.spans):
        return
    made = skeleton(annotated, index, known)
    start = made.line.find(" ", opens.end() - 1) + 1 if made.line.startswith(opens[0].lower()) else -1
    names = _NAMES.match(made.line, start) if start > 0 else None
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1) if names else ():
        found = list(_group(annotated, back, known))
        for kind, target, properties, alleged in found:
            for person in made.slot(names["names"]).ends if names else ():
                quote = (index, 0, len(each.sentence.text))
                modality: Modality = "alleged" if alleged else "asserted"
                yield Link(kind, person, target, quote, modality, 0.7, "named-later", properties)
        if found:
            return


def _group(annotated: Sequence[Annotated], index: int, known: Known) -> Iterator[_Group]:
    """What a sentence says of people whom it does not name."""
    if annotated[index].sentence.kind != "sentence":
        return
    made = skeleton(annotated, index, known)
    found = _GROUP.search(made.line)
    office = made.slot(found["office"] or found["members"]).office if found else None
    if not found or not office:
        return
    for target in made.slot(found["target"] or found["body"]).ends[:1]:
        if kind := relation("OFFICE", office, span_of(target, annotated), ""):
            yield kind, target, {"role": office.word}, office.alleged
