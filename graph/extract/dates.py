"""Dates: absolute ones as the text gives them, relative ones resolved from the document's date; never more precise than told."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from graph.extract.lexicon import CALENDAR
from graph.extract.text import Span
from graph.extract.tokens import Token
from graph.model import Value

__all__ = ["dates"]

_MONTHS = {
    name: i + 1
    for i, names in enumerate(
        "january jan enero|february feb febrero|march mar marzo|april apr abril|may mayo|june jun junio|july jul julio|"
        "august aug agosto|september sep sept septiembre|october oct octubre|november nov noviembre|december dec diciembre".split(
            "|"
        )
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: i
    for i, names in enumerate(
        "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun".split(
            "|"
        )
    )
    for name in names.split()
}
_AFTER_MONTH = re.compile(
    r"\.?(?: ?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,:]\d|%| (?:kilo|kg|ton|million|percent))"
    r"(?: ?(?:-|–|to|and|through|until) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?P<year1>,? (?:of )?(?:19|20)\d\d\b)?"
    r"|(?P<year2>,? (?:of )?(?:19|20)\d\d\b))?"
)
_BEFORE_MONTH = re.compile(
    r"(?<![\d.,])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?(?: ?(?:-|–|to|and) ?(?P<last>\d{1,2}))?(?:st|nd|rd|th)?(?: of)? $"
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|of|since|until|by|from|during|last|this|next|early|late|mid|through|between|before|after|past|the|and|to|mid-|early-|late-)[ -]?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d,.$/-])(?:19[3-9]\d|20[0-4]\d)(?![\d/]|[,.]\d|s\b|-\d\d\d|%)")
_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})\b|\b((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})\b")
_RELATIVE = re.compile(
    r"\b(?:(yesterday|today|tomorrow)|(last|this|next|past|previous|the same) (year|month|summer|week)(?:'s)?)\b",
    re.IGNORECASE,
)
_NO_YEAR_NOUN = re.compile(
    r" (?:kilos?|kilograms?|kg|tons?|people|persons|pounds|hectares|members|officers|Mexicans|dollars|pesos|members)\b"
)


def dates(text: str, tokens: Sequence[Token], today: str, item: bool = False) -> list[Span]:
    """All dates of a sentence, by start; ``today`` is the document's date (ISO, may be empty or imprecise)."""
    found: list[Span] = []
    now = _parse(today)
    for token in tokens:
        if token.flags & CALENDAR:
            span = _month(text, token, now) if token.key in _MONTHS else _weekday(text, token, now)
            if span and not (found and span.start < found[-1].end):
                found.append(span)
    if any(c in text for c in "0123456789"):
        found += _years(text, found)
        found += _numeric(text, found)
    if now:
        found += _relative(text, now, found)
    found.sort(key=lambda span: span.start)
    return _join_weekday(text, found)


def _parse(today: str) -> date | None:
    try:
        return (
            date.fromisoformat(today[:10])
            if len(today) >= 10
            else date(int(today[:4]), int(today[5:7] or 6), 15)
            if today
            else None
        )
    except ValueError:
        return None


def _span(start: int, end: int, name: str, rule: str, last: str = "") -> Span:
    properties: dict[str, Value] = {"last": last} if last and last != name else {}
    return Span(start, end, "date", name, start, end, 1.0, rule, properties)


def _month(text: str, token: Token, now: date | None) -> Span | None:
    month = _MONTHS[token.key]
    start = token.start
    after = _AFTER_MONTH.match(text, token.end)
    day = last = year = None
    end = token.end
    if after:
        end = after.end()
        day, last = after["day"], after["last"]
        tail = after["year1"] or after["year2"]
        year = int(tail[-4:]) if tail else None
        if text[end - 1] == "." and not day and not tail and end == len(text):
            end -= 1
    if not day:
        head = _BEFORE_MONTH.search(text, max(0, start - 16), start)
        if head:
            day, last, start = head["day"], head["last"], head.start()
    if not day and not year:
        if token.key in ("may", "march", "mar", "mayo", "dec", "sep", "jan") and not _PREPOSITION.search(
            text, max(0, start - 12), start
        ):
            return None
        head = text[max(0, start - 12) : start]
        if head.endswith(("ast ", "his ", "ext ")):
            return _named_month(text, start, end, month, now, head)
    if day and not 1 <= int(day) <= 31:
        return None
    if year is None:
        year = _nearest_year(month, int(day or 15), now)
        if year is None:
            return None
    name = f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    until = f"{year}-{month:02d}-{int(last):02d}" if last and day and int(last) > int(day) and int(last) <= 31 else ""
    return _span(start, end, name, "month", until)


def _named_month(text: str, start: int, end: int, month: int, now: date | None, head: str) -> Span | None:
    if now is None:
        return None
    year = now.year
    if head.endswith("ast ") and month >= now.month:
        year -= 1
    elif head.endswith("ext ") and month <= now.month:
        year += 1
    begin = text.rfind(" ", 0, start - 1) + 1
    return _span(begin, end, f"{year}-{month:02d}", "named-month")


def _nearest_year(month: int, day: int, now: date | None) -> int | None:
    """The year that a reader means by a date without one: the nearest, the past rather than the future."""
    if now is None:
        return None
    costs = []
    for year in (now.year - 1, now.year, now.year + 1):
        try:
            delta = (date(year, month, min(day, 28)) - now).days
        except ValueError:
            continue
        costs.append((delta * 4 if delta > 0 else -delta, year))
    return min(costs)[1] if costs else None


def _weekday(text: str, token: Token, now: date | None) -> Span | None:
    if now is None or token.key not in _WEEKDAYS:
        return None
    if text[max(0, token.start - 4) : token.start] == "the ":
        return None
    back = (now.weekday() - _WEEKDAYS[token.key]) % 7
    head = text[max(0, token.start - 5) : token.start]
    if head == "next ":
        day = now + timedelta(days=(7 - back) or 7)
    else:
        day = now - timedelta(days=back)
    return _span(token.start, token.end, day.isoformat(), "weekday")


def _free(start: int, end: int, found: Sequence[Span]) -> bool:
    return not any(s.start < end and start < s.end for s in found)


def _years(text: str, found: Sequence[Span]) -> list[Span]:
    return [
        _span(m.start(), m.end(), m[0], "year")
        for m in _YEAR.finditer(text)
        if _free(m.start(), m.end(), found) and not _NO_YEAR_NOUN.match(text, m.end())
    ]


def _numeric(text: str, found: Sequence[Span]) -> list[Span]:
    spans = []
    for m in _NUMERIC.finditer(text):
        if m[4]:
            year, month, day = int(m[4]), int(m[5]), int(m[6])
        else:
            month, day, year = int(m[1]), int(m[2]), int(m[3])
            year += 0 if year > 99 else 1900 if year > 60 else 2000
            if month > 12:
                month, day = day, month
        if 1 <= month <= 12 and 1 <= day <= 31 and _free(m.start(), m.end(), found):
            spans.append(_span(m.start(), m.end(), f"{year}-{month:02d}-{day:02d}", "numeric"))
    return spans


def _relative(text: str, now: date, found: Sequence[Span]) -> list[Span]:
    spans = []
    for m in _RELATIVE.finditer(text):
        word = (m[1] or "").lower()
        name = ""
        if word:
            name = (now + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[word])).isoformat()
            if word == "today" and not text[m.end() : m.end() + 1] in (",", ".", " ", ""):
                name = ""
        else:
            step = {"last": -1, "previous": -1, "next": 1}.get(m[2].lower(), 0)
            unit = m[3].lower()
            if m[2].lower() in ("past", "the same"):
                continue
            if unit == "year":
                name = str(now.year + step)
            elif unit == "month":
                months = now.year * 12 + now.month - 1 + step
                name = f"{months // 12}-{months % 12 + 1:02d}"
            elif unit == "week":
                monday = now + timedelta(days=7 * step - now.weekday())
                name = f"{monday:%Y-%m}" if monday.month == (monday + timedelta(days=6)).month else ""
        if name and _free(m.start(), m.end(), found):
            end = m.end() - (2 if m[0].endswith("'s") else 0)
            spans.append(_span(m.start(), end, name, "relative"))
    return spans


def _join_weekday(text: str, found: list[Span]) -> list[Span]:
    """Drop the weekday of "Wednesday, September 12": the date tells it."""
    kept: list[Span] = []
    for span in found:
        if (
            kept
            and kept[-1].rule == "weekday"
            and span.rule in ("month", "numeric")
            and text[kept[-1].end : span.start] in (", ", " ", " the ", ", the ", " on ")
        ):
            span = Span(
                kept.pop().start,
                span.end,
                "date",
                span.name,
                kept[-1].start if False else span.left,
                span.right,
                1.0,
                span.rule,
                span.properties,
            )
        kept.append(span)
    return kept
