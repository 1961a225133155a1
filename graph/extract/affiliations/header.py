"""What a cable's header says of the one who classified it: office, section, post, department."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.extract.affiliations.offices import Office
from graph.extract.affiliations.skeleton import skeleton
from graph.extract.affiliations.slots import Skeleton
from graph.extract.language.lexicon import fold, words
from graph.extract.link import End, Link
from graph.extract.text import Annotated, Span

__all__ = ["header"]

_SECTION = re.compile(
    r"(?:^|[,;]\s*)((?:U\.?S\.? )?(?:[\w&/-]+ ){0,4}(?:section|office|bureau|unit|embassy|consulate|department|mission)"
    r"(?: (?:of|general)(?: [\w&-]+){1,3}| [A-Z][\w-]+){0,2})(?=[,;.]|$)",
    re.IGNORECASE,
)
_STATE = re.compile(r"[,;]\s*((?:U\.?S\.? )?(?:Department of )?State|DoS)(?=\s*[,;.]|\s*$)", re.IGNORECASE)


def header(annotated: Sequence[Annotated]) -> list[Link]:
    """Link who classified the document to the post, section and department that the header names."""
    post = next((found for index, each in enumerate(annotated) if (found := _post(each, index))), None)
    links: list[Link] = []
    for index, each in enumerate(annotated):
        if each.sentence.kind == "field" and each.sentence.lead == "classified_by":
            links.extend(_classifier(annotated, index, post))
    return links


def _post(each: Annotated, index: int) -> End | None:
    """The embassy or consulate that the cable comes from."""
    if each.sentence.kind != "field" or each.sentence.lead != "origin":
        return None
    for number, span in enumerate(each.spans):
        if span.kind in {"agency", "organization"}:
            return index, number
    text = each.sentence.text.strip()
    if not text.lower().startswith(("embassy", "consulate", "mission", "us mission", "american")):
        return None
    return index, Span(0, len(text), "agency", text, 0, len(text), 0.9, "header: origin")


def _classifier(annotated: Sequence[Annotated], index: int, post: End | None) -> Iterator[Link]:
    each = annotated[index]
    person = next((number for number, span in enumerate(each.spans) if span.kind == "person"), None)
    if person is None:
        return
    office = _office(skeleton(annotated, index))
    bodies = _bodies(each, index)
    if not office and not bodies:
        return
    quote = (index, 0, len(each.sentence.text))
    properties = {"role": each.sentence.text[office.start : office.end]} if office else {}
    heads = office is not None and fold(office.word) in words("heads_of_post")
    leads = (
        office is not None
        and not office.plural
        and (heads or bool(bodies and office.group in {"head", "minister", "ruler"}))
    )
    for number, body in enumerate(bodies or [post] if post else bodies):
        kind = "HEAD_OF" if leads and number == 0 else "WORKS_FOR"
        yield Link(kind, (index, person), body, quote, "asserted", 0.9, "header-office", properties)
    for inner, outer in pairwise(bodies):
        yield Link("PART_OF", inner, outer, quote, "asserted", 0.7, "header-part")


def _office(made: Skeleton) -> Office | None:
    return next((slot.office for slot in made.slots if slot.office and slot.office.group != "kin"), None)


def _bodies(each: Annotated, index: int) -> list[End]:
    """Organisations of the field, the smallest first: as recognised, or made of its parts."""
    text = each.sentence.text
    found: list[tuple[int, End]] = [
        (span.start, (index, number))
        for number, span in enumerate(each.spans)
        if span.kind in {"agency", "organization"}
    ]
    taken = [(span.start, span.end) for span in each.spans if span.kind != "place"]
    for part in _SECTION.finditer(text):
        _add(found, taken, (part.start(1), part.end(1)), part[1], index)
    for part in _STATE.finditer(text):
        _add(found, taken, (part.start(1), part.end(1)), "Department of State", index)
    ordered = [end for _, end in sorted(found, key=lambda entry: entry[0])]
    names = [_name(end, each) for end in ordered]
    if len(ordered) > 1 and "department" in names[0].lower():  # "State, Narcotics Section" names the larger first
        ordered.reverse()
    return ordered


def _add(
    found: list[tuple[int, End]], taken: list[tuple[int, int]], span: tuple[int, int], name: str, index: int
) -> None:
    start, end = span
    if any(a < end and start < b for a, b in taken):
        return
    taken.append(span)
    found.append((start, (index, Span(start, end, "agency", name, start, end, 0.8, "header-part"))))


def _name(end: End, each: Annotated) -> str:
    return end[1].name if isinstance(end[1], Span) else each.spans[end[1]].name
