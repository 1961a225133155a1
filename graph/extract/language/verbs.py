"""English verb forms: from a lemma to the words that a text may use for it."""

from collections.abc import Iterator, Mapping
from functools import cache

from graph.extract.language.rule_files import load_yaml

__all__ = ["Form", "inflect"]

Form = str
"""``base`` (arrest), ``s`` (arrests), ``past`` (took), ``part`` (taken), ``ed`` (arrested: both of them), ``ing``."""

VOWELS = frozenset("aeiou")


@cache
def _doubling() -> frozenset[str]:
    """Verbs of more than one syllable that are stressed on the last one, and so double their consonant."""
    raw: dict[str, str] = load_yaml("words/grammar.yaml")
    return frozenset(raw["doubling"].split())


def inflect(lemma: str, irregular: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Form]]:
    """Give every form of a verb with what it is; ``irregular`` maps a lemma to its past and its participle."""
    yield lemma, "base"
    yield _third(lemma), "s"
    stem = _stem(lemma)
    yield stem.removesuffix("e") + "ing" if _drops_e(lemma) else stem + "ing", "ing"
    if lemma in irregular:
        past, participle = irregular[lemma]
        if past == participle:
            yield past, "ed"
        else:
            yield past, "past"
            yield participle, "part"
    elif lemma.endswith("e"):
        yield lemma + "d", "ed"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        yield lemma[:-1] + "ied", "ed"
    else:
        yield stem + "ed", "ed"


def _third(lemma: str) -> str:
    """The third person: arrests, searches, carries."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stem(lemma: str) -> str:
    """What -ing and -ed are put behind: gunn-, kidnapp-, traffick-."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    if lemma.endswith("ic"):
        return lemma + "k"
    before = lemma[-3:-2] not in VOWELS or lemma[-4:-2] == "qu"  # "acquitted"
    short = len(lemma) > 2 and lemma[-1] not in "aeiouwxyhs" and lemma[-2] in VOWELS and before
    one_syllable = sum(letter in VOWELS for letter in lemma) == 1
    return lemma + lemma[-1] if short and (one_syllable or lemma in _doubling()) else lemma


def _drops_e(lemma: str) -> bool:
    return lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe", "ie"))
