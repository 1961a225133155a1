"""The head of an article: title, author, date and outlet, from the lines above its first paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.documents.article.blocks import Block
from graph.documents.article.dates import published
from graph.documents.article.vocabulary import agency

__all__ = ["Head", "read_head"]

_BYLINE = re.compile(
    r"(?:by|por|author|byline|written by|reported by):?[ \t]{1,4}(?P<name>[^\W\d_][^\n]{1,80})", re.IGNORECASE
)
_AFTER_NAME = re.compile(r"\s{0,3}(?:[|•·–—]|\s-\s|\bfor\b|,)\s{0,3}")
_LABEL = re.compile(
    r"(?:source|outlet|publication|publisher|published (?:in|by)):\s{0,4}(?P<name>[^\n]{2,80})", re.IGNORECASE
)
_TITLE_LABEL = re.compile(r"(?:#{1,6}[ \t]{0,4}|(?:title|headline):[ \t]{0,4})", re.IGNORECASE)
_AROUND_DATE = re.compile(
    r"\b(?:first|published|posted|updated|last|modified|date|created|on|at|am|pm|a\.m|p\.m|gmt|utc|e[sd]t|p[sd]t|local|time|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?"
    r"|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|[\W\d_]",
    re.IGNORECASE,
)
_ENDS_WITH_POINT = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\.\.|\b(?:Jr|Sr|Co|Inc|No)\.)$")  # and is a headline all the same
_DATELINE_END = re.compile(r"\s(?:-{1,2}|–|—)(?:\s|$)|--|—")
_DATELINE = 140  # characters within which a dateline ends
_LONGEST_TITLE = 260
_LONGEST_KICKER = 32  # characters of a line above the title that names the section
_LINES = 14  # of a head


@dataclass(slots=True)
class Head:
    """What was found; ``fields`` says where."""

    title: str = ""
    author: str = ""
    date: str = ""
    outlet: str = ""
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)

    def put(self, name: str, value: str, start: int) -> None:
        """Set a field that is not yet set."""
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.fields["origin" if name == "outlet" else name] = (start, start + len(value))


def read_head(found: Sequence[Block]) -> tuple[Head, list[Block]]:
    """Read the head off the blocks; return it and the blocks of the body."""
    head = Head()
    body = _head_lines(head, list(found))
    if len(body) > 1 and _is_title(body[0]):
        if _is_kicker(body[0], body[1]):
            body.pop(0)
        body = _head_lines(head, _title(head, body))
    for block in body[:3]:
        _dateline(head, block)
    return head, body


def _is_title(block: Block) -> bool:
    """Tell a headline from a first paragraph: few lines, short, no full stop."""
    first, *more = block.text.split("\n")
    if len(first) > _LONGEST_TITLE or len(more) > 3 or first.startswith("- "):
        return False
    if first[-1] in ".,;:" and not _ENDS_WITH_POINT.search(first) and not _TITLE_LABEL.match(first):
        return False
    return all(_kind(line) for line in more) or (len(block.text) < _LONGEST_TITLE and block.text[-1] not in ".,;:")


def _is_kicker(block: Block, following: Block) -> bool:
    """Recognise the name of a section above the headline: the next line is a headline too, and a longer one."""
    words = [word for word in following.text.split() if len(word) > 3]
    titled = sum(word.lstrip("“‘\"'(¿¡")[:1].isupper() for word in words) > 0.7 * len(words)
    short = len(block.text) <= _LONGEST_KICKER and "\n" not in block.text and not _TITLE_LABEL.match(block.text)
    return (
        short
        and titled
        and _is_title(following)
        and len(words) > 3
        and not _kind(following.text)
        and len(following.text) > len(block.text)
    )


def _title(head: Head, body: list[Block]) -> list[Block]:
    """Read the title off the first block; return the blocks behind it, without copies of it."""
    block = body[0]
    first, *more = block.text.split("\n")
    wrapped = "" if all(_kind(line) for line in more) else block.text
    title = wrapped or first
    label = _TITLE_LABEL.match(title)
    skip = label.end() if label else 0
    value = title[skip:].strip()
    head.title = " ".join(value.split())
    start = block.start + skip + len(title[skip:]) - len(title[skip:].lstrip())
    head.fields["title"] = (start, start + len(value))
    if more and not wrapped:
        _read_lines(head, more, block.start + len(first) + 1)
    return [other for other in body[1:] if other.key != head.title]


def _head_lines(head: Head, body: list[Block]) -> list[Block]:
    """Read the blocks that consist of byline, date, outlet; return the blocks behind them."""
    while len(body) > 1:
        lines = body[0].text.split("\n")
        kinds = [_kind(line) for line in lines]
        if not any(kinds) or any(not kind and not _is_short(line) for kind, line in zip(kinds, lines, strict=True)):
            break
        _read_lines(head, lines, body[0].start)
        body = body[1:]
    return body


def _kind(line: str) -> str:
    """Tell what a line of a head is; "" for none of these."""
    bare = line.strip()
    if not bare or len(bare) > 120 or (bare[-1] == "." and len(bare) > 40):
        return ""
    if _LABEL.match(bare):
        return "outlet"
    byline = _BYLINE.match(bare)
    if byline and byline["name"][0].isupper() and len(byline["name"].split()) <= 10:
        return "author"
    date, start, end = published(bare)
    rest = _AROUND_DATE.sub("", bare[:start] + " " + bare[end:])
    return "date" if date and len(rest) <= 40 and (not rest or "|" in bare or "," in bare) else ""


def _is_short(line: str) -> bool:
    return len(line.strip()) <= 50 and line.strip()[-1:] not in {".", ":", ";"}


def _read_lines(head: Head, lines: Sequence[str], position: int) -> None:
    for line in lines:
        kind = _kind(line)
        indent = position + len(line) - len(line.lstrip())
        bare = line.strip()
        if kind == "author":
            _byline(head, bare, indent)
        elif kind == "outlet" and (match := _LABEL.match(bare)):
            head.put("outlet", match["name"].strip(), indent + match.start("name"))
        elif kind == "date":
            date = published(bare)[0]
            if date and not head.date:
                head.date = date
            outlet = next((part.strip() for part in bare.split("|") if "|" in bare and not published(part)[0]), "")
            head.put("outlet", outlet, indent + bare.find(outlet))
        elif bare and (head.author or head.date or len(lines) > 1) and _is_short(bare):
            head.put("outlet", bare, indent)
        position += len(line) + 1


def _byline(head: Head, line: str, position: int) -> None:
    match = _BYLINE.match(line)
    if match is None:
        return
    name = match["name"]
    cut = _AFTER_NAME.search(name)
    author = name[: cut.start()] if cut else name
    head.put("author", author.strip(), position + match.start("name"))
    rest = name[cut.end() :].strip() if cut else ""
    date, _, _ = published(rest)
    if date:
        head.date = head.date or date
    elif rest and rest[0].isupper() and len(rest) <= 50:
        head.put("outlet", rest, position + match.start("name") + name.index(rest))


def _dateline(head: Head, block: Block) -> None:
    """Read date and agency that open a paragraph: ``LIMA, 3 Jan 90 (EFE) -- The police``."""
    end = _DATELINE_END.search(block.text, 0, _DATELINE)
    if end is None:
        return
    line = block.text[: end.start()]
    date, start, _ = published(" ".join(line.split()))
    if date and not head.date and (start == 0 or line[:1].isupper()):
        head.date = date
    if signed := agency().search(line):
        head.put("outlet", signed["name"], block.start + signed.start("name"))
