"""Statistics by year: "2003: 5" lines under a line that says what is counted become one ``series``, never events."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.link import Link
from graph.extract.text import Annotated, Sentence, Span
from graph.model import Value

__all__ = ["is_statistic", "series"]

_YEAR = re.compile(r"\(?((?:19|20)\d\d)\)?\s{0,4}(?:[:=\-–—]{1,2}|\s)\s{0,12}(?:[$€£]|USD )?(\d[\d,.]{0,14})\s{0,3}([a-zA-Z%]{0,12})\.?$")
_UNIT = re.compile(r"\b(?:in|,)\s+(kg|kgs|kilos?|kilograms?|(?:metric )?tons?|tonnes|pounds|lbs|usd|dollars|hectares|grams|percent|units)\b", re.IGNORECASE)
_LABEL = re.compile(r"^(?:\(?[a-zA-Z0-9]{1,2}[.)]\s{0,8})")
_SHORTEST = 2  # years that make a series


def is_statistic(sentence: Sentence) -> bool:
    """Tell a line of a yearly table, which is neither a seizure nor an arrest by itself."""
    return len(sentence.text) < 40 and sentence.text[:1] in "(12" and bool(_YEAR.match(sentence.text))


def series(annotated: Sequence[Annotated]) -> list[tuple[int, Span, Link | None]]:
    """Find yearly statistics: the index of the sentence that carries each, its span, and who reported it.

    The span covers the line that says what is counted (the first year's line where none does); its properties are
    ``title``, ``unit`` and the years.
    """
    found = []
    at = 0
    while at < len(annotated):
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
        number = float(match[2].rstrip(".,").replace(",", ""))if match[2].count(".") < 2 else 0.0
        years[match[1]] = int(number) if number == int(number) else number
        at += 1
    return years, at


def _made(annotated: Sequence[Annotated], at: int, years: dict[str, Value]) -> tuple[int, Span, Link | None]:
    lead = annotated[at].sentence.lead
    carrier = next((k for k in range(at - 1, max(-1, at - 6), -1) if lead and annotated[k].sentence.text == lead), at)
    text = annotated[carrier].sentence.text
    label = _LABEL.match(text) if carrier != at else None
    start, end = (label.end() if label else 0), len(text.rstrip(" :"))
    title = text[start:end] if carrier != at else lead.rstrip(" :")
    properties: dict[str, Value] = {"title": title, "named": False, **years}
    if unit := _UNIT.search(title):
        properties["unit"] = unit[1].lower()
    span = Span(start, end, "series", title or "yearly figures", start, end, 0.9, "series", properties)
    return carrier, span, _reported(annotated, carrier, span)


def _reported(annotated: Sequence[Annotated], carrier: int, span: Span) -> Link | None:
    """Who gave the figures: the source or body that "provided the following statistics"."""
    for index, number in _speakers(annotated, carrier):
        text = annotated[index].sentence.text
        return Link("REPORTED", (index, number), (carrier, span), (index, 0, len(text)), "asserted", 0.8, "series-source")
    return None


def _speakers(annotated: Sequence[Annotated], carrier: int) -> Iterator[tuple[int, int]]:
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
