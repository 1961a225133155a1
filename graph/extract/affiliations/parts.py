"""Parts that a name spells out: "Office of Maps of the Harbour Police", "Harbour Police Dive Unit"."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.link import Link
from graph.extract.text import Annotated, Span

__all__ = ["parts"]

_KINDS = frozenset({"agency", "organization"})
_UNIT = re.compile(
    r"(?:office|unit|section|division|department|directorate|bureau|branch|command|brigade|school|institute|committee|"
    r"agency|center|centre|service|squad|group|team|subsecretariat|secretariat|academy|laboratory)s?",
    re.IGNORECASE,
)
_WIDEST = 48  # characters between the names of a whole and a part
_UNNAMED = re.compile(
    r"\)? (?:[\w-]+ ){0,2}(?:anti-?drugs?|anti-?narcotics|counternarcotics|intelligence|operations|directorate|unit|"
    r"division|section|department|branch|bureau|office|squad|brigade) \(",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:police|army|navy|marines?|government|ministry|department|forces?|guard|secretariat|agency|senate|congress|"
    r"presidency|administration|command|bank|university|patrol|service|bureau|commission|gendarmerie|customs)",
    re.IGNORECASE,
)


def parts(annotated: Sequence[Annotated]) -> list[Link]:
    """Link an organisation to the one that its own name says it belongs to."""
    names = {span.name for each in annotated for span in each.spans if span.kind in _KINDS}
    return [link for index, each in enumerate(annotated) for link in _sentence(each, index, names)]


def _sentence(each: Annotated, index: int, names: set[str]) -> Iterator[Link]:
    text = each.sentence.text
    for number, span in enumerate(each.spans):
        if span.kind not in _KINDS:
            continue
        if number and _beside(text, each.spans[number - 1], span):
            yield Link(
                "PART_OF", (index, number), (index, number - 1), (index, 0, len(text)), "asserted", 0.8, "part-beside"
            )
            continue
        inner = (_behind(text, span) or _before(text, span, names)) if " " in span.name else None
        if inner:
            start, end = inner
            whole = Span(start, end, "agency", text[start:end], start, end, 0.8, "part-of-name")
            yield Link(
                "PART_OF", (index, number), (index, whole), (index, 0, len(text)), "asserted", 0.8, "part-of-name"
            )


def _beside(text: str, before: Span, span: Span) -> bool:
    """Tell "Harbour Police" and "Dive Unit" side by side, or "Harbour Police dive unit (DIVU)"."""
    if before.kind not in _KINDS:
        return False
    gap = text[before.end : span.start]
    if gap == " ":
        return bool(_UNIT.fullmatch(span.name.split()[-1]))
    return len(gap) < _WIDEST and gap.endswith(" (") and bool(_UNNAMED.fullmatch(gap))


def _behind(text: str, span: Span) -> tuple[int, int] | None:
    """The Police in "Office of Maps of the Police"."""
    name = text[span.start : span.end]
    at = max(name.lower().rfind(" of the "), name.lower().rfind(" of ") if name.count(" of ") > 1 else -1)
    if at < 0 or not _UNIT.match(name.removeprefix("the ")):
        return None
    start = span.start + at + (8 if name.lower().startswith(" of the ", at) else 4)
    tail = text[start : span.end].split()
    known = len(tail) > 1 and (_WHOLE.fullmatch(tail[-1]) or (tail[1:2] == ["of"] and _WHOLE.fullmatch(tail[0])))
    return (start, span.end) if known else None


def _before(text: str, span: Span, names: set[str]) -> tuple[int, int] | None:
    """The Police in "Harbour Police Dive Unit", where the text names the Harbour Police by itself."""
    words = text[span.start : span.end].split(" ")
    if not _UNIT.fullmatch(words[-1]):
        return None
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count])
        if head in names and (count > 1 or head.isupper()):
            return span.start, span.start + len(head)
    return None
