"""Who a document's header names: the classifier, the signer, the author, the post or outlet."""

import re
from collections.abc import Sequence

from graph.extract.language.lexicon import GIVEN, ORGHEAD
from graph.extract.language.tokens import tokenise
from graph.extract.mentions.people import candidates
from graph.extract.text import Sentence, Span
from graph.model import Document

__all__ = ["header_spans"]

_BETWEEN = re.compile(r"\s{0,9}(?:;|,| and |/|&)\s{0,9}")


def header_spans(document: Document, sentence: Sentence) -> list[Span]:
    """The actors of one header field; ``sentence.lead`` is the field's name."""
    name = sentence.lead
    if name == "origin":
        return [_organization(sentence, document)]
    if name in ("classified_by", "signed_by"):
        value = document.classified_by if name == "classified_by" else document.signed_by
        return _people(sentence, document.text[slice(*document.fields[name])] or value, name)
    if name == "author":
        text = sentence.text
        tokens = tokenise(text)
        if len(tokens) > 1 and (tokens[0].flags & GIVEN or not any(t.flags & ORGHEAD for t in tokens)):
            return [
                _person(text, c.name.start, c.name.end, name)
                for c in candidates(0, sentence, tokens, [True] * len(tokens))
            ]
        return [_organization(sentence, document)]
    return []


def _organization(sentence: Sentence, document: Document) -> Span:
    end = len(sentence.text)
    kind = "agency" if document.kind == "cable" else "organization"
    return Span(0, end, kind, sentence.text, 0, end, 0.95, f"header: {sentence.lead}")


def _people(sentence: Sentence, value: str, field: str) -> list[Span]:
    """The field's names, where they stand in the sentence."""
    found: list[Span] = []
    position = 0
    for part in _parts(" ".join(value.split())):
        start = sentence.text.upper().find(part.upper(), position)
        if start >= 0 and any(c.isalpha() for c in part):
            found.append(_person(sentence.text, start, start + len(part), field))
            position = start + len(part)
    return found


def _parts(value: str) -> Sequence[str]:
    return [
        part for part in _BETWEEN.split(value) if len(part) > 1 and part.rstrip(".").upper() not in ("JR", "SR", "III")
    ]


def _person(text: str, start: int, end: int, field: str) -> Span:
    role = {"classified_by": "classified the document", "signed_by": "signed the document", "author": "author"}[field]
    name = text[start:end]
    if name.isupper() and len(name) > 3:
        name = " ".join(word.capitalize() for word in name.split(" "))
    return Span(start, end, "person", name, start, end, 0.97, f"header: {field}", {"role": role})
