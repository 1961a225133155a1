"""The labelled fields of a cable's header: where each value stands.

Labels stand at the beginning of a line, or in its middle where the header was printed without line breaks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Header", "header"]

_LABEL = re.compile(
    r"""\b(?:
        (?P<order>E\.?[ ]{0,2}O\.?[ ]{0,2}:?[ ]?1\d{3,4})
      | (?P<tags>TAGS?)
      | (?P<subject>SUB?J(?:ECT)?S?)
      | (?P<references>REF(?:S|TELS?|ERENCES?)?(?:\(S\))?)
      | (?P<classified_by>CLASS?I?F?IE?D[ ]{0,3}BY|CLASSIFIED(?=:))
      | (?P<reason>REASONS?)
      | (?P<derived>DERIVED[ ]FROM)
      | (?P<declassify>DECLASSIFY[ ]ON|DECL(?=:))
    )(?P<colon>[ \t]{0,3}[:;])?""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:\A|\n)[ \t\xa0]*+(?:¶[ \t]*+)?(?:\([A-Z/]{1,6}\)[ \t]{0,3})?1[ \t]?[.)](?!\d)"
    r"|[ \t]1[ \t]?\.[ \t]{0,9}\((?:U|C|S|SBU)[)/]"
)
_ORDER_FOLLOWS = re.compile(r"\s{0,3}(?::|DECL|N/A)")
_CITATION = re.compile(r"\s{1,3}(?:\(?[A-Z][.):]|\d{2,4}\s|[A-Z]{4,})")
_ANCHORS = (("\nSUBJ", "\n SUBJ", "SUBJECT:", "\nSubj", "Subject:"), ("TAGS",), ("E.O. 1", "EO 1"))
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
    first = _FIRST.search(text, _anchor(text, start, limit), limit)
    if first:
        limit = first.start()
    labels = [
        (name, match.start(), match.end())
        for match in _LABEL.finditer(text, start, limit)
        for name in [_name(match)]
        if _is_label(text, match, name)
    ]
    return Header(_values(text, labels, limit), labels[-1][2] if labels else start, limit if first else -1)


def _anchor(text: str, start: int, limit: int) -> int:
    """Return where the subject stands, or the tags, or the order: paragraph 1 is behind it."""
    for words in _ANCHORS:
        found = [position for word in words if (position := text.find(word, start, limit)) >= 0]
        if found:
            return min(found)
    return start


def _name(match: re.Match[str]) -> str:
    return next(name for name, value in match.groupdict().items() if value is not None)


def _is_label(text: str, match: re.Match[str], name: str) -> bool:
    word, colon, start = match[name], bool(match["colon"]), match.start()
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    if not before.strip(' \t\xa0¶>*"\\-'):
        if name == "references" and not colon:
            return word.isupper() and _CITATION.match(text, match.end()) is not None
        return colon or word.isupper() or name in {"order", "classified_by", "derived", "declassify"}
    if name == "order":
        return before[-1] != "(" and _ORDER_FOLLOWS.match(text, match.end()) is not None
    if name == "classified_by":
        return word[0].isupper()
    return colon and (word.isupper() or name == "references")


def _values(text: str, labels: list[tuple[str, int, int]], limit: int) -> dict[str, tuple[int, int]]:
    values: dict[str, tuple[int, int]] = {}
    ends = [*(start for _, start, _ in labels[1:]), limit]
    for (name, _, start), end in zip(labels, ends, strict=False):
        if name not in values and text[start:end].strip(" \t\r\n.:-"):
            values[name] = (start, end)
    return values
