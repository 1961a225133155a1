"""Capitalised words of a sentence with their word classes: names are made of these, all other words are only looked at."""

import re
from dataclasses import dataclass

from graph.extract.lexicon import ACRONYM, classes, fold

__all__ = ["UPPER", "Token", "tokenise"]

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(c for c in map(chr, range(0x100, 0x250)) if c.isupper())
"""Capital letters of the Latin script, for a character class."""

_TOKEN = re.compile(
    rf"(?<![\w'-])(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Uu]l|[Ee]z)-(?=[{UPPER}])|d'(?=[{UPPER}]))?"
    rf"(?:(?:[A-Z]\.){{2,5}}(?:[A-Z](?!\w))?|[{UPPER}]\.(?= ?[{UPPER}\"])|[{UPPER}]\w*(?:['-](?!s\b)\w+){{0,4}})"
)


@dataclass(slots=True)
class Token:
    """A capitalised word, without a possessive ending."""

    start: int
    end: int
    word: str
    key: str  # folded
    flags: int  # classes of the lexicon, or-ed

    @property
    def initial(self) -> bool:
        """Tell whether it is one letter with a full stop."""
        return len(self.word) == 2 and self.word[1] == "."


def tokenise(text: str) -> list[Token]:
    """List the capitalised words of an unwrapped sentence, in order."""
    table = classes()
    tokens = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        key = fold(word)
        flags = table.get(key, 0)
        if len(word) > 1 and word.isupper() and word[1] != ".":
            flags |= ACRONYM
        tokens.append(Token(found.start(), found.end(), word, key, flags))
    return tokens
