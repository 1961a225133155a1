"""Who signed a cable, and where its text ends: the surname is its last word."""

import re

from graph.documents.cable.vocabulary import vocabulary
from graph.documents.cable.words import is_page_break

__all__ = ["signature"]

_TRAILER = re.compile(
    r"""={1,99}\s?CABLE\sENDS\s?={1,99} | N{4} | \#{1,9} | BT | [\W_]{1,99} | \d{1,5}
      | (?:SENSITIVE\sBUT\s)?UNCLASSIFIED | CONFIDENTIAL | SECRET(?://?NOFORN)? | UNCLAS | SBU
      | END\sOF\s(?:CABLE|MESSAGE|TRANSMISSION)""",
    re.VERBOSE | re.IGNORECASE,
)
_JUNK = " \t\r\n\xa0.…\"',;\\*_=-#“”"
_BEHIND = re.compile(r"(?:\s(?:19|20)\d{2}-\d{2}-\d{2}|,\s?(?i:ACTING|A\.?I\.?|CHARG[EÉ]|CDA))$")
_WORD = r"(?:(?:[DO],)?[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]{1,24}|[a-z]{2,3}|[A-Z]\.?)"
_TITLE = r"(?:(?i:ACTING|CDA|CHARG[EÉ]|D'AFFAIRES|AMBASSADOR|AMB|A?/?DCM|CONSUL|GENERAL|CG)\.?[ ]{1,3})"
_LINE = re.compile(rf"{_TITLE}{{0,3}}{_WORD}(?:[ ]{{1,3}}{_WORD}){{0,2}}")
_INLINE = re.compile(
    r"(?:[.!?:;)\]\"”*…/]|\b[Xx]{4,40}|\b(?i:END (?:COMMENT|NOTE|SUMMARY|TEXT|MESSAGE|CABLE)|CONSIDERED))[\s*]{1,4}"
    rf"(?P<name>{_TITLE}{{0,2}}{_WORD}(?:[ ]{_WORD})?)$"
)
_SENTENCE_END = re.compile(r"""(?:[.!?:)\]"”*…/_=-]|[Xx]{4}|(?i:END (?:COMMENT|NOTE|SUMMARY|TEXT|MESSAGE)))\s{0,3}$""")
_INITIAL = re.compile(r"[A-Z]\.?")
_MASK = re.compile(r"[Xx]{4,40} ")
_ADVERTISEMENT = 350  # characters that the note on the post's web site may have
_SENSE = re.compile(r"[a-z]{3}|\d\.|\)")  # in a line that is no rubbish
_TAIL = 800
_BELOW = 60  # characters of rubbish that may stand below the signature


def signature(text: str, start: int, end: int) -> tuple[str, int, int, int]:
    """Find the signature at the end of ``text[start:end]``; return it, its span, and where the text before it ends."""
    lines = _lines(text, max(start, end - _TAIL), end)
    while lines and (_TRAILER.fullmatch(lines[-1][1]) or is_page_break(lines[-1][1])):
        lines.pop()
    below = 0
    for i in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        line = _BEHIND.sub("", lines[i][1].rstrip(_JUNK)).rstrip(_JUNK).lstrip('"“')
        before = _line_before(text, lines, i)
        printed = _whole_line(line, before, below=bool(below)) or ("" if below else _inline(line))
        if printed:
            name = _without_titles(printed)
            behind = lines[i][0] + lines[i][1].index(line) + len(line)
            before_it = behind - len(name if _MASK.match(printed) else printed)
            return name, behind - len(name), behind, _trim(text, start, before_it)
        below += len(line)
        if below > _BELOW or is_page_break(line) or _SENSE.search(line):
            break
    last = lines[-1][0] + len(lines[-1][1]) if lines else start
    return "", last, last, _trim(text, start, last)


def _line_before(text: str, lines: list[tuple[int, str]], i: int) -> str:
    """Return the line above, "" where a blank line or a page break stands between."""
    if not i or is_page_break(lines[i - 1][1]):
        return ""
    position, line = lines[i - 1]
    return line if text.count("\n", position + len(line), lines[i][0]) < 2 else ""


def _lines(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Lines that are not blank, without the blanks around them, with their offsets."""
    found = []
    position = start
    for line in text[start:end].split("\n"):
        bare = line.strip()
        if bare:
            found.append((position + line.index(bare), bare))
        position += len(line) + 1
    return found


def _whole_line(line: str, before: str, *, below: bool) -> str:
    """Read a line that is a name; in capitals where rubbish stands below it or the line above is not finished."""
    if not line or len(line) > 50 or not _LINE.fullmatch(line) or not _is_name(_without_titles(line)):
        return ""
    finished = not before or _SENTENCE_END.search(before) is not None
    capitals = _without_titles(line).isupper()
    return line if (finished and (capitals or not below)) or (capitals and not below and not before.isupper()) else ""


def _inline(line: str) -> str:
    match = _INLINE.search(line[-100:])
    return match["name"] if match and _is_name(_without_titles(match["name"])) else ""


def _without_titles(name: str) -> str:
    parts = name.split()
    while len(parts) > 1 and (
        "/" in parts[0]
        or parts[0].lower().strip(".") in vocabulary("titles")
        or set(parts[0].upper()) == {"X"}
        or _INITIAL.fullmatch(parts[0])
    ):
        parts = parts[1:]
    given = max((i for i, part in enumerate(parts[:-1]) if _INITIAL.fullmatch(part)), default=-1)
    parts = parts[given + 1 :]
    return name[name.index(parts[0]) :] if parts else ""


def _is_name(name: str) -> bool:
    parts = name.split()
    if any(part.lower().strip(".") in vocabulary("no_signature") for part in parts):
        return False
    if any(part.islower() and part not in vocabulary("particles") for part in parts) or parts[-1].islower():
        return False
    long = max(len(part.strip(".'-")) for part in parts)
    return (
        long >= 2
        and set(name.upper()) != {"X"}
        and (name.isupper() or len(parts) <= 2 or parts[0].lower() in vocabulary("particles"))
    )


def _trim(text: str, start: int, end: int) -> int:
    """Go back over blanks, rulings and a line such as "Visit Embassy Exampleville's Classified Website"."""
    end = start + len(text[start:end].rstrip(" \t\r\n\\*"))
    position = max(
        text.rfind(word, max(start, end - _ADVERTISEMENT), end) for word in ("lassified Web", "LASSIFIED WEB")
    )
    if position >= 0:
        visit = max(text.rfind(word, max(start, position - 80), position) for word in ("Visit", "visit", "VISIT"))
        if visit >= 0:
            please = text[max(start, visit - 7) : visit].lower() == "please "
            return start + len(text[start : visit - 7 if please else visit].rstrip(" \t\r\n\\*"))
    return end
