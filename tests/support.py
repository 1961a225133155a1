"""Builders for tests: a document, mentions and claims in it, and the network of them, a line each.

::

    text = document("D1", "(C) Ana Belmonte Ruiz met Luis Caro.", "(U) Belmonte left.")
    ana, luis = mention(text, "Ana Belmonte Ruiz"), mention(text, "Luis Caro")
    met = claim(text, "MET_WITH", ana, luis)
    graph = network_of([text], [ana, luis], [met])

All offsets are right by construction: a text that does not stand in the document is an error of the test.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from graph.identify import identify
from graph.model import Claim, Document, Mention, Modality, Network, Paragraph, Value
from graph.network import build

__all__ = ["claim", "document", "mention", "network_of"]

MARKING = re.compile(r"\(([A-Z/]{1,12})\) ")


def document(id: str, *paragraphs: str, **fields: Any) -> Document:  # noqa: A002 - the model's own word
    """Make a document of numbered paragraphs; a paragraph that begins with ``(C) `` has the marking C.

    ``fields`` are further fields of ``Document``: ``kind="article"``, ``date="2009-11-25"`` …
    """
    text, made = "", []
    for number, paragraph in enumerate(paragraphs, start=1):
        found = MARKING.match(paragraph)
        body = paragraph[found.end() :] if found else paragraph
        text += f"{number}. {found[0] if found else ''}"
        made.append(Paragraph(str(number), found[1] if found else "", len(text), len(text) + len(body)))
        text += f"{body}\n\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    defaults: dict[str, Any] = {"kind": "cable", "source": f"{id}.txt", "sha256": digest, "title": f"Title of {id}"}
    return Document(id=id, text=text, paragraphs=tuple(made), **{**defaults, **fields})


def mention(
    document: Document,
    text: str,
    kind: str = "person",
    occurrence: int = 0,
    *,
    name: str | None = None,
    confidence: float = 1.0,
    **properties: Value,
) -> Mention:
    """Make a mention of the ``occurrence``-th place (from 0) where ``text`` stands in the document."""
    start = -1
    for _ in range(occurrence + 1):
        start = document.text.index(text, start + 1)
    end = start + len(text)
    index = _paragraph_at(document, start)
    return Mention(
        document=document.id,
        start=start,
        end=end,
        kind=kind,
        text=text,
        name=" ".join(text.split()) if name is None else name,
        paragraph=index,
        marking=document.paragraphs[index].marking if index >= 0 else "",
        confidence=confidence,
        rule="test",
        properties=properties,
    )


def claim(
    document: Document,
    type: str,  # noqa: A002 - the model's own word
    source: Mention | str,
    target: Mention | str,
    *,
    quote: str | None = None,
    modality: Modality = "asserted",
    confidence: float = 1.0,
    attributed_to: Mention | str = "",
    **properties: Value,
) -> Claim:
    """Make a claim between two mentions (or their keys); without ``quote`` it quotes the source's whole paragraph."""
    keys = [end if isinstance(end, str) else end.key for end in (source, target, attributed_to)]
    if quote is None:
        place = int(keys[0].split("@")[1].split("-")[0])
        paragraph = document.paragraphs[_paragraph_at(document, place)]
        quote = document.text[paragraph.start : paragraph.end]
    start = document.text.index(quote)
    index = _paragraph_at(document, start)
    return Claim(
        document=document.id,
        start=start,
        end=start + len(quote),
        type=type,
        source=keys[0],
        target=keys[1],
        quote=quote,
        paragraph=index,
        marking=document.paragraphs[index].marking,
        modality=modality,
        confidence=confidence,
        rule="test",
        attributed_to=keys[2],
        properties=properties,
    )


def network_of(documents: Iterable[Document], mentions: Iterable[Mention], claims: Iterable[Claim] = ()) -> Network:
    """Run identity and the network over hand-made mentions and claims."""
    claims = list(claims)
    return build(documents, identify(mentions, claims), claims)


def _paragraph_at(document: Document, offset: int) -> int:
    return next((i for i, p in enumerate(document.paragraphs) if p.start <= offset < p.end), -1)
