"""What stands after a name and belongs to it: age, role in apposition, a role in parentheses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.language.grammar import lists
from graph.extract.language.lexicon import COMMON, COUNTRY, DEMONYM, MODIFIER, ORGHEAD, ROLE, TITLE, classes, fold

__all__ = ["After", "after"]

_AGE = re.compile(
    r", (?:aged? )?(?!\d{2}-year-old [^\W\d_a-z])(?P<age>\d{2})(?:[- ]years?[- ]old)?"
    r"(?P<close>,| |(?=[.;)]|$))|,? \((?:aged? )?(?P<age2>\d{2})\)"
)
_LEAD = re.compile(
    r"(?:, | \(|,? - |,? – |,? — | — )(?P<lead>(?:who (?:is|was|had been|has been|served as|serves as) (?:also )?)?"
    r"(?:(?:the|a|an|his|her|its|their|one of the|currently|also|then|then-|now) ){0,2})",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;:()\"]|, | - | – | — |\.(?= |$)| (?:who|which|was|were|is|are|has|had|said|told|where|when|whose|that"
    r"|nicknamed|dubbed|alias|aka|a\.k\.a|(?:also |better )?(?:known|called))\b"
)
_SAYS = re.compile(
    r",? (?:said|says|say|told|alleged|alleges|allege|claimed|claims|claim|added|stated|insisted|argued|testified)\b"
)
_OWNED = re.compile(r"\b(?:his|her|its|their) $", re.IGNORECASE)
_NAMED = re.compile(r", [^\W\d_a-z][\w'.-]+ [^\W\d_a-z]")
_OPENINGS = frozenset({" (", " -", " –", " —", ",-"})
_LONGEST = 160


@dataclass(slots=True)
class After:
    """The words after a name that belong to it."""

    right: int
    role: str = ""
    age: int | None = None


def after(text: str, end: int) -> After:
    """Read age and apposition behind a name that ends at ``end``; ``right`` includes the comma that closes them."""
    if text[end : end + 1] != "," and text[end : end + 2] not in _OPENINGS:
        return After(end)
    right, age = end, None
    aged = _AGE.match(text, end) if text[end : end + 8].strip(",( aged")[:1].isdigit() else None
    if aged:
        age = int(aged["age"] or aged["age2"])
        right = aged.end() - (1 if aged["close"] == " " else 0)
        end = right - (1 if text[right - 1] == "," else 0)
    lead = _LEAD.match(text, end)
    if not lead:
        return After(right, "", age)
    start = lead.end()
    stop = _END.search(text, start)
    stop_at = min(stop.start() if stop else len(text), start + _LONGEST)
    said = _SAYS.search(text, start, stop_at + 6)
    if said and said[0][0] != "," and text[end] == ",":
        return After(right, "", age)  # "…, his attorney said": no apposition but who says so
    phrase = text[start:stop_at].rstrip(" .,")
    if not _is_role(phrase, led=bool(lead["lead"].strip())):
        return After(right, "", age)
    stop_at = start + len(phrase)
    owned = _OWNED.search(lead["lead"]) is not None
    if phrase.split(" ")[0] in lists("moments", "events") or (owned and _NAMED.match(text, stop_at)):
        return After(right, "", age)  # "…, a day after the attack"; "…, his lawyer, Ana Ruiz": the role is hers
    closing = text[stop_at : stop_at + 1]
    if closing == "," or (closing == ")" and text[end : end + 2] == " ("):
        stop_at += 1
    return After(stop_at, phrase, age)


def _is_role(phrase: str, *, led: bool) -> bool:
    """Tell whether a phrase says what somebody is: a role noun among its first words, before any preposition.

    A role with a name behind it is the next member of a list: "Ana Olmo, Judge Luis Pardo".
    """
    table = classes()
    words = phrase.split(" ")
    for i, word in enumerate(words[:8]):
        flags = table.get(fold(word.rstrip(".,").removesuffix("'s")), 0)
        if flags & (ROLE | TITLE) and not word.endswith("'s"):
            if _names_another(words[i + 1 : i + 4]):
                return False
            return led or i > 0 or len(words) > 1 or bool(flags & ROLE) or word[0].islower()
        plain = led and word.isalpha() and i < 4 and word not in _PREPOSITIONS
        if not (flags & (MODIFIER | DEMONYM | ROLE) or word[:1].isupper() or plain):
            return False
    last = fold(words[-1])
    return led and len(words) <= 3 and (last == "national" or bool(table.get(last, 0) & DEMONYM))  # "a Peruvian"


def _names_another(following: Sequence[str]) -> bool:
    """Tell whether a name stands behind a role: over further role words, a capitalised word that is none."""
    table = classes()
    for word in following:
        flags = table.get(fold(word.rstrip(".,").removesuffix("'s")), 0)
        if not flags & (ROLE | TITLE | MODIFIER):
            return word[:1].isupper() and not word.endswith("'s") and not flags & (ORGHEAD | COMMON | DEMONYM | COUNTRY)
    return False


_PREPOSITIONS = frozenset(
    ("of", "in", "on", "at", "for", "from", "with", "by", "to", "and", "or", "but", "was", "is", "were")
)
