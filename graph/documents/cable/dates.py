"""Dates in a cable's header, as ISO 8601."""

import re

__all__ = ["MONTHS", "century", "date_time_group", "declassification", "iso"]

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DTG = re.compile(
    r"(\d\d)\d{4}Z?[ \t]{0,4}(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}[ \t]{0,4}(\d{4}|\d{2})\b"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d{2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<d>\d{1,2})|(?P<a>\d{1,2})\s?[/.-]{1,2}\s?(?P<b>\d{1,2})\s?[/.-]{1,2}\s?(?P<c>(?:19|20)\d{2}|\d{2}))(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_NAMED = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:ST|ND|RD|TH)?[ ,-]{0,3}(?P<m1>[A-Z]{3,9})\.?[ ,-]{0,3}(?P<y1>\d{4})"
    r"|(?P<m2>[A-Z]{3,9})\.?[ ]{1,3}(?P<d2>\d{1,2})(?:ST|ND|RD|TH)?[ ,]{1,3}(?P<y2>\d{4}))\b",
    re.IGNORECASE,
)
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def century(year: int) -> int:
    """Complete a year of two digits: cables begin in 1966."""
    return year if year >= 100 else year + (1900 if year >= 66 else 2000)


def iso(year: int, month: int, day: int) -> str:
    """Write a date, or "" where there is no such day."""
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= _DAYS[month] else ""


def date_time_group(text: str, start: int, end: int) -> str:
    """Read the first date-time group (``241230Z NOV 09``) in ``text[start:end]``."""
    for match in _DTG.finditer(text, start, end):
        if date := iso(century(int(match[3])), MONTHS[match[2].lower()], int(match[1])):
            return date
    return ""


def declassification(text: str) -> str:
    """Read the date behind DECL; "" for codes such as OADR and X1. Two-digit years are in this century, as DECL is."""
    if match := _NUMERIC.search(text):
        if match["y"]:
            return iso(int(match["y"]), int(match["m"]), int(match["d"]))
        year = int(match["c"])
        year = year if year > 99 else 2000 + year - (100 if year >= 80 else 0)
        first, second = int(match["a"]), int(match["b"])
        return iso(year, first, second) or iso(year, second, first)
    if match := _COMPACT.search(text):
        return iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _NAMED.search(text):
        name = (match["m1"] or match["m2"])[:3].lower()
        return iso(int(match["y1"] or match["y2"]), MONTHS.get(name, 0), int(match["d1"] or match["d2"]))
    return ""
