"""The head of an article: title, author, date and outlet, from the lines above its first paragraph.

The head is read block by block, and within a block line by line, because its lines come with and without blank lines
between them, and with the first paragraph directly below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.documents.article.blocks import Block
from graph.documents.article.dates import published
from graph.documents.article.lines import Part, is_outlet, is_short, look
from graph.documents.article.vocabulary import about, agency

__all__ = ["Head", "read_head"]

_MARKUP = re.compile(r"#{1,6}[ \t]{0,4}|\*\*")
_ENDS_WITH_POINT = re.compile(r"(?:\b[A-Z]\.[A-Z]\.|\.\.|\b(?:Jr|Sr|Co|Inc|No)\.)$")  # and is a headline all the same
_RULE = re.compile(r"[\s\-=_*~#.•]{3,200}")
_DATELINE_END = re.compile(r"\s(?:-{1,2}|–|—)(?:\s|$)|--|—|[.)][ \t]?[-–]{1,2}\s")
_DATELINE = 140  # characters within which a dateline ends
_PLACE = re.compile(r"[^\W\d_][^.!?\n]{0,80}[,(]\s{0,3}$")  # what stands before the date of a dateline
_SIGNED = re.compile(r"\((?P<name>[A-Z][^()\n]{1,40})\)\W{0,3}$")
_DAY = re.compile(r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_LONGEST_TITLE = 260
_LONGEST_KICKER = 32  # characters of a line above the title that names the section
_LONGEST_DECK = 250  # characters of what may stand between a title and the byline
_WRAPPED = 40  # characters that a line has at least where a title is wrapped
_NAME = 3  # words of a name at most
_UNWRAPPED = 100  # characters from which a line is no wrapped one
_ROOM = 6  # characters by which the first word of a paragraph would have fitted into the line above
_LINES = 14  # of a head
_BLOCKS = 10


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

    def take(self, parts: Sequence[Part], start: int) -> None:
        """Set the fields that a line at ``start`` states."""
        for part in parts:
            if part.name == "date":
                self.date = self.date or part.value
            elif part.name != "other":
                self.put(part.name, part.value, start + part.start)

    def entitle(self, text: str, start: int) -> None:
        """Set the title to a text of one or more lines, without signs of markup."""
        mark = _MARKUP.match(text)
        skip = mark.end() if mark else 0
        value = text[skip:].strip().removesuffix("**") if mark else text.strip()
        if value and not self.title:
            begin = start + text.index(value, skip)
            self.title = " ".join(value.split())
            self.fields["title"] = (begin, begin + len(value))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    parts: tuple[Part, ...]


def read_head(found: Sequence[Block]) -> tuple[Head, list[Block]]:
    """Read the head off the blocks; return it and the blocks of the body."""
    head = Head()
    body = list(found)
    for _ in range(_BLOCKS):
        following = _step(head, body)
        if following is None:
            break
        body = [block for block in following if not head.title or block.key != head.title]
    body = _below_deck(head, body)
    for block in body[:3]:
        _dateline(head, block)
    return head, body


def _step(head: Head, body: list[Block]) -> list[Block] | None:
    """Read one block; return what is left to read, ``None`` where the body begins."""
    if not body:
        return None
    block = body[0]
    lines = _lines(block)
    first = next((i for i, line in enumerate(lines) if line.parts), None)
    if first is not None:
        end = _end(lines, first, bool(head.title or first))
        if not _goes_on(block, lines, end) and _above(head, lines[:first], body[1:]):
            _read(head, lines[first:end])
            return _rest(block, lines, end) + body[1:]
    if head.title:
        return _names(head, body)
    if len(body) > 1 and _is_title(block):
        if _is_kicker(block, body[1]):
            head.put("outlet", block.text if is_outlet(block.text) else "", block.start)
        else:
            head.entitle(block.text, block.start)
        return body[1:]
    if len(lines) > 1 and _is_headline(lines[0].text, [line.text for line in lines[1:]]):
        head.entitle(lines[0].text, block.start)
        return _rest(block, lines, 1) + body[1:]
    return None


def _names(head: Head, body: list[Block]) -> list[Block] | None:
    """Read an outlet's name that stands in a block of its own between byline and date."""
    name, *following = body
    if "\n" in name.text or not is_short(name.text) or not following:
        return None
    if not is_outlet(name.text) and not (head.author and _lines(following[0])[0].parts):
        return None
    _name_outlet(head, _lines(name))
    return following


def _lines(block: Block) -> list[_Line]:
    """Cut the first lines of a block; the last of them holds all that follows."""
    found: list[_Line] = []
    position = block.start
    for text in block.text.split("\n", _LINES):
        bare = text.strip()
        found.append(_Line(position, text, () if "\n" in text else look(text) if bare else ()))
        position += len(text) + 1
    return found


def _rest(block: Block, lines: list[_Line], end: int) -> list[Block]:
    """Return what a block holds from a line on."""
    if end >= len(lines):
        return []
    raw = block.text[lines[end].start - block.start :]
    bare = raw.lstrip()
    start = block.end - len(bare)
    return [Block(start, block.end, bare)] if bare else []


def _end(lines: list[_Line], first: int, titled: bool) -> int:  # noqa: FBT001 - private
    """Find where the lines of a head end: behind the last that states something, or behind an outlet's name."""
    end = first
    for i in range(first, len(lines)):
        text = lines[i].text.strip()
        if lines[i].parts or _RULE.fullmatch(text):
            end = i + 1
        elif not is_short(text) or not titled:
            break
        elif is_outlet(text) or (i + 1 == len(lines) and text[0].isupper()):
            end = i + 1
    return end


def _goes_on(block: Block, lines: list[_Line], end: int) -> bool:
    """Tell a wrapped paragraph with a date in it: the line behind the date goes on in small letters.

    In a text that is all in capitals nothing tells the two apart, so that only a byline or a label makes a head.
    """
    rest = _rest(block, lines, end)
    if not rest or any(part.name in {"author", "title"} for line in lines[:end] for part in line.parts):
        return bool(rest) and rest[0].text[0].islower()
    return rest[0].text[0].islower() or block.text.isupper()


def _above(head: Head, lines: list[_Line], following: list[Block]) -> bool:
    """Read the lines above the first byline or date as outlet and title; ``False`` if they are text."""
    names = [line for line in lines if is_short(line.text) and is_outlet(line.text)]
    others = [line for line in lines if line not in names and not _RULE.fullmatch(line.text)]
    text = "\n".join(line.text for line in others)
    if not others or " ".join(text.split()) == head.title:
        _name_outlet(head, names)
        return True
    if head.title:
        if not all(is_short(line.text) and line.text.strip()[0].isupper() for line in lines):
            return False
        _name_outlet(head, [*names, *others])
        return True
    if len(others) > 3 or len(text) > _LONGEST_TITLE or (text.rstrip()[-1] in ".,;:" and len(others) > 1):
        return False
    _name_outlet(head, names)
    while len(others) > 1 and len(others[0].text) < _WRAPPED and len(others[-1].text.split()) <= _NAME:
        others.pop()  # a person's or an outlet's bare name below the title
    text = "\n".join(line.text for line in others)
    block = Block(others[0].start, others[-1].start + len(others[-1].text), text)
    if following and len(others) == 1 and _is_kicker(block, following[0]):
        head.put("outlet", text.strip(), block.start)
    else:
        head.entitle(text, block.start)
    return True


def _read(head: Head, lines: list[_Line]) -> None:
    for line in lines:
        if not line.parts or line.parts[0].name != "title":
            head.take(line.parts, line.start)
        else:
            head.entitle(line.parts[0].value, line.start + line.parts[0].start)
    names = [line for line in lines if not line.parts and is_short(line.text) and not _RULE.fullmatch(line.text)]
    known = [line for line in names if is_outlet(line.text)]
    _name_outlet(head, known or (names if head.author else []))


def _name_outlet(head: Head, names: list[_Line]) -> None:
    for line in names:
        bare = line.text.strip()
        if is_outlet(bare) or not about().search(bare):
            head.put("outlet", bare, line.start + line.text.index(bare))


def _below_deck(head: Head, body: list[Block]) -> list[Block]:
    """Read byline and date that stand below a subtitle or a caption, which stays a paragraph."""
    for i in range(1, min(3, len(body) - 1)):
        if not head.title or head.author or head.date or len(body[i - 1].text) > _LONGEST_DECK:
            break
        lines = _lines(body[i])
        if all(line.parts or is_short(line.text) for line in lines) and any(line.parts for line in lines):
            _read(head, lines)
            return body[:i] + body[i + 1 :]
    return body


def _is_title(block: Block) -> bool:
    """Tell a headline from a first paragraph: few lines, short, no full stop."""
    first, *more = block.text.split("\n", 4)
    if len(block.text) > _LONGEST_TITLE or len(more) > 3 or first.startswith("- "):
        return False
    marked = _MARKUP.match(first)
    if first.rstrip()[-1] in ".,;:" and not _ENDS_WITH_POINT.search(first.rstrip()) and not marked:
        return False
    return not more or block.text[-1] not in ".,;:"


def _is_headline(line: str, following: list[str]) -> bool:
    """Recognise a headline that a paragraph follows without a blank line between.

    The paragraph is one long line, or wrapped so wide that its first word would have fitted behind the headline.
    """
    text, below = line.strip(), following[0].strip()
    if not text or not below or below[0].islower() or below.isupper() or _is_titled(below):
        return False
    room = max(len(other.split("\n", 1)[0]) for other in following) - len(text) - len(below.split()[0])
    unwrapped = len(below) >= _UNWRAPPED and len(text) < 0.7 * len(below)
    return _is_title(Block(0, len(text), text)) and (unwrapped or (_is_titled(text) and room > _ROOM))


def _is_titled(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3]
    return sum(word.lstrip("“‘\"'(¿¡")[:1].isupper() for word in words) > 0.7 * len(words)


def _is_kicker(block: Block, following: Block) -> bool:
    """Recognise the name of a section above the headline: the next line is a headline too, and a longer one."""
    return (
        len(block.text) <= _LONGEST_KICKER
        and (len(block.text.split()) <= _NAME or block.text.isupper())
        and "\n" not in block.text
        and not _MARKUP.match(block.text)
        and _is_titled(following.text)
        and _is_title(following)
        and sum(len(word) > 3 for word in following.text.split()) > 3
        and not any(line.parts for line in _lines(following)[:1])
        and len(following.text) > len(block.text)
    )


def _dateline(head: Head, block: Block) -> None:
    """Read date and agency that open a paragraph: ``WESTHAVEN, 3 Jan 90 (EFE) -- The police``."""
    end = _DATELINE_END.search(block.text, 0, _DATELINE)
    if end is None:
        return
    line = block.text[: end.start() + (end[0][0] == ")")]
    flat = " ".join(line.split())
    date, start, _ = published(flat)
    place = flat[:start].rstrip()
    if date and not head.date and (not place or place.isupper() or _PLACE.match(flat[:start])):
        head.date = date
    signed = agency().search(line) or _SIGNED.search(line)
    if not signed:
        return
    before = line[: signed.start()].strip()
    if agency().search(line) or (before and (_DAY.search(before) or before.isupper() or is_outlet(signed["name"]))):
        head.put("outlet", signed["name"].strip(), block.start + signed.start("name"))
