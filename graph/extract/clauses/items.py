"""What a chunked sentence consists of: phrases, verb groups and marks, in a row."""

from dataclasses import dataclass, field

from graph.extract.text import Annotated, Span

__all__ = ["ACTORS", "Clauses", "Item", "Speech"]

ACTORS = frozenset({"person", "cartel", "armed_group", "agency", "organization", "source"})


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


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what a stretch of a sentence tells."""

    position: int  # of the verb, or of the speaker behind "according to", in Sentence.text
    first: int  # what it covers, in Sentence.text
    last: int
    who: int  # span of the speaker; -1 where the text names nobody
    to: int = -1  # span of the person or office spoken to
    subject: int = -1  # item of the speaker where the clause stays in the row: a pronoun may lead back to somebody
    alleged: bool = False  # by a verb of allegation: "claims", "accuses"
    accuser: bool = False  # said by a prosecutor, an indictment, a witness


@dataclass(slots=True)
class Clauses:
    """A sentence with its items."""

    annotated: Annotated
    text: str  # in small letters, same length
    items: list[Item] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)

    def span(self, index: int) -> Span:
        """Give a span of the sentence."""
        return self.annotated.spans[index]

    def words(self, item: Item) -> str:
        """Give an item's text in small letters."""
        return self.text[item.start : item.end]
