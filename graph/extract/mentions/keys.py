"""Which kinds of mentions a sentence may hold, by its words in lower case: most hold no amount, ship or case."""

from collections.abc import Iterable, Mapping
from functools import cache

from graph.extract.language.keys import held_keys, key_table
from graph.extract.language.lexicon import words
from graph.extract.mentions import forces, headed, lower_heads, vessels
from graph.extract.mentions.aliases import NICKNAME_KEYS
from graph.extract.mentions.cases import CASE_KEYS
from graph.extract.mentions.nameless import CALLING_KEYS
from graph.extract.mentions.organizations import introducing

__all__ = [
    "AMOUNTS",
    "CALLING",
    "CASES",
    "FORCES",
    "HEADING",
    "INTRODUCING",
    "LOWER_HEADS",
    "NICKNAMES",
    "VESSELS",
    "mention_keys",
]

AMOUNTS, VESSELS, CASES, FORCES, LOWER_HEADS, INTRODUCING, NICKNAMES, CALLING, HEADING = (
    1,
    2,
    4,
    8,
    16,
    32,
    64,
    128,
    256,
)


def mention_keys(present: Iterable[str]) -> int:
    """Give the kinds of mentions of which a sentence's words hold a key."""
    return held_keys(_table(), present)


@cache
def _table() -> Mapping[str, int]:
    return key_table({
        AMOUNTS: words("units") | words("currencies"),
        VESSELS: vessels.keys(),
        CASES: CASE_KEYS,
        FORCES: forces.keys(),
        LOWER_HEADS: lower_heads.keys(),
        INTRODUCING: introducing(),
        NICKNAMES: NICKNAME_KEYS,
        CALLING: CALLING_KEYS,
        HEADING: headed.keys(),
    })  # fmt: skip
