"""Skeletons: a sentence as a line of tokens, its actors and offices as slots, for rules to match.

``Ana Ruiz, alleged head of the Harbour Cartel, fled`` becomes ``<P0> , <H1> of the <K2> , fled``. Words are in lower
case, so that a text in capitals gives the same line; a slot's letter tells its kind, its number leads back to it.
"""

import re
from collections.abc import Sequence

from graph.extract.affiliations.slots import Known, Skeleton, Slot
from graph.extract.affiliations.stand_ins import stand_ins
from graph.extract.affiliations.wording import offices, tokens
from graph.extract.text import Annotated

__all__ = ["skeleton"]

_DESCRIBED = r"(?:(?:an? |the )(?:<N\d+> )?(?:[a-z]{3,20} ){1,2}(?:, )?)?"  # "and a Chilean teacher, B"
_LISTED = re.compile(
    rf"<P\d+> (?:[,;] {_DESCRIBED}<P\d+> ){{0,60}}+(?:[,;] )?(?:and|or|&) {_DESCRIBED}<P\d+> (?!'s )"
    r"|<P\d+> (?:[,;] <P\d+> ){2,60}(?!'s )|(?<=: )<P\d+> [,;] <P\d+> (?!'s )"
)
_BODIES = re.compile(r"<([KGAO])\d+> (?:, (?:the )?<[KGAO]\d+> ){0,8}(?:, )?(?:and|&) (?:the )?<[KGAO]\d+> ")
_STATES = re.compile(r"(?<= of )(?:the )?<L\d+> (?:, (?:the )?<L\d+> ){0,8}(?:, )?and (?:the )?<L\d+> (?=(?:, )?<P)")
_JOINS = frozenset({"and", "&"})
_POST = re.compile(r"(<[AO]\d+> )<L\d+> (?!<H|<P)")  # "DEA Lima", "RSO Quito"
_SLOT = re.compile(r"<[A-Za-z](\d+)>")


def skeleton(annotated: Sequence[Annotated], index: int, known: Known | None = None) -> Skeleton:
    """Make the skeleton of one sentence; ``known`` is what the text has told so far."""
    made = Skeleton(index)
    found = offices(tokens(annotated[index], made), annotated[index].sentence.text, made)
    stand_ins(found, annotated, made, known or Known())
    words = [token[0] for token in found]
    plain = line = " ".join(words) + " "
    slots = [word[1] for word in words if word[0] == "<" and len(word) > 1]
    if len(slots) > 1:
        if "L" in slots:
            line = _POST.sub(r"\1", line)
        if slots.count("P") > 1:
            line = _LISTED.sub(lambda group: _grouped(made, group, "P"), line)
        if not _JOINS.isdisjoint(words):
            if "L" in slots and "I" in slots:
                line = _STATES.sub(lambda group: _grouped(made, group, "L"), line)
            line = _BODIES.sub(lambda group: _grouped(made, group, group[1]), line)
    made.line = line
    if line is not plain:
        words = line.split()
    made.words = frozenset([word if word[0] != "<" else word[:2] for word in words])
    return made


def _grouped(made: Skeleton, found: re.Match[str], letter: str) -> str:
    """Put one slot for a list of actors."""
    members = [made.slots[int(number)] for number in _SLOT.findall(found[0])]
    ends = tuple(end for slot in members for end in slot.ends)
    return made.add(letter, Slot(members[0].start, members[-1].end, ends, ordered=letter == "L")) + " "
