"""Statistics by year: "2003: 5" lines under a line that says what is counted become one ``series``, never events."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.link import End, Link
from graph.extract.text import Annotated, Sentence, Span
from graph.model import Value

__all__ = ["is_statistic", "series"]

_YEAR = re.compile(
    r"\(?((?:19|20)\d\d)\)?\s{0,4}(?:[:=\-–—]{1,2}|\s)\s{0,12}"  # "2003:", "(2003) -"
    r"(?:[$€£]|USD )?(\d[\d,.]{0,14})\s{0,3}([a-zA-Z%]{0,12})\.?$"
)
_UNIT = re.compile(
    r"(?:\b(?:in|,)\s{1,9}|\(\s?)"  # "landed, in kg", "landed (tons)"
    r"(kg|kgs|kilos?|kilograms?|(?:metric )?tons?|tonnes|mt|pounds|lbs|usd|dollars|hectares|grams|units)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:\(?[a-zA-Z0-9]{1,2}[.)]\s{0,8})")
_FIRST = ("(", "1", "2")  # characters of a year
_SHORTEST = 2  # years that make a series


def is_statistic(sentence: Sentence) -> bool:
    """Tell a line of a yearly table, which is neither a seizure nor an arrest by itself."""
    return len(sentence.text) < 40 and sentence.text[:1] in "(12" and bool(_YEAR.match(sentence.text))


def series(annotated: Sequence[Annotated]) -> list[tuple[End, list[Link]]]:
    """Find yearly statistics: where each stands, and who reported it on which place.

    The span covers the line that says what is counted (the first year's line where none does); its properties are
    ``title``, ``unit`` and the years.
    """
    found: list[tuple[End, list[Link]]] = []
    at = 0
    while at < len(annotated):
        if annotated[at].sentence.text[:1] not in _FIRST:
            at += 1
            continue
        years, end = _years(annotated, at)
        if len(years) >= _SHORTEST:
            found.append(_made(annotated, at, years))
        at = max(end, at + 1)
    return found


def _years(annotated: Sequence[Annotated], at: int) -> tuple[dict[str, Value], int]:
    years: dict[str, Value] = {}
    lead = annotated[at].sentence.lead
    while at < len(annotated) and is_statistic(annotated[at].sentence) and annotated[at].sentence.lead == lead:
        match = _YEAR.match(annotated[at].sentence.text)
        if match is None or match[1] in years:
            break
        number = float(match[2].rstrip(".,").replace(",", "")) if match[2].count(".") < 2 else 0.0
        years[match[1]] = int(number) if number == int(number) else number
        at += 1
    return years, at


def _made(annotated: Sequence[Annotated], at: int, years: dict[str, Value]) -> tuple[End, list[Link]]:
    lead = annotated[at].sentence.lead
    carrier = next((k for k in range(at - 1, max(-1, at - 6), -1) if lead and annotated[k].sentence.text == lead), at)
    text = annotated[carrier].sentence.text
    label = _LABEL.match(text) if carrier != at else None
    start, end = (label.end() if label else 0), len(text.rstrip(" :"))
    title = (text[start:end] if carrier != at else lead.rstrip(" :")) or "Yearly figures"
    properties: dict[str, Value] = {"title": title, "named": False, **years}
    if unit := _unit(title, [annotated[line].sentence.text for line in range(at, at + len(years))]):
        properties["unit"] = unit
    made: End = (carrier, Span(start, end, "series", title, start, end, 0.9, "series", properties))
    return made, list(_links(annotated, made))


def _unit(title: str, lines: Sequence[str]) -> str:
    """Read the unit of the figures: from what is counted, or where every line has the same."""
    if stated := _UNIT.search(title):
        return stated[1].lower()
    units = {match[3].lower() if (match := _YEAR.match(line)) else "" for line in lines}
    return units.pop() if len(units) == 1 and _UNIT.fullmatch(f"in {min(units)}") else ""


def _links(annotated: Sequence[Annotated], made: End) -> Iterator[Link]:
    """Who gave the figures ("gave these figures"), and the place that their line names."""
    carrier = made[0]
    for end in _speakers(annotated, carrier):
        quote = (end[0], 0, len(annotated[end[0]].sentence.text))
        yield Link("REPORTED", end, made, quote, "asserted", 0.8, "series-source")
    for number, span in enumerate(annotated[carrier].spans):
        if span.kind == "place":
            quote = (carrier, 0, len(annotated[carrier].sentence.text))
            yield Link("LOCATED_IN", made, (carrier, number), quote, "asserted", 0.8, "series-place")
            return


def _speakers(annotated: Sequence[Annotated], carrier: int) -> Iterator[End]:
    paragraph = annotated[carrier].sentence.paragraph
    for index in range(carrier, max(-1, carrier - 30), -1):
        each = annotated[index]
        if each.sentence.paragraph != paragraph:
            return
        words = each.sentence.text.lower()
        if any(word in words for word in ("statistic", "figures", "following", "data", "numbers")):
            for number, span in enumerate(each.spans):
                if span.kind in {"source", "agency", "organization", "person"}:
                    yield index, number
                    return
