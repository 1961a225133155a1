"""Periods as people type them: a first and a last day, month or year."""

import re
from datetime import date

from graph.errors import InputError

__all__ = ["check_date", "check_period"]

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def check_period(since: str, until: str) -> None:
    """Refuse what is no date, and an end before the start; empty is open.

    Dates are ISO 8601 and as precise as one likes: until "2009" is until its last day.

    Raises:
        InputError: one is no date, or nothing can be since the one and until the other.
    """
    for day in (since, until):
        if day:
            check_date(day)
    if since and until and since > f"{until}-99":
        raise InputError(f"nothing is since {since} and until {until}")


def check_date(day: str) -> None:
    """Refuse what is no day, month or year.

    Raises:
        InputError: it is none.
    """
    if not _is_date(day):
        raise InputError(f"{day!r} is no date; write 2009-11-25, 2009-11 or 2009")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return True
