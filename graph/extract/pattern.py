"""The language of rules over skeletons: "PERSON , {the}? OFFICE of {the}? ORG" becomes a regular expression.

=============  ==================================================================================
``PERSON``     a slot by its kind (see ``SLOTS``); ``PERSON2`` another; ``PERSON_`` one of no interest
``word``       a word in lower case, a mark or ``'s``; ``of|for`` either; ``also?`` may be missing
``{be}``       a list of wordings from the rule file; ``{be}?`` may be missing
``*3``         up to three words that are none of grammar (by, of, and, is …); ``%3`` up to three words
``~3``         up to three of anything but a full stop
``#``          a number                           ``[ … ]``  may be missing, as a whole
=============  ==================================================================================

Each repeat has a bound and its parts begin differently, so that matching stays linear in the sentence's length.
"""

import re
from collections.abc import Mapping

__all__ = ["SLOTS", "compile_pattern", "triggers"]

SLOTS = {
    "PERSON": "[Pp]", "ORG": "[KGAOko]", "GANG": "[KGk]", "AGENCY": "A", "PLACE": "L", "NATION": "N", "STATE": "[LN]",
    "ACTOR": "[PpKGAOko]", "SOURCE": "S", "OFFICE": "H", "OFFICES": "I", "POST": "[HI]", "KIN": "F", "CASE": "C",
    "VESSEL": "V", "DATE": "X",
}  # fmt: skip
_GRAMMAR = (
    "by|of|in|on|at|to|from|with|for|and|or|but|as|that|which|who|whom|when|where|while|after|before|than|is|are|was|were|be|been|"
    "has|have|had|will|would|said|says|told|asked|against|between|if|because|since|until|he|she|they|it|not|into|through"
)
_NAME = re.compile(r"([A-Z]+)(\d?)(_?)(\??)$")


def compile_pattern(pattern: str, wordings: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a rule's pattern.

    Raises:
        KeyError: the pattern names a wording that the rule file does not list.
    """
    return re.compile(r"(?<!\S)" + "".join(_atom(token, wordings) for token in pattern.split()))


def _atom(token: str, wordings: Mapping[str, str]) -> str:
    if token in "[]":
        return "(?:" if token == "[" else ")?"
    if token == "#":
        return r"\d+ "
    if token[0] == "*":
        return rf"(?:(?!(?:{_GRAMMAR}) )[^\W_][^\s<]*+ ){{0,{int(token[1:])}}}?"
    if token[0] == "%":
        return rf"(?:[^\W_][^\s<]*+ ){{0,{int(token[1:])}}}?"
    if token[0] == "~":
        return rf"(?:[^\s.;]\S*+ ){{0,{int(token[1:])}}}?"
    optional = "?" if token.endswith("?") and len(token) > 1 else ""
    if token[0] == "{":
        listed = wordings[token.strip("{}?")].split("|")
        inner = "|".join("".join(_atom(word, wordings) for word in wording.split()) for wording in listed)
        return f"(?:{inner}){optional}"
    if name := _NAME.match(token):
        slot = rf"<{SLOTS[name[1]]}\d+>"
        slot = f"{slot} " if name[3] else f"(?P<{name[1]}{name[2]}>{slot}) "
        return f"(?:{slot}){optional}" if optional else slot
    words = "|".join(re.escape(word) for word in token.removesuffix("?" if optional else "").split("|"))
    return f"(?:(?:{words}) ){optional}" if optional else f"(?:{words}) "


def triggers(pattern: str) -> frozenset[str]:
    """Name the tokens of which a sentence must hold one: the slots of offices and family words, if it has any."""
    for token in pattern.split():
        if (name := _NAME.match(token)) and name[1] in {"OFFICE", "OFFICES", "POST", "KIN"} and not name[4]:
            letters = SLOTS[name[1]].strip("[]")
            return frozenset(f"<{letter}" for letter in letters)
    return frozenset()
