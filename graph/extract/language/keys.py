"""Keys: words without one of which a rule finds nothing in a sentence, for all rules of a step at once.

A sentence's words are looked up once, however many rules ask for theirs. Each rule has a bit, so that what a sentence
holds is one number: ``held & CASES`` tells whether it holds a key of the rules for cases.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

__all__ = ["held_keys", "key_table"]


def key_table(keys: Mapping[int, Iterable[str]]) -> Mapping[str, int]:
    """Turn a rule's bit → its keys around: word → the bits of all rules that it is a key of."""
    table: dict[str, int] = {}
    for bit, words in keys.items():
        for word in words:
            table[word] = table.get(word, 0) | bit
    return table


def held_keys(table: Mapping[str, int], words: Iterable[str]) -> int:
    """Give the bits of all rules of which a sentence's words hold a key."""
    return reduce(or_, filter(None, map(table.get, words)), 0)
