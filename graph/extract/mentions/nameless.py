"""People whom a text knows by an alias alone: "a man nicknamed the Fox", "police arrested alias Chino"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.language.lexicon import people_nouns, singular
from graph.extract.mentions.aliases import CALLED, NAME, alias
from graph.extract.text import Span

__all__ = ["CALLING_KEYS", "nameless"]

CALLING_KEYS = frozenset({"known", "nicknamed", "dubbed", "called", "alias", "aka", "identified", "goes", "went"})
"""Words in lower case: a sentence without one of them calls nobody by a name."""
_PEOPLE = frozenset({"man", "woman", "individual", "person", "suspect", "fugitive", "youth", "male", "female"})
_CALLED = re.compile(
    r"(?<![\w-])(?P<one>(?:an?|another|one) (?:[a-z-]{2,16} ){0,2})?(?P<who>[a-z]{3,20}),? (?:who (?:is|was) |who )?"
    rf"(?:{CALLED}|(?P<called>called)|identified (?:only |simply |just )?(?:as|by)) (?:the )?(?P<name>{NAME})"
)
_ALIAS = re.compile(rf"(?:^|(?<=[a-z] ))[Aa]lias (?P<name>{NAME})")


def nameless(text: str) -> Iterator[Span]:
    """Give the names that a word for a human being is called by, and those behind a mere "alias"."""
    for found in _CALLED.finditer(text):
        who, name = singular(found["who"]), found["name"]
        if found["called"] and not found["one"]:
            continue  # "the president called Luis"
        if (who in people_nouns() or who in _PEOPLE) and (name[0] in "\"'" or any(map(str.islower, name))):
            yield alias(text, *found.span("name"))
    for found in _ALIAS.finditer(text):
        yield replace(alias(text, *found.span("name")), left=found.start(), right=found.end())
