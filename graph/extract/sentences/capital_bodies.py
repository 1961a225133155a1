"""Which words of a text in capitals name a group: what quotation marks, an acronym behind it or its head noun show."""

from graph.extract.language.grammar import grammar
from graph.extract.language.lexicon import CALENDAR, COUNTRY, DEMONYM, ORGHEAD, ROLE, STARTER, TITLE, words
from graph.extract.sentences.capital_words import Words

__all__ = ["expanded", "explained", "fighting", "quoted", "styled"]

_LONGEST = 7  # words of a name
_ACRONYM = 10  # letters of the longest
_QUOTE = '"'


def quoted(w: Words, i: int) -> None:
    """Mark what stands in quotation marks beside a group's noun: 'the "RED DAWN" movement', 'self-styled "OWLS"'."""
    start = w.found[i].start()
    if w.line[start - 1 : start] != _QUOTE or (start > 1 and w.line[start - 2].isalnum()):
        return
    last = i
    while last - i < _LONGEST and w.gap(last) in (" ", "-", "'"):
        last += 1
    if not w.gap(last).lstrip(",.").startswith(_QUOTE):
        return
    led = i > 0 and (w.keys[i - 1] in words("group_leads"))
    followed = last + 1 < len(w.keys) and w.gap(last) == '" ' and w.keys[last + 1] in words("group_followers")
    headed = bool(w.flags[last] & ORGHEAD) and w.keys[last] in words("fighting_heads")
    if led or followed or headed:
        w.capitalise(i, last)


def styled(w: Words, i: int) -> None:
    """Mark what a group is called without quotation marks: "A SELF-STYLED OLMO RARE FRONT", "CALLED THE OWLS"."""
    if w.keys[i] not in words("group_styles") or w.gap(i) != " ":
        return
    if w.keys[i] in ("called", "named") and (i == 0 or w.keys[i - 1] not in words("group_nouns")):
        return
    article = w.keys[i + 1] == "the" and w.gap(i + 1) == " "
    first = i + 1 + article
    last, k = (first if article else -1), first
    while k - first < _LONGEST and not _verb(w.keys[k]):
        if k > first and w.keys[k] in words("fighting_heads") | words("group_nouns") | words("armed_words"):
            last = k
        if w.gap(k) not in (" ", "-"):
            break
        k += 1
    if last >= first:
        w.capitalise(first, last)


def expanded(w: Words, i: int) -> None:
    """Mark an acronym before its expansion in parentheses, and that: "ARUD (RURAL DEFENSE AUTHORITY)"."""
    if w.gap(i) != " (" or len(w.keys[i]) > _ACRONYM or w.flags[i] & (ROLE | TITLE | STARTER):
        return
    k = i + 1
    while k + 1 < len(w.keys) and w.gap(k) in (" ", "-"):
        k += 1
    names = [n for n in range(i + 1, k + 1) if w.keys[n] not in words("small_words")]
    if not w.gap(k).startswith(")") or not 1 < len(names) < 9 or not any(w.flags[n] & ORGHEAD for n in names):
        return
    if all(w.keys[n][0] in w.keys[i] for n in names) or not w.plain[i]:
        w.keep[i] = True
        w.capitalise(i + 1, k)


def explained(w: Words, i: int) -> None:
    """Mark a group's name before its acronym in parentheses: "THE PLAIN WORDS MOVEMENT (PWM)"."""
    head = w.flags[i] & ORGHEAD or w.keys[i] in words("fighting_heads")
    if not head or not _acronym(w, i):
        return
    first = _first(w, i, set())
    if first < i:
        w.capitalise(first, i)


def fighting(w: Words, i: int) -> None:
    """Mark a group's name by its head noun and a word such as "liberation": "PEOPLE'S REVOLUTIONARY COMMAND"."""
    if w.keys[i] not in words("fighting_heads"):
        return
    first = _first(w, i, words("armed_words") | words("body_adjectives"))
    telling = words("armed_words") - words("camps")
    if i - first > 1 and any(w.keys[k] in telling for k in range(first, i)):
        w.capitalise(first, i)


def _acronym(w: Words, i: int) -> bool:
    """Tell whether a word alone in parentheses follows, short as an acronym is."""
    following = w.keys[i + 1] if w.gap(i) == " (" and i + 1 < len(w.keys) else ""
    return 2 <= len(following) <= 8 and w.line.startswith(")", w.found[i + 1].end()) and not w.plain[i + 1]


def _verb(key: str) -> bool:
    """Tell a word that is a verb and nothing else; "armed" and "united" stand in names."""
    word = grammar().get(key)
    return word is not None and word.part == "verb" and not word.noun and key not in words("body_adjectives")


def _first(w: Words, i: int, allowed: set[str] | frozenset[str]) -> int:
    """Index of the first word of a name that ends at a head noun; of plain words only those ``allowed``, if any are."""
    first = i
    stops = STARTER | CALENDAR | DEMONYM | COUNTRY | TITLE | ROLE
    while first and i - first < _LONGEST and w.gap(first - 1) in (" ", "'S ", "-"):
        key, flags = w.keys[first - 1], w.flags[first - 1]
        if w.found[first - 1][0].endswith("'S"):
            key = f"{key}'s"
        if flags & stops and key not in words("body_adjectives"):
            break
        if _verb(key) or key in words("camps") or key in words("small_words") or key in words("verb_leads"):
            break
        if allowed and not (key in allowed or w.upper[first - 1]):
            break
        first -= 1
    return first
