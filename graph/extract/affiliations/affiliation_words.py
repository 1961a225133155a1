"""The small word lists of the rules for affiliations, from ``words/affiliations.yaml``."""

from functools import cache

from graph.extract.language.grammar import lists

__all__ = ["listed"]


@cache
def listed(name: str) -> frozenset[str]:
    """Give one list as a set.

    Raises:
        RuleError: the file has no such list.
    """
    return lists(name, "affiliations")
