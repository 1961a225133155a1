"""The words of a text in capitals, each with its class and whether it is a plain English word."""

import re

from graph.extract.language.english import plain
from graph.extract.language.lexicon import BODY, classes, fold, words

__all__ = ["WORD", "Words"]

WORD = re.compile(r"(?:[^\W\d_]\.){2,5}|[^\W\d_]+(?:['-][^\W\d_]+)*")


class Words:
    """The words of a stretch with their classes: ``upper`` marks those to capitalise, ``keep`` those to leave."""

    def __init__(self, line: str) -> None:
        """Find and look up the words of ``line``."""
        self.line = line
        self.found = list(WORD.finditer(line))
        self.keys = [fold(m[0].removesuffix("'S").removesuffix("'s")) for m in self.found]
        table = classes()
        self.flags = [table.get(key, 0) & ~BODY for key in self.keys]
        self.plain = [self._plain(i) for i in range(len(self.keys))]
        self.upper = [False] * len(self.keys)
        self.keep = [False] * len(self.keys)

    def _plain(self, i: int) -> bool:
        key = self.keys[i]
        if "-" in key and not self.flags[i]:
            return all(plain(part) or len(part) < 3 for part in key.split("-"))
        return plain(key) or len(key) == 1

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next."""
        return self.line[self.found[i].end() : self.found[i + 1].start()] if i + 1 < len(self.found) else "\n"

    def capitalise(self, first: int, last: int) -> None:
        """Mark all words of a name but the small ones inside of it."""
        for k in range(first, last + 1):
            self.upper[k] = k == first or self.keys[k] not in words("small_words")
