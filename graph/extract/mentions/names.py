"""Stretches of capitalised words that have the shape of a person's name; whether they are one is decided elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.language.lexicon import (
    ACRONYM,
    CALENDAR,
    COMMON,
    COUNTRY,
    DEMONYM,
    GENERIC,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    SURNAME,
    TITLE,
    words,
)
from graph.extract.language.tokens import Token
from graph.extract.mentions.places import longest_place

__all__ = ["Name", "names"]

_GAPS = frozenset({" ", " de-", " al-", " el-", " de La ", " De la ", *(f" {word} " for word in words("particles"))})
_LEADING = re.compile(r"(?<!\S)(?:de la|de los|de las|del|de|da|dos|do|van der|van den|van|von|bin|al) $")
_SUFFIX = re.compile(r",? (?:Jr|Sr|JR)\b\.?|,? (?:II|III|IV)\b")
_JUNIOR = frozenset({"Jr", "Sr", "JR", "SR"})
_NICKNAME = re.compile(r" \(?\"(?P<nickname>[^\"]{2,30})\"\)? (?=[^\W\d_a-z])")
_OPENING_CAPITAL = frozenset({"El", "La", "Los", "Las", "Don", "Doña"})
_SAINTS = frozenset({"san", "santa", "santo", "sao", "saint", "st"})
_KNOWN = GIVEN | SURNAME
_BLOCKED = CALENDAR | ORGHEAD | DEMONYM | COUNTRY | TITLE | ROLE | COMMON | GENERIC | MODIFIER | STARTER


@dataclass(slots=True)
class Name:
    """A stretch with the shape of a name."""

    start: int
    end: int
    tokens: Sequence[Token]
    nickname: str = ""  # in quotation marks between two parts of the name
    inner: bool = False  # a capitalised word that is no title, role or nationality stands directly before it
    floor: int = 0  # where words that belong to the name may begin: behind the span of another kind before it

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words, folded, without initials."""
        return tuple(token.key for token in self.tokens if not token.initial)


def names(text: str, tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[Name]:
    """All such stretches of a sentence, by start; ``free`` tells which tokens no other span has taken."""
    i, count = 0, len(tokens)
    while i < count:
        town = i if tokens[i].flags & GIVEN and tokens[i].key not in _SAINTS else longest_place(text, tokens, i)
        if town > i or not free[i] or not _starts(text, tokens, i):
            i = max(i, town) + 1
            continue
        j, nickname = i, ""
        while j + 1 < count and free[j + 1]:
            gap = text[tokens[j].end : tokens[j + 1].start]
            if gap in _GAPS:
                if not _continues(tokens[j + 1], tokens[i]) and not _closes(text, tokens[i], tokens[j + 1]):
                    break
                j += 1
                continue
            inside = _nickname(text, tokens, j) if '"' in gap else None
            if inside is None or not _continues(tokens[inside[1]], tokens[i]):
                break
            nickname, j = inside
        i, j = _trim(text, tokens, i, j)
        name = _name(text, tokens[i : j + 1], nickname)
        if i and text[tokens[i - 1].end : tokens[i].start] == " " and tokens[i - 1].start > 0:
            name.inner = not free[i - 1] or _belongs(tokens[i - 1])
            name.floor = 0 if free[i - 1] else tokens[i - 1].end
        yield name
        i = j + 1


def _belongs(before: Token) -> bool:
    """Tell whether the capitalised word before a name makes it a part of a larger one: "Centro Olmo"."""
    if before.flags & (TITLE | ROLE | DEMONYM | COUNTRY | STARTER | CALENDAR):
        return False
    return bool(before.flags & (GENERIC | ORGHEAD | COMMON)) or not before.flags


def _starts(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a name may begin with this token."""
    token = tokens[i]
    flags = token.flags
    if flags & ACRONYM:
        return (bool(flags & (GIVEN | SURNAME)) and len(token.word) > 3) or _initials(text, tokens, i)
    if flags & (GIVEN | SURNAME):
        return not flags & STARTER
    if token.initial or len(token.word) == 1:
        return (
            i + 1 < len(tokens) and text[token.end : tokens[i + 1].start] == " " and not tokens[i + 1].flags & _BLOCKED
        )
    if token.word in _OPENING_CAPITAL or len(token.word) < 2:
        return False
    if flags & _BLOCKED:
        return bool(i) and _titled(text, tokens[i - 1], token)
    return True


def _titled(text: str, title: Token, token: Token) -> bool:
    """Tell whether a plain word is a surname because a title in capitals stands before it: "Judge Black"."""
    if token.flags & (ORGHEAD | ROLE | TITLE | DEMONYM | COUNTRY | CALENDAR | STARTER | MODIFIER | GENERIC):
        return False
    if not title.flags & TITLE or text[title.end : token.start] not in (" ", ". "):
        return False
    return not re.match(" [^\\W\\d_a-z]", text[token.end : token.end + 2])


def _initials(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell initials without full stops from an acronym: "JC Lindt"."""
    if len(tokens[i].word) != 2 or i + 1 >= len(tokens) or tokens[i].flags & (TITLE | ROLE):
        return False
    if tokens[i].key in words("two_letters"):
        return False
    return text[tokens[i].end : tokens[i + 1].start] == " " and bool(tokens[i + 1].flags & (SURNAME | GIVEN))


def _continues(token: Token, first: Token) -> bool:
    """Tell whether a name that began with ``first`` may go on with this token."""
    flags = token.flags
    if token.initial:
        return True
    if flags & ACRONYM and not first.flags & ACRONYM:
        return len(token.word) > 2 and bool(first.flags & GIVEN) and token.key not in words("acronym_keys")
    if flags & (GIVEN | SURNAME):
        month = flags & CALENDAR and not first.flags & GIVEN  # but "Carlos Julio"
        return not (flags & STARTER or month) or bool(flags & SURNAME)
    given = first.flags & GIVEN and not first.flags & (PLACE | COUNTRY | DEMONYM)
    if not flags & _BLOCKED or (flags & COUNTRY and given):  # "Ana Montenegro"
        return True
    if flags & (ORGHEAD | ROLE | TITLE | CALENDAR | STARTER | COUNTRY | DEMONYM | GENERIC):
        return False
    return bool(first.flags & GIVEN) and not first.flags & COMMON


def _closes(text: str, first: Token, last: Token) -> bool:
    """Tell whether a plain word ends a name whose first word is none, and the phrase with it: "Drelm Peace,"."""
    if first.start == 0 or first.flags & ~SURNAME or last.flags & ~COMMON:
        return False
    return text[last.end : last.end + 1] in (",", "") or text.startswith((" (", "'s "), last.end)


def _nickname(text: str, tokens: Sequence[Token], j: int) -> tuple[str, int] | None:
    """Read ``"El Nombre"`` after token ``j`` inside a name: the nickname and the index of the token after it."""
    found = _NICKNAME.match(text, tokens[j].end)
    if found:
        for k in range(j + 1, min(j + 8, len(tokens))):
            if tokens[k].start == found.end():
                return found["nickname"].rstrip(","), k
    return None


def _trim(text: str, tokens: Sequence[Token], i: int, j: int) -> tuple[int, int]:
    """Take a final letter off that is none of the name's, and a first word that only opens the sentence."""
    while j > i and (tokens[j].initial or len(tokens[j].word) == 1) and not tokens[j].word.isalpha():
        if text[tokens[j].end : tokens[j].end + 1] in (" ", ""):
            break
        j -= 1
    first = tokens[i]
    opens = j > i and first.start == 0 and not first.flags & (GIVEN | SURNAME)
    town = first.flags & PLACE and tokens[i + 1 : i + 2] and tokens[i + 1].flags & GIVEN
    if opens and (town or (tokens[i + 1].flags & _KNOWN and first.key.endswith(("ing", "ed", "ly", "tion")))):
        i += 1
    return i, j


def _name(text: str, tokens: Sequence[Token], nickname: str) -> Name:
    start, end = tokens[0].start, tokens[-1].end
    if text[start - 1 : start] == " ":
        particle = _LEADING.search(text, max(0, start - 8), start)
        if particle and text[particle.start() - 2 : particle.start()] not in ("", ", "):
            before = text[max(0, particle.start() - 24) : particle.start()].split(" ")
            if len(before) > 1 and before[-2][:1].isupper():
                start = particle.start()
    if tokens[-1].word in _JUNIOR and text[end : end + 1] == ".":
        end += 1
    suffix = _SUFFIX.match(text, end) if text[end : end + 1] in (",", " ") else None
    return Name(start, suffix.end() if suffix else end, tokens, nickname)
