"""One cable's text → a ``Document``: the parts in their order, each read by its own module."""

import re

from graph.documents.cable.classification import from_caption, level
from graph.documents.cable.dates import declassification
from graph.documents.cable.fields import Header, header
from graph.documents.cable.layout import Caption, Layout, layout
from graph.documents.cable.paragraphs import paragraphs
from graph.documents.cable.people import classified_by
from graph.documents.cable.preamble import Preamble, preamble
from graph.documents.cable.references import references
from graph.documents.cable.signature import signature
from graph.documents.cable.subject import subject
from graph.documents.cable.summary import summary
from graph.documents.cable.tags import tags
from graph.documents.cable.vocabulary import posts
from graph.model import Document, Paragraph, Problem

__all__ = ["read", "recognises"]

_ROW = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d [\d:]{8} [+-]\d{4} \d{4}\s{0,9}\n"
    r"(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED|TOP)",
    re.IGNORECASE,
)
_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (
        r"\A\s{0,99}\d{2}[A-Z]{3,30}\d{1,7}\s*$",
        r"^[ \t]*E\.?O\.? ?1\d{4}",
        r"^[ \t]*TAGS:?[ \t]",
        r"^[ \t]*SUBJ(?:ECT)?:",
        r"\b\d{6}Z [A-Z]{3} \d{2}\b",
        r"^FM (?:AM|SEC|US)[A-Z]+ ",
        r"^[ \t]*(?:(?:CLASSIFIED|Classified) B[Yy]:)",
        r"(?:C O N F I D E N T I A L|S E C R E T|UNCLAS)\b[^\n]{0,60} \d{5,6}\b",
        r"^[ \t]*(?:¶ ?)?\d{1,2}\. ?\((?:U|C|S|SBU|[CSU]//?NF)\) ",
    )
)
_TOP = 600  # characters in which an archive's row stands
_HEAD = 8_000  # and the cable's header
_BODY_ON_LINE = re.compile(r"\((?:U|C|S|SBU)(?:/{1,2}NF)?\)[ \t]{1,4}(?=[A-Z])")
_BLANK_LINE = re.compile(r"\n[ \t\r\xa0\\]*+\n")
_MORE_REFERENCES = re.compile(r"\s*+(?:[¶(]{0,2}[B-Z][.):]{1,2}\s{0,4}(?:\d|[A-Z]{2}|[A-Z][a-z]{2,12}[ ]\d)|REF\b)")
_LISTED = re.compile(  # goes on with a list that was not finished
    r"\s*+(?:[¶(]{0,2}[A-Z][.):]{1,2}\s{0,3})?(?:\d{2,4}[ ])?[A-Z][A-Z .'-]{2,30}[ ]\d{1,6}\b"
)
_WITHIN_PARAGRAPH = re.compile(r"CLASSIFIED BY:?", re.IGNORECASE)
_HEADLINE = re.compile(r"\s{0,99}Cablegate:[ \t]{0,9}(?P<title>[^\n]{1,300})", re.IGNORECASE)
_OLD_ORDER = re.compile(r"\(([A-Z'-]{2,30}, ?[A-Z][A-Z. ]{0,30})\)")


def recognises(text: str) -> bool:
    """Tell a cable by its rows, or by at least two of its marks."""
    top = text[:_TOP]
    if "reference id\tcreated\t" in top.lower() or _ROW.search(top) is not None:
        return True
    head = text[:_HEAD]
    return "-- header ends --" in head.lower() or sum(sign.search(head) is not None for sign in _SIGNS) > 1


def read(text: str) -> Document:
    """Read a cable or a fragment of one. ``source`` and, where the text states none, ``id`` are left empty."""
    copy = layout(text)
    before = preamble(text, copy)
    head = header(text, copy.start, copy.end)
    values = dict(head.values)
    if copy.start and "subject" not in values:  # the copy that counts may lack what a truncated one before it has
        values = {**header(text, 0, copy.start).values, **values}
    identity = before.id or _id_of(copy.caption, before.date)
    body = _body(text, head, copy, before)
    signed_by, sign_start, sign_end, end = signature(text, body, copy.end)
    parts = paragraphs(text, body, end)
    title, title_start, title_end, marking = _title(text, values, before)
    name, name_start, name_end = _classified_by(text, values, parts)
    classification, conflict = _classification(text, copy, before, head)
    spans = {
        "title": (title_start, title_end), "origin": before.origin_span,
        "classified_by": (name_start, name_end), "signed_by": (sign_start, sign_end),
    }  # fmt: skip
    return Document(
        id=identity, kind="cable", text=text, source="", sha256="", title=title, date=before.date, origin=before.origin,
        classification=classification, tags=tags(text, *values["tags"]) if "tags" in values else (),
        references=_references(text, values, identity, before.date), classified_by=name,
        declassify_on=_declassify_on(text, values), signed_by=signed_by, summary=summary(text, parts),
        fields={key: span for key, span in spans.items() if 0 <= span[0] < span[1]},
        metadata={"title_marking": marking} if marking else {},
        paragraphs=parts, problems=_problems(copy, parts, conflict),
    )  # fmt: skip


def _id_of(caption: Caption | None, date: str) -> str:
    """Make the id that the caption states: year, post, number."""
    if caption is None or not caption.post or not date:
        return ""
    post = "".join(filter(str.isalpha, caption.post))
    return f"{date[2:4]}{posts().get(post, post)}{int(caption.number)}"


def _body(text: str, head: Header, copy: Layout, before: Preamble) -> int:
    """Return where the text begins: behind the last field, or behind the rows where there are no fields."""
    start = max(head.last, copy.caption.end if copy.caption else 0, before.end if copy.start < before.end else 0)
    if not head.values:
        return start
    limit = head.first if head.first >= 0 else copy.end
    name = max(head.values, key=lambda key: head.values[key][0])
    if name == "subject":
        return min(limit, subject(text, start, limit)[2])
    if name == "references" and (
        marked := _BODY_ON_LINE.search(text, start, text.find("\n", start, limit) % (limit + 1))
    ):
        return marked.start()
    return _block_end(text, start, limit, references=name == "references")


def _block_end(text: str, start: int, end: int, *, references: bool) -> int:
    """Return where the value of a field ends: at a blank line that no further references follow."""
    stop = start
    while match := _BLANK_LINE.search(text, stop, end):
        stop = match.end()
        before = text[start : match.start()].rstrip()
        more = references and (
            _LISTED.match(text, stop, end) if before.endswith((",", ";")) else _MORE_REFERENCES.match(text, stop, end)
        )
        if before and not more:
            return match.start()
    return end


def _title(text: str, values: dict[str, tuple[int, int]], before: Preamble) -> tuple[str, int, int, str]:
    """Read the subject; without one the archive's title, or the headline of a page that calls itself Cablegate."""
    if "subject" in values:
        return subject(text, *values["subject"])
    if before.title:
        return before.title, *before.title_span, ""
    headline = _HEADLINE.match(text)
    return (headline["title"].strip(), *headline.span("title"), "") if headline else ("", -1, -1, "")


def _classified_by(text: str, values: dict[str, tuple[int, int]], parts: tuple[Paragraph, ...]) -> tuple[str, int, int]:
    if "classified_by" in values:
        return classified_by(text, *values["classified_by"])
    for part in parts[:2]:
        match = _WITHIN_PARAGRAPH.match(text, part.start, part.end)
        if match:
            return classified_by(text, match.end(), part.end)
    if "order" in values and (old := _OLD_ORDER.search(text, *values["order"])):
        return classified_by(text, *old.span(1))
    return "", -1, -1


def _references(text: str, values: dict[str, tuple[int, int]], identity: str, date: str) -> tuple[str, ...]:
    if "references" not in values:
        return ()
    year = identity[:2] if identity[:2].isdecimal() else date[2:4]
    start, end = values["references"]
    return references(text, start, _block_end(text, start, end, references=True), year)


def _declassify_on(text: str, values: dict[str, tuple[int, int]]) -> str:
    for key in ("declassify", "order"):
        if key in values:
            start, end = values[key]
            if found := declassification(text[start : min(end, start + 80)]):
                return found
    return ""


def _classification(text: str, copy: Layout, before: Preamble, head: Header) -> tuple[str, str]:
    """Return the higher of what the row and the caption say, and a sentence where they disagree."""
    if copy.caption is None:
        return before.classification, ""
    fields = min((start for start, _ in head.values.values()), default=copy.caption.end)
    own = from_caption(text, copy.caption, fields)
    if not before.classification:
        return own, ""
    if level(own) > level(before.classification) and level(own) > 1:
        return own, f"the archive's row says {before.classification}, the cable itself {own}; taken as {own}"
    return before.classification, ""


def _problems(copy: Layout, parts: tuple[Paragraph, ...], conflict: str) -> tuple[Problem, ...]:
    found = [Problem("", conflict)] if conflict else []
    if copy.caption and not parts:
        found.append(Problem("", "has a header but no text"))
    return tuple(found)
