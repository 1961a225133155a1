"""Which of a text's places it calls a state or a province: "Coast state", "the governor of Coast"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.extract.link import End
from graph.extract.text import Annotated, Sentence, Span

__all__ = ["Regions", "regions"]

_IS = re.compile(r" (?:state|province|department|oblast|voivodship)$", re.IGNORECASE)
_BEHIND = re.compile(r"(?:'s|’s)? governor\b|" + _IS.pattern.replace("$", r"\b"), re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:state|province|department|governor|governorship|governors) of (?:the )?$", re.IGNORECASE)
_REACH = 3  # sentences back to the region that a governor is of
_WIDEST = 24  # characters before a place that may say what it is


@dataclass(slots=True)
class Regions:
    """Regions where they are named, in text order."""

    named: list[tuple[str, End]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def main(self) -> End | None:
        """The region that the text is about: the only one, or the one named twice as often as all others."""
        most = self.counts.most_common(1)
        if not most or 3 * most[0][1] < 2 * self.counts.total():
            return None
        return next(end for name, end in self.named if name == most[0][0])

    def near(self, index: int) -> End | None:
        """The region last named up to a sentence, not far before it; else the main one."""
        for _, end in reversed(self.named):
            if index - _REACH <= end[0] <= index:
                return end
        return self.main()


def regions(annotated: Sequence[Annotated]) -> Regions:
    """Find the places that a text calls a region, and each mention of them."""
    called = {
        _bare(span)
        for each in annotated
        for span in each.spans
        if span.kind == "place" and _called(each.sentence, span)
    }
    found = Regions()
    for index, each in enumerate(annotated if called else ()):
        for number, span in enumerate(each.spans):
            name = _bare(span) if span.kind == "place" else ""
            if name in called:
                end = replace(span, end=span.start + len(name), name=name) if name != span.name else number
                found.named.append((name, (index, end)))
                found.counts[name] += 1
    return found


def _bare(place: Span) -> str:
    """A region's name without what it is: Coast for "Coast state"."""
    return _IS.sub("", place.name)


def _called(sentence: Sentence, place: Span) -> bool:
    return bool(
        _IS.search(place.name)
        or _BEHIND.match(sentence.text, place.end)
        or _BEFORE.search(sentence.text, max(0, place.start - _WIDEST), place.start)
    )
