"""Dates: as the text gives them, relative ones resolved from the document's date; never more precise than told."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile

from graph.extract.language.lexicon import CALENDAR
from graph.extract.language.tokens import Token
from graph.extract.text import Span
from graph.model import Value

__all__ = ["dates"]

_MONTH_NAMES = (
    "january jan enero", "february feb febrero", "march mar marzo", "april apr abril", "may mayo", "june jun junio",
    "july jul julio", "august aug agosto", "september sep sept septiembre", "october oct octubre",
    "november nov noviembre", "december dec diciembre",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_DAY_NAMES = (
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thur thurs",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_WEEKDAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names.split()}
_DOUBTFUL = frozenset(
    {
        "may",
        "march",
        "mar",
        "mayo",
        "dec",
        "sep",
        "jan",
        "sun",
        "sat",
        "mon",
        "julio",
        "junio",
        "abril",
        "april",
        "june",
    }
)
_SURNAME = re.compile(r" (?:de |del |de la )?[^\W\d_a-z]")
_AFTER_MONTH = re.compile(
    r"\.?(?: ?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,:]\d|%| (?:kilo|kg|ton|million|percent|people|persons|years))"
    r"(?: ?(?:-|–|to|and|through|until) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
    r"(?P<year1>,? (?:of )?(?:19|20)\d\d\b)?"
    r"|(?P<year2>,? (?:of )?(?:19|20)\d\d\b))?"
)
_BEFORE_MONTH = re.compile(
    r"(?<![\d.,$])(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?(?: ?(?:-|–|to|and) ?"
    r"(?P<last>\d{1,2}))?(?:st|nd|rd|th)?(?: of)? $"
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|of|since|until|by|from|during|last|this|next|early|late|mid|"
    r"through|between|before|after|past|to|and)[ -]$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d,.$/-])(?:19[3-9]\d|20[0-4]\d)(?![\d/]|[,.]\d|s\b|-\d\d\d|%)")
_NO_YEAR = re.compile(
    r" (?:kilos?|kilograms?|kg|tons?|people|persons|pounds|hectares|members|officers|dollars|pesos|men|"
    r"women|hours|local|gmt|GMT)\b"
)
_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})\b|\b((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})\b")
_RELATIVE = re.compile(
    r"\b(?:(?P<day>yesterday|today|tomorrow)|(?P<which>last|this|next|previous) (?P<unit>year|month|summer|week))\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:[Bb]etween|[Ff]rom) (?:early |late |mid-?)?"
    r"(?P<first>[^\W\d_]{3,9}\.?(?: \d{1,2})?(?:,? \d{4})?|\d{1,2} [^\W\d_]{3,9}|\d{4})"
    r",? (?:and|to|until|till|through) (?:early |late |mid-?)?$"
)
_RELATIVE_WORDS = frozenset({"yesterday", "today", "tomorrow", "last", "this", "next", "previous"})


def dates(text: str, tokens: Sequence[Token], present: AbstractSet[str], today: str) -> list[Span]:
    """All dates of a sentence, by start.

    ``present`` are the sentence's words in lower case; ``today`` is the document's date (ISO, may be short or empty).
    """
    found: list[Span] = []
    now = _parse(today)
    for token in tokens:
        if token.flags & CALENDAR:
            span = _month(text, token, now) if token.key in _MONTHS else _weekday(text, token, now)
            if span and _free(span, found):
                found.append(span)
    year = "19" in text or "20" in text
    for m in _NUMERIC.finditer(text) if "/" in text or (year and "-" in text) else ():
        span = _numeric(m)
        if span and _free(span, found):
            found.append(span)
    for m in _YEAR.finditer(text) if year else ():
        span = _span(m.start(), m.end(), m[0], "year")
        if _free(span, found) and not _NO_YEAR.match(text, m.end()):
            found.append(span)
    if now and not _RELATIVE_WORDS.isdisjoint(present):
        found += [span for m in _RELATIVE.finditer(text) if (span := _relative(m, now)) and _free(span, found)]
    found.sort(key=lambda span: span.start)
    found = _without_weekdays(text, found) if len(found) > 1 else found
    return _without_periods(text, found) if {"between", "from"} & present else found


@lru_cache(maxsize=16)
def _parse(today: str) -> date | None:
    """The document's date; in the middle of a month or year that is all that is known."""
    try:
        if len(today) >= 10:
            return date.fromisoformat(today[:10])
        return date(int(today[:4]), int(today[5:7] or 6), 15) if today else None
    except ValueError:
        return None


def _span(start: int, end: int, name: str, rule: str, last: str = "") -> Span:
    properties: dict[str, Value] = {"last": last} if last else {}
    return Span(start, end, "date", name, start, end, 1.0, f"date: {rule}", properties)


def _free(span: Span, found: Sequence[Span]) -> bool:
    return not any(s.start < span.end and span.start < s.end for s in found)


def _month(text: str, token: Token, now: date | None) -> Span | None:
    """A date around a month's name: "June 30, 2005", "6 November", "March 23-25", "May 2009", "in May"."""
    month, start = _MONTHS[token.key], token.start
    after = _AFTER_MONTH.match(text, token.end)
    day, last, tail, end = "", "", "", token.end
    if after:
        day, last, tail = after["day"] or "", after["last"] or "", after["year1"] or after["year2"] or ""
        end = after.end() if day or tail else token.end
    if not day:
        head = _BEFORE_MONTH.search(text, max(0, start - 16), start)
        if head:
            day, last, start = head["day"], head["last"] or "", head.start()
    if not day and not tail:
        lead = text[max(0, start - 6) : start]
        if token.key in _DOUBTFUL and not _is_month(text, start, end):
            return None
        if lead.endswith(("last ", "this ", "next ")):
            return _named_month(start - 5, end, month, now, lead[-5:-1])
    year = int(tail[-4:]) if tail else _nearest_year(month, int(day or 15), now)
    if year is None or (day and not 1 <= int(day) <= 31):
        return None
    name = f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    until = f"{year}-{month:02d}-{int(last):02d}" if last and day and int(day) < int(last) <= 31 else ""
    return _span(start, end, name, "month", until)


def _is_month(text: str, start: int, end: int) -> bool:
    """Tell a month from a word or name that looks like one: a preposition before it, no surname behind it."""
    return bool(_PREPOSITION.search(text, max(0, start - 12), start)) and not _SURNAME.match(text, end)


def _named_month(start: int, end: int, month: int, now: date | None, which: str) -> Span | None:
    """A month with its year told by a word: "last March", "this March", "next March"."""
    if now is None:
        return None
    year = now.year
    if which == "last" and month >= now.month:
        year -= 1
    elif which == "next" and month <= now.month:
        year += 1
    return _span(start, end, f"{year}-{month:02d}", "month")


def _nearest_year(month: int, day: int, now: date | None) -> int | None:
    """The year that a reader means by a date without one: the nearest, and the past rather than the future."""
    if now is None:
        return None
    distances = [
        ((date(year, month, min(day, 28)) - now).days, year) for year in (now.year - 1, now.year, now.year + 1)
    ]
    return min((days * 4 if days > 0 else -days, year) for days, year in distances)[1]


def _weekday(text: str, token: Token, now: date | None) -> Span | None:
    """The last such day, the document's own day included."""
    if now is None or token.key not in _WEEKDAYS or text.endswith("the ", 0, token.start):
        return None
    if token.key in _DOUBTFUL and not _PREPOSITION.search(text, max(0, token.start - 12), token.start):
        return None
    back = (now.weekday() - _WEEKDAYS[token.key]) % 7
    day = now + timedelta(days=7 - back) if text.endswith("next ", 0, token.start) else now - timedelta(days=back)
    return _span(token.start, token.end, day.isoformat(), "weekday")


def _numeric(m: re.Match[str]) -> Span | None:
    if m[4]:
        year, month, day = int(m[4]), int(m[5]), int(m[6])
    else:
        month, day, year = int(m[1]), int(m[2]), int(m[3])
        year += 0 if year > 99 else 1900 if year > 60 else 2000
        if month > 12:
            month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _span(m.start(), m.end(), f"{year}-{month:02d}-{day:02d}", "digits")


def _relative(m: re.Match[str], now: date) -> Span | None:
    """Yesterday, last month …: as precise as these words are, and nothing where they do not settle it."""
    if m["day"]:
        day = now + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[m["day"].lower()])
        return _span(m.start(), m.end(), day.isoformat(), "relative")
    step = {"last": -1, "previous": -1, "next": 1}.get(m["which"].lower(), 0)
    unit = m["unit"].lower()
    name = ""
    if unit == "year":
        name = str(now.year + step)
    elif unit == "month":
        months = now.year * 12 + now.month - 1 + step
        name = f"{months // 12}-{months % 12 + 1:02d}"
    elif unit == "week":
        monday = now + timedelta(days=7 * step - now.weekday())
        name = f"{monday:%Y-%m}" if monday.month == (monday + timedelta(days=6)).month else ""
    return _span(m.start(), m.end(), name, "relative") if name else None


def _without_periods(text: str, found: list[Span]) -> list[Span]:
    """Make "between January and May 2007" one date, as precise as what its ends share, or none."""
    kept: list[Span] = []
    for span in found:
        period = _PERIOD.search(text, max(0, span.start - 40), span.start)
        if not period:
            kept.append(span)
            continue
        first = next((s for s in kept if s.start == period.start("first")), None)
        kept = [s for s in kept if s.start < period.start("first")]
        words = period["first"].lower().replace(".", "").replace(",", "").split()
        month = next((_MONTHS[word] for word in words if word in _MONTHS), 0)
        dated = first is not None and first.name[:4] in period["first"]
        opening = first.name if first and dated else f"{span.name[:4]}-{month:02d}" if month else ""
        name = _shared(opening, span.name)
        if name:
            kept.append(_span(period.start("first"), span.end, name, "period"))
        elif not opening:
            kept.append(span)
    return kept


def _shared(first: str, last: str) -> str:
    """The parts that two dates share: "2007" of 2007-01 and 2007-05."""
    parts = zip(first.split("-"), last.split("-"), strict=False)
    return "-".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], parts))


def _without_weekdays(text: str, found: list[Span]) -> list[Span]:
    """Make "Wednesday, September 12" one date."""
    kept: list[Span] = []
    for span in found:
        before = kept[-1] if kept else None
        absolute = span.rule in ("date: month", "date: digits")
        gap = text[before.end : span.start] if before and absolute and before.rule == "date: weekday" else ""
        if before and gap in (", ", " ", ", the ", " on ", " the "):
            last = str(span.properties.get("last", ""))
            kept[-1] = _span(before.start, span.end, span.name, span.rule.removeprefix("date: "), last)
        else:
            kept.append(span)
    return kept
