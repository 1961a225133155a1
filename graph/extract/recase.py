"""Text in capitals → text as it would be written: names with a capital letter, plain words in lower case.

Each character stays in its place, so that offsets stay true. Where case tells nothing, names are known by lists, by
what is no plain English word, and by the words beside them; everything after this step reads the text as usual.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from graph.extract.english import plain
from graph.extract.lexicon import (
    CALENDAR,
    COUNTRY,
    DEMONYM,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    SURNAME,
    TITLE,
    classes,
    fold,
    pairs,
    places,
    words,
)

__all__ = ["capitals", "recase"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,5}|[^\W\d_]+(?:['-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?][\"')\]]{0,3} +[\"'(\[]{0,3}$")
_LOWER = re.compile(r"[a-zß-öø-ÿ]{3}")
_SMALL = frozenset(
    "de la del las los y e da do dos das di du van von der den bin al el le of the and for to in on against".split()
)
_TITLES_ONLY = frozenset("i ii iii iv vi vii viii ix xi xii".split())


def capitals(line: str) -> bool:
    """Tell whether a stretch is written in capitals throughout."""
    if _LOWER.search(line, 0, 80):
        return False
    letters = [c for c in line[:400] if c.isalpha()]
    return len(letters) >= 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters)


class _Words:
    """The words of a stretch with their classes; ``upper`` marks which get a capital letter, ``keep`` which stay."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.found = list(_WORD.finditer(line))
        self.keys = [fold(m[0].removesuffix("'S").removesuffix("'s")) for m in self.found]
        table = classes()
        self.flags = [table.get(key, 0) for key in self.keys]
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


def recase(line: str) -> str:
    """Write a stretch in capitals in mixed case; the length never changes."""
    found = _Words(line)
    count = len(found.keys)
    i = 0
    while i < count:
        i = max(i + 1, _listed(found, i))
    for step in (_alone, _beside, _bodies, _called):
        for i in range(count):
            if not found.upper[i] and not found.keep[i]:
                step(found, i)
    return _write(found)


def _listed(w: _Words, i: int) -> int:
    """Mark a listed name of several words, or an acronym; give the index of the word after it."""
    key, text = w.keys[i], w.found[i][0]
    if ("." in text and len(text) > 3) or (len(text) > 5 and not text.strip("X")):
        w.keep[i] = True
        return i + 1
    most = _first_words().get(key, 0)
    for length in range(most, 1, -1):
        if i + length <= len(w.keys):
            start, end = w.found[i].start(), w.found[i + length - 1].end()
            if fold(w.line[start:end]) in _names():
                for k in range(i, i + length):
                    w.upper[k] = w.keys[k] not in _SMALL or k == i
                return i + length
    if key in _single_names() and not w.plain[i]:
        w.upper[i] = True
    acronym = pairs("acronyms").get(text)
    if acronym and key not in words("ambiguous_acronyms"):
        w.keep[i] = True
    return i + 1


def _alone(w: _Words, i: int) -> None:
    """A word that its own class decides."""
    key, flags = w.keys[i], w.flags[i]
    if flags & CALENDAR:
        w.upper[i] = key not in ("may", "march", "mar", "dec", "sun", "sat", "mon", "second") or _dated(w, i)
    elif flags & (COUNTRY | DEMONYM) and not (flags & STARTER):
        w.upper[i] = True
    elif flags & (STARTER | TITLE | ROLE):
        w.upper[i] = False
    elif flags & (GIVEN | SURNAME | PLACE):
        w.upper[i] = not w.plain[i]
    elif not w.plain[i] and len(key) > 1 and key not in _SMALL:
        alone = (
            w.line[w.found[i].start() - 1 : w.found[i].start()] == "("
            and w.line[w.found[i].end() : w.found[i].end() + 1] == ")"
        )
        w.keep[i] = (alone and len(key) < 9) or (len(key) < 6 and not re.search("[aeiouy]", key)) or key in _TITLES_ONLY
        w.upper[i] = not w.keep[i]


def _dated(w: _Words, i: int) -> bool:
    """Tell a month from a plain word: a number stands beside it, or a preposition before it."""
    start, end = w.found[i].span()
    if re.match(r"\.? \d", w.line[end : end + 3]) or re.search(r"\d $", w.line[max(0, start - 3) : start]):
        return True
    return (
        bool(i)
        and w.keys[i - 1] in ("in", "last", "this", "next", "since", "until", "early", "late", "of")
        and not w.plain[i + 1 : i + 2] == [False]
    )


def _beside(w: _Words, i: int) -> None:
    """A word that is a name only beside another: "MARK OLMO", "ANA RICE", an initial."""
    flags = w.flags[i]
    after = i + 1 < len(w.keys) and w.gap(i) in (" ", ". ")
    before = i > 0 and w.gap(i - 1) in (" ", ". ")
    if len(w.keys[i]) == 1 and w.line[w.found[i].end() : w.found[i].end() + 1] == "." and (before or after):
        w.upper[i] = (before and w.upper[i - 1]) or (after and w.upper[i + 1])
    elif after and w.keys[i] in _BEFORE_PLACE:
        w.upper[i] = w.upper[i + 1]
    elif w.found[i][0] == "US" and after and w.plain[i + 1]:
        w.keep[i] = bool(w.flags[i + 1] & (ORGHEAD | ROLE | MODIFIER)) or (i > 0 and w.keys[i - 1] == "the")
    elif flags & GIVEN and after and not flags & STARTER and w.keys[i] != "said":
        w.upper[i] = (w.upper[i + 1] and not w.flags[i + 1] & (DEMONYM | CALENDAR | COUNTRY)) or bool(
            w.flags[i + 1] & SURNAME and not w.flags[i + 1] & (ROLE | STARTER)
        )
    elif flags & SURNAME and before and not flags & (STARTER | ROLE):
        given = w.flags[i - 1] & GIVEN and (w.upper[i - 1] or not w.plain[i - 1])
        titled = w.flags[i - 1] & TITLE and not w.flags[i - 1] & STARTER and w.keys[i - 1] in _SURE_TITLES
        w.upper[i] = bool(given or titled)


_BEFORE_PLACE = frozenset(
    ("rio", "puerto", "villa", "ciudad", "isla", "cerro", "monte", "port", "fort", "lake", "mount", "nueva")
)
_SURE_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "president",
        "senator",
        "sen",
        "gen",
        "col",
        "maj",
        "capt",
        "lt",
        "ambassador",
        "congressman",
    )
    + ("monsignor", "msgr", "gov", "colonel", "captain", "prof", "professor")
)


def _bodies(w: _Words, i: int) -> None:
    """The names of public bodies: adjectives before a head noun, and what follows "ministry of"."""
    if not w.flags[i] & ORGHEAD or w.keys[i] in words("orgs_not_in_capitals"):
        return
    if (
        w.keys[i] in ("embassy", "consulate", "amembassy", "amconsul")
        and w.gap(i) == " "
        and w.upper[i + 1 : i + 2] == [True]
    ):
        w.upper[i] = True
        return
    j = i
    while j and w.gap(j - 1) == " " and w.keys[j - 1] in words("body_adjectives"):
        j -= 1
    k = i
    if i + 2 < len(w.keys) and w.gap(i) == " " and w.keys[i + 1] in ("of", "for") and w.keys[i] in words("body_heads"):
        k = i + 2 + (w.keys[i + 2] == "the" and i + 3 < len(w.keys))
        if w.flags[k] & (MODIFIER | ORGHEAD) or w.keys[k] in words("body_topics") or w.upper[k]:
            while k + 1 < len(w.keys) and w.gap(k) == " " and w.keys[k + 1] in words("body_topics"):
                k += 1
            while k + 1 < len(w.keys) and w.gap(k) == " " and w.upper[k] and w.upper[k + 1]:
                k += 1
            if k + 2 < len(w.keys) and w.keys[k + 1] == "and" and w.keys[k + 2] in words("body_topics"):
                k += 2
        else:
            k = i
    if j < i or k > i:
        for n in range(j, k + 1):
            w.upper[n] = w.keys[n] not in _SMALL


def _called(w: _Words, i: int) -> None:
    """A plain word that names an operation, a case or a cartel: "OPERATION SWEETNESS", "THE PAPRIKA CASE"."""
    if not w.plain[i] or w.flags[i] & STARTER or len(w.keys[i]) < 4:
        return
    before = w.keys[i - 1] if i and w.gap(i - 1).strip(' "') == "" else ""
    after = w.keys[i + 1] if w.gap(i).strip(' "') == "" else ""
    if before in ("operation", "operativo", "operacion", "codenamed"):
        w.upper[i] = w.upper[i - 1] = w.keys[i] not in words("plain_before_case")
    elif after in ("case", "cartel", "cartels", "affair") and (before in ("the", "gulf") or before.isdigit()):
        w.upper[i] = w.keys[i] not in words("plain_before_case") and not w.flags[i] & ROLE


def _write(w: _Words) -> str:
    """Put the words together: each in its place, the first of a sentence with a capital letter."""
    pieces: list[str] = []
    position = 0
    for i, m in enumerate(w.found):
        between = w.line[position : m.start()]
        pieces.append(between)
        opens = i == 0 or bool(_BREAK.search(between)) and not (between.startswith(". ") and w.flags[i - 1] & TITLE)
        pieces.append(m[0] if w.keep[i] else _cased(m[0], capital=w.upper[i] or opens))
        position = m.end()
    pieces.append(w.line[position:])
    written = "".join(pieces)
    return written if len(written) == len(w.line) else w.line


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


@cache
def _names() -> frozenset[str]:
    """Listed names of several words, folded."""
    return frozenset(name for name in [*map(fold, pairs("organizations")), *places()] if " " in name)


@cache
def _single_names() -> frozenset[str]:
    """Listed organisations of one word, folded."""
    return frozenset(name for name in map(fold, pairs("organizations")) if " " not in name)


@cache
def _first_words() -> Mapping[str, int]:
    """First word of such a name → the most words that any has."""
    first: dict[str, int] = {}
    for name in _names():
        head = name.split(" ")[0]
        first[head] = max(first.get(head, 0), len(_WORD.findall(name)))
    return first
