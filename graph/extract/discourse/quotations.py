"""Quoted speech that goes on over several sentences: who says what stands between the marks.

"A killed B. C helped him," said the judge: both sentences are the judge's. A quotation that opens a sentence without a
speaker of its own goes on with the one of the sentence before: "A fled," she said. "B was arrested."
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.clauses.items import Clauses, Speech
from graph.extract.clauses.speech import heard
from graph.extract.text import Annotated

__all__ = ["Quotations"]

# A mark opens where a word follows and none stands before, and closes where one stands before.
_MARK = re.compile(r"(?P<open>“|(?<![^\s(\[])\"(?=\S))|(?P<close>”|(?<=\S)\"(?!\w))")
_LONGEST = 12  # sentences of one quotation; where more pass, a closing mark was lost


@dataclass(frozen=True, slots=True)
class _Quotation:
    """What stands between two marks: sentence and character of each."""

    first: int
    start: int
    last: int
    end: int


class Quotations:
    """The quotations of a document's sentences."""

    def __init__(self, annotated: Sequence[Annotated] = ()) -> None:
        """Pair the marks, paragraph by paragraph."""
        self._annotated = annotated
        self._views: dict[int, Clauses] = {}
        self._holding: dict[int, list[_Quotation]] = {}
        for found in _paired(annotated):
            for sentence in range(found.first, found.last + 1):
                self._holding.setdefault(sentence, []).append(found)

    def touch(self, sentence: int) -> bool:
        """Tell whether anything in a sentence stands between marks."""
        return sentence in self._holding

    def view(self, sentence: int) -> Clauses:
        """Chunk a sentence that holds a quotation or stands beside one, once."""
        if sentence not in self._views:
            self._views[sentence] = heard(self._annotated[sentence])
        return self._views[sentence]

    def speech(self, sentence: int, at: int) -> tuple[int, Speech] | None:
        """Give the speech, and the sentence that it stands in, of the quotation around a character; None for none."""
        for each in self._holding.get(sentence, ()):
            if (each.first, each.start) < (sentence, at) < (each.last, each.end):
                return self._of(each)
        return None

    def _of(self, quotation: _Quotation) -> tuple[int, Speech] | None:
        behind = self._speeches(quotation.last, quotation.end, None)
        before = self._speeches(quotation.first, 0, quotation.start)
        if behind:
            return quotation.last, behind[0]
        if before:
            return quotation.first, before[-1]
        return self._continued(quotation)

    def _continued(self, quotation: _Quotation) -> tuple[int, Speech] | None:
        """Give the speech of the sentence before, where that ends in one and the quotation opens its own."""
        earlier = quotation.first - 1
        known = self._holding.get(earlier)
        paragraphs = {self._annotated[max(0, k)].sentence.paragraph for k in (earlier, quotation.first)}
        if quotation.start or not known or len(paragraphs) > 1:
            return None
        behind = self._speeches(earlier, known[-1].end, None) if known[-1].last == earlier else []
        if behind:
            return earlier, behind[0]
        return self._continued(known[-1]) if known[-1].first == earlier and not known[-1].start else None

    def _speeches(self, sentence: int, first: int, last: int | None) -> list[Speech]:
        """Speeches of a sentence whose verb stands between two characters."""
        found = self.view(sentence).speeches
        return sorted(
            (each for each in found if first <= each.position and (last is None or each.position < last)),
            key=lambda each: each.position,
        )


def _paired(annotated: Sequence[Annotated]) -> Iterator[_Quotation]:
    """Pair opening and closing marks; a mark that is never closed in its paragraph is passed over."""
    opened: tuple[int, int] | None = None
    paragraph = -1
    for index, each in enumerate(annotated):
        text = each.sentence.text
        if each.sentence.paragraph != paragraph:
            opened, paragraph = None, each.sentence.paragraph
        if '"' not in text and "“" not in text and "”" not in text:
            continue
        for mark in _MARK.finditer(text):
            if mark["open"]:
                opened = index, mark.start()
            elif opened:
                if index - opened[0] < _LONGEST:
                    yield _Quotation(*opened, index, mark.start())
                opened = None
