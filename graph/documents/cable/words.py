"""Patterns and small text tools that all parts of the cable reader share."""

import re

__all__ = ["CLASSES", "MARKING", "PAGE_BREAK", "marking_at", "one_line", "tidy_marking"]

_CAVEAT = r"(?:NF|NOFORN|FOUO|OFFICIAL[ ]USE[ ]ONLY|SBU|REL|FGI|OC|ORCON|EXDIS|NODIS|LIMDIS|STADIS|AEA|PROPIN|PR|FRD|RD|ENTIRE|TEXT)"
MARKING = re.compile(
    rf"""\(\s{{0,2}}
    (?P<level>TS|SBU|SE|S|C|U|LOU|FOUO|CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS)
    (?P<caveats>
        \s{{0,2}}(?:/{{1,2}}|-|,)\s{{0,2}}[A-Za-z][A-Za-z ,/-]{{0,60}}?   # (S/NF), (C//REL TO USA, KEN//), (SBU - entire text)
      | \s{{1,2}}{_CAVEAT}\b[A-Za-z ,/-]{{0,60}}?                          # (C NF), (S REL NATO)
    )?
    \s{{0,2}}/{{0,2}}\s{{0,2}}\)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A portion marking such as ``(S/NF)``; ``(U.S.)`` and ``(AFGHANISTAN)`` are none."""

PAGE_BREAK = re.compile(
    r"[ \t\xa0]*\b[A-Za-z][A-Za-z .'-]{1,30} \d{8}[ \t]{1,4}\d{3}(?:\.\d{1,2})?[ \t]OF[ \t]\d{3}\b[ \t\\]*",
    re.IGNORECASE,
)
"""The line that a printer put between pages: ``EXAMPLEVILLE 00000453  002.2 OF 003``."""

CLASSES = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)(?://[A-Z ]{2,40})?"
"""A classification as data bases spell it."""

_ENTIRE = re.compile(r"[\s/,-]{0,4}\b(?:entire|all)\b.{0,20}$", re.IGNORECASE | re.DOTALL)
_LONG = {"CONFIDENTIAL": "C", "SECRET": "S", "UNCLASSIFIED": "U", "UNCLAS": "U"}
_AROUND = re.compile(r"\s{0,9}([/,-])\s{0,9}")
_BLANKS = re.compile(r"[\s\\]+")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_]-)[ \t]{0,9}\n\s{0,20}(?=[^\W\d_])")


def tidy_marking(match: re.Match[str]) -> str:
    """Return a marking as printed, without the blanks in it: ``( C )`` → ``C``, ``(C//REL TO USA, KEN//)`` → ``C//REL TO USA,KEN``."""
    level, caveats = match["level"].strip(), match["caveats"]
    level = _LONG.get(level.upper(), level)
    if not caveats:
        return level.upper()
    caveats = _ENTIRE.sub("", caveats)
    return level.upper() + _AROUND.sub(r"\1", _BLANKS.sub(" ", caveats)).rstrip(" /")


def marking_at(text: str, position: int, end: int) -> tuple[str, int]:
    """Read a marking that begins at ``position``; return it and where it ends, or ("", position)."""
    if not text.startswith("(", position):
        return "", position
    match = MARKING.match(text, position, end)
    return (tidy_marking(match), match.end()) if match else ("", position)


def one_line(text: str) -> str:
    """Unwrap: no line breaks, page-break lines or backslashes, single blanks; a compound broken at its hyphen is joined."""
    if " OF " in text or " of " in text:
        text = PAGE_BREAK.sub(" ", text)
    return _BLANKS.sub(" ", _BROKEN_WORD.sub("", text)).strip()
