"""Capitalised words of a sentence with their word classes: names are made of these."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.extract.language.lexicon import ACRONYM, BODY, TITLE, classes, fold, place_starts

__all__ = ["UPPER", "Token", "tokenise"]

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x250)) if c.isupper())
"""Capital letters of the Latin script, for a character class."""

_SUFFIXES = (
    "based|born|led|style|backed|controlled|language|speaking|flagged|registered|owned|trained|bound|wide|related|funded|area|era|"
    "origin|sponsored|grown|produced|made|affected|affiliated|linked|equivalent|brokered|run"
)
_TOKEN = re.compile(
    rf"[{UPPER}](?:\.(?:[A-Z]\.){{1,4}}(?:[A-Z](?!\w))?|\.(?= ?[{UPPER}\"])|"
    rf"\w*(?:['-](?!s\b|(?:{_SUFFIXES})\b)\w+){{0,4}})"
)
_PREFIX = re.compile(r"(?:\b[Aa]l-|\b[Ee]l-|\b[Aa]s-|\b[Aa]sh-|\b[Uu]l-|\b[Ee]z-|\bd')$")


@dataclass(slots=True)
class Token:
    """A capitalised word, without a possessive ending."""

    start: int
    end: int
    word: str
    key: str  # folded
    flags: int  # classes of the lexicon, or-ed
    body: bool  # whether a listed organisation's name begins so
    place: int  # the most words that follow in a listed place's name that begins so; -1 if none does

    @property
    def initial(self) -> bool:
        """Tell whether it is one letter with a full stop."""
        return len(self.word) == 2 and self.word[1] == "."


def tokenise(text: str) -> list[Token]:
    """List the capitalised words of an unwrapped sentence, in order."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        start, word = found.start(), found[0]
        before = text[start - 1] if start else " "
        if before == " ":  # most
            pass
        elif before in "-'":
            prefix = _PREFIX.search(text, max(0, start - 5), start)
            if prefix:
                start, word = prefix.start(), prefix[0] + word
            elif before == "-" or text[start - 2 : start - 1].isalnum():
                continue
        elif before.isalnum() or (before == "/" and len(word) == 1):
            continue
        if word[0] == "X" and before not in "-'" and word.startswith("XXXX"):
            continue
        if "-" in word and word.isupper() and len(word) > 4:
            _put_parts(tokens, start, word)
        else:
            _put(tokens, start, word)
    return tokens


def _put(tokens: list[Token], start: int, word: str) -> None:
    tokens.append(Token(start, start + len(word), word, *_look_up(word)))


@lru_cache(maxsize=1 << 16)
def _look_up(word: str) -> tuple[str, int, bool, int]:
    """A word folded, its classes, and what the lists say of names that begin so."""
    key = fold(word)
    place = place_starts().get(key.partition("-")[0], -1)
    flags = classes().get(key, 0)
    body = bool(flags & BODY)
    flags &= ~BODY
    if len(word) > 1 and word[1] != "." and word.isupper():
        return key, flags | ACRONYM, body, place
    if "-" in key and not flags:
        first, last = key.partition("-")[0], key.rpartition("-")[2]
        return key, TITLE & classes().get(first, 0) & classes().get(last, 0), body, place
    return key, flags, body, place


def _put_parts(tokens: list[Token], start: int, word: str) -> None:
    """Two acronyms with a hyphen between them are two words: "GOB-GOA"."""
    parts = word.split("-")
    if len(parts) != 2 or fold(word) in classes() or not all(part.isalpha() and 1 < len(part) < 7 for part in parts):
        _put(tokens, start, word)
        return
    _put(tokens, start, parts[0])
    _put(tokens, start + len(parts[0]) + 1, parts[1])
