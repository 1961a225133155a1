"""Persons of a document: sure names first, then those that sure names explain.

A surname alone is a person where the document names somebody of that name in full; a doubtful name becomes sure where
it stands in a list with sure ones, or where other sentences speak of the same name as of a person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.extract.language.lexicon import COMMON, COUNTRY, DEMONYM, GIVEN, PLACE, SURNAME, fold, singular, words
from graph.extract.language.tokens import Token
from graph.extract.mentions.evidence import SURE, Candidate, weigh
from graph.extract.mentions.names import names
from graph.extract.text import Sentence, Span
from graph.model import Value

__all__ = ["candidates", "doubt", "person", "persons"]

_LIST_BONUS = 1.5
_ITEM_BONUS = 3.0
_HEADLINE = 3.5
_LIST_GAPS = frozenset({", ", " and ", ", and ", "; ", " y ", " & ", " or ", "/", "; and ", ", or ", " e "})


def candidates(index: int, sentence: Sentence, tokens: Sequence[Token], free: Sequence[bool]) -> list[Candidate]:
    """What may be a person in one sentence, weighed by this sentence alone."""
    text = sentence.text
    found: list[Candidate] = []
    floor = 0
    for name in names(text, tokens, free):
        if not (len(name.tokens) == 1 and text.endswith(" & ", 0, name.start)):  # a firm's: "Olmo & Pardo"
            found.append(weigh(index, text, name, max(floor, name.floor)))
        floor = name.end
    _share(text, found)
    if sentence.kind in ("title", "heading"):
        doubt(found, _HEADLINE)
    if sentence.kind == "item" and len(found) == 1 and _is_entry(text, found[0]):
        found[0].score += _ITEM_BONUS
    return found


def _is_entry(text: str, c: Candidate) -> bool:
    """Tell whether a name opens a list item, and nothing but a description follows it."""
    if c.score <= 0 or c.name.start or len(c.name.tokens) < 2:
        return False
    return c.name.end == len(text) or text[c.name.end : c.name.end + 2].strip()[:1] in ",;(-:"


def doubt(found: Iterable[Candidate], malus: float = 1.5) -> None:
    """Ask more of names in a text in capitals: a word that no list knows may be no name at all.

    In a headline, where verbs have a capital letter too, not even a title before it helps: "Governor Resigns".
    """
    for c in found:
        titled = c.before.found and malus < _HEADLINE
        if not titled and not any(t.flags & (GIVEN | SURNAME) or t.initial for t in c.name.tokens):
            c.score -= malus


def _share(text: str, found: Sequence[Candidate]) -> None:
    """Names in one list help each other, and share role and nationality that a plural before the first gives to all."""
    for left, right in pairwise(found):
        if text[left.name.end : min(right.before.left, right.name.start)] not in _LIST_GAPS:
            continue
        if left.before.plural and not right.before.found:
            right.before = replace(
                left.before, left=right.before.left, nationality=left.before.nationality or right.before.nationality
            )
            right.score += 2.5
        if _shares_surname(text, left, right):
            left.surname = text[right.name.tokens[0].end + 1 : right.name.end]
            left.add("shared-surname")
        if len(left.name.tokens) > 1 and len(right.name.tokens) > 1:
            weak, strong = sorted((left, right), key=lambda c: c.score)
            if strong.score >= SURE > weak.score:
                weak.score += _LIST_BONUS


def _shares_surname(text: str, left: Candidate, right: Candidate) -> bool:
    """Tell the first of "Ana and Luis Olmo": given names on both sides, and one surname."""
    first, second = left.name.tokens[0], right.name.tokens
    given = first.flags & GIVEN and not first.flags & (PLACE | COUNTRY | COMMON | DEMONYM)
    if not given or len(left.name.tokens) > 1 or len(second) != 2 or not second[0].flags & GIVEN:
        return False
    return text[left.name.end : right.name.start] == " and " and not (left.before.title or second[1].initial)


def persons(found: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Those of all candidates of a document that are persons, and those that stay doubtful, both in order."""
    pool = list(found)
    _support(pool)
    known = _surnames(pool)
    singles: dict[str, float] = {}
    for c in pool:
        if len(c.name.tokens) == 1 and c.score > 0:
            key = c.name.tokens[0].key
            singles[key] = max(singles.get(key, 0.0), c.score) + 0.5 * min(singles.get(key, 0.0), c.score)
    _part(pool, known)
    sure: list[Candidate] = []
    doubtful: list[Candidate] = []
    for c in pool:
        (sure if _accepted(c, known, singles) else doubtful).append(c)
    return sure, doubtful


def _part(pool: Sequence[Candidate], known: Mapping[str, set[tuple[str, ...]]]) -> None:
    """Share no surname with somebody whom the document names by another one: "Ana Ruiz … Ana and Luis Olmo"."""
    for c in pool:
        full = {keys for keys in known.get(c.name.tokens[0].key, ()) if len(keys) > 1} if c.surname else ()
        if any(keys[0] == c.name.tokens[0].key and fold(c.surname) not in keys for keys in full):
            c.surname = ""


def _support(pool: Sequence[Candidate]) -> None:
    """Let what the document says of a surname alone speak for the full names that end in it."""
    alone: dict[str, float] = {}
    for c in pool:
        if len(c.name.tokens) == 1 and c.score > 0:
            key = c.name.tokens[0].key
            alone[key] = min(alone.get(key, 0.0) + c.score, 4.0)
    for c in pool:
        if len(c.name.tokens) > 1 and 0 < c.score < SURE:
            best = max((alone.get(key, 0.0) for key in c.name.keys[1:]), default=0.0)
            c.score += best


def _surnames(pool: Sequence[Candidate]) -> dict[str, set[tuple[str, ...]]]:
    """Word of a sure name → the sure names that hold it."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for c in pool:
        if c.score < SURE:
            continue
        keys = c.name.keys
        start = 1 if len(keys) > 1 and not c.name.tokens[0].flags & GIVEN else 0
        for key in keys[start:] or keys:
            known.setdefault(key, set()).add(keys)
    return known


def _accepted(c: Candidate, known: dict[str, set[tuple[str, ...]]], singles: dict[str, float]) -> bool:
    if c.score >= SURE:
        return True
    keys = c.name.keys
    holders = [known.get(key, set()) for key in keys]
    if len(keys) > 1 and any(keys in holder for holder in holders):
        return True  # sure in another sentence, word for word
    if keys and all(holders):
        if len(keys) > 1:
            return bool(set.intersection(*holders))
        flags = c.name.tokens[0].flags
        return c.score >= (-1.6 if flags & (COMMON | COUNTRY | DEMONYM | PLACE) else -4.5)
    if len(keys) == 1:
        token = c.name.tokens[0]
        enough = 1.0 if token.flags & SURNAME and not token.flags & (PLACE | COMMON | COUNTRY | DEMONYM) else 2.5
        return c.score > 0 and singles.get(keys[0], 0.0) >= enough
    return False


def person(text: str, c: Candidate) -> Span:
    """Make the span of a person, with what the words around it say."""
    properties: dict[str, Value] = {}
    role, title = _office(c)
    if role or c.after.role:
        properties["role"] = role or c.after.role
    if title:
        properties["title"] = title
    if c.before.nationality:
        properties["nationality"] = c.before.nationality
    if c.after.age is not None:
        properties["age"] = c.after.age
    name = text[c.name.start : c.name.end]
    if c.name.nickname:
        properties["alias"] = c.name.nickname
        name = _without_nickname(name)
    if c.surname:
        name = f"{name} {c.surname}"
    left = min(c.before.left, c.name.start)
    rule = "person: " + (", ".join(c.why) if c.score >= SURE else "named elsewhere in the document")
    confidence = round(min(0.99, 0.6 + 0.06 * max(c.score, 0.0)), 2)
    return Span(c.name.start, c.name.end, "person", name, left, c.after.right, confidence, rule, properties)


def _office(c: Candidate) -> tuple[str, str]:
    """Tell the role before a name from the title: "Mr." and "General" are titles, "judge" and "Mayor" offices."""
    role, title = c.before.role, c.before.title
    head, _, last = role.rpartition(" ")
    if c.before.plural:
        role = f"{head} {singular(last)}".strip()
    key = fold(title.removesuffix("."))
    if key in words("forms_of_address"):
        return (head if last == title else role), title
    if key not in words("ranks"):
        return role, ""
    return ("" if role == title else role), title


def _without_nickname(name: str) -> str:
    head, _, rest = name.partition('"')
    return f"{head.rstrip(' (')} {rest.partition(chr(34))[2].lstrip(' )')}"
