"""What people decided about identity: it goes before every rule, and what they keep apart stays apart."""

from collections.abc import Collection, Iterable

from graph.model import Judgement

__all__ = ["Key", "decisions"]

Key = tuple[str, str]
"""A mention: document id and the mention's key."""


def decisions(judgements: Iterable[Judgement], known: Collection[Key]) -> tuple[list[Judgement], set[frozenset[Key]]]:
    """Sort judgements into merges, to be done first and in order, and pairs to keep apart.

    A judgement about a mention that is not there (its document was removed, or is not released) does nothing. Where
    two judgements about one pair differ, the person's stands against the rule's, and of two equal ones the cautious.
    """
    merges: dict[frozenset[Key], Judgement] = {}
    apart: dict[frozenset[Key], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.by == "rule", j.left, j.right, j.by, j.reason)):
        pair = frozenset({judgement.left, judgement.right})
        if len(pair) == 2 and judgement.left in known and judgement.right in known:
            (merges if judgement.same else apart).setdefault(pair, judgement)
    for pair in merges.keys() & apart.keys():
        weaker = merges if apart[pair].by != "rule" or merges[pair].by == "rule" else apart
        del weaker[pair]
    return list(merges.values()), set(apart)
