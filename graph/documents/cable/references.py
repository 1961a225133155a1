"""The cables that a cable cites, as canonical ids: ``REF: A. 08 EXAMPLEVILLE 12`` → ``08EXAMPLEVILLE12``."""

import re

from rapidfuzz.distance import Levenshtein

from graph.documents.cable.dates import MONTHS
from graph.documents.cable.vocabulary import posts, vocabulary
from graph.documents.cable.words import without_page_breaks

__all__ = ["references"]

_TOKEN = re.compile(r"[A-Za-z][A-Za-z']*(?:0(?=\s))?|\d+|\S")
_QUOTED = re.compile(r"[\"“][^\"”\n]{0,200}(?:\n[^\"”\n]{0,200})?[\"”]")
_LOWER = frozenset({"and", "previous", "notal", "de", "au", "es"})
_JOINS = frozenset({",", "&", "AND", ";", "/"})
_LONGEST = 6_000  # characters that are searched
_LONGEST_NAME = 5  # words
_DATED = re.compile(
    r"\s{1,3}\(?(?:(?:DATED|DTD|OF)\s{1,3})?\d{1,2}\s{0,2}(?P<month>[A-Z]{3})[A-Z]{0,6}\.?,?\s{0,2}(?:19|20)?(?P<year>\d\d)\b",
    re.IGNORECASE,
)
_TYPO_LENGTH = 6  # letters from which a name may have one wrong

_Token = tuple[str, int, int]


def references(text: str, start: int, end: int, year: str) -> tuple[str, ...]:
    """Read the cables cited in ``text[start:end]``, each once, in order; ``year`` (two digits) is the citing cable's.

    A post that is not in ``posts.txt`` counts where nothing else can be meant; e-mails, telephone calls and
    intelligence reports do not.
    """
    value = _QUOTED.sub(" ", without_page_breaks(text[start : min(end, start + _LONGEST)]))
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(value)]
    tokens = [(word.upper() if word[0].isupper() or word in _LOWER else word, a, b) for word, a, b in tokens]
    found: dict[str, None] = {}
    i = 0
    while i < len(tokens):
        if tokens[i][0].isdecimal():
            post, first = _post_before(tokens, i)
            if post:
                stated = _year_before(tokens, first) or _year_behind(value, tokens, i, year)
                i = _numbers(tokens, i, (stated or year) + post, found)
        i += 1
    return tuple(found)


def _post_before(tokens: list[_Token], i: int) -> tuple[str, int]:
    """Return the post whose name stands before the number ``tokens[i]``, and the index of its first word."""
    if not _is_number(tokens, i):
        return "", i
    j = i - (i > 0 and tokens[i - 1][0] == "-") - 1
    names: list[str] = []
    best, first = "", i
    while j >= 0 and len(names) < _LONGEST_NAME and _is_word(tokens[j][0]):
        names.insert(0, tokens[j][0].replace("0", "O").replace("'", ""))
        if known := posts().get("".join(names)):
            best, first = known, j
        j -= 1
        if j > 0 and (tokens[j][0] == "-" or (tokens[j][0] == "." and tokens[j - 1][0] == "ST")):
            j -= 1
    if best or not names or not _stands_alone(tokens, j, i):
        return best, first
    name = "".join(names)
    if len(name) >= _TYPO_LENGTH:
        near = [known for spelled, known in posts().items() if Levenshtein.distance(spelled, name, score_cutoff=1) < 2]
        name = min(near, default=name)
    year = len(tokens[i][0]) == 4 and tokens[i][0][:2] in {"19", "20"}
    return (name, i - len(names)) if len(name) > 3 and len(names) < 4 and not year else ("", i)


def _is_word(word: str) -> bool:
    return word[0].isalpha() and word[0].isupper() and len(word) > 1 and word not in vocabulary("no_post")


def _is_number(tokens: list[_Token], i: int) -> bool:
    """Tell a cable's number from a part of a date or of another number."""
    number, _, end = tokens[i]
    if len(number) > 6 or not int(number):
        return False
    if i + 1 == len(tokens):
        return True
    follows, begin, _ = tokens[i + 1]
    glued = begin == end
    if glued and follows in {".", "/", "-", ":"} and i + 2 < len(tokens) and tokens[i + 2][0].isdecimal():
        return follows in {"/", "-"} and len(number) > 2 and len(tokens[i + 2][0]) > 2
    return not (len(number) < 3 and follows[:3].lower() in MONTHS and len(follows) > 2)


def _stands_alone(tokens: list[_Token], j: int, i: int) -> bool:
    """Tell whether nothing but a label, a year or a separator is around ``tokens[j+1:i+1]``."""
    before = tokens[j][0] if j >= 0 else ""
    behind = tokens[i + 1][0] if i + 1 < len(tokens) else ""
    return (
        (not before[:1].isalpha() or len(before) == 1)
        and before not in {"-", "/", "'"}
        and (
            not behind
            or behind in {",", ";", "&", "AND", "¶", "(", ")", "NOTAL", ".", "["}
            or (len(behind) == 1 and behind.isalpha())
        )
    )


def _year_before(tokens: list[_Token], first: int) -> str:
    j = first - 1
    if j >= 1 and tokens[j][0] in {"-", "'"}:
        j -= 1
    if j < 0 or not tokens[j][0].isdecimal() or tokens[j][2] + 3 < tokens[first][1]:
        return ""
    digits = tokens[j][0]
    return digits[-2:] if len(digits) == 2 or (len(digits) == 4 and digits[:2] in {"19", "20"}) else ""


def _year_behind(value: str, tokens: list[_Token], i: int, year: str) -> str:
    """Read the year of "EXAMPLEVILLE 5679 06": two digits at the end of an entry, not long before the citing year.

    A date behind the number is the day on which that cable was sent.
    """
    dated = _DATED.match(value, tokens[i][2])
    if dated and dated["month"].lower() in MONTHS:
        return dated["year"]
    if i + 1 >= len(tokens) or len(tokens[i + 1][0]) != 2 or not tokens[i + 1][0].isdecimal() or not year:
        return ""
    digits, _, end = tokens[i + 1]
    rest = value[end : end + 40].lstrip(" \t")
    ends = not rest or rest[0] in "\r\n,;()¶" or (rest[:1].isalpha() and rest[1:2] in {".", ")"})
    return digits if ends and (int(year) - int(digits)) % 100 <= 8 else ""


def _numbers(tokens: list[_Token], i: int, prefix: str, found: dict[str, None]) -> int:
    """Add the number at ``i`` and those that are joined to it ("500 & 41"); return the index of the last."""
    found.setdefault(f"{prefix}{int(tokens[i][0])}")
    while i + 2 < len(tokens) and tokens[i + 1][0] in _JOINS:
        j = i + 2 + (tokens[i + 2][0] in _JOINS)
        if j >= len(tokens) or not tokens[j][0].isdecimal() or not _is_number(tokens, j):
            break
        behind = tokens[j + 1][0] if j + 1 < len(tokens) else ""
        if behind[:1].isalpha() and len(behind) > 1 and behind not in vocabulary("no_post"):
            break  # it is the year of the next one
        found.setdefault(f"{prefix}{int(tokens[j][0])}")
        i = j
    return i
