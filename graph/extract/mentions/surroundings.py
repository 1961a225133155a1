"""What stands before a name and belongs to it: determiner, nationality, role and title, read backwards word by word."""

import re
from dataclasses import dataclass

from graph.extract.language.lexicon import (
    CALENDAR,
    COMMON,
    MODIFIER,
    ROLE,
    TITLE,
    classes,
    demonyms,
    fold,
    people_nouns,
    second_halves,
    singular,
    words,
)
from graph.extract.mentions.predicates import verb_before_name, verb_before_role

__all__ = ["NOTHING", "Before", "before"]

_NAME_ENDS = re.compile(r" ?[,.;:)(\"]| and | or | - |$")
_PREFIXES = ("then-", "ex-", "now-")


@dataclass(slots=True)
class Before:
    """The words before a name that belong to it."""

    left: int
    role: str = ""  # "Former Interior Minister", "drug traffickers"
    title: str = ""  # the title directly before the name
    nationality: str = ""  # as a country
    plural: bool = False
    comma: bool = False  # the role stands before a comma: "his brother, Juan"
    distant: bool = False  # words stand between role and name: "Minister of Defense Olmo"

    @property
    def found(self) -> bool:
        """Tell whether a role or title was found."""
        return bool(self.role or self.title)


NOTHING = Before(-1)


class _Reader:
    """Reads words from right to left; a small state machine."""

    __slots__ = ("after_of", "comma", "country", "end", "left", "pending", "plural", "start", "title")

    def __init__(self, start: int) -> None:
        self.left = start  # of the phrase as far as it is sure
        self.start = self.end = -1  # of the role
        self.title = self.country = ""
        self.plural = self.comma = False
        self.pending = 0  # modifiers and an "of" seen before any role: "Minister | of Defense"
        self.after_of = False

    @property
    def fresh(self) -> bool:
        """Tell whether nothing was read yet."""
        return self.end < 0 and not self.pending

    def word(self, word: str, at: int, end: int) -> bool:
        """Take one word that stands at ``at``; tell whether to go on."""
        key = fold(word.removesuffix(".").removesuffix("'s"))
        for prefix in _PREFIXES:
            key = key.removeprefix(prefix)
        flags = classes().get(key, 0)
        if flags & (ROLE | TITLE) and not (word.islower() and key in words("titles_in_capitals")):
            return not word.endswith("'s") and self._role(word, key, flags, at, end)
        country = demonyms().get(key if word[0].isupper() else "")
        if country:
            self.country = self.country or country
            self.left = at
            return True
        if self.end >= 0:
            return self._inside(word, key, flags, at)
        return self._outside(word, key, flags)

    def _role(self, word: str, key: str, flags: int, at: int, end: int) -> bool:
        if self.end < 0:
            self.end = end
            self.title = word if flags & TITLE and not self.pending else ""
            self.plural = key not in people_nouns() and singular(key) in people_nouns()
        self.start = self.left = at
        return True

    def _inside(self, word: str, key: str, flags: int, at: int) -> bool:
        """A word before the role: part of the role, its determiner, or the end."""
        if key in words("determiners") or key in words("numbers_before_people"):
            self.left = at
            return key in words("numbers_before_people") and key not in ("including", "these", "those")
        if flags & MODIFIER or (word[0].isupper() and not flags & (CALENDAR | COMMON)) or word.isupper():
            self.start = self.left = at
            return True
        if word[0].isupper() and flags & COMMON and at > 0:
            self.start = self.left = at
            return True
        return False

    def _outside(self, word: str, key: str, flags: int) -> bool:
        """A word between the role and the name: "Minister of Defense X", or none of ours."""
        if key in ("of", "for", "and", "the") and self.pending:
            self.after_of = self.after_of or key in ("of", "for")
            return self.pending < 6
        if flags & MODIFIER or (word[0].isupper() and not flags & CALENDAR):
            self.pending += 1
            return self.pending < 6
        return False


def before(text: str, start: int, end: int, floor: int = 0) -> Before:
    """Read backwards from a name at ``start:end`` over its title, role and nationality; not before ``floor``."""
    if start <= floor or text[start - 1] != " " or _plain(text, start, floor):
        return Before(start)
    reader = _Reader(start)
    at = start
    while at > floor:
        previous = _step(text, at, floor, reader, end)
        if previous is None:
            break
        word, at, stop = previous
        if _is_verb(text, at, word, reader) or not reader.word(word, at, stop):
            break
        if at > floor and text[at - 1] in "\"'(":
            break
    if reader.end < 0 and not reader.country:
        return Before(start)
    if reader.end >= 0 and reader.pending and not reader.after_of:
        return Before(start)
    role = _clean(text[reader.start : reader.end]) if reader.end >= 0 else ""
    if role in words("roles_or_verbs") and text[: reader.left].rpartition(" ")[0].rpartition(" ")[2] in words(
        "verb_leads"
    ):
        return Before(start)
    if reader.end >= 0 and reader.after_of:
        role = _clean(text[reader.start : start].rstrip())
    return Before(reader.left, role, reader.title, reader.country, reader.plural, reader.comma, reader.after_of)


def _plain(text: str, start: int, floor: int) -> bool:
    """Tell whether the word before a name is a plain one that ends every phrase: most are, and this is quick."""
    word = text[max(text.rfind(" ", floor, start - 1) + 1, floor) : start - 1]
    return word.isalpha() and word.islower() and not classes().get(fold(word), 0) & (ROLE | TITLE | MODIFIER)


def _is_verb(text: str, at: int, word: str, reader: _Reader) -> bool:
    """Tell whether a word is a verb: no phrase about a name holds one."""
    if reader.fresh:
        return verb_before_name(text, at, word)
    return verb_before_role(text, at, word)


def _step(text: str, at: int, floor: int, reader: _Reader, name_end: int) -> tuple[str, int, int] | None:
    """The word before position ``at``, where it starts and ends; None at a boundary that no phrase crosses."""
    if text[at - 1] != " ":
        return None
    stop = at - 1
    cut = max(text.rfind(" ", floor, stop) + 1, floor)
    word = text[cut:stop]
    if word.endswith(",") and reader.fresh and _NAME_ENDS.match(text, name_end):
        word, stop = word[:-1], stop - 1
        reader.comma = bool(classes().get(fold(word), 0) & ROLE)
        if not reader.comma:
            return None
    if not word or _closes(word):
        return None
    halves = second_halves().get(word.lower(), "") if word[0].isupper() else ""
    if halves and (first := re.search(rf"(?<!\S)(?:{halves}) $", text[max(floor, cut - 9) : cut], re.IGNORECASE)):
        return f"{first[0][:-1]}-{word}", cut - len(first[0]), stop  # "Costa Rican"
    opened = len(word) - len(word.lstrip("\"'("))
    if word == "and" and reader.end >= 0:
        return _second_role(text, cut, floor, reader, name_end)
    return (word[opened:], cut + opened, stop) if word[opened:] else None


def _closes(word: str) -> bool:
    """Tell whether a word ends a phrase by what is attached to it; a title's full stop does not."""
    if word[-1] == ".":
        return word.count(".") < 2 and not classes().get(fold(word[:-1]), 0) & (TITLE | ROLE)
    return word[-1] in ',;:!?)"-–—'


def _second_role(text: str, cut: int, floor: int, reader: _Reader, name_end: int) -> tuple[str, int, int] | None:
    """Go on over "and" where another role stands before it: "former minister and drug expert Olmo"."""
    earlier = text[max(floor, cut - 24) : cut].split(" ")[-2:-1]
    if not earlier or not classes().get(fold(earlier[0]), 0) & (ROLE | TITLE):
        return None
    reader.start = reader.left = cut
    return _step(text, cut, floor, reader, name_end)


def _clean(role: str) -> str:
    """A role without leading nationalities and numbers."""
    parts = role.split(" ")
    while len(parts) > 1 and (fold(parts[0]) in demonyms() or parts[0].lower() in words("numbers_before_people")):
        parts.pop(0)
    return " ".join(parts)
