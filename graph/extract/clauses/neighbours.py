"""Verb, noun or adjective? The neighbours of a word decide."""

from collections.abc import Sequence

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.pieces import Piece, lower, pieces
from graph.extract.language.grammar import Word, adjectives, gerund_nouns, lists
from graph.extract.text import Annotated

__all__ = ["BODIES", "Neighbours", "parted"]

NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several"}
)
SAYING = frozenset({"claim", "report", "state"})
BODIES = frozenset({"cartel", "armed_group", "agency", "organization"})
DETERMINED = frozenset({"determiner", "adjective"})


class Neighbours:
    """The state of a walk over the pieces of a sentence.

    ``phrase`` is the noun phrase that grows, ``group`` the verb group, ``prep`` the preposition that waits.
    """

    def __init__(self, annotated: Annotated) -> None:
        """Begin before the first piece."""
        self.out = Clauses(annotated, lower(annotated.sentence.text))
        self.pieces = pieces(annotated, self.out.text)
        self.phrase: list[Piece] = []
        self.group: list[Piece] = []
        self.named_inside = False  # the growing phrase holds a span
        self.prep = ""
        self.held = ""  # a preposition that waits for the end of a parenthesis

    def date_inside(self, position: int) -> bool:
        """Tell whether a date belongs into a noun phrase: "the May 10 murder", "a 2010 gunfight"."""
        after = self.pieces[position + 1] if position + 1 < len(self.pieces) else None
        if after is None or not after.text[0].isalnum() or not self.phrase or self.phrase[-1].word is None:
            return False
        return after.word is None or after.word.part in {"verb", "adjective"}

    def is_verb(self, piece: Piece, word: Word, position: int) -> bool:
        """Tell a verb from the noun or the adjective that looks like it, by its neighbours."""
        following = self.pieces[position + 1] if position + 1 < len(self.pieces) else None
        nominal = following is not None and _nominal(following)
        if self.group and (helper := self.helper()):
            if helper.part in {"modal", "to", "do"}:
                return word.form == "base"
            return word.form in {"part", "ed", "ing"} or (word.form == "past" and not nominal)
        if word.form in {"ed", "part"}:
            return self.is_past(piece, position, nominal=nominal)
        if word.form == "ing":
            of = following is not None and following.text == "of"
            counts = following is not None and (following.text.isdigit() or following.text in NUMBERS)
            return not (self.determined() or of or (not counts and self.is_gerund(piece, nominal=nominal)))
        return word.form == "past" or self.is_present(word, following)

    def helper(self) -> Word | None:
        """The last auxiliary of the verb group that grows."""
        return next((p.word for p in reversed(self.group) if p.word and p.word.part != "adverb"), None)

    def is_past(self, piece: Piece, position: int, *, nominal: bool) -> bool:
        """Tell the verb in -ed from the adjective: "police arrested X", "the arrested men"."""
        if self.determined() or (self.prep and not self.phrase and nominal):
            return False
        if parted(self.out.items) and not self.phrase:
            return True
        if self.phrase or not nominal:
            return not (piece.word is not None and piece.word.lemma == piece.text and not self.phrase)
        last = self.out.items[-1] if self.out.items else None
        if last is not None and last.tag == "V":
            return False  # "isolate jailed leaders"
        following = self.pieces[position + 1].text if position + 1 < len(self.pieces) else ""
        if following.isdigit() or following in NUMBERS:
            return True  # "kidnapped 11 days ago"
        free = piece.text in adjectives() and not self.after_subject()
        return not free or (self.shares() and piece.text not in lists("describing", "events"))

    def is_gerund(self, piece: Piece, *, nominal: bool) -> bool:
        """Tell the noun in -ing: "drug trafficking charges", "a Norland-Sudland meeting"."""
        if piece.text not in gerund_nouns() or not self.phrase:
            return False
        first = self.phrase[0].word
        return (first is not None and first.part == "determiner") if self.named() else nominal

    def is_present(self, word: Word, following: Piece | None) -> bool:
        """Tell "attacks" the verb from "attacks" the noun."""
        if self.determined() or (self.prep and not self.phrase):
            return False
        if not self.phrase:
            last = self.out.items[-1] if self.out.items else None
            return last is not None and (
                bool(last.pronoun and not last.spans) or last.tag == "R" or (last.tag in 'CNA"' and not word.noun)
            )
        if not word.noun or (word.lemma in SAYING and word.form == "s" and self.named() and self.says(following)):
            return True
        opens = following is not None and (
            following.span >= 0 or (following.word is not None and following.word.part == "determiner")
        )
        return opens and (self.named() or word.form == "s")

    def says(self, following: Piece | None) -> bool:
        """Tell "X reports that" and "…, X claims." of a person."""
        if following is not None and following.text[0].isalnum():
            return following.text == "that"
        return self.out.annotated.spans[self.phrase[-1].span].kind in {"person", "source"}

    def determined(self) -> bool:
        """Tell whether the growing phrase waits for its noun."""
        if not self.phrase:
            before = self.out.items[-1] if self.out.items else None
            return before is not None and (before.owns or before.head == "whose")
        last = self.phrase[-1]
        if last.span >= 0 and self.out.annotated.spans[last.span].kind == "date":
            return True
        if last.text.replace(",", "").isdigit():
            return True
        word = last.word
        return word is not None and (word.part in DETERMINED or word.form in {"ed", "part"})

    def named(self) -> bool:
        """Tell whether the growing phrase ends in a span."""
        return bool(self.phrase) and self.phrase[-1].span >= 0

    def quoted(self, position: int) -> bool:
        """Tell whether a quotation mark stands around a body's name in a phrase: 'leftist "Red Dawn" rebels'."""
        following = self.pieces[position + 1] if position + 1 < len(self.pieces) else None
        if following is None or not self.phrase:
            return False
        spans = self.out.annotated.spans
        if following.span >= 0:
            return spans[following.span].kind in BODIES and not self.named()
        return self.named() and spans[self.phrase[-1].span].kind in BODIES and following.text in lists("people")

    def roughly(self, first: Piece) -> bool:
        """Tell whether the waiting preposition qualifies a number: "killed at least two", "that about 20 fled"."""
        if self.prep == "at":
            return first.text in {"least", "most"}
        counted = first.text[0].isdigit() or first.text in NUMBERS
        return counted and (not self.out.items or self.out.items[-1].tag in "VRS")

    def after_subject(self) -> bool:
        """Tell whether the item before can be a subject."""
        last = next((item for item in reversed(self.out.items) if item.tag != "A"), None)
        return last is not None and last.tag in {"N", "R"} and last.head != "that" and not self.prep

    def shares(self) -> bool:
        """Tell whether a second verb may follow: "fought with and captured two men"."""
        items = self.out.items
        return bool(items) and items[-1].tag == "C" and any(item.tag == "V" for item in items)

    def infinitive(self, position: int) -> bool:
        """Tell whether "to" begins an infinitive."""
        for following in self.pieces[position + 1 : position + 3]:
            word = following.word
            if word is None or following.span >= 0 or following.text == "police":
                return False
            if word.part != "adverb":
                shown = self.out.annotated.sentence.text[following.start : following.end]
                if shown.istitle():
                    return False  # "to Judge X"
                return (word.part == "verb" and word.form == "base") or following.text in {"be", "have", "do"}
        return False


def parted(items: Sequence[Item]) -> bool:
    """Tell whether a date stands between an auxiliary and what comes: "had in May seized"."""
    return len(items) > 1 and items[-1].tag == "D" and items[-2].tag == "V" and items[-2].head in {"have", "be"}


def _nominal(piece: Piece) -> bool:
    """Tell whether a piece goes on as a noun phrase would."""
    if piece.span >= 0:
        return True
    if piece.word is None:
        return piece.text[0].isalnum()
    return piece.word.part == "adjective" or piece.word.noun
