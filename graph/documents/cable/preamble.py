"""What stands before a cable's caption: rows of archives, blocks of metadata, and the transmission header."""

import re
from dataclasses import dataclass

from graph.documents.cable.dates import MONTHS, date_time_group, iso
from graph.documents.cable.layout import Layout
from graph.documents.cable.words import CLASSES

__all__ = ["Preamble", "preamble"]

_ID = r"\d{2}[A-Z][A-Z0-9-]{1,40}?\d{1,7}"
_FIRST_LINE = re.compile(rf"\s{{0,99}}(?P<id>{_ID})[ \t\r]*(?:\n|\Z)")
_PAGE_ROW = re.compile(
    rf"Reference ID[^\n]{{0,200}}\n\s{{0,99}}(?P<id>{_ID})\s{{1,9}}(?P<date>\d{{4}}-\d\d-\d\d)[^\n]{{0,60}}?\s"
    rf"(?P<class>{CLASSES})[ \t]{{1,9}}(?P<origin>[A-Z][^\n\t]{{2,60}})",
    re.IGNORECASE,
)
_TEXT_ROW = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?P<month>[A-Z][a-z]{2})\s{1,2}(?P<day>\d{1,2}) [\d:]{8} [+-]?\w{3,5} "
    rf"(?P<year>\d{{4}})[ \t\r]*\n(?P<class>{CLASSES})[ \t\r]*\n(?P<origin>[A-Z][^\n]{{2,60}})",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"^(?P<key>date|refid|origin|classification):[ \t]{0,40}(?P<value>\S(?:[^\n]{0,200}\S)?)",
    re.MULTILINE | re.IGNORECASE,
)
_TABLE_ROW = re.compile(
    rf"(?P<date>\d{{4}}-\d\d-\d\d)(?: [\d:]{{5,8}})?[ \t\r]*\n(?P<id>{_ID})[ \t\r]*\n"
    rf"(?P<origin>[A-Z][^\n]{{2,60}})\n(?P<class>{CLASSES})"
)
_FROM = re.compile(r"^[ \t]*(?:FM|From:?)[ \t]{1,9}(?:R[A-Z]{5,7}/)?(?P<post>[A-Z][A-Z .'/-]{2,50})", re.MULTILINE)
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_KINDS = (
    ("AMEMBASSY", "Embassy"),
    ("AMCONSUL", "Consulate"),
    ("AMCONGEN", "Consulate"),
    ("USINT", "US Interests Section"),
    ("USMISSION", "Mission"),
    ("USOFFICE", "Office"),
    ("REO", "REO"),
)
_CAPITALS = frozenset({"USUN", "USNATO", "USEU", "USOSCE", "UNVIE", "UN", "AIT", "RPO", "US", "EU", "NATO", "OSCE"})
_FIRST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Preamble:
    """What it says; "" for what it does not say."""

    id: str = ""
    date: str = ""  # of the date-time group, else of the row
    classification: str = ""
    origin: str = ""
    title: str = ""  # the archive's: often only the first line of the subject
    origin_span: tuple[int, int] = (-1, -1)
    title_span: tuple[int, int] = (-1, -1)
    end: int = 0  # of the row


def preamble(text: str, layout: Layout) -> Preamble:
    """Read the rows before the caption and the transmission header."""
    head = text[: max(layout.start, min(_FIRST_LINES, len(text)))]
    row = _PAGE_ROW.search(head, 0, _FIRST_LINES) or _TEXT_ROW.search(head, 0, _FIRST_LINES)
    first = _FIRST_LINE.match(head)
    table = None if row else _TABLE_ROW.search(head)
    block = {} if row or table else {match["key"].lower(): match for match in _BLOCK.finditer(head)}
    said = row or table
    identity = (said.groupdict().get("id") if said else "") or (first["id"] if first else "") or _value(block, "refid")
    date = date_time_group(text, 0, layout.start) if layout.caption else ""
    origin, span = _origin(text, said, block, layout)
    title_span = _title(text, first, row)
    return Preamble(
        identity or "", date or _row_date(said, _value(block, "date")),
        said["class"].strip() if said else _value(block, "classification"),
        origin, text[slice(*title_span)] if title_span[0] >= 0 else "", span, title_span,
        row.end() if row else first.end() if first else 0,
    )  # fmt: skip


def _value(block: dict[str, re.Match[str]], key: str) -> str:
    return block[key]["value"].strip() if key in block else ""


def _row_date(row: re.Match[str] | None, stated: str) -> str:
    if row is None:
        match = _US_DATE.search(stated)
        return iso(int(match[3]), int(match[1]), int(match[2])) if match else ""
    said = row.groupdict()
    return said.get("date") or iso(int(said["year"]), MONTHS.get(said["month"].lower(), 0), int(said["day"]))


def _origin(
    text: str, row: re.Match[str] | None, block: dict[str, re.Match[str]], layout: Layout
) -> tuple[str, tuple[int, int]]:
    if row:
        value = row["origin"].rstrip()
        return value, (row.start("origin"), row.start("origin") + len(value))
    if "origin" in block:
        return _value(block, "origin"), block["origin"].span("value")
    match = _FROM.search(text, 0, layout.start or min(len(text), _FIRST_LINES))
    if match is None:
        return "", (-1, -1)
    sender = match["post"].rstrip()
    return _post(sender), (match.start("post"), match.start("post") + len(sender))


def _post(sender: str) -> str:
    """Write a sender as archives do: ``AMEMBASSY LA PAZ`` → ``Embassy La Paz``."""
    if sender.startswith("SECSTATE"):
        return "Secretary of State"
    for prefix, kind in _KINDS:
        if sender.startswith(prefix + " "):
            return f"{kind} {_title_case(sender.removeprefix(prefix))}"
    return _title_case(sender)


def _title_case(name: str) -> str:
    return " ".join(word if word in _CAPITALS else word.capitalize() for word in name.split())


def _title(text: str, first: re.Match[str] | None, row: re.Match[str] | None) -> tuple[int, int]:
    """Where the archive's title stands: the line between the id and the date of the text rendering."""
    if not first or not row or "month" not in row.groupdict():
        return -1, -1
    between = text[first.end() : row.start()]
    bare = between.strip()
    begin = first.end() + between.index(bare)
    return (begin, begin + len(bare)) if bare and "\n" not in bare else (-1, -1)
