"""The language of rules over skeletons: "PERSON , {the}? OFFICE of {the}? ORG" becomes a regular expression.

=============  ==================================================================================
``PERSON``     a slot by its kind (see ``SLOTS``); ``PERSON2`` another; ``PERSON_`` one of no interest
``word``       a word in lower case, a mark or ``'s``; ``of|for`` either; ``also?`` may be missing
``{be}``       a list of wordings from the rule file; ``{be}?`` may be missing
``*3``         up to three words that are none of grammar (by, of, and, is …); ``%3`` up to three words
``~3``         up to three of anything but a full stop
``#``          a number                           ``[ … ]``  may be missing, as a whole
``!word``      where that word, or such a slot, does not follow
``^``, ``$``   where the sentence begins, and ends
=============  ==================================================================================

Each repeat has a bound and its parts begin differently, so that matching stays linear in the sentence's length.
"""

import re
from collections.abc import Mapping

from graph.extract.affiliations.affiliation_words import listed

__all__ = ["SLOTS", "compile_pattern", "needs"]

SLOTS = {
    "PERSON": "[Pp]", "ORG": "[KGAOko]", "GANG": "[KGk]", "AGENCY": "A", "PLACE": "L", "NATION": "N", "STATE": "[LN]",
    "ACTOR": "[PpKGAOko]", "SOURCE": "S", "OFFICE": "H", "OFFICES": "I", "POST": "[HI]", "KIN": "F", "CASE": "C",
    "VESSEL": "V", "DATE": "X",
}  # fmt: skip
_GRAMMAR = "|".join(sorted(listed("grammar")))
_VERB = (  # "said", "views": no words of a name or an office, unlike "armed", "affairs", "operations"
    r"[a-z]{3,12}(?<!arm)(?<!unit)(?<!join)ed|"
    r"[a-z]{2,12}(?<![siu])(?<!ic)(?<!om)(?<!ug)(?<!air)(?<!ion)(?<!ie)(?<!port)(?<!ervice)s"
)
_SIMPLE = {"[": "(?:", "]": ")?", "#": r"\d+ ", "^": r"\A", "$": r"\Z"}
_SKIPS = {
    "*": rf"(?!(?:{_GRAMMAR}) |{_VERB} )[^\W_][^\s<]*+",
    "%": r"[^\W_][^\s<]*+",
    "~": r"[^\s.;]\S*+",
}
_NAME = re.compile(r"([A-Z]+)(\d?)(_?)(\??)$")


def compile_pattern(pattern: str, wordings: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a rule's pattern.

    Raises:
        KeyError: the pattern names a wording that the rule file does not list.
    """
    atoms = "".join(_atom(part, wordings) for part in pattern.split())
    slot = _NAME.match(pattern.split(maxsplit=1)[0])
    # Only slots begin with "<", so that nothing has to be looked for before it, and re jumps from slot to slot.
    return re.compile(atoms if (slot and not slot[4]) or pattern[0] == "^" else r"(?<!\S)" + atoms)


def _atom(part: str, wordings: Mapping[str, str]) -> str:
    """Translate one part of a pattern."""
    if part in _SIMPLE:
        return _SIMPLE[part]
    if part[0] in _SKIPS:
        return rf"(?:{_SKIPS[part[0]]} ){{0,{int(part[1:])}}}?"
    if part[0] == "!":
        kept = rf"<{SLOTS[part[1:]]}" if part[1:] in SLOTS else rf"{re.escape(part[1:])} "
        return rf"(?!{kept})"
    optional = "?" if part.endswith("?") and len(part) > 1 else ""
    if part[0] == "{":
        each = wordings[part.strip("{}?")].split("|")
        inner = "|".join("".join(_atom(word, wordings) for word in wording.split()) for wording in each)
    elif name := _NAME.match(part):
        slot = rf"<{SLOTS[name[1]]}\d+>"
        inner = f"{slot} " if name[3] else f"(?P<{name[1]}{name[2]}>{slot}) "
    else:
        words = "|".join(re.escape(word) for word in part.removesuffix(optional).split("|"))
        inner = f"(?:{words}) "
    return f"(?:{inner}){optional}"


def needs(pattern: str, wordings: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Name what a line must hold for a pattern to match: of each set at least one token; slots as "<P".

    A cheap test that spares most lines the regular expression.
    """
    found: list[frozenset[str]] = []
    depth = 0
    for part in pattern.split():
        if part in "[]":
            depth += 1 if part == "[" else -1
        elif depth or part[0] in "*%~#^$!" or (part.endswith("?") and len(part) > 1):
            continue
        elif name := _NAME.match(part):
            found.append(frozenset(f"<{letter}" for letter in SLOTS[name[1]].strip("[]")))
        elif part[0] == "{":
            found.append(frozenset(map(_rarest, wordings[part.strip("{}")].split("|"))))
        else:
            found.append(frozenset(part.split("|")))
    return tuple(found)


def _rarest(wording: str) -> str:
    """Choose the word of a wording that fewest sentences hold."""
    return max(wording.split(), key=lambda word: (word not in listed("common"), len(word)))
