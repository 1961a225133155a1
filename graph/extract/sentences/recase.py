"""Text in capitals → text as it would be written: names with a capital letter, plain words in lower case.

Each character stays in its place, so that offsets stay true. Where case tells nothing, names are known by lists, by
what is no plain English word, and by the words beside them; everything after this step reads the text as usual.
"""

import re
from collections.abc import Sequence

from graph.extract.language.lexicon import TITLE
from graph.extract.sentences.capital_rules import FIRST, RULES, listed
from graph.extract.sentences.capital_words import Words

__all__ = ["capitals", "recase"]

_LOWER = re.compile(r"[a-zß-öø-ÿ]{3}")
_BREAK = re.compile(r"[.!?][\"')\]]{0,3} +[\"'(\[]{0,3}$")


def capitals(line: str) -> bool:
    """Tell whether a stretch is written in capitals throughout."""
    if _LOWER.search(line, 0, 80):
        return False
    letters = [c for c in line[:400] if c.isalpha()]
    return len(letters) >= 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters)


def recase(line: str) -> str:
    """Write a stretch in capitals in mixed case; the length never changes."""
    found = Words(line)
    i = 0
    while i < len(found.keys):
        i = max(i + 1, listed(found, i))
    for rule in FIRST:
        for i in range(len(found.keys)):
            rule(found, i)
    for rule in RULES:
        for i in range(len(found.keys)):
            if not found.upper[i] and not found.keep[i]:
                rule(found, i)
    return _write(found)


def _write(w: Words) -> str:
    """Put the words together: each in its place, the first of a sentence with a capital letter."""
    pieces: list[str] = []
    position = 0
    for i, m in enumerate(w.found):
        between = w.line[position : m.start()]
        pieces.append(between)
        opens = i == 0 or (bool(_BREAK.search(between)) and not (between.startswith(". ") and w.flags[i - 1] & TITLE))
        pieces.append(_kept(m[0]) if w.keep[i] else _cased(m[0], capital=w.upper[i] or opens))
        position = m.end()
    pieces.append(w.line[position:])
    written = "".join(pieces)
    return written if len(written) == len(w.line) else w.line


def _kept(word: str) -> str:
    """An acronym as it stands, but for the possessive behind it: "the DGX's"."""
    return f"{word[:-1]}s" if word.endswith("'S") else word


def _cased(word: str, *, capital: bool) -> str:
    lower = word.lower()
    if len(lower) != len(word) or not capital:
        return lower if len(lower) == len(word) else word
    parts: Sequence[str] = re.split(r"(['-])", lower)
    shown = [
        part if n and parts[n - 1] == "'" and len(part) == 1 else part[:1].upper() + part[1:]
        for n, part in enumerate(parts)
    ]
    if lower.startswith("mc") and len(lower) > 4:
        shown[0] = "Mc" + shown[0][2:3].upper() + shown[0][3:]
    return "".join(shown)
