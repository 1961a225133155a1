"""The types that flow through Vinculo, in the order in which they come into being.

``Document`` → ``Mention`` and ``Claim`` → ``Entity`` → ``Relation`` → ``Network`` → ``Path``.

All offsets are Unicode code points into ``Document.text``, half open, so that ``text[start:end]`` is what the
document says there, line breaks included. All types are immutable: a stage never changes what an earlier one made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Value = str | int | float | bool
"""A property's value, as JSON knows it."""

Modality = Literal["asserted", "alleged", "attempted", "planned", "denied"]
"""How a document puts a claim: as fact, as hearsay, as tried, as still to come, or as untrue."""

MODALITIES: tuple[Modality, ...] = ("asserted", "alleged", "attempted", "planned", "denied")
NO_PROPERTIES: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used: data with a place, not a crash and not a guess."""

    source: str  # the file as the user gave it
    message: str  # what is wrong and what was done about it, one line
    place: str = ""  # where in it: "paragraph 3", "line 12", "bytes 0-512"; empty for the whole file

    def __str__(self) -> str:
        """One line for the terminal."""
        return ": ".join(part for part in (self.source, self.place, self.message) if part)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the document's body that carries one number and one marking.

    The paragraphs of a document do not overlap and come in text order. Text outside of all paragraphs (headers,
    a truncated first copy, a second print of the body, a reader's comment) is not read for mentions, except for
    the header fields that the document names itself.
    """

    number: str  # "1", "2" … as printed; "" where the document does not number it
    marking: str  # "C", "SBU", "S/NF" …; "" where it has none
    start: int
    end: int
    heading: str = ""  # the section heading above it, unwrapped; "" if none


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read: its text, what its header says, and its paragraphs."""

    id: str  # the cable's own id, the ``id`` of a JSON line, or a name made from the file's name
    kind: str  # "cable" or "article", or what a plug-in reader calls its documents
    text: str  # decoded, otherwise unchanged
    source: str  # file name as given, "archive.zip!inner.txt", "lines.jsonl#17"
    sha256: str  # of the document's bytes
    title: str = ""
    date: str = ""  # ISO 8601, as precise as the document: "2009-11-25", "2009-11", "2009", ""
    origin: str = ""  # the post or the outlet: "Embassy Lima"
    classification: str = ""  # "CONFIDENTIAL", "SECRET//NOFORN" …
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()  # canonical ids of cables cited in the header
    classified_by: str = ""
    declassify_on: str = ""
    signed_by: str = ""
    author: str = ""
    summary: str = ""
    # Where classified_by, signed_by, author, title, origin … stand.
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    metadata: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES)  # what a JSON line or a plug-in adds
    paragraphs: tuple[Paragraph, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mention that a plug-in proposes for a document; the rules' own mentions need none."""

    start: int
    end: int
    kind: str  # of the ontology
    confidence: float = 0.5  # above 0 and at most 1; what overlaps and is surer, or as sure and the rules' own, stays
    name: str = ""  # "" for the words themselves
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in a document where an actor, a place, a case, a seizure … is named or told of.

    ``key`` identifies it within its document. An event (an arrest, a seizure) is a mention whose span is the words
    that tell of it. ``properties`` hold what these very words say: ``role``, ``title``, ``nationality``, ``amount_kg``.
    """

    document: str
    start: int
    end: int
    kind: str  # of the ontology
    text: str  # exactly Document.text[start:end]
    name: str  # the text unwrapped and without titles; for an event its generated title
    paragraph: int = -1  # index into Document.paragraphs; -1 for a header field
    marking: str = ""
    confidence: float = 1.0
    rule: str = ""  # what found it
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES, compare=False)
    origins: tuple[str, ...] = ()  # the plug-ins that proposed it, by name; none for what the rules alone found

    @property
    def key(self) -> str:
        """Identity within the document, such as ``person@120-134``."""
        return f"{self.kind}@{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """What one document says of two of its mentions, with the words that say it.

    ``ALIAS_OF`` (alias → name) and ``SAME_AS`` (the text itself equates two mentions: an acronym and its expansion,
    an apposition) are claims too; ``identify`` reads them, and the network does not show them.
    """

    document: str
    start: int  # the quote: Document.text[start:end], usually the sentence
    end: int
    type: str  # of the ontology: "SIGNED", "ARRESTED" …
    source: str  # key of a mention of this document
    target: str  # key of a mention of this document
    quote: str
    paragraph: int = -1  # index into Document.paragraphs
    marking: str = ""  # the highest of the quote's paragraph and of both mentions' paragraphs
    modality: Modality = "asserted"
    confidence: float = 1.0
    rule: str = ""
    attributed_to: str = ""  # key of the mention of who says so; "" for the document itself
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES, compare=False)  # "date", "role", …


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, in text order."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What extraction decided on the way and its result does not show: for whoever asks why something is missing.

    ``dropped``: considered and left out. ``weakened``: these words make what is told beside them less than asserted.
    """

    document: str
    start: int
    end: int
    outcome: Literal["dropped", "weakened"]
    reason: str  # one line
    rule: str = ""  # what proposed it
    text: str = ""  # exactly Document.text[start:end]
    paragraph: int = -1  # index into Document.paragraphs


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that two mentions are, or are not, the same: by a rule or by a person, with the reason."""

    left: tuple[str, str]  # (document id, mention key)
    right: tuple[str, str]
    same: bool
    reason: str
    by: str  # "rule" or the user's name
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor, case, place, seizure …: all mentions judged to be the same."""

    id: str  # "person:" and a digest of the first mention: independent of import order
    kind: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES)
    reasons: tuple[str, ...] = ()  # why the mentions were merged, one line each


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote behind a relation."""

    document: str
    paragraph: str  # the paragraph's printed number
    marking: str
    start: int
    end: int
    quote: str
    rule: str
    attributed_to: str = ""  # entity id of the source; "" for the document itself
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge of the network: claims of the same type, ends, modality and date, with all their quotes."""

    id: str
    type: str
    source: str  # entity id
    target: str  # entity id
    modality: Modality
    confidence: float
    evidence: tuple[Evidence, ...]  # never empty
    properties: Mapping[str, Value] = field(default_factory=lambda: NO_PROPERTIES)


@dataclass(frozen=True, slots=True)
class Network:
    """Entities and relations, each sorted by id, with the documents that they come from."""

    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]


Verdict = Literal["agree", "within", "exceeds", "open", "contradict"]
"""How a reported total and what else is said of the same year stand to each other; ``totals`` says when which holds."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reported yearly total, and what else the documents say of the same: seizures, or another total."""

    series: str  # entity id of the series that reports it
    year: str
    reported: float
    unit: str  # of all figures here, as the series has it: "kg", "tons"; "" for things that are counted
    verdict: Verdict
    found: float  # the sum of ``against``
    against: tuple[str, ...]  # entity ids: the seizures that are of its scope by their own words, or the other series
    undecided: float = 0.0  # the sum of ``may_count``
    may_count: tuple[str, ...] = ()  # entity ids: seizures of which no document says whether they are of its scope


@dataclass(frozen=True, slots=True)
class Step:
    """One hop of a path: from an entity over a relation to the next; ``forward`` if along the edge's direction."""

    source: str
    relation: Relation
    target: str
    forward: bool


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of relations from one entity to another."""

    steps: tuple[Step, ...]

    def __len__(self) -> int:
        """Count the hops."""
        return len(self.steps)
