"""A sentence on its way to being annotated: its words, the spans found so far and what may still become one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.extract.language.tokens import Token, tokenise
from graph.extract.mentions.evidence import Candidate
from graph.extract.mentions.keys import mention_keys
from graph.extract.text import Annotated, Sentence, Span
from graph.extract.trace import drop

__all__ = ["Draft", "draft"]


@dataclass(slots=True)
class Draft:
    """A sentence between the passes."""

    sentence: Sentence
    tokens: list[Token]
    keys: int  # whose keys the sentence holds: AMOUNTS, CASES …
    spans: list[Span] = field(default_factory=list)
    same: list[tuple[Span, Span, str]] = field(default_factory=list)
    introduced: Sequence[Span] = ()  # names that a noun in lower case introduces
    candidates: Sequence[Candidate] = ()  # for persons

    def free(self) -> list[bool]:
        """Tell for each capitalised word whether no span holds it."""
        free = [True] * len(self.tokens)
        for span in self.spans:
            for i, token in enumerate(self.tokens):
                if token.start >= span.end:
                    break
                if token.end > span.start:
                    free[i] = False
        return free

    def fits(self, span: Span) -> bool:
        """Tell whether no other span stands in the way."""
        start, end = span.start, span.end
        for other in self.spans:  # noqa: SIM110 a loop: this is called for every span found
            if other.start < end and start < other.end:
                return False
        return True

    def add(self, spans: Iterable[Span]) -> None:
        """Take those spans in that overlap none before them."""
        for span in spans:
            if self.fits(span):
                self.spans.append(span)
            else:
                self.refuse(span)

    def refuse(self, span: Span) -> None:
        """Leave a span out for what stands there already."""
        self._gives_way(span, next(s for s in self.spans if s.start < span.end and span.start < s.end))

    def _gives_way(self, span: Span, other: Span) -> None:
        if (span.start, span.end, span.kind) != (other.start, other.end, other.kind):
            about = (span.kind, other.kind, other.name, other.rule)
            drop(self.sentence, (span.start, span.end), "{}? {} “{}” takes the place ({})", span.rule, *about)

    def replace(self, span: Span) -> None:
        """Take a span in for all that it overlaps."""
        kept = [s for s in self.spans if s.end <= span.start or span.end <= s.start]
        if len(kept) < len(self.spans):
            for other in self.spans:
                if other.start < span.end and span.start < other.end:
                    self._gives_way(other, span)
        self.spans = kept
        self.spans.append(span)

    def put(self, spans: Iterable[Span]) -> None:
        """Take spans in for smaller ones inside of them, but for none that reaches beyond them or is as large."""
        for span in spans:
            others = [s for s in self.spans if s.start < span.end and span.start < s.end]
            inside = all(span.start <= s.start and s.end <= span.end for s in others)
            if inside and all(s.end - s.start < span.end - span.start for s in others):
                self.replace(span)

    def finish(self) -> Annotated:
        """Sort the spans, and say which of them the text equates."""
        spans = sorted(self.spans, key=lambda span: span.start)
        if not self.same:
            return Annotated(self.sentence, tuple(spans))
        index = {id(span): i for i, span in enumerate(spans)}
        same = tuple(
            (index[id(a)], index[id(b)], kind) for a, b, kind in self.same if id(a) in index and id(b) in index
        )
        return Annotated(self.sentence, tuple(spans), same)


def draft(sentence: Sentence) -> Draft:
    """Look up a sentence's words."""
    return Draft(sentence, tokenise(sentence.text), mention_keys(sentence.words))
