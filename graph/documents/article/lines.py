"""One line of an article's head: is it a byline, a date, an outlet, a labelled field, or none of these?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.documents.article.dates import day, published
from graph.documents.article.vocabulary import about, label, labels, outlet_words

__all__ = ["Part", "is_outlet", "is_short", "look"]

_BYLINE = re.compile(r"(?:by|por|written by|reported by)[ \t]{1,4}(?P<name>[^\W\d_][^\n]{1,110})", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s{0,3}(?:[|•·–—(,]|\s-\s|\bfor\b)\s{0,3}")
_SEPARATOR = re.compile(r"\s{0,3}(?:[|•·–—(),;]|\s-\s)\s{0,3}")
_AROUND_DATE = re.compile(
    r"\b(?:first|published|posted|updated|last|modified|date|created|on|at|am|pm|a\.m|p\.m|gmt|utc|e[sd]t|p[sd]t|local|time"
    r"|publicado|actualizado|el|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|[\W\d_]",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "the", "and", "de", "del", "la", "el", "y", "&"})
_LONGEST = 140  # characters of a line that is no title
_LONGEST_NAME = 60  # characters of an outlet's or an author's name
_MOST_WORDS = 6
_QUOTES = "\"'“”`*_ \t\r"


@dataclass(frozen=True, slots=True)
class Part:
    """A field's value and where it begins in the line; a date's value is ISO 8601."""

    name: str  # "title", "author", "date", "outlet", or "other" for what is passed over
    value: str
    start: int


def look(line: str) -> tuple[Part, ...]:
    """Read a line of a head; nothing for a line that is a title, an outlet's bare name, or text."""
    bare = line.strip("*_ \t\r\xa0")
    if not bare or len(bare) > 2 * _LONGEST:
        return ()
    indent = line.index(bare)
    if labelled := label().match(bare):
        return tuple(_labelled(labelled, indent))
    if len(bare) > _LONGEST or (bare[-1] == "." and len(bare) > 40):
        return ()
    byline = _BYLINE.match(bare)
    if byline and byline["name"][0].isupper() and len(byline["name"].split()) <= 14:
        return tuple(_byline(byline["name"], indent + byline.start("name")))
    if not bare[0].islower() or not _AROUND_DATE.sub("", bare[: day(bare)[1]]):
        return tuple(_dated(bare, indent))
    return ()


def is_short(line: str) -> bool:
    """Tell whether a line can be a name."""
    bare = line.strip()
    return 0 < len(bare) <= 50 and bare[-1] not in ".:;,"


def is_outlet(text: str) -> bool:
    """Recognise the name of an outlet by a word that such names have: ``Westhaven Times``."""
    words = text.split()
    known = any(word.strip("().,’'").casefold() in outlet_words() for word in words)
    return known and _is_name(text) and not (about().search(text) and len(words) < 3)


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and all(not w[0].islower() or w in _SMALL or "." in w for w in words)


def _labelled(found: re.Match[str], indent: int) -> Iterator[Part]:
    name = labels()[" ".join(found["label"].lower().split())]
    value = found["value"].strip(_QUOTES)
    start = indent + found.start("value") + (found["value"].index(value) if value else 0)
    if name == "title" and value:
        yield Part("title", value, start)
    elif name == "author" and value and len(value) <= _LONGEST:
        yield from _byline(value, start)
    elif name in {"date", "outlet"}:
        date, outlet = _date(value), _remainder(value, start, sure=name == "date")
        yield from (part for part in (date, outlet) if part)
    yield Part("other", "", start)


def _byline(text: str, start: int) -> Iterator[Part]:
    """Read ``Ann Example, Westhaven Times, June 2, 2019``."""
    date, begin, _ = published(text)
    name = text[:begin] if date else text
    cut = _AFTER_NAME.search(name)
    author = (name[: cut.start()] if cut else name).strip(" ,|-–—(")
    yield Part("author", author, start)
    if date:
        yield Part("date", date, start + begin)
    if cut and (outlet := _remainder(text[cut.end() :], start + cut.end(), sure=False)):
        yield outlet


def _dated(bare: str, indent: int) -> Iterator[Part]:
    """Read ``Published June 2, 2019``, ``Westhaven Times, June 2, 2019``, ``Lima, 2 de junio de 2019``."""
    date, begin, end = day(bare)
    if not end:
        return
    before, after = bare[:begin].rstrip(), bare[end:].lstrip()
    rest = [piece for piece, _ in _pieces(bare)]
    if any(not _is_name(piece) for piece in rest) or sum(map(len, rest)) > _LONGEST_NAME:
        return
    outlet = _remainder(bare, indent, sure="|" not in bare and not re.search(r"\s[-–—•·]\s|\(", bare))
    # "Boats Found June 2, 2019" is a headline: a name beside a date is set off from it, or is known for an outlet's
    if rest and not outlet and not (before[-1:] in {",", "|"} or after[:1] in {",", "|"}):
        return
    if rest and not date and not (outlet and is_outlet(outlet.value)):
        return
    yield Part("date" if date else "other", date, indent + begin)
    if outlet:
        yield outlet


def _date(value: str) -> Part | None:
    date, begin, _ = published(value)
    return Part("date", date, begin) if date else None


def _remainder(text: str, start: int, *, sure: bool) -> Part | None:
    """Find the outlet in what stands beside a date: if ``sure``, only one known by a word of its name."""
    pieces = [(piece, at) for piece, at in _pieces(text) if len(piece) <= _LONGEST_NAME and piece[0].isupper()]
    known = [(piece, at) for piece, at in pieces if is_outlet(piece)]
    if chosen := known or ([] if sure else [p for p in pieces if not about().search(p[0])]):
        return Part("outlet", chosen[0][0], start + chosen[0][1])
    return None


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Cut at separators; leave the date, the words around dates, and numbers out."""
    _, begin, end = day(text)
    position = 0
    stops = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text) if not begin <= m.start() < end]
    for stop, following in sorted([*stops, *([(begin, end)] if end else []), (len(text), len(text))]):
        piece = text[position:stop].strip(_QUOTES + ".,:")
        if len(_AROUND_DATE.sub("", piece)) > 1:
            yield piece, text.index(piece, position)
        position = max(position, following)
