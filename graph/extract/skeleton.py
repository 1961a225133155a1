"""Skeletons: a sentence as a line of tokens, its actors and offices as slots, for rules to match.

``Ana Ruiz, alleged head of the Harbour Cartel, fled`` becomes ``<P0> , <H1> of the <K2> , fled``. Words are in lower
case, so that a text in capitals gives the same line; a slot's letter tells its kind, its number leads back to it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from graph.extract.link import End
from graph.extract.offices import Office, Token, find_office, vocabulary
from graph.extract.refer import group_before, person_before
from graph.extract.text import Annotated, Span

__all__ = ["LETTERS", "Known", "Skeleton", "Slot", "demonyms", "skeleton"]

LETTERS = {
    "person": "P", "cartel": "K", "armed_group": "G", "agency": "A", "organization": "O", "source": "S", "place": "L",
    "case": "C", "agreement": "E", "meeting": "M", "vessel": "V", "aircraft": "V",
}  # fmt: skip
"""Kind → letter of its slot. Further: N nation, H office, I offices, F family word, X date or amount;
p, k, o stand for a pronoun or "the cartel" that leads back to an actor."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,6}|[^\W_]+(?:['.&/-][^\W_]+)*|\S")
_SPLIT = re.compile(r"(then|ex|former|vice|co)-(?=\w)", re.IGNORECASE)
_RANKS = frozenset(
    "mr mrs ms dr prof professor sr sra don doña dona sir lord general gen colonel col lieutenant lt captain capt major"
    " maj sergeant sgt admiral adm brigadier commodore corporal cpl private pvt brig marshal cardinal father fr rev"
    " reverend sister maestro maestra licenciado lic ing engineer cmdr comandante first second hon honorable sheikh"
    " retired ret brother-general major-general mgen ltg mg bg ambassador".split()
) - {"brother-general", "first", "second", "private", "ambassador", "sister", "captain", "father", "retired"}
_PERSONAL = frozenset({"he", "she"})
_OWNERS = frozenset({"his", "her"})
_POSTS = frozenset({"<H", "<I", "<F"})
_GANG_WORDS = frozenset({"cartel", "gang"})
_GROUPS = frozenset({"cartel", "gang", "organization", "organisation", "group", "ring", "syndicate", "mafia", "network"})
_DASHES = frozenset({"-", "--", "–", "—"})
_ALIAS_GAP = 24  # characters between a name and its alias: " (also known as "
_CLOSING = re.compile(r"[\"')\]]{0,3}")
_BRACKET = re.compile(r" ?\([^()]{1,40}\)")
_LISTED = re.compile(
    r"<P\d+> (?:(?:, (?:and |or )?|and |& |; (?:and )?)(?:(?:an? |the )(?:<N\d+> )?(?:[a-z]{3,20} ){1,2}(?:, )?)?<P\d+> ){1,60}"
)
_BODIES = re.compile(r"<([KGAO])\d+> (?:, (?:the )?<[KGAO]\d+> ){0,8}(?:, )?(?:and|&) (?:the )?<[KGAO]\d+> ")
_POST = re.compile(r"(<[AO]\d+> )<L\d+> (?!<H|<P)")  # "DEA Lima", "RSO Quito"
_FORCES = frozenset("army navy police military marines customs parliament congress senate ministry gendarmerie".split())
_SLOT = re.compile(r"<[A-Za-z](\d+)>")


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands behind a slot: actors (several where the text lists them), a nation or an office."""

    start: int  # in Sentence.text
    end: int
    ends: tuple[End, ...] = ()
    office: Office | None = None
    country: str = ""


@dataclass(slots=True)
class Skeleton:
    """A sentence's line of tokens; each token is followed by a blank."""

    index: int  # of the sentence
    line: str = ""
    slots: list[Slot] = field(default_factory=list)
    words: frozenset[str] = frozenset()  # all tokens; slots as their letter: "<P"

    def slot(self, token: str) -> Slot:
        """Look up the slot of a token like "<P0> "."""
        return self.slots[int(token.strip()[2:-1])]


@cache
def demonyms() -> dict[str, str]:
    """Adjectives of nations in lower case → country."""
    known: dict[str, str] = {}
    for line in files("graph.extract").joinpath("words", "countries.txt").read_text(encoding="utf-8").splitlines():
        country, colon, forms = line.partition("#")[0].partition(":")
        if colon:
            known.update((form.lower(), country.strip()) for form in re.split(r"[ ,]+", forms) if form)
    return known


@dataclass(slots=True)
class Known:
    """What the text has told so far, for words that lead back to it."""

    heads: dict[str, End] = field(default_factory=dict)  # organisation's name → its leader
    siblings: dict[str, tuple[End, ...]] = field(default_factory=dict)  # surname → "the brothers"


@cache
def _countries() -> frozenset[str]:
    return frozenset(demonyms().values())


def skeleton(annotated: Sequence[Annotated], index: int, known: Known | None = None) -> Skeleton:
    """Make the skeleton of one sentence."""
    known = known or Known()
    made = Skeleton(index)
    tokens = _tokens(annotated[index], made)
    _shared(tokens, annotated[index], made)
    tokens = _offices(tokens, annotated[index].sentence.text, made)
    _stand_ins(tokens, annotated, made)
    _siblings(tokens, made, known.siblings)
    _leaders(tokens, annotated, made, known.heads)
    made.line = "".join(f"{token[0]} " for token in tokens)
    if made.line.count("<") > 1:
        made.line = _POST.sub(r"\1", made.line)
        made.line = _LISTED.sub(lambda found: _grouped(made, found, "P"), made.line)
        made.line = _BODIES.sub(lambda found: _grouped(made, found, found[1]), made.line)
    made.words = frozenset(word[:2] if word[0] == "<" else word for word in made.line.split())
    return made


def _grouped(made: Skeleton, found: re.Match[str], letter: str) -> str:
    """Put one slot for a list of actors."""
    members = [made.slots[int(number)] for number in _SLOT.findall(found[0])]
    ends = tuple(end for slot in members for end in slot.ends)
    made.slots.append(Slot(members[0].start, members[-1].end, ends))
    return f"<{letter}{len(made.slots) - 1}> "


def _tokens(annotated: Annotated, made: Skeleton) -> list[Token]:
    """Cut the sentence into words, marks and the slots of its spans."""
    text, tokens, at = annotated.sentence.text, list[Token](), 0
    for number, span in enumerate(annotated.spans):
        if span.start < at:
            continue  # an alias or acronym in the trailing parentheses of the span before
        _gap(tokens, text, at, span.start, made)
        letter = LETTERS.get(span.kind, "X")
        if letter == "P":
            while tokens and (tokens[-1][0] in _RANKS or tokens[-1][0] == "." and tokens[-2:-1] and tokens[-2][0] in _RANKS):
                tokens.pop()
        made.slots.append(Slot(span.start, span.end, ((made.index, number),)))
        tokens.append((f"<{letter}{len(made.slots) - 1}>", span.start, span.end))
        at = _behind(annotated, number) if letter in "PKGAO" else span.end
        if at > span.end and text[at - 1] == ",":
            tokens.append((",", at - 1, at))
    _gap(tokens, text, at, len(text), made)
    return tokens


def _behind(annotated: Annotated, number: int) -> int:
    """Tell where the alias or acronym ends that follows a span, with the marks that close it; else the span's end."""
    span, text = annotated.spans[number], annotated.sentence.text
    end = span.end
    for other, name, _ in annotated.same:
        alias = annotated.spans[other]
        if name == number and end <= alias.start <= end + _ALIAS_GAP:
            end = alias.end
    if end > span.end:
        return _CLOSING.match(text, end).end()  # type: ignore[union-attr] - it matches nothing, too
    bracket = _BRACKET.match(text, end)
    if bracket and not any(bracket.start() < other.start < bracket.end() for other in annotated.spans):
        return bracket.end()
    return end


def _gap(tokens: list[Token], text: str, start: int, end: int, made: Skeleton) -> None:
    """Add the words between two spans; dashes become commas, quotation marks go, nations become slots."""
    if start >= end:
        return
    nations = demonyms()
    for found in _TOKEN.finditer(text, start, end):
        word, a, b = found[0], found.start(), found.end()
        if len(word) == 1 and not word.isalnum():
            if word in "\"*":
                continue
            tokens.append((("," if word in _DASHES else word), a, b))
            continue
        if (cut := _SPLIT.match(word)) and cut[1].lower() != "co":
            tokens.append((cut[1].lower(), a, a + cut.end()))
            word, a = word[cut.end() :], a + cut.end()
        shown, word = word, word.lower()
        if word in nations and not (word == "us" and shown != "US"):
            made.slots.append(Slot(a, b, country=nations[word]))
            word = f"<N{len(made.slots) - 1}>"
        elif word.endswith("'s") and word != "'s":
            tokens.append((word[:-2], a, b - 2))
            word, a = "'s", b - 2
        tokens.append((word, a, b))
    _apostrophes(tokens)


def _apostrophes(tokens: list[Token]) -> None:
    """Join "'" and "s" after a span."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at][0] == "s" and tokens[at - 1][0] == "'":
            tokens[at - 1 : at + 1] = [("'s", tokens[at - 1][1], tokens[at][2])]


def _shared(tokens: list[Token], annotated: Annotated, made: Skeleton) -> None:
    """Give both their names in "the Army and Navy of Peru" and "the Armed Forces of Peru and Mexico"."""
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at][0] != "and":
            continue
        before, after = tokens[at - 1], tokens[at + 1]
        first, second = _named(made, before, annotated), _named(made, after, annotated)
        if before[0] in _FORCES and second and after[0][1] == "A" and " of " in second.name:
            name = f"{annotated.sentence.text[before[1] : before[2]]} of {second.name.rpartition(' of ')[2]}"
            span = Span(before[1], after[2], "agency", name, before[1], after[2], 0.8, "shared")
            tokens[at - 1] = (_slot(made, "A", before[1], after[2], (made.index, span)), before[1], before[2])
        elif first and second and before[0][1] == "A" and second.kind == "place" and _country_of(first.name):
            span = Span(before[1], after[2], "agency", f"{first.name.rpartition(' of ')[0]} of {second.name}", before[1], after[2], 0.8, "shared")
            tokens[at + 1] = (_slot(made, "A", before[1], after[2], (made.index, span)), after[1], after[2])


def _named(made: Skeleton, token: Token, annotated: Annotated) -> Span | None:
    """The span behind a slot's token."""
    ends = made.slots[int(token[0][2:-1])].ends if token[0][0] == "<" else ()
    return annotated.spans[ends[0][1]] if ends and isinstance(ends[0][1], int) else None


def _country_of(name: str) -> bool:
    """Tell "Armed Forces of Peru": a name that ends in a country."""
    return name.rpartition(" of ")[2] in _countries()


def _offices(tokens: list[Token], text: str, made: Skeleton) -> list[Token]:
    """Put a slot for each office and family word; what stands before it and belongs to it goes into the slot."""
    known, out, at = vocabulary().words, list[Token](), 0
    while at < len(tokens):
        token = tokens[at]
        office = find_office(tokens, at, text) if token[0] in known and not _verb(tokens, at) else None
        if office is None:
            out.append(token)
            at += 1
            continue
        at, found = office
        while out and out[-1][1] >= found.start and out[-1][0][0] != "<":
            out.pop()
        letter = "F" if found.group == "kin" else "I" if found.plural else "H"
        made.slots.append(Slot(found.start, found.end, office=found))
        out.append((f"<{letter}{len(made.slots) - 1}>", found.start, found.end))
    return out


def _verb(tokens: list[Token], at: int) -> bool:
    """Tell "heads the agency", "to head", "will chair" from offices."""
    before = tokens[at - 1][0] if at else ""
    if before in {"to", "will", "would", "who", "not", "he", "she", "they", "could", "may", "should", "must", "can"}:
        return True
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    return tokens[at][0] in {"heads", "chairs", "guards", "partners", "supervisors"} and after in {"the", "a", "with", "an", "this"}


def _stand_ins(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton) -> None:
    """Put slots for "he", for "his" before an office or family word, and for "the cartel"."""
    for at in range(len(tokens) - 1, -1, -1):
        word, start, end = tokens[at]
        if word in _PERSONAL:
            if found := person_before(annotated, made.index, start):
                tokens[at] = (_slot(made, "p", start, end, found), start, end)
        elif word in _OWNERS:
            ahead = [token[0][:2] for token in tokens[at + 1 : at + 4]]
            if not _POSTS.isdisjoint(ahead) and (found := person_before(annotated, made.index, start)):
                tokens[at : at + 1] = [(_slot(made, "p", start, end, found), start, end), ("'s", start, end)]
        elif word in _GANG_WORDS and tokens[at + 1 : at + 2] and tokens[at + 1][0].startswith("<H"):
            if found := group_before(annotated, made.index, start, "cartel"):
                tokens[at] = (_slot(made, "k", start, end, found), start, end)
        elif word in _GROUPS and at and tokens[at - 1][0] in {"the", "this", "that", "his", "its", "their"}:
            if found := group_before(annotated, made.index, start, word):
                start = tokens[at - 1][1]
                tokens[at - 1 : at + 1] = [(_slot(made, "k", start, end, found), start, end)]


def _slot(made: Skeleton, letter: str, start: int, end: int, found: End) -> str:
    made.slots.append(Slot(start, end, (found,)))
    return f"<{letter}{len(made.slots) - 1}>"


def _siblings(tokens: list[Token], made: Skeleton, siblings: Mapping[str, tuple[End, ...]]) -> None:
    """Put a slot for "the brothers" where the text has named one set of them."""
    if len(siblings) != 1:
        return
    for at in range(len(tokens) - 1, 0, -1):
        word, start, end = tokens[at]
        office = made.slots[int(word[2:-1])].office if word.startswith("<F") else None
        if office and office.plural and tokens[at - 1][0] in {"the", "these", "both"}:
            made.slots.append(Slot(start, end, next(iter(siblings.values()))))
            tokens[at - 1 : at + 1] = [(f"<p{len(made.slots) - 1}>", start, end)]


def _leaders(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton, heads: Mapping[str, End]) -> None:
    """Put a slot for "the cartel leader" where a leader is known and no name follows."""
    if not heads:
        return
    for at in range(len(tokens) - 1, 0, -1):
        office = made.slots[int(tokens[at][0][2:-1])].office if tokens[at][0].startswith("<H") else None
        if office is None or office.group not in {"head", "leader", "boss"} or tokens[at - 1][0][:2] not in {"<k", "<K", "<G"}:
            continue
        ahead = [token[0] for token in tokens[at + 1 : at + 3]]
        if any(word.startswith("<P") for word in ahead[: 2 if ahead[:1] == [","] else 1]) or ahead[:1] == ["of"]:
            continue
        sentence, number = made.slots[int(tokens[at - 1][0][2:-1])].ends[0]
        group = annotated[sentence].spans[number].name if isinstance(number, int) else number.name
        leader = heads.get(group) or (next(iter(heads.values())) if len(set(heads.values())) == 1 else None)
        if leader:
            start, end = tokens[at - 1][1], tokens[at][2]
            tokens[at - 1 : at + 1] = [(_slot(made, "p", start, end, leader), start, end)]
