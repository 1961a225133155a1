"""Patterns and small text tools that all parts of the cable reader share."""

import re
from functools import lru_cache

__all__ = [
    "CLASSES",
    "is_page_break",
    "marking_at",
    "one_line",
    "without_page_break",
    "without_page_breaks",
]

_CAVEAT = (
    r"(?:NF|NOFORN|FOUO|OFFICIAL[ ]USE[ ]ONLY|SBU|REL|FGI|OC|ORCON|EXDIS|NODIS|LIMDIS|STADIS|PROPIN|PR|FRD|RD|ENTIRE)"
)
_MARKING = re.compile(
    rf"""\(\s{{0,2}}
    (?P<level>TS|SBU|SE|S|C|U|LOU|FOUO|CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS)
    (?P<caveats>
        \s{{0,2}}(?:/{{1,2}}|-|,)\s{{0,2}}[A-Za-z][A-Za-z ,/-]{{0,60}}?  # (S/NF), (C//REL TO USA, KEN//)
      | \s{{1,2}}{_CAVEAT}\b[A-Za-z ,/-]{{0,60}}?                         # (C NF), (S REL NATO)
    )?
    \s{{0,2}}/{{0,2}}\s{{0,2}}\)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A portion marking such as ``(S/NF)``; ``(U.S.)`` and ``(AFGHANISTAN)`` are none."""

_PAGES = r"\d{8}[ \t]{1,4}\d{3}(?:\.\d{1,2})?[ \t][Oo][Ff][ \t]\d{3}\b"
_PAGE_NUMBER = re.compile(_PAGES)
_PAGE_BREAK = re.compile(rf"[A-Za-z][A-Za-z .'-]{{1,30}} {_PAGES}[ \t\\]*+")
_JOINED_PAGE_BREAK = re.compile(
    rf"(?:(?<=\n)|\A)[ \t]*+[A-Za-z][A-Za-z .'-]{{1,30}} {_PAGES}"
    rf"|(?<!\w)[A-Z]{{2,20}}(?: [A-Z]{{2,12}}){{0,3}} {_PAGES}"
)

CLASSES = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)(?://[A-Z ]{2,40})?"
"""A classification as data bases spell it."""

_ENTIRE = re.compile(r"[\s/,-]{0,4}\b(?:entire|all)\b.{0,20}$", re.IGNORECASE | re.DOTALL)
_LONGEST_MARKING = 80
_LONG = {"CONFIDENTIAL": "C", "SECRET": "S", "UNCLASSIFIED": "U", "UNCLAS": "U"}
_AROUND = re.compile(r"\s{0,9}([/,-])\s{0,9}")
_BLANKS = re.compile(r"\s+")
_BROKEN_WORD = re.compile(r"-[ \t\r]{0,9}\n\s{0,20}(?=[^\W\d_])")


def marking_at(text: str, position: int, end: int) -> tuple[str, int]:
    """Read a marking that begins at ``position``; return it and where it ends, or ("", position).

    It is returned as printed, without the blanks around its signs: ``( C )`` → ``C``, ``(C//REL TO USA, KEN//)`` →
    ``C//REL TO USA,KEN``.
    """
    if not text.startswith("(", position):
        return "", position
    stop = text.find(")", position, min(end, position + _LONGEST_MARKING)) + 1
    marking = _tidy(text[position:stop])
    return (marking, stop) if marking else ("", position)


@lru_cache(maxsize=1024)
def _tidy(printed: str) -> str:
    match = _MARKING.fullmatch(printed)
    if match is None:
        return ""
    level, caveats = match["level"].upper(), match["caveats"]
    level = _LONG.get(level, level)
    if not caveats:
        return level
    return level + _AROUND.sub(r"\1", _BLANKS.sub(" ", _ENTIRE.sub("", caveats))).rstrip(" /")


def is_page_break(line: str) -> bool:
    """Recognise the line that a printer put between pages: ``EXAMPLEVILLE 00000123  002.2 OF 003``."""
    return line[-1:].isdecimal() and _PAGE_BREAK.fullmatch(line) is not None


def without_page_breaks(text: str) -> str:
    """Replace page-break lines, also those that were joined to a line, by a line break."""
    return _JOINED_PAGE_BREAK.sub("\n", text) if _PAGE_NUMBER.search(text) else text


def without_page_break(text: str, start: int, end: int) -> int:
    """Return where ``text[start:end]`` ends without a page-break line that was joined to its last line."""
    if not text[end - 1 : end].isdecimal():
        return end
    found = end
    for match in _JOINED_PAGE_BREAK.finditer(text, max(start, end - 60), end):
        if match.end() == end:
            found = start + len(text[start : match.start()].rstrip())
    return found


def one_line(text: str) -> str:
    """Unwrap: no line breaks, page breaks or backslashes, single blanks; a compound keeps its hyphen."""
    text = without_page_breaks(text)
    if "-\n" in text or "- \n" in text or "-\r" in text:
        text = _BROKEN_WORD.sub(lambda found: "-" if text[found.start() - 1].isalpha() else found[0], text)
    return " ".join(text.replace("\\", " ").split())
