"""The small word lists of the rules for affiliations, from ``words/affiliations.yaml``."""

from functools import cache

from graph.extract.language.rule_files import load_yaml

__all__ = ["listed"]


@cache
def listed(name: str) -> frozenset[str]:
    """Give one list as a set.

    Raises:
        KeyError: the file has no such list.
    """
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    lists: dict[str, str] = load_yaml("words/affiliations.yaml")
    return lists
