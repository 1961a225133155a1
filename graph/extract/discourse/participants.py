"""Whom a noun phrase names, stands for, or whose people it means."""

import re
from collections.abc import Iterable

from graph.extract.clauses.items import Clauses
from graph.extract.discourse.coreference import ORGANIZED, owner, resolve
from graph.extract.discourse.fighters import called_fighters
from graph.extract.discourse.story import Story
from graph.extract.language.grammar import humans, lists
from graph.extract.link import End

__all__ = ["actors", "of_group"]


NEAR = 40  # characters
SOME_OF = re.compile(
    r"\b(?:members?|leaders?|men|fighters?|operatives?|associates?|gunmen|hitmen|heads?|bosses|chiefs?|commanders?|rebels|"
    r"guerrillas|militants|suspects) (?:of|from|in) (?:the |a )?(?:so-called )?[\"“']?$"
)


def of_group(story: Story, end: End) -> bool:
    """Tell "five members of the cartel" from the cartel; where some of them are named, they stand for it."""
    if story.kind(end) not in {"cartel", "armed_group"} or not isinstance(end[1], int):
        return False
    span = story.span(end)
    before = story.view(end[0]).text[max(0, span.start - NEAR) : span.start]
    return SOME_OF.search(before) is not None


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
    people = item.head in lists("people")
    if people:
        inner = [index for index in item.inner if view.span(index).kind in kinds - {"person"}]
        if inner:
            return [(sentence, inner[-1])]
        following = view.items[at + 1] if at + 1 < len(view.items) else None
        if following is not None and following.tag == "N" and following.prep in {"of", "from", "belonging"}:
            if following.spans:
                return actors(story, sentence, [at + 1], kinds - {"person"})
            if following.head in lists("people"):
                return _behind_plain(story, sentence, at + 1, kinds)
    named = [end for end in (_apposed(view, sentence, at), _identified(view, sentence, at)) if end]
    named = [end for end in named if story.kind(end) in kinds]
    if named:
        return named[:1]
    if people and item.pronoun in {"its", "their"}:
        return owner(story, sentence, at, kinds & ORGANIZED)
    group = story.fighters if called_fighters(view, at) else None
    return [end for end in ([group] if group else resolve(story, sentence, at)) if story.kind(end) in kinds]


def _apposed(view: Clauses, sentence: int, at: int) -> End | None:
    """The name in apposition: "the Secretary of the Navy (SN), Admiral X,"."""
    items = view.items
    if items[at].head not in humans() and items[at].head != "one":
        return None  # "during the attack on the garrison, Sergeant X …"
    k = at + 1
    while k < len(items) and (items[k].tag in '("' or (items[k].tag == "N" and items[k].prep in {"of", "for", "in"})):
        k = next((c for c in range(k, len(items)) if items[c].tag == ")"), k) + 1 if items[k].tag == "(" else k + 1
    if k + 1 < len(items) and items[k].tag == "," and items[k + 1].tag == "N":
        name = items[k + 1]
        if name.spans and not name.prep and not name.owns and view.span(name.spans[0]).kind == "person":
            return sentence, name.spans[0]
    return None


def _identified(view: Clauses, sentence: int, at: int) -> End | None:
    """The name that is told for someone: "a man identified as X", "a man who gave his name as X"."""
    items = view.items
    if items[at].head not in humans():
        return None
    telling = False
    for item in items[at + 1 : at + 6]:
        if item.tag == "V":
            if item.head not in {"identify", "name", "know", "call", "give", "nickname", "describe"}:
                return None
            telling = True
        elif item.tag == "N" and telling:
            if item.spans and not item.owns and view.span(item.spans[0]).kind == "person":
                return (sentence, item.spans[0]) if item.prep in {"", "as"} else None
            if item.head != "name":
                return None
        elif item.tag not in 'RS,"A':
            return None
    return None
