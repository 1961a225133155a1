"""Which group "the guerrillas" are: the only armed group that the document names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.extract.clauses.items import Clauses
from graph.extract.language.grammar import lists
from graph.extract.language.lexicon import demonyms
from graph.extract.link import End
from graph.extract.text import Annotated, Span

__all__ = ["called_fighters", "only_group"]


def called_fighters(view: Clauses, at: int) -> bool:
    """Tell whether a noun phrase without a name calls its people rebels: "the guerrillas", "rebel units"."""
    item = view.items[at]
    if item.tag != "N" or item.spans or item.inner or item.head not in lists("people"):
        return False
    words = frozenset(view.words(item).split())
    return not lists("fighters").isdisjoint(words) and lists("unknown").isdisjoint(words)


def only_group(annotated: Sequence[Annotated]) -> End | None:
    """Give the first mention of the one armed group that a document names; None if it names none or several."""
    known: dict[str, str] = {}
    first: End | None = None
    for index, each in enumerate(annotated):
        for other, name, how in each.same:
            if how == "SAME_AS":
                known.setdefault(_key(each.spans[other]), _key(each.spans[name]))
        for owner, short in pairwise(each.spans):
            if each.sentence.text[owner.end : short.start] == "'s (":  # "the Red Front's (RF) men"
                known.setdefault(_key(short), _key(owner))
        for number, span in _groups(each):
            known.setdefault(_key(span), _key(span))
            first = first or (index, number)
    roots = {_root(known, name) for name in known}
    return first if len(roots) == 1 else None


def _groups(each: Annotated) -> Iterator[tuple[int, Span]]:
    """The named armed groups of a sentence; "Norland rebels" names none."""
    for number, span in enumerate(each.spans):
        words = span.name.casefold().split() if span.kind == "armed_group" else []
        if words and not (words[-1] in lists("fighters") and words[0] in demonyms()):
            yield number, span


def _key(span: Span) -> str:
    return span.name.casefold().removeprefix("the ")


def _root(known: dict[str, str], name: str) -> str:
    """Follow the names that the text equates to the last one."""
    seen = {name}
    while (name := known.get(name, name)) not in seen:
        seen.add(name)
    return name
