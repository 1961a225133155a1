"""When an article was published, in the forms that newspapers print."""

import re

__all__ = ["day", "published"]

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12, "ene": 1, "abr": 4, "ago": 8, "dic": 12,  # the last four in Spanish
}  # fmt: skip
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.?"
)
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
        (?P<y1>(?:19|20)\d{{2}})(?P<mark1>[/.-])(?P<m1>\d{{1,2}})(?P=mark1)(?P<d1>\d{{1,2}})(?:T\d[\d:.+Z-]{{1,30}})?
      | (?P<n2>{_NAME})\s{{1,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y2>(?:19|20)\d{{2}})
      | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof|\sde)?[\s-]{{1,3}}(?P<n3>{_NAME}),?(?:\sdel?)?[\s-]{{1,3}}
        (?P<y3>(?:19|20)\d{{2}}|\d{{2}}(?!\d))
      | (?P<a4>\d{{1,2}})(?P<mark>[/.-])(?P<b4>\d{{1,2}})(?P=mark)(?P<y4>(?:19|20)\d{{2}}|\d{{2}})
      | (?P<n5>{_NAME}),?\s(?P<y5>(?:19|20)\d{{2}})
    )(?![\w/])""",
    re.VERBOSE | re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<![\w/.-])(?:{_NAME}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:\sde)?\s{_NAME})(?![\w/])", re.IGNORECASE
)
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def published(line: str) -> tuple[str, int, int]:
    """Find the first date in a line; return it as ISO 8601, as precise as it is printed, and where it stands.

    Month and day as in the United States ("09/13/12"), unless that is no date. ("", 0, 0) where there is none.
    """
    for match in _DATE.finditer(line):
        if date := _iso(match):
            return date, match.start(), match.end()
    return "", 0, 0


def day(line: str) -> tuple[str, int, int]:
    """Find the first date, or a day without a year, for which the date is ""; (0, 0) only where there is neither."""
    date, start, end = published(line)
    if not date and (match := _YEARLESS.search(line)):
        return "", match.start(), match.end()
    return date, start, end


def _iso(match: re.Match[str]) -> str:
    if match["y1"]:
        return _day(match["y1"], int(match["m1"]), int(match["d1"]))
    if match["n2"]:
        return _day(match["y2"], _month(match["n2"]), int(match["d2"]))
    if match["n3"]:
        return _day(match["y3"], _month(match["n3"]), int(match["d3"]))
    if match["n5"]:
        return f"{match['y5']}-{_month(match['n5']):02d}"
    first, second = int(match["a4"]), int(match["b4"])
    return _day(match["y4"], first, second) or _day(match["y4"], second, first)


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _day(year: str, month: int, day: int) -> str:
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 60 else 2000)
    return f"{full}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= _DAYS[month] else ""
