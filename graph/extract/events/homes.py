"""Whose home or car it was: "the residence of X was bombed", "a bomb exploded at X's house"."""

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.phrases import after, group
from graph.extract.clauses.subjects import possessor
from graph.extract.language.grammar import lists

__all__ = ["owners"]

AT = frozenset({"at", "in", "outside", "near", "inside", "against", "into", "on"})


def owners(view: Clauses, at: int, done_to: list[int]) -> list[int]:
    """Positions of those whose home a verb's object is, or where something exploded or was thrown."""
    return [k for home in [*done_to, *after(view, at, AT)] for k in _owner(view, home)]


def _owner(view: Clauses, at: int) -> list[int]:
    item = view.items[at]
    if item.tag != "N" or item.head not in lists("homes"):
        return []
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    if following is not None and following.tag == "N" and following.prep == "of" and following.spans:
        return group(view, at + 1)
    return [k for k in possessor(view, at) if view.items[k].spans]
