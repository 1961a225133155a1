"""Names of organisations built around a head noun: "Ministry of Defense", "National Police", "Oriente cartel"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graph.extract.lexicon import (
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
    fold,
    pairs,
    places,
    words,
)
from graph.extract.text import Span
from graph.extract.tokens import Token

__all__ = ["by_head", "by_lower_head", "by_lower_head_of", "heads", "organization"]

_OF = frozenset(
    {
        " of ",
        " of the ",
        " for ",
        " for the ",
        " on ",
        " on the ",
        " against ",
        " de ",
        " del ",
        " de la ",
        " de los ",
        " do ",
    }
    | {
        " da ",
        " to ",
        " in ",
        " en ",
        " contra ",
        " for Prevention of ",
        " para ",
        " para el ",
        " para la ",
        " of La ",
        " das ",
    }
)
_INNER = frozenset({" into ", " to ", " with ", " without ", " from ", " e ", " y "}) | _OF
_AND = frozenset({" and ", " & ", " y ", " e ", " and the "})
_LINKED_BACK = frozenset({" ", "'s ", "' ", "-", " & ", "/"})
_OWNERS = frozenset(
    "general prosecutor people women children workers president attorney sheriff governor coroner mayor".split()
)
_INSIDE_ROLES = frozenset(
    "attorney general prosecutor chief public inspector comptroller defense consul sheriff director".split()
)
_NOT_HEAD_AFTER = frozenset(
    (
        "official",
        "officer",
        "officers",
        "officials",
        "chief",
        "chiefs",
        "commander",
        "commanders",
        "station",
        "stations",
        "source",
    )
    + (
        "sources",
        "member",
        "members",
        "leader",
        "leaders",
        "boss",
        "bosses",
        "spokesman",
        "spokeswoman",
        "minister",
        "ministers",
    )
    + (
        "colonel",
        "captain",
        "lawyer",
        "prosecutor",
        "operative",
        "operatives",
        "associate",
        "associates",
        "kingpin",
        "agent",
    )
    + (
        "agents",
        "sergeant",
        "lieutenant",
        "major",
        "academy",
        "base",
        "vessel",
        "vessels",
        "ship",
        "ships",
        "aircraft",
        "helicopter",
    )
    + (
        "helicopters",
        "plane",
        "planes",
        "custody",
        "protection",
        "presence",
        "attache",
        "advisor",
        "adviser",
        "personnel",
    )
    + (
        "participant",
        "participants",
        "headquarters",
        "barracks",
        "reports",
        "report",
        "activity",
        "activities",
        "violence",
    )
    + (
        "assistance",
        "aid",
        "cooperation",
        "patrol",
        "patrols",
        "operation",
        "operations",
        "raid",
        "raids",
        "uniforms",
        "coup",
    )
)


@cache
def heads() -> Mapping[str, tuple[str, bool]]:
    """Head noun, folded → kind, and whether it makes an organisation in lower case too."""
    return {fold(word): (kind.rstrip("!"), kind.endswith("!")) for word, kind in pairs("organization_heads").items()}


def organization(text: str, start: int, end: int, kind: str, confidence: float, rule: str, name: str = "") -> Span:
    """Make the span of an organisation; its noun phrase takes the article in."""
    left = start - 4 if text[max(0, start - 4) : start].lower() == "the " else start
    return Span(start, end, kind, name or text[start:end], left, end, confidence, rule)


def by_head(text: str, tokens: Sequence[Token], i: int, floor: int) -> list[Span]:
    """Organisations named around the capitalised head noun at token ``i``: one, or two that share a part."""
    last = i
    while _adjacent(text, tokens, last) and tokens[last + 1].flags & ORGHEAD:
        last += 1
    first = _back(text, tokens, i, floor)
    end = _juxtaposed(text, tokens, last) if first == i == last else last
    end = _forward(text, tokens, end)
    if first == i and end == i:
        return _alone(text, tokens, i)
    kind = heads()[tokens[i if end > last else last].key][0]
    shared = _shared_of(text, tokens, i, end, kind) or _shared_adjective(text, tokens, first, last, kind)
    if shared:
        return shared
    return [organization(text, tokens[first].start, tokens[end].end, kind, 0.85, "organization: head noun")]


def _adjacent(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the next capitalised word is the next word."""
    return i + 1 < len(tokens) and text[tokens[i].end : tokens[i + 1].start] == " "


def _alone(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    token = tokens[i]
    if token.key not in words("orgs_alone") or (token.start == 0 and token.flags & COMMON):
        return []
    if _adjacent(text, tokens, i) and tokens[i + 1].flags & (ROLE | TITLE):
        return []
    return [organization(text, token.start, token.end, heads()[token.key][0], 0.6, "organization: head noun alone")]


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
    if gap not in _LINKED_BACK:
        return False
    if gap in ("'s ", "' "):
        return word.key in _OWNERS
    if word.flags & (ROLE | TITLE):
        return word.key in _INSIDE_ROLES
    return not (word.flags & GIVEN and not word.flags & (DEMONYM | PLACE | COMMON | COUNTRY | MODIFIER))


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
    while j + 1 < len(tokens) and j - head < 12:
        gap, word = text[tokens[j].end : tokens[j + 1].start], tokens[j + 1]
        if word.flags & CALENDAR or (word.flags & TITLE and not word.flags & (ORGHEAD | COMMON | MODIFIER)):
            break
        if j == head and gap not in _OF:
            break
        if gap in _AND:
            if (
                tokens[j].flags & COUNTRY
                or word.flags & (COUNTRY | GIVEN)
                or (word.flags & ACRONYM and len(word.word) > 1)
            ):
                break
            if word.flags & ORGHEAD and not tokens[j].flags & (COMMON | MODIFIER):
                break
        elif gap == " ":
            if word.flags & ROLE and not word.flags & (COMMON | MODIFIER | ORGHEAD):
                break
        elif gap == ", ":
            if not _listed(text, tokens, j + 1):
                break
        elif gap not in _INNER or (
            gap in (" in ", " to ", " from ", " with ", " on ") and word.flags & (PLACE | COUNTRY)
        ):
            break
        j += 1
    return j


def _listed(text: str, tokens: Sequence[Token], k: int) -> bool:
    """Tell whether ", X" goes on as ", X and Y" inside a name: "Planning, Research and Statistics"."""
    if not tokens[k].flags & (COMMON | MODIFIER) or k + 1 >= len(tokens):
        return False
    gap = text[tokens[k].end : tokens[k + 1].start]
    if gap == " ":
        return _listed(text, tokens, k + 1)
    return gap in (" and ", ", and ") and bool(tokens[k + 1].flags & (COMMON | MODIFIER))


def _shared_of(text: str, tokens: Sequence[Token], i: int, end: int, kind: str) -> list[Span]:
    """Two organisations that share a word: "Army and Navy of X", "Armed Forces of X and Y"."""
    if end == i or not tokens[end].flags & COUNTRY:
        return []
    rule = "organization: shared part"
    tail = text[tokens[i].end : tokens[end].end]
    if i and text[tokens[i - 1].end : tokens[i].start] == " and " and tokens[i - 1].flags & ORGHEAD:
        start = tokens[i - 1].start
        return [
            organization(text, start, tokens[i - 1].end, kind, 0.8, rule, tokens[i - 1].word + tail),
            organization(text, tokens[i].start, tokens[end].end, kind, 0.8, rule),
        ]
    if (
        end + 1 < len(tokens)
        and text[tokens[end].end : tokens[end + 1].start] == " and "
        and tokens[end + 1].flags & COUNTRY
    ):
        first = _back(text, tokens, i, 0)
        other = tokens[end + 1]
        name = text[tokens[first].start : tokens[end].start] + other.word
        return [
            organization(text, tokens[first].start, tokens[end].end, kind, 0.8, rule),
            Span(other.start, other.end, kind, name, other.start, other.end, 0.7, rule),
        ]
    return []


def _shared_adjective(text: str, tokens: Sequence[Token], first: int, last: int, kind: str) -> list[Span]:
    """ "Xian and Yian Governments" are two."""
    if not (first and last > first and tokens[first].flags & DEMONYM and tokens[last].key.endswith("s")):
        return []
    other = tokens[first - 1]
    if not other.flags & DEMONYM or text[other.end : tokens[first].start] != " and ":
        return []
    noun = text[tokens[first].end : tokens[last].end].removesuffix("s")
    rule = "organization: shared part"
    return [
        organization(text, other.start, other.end, kind, 0.7, rule, other.word + noun),
        organization(text, tokens[first].start, tokens[last].end, kind, 0.8, rule, tokens[first].word + noun),
    ]


def by_lower_head_of(text: str, tokens: Sequence[Token], i: int) -> list[Span]:
    """ "the army of X": a head noun in lower case before a country, or two heads that share it."""
    start = tokens[i].start
    found = _HEAD_OF.search(text, max(0, start - 48), start)
    if not found or not tokens[i].flags & (COUNTRY | PLACE):
        return []
    end = tokens[i].end
    spans = []
    if found["first"]:
        name = f"{found['first']}{text[found.end('second') : end]}"
        spans.append(organization(text, found.start("first"), found.end("first"), "agency", 0.7, _OF_RULE, name))
    spans.append(organization(text, found.start("second"), end, "agency", 0.75, _OF_RULE))
    return spans


_OF_RULE = "organization: head noun of country"
_HEAD_OF = re.compile(
    r"\b(?:(?P<first>army|navy|armies|navies|government|police) and (?:the )?)?(?P<second>army|navy|air force|armed forces|government|"
    r"national police|police|military|security forces|parliament|congress|supreme court|coast guard) of (?:the )?$"
)
_LOWER = re.compile(r"(?: [a-z-]+){1,4}")


def by_lower_head(text: str, tokens: Sequence[Token], i: int, floor: int) -> list[Span]:
    """Organisations with a head noun in lower case after token ``i``: "Peruvian police", "Oriente cartel"."""
    token = tokens[i]
    following = _LOWER.match(text, token.end)
    if not following:
        return []
    end, head = token.end, ""
    for word in following[0].split(" ")[1:]:
        if word in heads() and (heads()[word][1] or word in _GROUPS):
            head, end = word, end + 1 + len(word)
        elif head or word not in words("organization_modifiers"):
            if head and word in _NOT_HEAD_AFTER:
                return []
            break
        else:
            end += 1 + len(word)
    if not head or not text[:end].endswith(head):
        return []
    return list(_lower(text, tokens, i, floor, head, end))


def _country_of_words(text: str, tokens: Sequence[Token], i: int) -> int:
    """Index of the first word of a country's name of several words that ends at token ``i``."""
    for first in range(max(0, i - 2), i):
        if fold(text[tokens[first].start : tokens[i].end]) in places():
            return first
    return i


_GROUPS = frozenset(
    {"organization", "organisation", "network", "ring", "clan", "syndicate", "family", "crew", "faction"}
)


def _lower(text: str, tokens: Sequence[Token], i: int, floor: int, head: str, end: int) -> Iterator[Span]:
    token = tokens[i]
    kind = heads()[head][0] if head in heads() else "cartel"
    national = bool(token.flags & DEMONYM) or token.word in ("U.S.", "US")
    rule = "organization: lower-case head noun"
    if kind == "agency" or head in ("guerrillas", "rebels", "paramilitaries", "militia", "mafia"):
        if not (national or token.flags & (PLACE | COUNTRY)):
            first = _country_of_words(text, tokens, i)
            if first < i:
                yield organization(text, tokens[first].start, end, kind, 0.8, rule)
            return
        if national and i and text[tokens[i - 1].end : token.start] == " and " and tokens[i - 1].flags & DEMONYM:
            other = tokens[i - 1]
            yield organization(text, other.start, other.end, kind, 0.7, rule, other.word + text[token.end : end])
        yield organization(text, token.start, end, kind, 0.8, rule)
        return
    if national or token.flags & (STARTER | CALENDAR | ROLE | TITLE | COMMON | ORGHEAD):
        return
    first = i
    while (
        first
        and tokens[first - 1].start >= floor
        and text[tokens[first - 1].end : tokens[first].start] in (" ", " de ", " del ")
    ):
        if tokens[first - 1].flags & (STARTER | DEMONYM | CALENDAR | COMMON | ROLE | TITLE):
            break
        first -= 1
    yield organization(text, tokens[first].start, end, "cartel" if head in _GROUPS else kind, 0.8, rule)
