"""The labelled fields of a cable's header: where each value stands.

Labels stand at the beginning of a line, or in its middle where the header was printed without line breaks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Header", "header"]

_NAMES = r"""(?:
        (?P<order>E\.?[ ]{0,2}O\.?[ ]{0,2}:?[ ]?1\d{3,4})
      | (?P<tags>TAGS?)
      | (?P<subject>SUB?J(?:EC?T?)?S?)
      | (?P<references>REF(?:S|TELS?|ERENCES?)?(?:\(S\))?)
      | (?P<classified_by>CLASS?I?F?I?E?D[ ]{0,3}BY|CLASSIFIED(?=:))
      | (?P<reason>REASONS?)
      | (?P<derived>DERIVED[ ]FROM)
      | (?P<declassify>DECLASSIFY[ ]ON|DECL(?=:))
    )(?P<colon>[ \t]{0,3}[:;])?"""
_AT_START = re.compile(r"\n[ \t\xa0¶>*\"\\-]*+" + _NAMES, re.VERBOSE | re.IGNORECASE)
_AT_TOP = re.compile(r"[ \t\xa0¶>*\"\\-]*+" + _NAMES, re.VERBOSE | re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:TAGS[ ]?:|SUBJECT[ ]?:|SUBJ:|REF|Ref|CLASS|Class|E[.]?O[.]?[ ]?1|REASON|DECL:|DERIVED|DECLASSIFY)", re.VERBOSE
)
_NAMED = re.compile(_NAMES, re.VERBOSE | re.IGNORECASE)
_FIRST = re.compile(r"\n[ \t\xa0]*+(?:¶[ \t]*+)?(?:\([A-Z/]{1,6}\)[ \t]{0,3})?1[ \t]?[.)](?!\d)")
_FIRST_AT_TOP = re.compile(r"[ \t\xa0]*+(?:¶[ \t]*+)?1[ \t]?[.)](?!\d)")
_FIRST_WITHIN = re.compile(r"1[ \t]?\.[ \t]{0,9}\((?:U|C|S|SBU)[)/]")
_ORDER_FOLLOWS = re.compile(r"\s{0,3}(?::|DECL|N/A)")
_CITATION = re.compile(r"\s{1,3}(?:\(?[A-Z][.):]|\d{2,4}\s|[A-Z]{4,})")
_ANCHORS = (("SUBJECT:", "\nSUBJ", "\n SUBJ", "\nSubj", "Subject:"), ("TAGS",), ("E.O. 1", "EO 1"))
_WINDOW = 12_000  # characters that a header may have


@dataclass(frozen=True, slots=True)
class Header:
    """Values of the labels that were found, as spans; the first that is not empty counts."""

    values: Mapping[str, tuple[int, int]]  # label → from behind it to the next label or the text's first paragraph
    last: int  # where the last value begins; the body is behind it
    first: int  # where paragraph 1 begins; -1 if no paragraph has the number 1


def header(text: str, start: int, end: int) -> Header:
    """Find the labels between the caption and the first numbered paragraph."""
    limit = min(end, start + _WINDOW)
    first = _first(text, start, limit)
    labels = _labels(text, start, first if first >= 0 else limit)
    return Header(_values(text, labels, first if first >= 0 else limit), labels[-1][2] if labels else start, first)


def _first(text: str, start: int, limit: int) -> int:
    """Find paragraph 1: at the beginning of a line, else within one; -1 if there is none."""
    begin = _anchor(text, start, limit)
    if begin == 0 and _FIRST_AT_TOP.match(text, 0, limit):
        return 0
    if match := _FIRST.search(text, max(0, begin - 1), limit):
        return match.start()
    for match in _FIRST_WITHIN.finditer(text, begin, limit):
        if text[match.start() - 1] in " \t\n":
            return match.start() - 1
    return -1


def _labels(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Labels in the order of the text, with where each begins and where its value does."""
    found: dict[int, tuple[str, int, int]] = {}
    lines = list(_AT_START.finditer(text, max(0, start - 1), end))
    if start == 0 and (top := _AT_TOP.match(text, 0, end)):
        lines.insert(0, top)
    for match in lines:
        name = _name(match)
        if _is_label(text, match, name, at_start=True):
            found[match.start(name)] = (name, match.start(name), match.end())
    for word in _WITHIN.finditer(text, start, end):
        position = word.start()
        if position in found or text[position - 1 : position] not in {" ", "\t", ".", ")"}:
            continue
        named = _NAMED.match(text, position, end)
        within = text[text.rfind("\n", 0, position) + 1 : position].strip(' \t\xa0¶>*"\\-')
        if named is not None and within and _is_label(text, named, _name(named), at_start=False):
            found[position] = (_name(named), position, named.end())
    return [found[position] for position in sorted(found)]


def _anchor(text: str, start: int, limit: int) -> int:
    """Return where the subject stands, or the tags, or the order: paragraph 1 is behind it."""
    for words in _ANCHORS:
        first = limit
        for word in words:
            position = text.find(word, start, first)
            first = position if position >= 0 else first
        if first < limit:
            return first
    return start


def _name(match: re.Match[str]) -> str:
    return next(name for name, value in match.groupdict().items() if value is not None)


def _is_label(text: str, match: re.Match[str], name: str, *, at_start: bool) -> bool:
    """Tell a label from the same word in a sentence."""
    word, colon = match[name], bool(match["colon"])
    if at_start:
        if text[match.end() : match.end() + 1].isalpha() and not colon and name not in {"classified_by", "order"}:
            return False  # the beginning of a longer word
        if name == "references" and not colon:
            return word.isupper() and _CITATION.match(text, match.end()) is not None
        return colon or word.isupper() or name in {"order", "classified_by", "derived", "declassify"}
    if name == "order":
        return text[match.start() - 1] != "(" and _ORDER_FOLLOWS.match(text, match.end()) is not None
    if name == "classified_by":
        return word[0].isupper()
    return colon and (word.isupper() or name == "references")


def _values(text: str, labels: list[tuple[str, int, int]], limit: int) -> dict[str, tuple[int, int]]:
    values: dict[str, tuple[int, int]] = {}
    ends = [*(start for _, start, _ in labels[1:]), limit]
    before = ""
    for (name, _, start), end in zip(labels, ends, strict=False):
        if name == before == "references" and name in values:  # each with its own label: "REF A: ... REF B: ..."
            values[name] = (values[name][0], end)
        before = name
        if name not in values and text[start:end].strip(" \t\r\n.:-"):
            values[name] = (start, end)
    return values
