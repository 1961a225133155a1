"""A sentence cut into words, marks and the noun phrases that spans stand for."""

import re

from graph.extract.clauses.items import ACTORS
from graph.extract.language.grammar import Word, adjectives, event_nouns, grammar, not_adverbs
from graph.extract.text import Annotated, Span

__all__ = ["Piece", "lower", "pieces"]

PIECE = re.compile(  # most are plain words: they come first, because that is quicker
    r"[a-z]+(?=[ ,])|\d{1,3}(?:,\d{3})+(?!\d)|\w+n['’]t\b|['’]s\b|\d+:\d\d\w*|\w+(?:[./&-]\w+)*|"
    r"[,;:()\[\]\"“”«»]|--+|[–—]"
)
CUTS = frozenset({"subordinator", "relative", "be", "have", "do", "modal", "to", "coordinator"})
LONG = 12  # a shorter description is taken as it is
# What may stand behind a name as part of it: a parenthesis, an age, a closing quote, aliases.
TRAILER = re.compile(
    r"""['"”’]?(?:,? \d\d(?: years (?:old|of age))?(?:,(?= (?:was|were|is|are|has|had|have)\b)|(?=[\s,.;:)]|$)))?"""
    r"""(?:\s?\([^()]{0,80}\))?"""
    r"""(?: - (?:aka|a\.k\.a\.|alias|also known as) [^-,;()"”]{1,40} -"""
    r"""|(?:,? (?:aka|a\.k\.a\.|alias|also known as|known as|nicknamed) ["“']?[^,;()"”]{1,40},?["”']?,?){0,3})""",
    re.IGNORECASE,
)


class Piece:
    """A word, a mark, or the noun phrase of a span; a plain class, because it gets made a *lot*."""

    __slots__ = ("end", "span", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int, span: int, word: Word | None) -> None:
        """Keep the parts."""
        self.text = text  # in small letters
        self.start = start
        self.end = end
        self.span = span  # index of the span whose whole noun phrase this is; -1 if none
        self.word = word


def lower(text: str) -> str:
    """Small letters without a change of length, so that offsets hold."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def phrase(span: Span, text: str) -> tuple[int, int]:
    """Bounds of the noun phrase of a span, without verbs and events that its description ran into."""
    left, right = span.left, span.right
    if span.kind not in ACTORS:
        return left, right
    words = grammar()
    if span.start - left > LONG:
        of = False
        for match in PIECE.finditer(text, left, span.start):
            word = words.get(match.group())
            if of and match.group() in {"of", "against", "on"}:
                left = match.end()
            of = match.group() in event_nouns()
            if word is not None and _cuts(word, match.group(), text, match.start()):
                left = match.end()
    if right > span.end:
        trailer = TRAILER.match(text, span.end, right)
        right = trailer.end() if trailer else span.end
    return left, right


def _cuts(word: Word, written: str, text: str, at: int) -> bool:
    """Tell whether a word in front of a name does not belong to its description."""
    if word.part == "verb":
        return not word.noun and (written not in adjectives() or _follows_name(text, at))
    return word.part in CUTS or (word.part == "preposition" and written != "of")


ADVERB = Word("adverb")


def _guess(word: str) -> Word | None:
    """Tell an adverb or a verb that no list has by its ending: "seriously", "overpowered"."""
    if word.endswith("ly"):
        return ADVERB if len(word) > 4 and word not in not_adverbs() else None
    return Word("verb", word, "ed") if len(word) > 5 and word not in adjectives() else None


def _follows_name(text: str, at: int) -> bool:
    """Tell "troops murdered peasants" from "the murdered peasants": a plain word stands right before."""
    before = text[max(0, at - 30) : at].split()
    return bool(before) and before[-1][-1].isalnum() and before[-1] not in grammar()


def pieces(annotated: Annotated, text: str) -> list[Piece]:
    """Cut a sentence into words, marks and spans; of nested noun phrases the outermost stands for all."""
    phrases: list[tuple[int, int, int]] = []
    for index, span in enumerate(annotated.spans):
        left, right = phrase(span, text)
        if phrases and left < phrases[-1][1]:
            if right > phrases[-1][1]:  # overlapping phrases: the later one keeps its name only
                phrases.append((max(span.start, phrases[-1][1]), right, index))
            continue
        phrases.append((left, right, index))
    words, original = grammar(), annotated.sentence.text
    found: list[Piece] = []
    position = 0
    for left, right, index in [*phrases, (len(text), len(text), -1)]:
        for match in PIECE.finditer(text, position, left):
            word, (start, end) = match[0], match.span()
            known = None if original[start:end] == "US" else words.get(word)  # "a US citizen" is not "us"
            if known is None and word.endswith(("ly", "ed")) and original[start].islower():
                known = _guess(word)
            found.append(Piece(word, start, end, -1, known))
        if index >= 0:
            found.append(Piece(text[left:right] or " ", left, right, index, None))
        position = max(position, right)
    return found
