"""How strongly the words of a name and those around it speak for a person; three and more is enough.

Each piece of evidence has a weight below. What a single sentence leaves open, other sentences of the document may
settle: see ``people``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.apposition import After, after
from graph.extract.lexicon import (
    CALENDAR,
    COMMON,
    COUNTRY,
    DEMONYM,
    GENERIC,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    PLACE,
    STARTER,
    SURNAME,
    people_nouns,
    places,
    words,
)
from graph.extract.names import Name
from graph.extract.surroundings import Before, before
from graph.extract.tokens import Token

__all__ = ["SURE", "WEIGHTS", "Candidate", "weigh"]

SURE = 3.0
WEIGHTS = {
    "title": 3.0,  # "Judge Olmo", "his lawyer Ana Olmo"
    "role-comma": 2.5,  # "the mayor, Ana Olmo,"
    "given-name": 2.5,  # of several words the first is a known given name
    "doubtful-given-name": 1.5,  # … that is also a country, a town or a plain word
    "initial": 2.0,
    "several-words": 1.0,
    "known-surname": 1.0,
    "known-word": 0.5,
    "nationality": 1.0,
    "nickname": 3.0,  # Ana "La Flaca" Olmo
    "alias": 3.0,  # Ana Olmo, aka …
    "age": 3.0,
    "apposition": 2.0,  # Ana Olmo, the mayor of …
    "says": 2.0,  # Olmo said; said Olmo
    "subject": 1.0,  # Olmo was, Olmo who
    "possesses": 1.5,  # Olmo's brother
    "victim": 1.0,  # Olmo was arrested
    "place-preposition": -2.0,  # in Olmo
    "article": -3.0,  # the Olmo
    "place-name": -4.0,  # the whole name is in the list of places
    "plain-word": -1.5,
    "plain-ending": -1.5,  # -ing, -tion …
    "place-word": -3.0,  # a town's name alone
    "compound": -1.0,  # Olmo-based
    "inside-larger": -2.5,  # Centro Olmo
}

_FOLLOWING = re.compile(
    r"(?P<possessive>'s?)? (?:(?:also|has|had|have|then|later|reportedly|allegedly|recently|himself|herself|himself) ){0,2}"
    r"(?P<word>[a-z-]+)(?: (?P<second>[a-z]+))?"
)
_ALIAS = re.compile(
    r"[ ,(]{1,3}(?:a\.?k\.?a\b|alias\b|nicknamed|known as|also known|better known|who goes by|f\.?n\.?u|\(\")"
)
_SAYING = (
    "said ",
    "says ",
    "told ",
    "added ",
    "asked ",
    "According to ",
    "according to ",
    " with Mr. ",
    "named ",
    "by name ",
)
_LOCATIVE = tuple(
    f"{lead}{preposition} "
    for preposition in (
        ("in", "at", "near", "into", "through", "via", "outside", "toward", "towards", "around", "throughout", "inside")
        + (
            "across",
            "In",
            "At",
            "Near",
            "Outside",
            "in the",
            "at the",
            "Port of",
            "city of",
            "town of",
            "state of",
            "Embassy",
        )
        + (
            "Consulate",
            "Gulf of",
            "department of",
            "province of",
            "region of",
            "village of",
            "municipality of",
            "north of",
        )
        + ("south of", "east of", "west of")
    )
    for lead in (" ", "(", '"')
)
_LOCATIVE_START = tuple(p.strip() + " " for p in _LOCATIVE if p[0] == " ")
_ARTICLES = (" the ", "The ", " The ", "(the ", " a ", " an ", '"the ')
_PLAIN_ENDINGS = (
    "ing",
    "tion",
    "tions",
    "sion",
    "ment",
    "ments",
    "ness",
    "ity",
    "ities",
    "ism",
    "isms",
    "ists",
    "ly",
    "able",
    "ible",
    "ous",
) + (
    "ful",
    "ance",
    "ence",
    "ship",
    "hood",
    "ized",
    "ised",
    "ated",
    "cted",
    "ally",
    "ants",
    "ents",
    "ical",
    "ware",
    "ology",
)
_ATTRIBUTES = frozenset(
    ("based", "controlled", "led", "backed", "sponsored", "related", "affiliated", "linked", "owned", "flagged")
)
_PASSIVE = frozenset(("was", "were", "is", "has", "had", "would", "could", "did", "does", "will"))
_HAPPENS = frozenset(
    (
        "arrested",
        "killed",
        "detained",
        "captured",
        "shot",
        "born",
        "murdered",
        "kidnapped",
        "released",
        "sentenced",
        "convicted",
    )
    + (
        "accused",
        "charged",
        "extradited",
        "indicted",
        "appointed",
        "elected",
        "married",
        "assassinated",
        "deported",
        "caught",
    )
    + (
        "found",
        "wanted",
        "suspected",
        "believed",
        "named",
        "sworn",
        "reelected",
        "re-elected",
        "freed",
        "seen",
        "questioned",
    )
)


@dataclass(slots=True)
class Candidate:
    """A name's shape in its sentence, with the evidence for a person."""

    sentence: int
    name: Name
    before: Before
    after: After
    score: float = 0.0
    why: list[str] = field(default_factory=list)

    def add(self, evidence: str, times: float = 1.0) -> None:
        """Count a piece of evidence."""
        self.score += WEIGHTS[evidence] * times
        self.why.append(evidence)


def weigh(sentence: int, text: str, name: Name, floor: int = 0) -> Candidate:
    """Read a name's surroundings and sum up the evidence."""
    found = Candidate(sentence, name, before(text, name.start, name.end, floor), after(text, name.end))
    _around(found, text)
    _inside(found, text)
    return found


def _inside(c: Candidate, text: str) -> None:
    tokens = c.name.tokens
    if len(tokens) == 1:
        _single(c, tokens[0])
        if c.name.inner:
            c.add("inside-larger")
        return
    c.add("several-words")
    first, rest = tokens[0], tokens[1:]
    if first.initial or len(first.word) == 1:
        c.add("initial")
    elif first.flags & GIVEN:
        doubtful = first.flags & (COUNTRY | DEMONYM | CALENDAR | ORGHEAD) or (first.flags & COMMON and first.start == 0)
        c.add("doubtful-given-name" if doubtful else "given-name")
    elif first.flags & SURNAME:
        c.add("known-word")
    if any(token.flags & SURNAME for token in rest):
        c.add("known-surname", 1.0 if first.flags or first.start == 0 else 2.0)
    if any(token.flags & GIVEN for token in rest):
        c.add("known-word")
    plain = sum(
        1
        for token in tokens
        if token.flags & (COMMON | GENERIC | ORGHEAD | MODIFIER) and not token.flags & (GIVEN | SURNAME)
    )
    if plain:
        c.add("plain-word", min(plain, 2))
    if not first.flags and first.start == 0 and first.key.endswith(_PLAIN_ENDINGS):
        c.add("plain-ending")
    if " ".join(token.key for token in tokens) in places() or text[c.name.start : c.name.end].lower() in places():
        c.add("place-name", 0.4 if c.before.found else 1.0)


def _single(c: Candidate, token: Token) -> None:
    flags = token.flags
    if flags & (COMMON | COUNTRY | DEMONYM | ORGHEAD | GENERIC | MODIFIER | CALENDAR | STARTER):
        if not c.before.title:
            c.add("plain-word", 2.0)
    elif flags & PLACE and not c.before.found:
        c.add("place-word", 0.5 if flags & (SURNAME | GIVEN) else 1.0)
    elif flags & SURNAME:
        c.add("known-surname")
    elif flags & GIVEN:
        c.add("known-word")
    elif token.key.endswith(_PLAIN_ENDINGS) and len(token.key) > 5 and not c.before.found:
        c.add("plain-ending")


def _around(c: Candidate, text: str) -> None:
    start, end = c.name.start, c.name.end
    several = len(c.name.tokens) > 1
    if c.before.found:
        weak = 0.5 if c.before.distant and not several else 0.85 if c.before.plural else 1.0
        c.add("role-comma" if c.before.comma else "title", weak)
    elif c.before.nationality and several:
        c.add("nationality")
    if c.after.age is not None:
        c.add("age")
    if c.after.role:
        c.add("apposition", 1.0 if several else 0.75)
    if c.name.nickname:
        c.add("nickname")
    if text[end : end + 1] in (",", " ") and _ALIAS.match(text, end):
        c.add("alias")
    _following(c, text)
    if c.before.left < start:
        return
    if text.endswith(_SAYING, 0, start):
        c.add("says")
    elif text.endswith(_LOCATIVE, 0, start) or (start < 12 and text.startswith(_LOCATIVE_START, 0, start) and start):
        c.add("place-preposition")
    elif text.endswith(_ARTICLES, 0, start):
        c.add("article")


def _following(c: Candidate, text: str) -> None:
    end = c.name.end
    if text[end : end + 1] == "-":
        c.add("compound")
        return
    following = _FOLLOWING.match(text, end)
    if not following:
        return
    word = following["word"]
    if following["possessive"]:
        if word in people_nouns() or word in words("belongings"):
            c.add("possesses")
    elif word in words("role_verbs_said"):
        c.add("says")
    elif word in _PASSIVE and following["second"] in _HAPPENS:
        c.add("victim")
        c.add("subject")
    elif word in _PASSIVE or word in ("who", "whom", "whose") or (word.endswith("ed") and word not in _ATTRIBUTES):
        c.add("subject", 1.0 if len(c.name.tokens) > 1 else 0.5)


def gap_of_list(gap: str) -> bool:
    """Tell whether a gap between two names makes them members of one list."""
    return gap in _LIST_GAPS


_LIST_GAPS: Sequence[str] = (", ", " and ", ", and ", "; ", " y ", " & ", " or ", "/", "; and ", ", or ", " e ")
