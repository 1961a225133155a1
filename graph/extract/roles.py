"""What stands around a person's name: role, title, nationality and age, before it and in apposition after it."""

import re
from dataclasses import dataclass

from graph.extract.lexicon import (
    CALENDAR, COMMON, COUNTRY, DEMONYM, MODIFIER, ROLE, TITLE, classes, demonyms, fold, singular,
)  # fmt: skip

__all__ = ["Before", "before", "role_after"]

_DETERMINERS = frozenset("the a an his her their its our this that one".split())
_PLURAL_NUMBER = frozenset("two three four five six seven eight nine ten several some other many both all".split())
_ARTICLE_OR_ROLE = re.compile(r", ((?:the |a |an |his |her |its |who is |who was )?)")
_AGE = re.compile(r", (?:aged? )?(\d{2})(?:[- ]years?[- ]old)?(?=[,.;)]| years| and)|,? \((?:aged? )?(\d{2})\)")
_CLAUSE_END = re.compile(r"[;:()]|, | - | – | — |\.(?= |$)")


@dataclass(frozen=True, slots=True)
class Before:
    """The words before a name that belong to it."""

    left: int
    role: str = ""
    title: str = ""
    nationality: str = ""
    plural: bool = False


def before(text: str, start: int, floor: int = 0) -> Before:
    """Read backwards from a name over role words, modifiers and nationalities to the determiner.

    ``floor`` is where the phrase may begin at the earliest.
    """
    table = classes()
    left, found = start, start
    role_start = role_end = -1
    title = nationality = ""
    plural = has_of = False
    while left > floor and text[left - 1] == " ":
        cut = text.rfind(" ", floor, left - 1) + 1
        cut = max(cut, floor)
        raw = text[cut : left - 1]
        word = raw.lstrip("\"'(")
        if (
            not word
            or word[-1] in ',;:!?)"-–—'
            or (word[-1] == "." and not table.get(fold(word[:-1]), 0) & (TITLE | ROLE))
        ):
            break
        key = fold(word.rstrip("."))
        if key.startswith(("then-", "ex-")):
            key = key.partition("-")[2]
        bare = key[:-2] if key.endswith("'s") else key
        flags = table.get(bare, 0)
        opened = raw != word
        country = demonyms().get(bare) or (demonyms().get("u.s.") if bare in ("u.s", "us") and word[0] == "U" else None)
        if country and not (flags & ROLE):
            nationality, found = country, cut + len(raw) - len(word)
        elif flags & (ROLE | TITLE):
            if role_end < 0:
                role_end = left - 1
                title = word if flags & TITLE else ""
                plural = flags & ROLE and key not in _roles() and singular(key) in _roles()
            role_start = found = cut + len(raw) - len(word)
        elif flags & MODIFIER or (key == "general" and role_end < 0):
            if role_end >= 0:
                role_start = found = cut + len(raw) - len(word)
        elif key in _DETERMINERS or (key in _PLURAL_NUMBER and role_end >= 0):
            if role_end >= 0 or nationality:
                found = cut + len(raw) - len(word)
            break
        elif key == "of" and not has_of and role_end < 0 and left < start:
            has_of = True
        elif role_end >= 0 and word[0].isupper() and not flags & (CALENDAR | COMMON) and not opened:
            role_start = found = cut
        else:
            break
        left = cut
        if opened:
            break
    role = text[role_start:role_end] if role_end >= 0 else ""
    return Before(found, _clean(role), title, nationality, bool(plural))


def _roles() -> frozenset[str]:
    from graph.extract.lexicon import words

    return words("roles") | words("titles")


def _clean(role: str) -> str:
    words = role.split(" ")
    while words and fold(words[0]) in demonyms():
        words.pop(0)
    return " ".join(words)


def role_after(text: str, end: int) -> tuple[str, int, int | None]:
    """Read an apposition after a name: role, where it ends, and the age if one is given."""
    age = None
    found = _AGE.match(text, end)
    if found:
        age = int(found[1] or found[2])
        end = found.end()
    lead = _ARTICLE_OR_ROLE.match(text, end)
    if not lead:
        return "", end + (1 if found and text[end : end + 1] == "," else 0), age
    stop = _CLAUSE_END.search(text, lead.end())
    stop_at = stop.start() if stop else len(text)
    phrase = text[lead.end() : min(stop_at, lead.end() + 160)]
    table = classes()
    words = phrase.split(" ")
    for i, word in enumerate(words[:7]):
        flags = table.get(fold(word.rstrip(".,")), 0)
        if flags & (ROLE | TITLE) and (
            i == 0
            or lead[1]
            or words[0][0].islower()
            or table.get(fold(words[0]), 0) & (DEMONYM | MODIFIER | ROLE | COUNTRY)
        ):
            closed = text[stop_at : stop_at + 2] == ", "
            return phrase, stop_at + closed, age
        if not (flags & (MODIFIER | DEMONYM | ROLE) or word[:1].isupper() or word in ("of", "and", "the", "in", "for")):
            break
    return "", end + (1 if found and text[end : end + 1] == "," else 0), age
