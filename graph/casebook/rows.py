"""The model as rows of the casebook's tables, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from graph.model import NO_PROPERTIES, Claim, Document, Extraction, Judgement, Mention, Paragraph, Problem, Value

__all__ = [
    "CLAIM_COLUMNS",
    "DOCUMENT_COLUMNS",
    "JUDGEMENT_COLUMNS",
    "MENTION_COLUMNS",
    "Said",
    "claim_from",
    "document_from",
    "document_row",
    "judgement_from",
    "mention_from",
    "problems_from",
    "said",
]

DOCUMENT_COLUMNS = tuple(field.name for field in fields(Document))
MENTION_COLUMNS = tuple(field.name for field in fields(Mention))
CLAIM_COLUMNS = tuple(field.name for field in fields(Claim))
JUDGEMENT_COLUMNS = (
    "left_document", "left_mention", "right_document", "right_mention", "same", "reason", "by", "confidence",
)  # fmt: skip

Row = tuple[Any, ...]

_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder every time


@dataclass(frozen=True, slots=True)
class Said:
    """An extraction as rows: ready to be written, and handed from one process to another in a tenth of the time."""

    mentions: tuple[Row, ...]  # values of ``MENTION_COLUMNS`` but for ``document``
    claims: tuple[Row, ...]  # values of ``CLAIM_COLUMNS`` but for ``document``
    problems: tuple[Problem, ...]


def said(extraction: Extraction) -> Said:
    """Turn an extraction into rows."""
    mentions, claims = map(_mention_row, extraction.mentions), map(_claim_row, extraction.claims)
    return Said(tuple(mentions), tuple(claims), extraction.problems)


def document_row(document: Document, problems: tuple[Problem, ...], extractor: str) -> Row:
    """Values of ``DOCUMENT_COLUMNS``, and then ``extractor`` and ``extraction_problems``."""
    structured = {
        "tags": document.tags,
        "references": document.references,
        "fields": {name: list(span) for name, span in document.fields.items()},
        "metadata": dict(document.metadata),
        "paragraphs": [(p.number, p.marking, p.start, p.end, p.heading) for p in document.paragraphs],
        "problems": _problems(document.problems),
    }
    plain = (_json(structured[name]) if name in structured else getattr(document, name) for name in DOCUMENT_COLUMNS)
    return (*plain, extractor, _json(_problems(problems)))


def document_from(row: Row) -> Document:
    """Build the document back from its row."""
    values = dict(zip(DOCUMENT_COLUMNS, row, strict=True))
    values["tags"] = tuple(json.loads(values["tags"]))
    values["references"] = tuple(json.loads(values["references"]))
    values["fields"] = {name: tuple(span) for name, span in json.loads(values["fields"]).items()}
    values["metadata"] = _mapping(values["metadata"])
    values["paragraphs"] = tuple(Paragraph(*paragraph) for paragraph in json.loads(values["paragraphs"]))
    values["problems"] = problems_from(values["problems"])
    return Document(**values)


def _mention_row(mention: Mention) -> Row:
    return (
        mention.start, mention.end, mention.kind, mention.text, mention.name, mention.paragraph, mention.marking,
        mention.confidence, mention.rule, _properties(mention.properties), " ".join(mention.origins),
    )  # fmt: skip


def mention_from(row: Row) -> Mention:
    """Build the mention back from the values of ``MENTION_COLUMNS``."""
    return Mention(*(*row[:-2], _mapping(row[-2]), tuple(row[-1].split())))


def _claim_row(claim: Claim) -> Row:
    return (
        claim.start, claim.end, claim.type, claim.source, claim.target, claim.quote, claim.paragraph, claim.marking,
        claim.modality, claim.confidence, claim.rule, claim.attributed_to, _properties(claim.properties),
    )  # fmt: skip


def claim_from(row: Row) -> Claim:
    """Build the claim back from the values of ``CLAIM_COLUMNS``."""
    return Claim(*(*row[:-1], _mapping(row[-1])))


def judgement_from(row: Row) -> Judgement:
    """Build the judgement back from the values of ``JUDGEMENT_COLUMNS``."""
    left_document, left_mention, right_document, right_mention, same, reason, by, confidence = row
    return Judgement((left_document, left_mention), (right_document, right_mention), bool(same), reason, by, confidence)


def problems_from(text: str) -> tuple[Problem, ...]:
    """Build problems back from a column of a document's row."""
    return tuple(Problem(*problem) for problem in json.loads(text))


def _problems(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(problem.source, problem.message, problem.place) for problem in problems]


def _properties(properties: Mapping[str, Value]) -> str:
    return _json(dict(properties)) if properties else "{}"


def _mapping(text: str) -> Mapping[str, Value]:
    return json.loads(text) if text != "{}" else NO_PROPERTIES
