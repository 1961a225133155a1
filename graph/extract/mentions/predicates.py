"""A verb before a role, or the start of its description? "Police arrested Judge Olmo", "the arrested judge Olmo"."""

from graph.extract.language.grammar import Word, adjectives, grammar
from graph.extract.language.lexicon import demonyms, fold, people_nouns, singular, words

__all__ = ["verb_before_name", "verb_before_role"]

_SEVERAL = 60  # characters to look back
# What may stand before a participle that describes: "the arrested", "of slain", "said jailed", "when captured".
_DESCRIBED = frozenset({"determiner", "preposition", "subordinator", "adjective", "verb", "be"})


def verb_before_role(text: str, at: int, word: str) -> bool:
    """Tell whether the word at ``at``, before a role, is the verb whose object the role's bearer is."""
    known = grammar().get(fold(word))
    if known is None or known.part != "verb" or fold(word) in words("always_adjectives"):
        return False
    if known.form in ("base", "s"):  # a headline's verb: "Police Arrest Mayor Olmo"
        return word[0].isupper() and at > 0 and f"{known.lemma.removesuffix('e')}ed" in words("happens")
    return known.form in ("ed", "past", "part") and not _describes(text[max(0, at - _SEVERAL) : at].split())


def _describes(earlier: list[str]) -> bool:
    """Tell by the words before a participle whether it describes what follows it."""
    while earlier and earlier[-1].endswith("ly"):
        earlier = earlier[:-1]
    if not earlier:
        return True
    last = earlier[-1]
    if not last[-1].isalnum() or last.endswith(("'s", "s'")):
        return True
    key = fold(last.lstrip("\"'("))
    if key in ("and", "or"):  # "kidnapped and killed Judge Olmo"
        return not _is_verb(earlier[-2:-1])
    known = grammar().get(key, Word("modal"))
    if known.part == "verb":
        return not known.noun
    return known.part in _DESCRIBED or key in demonyms() or key in words("numbers_before_people") or key in adjectives()


def _is_verb(word: list[str]) -> bool:
    known = grammar().get(fold(word[0])) if word else None
    return known is not None and known.part == "verb"


def verb_before_name(text: str, at: int, word: str) -> bool:
    """Tell whether a role's noun at ``at``, before a name, is a verb: "Police suspect Ana Olmo of fraud"."""
    if fold(word) not in words("roles_like_verbs"):
        return False
    earlier = fold(text[max(0, at - _SEVERAL) : at].rpartition(" ")[0].rpartition(" ")[2])
    plural = earlier not in people_nouns() and singular(earlier) in people_nouns()
    return plural or earlier in words("bodies_in_plural")
