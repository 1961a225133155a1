"""How a cable as a whole is classified: what the archive's row says, and what the cable's own caption says."""

import re

from graph.documents.cable.layout import Caption

__all__ = ["from_caption", "level"]

_NAMES = {
    "UNCLAS": "UNCLASSIFIED",
    "UNCLASSIFIED": "UNCLASSIFIED",
    "LIMITEDOFFICIALUSE": "LIMITED OFFICIAL USE",
    "CONFIDENTIAL": "CONFIDENTIAL",
    "SECRET": "SECRET",
    "TOPSECRET": "TOP SECRET",
}
_ORDER = (
    "UNCLASSIFIED",
    "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
    "LIMITED OFFICIAL USE",
    "CONFIDENTIAL",
    "SECRET",
    "TOP SECRET",
)
_CAVEATS = re.compile(r"\b(NOFORN|SENSITIVE|FOUO|FOR OFFICIAL USE ONLY)\b")


def from_caption(text: str, caption: Caption, end: int) -> str:
    """Put together what the caption and the lines below it, up to ``end``, say: ``SECRET//NOFORN``."""
    name = _NAMES.get(caption.level, caption.level)
    caveats = set(_CAVEATS.findall(text, caption.start, max(caption.end, end)))
    if name == "UNCLASSIFIED":
        return f"{name}//FOR OFFICIAL USE ONLY" if caveats - {"NOFORN"} else name
    return f"{name}//NOFORN" if "NOFORN" in caveats else name


def level(classification: str) -> int:
    """Rank a classification without its caveats, 0 for UNCLASSIFIED and for none."""
    if classification in _ORDER:
        return _ORDER.index(classification)
    return max((i for i, name in enumerate(_ORDER) if classification.startswith(name)), default=0)
