"""Offices: "alleged co-founder", "deputy director of operations" – found as one noun group each, with what they say.

``words/offices.yaml`` names the words for offices and family, each with the relation that it states by the kind of
its target; a noun group adds what stands before the word ("alleged", "former", "deputy") and its field behind it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.language.rule_files import load_yaml

__all__ = ["Office", "Token", "Vocabulary", "find_office", "vocabulary"]

Token = tuple[str, int, int]
"""A lower-cased word, a punctuation mark or a slot ("<P0>"), and where it stands in the sentence."""

_LONGEST = 4  # words of an office's own name ("deputy chief of mission")
_BEFORE = 6  # modifiers looked at before it
_FIELD = 8  # words of its field ("of investigation into organized crime")
_BODIES = frozenset({"<K", "<G", "<A", "<O"})  # slots of organisations
_PLAIN = 3  # words of a field that no list knows
_UNNAMED = (
    frozenset({"the", "a", "an"}),
    listed("sections") | listed("bodies"),
)  # "of the section": a part without a name is no field
_JOINS = frozenset({"of", "and", "the", "for", "into", "against", "&", "on", "to"})


@dataclass(frozen=True, slots=True)
class Office:
    """One noun group that names an office, or a member of a family."""

    group: str  # class of words/offices.yaml ("head", "staff" …) or "kin"
    word: str  # singular
    plural: bool
    alleged: bool
    former: bool
    planned: bool
    local: bool  # of a region, section or function ("regional director", "press chief")
    start: int  # of the whole group, in Sentence.text
    end: int
    field: bool  # a field of its own follows ("of defense"), so that a bare "the" organisation is none


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words for offices, by their first word."""

    words: Mapping[
        str, Sequence[tuple[tuple[str, ...], str, str, bool]]
    ]  # first word → (words, group, singular, plural)
    says: Mapping[str, Mapping[str, str]]  # group → kind of target → relation, "" for none
    modifiers: Mapping[str, str]  # word → what it does: "alleged", "former", "planned", "deputy", "local", "plain"
    fields: frozenset[str]


def _plural(words: tuple[str, ...]) -> tuple[str, ...]:
    """Pluralise the last word; of "chief of police" the first."""
    at = words.index("of") - 1 if "of" in words else len(words) - 1
    word = words[at]
    if word.endswith(("s", "ch", "sh", "x")):
        many = word + "es"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        many = word[:-1] + "ies"
    elif word.endswith("man"):
        many = word[:-3] + "men"
    else:
        many = word + "s"
    return (*words[:at], many, *words[at + 1 :])


@cache
def vocabulary() -> Vocabulary:
    """Read the words for offices once a process."""
    raw: dict[str, Any] = load_yaml("words/offices.yaml")
    table: dict[tuple[str, ...], tuple[str, str, bool]] = {}
    for group, entry in {**raw["classes"], "kin": raw["kin"]}.items():
        for word in entry["words"]:
            one = tuple(str(word).split())
            table.setdefault(one, (group, " ".join(one), False))
            table.setdefault(_plural(one), (group, " ".join(one), True))
    for many, one in raw["plurals"].items():
        table[tuple(many.split())] = (table[tuple(one.split())][0], one, True)
    words: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
    for form, (group, singular, plural) in sorted(table.items(), key=lambda item: (-len(item[0]), item[0])):
        words.setdefault(form[0], []).append((form, group, singular, plural))
    return Vocabulary(
        words=words,
        says={
            group: {kind: "" if said == "-" else said for kind, said in entry["says"].items()}
            for group, entry in raw["classes"].items()
        },
        modifiers={word: does for does, listed in raw["modifiers"].items() for word in listed},
        fields=frozenset(raw["fields"]),
    )


def _word_at(tokens: Sequence[Token], at: int) -> tuple[int, str, str, bool] | None:
    """Find the longest office word that begins at a token: how many tokens, its group, singular and plural."""
    for form, group, singular, plural in vocabulary().words.get(tokens[at][0], ()):
        size = len(form)
        if size == 1 or tuple([token[0] for token in tokens[at + 1 : at + size]]) == form[1:]:
            return size, group, singular, plural
    return None


def find_office(tokens: Sequence[Token], at: int, text: str) -> tuple[int, Office] | None:
    """Read the noun group whose office word begins at token ``at``: index after it, and the office.

    Of several office words in a row ("police chief investigator") the last is the office.
    """
    found = _word_at(tokens, at)
    if found is None:
        return None
    begin, end = at, at + found[0]
    while end < len(tokens) and (following := _word_at(tokens, end)):
        if following[1] == "kin" or tokens[end - 1][0] == "deputies":
            break
        found, begin, end = following, end, end + following[0]
    _, group, word, plural = found
    first, does = _modifiers(tokens, at)
    if begin > at:
        does.update(vocabulary().modifiers.get(tokens[k][0], "") for k in range(at, begin))
    if group in {"ruler", "head", "leader", "minister"} and "deputy" in does:
        group = "deputy"
    stop = _field(tokens, end, text)
    return stop, Office(
        group=group,
        word=word,
        plural=plural,
        alleged="alleged" in does,
        former="former" in does,
        local="local" in does,
        planned="planned" in does or _candidate(tokens, end),
        start=tokens[first][1],
        end=tokens[stop - 1][2],
        field=stop > end,
    )


def _candidate(tokens: Sequence[Token], end: int) -> bool:
    """Tell "president-elect", "ambassador designate"."""
    return end < len(tokens) and tokens[end][0] in {"elect", "designate", "nominee", "hopeful", "-elect", "-designate"}


def _modifiers(tokens: Sequence[Token], at: int) -> tuple[int, set[str]]:
    """Walk left over words that belong to the office; tell where it begins and what they do."""
    known, does = vocabulary().modifiers, set[str]()
    first = at
    while first > 0 and at - first < _BEFORE:
        word = tokens[first - 1][0]
        if word in known:
            does.add(known[word])
        elif not (
            word.endswith(("-level", "-ranking", "-profile", "-elected", "-born", "-based")) or _joined(tokens, first)
        ):
            break
        first -= 1
    return first, does


def _joined(tokens: Sequence[Token], first: int) -> bool:
    """Tell the "and" of "political and military leader", where a modifier stands before it too."""
    return tokens[first - 1][0] == "and" and first > 1 and tokens[first - 2][0] in vocabulary().modifiers


def _field(tokens: Sequence[Token], end: int, text: str) -> int:
    """Walk right over "of defense", "for Public Safety"; tell where the office ends, which is ``end`` without a field.

    A field is made of capitalised or known words; one that runs into a slot after "of" leaves the last "of" out.
    """
    if end >= len(tokens) or tokens[end][0] not in {"of", "for", "on"}:
        return end
    if [token[0] in words for token, words in zip(tokens[end + 1 : end + 3], _UNNAMED, strict=False)] == [True, True]:
        return end
    fields, upper = vocabulary().fields, text.isupper()
    if (plain := _plain_field(tokens, end)) and not upper:
        return plain
    stop, at = end, end + 1
    while at < len(tokens) and at - end <= _FIELD:
        word, start, _ = tokens[at]
        proper = word not in listed("grammar") if upper else text[start].isupper()
        if word in fields or (proper and word[0].isalnum() and word not in _JOINS):
            stop = at + 1
        elif word not in _JOINS:
            break
        at += 1
    if stop < len(tokens) and tokens[stop][0][:2] in _BODIES:
        return end  # "member of the ruling <party>"
    return stop


def _plain_field(tokens: Sequence[Token], end: int) -> int:
    """Where a field in small letters ends, if a comma closes it: "director of media and advocacy,"; else 0."""
    at = end + 1
    while at < len(tokens) and at - end <= _PLAIN and tokens[at][0].isalpha():
        if tokens[at][0] in listed("grammar") and tokens[at][0] != "and":
            return 0
        at += 1
    return at if end + 1 < at < len(tokens) and tokens[at][0] == "," and tokens[at - 1][0] != "and" else 0
