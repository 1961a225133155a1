"""A sentence's words and spans as tokens: the first step of a skeleton.

Only what stands near a span is read: rules do not reach over more than some twenty words.
"""

import re
from dataclasses import replace
from functools import cache

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.offices import Office, Token, find_office, vocabulary
from graph.extract.affiliations.slots import LETTERS, Skeleton, Slot, demonyms
from graph.extract.language.lexicon import second_halves
from graph.extract.text import Annotated, Span

__all__ = ["offices", "tokens"]

_TOKEN = re.compile(  # most are plain words: they come first, because that is quicker
    r"[a-z]+(?=[ ,])|"
    r"(?:[^\W\d_]\.){2,6}|'[sS]\b|(?i:then|ex|former|vice)-(?=\w)|[^\W_]+(?:['.&/-](?![sS]\b)[^\W_]+)*|[^\s\w\"*']"
)
_PREFIXES = {"then-": "then", "ex-": "ex", "former-": "former", "vice-": "vice"}
_DASHES = {"-": ",", "--": ",", "–": ",", "—": ","}
_ALIAS_GAP = 24  # characters between a name and its alias: " (also known as "
_CLOSING = ('"', "'", ")", "]")
_BRACKET = re.compile(r" ?\([^()]{1,40}\)")
_SAME_OFFICE = frozenset({"counterpart", "counterparts"})
_REACH = 90  # characters read on either side of a span


@cache
def _special() -> dict[str, str]:
    """Words that become something else: prefixes, dashes; nations, as "<N", and the second halves of such words."""
    return {**{half: half for half in second_halves()}, **_PREFIXES, **_DASHES, **dict.fromkeys(demonyms(), "<N")}


@cache
def _countries() -> frozenset[str]:
    return frozenset(country.lower() for country in demonyms().values())


def tokens(annotated: Annotated, made: Skeleton) -> list[Token]:
    """Cut the sentence into words, marks and the slots of its spans."""
    text, found, at = annotated.sentence.text, list[Token](), 0
    ranks = listed("ranks")
    for number, span in enumerate(annotated.spans):
        if span.start < at:
            continue  # an alias or acronym in the trailing parentheses of the span before
        _gap(found, text, (at, span.start), made)
        letter = LETTERS.get(span.kind, "X")
        if letter == "P":
            while found and found[-1][0] in ranks and (found[-1][0] != "." or (found[-2:-1] and found[-2][0] in ranks)):
                found.pop()
        found.append((made.add(letter, Slot(span.start, span.end, ((made.index, number),))), span.start, span.end))
        at = _behind(annotated, number) if letter in "PKGAO" else span.end
        if at > span.end and text[at - 1] == ",":
            found.append((",", at - 1, at))
    _gap(found, text, (at, len(text)), made)
    if " and " in text.lower():
        _shared(found, annotated, made)
    return found


def _gap(found: list[Token], text: str, gap: tuple[int, int], made: Skeleton) -> None:
    """Add the words between two spans; of a long stretch only what is near a span, with a break for the rest."""
    start, end = gap
    if end - start <= 2 * _REACH or (not found and end == len(text)):
        _words(found, text, start, end, made)
        return
    if found:
        _words(found, text, start, text.rfind(" ", start, start + _REACH) + 1 or start, made)
    found.append((";", start, start))
    if end < len(text):
        _words(found, text, text.find(" ", end - _REACH, end) + 1 or end, end, made)


def _words(found: list[Token], text: str, start: int, end: int, made: Skeleton) -> None:
    special = _special()
    for match in _TOKEN.finditer(text, start, end):
        token = (match[0].lower(), *match.span())
        found.append(_meant(token, found, text, made) if token[0] in special else token)


def _meant(token: Token, found: list[Token], text: str, made: Skeleton) -> Token:
    """What a special word becomes; the second half of a nation's adjective takes the first out of the row."""
    word, first, last = token
    halves = second_halves()
    if word in halves and found and found[-1][0] in halves[word].split("|") and found[-1][2] == first - 1:
        before, first, _ = found.pop()
        word = f"{before}-{word}"  # "Costa Rican"
    becomes = _special().get(word, word)
    if becomes == "<N":
        pronoun = word == "us" and text[first:last] != "US"
        becomes = word if pronoun else made.add("N", Slot(first, last, country=demonyms()[word]))
    return becomes, first, last


def _behind(annotated: Annotated, number: int) -> int:
    """Tell where the alias or acronym ends that follows a span, with the marks that close it; else the span's end."""
    span, text = annotated.spans[number], annotated.sentence.text
    end = span.end
    for other, name, _ in annotated.same:
        alias = annotated.spans[other]
        if name == number and end <= alias.start <= end + _ALIAS_GAP:
            end = alias.end
    if end > span.end:
        while text[end : end + 1] in _CLOSING:
            end += 1
        return end
    bracket = _BRACKET.match(text, end)
    if bracket and not any(bracket.start() < other.start < bracket.end() for other in annotated.spans):
        return bracket.end()
    return end


def _shared(found: list[Token], annotated: Annotated, made: Skeleton) -> None:
    """Give both their names in "the Police and Navy of Chile" and "the Customs of Chile and Bolivia"."""
    for at in range(len(found) - 2, 0, -1):
        if found[at][0] != "and":
            continue
        before, after = found[at - 1], found[at + 1]
        first, second = _named(made, before, annotated), _named(made, after, annotated)
        if before[0] in listed("forces") and second and after[0][1] == "A":
            _, of, country = _parted(second.name)
            if country:
                name = f"{annotated.sentence.text[before[1] : before[2]]}{of}{country}"
                found[at - 1] = (_agency(made, before, after, name), before[1], before[2])
        elif first and second and before[0][1] == "A" and second.kind == "place":
            head, of, country = _parted(first.name)
            if country.lower() in _countries():
                found[at + 1] = (_agency(made, before, after, f"{head}{of}{second.name}"), after[1], after[2])


def _parted(name: str) -> tuple[str, str, str]:
    """Part "Navy of Chile" at its last "of", in whatever case; empty strings if there is none."""
    at = name.lower().rfind(" of ")
    return (name[:at], name[at : at + 4], name[at + 4 :]) if at >= 0 else ("", "", "")


def _agency(made: Skeleton, before: Token, after: Token, name: str) -> str:
    """Put a slot for an agency whose name is spread over a coordination."""
    start, end = before[1], after[2]
    return made.add(
        "A",
        Slot(
            start, end, ((made.index, Span(start, end, "agency", name, start, end, 0.8, "organization: shared part")),)
        ),
    )


def _named(made: Skeleton, token: Token, annotated: Annotated) -> Span | None:
    """The span behind a slot's token."""
    ends = made.slot(token[0]).ends if token[0][0] == "<" else ()
    number = ends[0][1] if ends else None
    return annotated.spans[number] if isinstance(number, int) else None


def offices(found: list[Token], text: str, made: Skeleton) -> list[Token]:
    """Put a slot for each office and family word; what stands before it and belongs to it goes into the slot."""
    known, out, at = vocabulary().words, list[Token](), 0
    for first in [k for k, token in enumerate(found) if token[0] in known]:
        group = find_office(found, first, text) if first >= at and not _verb(found, first) else None
        if group is None:
            continue
        out += found[at:first]
        at, office = group
        while out and out[-1][1] >= office.start and out[-1][0][0] != "<":
            out.pop()
        letter = "F" if office.group == "kin" else "I" if office.plural else "H"
        out.append((made.add(letter, Slot(office.start, office.end, office=office)), office.start, office.end))
    out += found[at:]
    _counterparts(out, made)
    return out


def _counterparts(tokens: list[Token], made: Skeleton) -> None:
    """Put a slot for "his counterpart", who holds the office last read in the sentence elsewhere."""
    last: Office | None = None
    for at, (word, start, end) in enumerate(tokens):
        if word[:2] in {"<H", "<I"}:
            last = made.slot(word).office
        elif last and word in _SAME_OFFICE:
            same = replace(last, start=start, end=end, plural=word[-1] == "s", former=False)
            tokens[at] = (made.add("I" if same.plural else "H", Slot(start, end, office=same)), start, end)


def _verb(found: list[Token], at: int) -> bool:
    """Tell "heads the agency", "to head", "will chair" from offices."""
    if at and found[at - 1][0] in listed("before_verbs") and found[at][0] in listed("verbs_alike"):
        return True
    after = found[at + 1][0] if at + 1 < len(found) else ""
    return found[at][0] in listed("verbs_too") and after in {"the", "a", "with", "an", "this"}
