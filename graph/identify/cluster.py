"""Connected components of mentions under merges, except across pairs that are to stay apart."""

from collections import defaultdict
from collections.abc import Iterable

from graph.identify.judge import Key
from graph.model import Judgement

__all__ = ["Clusters"]


class Clusters:
    """Mentions gathered into actors, one merge at a time; near-linear in the number of merges."""

    def __init__(self, members: Iterable[Key], apart: Iterable[frozenset[Key]] = ()) -> None:
        """Start with every mention by itself; the two mentions of a pair in ``apart`` never meet."""
        self._parent: dict[Key, Key] = {member: member for member in members}
        self._size: dict[Key, int] = defaultdict(lambda: 1)
        self._enemies: dict[Key, set[Key]] = defaultdict(set)
        self._done: list[Judgement] = []
        for left, right in apart:
            self._enemies[left].add(right)
            self._enemies[right].add(left)

    def merge(self, judgements: Iterable[Judgement]) -> None:
        """Do the merges, the surest first, so that the order in which they were found does not matter."""
        for judgement in sorted(judgements, key=lambda j: (-j.confidence, j.left, j.right, j.reason)):
            if self._unite(judgement.left, judgement.right):
                self._done.append(judgement)

    def root(self, member: Key) -> Key:
        """Return the mention that stands for the actor of this one."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def reasons(self) -> dict[Key, list[str]]:
        """Collect why mentions were merged, by the actor's root, each reason once, the surest first."""
        found: dict[Key, dict[str, None]] = defaultdict(dict)
        for judgement in self._done:
            found[self.root(judgement.left)].setdefault(judgement.reason)
        return {root: list(sentences) for root, sentences in found.items()}

    def _unite(self, left: Key, right: Key) -> bool:
        left, right = self.root(left), self.root(right)
        if left == right or right in self._enemies.get(left, ()):
            return False
        if (self._size[left], right) < (self._size[right], left):
            left, right = right, left
        self._parent[right] = left
        self._size[left] += self._size[right]
        for enemy in self._enemies.pop(right, ()):
            self._enemies[enemy].discard(right)
            self._enemies[enemy].add(left)
            self._enemies[left].add(enemy)
        return True
