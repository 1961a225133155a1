"""A document's sentences in order, with what the event rules remember from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.extract.clauses.items import ACTORS, Clauses
from graph.extract.clauses.speech import heard
from graph.extract.discourse.fighters import only_group
from graph.extract.discourse.quotations import Quotations
from graph.extract.link import End, Link
from graph.extract.text import Annotated, Span
from graph.model import NO_PROPERTIES, Document, Modality, Value

__all__ = ["Caught", "Story", "fold"]

REACH = 4  # sentences from a person to a role that means him
CAUGHT_REACH = 6  # … and from an arrest to the names of the arrested


def fold(name: str) -> str:
    """A name's last word in small letters: enough to tell people of one document apart."""
    words = name.casefold().split()
    return words[-1].removesuffix("'s").removesuffix("’s") if words else ""


@dataclass(frozen=True, slots=True)
class Caught:
    """An arrest of people without their names: where it is told of, the nouns for them, and who made it."""

    sentence: int
    at: int  # of the verb or noun, in the items of the sentence
    called: frozenset[str]
    agents: tuple[tuple[End, Modality], ...]


@dataclass
class Story:
    """One document while it is read for events."""

    document: Document
    annotated: Sequence[Annotated]
    links: list[Link] = field(default_factory=list)
    nodes: list[End] = field(default_factory=list)  # events to mention even where nothing ties them
    views: dict[int, Clauses] = field(default_factory=dict)
    cased: bool = False  # a case was named
    person: int = -REACH - 1  # the last sentence that names one
    body: int = -2  # the last sentence that names a gang, an agency or another organisation
    # The last event that befell nobody named: its sentence, its rule, and the nouns for whom it befell.
    unnamed: tuple[int, str, frozenset[str]] | None = None
    caught: Caught | None = None  # the last arrest of people without their names
    # The last deed told of: its sentence, its rule, and whom it befell where that is told.
    incident: tuple[int, str, list[End]] | None = None
    headings: dict[str, End] = field(default_factory=dict)  # a heading's text → the case that it names

    @cached_property
    def violent(self) -> bool:
        """Tell whether the document tells of violence, so that a death in it is a killing."""
        text = self.document.text.lower()
        return sum(text.count(word) for word in ("murder", "assassin", "kill", "kidnap", "gunm", "bomb")) > 1

    @cached_property
    def fighters(self) -> End | None:
        """The only armed group that the document names."""
        return only_group(self.annotated)

    @cached_property
    def quotations(self) -> Quotations:
        """What stands between quotation marks, over sentences."""
        return Quotations(self.annotated)

    def view(self, index: int) -> Clauses:
        """Chunk a sentence once."""
        if index not in self.views:
            self.views[index] = heard(self.annotated[index])
        return self.views[index]

    def note(self, sentence: int) -> None:
        """Remember the case that a heading names, for the sentences below it."""
        each = self.annotated[sentence]
        self.cased = self.cased or any(span.kind == "case" for span in each.spans)
        for span in each.spans:
            if span.kind == "person":
                self.person = sentence
            elif span.kind in ACTORS:
                self.body = sentence
        if each.sentence.kind == "heading":
            case = next((k for k, span in enumerate(each.spans) if span.kind == "case"), None)
            if case is not None:
                self.headings[each.sentence.text] = (sentence, case)

    def near(self, sentence: int) -> bool:
        """Tell whether an actor was named so shortly before that a pronoun or a role may mean it."""
        return sentence - self.person <= REACH or sentence - self.body <= 1

    def left_unnamed(self, sentence: int) -> bool:
        """Tell whether one of the two sentences before told of victims without their names."""
        return self.unnamed is not None and 0 < sentence - self.unnamed[0] <= 2

    def left_caught(self, sentence: int) -> bool:
        """Tell whether one of the sentences just before told of the arrest of people without their names."""
        return self.caught is not None and 0 <= sentence - self.caught.sentence <= CAUGHT_REACH

    def span(self, end: End) -> Span:
        """Give the span of an end."""
        return self.annotated[end[0]].spans[end[1]] if isinstance(end[1], int) else end[1]

    def name(self, end: End) -> str:
        """Give the name of an end."""
        return self.span(end).name

    def kind(self, end: End) -> str:
        """Give the kind of an end."""
        return self.span(end).kind

    def add(
        self, claim: tuple[str, End, End], sentence: int, modality: Modality, rule: str,
        properties: dict[str, Value] | None = None, speaker: End | None = None,
    ) -> None:  # fmt: skip
        """Add a link, quoted by its sentence, unless it ties something to itself."""
        kind, source, target = claim
        if source == target:
            return
        text = self.annotated[sentence].sentence.text
        self.links.append(
            Link(
                kind,
                source,
                target,
                (sentence, 0, len(text)),
                modality,
                rule=rule,
                properties=properties or NO_PROPERTIES,
                attributed_to=speaker,
            )
        )
