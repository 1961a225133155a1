"""Whether a word is plain English: listed, or formed by rule from one that is."""

from functools import cache

from graph.extract.language.lexicon import (
    COMMON,
    GENERIC,
    GIVEN,
    MODIFIER,
    ORGHEAD,
    PLACE,
    ROLE,
    STARTER,
    SURNAME,
    classes,
    words,
)

__all__ = ["plain"]

_PLAIN = COMMON | GENERIC | MODIFIER | ORGHEAD | ROLE | STARTER
_PREFIXES = (
    "un",
    "re",
    "non",
    "anti",
    "counter",
    "over",
    "under",
    "mis",
    "dis",
    "inter",
    "pre",
    "ultra",
    "multi",
    "super",
)
_ENDINGS = tuple(
    (ending, stem)
    for stem, endings in (
        ("", "s es ed ing er ers or ly ally ness ment ments ist ists ism ized ize est able ation ion ions ful less"),
        ("", "al ive ward like y ity"),
        ("e", "ed ing er ers or ors able ation ion ions ive ity"),
        ("y", "ies ied ily"),
        ("ize", "ization"),
        ("able", "ability ably"),
    )
    for ending in endings.split()
)  # fmt: skip


@cache
def _vocabulary() -> frozenset[str]:
    listed = frozenset(word for word, flags in classes().items() if flags & _PLAIN)
    return listed | words("vocabulary") | words("vocabulary_wide")


@cache
def plain(word: str) -> bool:
    """Tell whether a folded word is a plain English one: ``machinegunned`` is, ``velnar`` is not.

    A name that a rule could form from a plain word (``morales``) is none.
    """
    known = _vocabulary()
    if word in known:
        return True
    if classes().get(word, 0) & (GIVEN | SURNAME | PLACE):
        return False
    if len(word) < 5:
        return len(word) == 4 and word.endswith(("s", "d")) and word[:-1] in known
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)] + instead
            if len(stem) > 2 and (stem in known or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known)):
                return True
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > 3 and plain(word[len(prefix) :]):
            return True
    return any(
        word.endswith(ending) and len(word) - len(ending) > 3 and plain(word[: -len(ending)])
        for ending in ("s", "ed", "ly")
    )
