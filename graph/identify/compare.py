"""Evidence that two names are one actor's: small pure functions from two names to a strength between 0 and 1.

``short`` is never longer than ``long``. 0 means that the function knows nothing, not that the two are different.
"""

from rapidfuzz.distance import Levenshtein

from graph.identify.name import Name
from graph.identify.words import words

__all__ = [
    "first_name",
    "initials",
    "quoted_nickname",
    "same_but_for_country",
    "shorter_form",
    "signature",
    "spelled_alike",
    "surname",
]


def surname(short: Name, long: Name) -> float:
    """Tell how surely one word is what a person is called by, from where it stands in the full name.

    The only surname is surest; of a Spanish double surname the first ("Luis Vela Caro" is "Vela"), then the second.
    """
    if len(short.parts) != 1 or len(long.parts) < 2:
        return 0.0
    word, parts = short.parts[0], long.parts
    last, before = parts[-1] == word, parts[-2] == word
    if len(parts) == 2 or (len(parts) == 3 and len(parts[1]) == 1) or (last and before):
        return 1.0 if last else 0.0
    if before:
        return 0.8
    return (0.7 if len(parts) == 3 else 0.5) if last else 0.0


def first_name(short: Name, long: Name) -> float:
    """Tell whether one word is the first of a full name."""
    return 0.4 if len(short.parts) == 1 and len(long.parts) > 1 and short.parts[0] == long.parts[0] else 0.0


def shorter_form(short: Name, long: Name) -> float:
    """Tell whether two or more words are a full name with parts left out or cut to initials, in the same order."""
    wanted, parts = short.parts, long.parts
    if not 2 <= len(wanted) <= len(parts) or short.generation != long.generation:
        return 0.0
    at = _positions(wanted, parts)
    surnames = range(max(1, len(parts) - 2), len(parts))
    if not at or not any(i in surnames and len(wanted[k]) > 1 and wanted[k] == parts[i] for k, i in enumerate(at)):
        return 0.0
    if at[0] == 0:
        return 0.7 if len(parts) > 3 and at[-1] == len(parts) - 1 and at[-2] == 0 else 1.0
    return 1.0 if at[0] in surnames else 0.6


def spelled_alike(short: Name, long: Name) -> float:
    """Tell whether two full names differ in single letters and middle names only.

    First and last parts must meet; every part meets one that is equal or, from five letters on, differs in one
    letter; two parts at least are that long. A final a or o tells a woman from a man, so that is no slip.
    """
    if len(short.parts) < 2 or short.generation != long.generation or short.parts == long.parts:
        return 0.0
    ahead, pairs = iter(long.parts), []
    for part in short.parts:
        met = next((other for other in ahead if part == other or _slip(part, other)), None)
        if met is None:
            return 0.0
        pairs.append((part, met))
    if pairs[0][1] != long.parts[0] or pairs[-1][1] != long.parts[-1]:
        return 0.0
    slips = sum(part != other for part, other in pairs)
    strong = sum(max(len(part), len(other)) >= 5 for part, other in pairs)
    if not slips or slips == len(pairs) or strong < 2:
        return 0.0
    # With two parts only, a rare and long one must carry the slip.
    if len(pairs) == 2 and any(part != other and len(part) < 6 for part, other in pairs):
        return 0.0
    return 0.9


def signature(short: Name, long: Name) -> float:
    """Tell whether a signer's line is the surname, or the surname run together with the first letter of the name."""
    if len(short.parts) != 1 or len(long.parts) < 2:
        return 0.0
    return 1.0 if short.parts[0] == long.parts[-1] + long.parts[0][0] else surname(short, long)


def quoted_nickname(short: Name, long: Name) -> float:
    """Tell whether a name is what stands in quotes inside of another one: ``Luis "El Tuerto" Vela``."""
    return 1.0 if long.nickname and long.nickname == "".join(short.parts) else 0.0


def initials(short: Name, long: Name) -> float:
    """Tell whether an acronym is made of the first letters of an organisation's name, with or without its "of"s."""
    return 1.0 if short.brief and "".join(short.parts) in long.initials else 0.0


def same_but_for_country(short: Name, long: Name) -> float:
    """Tell whether an organisation's name differs from another by a country that it leaves out.

    A name of its own ("Norland Cartel") is the same in any country; "Coast Guard" is whose the text speaks of.
    """
    if short.parts != long.parts or short.territories or not long.territories:
        return 0.0
    return 0.5 if words().common.issuperset(short.parts) else 1.0


def _positions(wanted: tuple[str, ...], parts: tuple[str, ...]) -> list[int]:
    """Find where the words stand in the parts, in order; an initial stands for any word that begins so."""
    at: list[int] = []
    for word in wanted:
        found = (
            i for i in range(at[-1] + 1 if at else 0, len(parts)) if word == parts[i] or _abbreviates(word, parts[i])
        )
        position = next(found, -1)
        if position < 0:
            return []
        at.append(position)
    return at


def _abbreviates(word: str, other: str) -> bool:
    return (len(word) == 1 or len(other) == 1) and word[0] == other[0]


def _slip(left: str, right: str) -> bool:
    if max(len(left), len(right)) < 5 or Levenshtein.distance(left, right, score_cutoff=1) != 1:
        return False
    gendered = (
        (left[:-1] == right[:-1] and {left[-1], right[-1]} == {"a", "o"}) or left + "a" == right or left == right + "a"
    )
    return not gendered
