"""Where the parts of a cable's file are: which of several copies counts, where its header begins and its text ends.

A file may hold a truncated first copy, a block of metadata or a database row, and then the full copy, which counts.
Each copy begins with a caption: the classification in spaced letters, the post and the number.
"""

import re
from dataclasses import dataclass

__all__ = ["Caption", "Layout", "layout"]

_SECTION = r"[A-Z ]{0,12}?S?ECTION[ \t]{1,9}(?P<part>\d{1,3})[ \t]{1,9}OF[ \t]{1,9}\d{1,3}"
_LEVEL = "|".join(
    name.replace("  ", r"\ {1,3}").replace("_", r"\ ?")
    for name in (
        "T_O_P  S_E_C_R_E_T",
        "S_E_C_R_E_T",
        "C_O_N_F_I_D_E_N_T_I_A_L",
        "U_N_C_L_A_S(?:_S_I_F_I_E_D)?",
        "L_I_M_I_T_E_D  O_F_F_I_C_I_A_L  U_S_E",
    )
)  # with or without a blank between the letters
_CAPTION = re.compile(
    rf"""(?P<level>{_LEVEL})
    (?P<caveat>(?:[ \t/]{{1,4}}(?:NOFORN|FOUO|EXDIS|NODIS|SENSITIVE|FOR\ OFFICIAL\ USE\ ONLY))*+)
    (?P<section>[ \t]{{1,9}}{_SECTION})?
    (?:[ \t]{{1,9}}(?P<post>[A-Z][A-Z .'/-]{{1,30}}?)[ \t]{{1,9}}(?P<number>\d{{3,6}})(?!\d))?""",
    re.VERBOSE,
)
_LEVELS = (
    ("C O N F I D E N T I A L", "S E C R E T", "UNCLAS"),
    ("CONFIDENTIAL", "SECRET", "LIMITED OFFICIAL", "L I M I T E D", "U N C L A S"),  # rare, so sought last
)
_HEADER_ENDS = re.compile(r"-{3} ?header ends ?-{3,80}", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d[ \t]{1,3}\Z")


@dataclass(frozen=True, slots=True)
class Caption:
    """The line that opens a copy: ``C O N F I D E N T I A L SECTION 01 OF 02 EXAMPLEVILLE 000453``."""

    start: int
    end: int
    level: str  # without the blanks: "CONFIDENTIAL"
    caveat: str
    part: int  # of a message in several sections; 0 if not said
    post: str
    number: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Offsets of the copy that counts."""

    start: int  # its caption, or the beginning of a text that has none
    end: int  # where the next copy begins, or the end of the text
    caption: Caption | None


def layout(text: str) -> Layout:
    """Find the copy that counts: after a "header ends" line if there is one; the last that is not cut short."""
    begin = 0
    if "eader ends" in text or "EADER ENDS" in text:
        begin = max((marker.end() for marker in _HEADER_ENDS.finditer(text)), default=0)
    openings = [caption for caption in _captions(text, begin) if caption.part < 2]
    if not openings:
        return Layout(begin, len(text), None)
    ends = [*(caption.start for caption in openings[1:]), len(text)]
    lengths = [end - caption.start for caption, end in zip(openings, ends, strict=True)]
    longest = max(lengths)
    best = max(i for i, length in enumerate(lengths) if length * 2 >= longest)
    return Layout(openings[best].start, ends[best], openings[best])


def _captions(text: str, begin: int) -> list[Caption]:
    found: dict[int, Caption] = {}
    for level in (level for levels in _LEVELS if not found for level in levels):
        position = text.find(level, begin)
        while position >= 0:
            match = _CAPTION.match(text, position)
            if match and position not in found and _opens(text, match):
                found[position] = Caption(
                    position, match.end(), match["level"].replace(" ", ""), match["caveat"].strip(" \t/"),
                    int(match["part"] or 0), match["post"] or "", match["number"] or "",
                )  # fmt: skip
            position = text.find(level, position + len(level))
    captions: list[Caption] = []
    for position in sorted(found):
        if not captions or position >= captions[-1].end:  # a level within a caption opens no other
            captions.append(found[position])
    return captions


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell a caption from the same words in a sentence: where it stands, and what follows."""
    start = match.start()
    before = text[start - 1 : start]
    spaced = " " in match["level"]
    if not (match["number"] or match["section"] or spaced):
        return False
    if not before or before in '\n\r"' or (before.isalnum() and before.isupper() | before.isdecimal()):
        return True
    line = text[max(0, text.rfind("\n", 0, start) + 1) : start]
    return before in ". \t" and (spaced or not line.strip() or _CLOCK.search(line[-10:]) is not None)
