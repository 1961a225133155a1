"""What part a word plays in a clause, by one look-up: function words, and verbs in all their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.extract.language.lexicon import people_nouns
from graph.extract.language.rule_files import load_yaml
from graph.extract.language.verbs import Form, inflect

__all__ = [
    "Part",
    "Word",
    "adjectives",
    "event_nouns",
    "gerund_nouns",
    "grammar",
    "humans",
    "lists",
    "not_adverbs",
]

Part = Literal[
    "preposition", "subordinator", "relative", "coordinator", "determiner", "subject", "object",
    "modal", "be", "have", "do", "to", "adverb", "adjective", "verb",
]  # fmt: skip
PARTS: Mapping[str, Part] = {
    "adjectives": "adjective", "not_verbs": "adjective", "adverbs": "adverb", "determiners": "determiner",
    "demonstratives": "subject", "coordinators": "coordinator", "subordinators": "subordinator",
    "prepositions": "preposition", "relatives": "relative", "object_pronouns": "object",
    "subject_pronouns": "subject", "modals": "modal", "be": "be", "have": "have", "do": "do",
}  # fmt: skip
RULES = ("events", "involvement", "dealings", "seizures")


@dataclass(frozen=True, slots=True)
class Word:
    """A function word or a verb form. Nouns and names are not kept."""

    part: Part
    lemma: str = ""  # of a verb
    form: Form = ""  # of a verb
    noun: bool = False  # a verb's form that is a noun, too


@cache
def grammar() -> Mapping[str, Word]:
    """Read the words once a process; the verbs of the event rules are among them."""
    raw: dict[str, str] = load_yaml("words/grammar.yaml")
    irregular: dict[str, tuple[str, str]] = {}
    for entry in raw["irregular"].split():
        lemma, past, participle = entry.split(":")
        irregular[lemma] = (past, participle)
    nouns = frozenset(raw["nouns_too"].split())
    words: dict[str, Word] = {}
    lemmas = dict.fromkeys([*raw["verbs"].split(), *irregular, *sorted(nouns), *_rule_verbs()])
    for lemma in [lemma for lemma in lemmas if lemma not in {"be", "have", "do"}]:
        for form, kind in inflect(lemma, irregular):
            words.setdefault(form, Word("verb", lemma, kind, lemma in nouns and kind in {"base", "s"}))
    for form, lemma in (
        ("shot", "shoot"),
        ("cut", "cut"),
        ("hit", "hit"),
        ("put", "put"),
        ("set", "set"),
        ("led", "lead"),
    ):
        words[form] = Word("verb", lemma, "ed", noun=form == "shot")
    for key, part in PARTS.items():
        for text in raw[key].split():
            known = words.get(text, Word(part))
            if part != "adjective" or known.part != "verb":  # an adjective from a verb: clauses.py decides by place
                words[text] = Word(part, known.lemma, known.form)
    words["to"] = Word("to")
    words["her"] = Word("determiner")
    return words


@cache
def adjectives() -> frozenset[str]:
    """Words from verbs that stand before a noun without a determiner: "suspected trafficker"."""
    raw: dict[str, str] = load_yaml("words/grammar.yaml")
    return frozenset(raw["adjectives"].split()) | frozenset(raw["not_verbs"].split())


@cache
def gerund_nouns() -> frozenset[str]:
    """Forms in -ing that are nouns where a noun follows."""
    raw: dict[str, str] = load_yaml("words/grammar.yaml")
    return frozenset(raw["gerund_nouns"].split())


@cache
def event_nouns() -> frozenset[str]:
    """The nouns of the event rules: "murder", "arrest"."""
    return frozenset(noun for rule in load_yaml("rules/events.yaml") for noun in rule.get("nouns", ()))


@cache
def not_adverbs() -> frozenset[str]:
    """Words in -ly that are no adverbs."""
    raw: dict[str, str] = load_yaml("words/grammar.yaml")
    return frozenset(raw["not_adverbs"].split())


@cache
def lists(key: str, of: str = "participants") -> frozenset[str]:
    """Read a list of ``words/participants.yaml``, or of another such file, once a process; ``_`` joins its words."""
    raw: dict[str, str] = load_yaml(f"words/{of}.yaml")
    return frozenset(word.replace("_", " ") for word in raw[key].split())


@cache
def humans() -> frozenset[str]:
    """Nouns for human beings: roles, titles, members, victims."""
    return lists("humans") | lists("people") | people_nouns() | frozenset(f"{word}s" for word in people_nouns())


def _rule_verbs() -> list[str]:
    """The lemmas of all verbs that the event rules name, in the order of the files."""
    found: list[str] = []
    for name in RULES:
        for rule in load_yaml(f"rules/{name}.yaml"):
            found += [verb.split()[0] for key in ("verbs", "states") for verb in rule.get(key, ())]
    return found
