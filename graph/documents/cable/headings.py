"""Section headings: the lines between two paragraphs that belong to neither."""

import re

from graph.documents.cable.words import is_page_break, one_line, without_page_break

__all__ = ["cut_heading", "is_rule"]

_DRAWN = frozenset("-=_*~.+")
_RULE = re.compile(r"[-=_*~.+][-=_*~.+\s\\]{2,200}")
_SENTENCE = re.compile(
    r"""[.!?:]["”')]{0,2}\s{1,4}(?=[A-Z“"(])|\b(?i:END (?:SUMMARY|COMMENT|NOTE))\b[.)]{0,2}\s{1,4}"""
)
_FINISHED = re.compile(
    r"""(?:[.!?:*…"”’')\]/]|\bEND (?:OF )?(?:SUMMARY|COMMENTS?|NOTE)(?: AND [A-Z]{4,12})?)[ \t\\]*$""", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TAIL = 400  # characters in which the headings of the next paragraph stand
_CLOSING = re.compile(r"\W{0,3}END (?:OF )?(?:SUMMARY|COMMENT|NOTE|TEXT)", re.IGNORECASE)
_ENTRY = re.compile(r":\s*\$?\d[\d,.]*$")  # of a table
_FEW = 5  # words of a heading that needs no capitals
_LEAST_RULE = 5  # characters of a rule on the heading's own line
_LONGEST_LINE = 90
_MOST_LINES = 12  # that are looked at
_LINES = 3  # of one heading
_HEADINGS = 3  # above each other
_BLANK, _RULED, _TEXT = range(3)  # kinds of lines; page breaks are as good as blank
_Line = tuple[int, str, int]  # where it begins, its text without blanks around it, its kind


def is_rule(line: str) -> bool:
    """Recognise a line that is drawn: ``------``, ``- - - -``."""
    return line[:1] in _DRAWN and _RULE.fullmatch(line) is not None


def cut_heading(text: str, start: int, end: int, *, opening: bool = False) -> tuple[int, str]:
    """Cut headings off the end of ``text[start:end]``; return where the text before them ends, and the last heading.

    ``opening``: the text is what stands between a cable's header and its first paragraph, which may be a heading only.
    """
    tail_start = max(start, end - _TAIL)
    if tail_start > start:  # the beginning of its line, or of what can be no heading
        tail_start = max(text.rfind("\n", start, tail_start) + 1, tail_start - _TAIL, start)
    tail = text[tail_start:end].rstrip()
    if not tail or (tail[-1] == "." and "---" not in tail[-200:]):
        return tail_start + len(tail), ""
    lines = _lines(tail, tail_start)
    heading = ""
    end = _up(lines, len(lines), _BLANK)
    for _ in range(_HEADINGS):
        top, found = _last_heading(lines, end, at_start=opening and tail_start == start)
        if not found:
            break
        end, heading = _up(lines, top, _BLANK), heading or found
    end = _up(lines, end, _RULED)
    stop = without_page_break(text, tail_start, lines[end - 1][0] + len(lines[end - 1][1])) if end else tail_start
    return (stop, heading) if heading else _inline(text, tail_start, stop)


def _lines(tail: str, offset: int) -> list[_Line]:
    if tail.count("\n") > _MOST_LINES:
        cut = len(tail)
        for _ in range(_MOST_LINES):
            cut = tail.rindex("\n", 0, cut)
        offset += cut + 1
        tail = tail[cut + 1 :]
    found = []
    for line in tail.split("\n"):
        bare = line.strip(" \t\r\xa0\\")
        if not bare:
            kind = _BLANK
        elif bare[0] in _DRAWN and _RULE.fullmatch(bare):
            kind = _RULED
        else:
            kind = _BLANK if is_page_break(bare) else _TEXT
        found.append((offset + (line.index(bare) if bare else 0), bare, kind))
        offset += len(line) + 1
    return found


def _up(lines: list[_Line], i: int, highest: int) -> int:
    """Go up from line ``i`` over lines of a kind not above ``highest``."""
    while i and lines[i - 1][2] <= highest:
        i -= 1
    return i


def _last_heading(lines: list[_Line], end: int, *, at_start: bool) -> tuple[int, str]:
    """Read one heading off the end of ``lines[:end]``: underlined, or one that stands alone and looks like one.

    Return the index of its first line, and the heading; ("" where there is none).
    """
    bottom = _up(lines, end, _RULED)
    underlined = _is_ruled(lines, bottom, end)
    top = bottom
    while top and lines[top - 1][2] == _TEXT:
        top -= 1
        if underlined and top + 1 < bottom and _FINISHED.search(lines[top][1]):
            top += 1  # the text before it has no blank line behind it
            break
    words = [line for _, line, _ in lines[top:bottom]]
    if words and words[-1].endswith("---"):  # its rule stands on the same line
        words[-1], underlined = words[-1].rstrip("- "), True
        if _SENTENCE.search(words[-1]):
            return end, ""  # and behind the end of the text
    if not 1 <= len(words) <= _LINES or not words[-1] or max(map(len, words)) > _LONGEST_LINE:
        return end, ""
    above = _up(lines, top, _RULED)
    framed = _is_ruled(lines, above, top)
    alone = framed or (_FINISHED.search(lines[above - 1][1]) is not None if above else at_start)
    if not _is_heading(words, underlined=underlined or framed, alone=alone):
        return end, ""
    return above if framed and underlined else top, one_line(" ".join(words)).strip("-=_*~: ")


def _is_ruled(lines: list[_Line], start: int, end: int) -> bool:
    return any(kind == _RULED for _, _, kind in lines[start:end])


def _is_heading(lines: list[str], *, underlined: bool, alone: bool) -> bool:
    line = " ".join(lines)
    words = _WORD.findall(line)
    if not words or len(words) > 24 or _CLOSING.match(line):
        return False
    if underlined:
        return not (line.endswith(".") and len(words) > 6) or line.isupper()
    if not alone or len(lines) > 2 or len(words) > 16 or "  " in line or _ENTRY.search(line) or line[0] in "-*•":
        return False
    if line[-1] in ".,;" or (line[-1] == ":" and not line.isupper()):
        return False
    long = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    return words[0][0].isupper() and (capital * 10 >= len(long) * 6 or len(words) <= _FEW)


def _inline(text: str, start: int, end: int) -> tuple[int, str]:
    """Cut a heading that was printed on the paragraph's last line, with its rule: ``... text. Heading -------``."""
    begin = max(start, text.rfind("\n", start, end) + 1, end - 400)
    line = text[begin:end].rstrip(" \t-")
    if end - begin - len(line) < _LEAST_RULE:
        return end, ""
    framed = line.rfind("----") + 4
    cut = framed if framed > 3 else max((sentence.end() for sentence in _SENTENCE.finditer(line)), default=0)
    heading = one_line(line[cut:].strip(" -"))
    if not heading or len(heading) > _LONGEST_LINE + 60:
        return end, ""
    return start + len(text[start : begin + cut].rstrip(" \t\r\n-")), heading
