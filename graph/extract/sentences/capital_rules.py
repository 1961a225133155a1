"""Which words of a text in capitals get a capital letter: a few rules, each for one reason."""

import re
from collections.abc import Mapping
from functools import cache

from graph.extract.language.grammar import grammar
from graph.extract.language.lexicon import (
    CALENDAR,
    COMMON,
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
    fold,
    pairs,
    places,
    words,
)
from graph.extract.sentences.capital_bodies import expanded, explained, fighting, quoted, styled
from graph.extract.sentences.capital_words import WORD, Words

__all__ = ["FIRST", "RULES", "listed"]

_NUMBER = re.compile(r"-\d{1,2}\b")
_ROMAN = frozenset({"i", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"})
_SUFFIXES = frozenset({"junior", "filho", "neto"})
_AFTER_SURNAME = frozenset({"who", "whom", "whose", "was", "were", "is", "has", "had", "will", "said", "told"})
_ARTICLES = frozenset({"el", "la", "los"})
_CLOSING = re.compile(r" ?\d{0,2},?[\"')]")
_CALLING = frozenset({"nicknamed", "alias", "aka", "dubbed"})
_MONTHS_OR_WORDS = frozenset({"may", "march", "mar", "dec", "sun", "sat", "mon", "second"})


def listed(w: Words, i: int) -> int:
    """Mark a listed name of several words, or an acronym; give the index of the word after it."""
    key, text = w.keys[i], w.found[i][0]
    if ("." in text and len(text) > 3) or (len(text) > 5 and not text.strip("X")):
        w.keep[i] = True
        return i + 1
    for length in range(_first_words().get(key, 0), 1, -1):
        last = i + length - 1
        if last < len(w.keys) and fold(w.line[w.found[i].start() : w.found[last].end()]) in _names():
            w.capitalise(i, last)
            return i + length
    number = _NUMBER.match(w.line, w.found[i].end())
    if number and text + number[0] in pairs("acronyms"):  # "M-19"
        w.keep[i] = True
        return i + 1
    if pairs("acronyms").get(text) and key not in words("ambiguous_acronyms"):
        w.keep[i] = True
    elif key in _single_names():
        w.upper[i] = True
    return i + 1


def alone(w: Words, i: int) -> None:
    """Decide a word by its own class."""
    key, flags = w.keys[i], w.flags[i]
    if flags & CALENDAR:
        w.upper[i] = key not in _MONTHS_OR_WORDS or _dated(w, i)
    elif flags & (COUNTRY | DEMONYM) and not flags & STARTER:
        w.upper[i] = True
    elif flags & (STARTER | TITLE | ROLE):
        w.upper[i] = False
    elif flags & (GIVEN | SURNAME | PLACE):
        w.upper[i] = not w.plain[i]
    elif not w.plain[i] and len(key) > 1 and key not in words("small_words"):
        start, end = w.found[i].span()
        bracketed = w.line[start - 1 : start] == "(" and w.line[end : end + 1] == ")" and len(key) < 9
        short = len(key) < 6 and (not re.search("[aeiouy]", key) or _acts(w, i))
        w.keep[i] = bracketed or short or key in _ROMAN
        w.upper[i] = not w.keep[i]


def _acts(w: Words, i: int) -> bool:
    """Tell a short acronym from a name: an article before it, or a role behind it: "the COB", "COB leader"."""
    led = i > 0 and w.keys[i - 1] == "the" and w.gap(i - 1) == " "
    return led or (i + 1 < len(w.keys) and w.gap(i) == " " and bool(w.flags[i + 1] & ROLE))


def _dated(w: Words, i: int) -> bool:
    """Tell a month from a plain word: a number stands beside it, or a preposition before it."""
    start, end = w.found[i].span()
    if re.match(r"\.? \d", w.line[end : end + 3]) or re.search(r"\d $", w.line[max(0, start - 3) : start]):
        return True
    led = i > 0 and w.keys[i - 1] in ("in", "last", "this", "next", "since", "until", "early", "late", "of")
    return led and (i + 1 == len(w.keys) or w.plain[i + 1])


def beside(w: Words, i: int) -> None:
    """Decide a word that is a name only beside another: "MARK OLMO", "ANA RICE", an initial."""
    key, flags = w.keys[i], w.flags[i]
    after = i + 1 < len(w.keys) and w.gap(i) in (" ", ". ")
    before = i > 0 and w.gap(i - 1) in (" ", ". ")
    if len(key) == 1 and w.line.startswith(".", w.found[i].end()):
        w.upper[i] = (before and w.upper[i - 1]) or (after and w.upper[i + 1])
    elif after and key in words("place_firsts"):
        w.upper[i] = w.upper[i + 1]
    elif after and w.found[i][0] == "US" and w.plain[i + 1]:
        w.keep[i] = bool(w.flags[i + 1] & (ORGHEAD | ROLE | MODIFIER)) or (i > 0 and w.keys[i - 1] == "the")
    elif after and flags & GIVEN and not flags & STARTER and key != "said" and not _led_by_verb(w, i):
        w.upper[i] = _surname_follows(w, i)
    elif (before and not after and key in _SUFFIXES and w.upper[i - 1]) or (i > 1 and _after_nickname(w, i)):
        w.upper[i] = True
    elif before and flags & SURNAME and not flags & (STARTER | ROLE):
        given = w.flags[i - 1] & GIVEN and (w.upper[i - 1] or not w.plain[i - 1])
        w.upper[i] = bool(given) or w.keys[i - 1] in words("sure_titles")


def surname(w: Words, i: int) -> None:
    """Mark a plain word as a surname where a given name stands before it and the phrase ends: "CARLOS PLAZAS,"."""
    if i == 0 or w.gap(i - 1) != " " or not w.upper[i - 1] or not w.plain[i] or len(w.keys[i]) < 4:
        return
    if w.flags[i] & ~(COMMON | GIVEN | SURNAME) or w.keys[i] in words("after_names"):
        return
    known = grammar().get(w.keys[i])
    if known is not None and (known.part != "verb" or known.form != "base"):
        return
    before = w.flags[i - 1]
    given = before & GIVEN and not before & (PLACE | COUNTRY | CALENDAR | DEMONYM)
    full = i > 1 and w.gap(i - 2) == " " and w.upper[i - 2] and w.flags[i - 2] & GIVEN and w.flags[i] & SURNAME
    w.upper[i] = bool(given or full) and _phrase_ends(w, i)


def _phrase_ends(w: Words, i: int) -> bool:
    """Tell whether a mark, a possessive, "who" or an auxiliary verb follows a word."""
    gap = w.gap(i)
    follows = w.keys[i + 1] if i + 1 < len(w.keys) else ""
    return gap[:1] in tuple(",.;:)\n") or w.found[i][0].endswith("'S") or (gap == " " and follows in _AFTER_SURNAME)


def _led_by_verb(w: Words, i: int) -> bool:
    """Tell whether a plain word is a verb: "TO ROB OLMO"."""
    return w.plain[i] and i > 0 and w.keys[i - 1] in words("verb_leads") and w.keys[i - 1] != "and"


def _after_nickname(w: Words, i: int) -> bool:
    """Tell whether a nickname in quotation marks and a given name stand before a word."""
    quoted = w.gap(i - 1) in ('" ', "' ") and w.gap(i - 2) in (' "', " '")
    return quoted and bool(w.flags[i - 2] & GIVEN) and w.upper[i - 2]


def _surname_follows(w: Words, i: int) -> bool:
    """Tell whether the next word is a surname."""
    flags = w.flags[i + 1]
    named = w.upper[i + 1] and not flags & (DEMONYM | CALENDAR | COUNTRY)
    return named or bool(flags & SURNAME and not flags & (ROLE | STARTER))


def bodies(w: Words, i: int) -> None:
    """Mark public bodies: adjectives before a head noun, what follows "ministry of", an embassy's town."""
    if not w.flags[i] & ORGHEAD or w.keys[i] in words("orgs_not_in_capitals"):
        return
    if w.keys[i] in ("embassy", "consulate", "amembassy", "amconsul") and w.gap(i) == " " and w.upper[i + 1]:
        w.upper[i] = True
        return
    first = i
    while first and w.gap(first - 1) == " " and w.keys[first - 1] in words("body_adjectives"):
        first -= 1
    last = _topic_end(w, i)
    if first < i or last > i:
        w.capitalise(first, last)


def _topic_end(w: Words, i: int) -> int:
    """Index of the last word of "of defense", "of foreign relations" after a head noun; its own if none follows."""
    heads = words("body_heads")
    if i + 2 >= len(w.keys) or w.gap(i) != " " or w.keys[i] not in heads or w.keys[i + 1] not in ("of", "for"):
        return i
    topics = words("body_topics")
    k = i + 2 + (w.keys[i + 2] == "the" and i + 3 < len(w.keys))
    if not (w.flags[k] & (MODIFIER | ORGHEAD) or w.keys[k] in topics or w.upper[k]):
        return i
    while k + 1 < len(w.keys) and w.gap(k) == " " and (w.keys[k + 1] in topics or (w.upper[k] and w.upper[k + 1])):
        k += 1
    if k + 2 < len(w.keys) and w.keys[k + 1] == "and" and w.keys[k + 2] in topics:
        k += 2
    return k


def called(w: Words, i: int) -> None:
    """Mark a plain word that names an operation, a case or a cartel: "OPERATION LANTERN", "THE SAFFRON CASE"."""
    if w.keys[i] == "operation" and w.gap(i).strip(' "') == "" and i + 1 < len(w.keys) and w.upper[i + 1]:
        w.upper[i] = True
    if not w.plain[i] or w.flags[i] & STARTER or len(w.keys[i]) < 4 or w.keys[i] in words("plain_before_case"):
        return
    before = w.keys[i - 1] if i and not w.gap(i - 1).strip(' "') else ""
    after = w.keys[i + 1] if i + 1 < len(w.keys) and not w.gap(i).strip(' "') else ""
    if before in ("operation", "operativo", "operacion", "codenamed"):
        w.upper[i] = w.upper[i - 1] = True
    elif after in ("case", "cartel", "cartels", "affair") and (before == "the" or before.isdigit()):
        w.upper[i] = not w.flags[i] & ROLE


def nickname(w: Words, i: int) -> None:
    """Mark a nickname with its Spanish article: behind a name in quotation marks or brackets, or behind "nicknamed"."""
    if w.keys[i] not in _ARTICLES or i == 0 or w.gap(i) != " ":
        return
    before = w.gap(i - 1).strip()
    if not before and w.keys[i - 1] in _CALLING:
        w.upper[i] = w.upper[i + 1] = True
        return
    led = w.upper[i - 1] or len(before) > 1 or w.keys[i] == "los" or w.keys[i - 1] in {"as", *_CALLING}
    if not led or not before.endswith(("(", '"', "'")):  # "the 'La Prima' farm" is none
        return
    longest = 1 if before == "(" else 3
    for last in range(i + 1, min(i + 1 + longest, len(w.keys))):
        if _CLOSING.match(w.line, w.found[last].end()):
            w.upper[i : last + 1] = [True] * (last + 1 - i)
            return
        if w.gap(last) != " ":
            return


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
        head = name.split(" ")[0].removesuffix("'s")
        first[head] = max(first.get(head, 0), len(WORD.findall(name)))
    return first


RULES = (alone, beside, surname, bodies, called, explained, fighting, nickname)
"""In this order, for words not yet marked; each sees what those before it marked."""

FIRST = (quoted, styled, expanded)
"""Before those, for all words."""
