"""Section headings: the lines between two paragraphs that belong to neither."""

import re

from graph.documents.cable.words import PAGE_BREAK, one_line

__all__ = ["cut_heading", "is_rule"]

_RULE = re.compile(r"[-=_*~.+][-=_*~.+\s\\]{2,200}")
_INLINE_RULED = re.compile(
    r"-{4,}[ \t]*+(?P<heading>[^-\n]{2,90}?)[ \t]*+-{4,}[-\s\\]*+\Z|(?P<tail>[^\n]{2,200}?)[ \t]-{5,}[- \t\\]*+\s*+\Z"
)
_SENTENCE = re.compile(
    r"""[.!?:]["”')]{0,2}\s{1,4}(?=[A-Z“"(])|\b(?i:END (?:SUMMARY|COMMENT|NOTE))\b[.)]{0,2}\s{1,4}"""
)
_FINISHED = re.compile(r"""[.!?:*…"”’')\]][ \t\\]*$""")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TAIL = 500  # characters in which the headings of the next paragraph stand
_LONGEST_LINE = 90
_LINES = 3  # of one heading
_HEADINGS = 3  # above each other
_Line = tuple[int, str]  # where it begins, and its text without blanks around it


def is_rule(line: str) -> bool:
    """Recognise a line that is drawn: ``------``, ``- - - -``."""
    return _RULE.fullmatch(line) is not None


def cut_heading(text: str, start: int, end: int, *, opening: bool = False) -> tuple[int, str]:
    """Cut headings off the end of ``text[start:end]``; return where the text before them ends, and the last heading.

    ``opening``: the text is what stands between a cable's header and its first paragraph, which may be a heading only.
    """
    tail_start = max(start, end - _TAIL)
    tail = text[tail_start:end].rstrip()
    if not tail or (tail[-1] == "." and "---" not in tail[-200:]):
        return tail_start + len(tail), ""
    lines = _lines(tail, tail_start)
    heading = ""
    for _ in range(_HEADINGS):
        _drop_blank(lines)
        kept, found = _last_heading(lines, at_start=opening and tail_start == start)
        if not found:
            break
        lines, heading = kept, heading or found
    _drop_blank(lines)
    while lines and is_rule(lines[-1][1]):
        lines.pop()
        _drop_blank(lines)
    stop = lines[-1][0] + len(lines[-1][1]) if lines else tail_start
    if not heading:
        return _inline(text, tail_start, stop)
    return stop, heading


def _lines(tail: str, offset: int) -> list[_Line]:
    found = []
    for line in tail.split("\n"):
        bare = line.strip(" \t\r\xa0\\")
        found.append((offset + (line.index(bare) if bare else 0), bare))
        offset += len(line) + 1
    return found


def _drop_blank(lines: list[_Line]) -> None:
    while lines and (not lines[-1][1] or PAGE_BREAK.fullmatch(lines[-1][1])):
        lines.pop()


def _last_heading(lines: list[_Line], *, at_start: bool) -> tuple[list[_Line], str]:
    """Read one heading off the end of the lines: underlined, or one that stands alone and looks like one."""
    i = len(lines)
    underlined = False
    while i and (not lines[i - 1][1] or is_rule(lines[i - 1][1])):
        underlined = underlined or bool(lines[i - 1][1])
        i -= 1
    bottom = i
    while i and bottom - i <= _LINES and lines[i - 1][1] and not is_rule(lines[i - 1][1]):
        i -= 1
    words = [line for _, line in lines[i:bottom]]
    if not 1 <= len(words) <= _LINES or any(len(line) > _LONGEST_LINE for line in words):
        return lines, ""
    before = next((line for _, line in reversed(lines[:i]) if line), "")
    framed = is_rule(before)
    alone = at_start if not before else (framed or _FINISHED.search(before) is not None)
    if not _is_heading(words, underlined=underlined or framed, alone=alone):
        return lines, ""
    if framed and underlined:
        while i and (not lines[i - 1][1] or is_rule(lines[i - 1][1])):
            i -= 1
    return lines[:i], one_line(" ".join(words))


def _is_heading(lines: list[str], *, underlined: bool, alone: bool) -> bool:
    words = _WORD.findall(" ".join(lines))
    if not words or len(words) > 24:
        return False
    if underlined:
        return not (lines[-1].endswith(".") and len(words) > 6) or " ".join(lines).isupper()
    if not alone or len(lines) > 2 or lines[-1][-1] in ".,;" or len(words) > 16 or "  " in lines[0].strip():
        return False
    long = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    return (
        words[0][0].isupper() and capital * 10 >= len(long) * 6 and not lines[-1].endswith(":") | (lines[0][0] in "-*•")
    )


def _inline(text: str, start: int, end: int) -> tuple[int, str]:
    """Cut a heading that was printed on the last line of the paragraph, with its rule: ``... text. Heading -------``."""
    if "----" not in text[max(start, end - 120) : end]:
        return end, ""
    match = _INLINE_RULED.search(text, max(start, end - 300), end)
    if not match:
        return end, ""
    if match["heading"]:
        return start + len(text[start : match.start()].rstrip(" \t\r\n-")), one_line(match["heading"])
    begin = match.start("tail")
    for sentence in _SENTENCE.finditer(text, begin, match.end("tail")):
        begin = sentence.end()
    heading = one_line(text[begin : match.end("tail")])
    if len(heading) > _LONGEST_LINE + 60:
        return end, ""
    return start + len(text[start:begin].rstrip()), heading
