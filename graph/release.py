"""What may be shown at a clearance: documents, mentions, claims and judgements cut down before anything is computed.

The levels are U < SBU < C < S; whatever is above S, or unknown, is shown at no clearance. A paragraph counts at its
marking. Where it has none it counts at its document's level, and so does everything outside of the paragraphs: title,
header, headings, summary. A document's level is the highest of its classification and its paragraphs' markings.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.errors import InputError
from graph.model import Claim, Document, Judgement, Mention, Paragraph, Value

__all__ = ["CLEARANCES", "Material", "level", "release"]

CLEARANCES = ("U", "SBU", "C", "S")
"""From the lowest; ``level`` is the place in it."""

_LEVELS = {
    "": 0,
    "U": 0,
    "UNCLAS": 0,
    "UNCLASSIFIED": 0,
    "SBU": 1,
    "FOUO": 1,
    "LOU": 1,
    "LIMITED OFFICIAL USE": 1,
    "SENSITIVE": 1,
    "C": 2,
    "CONFIDENTIAL": 2,
    "S": 3,
    "SECRET": 3,
}
_UNKNOWN = len(CLEARANCES)
_RAISES_TO_SBU = re.compile(r"SBU|FOUO|SENSITIVE|OFFICIAL USE")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Material:
    """What the network is computed from."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]


def level(marking: str) -> int:
    """Return the place of a marking or classification among ``CLEARANCES``: 2 for ``C`` and ``CONFIDENTIAL//NOFORN``.

    No marking is 0; one that is not known is above all clearances.
    """
    name = marking.upper().partition("/")[0].strip()
    rank = _LEVELS.get(name, _UNKNOWN)
    return max(rank, 1) if _RAISES_TO_SBU.search(marking.upper()) else rank


def release(material: Material, clearance: str) -> Material:
    """Keep what may be shown at a clearance.

    A mention or a claim is kept when its paragraph is and its own marking allows it; a claim needs both of its ends.
    Names and properties that use words of withheld text, as a generated title may, are dropped. The text of withheld
    paragraphs becomes blanks, so that all offsets stay.

    Raises:
        InputError: there is no such clearance.
    """
    if clearance.upper() not in CLEARANCES:
        raise InputError(f"there is no clearance {clearance!r}; the levels are {', '.join(CLEARANCES)}")
    allowed = CLEARANCES.index(clearance.upper())
    parts = {document.id: _Part(document, allowed) for document in material.documents}
    mentions = [
        kept
        for mention in material.mentions
        if mention.document in parts and (kept := parts[mention.document].mention(mention))
    ]
    known = {(mention.document, mention.key) for mention in mentions}
    claims = [
        shown
        for claim in material.claims
        if {(claim.document, claim.source), (claim.document, claim.target)} <= known
        and (shown := parts[claim.document].claim(claim))
    ]
    return Material(
        documents=tuple(part.document for part in parts.values() if part.shown),
        mentions=tuple(mentions),
        claims=tuple(
            claim if (claim.document, claim.attributed_to) in known else replace(claim, attributed_to="")
            for claim in claims
        ),
        judgements=tuple(_judgement(each) for each in material.judgements if {each.left, each.right} <= known),
    )


class _Part:
    """What may be shown of one document."""

    def __init__(self, document: Document, allowed: int) -> None:
        whole = max(level(marking) for marking in (document.classification, *(p.marking for p in document.paragraphs)))
        self._allowed = allowed
        self._header = whole <= allowed
        kept = [
            index
            for index, paragraph in enumerate(document.paragraphs)
            if (level(paragraph.marking) if paragraph.marking else whole) <= allowed
        ]
        self._index = {old: new for new, old in enumerate(kept)} | ({-1: -1} if self._header else {})
        self.shown = self._header or bool(kept)
        self.document = document if self._header else _cut(document, [document.paragraphs[index] for index in kept])
        self._secret = set() if self._header else _words(document) - _words(self.document)

    def mention(self, mention: Mention) -> Mention | None:
        """Return what may be shown of a mention."""
        if not self._shows(mention):
            return None
        return replace(
            mention,
            paragraph=self._index[mention.paragraph],
            name=" ".join(mention.text.split()) if self._tells(mention.name) else mention.name,
            properties=self._properties(mention.properties),
        )

    def claim(self, claim: Claim) -> Claim | None:
        """Return what may be shown of a claim."""
        if not self._shows(claim):
            return None
        return replace(claim, paragraph=self._index[claim.paragraph], properties=self._properties(claim.properties))

    def _shows(self, part: Mention | Claim) -> bool:
        if part.paragraph not in self._index or level(part.marking) > self._allowed:
            return False
        words = part.text if isinstance(part, Mention) else part.quote
        return self.document.text[part.start : part.end] == words

    def _properties(self, properties: Mapping[str, Value]) -> Mapping[str, Value]:
        return {key: value for key, value in properties.items() if not self._tells(str(value))}

    def _tells(self, text: str) -> bool:
        return bool(self._secret) and not self._secret.isdisjoint(_WORD.findall(text.casefold()))


def _cut(document: Document, kept: list[Paragraph]) -> Document:
    """Return a document of some of its paragraphs, without header and headings."""
    text, end = [], 0
    for paragraph in kept:
        text += [" " * (paragraph.start - end), document.text[paragraph.start : paragraph.end]]
        end = paragraph.end
    return Document(
        id=document.id,
        kind=document.kind,
        text="".join(text),
        source=document.id,
        sha256="",
        classification=document.classification,
        paragraphs=tuple(replace(paragraph, heading="") for paragraph in kept),
    )


def _words(document: Document) -> set[str]:
    return set(_WORD.findall(f"{document.text} {document.title} {document.summary}".casefold()))


def _judgement(judgement: Judgement) -> Judgement:
    """Withhold a person's reason: nobody has marked it."""
    return judgement if judgement.by == "rule" else replace(judgement, reason="a person judged so")
