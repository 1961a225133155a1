"""Whom a noun phrase names, stands for, or whose people it means."""

from collections.abc import Iterable
from functools import cache

from graph.extract.coreference import resolve
from graph.extract.grammar import load_yaml
from graph.extract.link import End
from graph.extract.story import Story

__all__ = ["actors", "words"]


@cache
def words(key: str) -> frozenset[str]:
    """Read a list of ``words/participants.yaml`` once a process."""
    raw: dict[str, str] = load_yaml("words/participants.yaml")
    return frozenset(raw[key].split())


def actors(story: Story, sentence: int, positions: Iterable[int], kinds: frozenset[str]) -> list[End]:
    """Give the ends of some kinds that noun phrases name, stand for, or are the people of."""
    found: list[End] = []
    view = story.view(sentence)
    for at in positions:
        item = view.items[at]
        ends: list[End] = [(sentence, index) for index in item.spans if view.span(index).kind in kinds]
        if not ends and not item.spans:
            ends = _behind_plain(story, sentence, at, kinds)
        found += [end for end in ends if end not in found]
    return found


def _behind_plain(story: Story, sentence: int, at: int, kinds: frozenset[str]) -> list[End]:
    """Whom a noun phrase without a name stands for: "DEA agents", "members of the cartel", "he", "the judge"."""
    view = story.view(sentence)
    item = view.items[at]
    if item.head in words("people"):
        inner = [index for index in item.inner if view.span(index).kind in kinds - {"person"}]
        if inner:
            return [(sentence, inner[-1])]
        following = view.items[at + 1] if at + 1 < len(view.items) else None
        if following is not None and following.prep in {"of", "from", "belonging"} and following.spans:
            return actors(story, sentence, [at + 1], kinds - {"person"})
        if following is not None and following.prep == "of" and following.head in words("people"):
            return _behind_plain(story, sentence, at + 1, kinds)
    return [end for end in resolve(story, sentence, at) if story.kind(end) in kinds]
