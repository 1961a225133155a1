"""Names as they are compared and looked up: case, accents, punctuation and blanks folded away.

Nothing here decides who is who; that is ``identify``'s. This is only what makes "Núñez", "NUNEZ" and "nunez" alike.
"""

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "squeeze"]

_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")  # O'Brien, D’Alessio
_DOTTED = re.compile(r"(?<!\w)(\w)\.(?=\w(?:\W|$))")  # the first dots of "U.S." and "M.V."
_APART = re.compile(r"[\W_]+")
# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Fold a name to lower-case words divided by single blanks: ``"U.S. Núñez-Caro's"`` → ``"us nunez caro"``."""
    plain = _APOSTROPHE.sub("", _POSSESSIVE.sub("", text))
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    lower = _DOTTED.sub(r"\1", plain.casefold()).translate(_LETTERS)
    return _APART.sub(" ", lower).strip()


def squeeze(text: str) -> str:
    """Fold a name and drop its blanks, for ``De la Cruz`` and ``Delacruz``."""
    return fold(text).replace(" ", "")
