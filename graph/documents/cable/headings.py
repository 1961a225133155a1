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
_Line = tuple[int, str]  # where it begins, and its text without blanks around it


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
    stop = without_page_break(text, tail_start, lines[-1][0] + len(lines[-1][1])) if lines else tail_start
    if not heading:
        return _inline(text, tail_start, stop)
    return stop, heading


def _lines(tail: str, offset: int) -> list[_Line]:
    found = []
    if tail.count("\n") > _MOST_LINES:
        cut = len(tail)
        for _ in range(_MOST_LINES):
            cut = tail.rindex("\n", 0, cut)
        offset += cut + 1
        tail = tail[cut + 1 :]
    for line in tail.split("\n"):
        bare = line.strip(" \t\r\xa0\\")
        found.append((offset + (line.index(bare) if bare else 0), bare))
        offset += len(line) + 1
    return found


def _drop_blank(lines: list[_Line]) -> None:
    while lines and (not lines[-1][1] or is_page_break(lines[-1][1])):
        lines.pop()


def _last_heading(lines: list[_Line], *, at_start: bool) -> tuple[list[_Line], str]:
    """Read one heading off the end of the lines: underlined, or one that stands alone and looks like one."""
    bottom, underlined = _above_rules(lines, len(lines))
    top = bottom
    while top and lines[top - 1][1] and not _is_between(lines[top - 1][1]):
        top -= 1
        if underlined and top + 1 < bottom and _FINISHED.search(lines[top][1]):
            top += 1  # the text before it has no blank line behind it
            break
    words = [line for _, line in lines[top:bottom]]
    if words and words[-1].endswith("---"):  # its rule stands on the same line
        words[-1], underlined = words[-1].rstrip("- "), True
        if _SENTENCE.search(words[-1]):
            return lines, ""  # and behind the end of the text
    if not 1 <= len(words) <= _LINES or not words[-1] or any(len(line) > _LONGEST_LINE for line in words):
        return lines, ""
    above, framed = _above_rules(lines, top)
    alone = framed or (_FINISHED.search(lines[above - 1][1]) is not None if above else at_start)
    if not _is_heading(words, underlined=underlined or framed, alone=alone):
        return lines, ""
    return lines[: above if framed and underlined else top], one_line(" ".join(words)).strip("-=_*~: ")


def _above_rules(lines: list[_Line], i: int) -> tuple[int, bool]:
    """Go up over blank lines, page breaks and rules; tell whether there was a rule."""
    ruled = False
    while i and (not lines[i - 1][1] or _is_between(lines[i - 1][1])):
        ruled = ruled or is_rule(lines[i - 1][1])
        i -= 1
    return i, ruled


def _is_between(line: str) -> bool:
    return is_rule(line) or is_page_break(line)


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
