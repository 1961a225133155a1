"""The clause view: a sentence as noun phrases, verb groups and what joins them.

The small-phrase steps of a cascade of finite-state steps: words and spans become noun phrases ("four suspected
members of …"), auxiliaries and verbs become verb groups with voice, tense and negation. What an event rule then sees
is a short row of items instead of words, however the sentence is worded.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.grammar import Word, adjectives, grammar
from graph.extract.text import Annotated, Span

__all__ = ["ACTORS", "Clauses", "Item", "clauses"]

ACTORS = frozenset({"person", "cartel", "armed_group", "agency", "organization", "source"})
TOKEN = re.compile(r"\w+n['’]t\b|['’]s\b|\w[\w./&-]*(?<=\w)|[,;:()\[\]\"“”«»]|--+|[–—]", re.IGNORECASE)
MARKS = {"[": "(", "]": ")", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
DETERMINED = frozenset({"determiner", "adjective"})


@dataclass(slots=True)
class Item:
    """A phrase or a mark of a sentence.

    ``tag``: N noun phrase, D date, V verb group, R relative pronoun, S subordinator, C and/or/but, A adverb that
    stands alone, or the mark itself (``, ; : ( ) " -``).
    """

    tag: str
    start: int
    end: int
    head: str = ""  # N: its last word, in small letters; V: the lemma; R, S, A: the word
    prep: str = ""  # N, D, V: the preposition in front
    spans: tuple[int, ...] = ()  # N: the span that is its head; D: the date
    inner: tuple[int, ...] = ()  # N: spans inside, before a plain head: "FMLN guerrillas"
    owns: bool = False  # N, D: followed by 's
    pronoun: str = ""  # N: the pronoun or possessive that it is or begins with
    form: str = ""  # V: form of the last verb
    voice: str = ""  # V: "active", "passive", "bare" (a participle or a past tense: the place decides)
    negated: bool = False  # V
    helpers: tuple[str, ...] = ()  # V: auxiliaries and adverbs of the group, in small letters


@dataclass(slots=True)
class Clauses:
    """A sentence with its items."""

    annotated: Annotated
    text: str  # in small letters, same length
    items: list[Item] = field(default_factory=list)

    def span(self, index: int) -> Span:
        """Give a span of the sentence."""
        return self.annotated.spans[index]

    def words(self, item: Item) -> str:
        """Give an item's text in small letters."""
        return self.text[item.start : item.end]


def clauses(annotated: Annotated) -> Clauses:
    """Chunk an annotated sentence."""
    return _Chunker(annotated).run()


def lower(text: str) -> str:
    """Small letters without a change of length, so that offsets hold."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str  # in small letters
    start: int
    end: int
    span: int = -1  # a whole noun phrase that a span stands for
    word: Word | None = None


class _Chunker:
    """Walks once over the tokens; ``phrase`` is the noun phrase that grows, ``group`` the verb group."""

    def __init__(self, annotated: Annotated) -> None:
        self.out = Clauses(annotated, lower(annotated.sentence.text))
        self.tokens = tokens(annotated, self.out.text)
        self.phrase: list[_Token] = []
        self.group: list[_Token] = []
        self.prep = ""

    def run(self) -> Clauses:
        for position, token in enumerate(self.tokens):
            self.take(token, position)
        self.close()
        return self.out

    def take(self, token: _Token, position: int) -> None:
        """Put one token where it belongs."""
        word = token.word
        if token.span >= 0:
            self.take_span(token, position)
        elif token.text in {"'s", "’s"}:
            self.close(owns=True)
        elif word is None:
            if not (token.text[0].isalnum()):
                self.mark(token)
            else:
                self.end_group()
                self.phrase.append(token)
        else:
            self.take_word(token, word, position)

    def take_span(self, token: _Token, position: int) -> None:
        self.end_group()
        if self.out.annotated.spans[token.span].kind == "date" and not self.date_inside(position):
            self.close()
            self.add("D", token, spans=(token.span,), prep=self.take_prep())
            return
        self.phrase.append(token)

    def date_inside(self, position: int) -> bool:
        """Tell whether a date belongs into a noun phrase: "the May 10 murder", "a 2010 gunfight"."""
        after = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        if after is None or not after.text[0].isalnum() or not self.phrase or self.phrase[-1].word is None:
            return False
        return after.word is None or after.word.part in {"verb", "adjective"}

    def take_word(self, token: _Token, word: Word, position: int) -> None:
        part = word.part
        if part == "verb":
            self.take_verb(token, word, position)
        elif part in {"modal", "be", "have", "do"}:
            self.end_phrase()
            self.group.append(token)
        elif part == "to":
            if self.infinitive(position):
                self.end_phrase()
                self.group.append(token)
            else:
                self.close()
                self.prep = "to"
        elif part == "adverb":
            if self.group:
                self.group.append(token)
            else:
                self.end_phrase()
                self.add("A", token, head=token.text)
        elif part in {"determiner", "adjective", "subject", "object"}:
            self.end_group()
            if part in {"subject", "object"} or (self.phrase and part == "determiner" and not self.determined()):
                self.end_phrase()
            self.phrase.append(token)
            if part in {"subject", "object"}:
                self.end_phrase()
        else:
            self.take_link(token, part)

    def take_link(self, token: _Token, part: str) -> None:
        """Prepositions and conjunctions end whatever grew before them."""
        self.close()
        if part == "preposition":
            self.prep = f"{self.prep} {token.text}" if self.prep == "out" else token.text
        else:
            self.add({"relative": "R", "coordinator": "C"}.get(part, "S"), token, head=token.text)

    def take_verb(self, token: _Token, word: Word, position: int) -> None:
        if not self.is_verb(token, word, position):
            self.end_group()
            self.phrase.append(token)
            return
        self.end_phrase()
        self.group.append(token)
        self.end_group()

    def is_verb(self, token: _Token, word: Word, position: int) -> bool:
        """Tell a verb from the noun or the adjective that looks like it, by its neighbours."""
        following = self.tokens[position + 1] if position + 1 < len(self.tokens) else None
        nominal = following is not None and (
            following.span >= 0 or (following.word is None and following.text[0].isalnum()) or
            (following.word is not None and (following.word.part == "adjective" or following.word.noun))
        )  # fmt: skip
        helper = next((t.word for t in reversed(self.group) if t.word and t.word.part != "adverb"), None)
        if helper is not None:
            if helper.part in {"modal", "to", "do"}:
                return word.form == "base"
            return word.form in {"part", "ed", "ing"} or (word.form == "past" and not nominal)
        if word.form in {"ed", "part"}:
            if self.determined() or (self.prep and not self.phrase and nominal):
                return False
            return not (token.text in adjectives() and nominal and not self.phrase and not self.after_subject())
        if word.form == "ing":
            of = following is not None and following.text == "of"
            return not (self.determined() or of or (self.phrase and nominal and not self.named()))
        return word.form == "past" or self.is_present(word, following, nominal=nominal)

    def is_present(self, word: Word, following: _Token | None, *, nominal: bool) -> bool:
        """Tell "attacks" the verb from "attacks" the noun."""
        if self.determined() or (self.prep and not self.phrase):
            return False
        if not self.phrase:
            last = self.out.items[-1] if self.out.items else None
            return last is not None and (
                bool(last.pronoun and not last.spans) or last.tag == "R" or (last.tag == "C" and not word.noun)
            )
        if not word.noun:
            return True
        opens = following is not None and (
            following.span >= 0 or (following.word is not None and following.word.part == "determiner")
        )
        return opens and (self.named() or word.form == "s")

    def determined(self) -> bool:
        """Tell whether the growing phrase waits for its noun."""
        if not self.phrase:
            before = self.out.items[-1] if self.out.items else None
            return before is not None and (before.owns or before.head == "whose")
        last = self.phrase[-1]
        if last.span >= 0 and self.out.annotated.spans[last.span].kind == "date":
            return True
        return last.text.isdigit() or (last.word is not None and last.word.part in DETERMINED)

    def named(self) -> bool:
        """Tell whether the growing phrase ends in a span."""
        return bool(self.phrase) and self.phrase[-1].span >= 0

    def after_subject(self) -> bool:
        """Tell whether the item before can be a subject."""
        return bool(self.out.items) and self.out.items[-1].tag in {"N", "R"} and not self.prep

    def infinitive(self, position: int) -> bool:
        """Tell whether "to" begins an infinitive."""
        for following in self.tokens[position + 1 : position + 3]:
            word = following.word
            if word is None or following.span >= 0:
                return False
            if word.part != "adverb":
                return (word.part == "verb" and word.form == "base") or following.text in {"be", "have", "do"}
        return False

    def mark(self, token: _Token) -> None:
        self.close()
        sign = MARKS.get(token.text, token.text[0])
        self.add(sign, token)

    def close(self, *, owns: bool = False) -> None:
        """End what grows; ``owns`` says that a possessive 's follows it."""
        self.end_group()
        self.end_phrase()
        if owns and self.out.items and self.out.items[-1].tag in "ND":
            self.out.items[-1].owns = True

    def take_prep(self) -> str:
        prep, self.prep = self.prep, ""
        return prep

    def add(self, tag: str, token: _Token, *, head: str = "", spans: tuple[int, ...] = (), prep: str = "") -> None:
        self.out.items.append(Item(tag, token.start, token.end, head, prep, spans))

    def end_phrase(self) -> None:
        if not self.phrase:
            return
        first, last = self.phrase[0], self.phrase[-1]
        named = tuple(token.span for token in self.phrase if token.span >= 0)
        head = "" if last.span >= 0 else last.text
        pronoun = first.text if first.word is not None and first.word.part in {"subject", "object"} else ""
        if first.text in {"his", "her", "their", "its"}:
            pronoun = first.text
        self.out.items.append(
            Item(
                "N",
                first.start,
                last.end,
                head,
                self.take_prep(),
                spans=named[-1:] if not head else (),
                inner=named[:-1] if not head else named,
                pronoun=pronoun,
            )  # fmt: skip
        )
        self.phrase = []

    def end_group(self) -> None:
        if not self.group:
            return
        group, self.group = self.group, []
        last = group[-1].word
        verbs = [token for token in group if token.word and token.word.part not in {"adverb", "to"}]
        if not verbs:  # "to" or adverbs alone
            return
        main = verbs[-1].word
        assert last is not None and main is not None
        lexical = main.part == "verb"
        helpers = verbs[:-1] if lexical else verbs
        parts = [token.word.part for token in helpers if token.word]
        self.out.items.append(
            Item(
                "V",
                group[0].start,
                group[-1].end,
                main.lemma if lexical else main.part,
                self.take_prep(),
                form=main.form if lexical else verbs[-1].text,
                voice=_voice(parts, main, verbs),
                negated=any(t.text in {"not", "never"} or t.text.endswith(("n't", "n’t")) for t in group),
                helpers=tuple(token.text for token in group if token is not verbs[-1] or not lexical),
            )  # fmt: skip
        )


def _voice(parts: Sequence[str], main: Word, verbs: Sequence[_Token]) -> str:
    """Tell the voice of a verb group from its auxiliaries and the form of its verb."""
    if main.part != "verb":
        return "active"
    if main.form in {"ed", "part"}:
        if parts and parts[-1] == "be":
            return "passive"
        if parts:
            return "active"  # "have arrested"
        return "bare"
    if main.form == "ing" and len(verbs) > 1 and verbs[-2].text == "being":
        return "passive"
    return "active"


def tokens(annotated: Annotated, text: str) -> list[_Token]:
    """Cut a sentence into words, marks and spans; of nested noun phrases the outermost stands for all."""
    phrases: list[tuple[int, int, int]] = []
    for index, span in enumerate(annotated.spans):
        if phrases and span.left < phrases[-1][1]:
            if span.right > phrases[-1][1]:  # overlapping phrases: the later one keeps its name only
                phrases.append((max(span.start, phrases[-1][1]), span.right, index))
            continue
        phrases.append((span.left, span.right, index))
    words = grammar()
    found: list[_Token] = []
    position = 0
    for left, right, index in [*phrases, (len(text), len(text), -1)]:
        for match in TOKEN.finditer(text, position, left):
            word = match.group()
            found.append(_Token(word, match.start(), match.end(), -1, words.get(word)))
        if index >= 0:
            found.append(_Token(text[left:right] or " ", left, right, index))
        position = max(position, right)
    return found
