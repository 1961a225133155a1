"""How strongly the words of a name and those around it speak for a person; three and more is enough.

The pieces of evidence, their weights and examples are in ``rules/mentions.yaml``. What a single sentence leaves open,
other sentences of the document may settle: see ``people``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from graph.extract.language.lexicon import (
    CALENDAR,
    COMMON,
    COUNTRY,
    DEMONYM,
    GENERIC,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    SURNAME,
    TITLE,
    alternatives,
    classes,
    fold,
    people_nouns,
    places,
    words,
)
from graph.extract.language.rule_files import load_yaml
from graph.extract.language.tokens import Token
from graph.extract.mentions.apposition import After, after
from graph.extract.mentions.names import Name
from graph.extract.mentions.surroundings import Before, before

__all__ = ["SURE", "Candidate", "weigh", "weights"]

SURE = 3.0
_FOLLOWING = re.compile(
    r"(?P<possessive>'s?)? (?:(?:also|has|had|have|then|later|reportedly|allegedly|recently|himself|herself) ){0,2}"
    r"(?P<word>[a-z-]+)(?: (?P<second>[a-z]+))?"
)
_FIELD = re.compile(r"(?:[\w-]+ )?(?:[Vv]ice-?)?[Mm]inister (?:of|for) (?:the )?((?:[\w-]+ ){0,3}[\w-]+)")
_ALIAS = re.compile(
    r"[ ,(]{1,3}(?:a\.?k\.?a\b|alias\b|nicknamed|known as|also known|better known|who goes by|f\.?n\.?u|\(\")"
)
_ALIAS_OPENINGS = frozenset({" (", " a", " n", " k", " b", " w", " f"})
_SAYING = (
    "said ",
    "says ",
    "told ",
    "added ",
    "asked ",
    "ccording to ",
    " with Mr. ",
    "named ",
    "by name ",
    "identified as ",
    "identified only as ",
    "murder of ",
    "assassination of ",
    "killing of ",
    "kidnapping of ",
    "abduction of ",
)
_ARTICLES = (" the ", "The ", " The ", "(the ", " a ", " an ", '"the ')
_AUXILIARIES = frozenset({"was", "were", "is", "has", "had", "would", "could", "did", "does", "will"})
_SUBJECTED = _AUXILIARIES | {"who", "whom", "whose"}
_PLAIN = COMMON | COUNTRY | DEMONYM | ORGHEAD | GENERIC | MODIFIER | CALENDAR | STARTER


@cache
def weights() -> Mapping[str, float]:
    """Piece of evidence → its weight."""
    rules = load_yaml("rules/mentions.yaml")
    return {name: float(rule["weight"]) for name, rule in rules.items()}


@dataclass(slots=True)
class Candidate:
    """A name's shape in its sentence, with the evidence for a person."""

    sentence: int
    name: Name
    before: Before
    after: After
    score: float = 0.0
    surname: str = ""  # of the name behind it that it shares: "Ana and Luis Olmo"
    why: list[str] = field(default_factory=list)

    def add(self, evidence: str, times: float = 1.0) -> None:
        """Count a piece of evidence."""
        self.score += weights()[evidence] * times
        self.why.append(evidence)


def weigh(sentence: int, text: str, name: Name, floor: int = 0) -> Candidate:
    """Read a name's surroundings, not further back than ``floor``, and sum up the evidence."""
    found = Candidate(sentence, name, before(text, name.start, name.end, floor), after(text, name.end))
    _beside(found, text)
    _following(found, text)
    if found.before.left >= name.start:
        _before(found, text)
    if len(name.tokens) == 1:
        _single(found, name.tokens[0])
    else:
        _several(found, text)
    return found


def _several(c: Candidate, text: str) -> None:
    """What the words of a longer name say."""
    tokens = c.name.tokens
    first, rest = tokens[0], tokens[1:]
    c.add("several-words")
    if first.initial or len(first.word) == 1:
        c.add("initial")
    elif first.flags & GIVEN:
        plain = first.start == 0 and first.flags & COMMON
        c.add(
            "doubtful-given-name" if plain or first.flags & (COUNTRY | DEMONYM | CALENDAR | ORGHEAD) else "given-name"
        )
    elif first.flags & SURNAME:
        c.add("known-word")
    elif first.start == 0 and not first.flags and first.key.endswith(_plain_endings()):
        c.add("plain-ending")
    if any(token.flags & SURNAME for token in rest):
        c.add("known-surname", 1.0 if first.flags or first.start == 0 else 2.0)
    if any(token.flags & GIVEN for token in rest):
        c.add("known-word")
    plain_words = COMMON | GENERIC | ORGHEAD | MODIFIER
    count = sum(1 for token in tokens if token.flags & plain_words and not token.flags & (GIVEN | SURNAME))
    if c.before.title or c.after.role:
        count -= 1  # "Judge Drelm Peace"
    if count > 0:
        c.add("plain-word", min(count, 2))
    if " ".join(token.key for token in tokens) in places() or text[c.name.start : c.name.end].lower() in places():
        c.add("place-name", 0.4 if c.before.found else 1.0)


def _single(c: Candidate, token: Token) -> None:
    """What the only word says."""
    flags = token.flags
    if c.name.inner and not _of_field(c):
        c.add("inside-larger")
    if flags & _PLAIN:
        if not c.before.title:
            c.add("plain-word", 2.0)
    elif flags & PLACE and not (c.before.found and flags & (SURNAME | GIVEN)):
        c.add("place-word", 0.5 if flags & (SURNAME | GIVEN) or c.before.found else 1.0)
    elif flags & SURNAME:
        c.add("known-surname")
    elif flags & GIVEN:
        c.add("known-word")
    elif token.key.endswith(_plain_endings()) and len(token.key) > 5 and not c.before.found:
        c.add("plain-ending")


def _beside(c: Candidate, text: str) -> None:
    """Title and role, nationality, age, apposition, nickname and alias."""
    end, several = c.name.end, len(c.name.tokens) > 1
    if c.before.found:
        vague = not several and not _of_field(c) and (c.before.distant or _vague(c, text))
        weak = 0.5 if vague else 0.85 if c.before.plural else 1.0
        c.add("role-comma" if c.before.comma else "title", weak)
    elif c.before.nationality and several:
        c.add("nationality")
    if c.after.age is not None:
        c.add("age")
    if c.after.role:
        c.add("apposition", 1.0 if several else 0.75)
    if c.name.nickname:
        c.add("nickname")
    if (text[end : end + 1] == "," or text[end : end + 2] in _ALIAS_OPENINGS) and _ALIAS.match(text, end):
        c.add("alias")


def _of_field(c: Candidate) -> bool:
    """Tell a word behind a minister's field of known words, and no plain word: "Minister of the Interior Olmo"."""
    field = _FIELD.fullmatch(c.before.role) if c.before.distant else None
    key = c.name.tokens[0].key
    if not field or key in words("vocabulary") or key in words("vocabulary_wide"):
        return False
    return all(classes().get(fold(word), 0) & (MODIFIER | COMMON | ORGHEAD) for word in field[1].split())


def _vague(c: Candidate, text: str) -> bool:
    """Tell whether a noun with a capital letter, no title, makes a compound with an unknown word: "Child Labor"."""
    known = c.name.tokens[0].flags & (GIVEN | SURNAME)
    return not known and not c.before.title and text[c.name.start - 2].islower() and c.before.role[:1].isupper()


def _before(c: Candidate, text: str) -> None:
    """The word before, where it is no part of the name's phrase."""
    start = c.name.start
    if text.endswith(_SAYING, 0, start):
        c.add("says")
    elif _located(text, start):
        c.add("place-preposition")
    elif text.endswith(_ARTICLES, 0, start):
        c.add("article")
    elif text[max(0, start - 16) : start].rpartition(" ")[0].rpartition(" ")[2] in words("happens"):
        c.add("object")


def _located(text: str, start: int) -> bool:
    """Tell whether a preposition of place stands before a name."""
    last = text[max(0, start - 16) : start - 1].rpartition(" ")[2].lstrip('("').lower()
    if last not in _locative_ends():
        return False
    return text.endswith(_locatives(), 0, start) or text[:start].capitalize() in _opening_locatives()


def _following(c: Candidate, text: str) -> None:
    """The words after."""
    end = c.name.end
    if text.startswith("-", end):
        c.add("compound")
        return
    if text.startswith('" ', end) and text[end + 2 : end + 24].partition(" ")[0].rstrip(".,;") in words("institutions"):
        c.add("institution")
        return
    noun = text[end + 1 : end + 12].partition(" ")[0] if text.startswith(" ", end) else ""
    if noun.rstrip(".,;").lower() in words("family_nouns"):
        c.add("family")
    elif noun[:1].isupper() and classes().get(fold(noun.rstrip(".,;")), 0) & (ROLE | TITLE):
        c.add("before-role")
    found = None if noun[:1].isupper() else _FOLLOWING.match(text, end)
    if not found:
        return
    if not found["possessive"]:
        _verb(c, found["word"], found["second"])
    elif found["word"] in people_nouns() or found["word"] in words("belongings"):
        c.add("possesses")


def _verb(c: Candidate, word: str, second: str | None) -> None:
    """The verb whose subject the name is, or the noun that makes it the name of something else."""
    if word in words("institutions"):
        c.add("institution")
    if word in words("role_verbs_said"):
        c.add("says")
        return
    if word in _AUXILIARIES and second in words("happens"):
        c.add("victim")
    if word in _SUBJECTED or (word.endswith("ed") and word not in words("attributes")):
        c.add("subject", 1.0 if len(c.name.tokens) > 1 else 0.5)


@cache
def _plain_endings() -> tuple[str, ...]:
    return tuple(sorted(words("plain_endings")))


@cache
def _locatives() -> tuple[str, ...]:
    listed = alternatives("locatives").replace("\\", "").split("|")
    shown = {form for word in listed for form in (word, word.capitalize(), word.title().replace(" Of", " of"))}
    return tuple(sorted(f"{lead}{word} " for word in shown for lead in (" ", "(", '"')))


@cache
def _locative_ends() -> frozenset[str]:
    """The last words of all that ``_locatives`` lists: one look-up that spares most names the long comparison."""
    return frozenset(locative.split()[-1].lstrip('("').lower() for locative in _locatives())


@cache
def _opening_locatives() -> frozenset[str]:
    return frozenset(f"{word} ".replace("\\", "").capitalize() for word in alternatives("locatives").split("|"))
