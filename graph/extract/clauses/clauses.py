"""The clause view: a sentence as noun phrases, verb groups and what joins them.

The small-phrase steps of a cascade of finite-state steps: words and spans become noun phrases ("four suspected
members of …"), auxiliaries and verbs become verb groups with voice, tense and negation. What an event rule then sees
is a short row of items instead of words, however the sentence is worded.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.clauses.items import ACTORS, Clauses, Item
from graph.extract.clauses.neighbours import BODIES, NUMBERS, Neighbours, parted
from graph.extract.clauses.pieces import Piece
from graph.extract.language.grammar import Word, humans, lists
from graph.extract.text import Annotated

__all__ = ["ACTORS", "PREDICATIVE", "clauses"]

MARKS = {"[": "(", "]": ")", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
QUOTES = frozenset('"“”«»')
NOT = frozenset({"not", "never"})
PREDICATIVE = frozenset({"responsible", "accountable"})  # behind a noun they say something of it: "holds X responsible"
ROUGHLY = frozenset({"at", "over", "about", "around"})
TIMES = frozenset({"after", "before", "until", "till", "since", "than"})


def clauses(annotated: Annotated) -> Clauses:
    """Chunk an annotated sentence."""
    return _Chunker(annotated).run()


class _Chunker(Neighbours):
    """Walks once over the pieces; ``phrase`` is the noun phrase that grows, ``group`` the verb group."""

    def run(self) -> Clauses:
        for position, piece in enumerate(self.pieces):
            self.take(piece, position)
        self.close()
        self.out.items = settle(in_office(self.out, unbracket(self.out.items)))
        return self.out

    def take(self, piece: Piece, position: int) -> None:
        """Put one piece where it belongs; plain words first, because most are."""
        word = piece.word
        if word is not None:
            self.take_word(piece, word, position)
        elif piece.span >= 0:
            self.take_span(piece, position)
        elif piece.text[0].isalnum():
            if self.group:
                self.end_group()
            if self.named() and (piece.text in NUMBERS or self.phrase[-1].text.endswith(",")):
                self.end_phrase()  # "in Tarma four months later"; "X, alias Y, second in command"
            if piece.text in PREDICATIVE and self.phrase and not self.determined():
                self.end_phrase()
                self.add("A", piece, head=piece.text)
            else:
                self.phrase.append(piece)
        elif piece.text in {"'s", "’s"}:
            self.close(owns=True)
        else:
            self.mark(piece, position)

    def take_span(self, piece: Piece, position: int) -> None:
        self.end_group()
        if self.out.annotated.spans[piece.span].kind == "date" and not self.date_inside(position):
            self.close()
            self.add("D", piece, spans=(piece.span,), prep=self.take_prep())
            return
        if self.named() and self.out.annotated.spans[piece.span].kind == "money":
            self.end_phrase()  # "paid X 500 dollars"
        self.phrase.append(piece)
        self.named_inside = True

    def take_word(self, piece: Piece, word: Word, position: int) -> None:
        part = word.part
        if part == "verb":
            self.take_verb(piece, word, position)
        elif part in {"modal", "be", "have", "do"}:
            self.end_phrase()
            self.group.append(piece)
        elif part == "to":
            if self.infinitive(position):
                self.end_phrase()
                self.group.append(piece)
            else:
                self.close()
                self.prep = "to"
        elif part == "adverb":
            self.take_adverb(piece)
        elif part in {"determiner", "adjective", "subject", "object"}:
            self.end_group()
            if part in {"subject", "object"} or (self.phrase and part == "determiner" and not self.determined()):
                self.end_phrase()
            self.phrase.append(piece)
            if part in {"subject", "object"}:
                self.end_phrase()
        else:
            self.take_link(piece, part)

    def take_adverb(self, piece: Piece) -> None:
        if self.group:
            self.group.append(piece)
        elif piece.text == "home" and self.phrase and self.determined():
            self.phrase.append(piece)
        else:
            self.end_phrase()
            self.add("A", piece, head=piece.text)

    def take_link(self, piece: Piece, part: str) -> None:
        """Prepositions and conjunctions end whatever grew before them."""
        if piece.text == "as" and len(self.phrase) == 1 and self.phrase[0].text == "such":
            self.phrase = []
            self.prep = "such as"
            return
        if piece.text == "following" and len(self.phrase) == 1 and self.phrase[0].text == "the":
            self.phrase.append(piece)  # "the following people"
            return
        self.close()
        if part == "relative" and piece.text == "that" and not self.out.items:
            self.phrase.append(piece)  # "That day …"
            return
        if part == "coordinator" or piece.text in {"which", "whom"}:
            self.prep = ""  # "fought with and captured", "for which X was praised"
        if part == "preposition":
            self.prep = f"{self.prep} {piece.text}" if self.prep in {"along", "together"} else piece.text
        else:
            self.add({"relative": "R", "coordinator": "C"}.get(part, "S"), piece, head=piece.text)

    def take_verb(self, piece: Piece, word: Word, position: int) -> None:
        if not self.is_verb(piece, word, position):
            self.end_group()
            self.phrase.append(piece)
            return
        self.end_phrase()
        self.group.append(piece)
        self.end_group()

    def mark(self, piece: Piece, position: int) -> None:
        if piece.text in QUOTES and self.phrase and (self.determined() or self.quoted(position)):
            return  # 'the "Red Dawn" front'
        self.close()
        sign = MARKS.get(piece.text, piece.text[0])
        if sign == "(" and self.prep:  # "of (retired) General X": the preposition belongs to what follows
            self.held = self.take_prep()
        elif sign == ")" and self.held:
            self.prep, self.held = self.held, ""
        self.add(sign, piece)

    def close(self, *, owns: bool = False) -> None:
        """End what grows; ``owns`` says that a possessive 's follows it."""
        if self.group:
            self.end_group()
        if self.phrase:
            self.end_phrase()
        if owns and self.out.items and self.out.items[-1].tag in "ND":
            self.out.items[-1].owns = True

    def take_prep(self) -> str:
        prep, self.prep = self.prep, ""
        return prep

    def add(self, tag: str, piece: Piece, *, head: str = "", spans: tuple[int, ...] = (), prep: str = "") -> None:
        self.out.items.append(Item(tag, piece.start, piece.end, head, prep, spans))

    def end_phrase(self) -> None:
        if not self.phrase:
            return
        first, last = self.phrase[0], self.phrase[-1]
        named: tuple[int, ...] = ()
        if self.named_inside:
            named = tuple(piece.span for piece in self.phrase if piece.span >= 0)
            self.named_inside = False
        head = "" if last.span >= 0 else last.text
        pronoun = first.text if first.word is not None and first.word.part in {"subject", "object"} else ""
        if first.text in {"his", "her", "their", "its"}:
            pronoun = first.text
        if self.prep in ROUGHLY and self.roughly(first):
            self.prep = ""
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
            )
        )
        self.phrase = []

    def end_group(self) -> None:
        if not self.group:
            return
        group, self.group = self.group, []
        verbs = [piece for piece in group if piece.word and piece.word.part not in {"adverb", "to"}]
        main = verbs[-1].word if verbs else None
        if main is None:  # "to" or adverbs alone
            return
        lexical = main.part == "verb"
        helpers = verbs[:-1] if lexical else verbs
        parts = [piece.word.part for piece in helpers if piece.word]
        self.out.items.append(
            Item(
                "V",
                group[0].start,
                group[-1].end,
                main.lemma if lexical else main.part,
                self.take_prep(),
                form=main.form if lexical else verbs[-1].text,
                voice=_voice(parts, main, verbs),
                negated=len(group) > 1 and any(t.text in NOT or t.text.endswith(("n't", "n’t")) for t in group),
                helpers=tuple(piece.text for piece in group if piece is not verbs[-1] or not lexical),
            )
        )


def unbracket(items: list[Item]) -> list[Item]:
    """Join a noun phrase around an explanation: "the (Red Dawn) guerrillas", "ARUD (Rural Defense) agents"."""
    signs = [item.tag for item in items]
    for at in range(len(items) - 4, 0, -1):
        if signs[at : at + 3] != ["(", "N", ")"] or signs[at - 1] != "N" or signs[at + 3 : at + 4] != ["N"]:
            continue
        before, inside, after = items[at - 1], items[at + 1], items[at + 3]
        if after.prep or after.spans or after.pronoun or inside.prep or after.head not in lists("people"):
            continue
        inner = (*before.inner, *before.spans, *inside.inner, *inside.spans, *after.inner)
        whole = replace(after, start=before.start, prep=before.prep, inner=inner)
        items[at - 1 : at + 4] = [whole]
        signs[at - 1 : at + 4] = ["N"]
    return items


def in_office(view: Clauses, items: list[Item]) -> list[Item]:
    """Join an office and who holds it: "president of the Supreme Court X" is X, and not somebody of X."""
    for at in range(len(items) - 1, 0, -1):
        office, item = items[at - 1], items[at]
        if office.tag != "N" or item.tag != "N" or item.prep != "of" or not item.spans or not item.inner:
            continue
        if office.spans or office.owns or view.span(item.spans[0]).kind != "person" or office.head not in humans():
            continue
        body, person = view.span(item.inner[-1]), view.span(item.spans[0])
        if body.kind in BODIES and view.text[body.end : person.start] == " ":
            inner = (*office.inner, *item.inner)
            items[at - 1 : at + 1] = [replace(item, start=office.start, prep=office.prep, inner=inner)]
    return items


def settle(items: list[Item]) -> list[Item]:
    """Turn "before the elections" into a prepositional phrase; "before the police came" stays a clause."""
    kept: list[Item] = []
    for at, item in enumerate(items):
        if item.head == "as" and [other.head for other in items[at + 1 : at + 3]] == ["well", "as"]:
            item.tag, item.head, items[at + 1].tag, items[at + 2].tag = "C", "and", "", ""  # "X, as well as Y"
        if not item.tag:
            continue
        if parted(kept) and item.tag == "V" and item.voice == "bare":  # "had in May seized": the date goes first
            helper = kept.pop(-2)
            item.voice = "passive" if helper.head == "be" else "active"
            item.helpers, item.negated = (helper.form, *helper.helpers, *item.helpers), helper.negated or item.negated
        if item.tag == "S" and item.head in TIMES and not _opens_clause(items, at):
            items[at + 1].prep = items[at + 1].prep or item.head
        else:
            kept.append(item)
    return kept


def _opens_clause(items: Sequence[Item], at: int) -> bool:
    for k in range(at + 1, len(items)):
        item = items[k]
        if item.tag == "V":
            return True
        if item.tag == "C" and k + 1 < len(items) and items[k + 1].tag == "V":
            return False
        if item.tag not in 'NDAC"':
            return k == at + 1
    return at + 1 >= len(items)


def _voice(parts: Sequence[str], main: Word, verbs: Sequence[Piece]) -> str:
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
