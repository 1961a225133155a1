"""Mentions that plug-ins propose, and how they are merged with what the rules recognised.

Of spans that overlap the surest stays; of equally sure ones the rules' own, then the longer, then the first by place
and by the plug-in's name. A proposal for just what stands there already is no second span: the plug-in is added to the
span's origins. What is added is open to all rules that look for relations, and keeps its origin in the casebook.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.errors import InputError, PluginError
from graph.extract import TimeUp
from graph.extract.text import Annotated, Sentence, Span
from graph.extract.trace import drop
from graph.model import Document, Proposal
from graph.ontology import ontology
from graph.plugins import HINT, MENTIONS, Plugin, one_line, plugins

__all__ = ["Extractor", "extractors", "merge", "proposals"]

Extractor = Callable[[Document], Iterable[Proposal]]
"""What a plug-in of ``vinculo.mentions`` makes. It may have a ``version``; a new one has documents read again."""

Proposed = tuple[str, Proposal]
"""A proposal with the name of its plug-in."""


@cache
def extractors() -> Sequence[tuple[Plugin, Extractor]]:
    """Make the extractors of all plug-ins, once a process; none are installed in most.

    Raises:
        InputError: a plug-in cannot be loaded, or does not make an extractor.
    """
    return tuple((plugin, _make(plugin)) for plugin in plugins(MENTIONS))


def _make(plugin: Plugin) -> Extractor:
    try:
        made = plugin.object()
    except Exception as error:
        raise InputError(f"{plugin} could not start; {HINT}: {one_line(error)}") from error
    if not callable(made):
        raise InputError(f"{plugin} makes a {type(made).__name__}, which cannot be called with a document; {HINT}")
    return made  # type: ignore[no-any-return]


def proposals(document: Document) -> list[Proposed]:
    """Ask all extractors what they see in a document.

    Raises:
        PluginError: one fails, or proposes what cannot be.
    """
    found: list[Proposed] = []
    for plugin, extractor in extractors():
        try:
            given: list[Any] = list(extractor(document))
        except TimeUp:  # no failure of the plug-in's own
            raise
        except Exception as error:
            raise PluginError(f"{plugin} failed: {one_line(error)}") from error
        for proposal in given:
            if wrong := _wrong(proposal, document):
                raise PluginError(f"{plugin} proposes {wrong}")
            found.append((plugin.name, proposal))
    return found


def _wrong(proposal: Any, document: Document) -> str:
    """Say what is wrong with a proposal; "" if nothing is."""
    if not isinstance(proposal, Proposal):
        return f"a {type(proposal).__name__}, not a Proposal"
    if proposal.kind not in ontology().kinds:
        return f"the kind {proposal.kind!r}, which the ontology does not have"
    if not 0 <= proposal.start < proposal.end <= len(document.text):
        return f"the span {proposal.start}-{proposal.end} in a text of {len(document.text)} characters"
    if not 0 < proposal.confidence <= 1:
        return f"the confidence {proposal.confidence}, which is not above 0 and at most 1"
    return ""


@dataclass(slots=True)
class _Merging:
    """A sentence while proposals are merged into it."""

    annotated: Annotated
    spans: list[Span]
    number: list[int]  # of each span its index in the annotated sentence; -1 for a new one

    def put(self, plugin: str, span: Span) -> None:
        """Merge one proposed span."""
        over = [k for k, other in enumerate(self.spans) if other.start < span.end and span.start < other.end]
        for k in over:
            other = self.spans[k]
            if (other.start, other.end, other.kind) == (span.start, span.end, span.kind):
                surer = max(other.confidence, span.confidence)
                self.spans[k] = replace(other, origins=(*other.origins, plugin), confidence=surer)
                return
        sentence = self.annotated.sentence
        stays = next((self.spans[k] for k in over if self.spans[k].confidence >= span.confidence), None)
        if stays:
            about = (span.kind, stays.kind, stays.name, stays.confidence, span.confidence)
            drop(sentence, (span.start, span.end), "{}? {} “{}” stands there ({:g}, not {:g})", span.rule, *about)
            return
        for k in reversed(over):
            gone = self.spans.pop(k)
            self.number.pop(k)
            drop(
                sentence, (gone.start, gone.end), "{}? {} is surer of a {}", gone.rule, gone.kind, span.rule, span.kind
            )
        self.spans.append(span)
        self.number.append(-1)

    def finish(self) -> Annotated:
        """Sort the spans, and keep what the text equates of those that are left."""
        order = sorted(range(len(self.spans)), key=lambda k: self.spans[k].start)
        place = {self.number[k]: new for new, k in enumerate(order)}
        same = tuple(
            (place[first], place[second], kind)
            for first, second, kind in self.annotated.same
            if first in place and second in place
        )
        return Annotated(self.annotated.sentence, tuple(self.spans[k] for k in order), same)


def merge(annotated: Sequence[Annotated], proposed: Iterable[Proposed]) -> list[Annotated]:
    """Merge what plug-ins propose into a document's sentences.

    A proposal in text that is not read, such as a table of contents before the body, is passed over.
    """
    at = _Places(annotated)
    made: dict[int, _Merging] = {}
    for plugin, proposal in sorted(proposed, key=_order):
        index = at.sentence(proposal.start)
        span = _span(annotated[index].sentence, plugin, proposal) if index >= 0 else None
        if span:
            each = annotated[index]
            known = made.setdefault(index, _Merging(each, list(each.spans), list(range(len(each.spans)))))
            known.put(plugin, span)
    return [made[index].finish() if index in made else each for index, each in enumerate(annotated)]


class _Places:
    """Which sentence stands at an offset of the document."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        starts = [(each.sentence.offsets[0], index) for index, each in enumerate(annotated) if each.sentence.text]
        self._starts = sorted(starts)

    def sentence(self, offset: int) -> int:
        """Give the index of the last sentence that begins at or before an offset; -1 if there is none."""
        at = bisect_right(self._starts, (offset, sys.maxsize)) - 1
        return self._starts[at][1] if at >= 0 else -1


def _order(entry: Proposed) -> tuple[object, ...]:
    plugin, proposal = entry
    length = proposal.end - proposal.start
    return -proposal.confidence, -length, proposal.start, proposal.kind, plugin, proposal.name


def _span(sentence: Sentence, plugin: str, proposal: Proposal) -> Span | None:
    """Find a proposal in a sentence; one that reaches beyond it is left out."""
    offsets = sentence.offsets
    if proposal.start > offsets[-1]:
        return None
    start = bisect_left(offsets, proposal.start)
    end = bisect_left(offsets, proposal.end - 1) + 1
    if proposal.end - 1 > offsets[-1]:
        drop(sentence, (start, len(sentence.text)), "{}? It reaches beyond the sentence", _rule(plugin), proposal.kind)
        return None
    text = sentence.text
    left = start - 4 if text[max(0, start - 4) : start].lower() == "the " else start
    name = proposal.name or text[start:end]
    return Span(
        start, end, proposal.kind, name, left, end, proposal.confidence, _rule(plugin), proposal.properties, (plugin,)
    )


def _rule(plugin: str) -> str:
    return f"plug-in: {plugin}"
