"""Names of organisations around a head noun with a capital letter: "Ministry of Defense", "National Police"."""

from collections.abc import Sequence

from graph.extract.language.lexicon import (
    ACRONYM,
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
    TITLE,
    words,
)
from graph.extract.language.tokens import Token
from graph.extract.mentions.bodies import heads, organization
from graph.extract.text import Span

__all__ = ["by_head"]

_OF = frozenset(
    {" of ", " of the ", " for ", " for the ", " on ", " on the ", " against ", " de ", " del ", " de la ", " de los "}
    | {" do ", " da ", " to ", " in ", " en ", " contra ", " para ", " para el ", " para la ", " of La ", " das "}
)
_ENGLISH_OF = frozenset({" of ", " for ", " to ", " in ", " on ", " against "})
_AND = frozenset({" and ", " & ", " y ", " e ", " and the "})
_INNER = frozenset({" into ", " with ", " without ", " from "}) | _OF | _AND
_BEFORE_PLACE = frozenset({" in ", " to ", " from ", " with ", " on "})
_LINKED_BACK = frozenset({" ", "'s ", "' ", "-", " & ", "/"})
_MOST_WORDS = 12


def by_head(text: str, tokens: Sequence[Token], i: int, floor: int) -> list[Span]:
    """Organisations named around the head noun at token ``i``, not before ``floor``: one, or two that share a part."""
    if _describes(text, tokens, i):
        return []
    last = i
    while _adjacent(text, tokens, last) and tokens[last + 1].flags & ORGHEAD:
        last += 1
    first = _back(text, tokens, i, floor)
    end = _juxtaposed(text, tokens, last) if first == i == last else last
    end = _forward(text, tokens, end)
    if first == i and end == i:
        return _alone(text, tokens, i)
    kind = heads()[tokens[i if end > last else last].key][0]
    shared = _shared_of(text, tokens, (first, i, end), kind) or _shared_adjective(text, tokens, (first, last), kind)
    kind = _armed(tokens[first : end + 1], kind)
    return shared or [organization(text, (tokens[first].start, tokens[end].end), kind, 0.85, "head noun")]


def _describes(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word such as "Liberation" only describes the head noun behind it: "Liberation Armed Forces"."""
    if tokens[i].key not in words("armed_words"):
        return False
    k = i
    while _adjacent(text, tokens, k) and k - i < 3:
        k += 1
        if tokens[k].key in words("fighting_heads"):
            return k > i + 1
    return False


def _armed(name: Sequence[Token], kind: str) -> str:
    """The kind of a body; a front or army of liberation is an armed group."""
    if kind == "agency" and any(token.key in ("commando", "commandos") for token in name):
        return "armed_group"
    if kind in ("agency", "organization") and any(token.key in words("armed_words") for token in name):
        return "armed_group" if any(token.key in words("fighting_heads") for token in name) else kind
    return kind


def _adjacent(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the next capitalised word is the next word."""
    return i + 1 < len(tokens) and text[tokens[i].end : tokens[i + 1].start] == " "


def _alone(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    token = tokens[i]
    if token.key not in words("orgs_alone") or (token.start == 0 and token.flags & COMMON):
        return []
    if _adjacent(text, tokens, i) and tokens[i + 1].flags & (ROLE | TITLE):
        return []
    return [organization(text, (token.start, token.end), heads()[token.key][0], 0.6, "head noun alone")]


def _back(text: str, tokens: Sequence[Token], i: int, floor: int) -> int:
    """Index of the first word of a name whose head is token ``i``."""
    j = i
    while j > 0 and tokens[j - 1].start >= floor and _precedes(text, tokens, j, i):
        j -= 1
    if j < i and tokens[j].flags & ACRONYM and len(tokens[j].word) > 2 and not tokens[j].flags & (PLACE | COUNTRY):
        j += 1  # "DEA Regional Office": two names
    return j


def _precedes(text: str, tokens: Sequence[Token], j: int, head: int) -> bool:
    """Tell whether the word before token ``j`` belongs to the name."""
    word, gap = tokens[j - 1], text[tokens[j - 1].end : tokens[j].start]
    if word.flags & (STARTER | CALENDAR):
        return word.key in ("first", "second", "third") and gap == " "
    if gap == " and ":
        return j == head and bool(word.flags & (COMMON | ORGHEAD | MODIFIER)) and not word.flags & (COUNTRY | ACRONYM)
    if gap in ("'s ", "' "):
        return word.key in words("head_owners")
    if gap not in _LINKED_BACK:
        return False
    if word.flags & (ROLE | TITLE):
        return word.key in words("head_roles")
    fighters = tokens[head].key in words("fighting_heads")  # may be named for a person: "the Ana Ruiz Front"
    return fighters or not (word.flags & GIVEN and not word.flags & (DEMONYM | PLACE | COMMON | COUNTRY | MODIFIER))


def _juxtaposed(text: str, tokens: Sequence[Token], i: int) -> int:
    """Index of the last word that follows a head directly: "Embassy Lagos", "Instituto Nacional"."""
    if tokens[i].key not in words("heads_before_name"):
        return i
    j = i
    while _adjacent(text, tokens, j) and not tokens[j + 1].flags & (ROLE | CALENDAR | STARTER) and j - i < 5:
        if tokens[j + 1].flags & TITLE and tokens[j + 1].key != "general":
            break
        j += 1
    return j


def _forward(text: str, tokens: Sequence[Token], head: int) -> int:
    """Index of the last word of the "of …" part after a head."""
    j = head
    while j + 1 < len(tokens) and j - head < _MOST_WORDS:
        gap, word = text[tokens[j].end : tokens[j + 1].start], tokens[j + 1]
        if word.flags & CALENDAR or (word.flags & TITLE and not word.flags & (ORGHEAD | COMMON | MODIFIER)):
            named = tokens[j].key if gap == " " else "office" if tokens[head].key == "office" else ""
            if word.key not in words("head_roles") or named not in words("head_roles") | {"office"}:
                break  # "the Office of the Attorney General" is no person's
        if j == head and gap not in _OF:
            break
        if not _follows(gap, tokens[j], word) and not (gap == ", " and _listed(text, tokens, j + 1)):
            break
        j += 1
    if j > head and tokens[j].flags & DEMONYM and _adjacent(text, tokens, j) and tokens[j + 1].flags & (ROLE | TITLE):
        j -= 1  # "the Cabinet of Norlandian President Ana Ruiz": the adjective is the president's
    return j


def _follows(gap: str, before: Token, word: Token) -> bool:
    """Tell whether a name goes on over this gap."""
    flags = word.flags
    if gap == " " and flags & GIVEN and not flags & (PLACE | COUNTRY | COMMON | MODIFIER | DEMONYM | ORGHEAD):
        return not before.flags & (COMMON | MODIFIER | ORGHEAD)  # "the Court of Justice Ana Olmo"
    if gap == " ":
        return not flags & ROLE or bool(flags & (COMMON | MODIFIER | ORGHEAD))
    if gap in _AND:
        if before.flags & COUNTRY or flags & (COUNTRY | GIVEN) or (flags & ACRONYM and len(word.word) > 1):
            return False
        return not flags & ORGHEAD or bool(before.flags & (COMMON | MODIFIER))
    if gap in _ENGLISH_OF and flags & GIVEN and not flags & (PLACE | COUNTRY | COMMON | MODIFIER | DEMONYM):
        return False  # the office of a person
    return gap in _INNER and not (gap in _BEFORE_PLACE and flags & (PLACE | COUNTRY))


def _listed(text: str, tokens: Sequence[Token], k: int) -> bool:
    """Tell whether ", X" goes on as ", X and Y" inside a name: "Planning, Research and Statistics"."""
    while tokens[k].flags & (COMMON | MODIFIER) and k + 1 < len(tokens):
        gap = text[tokens[k].end : tokens[k + 1].start]
        if gap in (" and ", ", and "):
            return bool(tokens[k + 1].flags & (COMMON | MODIFIER))
        if gap != " ":
            return False
        k += 1
    return False


def _shared_of(text: str, tokens: Sequence[Token], at: tuple[int, int, int], kind: str) -> list[Span]:
    """Two organisations that share a word: "Army and Navy of X", "Armed Forces of X and Y".

    ``at`` are the indexes of the name's first word, its head and its last word.
    """
    first, i, end = at
    if end == i or not tokens[end].flags & COUNTRY:
        return []
    place = (tokens[i].start, tokens[end].end)
    before = tokens[i - 1] if i else None
    if before and before.flags & ORGHEAD and text[before.end : tokens[i].start] == " and ":
        name = before.word + text[tokens[i].end : tokens[end].end]
        return [
            organization(text, (before.start, before.end), kind, 0.8, "shared part", name),
            organization(text, place, kind, 0.8, "shared part"),
        ]
    other = tokens[end + 1] if end + 1 < len(tokens) else None
    if other and other.flags & COUNTRY and text[tokens[end].end : other.start] == " and ":
        name = text[tokens[first].start : tokens[end].start] + other.word
        return [
            organization(text, (tokens[first].start, tokens[end].end), kind, 0.8, "shared part"),
            organization(text, (other.start, other.end), kind, 0.7, "shared part", name),
        ]
    return []


def _shared_adjective(text: str, tokens: Sequence[Token], at: tuple[int, int], kind: str) -> list[Span]:
    """Two nationalities before one head noun are two organisations: "the Peruvian and Mexican Governments"."""
    first, last = at
    if not (first and last > first and tokens[first].flags & DEMONYM and tokens[last].key.endswith("s")):
        return []
    other = tokens[first - 1]
    if not other.flags & DEMONYM or text[other.end : tokens[first].start] != " and ":
        return []
    noun = text[tokens[first].end : tokens[last].end].removesuffix("s")
    place = (tokens[first].start, tokens[last].end)
    return [
        organization(text, (other.start, other.end), kind, 0.7, "shared part", other.word + noun),
        organization(text, place, kind, 0.8, "shared part", tokens[first].word + noun),
    ]
