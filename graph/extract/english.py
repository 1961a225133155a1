"""Whether a word is plain English: listed, or formed by rule from one that is."""

from functools import cache

from graph.extract.lexicon import (
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
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""),
    ("er", "e"), ("ers", ""), ("ers", "e"), ("or", ""), ("or", "e"), ("ors", "e"), ("ly", ""), ("ily", "y"), ("ally", ""), ("ness", ""),
    ("ment", ""), ("ments", ""), ("ist", ""), ("ists", ""), ("ism", ""), ("ization", "ize"), ("ized", ""), ("ize", ""), ("est", ""),
    ("ability", "able"), ("able", ""), ("able", "e"), ("ation", "e"), ("ation", ""), ("ion", ""), ("ion", "e"), ("ions", "e"), ("ions", ""),
    ("ful", ""), ("less", ""), ("al", ""), ("ive", ""), ("ive", "e"), ("ward", ""), ("like", ""), ("y", ""), ("ity", ""), ("ity", "e"),
)  # fmt: skip


@cache
def _vocabulary() -> frozenset[str]:
    return words("vocabulary") | frozenset(word for word, flags in classes().items() if flags & _PLAIN)


@cache
def plain(word: str) -> bool:
    """Tell whether a folded word is a plain English one: ``machinegunned`` is, ``ellacuria`` is not.

    A name that a rule could form from a plain word (``morales``) is none.
    """
    known = _vocabulary()
    if word in known:
        return True
    if classes().get(word, 0) & (GIVEN | SURNAME | PLACE):
        return False
    if len(word) < 5:
        return len(word) == 4 and word.endswith("s") and word[:-1] in known
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)] + instead
            if len(stem) > 2 and (stem in known or (len(stem) > 4 and stem[-1] == stem[-2] and stem[:-1] in known)):
                return True
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > 3 and plain(word[len(prefix) :]):
            return True
    return any(
        word.endswith(ending) and len(word) - len(ending) > 3 and plain(word[: -len(ending)])
        for ending in ("s", "ed", "ly")
    )
