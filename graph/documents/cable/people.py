"""Who classified a cable."""

import re
from functools import cache

from graph.documents.cable.vocabulary import vocabulary

__all__ = ["classified_by"]

_REASONS = re.compile(
    r"""[\s,.;:(–-]{0,9}\b(?:
        (?:f\s?o\s?r\s{1,9}(?:the\s{1,9})?(?:following\s{1,9})?|per\s{1,9}|with\s{1,9})?r\s?e\s?a\s?s\s?o\s?n
      | (?:for|per|under|pursuant|section|by)\s{1,9}(?:e\.?o\.?|to|1\.|section|sec|authority|\d{5})
      | for\s{1,9}r[aseon]{3,6}s?\b
      | (?:due|based|because|in\s{1,9}accordance)\s{1,9}(?:to|on|of|with)\b
      | 1\.\s?[3-8] | e\.?o\.?\s?1\d{4} | deriv | decl | dnote
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(r"\n[ \t\r\xa0]*\n|\n[ \t¶]{0,9}(?:REF|SUBJ|TAGS|E\.O|-{3}|\d{1,2}\.|¶|SUMMARY|\()", re.IGNORECASE)
_TOKEN = re.compile(
    r"""[,;]
      | [A-Z/]{3,20}-(?=[A-Z][a-z])                              # "AB/CDE-Ann": an office and a name
      | (?:Amb|Col|Couns|Dir|Gen|Lt|Maj|Min|Rep)\.(?=[A-Z][a-z])  # "Amb.Ann": a title and a name
      | [DO],[A-Z][A-Za-z]{2,24}                                 # a damaged apostrophe
      | [^\s,;]+""",
    re.VERBOSE,
)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(?!Mc|Mac|Le|La|De|Di|Du|Van|Von|Fitz|Jo|Ann|Mary|Jean|San)[A-Z][a-z]{1,6}[A-Z][a-z]{1,8}")
_GLUED_INITIAL = re.compile(r"\b([A-Z]\.)(?=[A-Z][a-z])")
_SIGNS = re.compile(r"[.'’():\d]")
_VOWEL = re.compile(r"[AEIOUY]", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]\.?")
_LONGEST = 400  # characters that the field may have
_Token = tuple[str, int, int]


@cache
def _compound() -> re.Pattern[str]:
    parts = "|".join(sorted(vocabulary("parts"), key=len, reverse=True))
    return re.compile(rf"(?:{parts}){{2,4}}s?")


def classified_by(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Read the names behind CLASSIFIED BY, without titles and offices; return them and their span.

    Two names are joined by "and"; ("", start, start) where only an office or nobody is named.
    """
    end = min(end, start + _LONGEST)
    while start < end and text[start] in " \t\r\n:.-":
        start += 1
    for pattern in (_END, _REASONS):
        if stop := pattern.search(text, start, end):
            end = stop.start()
    segments = _segments(_tokens(text, start, end))
    people = _inverted(segments) or _first_named(segments)
    if not people:
        return "", start, start
    spans = [token for person in people for token in person]
    name = " and ".join(" ".join(token for token, _, _ in person) for person in people)
    name = _GLUED_INITIAL.sub(r"\1 ", name)
    return name, min(a for _, a, _ in spans), max(b for _, _, b in spans)


def _first_named(segments: list[list[_Token]]) -> list[list[_Token]]:
    """Read the people of the first segment that names any; those before it name offices."""
    for i, segment in enumerate(segments):
        people = [person for half in _halves(segment) if (person := _person(half))]
        office = any(_is_title(token) for token, _, _ in segment)
        if i and office and [len(person) for person in people] == [1]:
            continue  # the place of "Ambassador, Embassy Exampleville"
        if people or not office:
            return people
    return []


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """Words and commas; a word that a fixed line width has cut in two is one again."""
    found: list[_Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word, a, b = match[0], match.start(), match.end()
        if found and word[0].islower() and text[found[-1][2] : a].strip(" \t\r") == "\n":
            before, first, stop = found[-1]
            width = stop - text.rfind("\n", 0, stop)
            if width > 68 and before[-1].isalpha() and not _joins(word) and word.lower() not in vocabulary("particles"):
                found[-1] = (before + word, first, b)
                continue
        found.append((word, a, b))
    return found


def _segments(tokens: list[_Token]) -> list[list[_Token]]:
    """Cut at commas, but not before a "Jr."."""
    segments: list[list[_Token]] = [[]]
    for i, (word, a, b) in enumerate(tokens):
        if word not in {",", ";"}:
            segments[-1].append((word, a, b))
        elif not (i + 1 < len(tokens) and _SUFFIX.fullmatch(tokens[i + 1][0])):
            segments.append([])
    return [segment for segment in segments if segment]


def _inverted(segments: list[list[_Token]]) -> list[list[_Token]]:
    """Read "EXAMPLE, Ann" as Ann EXAMPLE: one word in capitals, then a given name."""
    if len(segments) < 2 or len(segments[0]) != 1 or len(segments[1]) > 2:
        return []
    surname, given = segments[0][0][0], segments[1]
    if (
        not surname.isupper()
        or len(surname) < 3
        or any(_is_title(word) or "/" in word for word, _, _ in (*segments[0], *given))
    ):
        return []
    if not _VOWEL.search(given[0][0]):  # an office: "EXAMPLE, DCM"
        return []
    return [[*given, *segments[0]]]


def _halves(segment: list[_Token]) -> list[list[_Token]]:
    """Cut "A and B" where both are names."""
    for i, (word, _, _) in enumerate(segment):
        if word.lower() not in {"and", "&"} or _of_an_office(segment[:i]):
            continue
        if _person(segment[:i]) and _person(segment[i + 1 :]):
            return [segment[:i], segment[i + 1 :]]
    return [segment]


def _of_an_office(tokens: list[_Token]) -> bool:
    """Recognise the beginning of "Counselor for Harbors and Boats Ann Example"."""
    last = max((i for i, (word, _, _) in enumerate(tokens) if _is_title(word)), default=-1)
    return last >= 0 and any(word.lower() in {"for", "of"} for word, _, _ in tokens[last + 1 :])


def _person(tokens: list[_Token]) -> list[_Token]:
    """Drop titles before or behind a name; [] where no name is left."""
    while tokens and _joins(tokens[0][0]):
        tokens = tokens[1:]
    while tokens and _joins(tokens[-1][0]):
        tokens = tokens[:-1]
    titles = [i for i, (word, _, _) in enumerate(tokens) if _is_title(word) or _is_office(tokens, i)]
    titles = [i for i in titles if not (i > 1 and _SUFFIX.fullmatch(tokens[i][0]))]
    if not titles:
        return _clean(tokens)
    first, last = titles[0], titles[-1]
    if first >= 2 and len(tokens) - last - 1 < 2:
        return _clean(tokens[:first])
    rest = tokens[last + 1 :]
    place = False
    while rest and _joins(rest[0][0]):
        rest, place = rest[1:], True
    while place and len(rest) > 2 and not _INITIAL.fullmatch(rest[1][0]):
        rest = rest[1:]  # the place of "Consul General in Exampleville Ann Example"
    return _clean(rest) or _clean(tokens[:first])


def _is_office(tokens: list[_Token], i: int) -> bool:
    """Recognise an acronym or an unknown abbreviation before a name: "ABC Ann Example", "PolAd Ann Example"."""
    word = tokens[i][0]
    acronym = word.isalpha() and word.isupper() and 2 <= len(word) <= 6
    if not acronym and not _ABBREVIATED.fullmatch(word):
        return False
    return sum(not later.isupper() for later, _, _ in tokens[i + 1 :]) >= 2


def _clean(tokens: list[_Token]) -> list[_Token]:
    found: list[_Token] = []
    for word, a, b in tokens:
        bare = word.strip('()[]"“”:;.') + ("." if re.fullmatch(r"(?:(?:[A-Z]\.)*[A-Z]|Jr|Sr)\.", word) else "")
        if found and word[0] == "(":  # a country or an office
            break
        if not bare or not (bare[0].isalpha() or bare[0] in "'’") or set(bare.upper()) == {"X"}:
            break
        if bare.lower() in vocabulary("nobody"):
            return []
        offset = word.find(bare[0])
        found.append((bare, a + offset, a + offset + len(bare)) if len(bare) <= b - a - offset else (bare, a, b))
    return found if any(len(word) > 2 for word, _, _ in found) else []


def _is_title(word: str) -> bool:
    plain = _SIGNS.sub("", word.lower()).strip("-")
    if "/" in word or word in {"d", "a"} or any(part in vocabulary("titles") for part in (plain, *plain.split("-"))):
        return True
    return _compound().fullmatch(plain.replace("-", "")) is not None


def _joins(word: str) -> bool:
    return word.lower() in vocabulary("joins")
