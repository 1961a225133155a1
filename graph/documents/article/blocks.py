"""An article's text as blocks between blank lines, each copy once, without what a web page adds below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.documents.article.vocabulary import additions

__all__ = ["Block", "blocks", "without_additions", "without_repeats"]

_GAP = re.compile(r"\n[ \t\r\f\v\xa0]*+(?:\n|\Z)")
_RULE = re.compile(r"[\s\-=_*~#.•]{3,200}")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,3}[ \t\r]{0,3}\Z")
_LONG_LINE = 100  # characters from which a line is longer than any that was wrapped
_LEAST_REPEAT = 40  # characters of a block that is recognised when it comes again
_LONGEST_ADDITION = 300  # characters of a line that a web page adds
_LEAST_SHOUT = 30  # letters in capitals that are a reader's comment below a text that is not in capitals


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between blank lines, as offsets without the blanks around them."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """The text with single blanks: equal for two copies."""
        return " ".join(self.text.split())


def blocks(text: str) -> list[Block]:
    """Cut a text at blank lines, and where a long line ends with a sentence: that was no wrapping."""
    found: list[Block] = []
    position = 0
    while position < len(text):
        match = _GAP.search(text, position)
        stop = match.start() if match else len(text)
        found.extend(_lines(text, position, stop))
        position = match.end() if match else len(text)
    return found


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    begin = position = start
    while (newline := text.find("\n", position, end)) >= 0:
        if newline - position >= _LONG_LINE and _SENTENCE_END.search(text, max(position, newline - 8), newline):
            yield from _block(text, begin, newline)
            begin = newline
        position = newline + 1
    yield from _block(text, begin, end)


def _block(text: str, start: int, end: int) -> Iterator[Block]:
    raw = text[start:end]
    bare = raw.strip()
    if bare:
        begin = start + len(raw) - len(raw.lstrip())
        yield Block(begin, begin + len(bare), bare)


def without_repeats(found: list[Block]) -> list[Block]:
    """Drop rules, and every long block that came before; where a second copy runs, also its short ones."""
    seen: set[str] = set()
    kept: list[Block] = []
    copying = False
    for block in found:
        key = block.key
        if _RULE.fullmatch(block.text):
            continue
        long = len(key) >= _LEAST_REPEAT
        if key in seen and (long or copying):
            copying = True
            continue
        copying = copying and not long
        seen.add(key)
        kept.append(block)
    return kept


def without_additions(found: list[Block]) -> list[Block]:
    """Drop what stands below an article: "Share", topics, copyright, and a reader's comment in capitals."""
    shouting = _is_shouted("".join(block.text for block in found[: len(found) // 2 + 1]))
    kept = list(found)
    while len(kept) > 1:
        lines = kept[-1].text.split("\n")
        shouted = not shouting and (_is_shouted(kept[-1].text) or (_is_shouted(lines[0]) and _is_addition(lines[-1])))
        if not shouted and not all(map(_is_addition, lines)):
            break
        kept.pop()
    return kept


def _is_addition(line: str) -> bool:
    return len(line) < _LONGEST_ADDITION and additions().fullmatch(line.strip()) is not None


def _is_shouted(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= _LEAST_SHOUT and sum(map(str.isupper, text)) > 0.9 * letters
