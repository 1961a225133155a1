"""Other names in the text's own words: (aka "X"), alias "X", known as "X", ("El X"), and acronyms in parentheses."""

import re
from collections.abc import Sequence

from graph.extract.organizations import heads
from graph.extract.text import Span
from graph.extract.tokens import UPPER
from graph.model import NO_PROPERTIES

__all__ = ["acronyms_after", "aliases_after"]

_LEAD = (
    r"(?:a\.?k\.?a\.?|AKA|A\.K\.A\.|f\.?n\.?u\.?|alias(?:es)?|(?:also |better |commonly |widely |otherwise |popularly )?known (?:as|by (?:his|her|the|their) (?:alias|aliases|nicknames?|noms? de guerre)(?: of)?)|"
    r"(?:also |sometimes )?called|nicknamed|dubbed|who (?:also )?(?:goes|went) by(?: the (?:name|alias|nickname)(?: of)?)?|"
    r"(?:whose )?(?:nickname|alias|nom de guerre) (?:is|was)|real name|true name|or simply)"
)
_NAME = rf"(?:\"[^\"]{{2,40}}\"|[{UPPER}][\w'.-]*(?: (?:de |del |de la |la |el |al-|bin )?(?:[{UPPER}][\w'-]*|\d{{1,3}}\b)){{0,4}})"
_AFTER = re.compile(
    rf"(?:,? ?\(|, | )(?:who is |who was |also |or )?{_LEAD}[:,]? (?P<names>{_NAME}(?:(?:,? (?:and|or|aka|a\.k\.a\.) |, |; |/)(?:aka |a\.k\.a\. |alias )?{_NAME}){{0,5}})(?P<close>,?\)|,)?"
)
_QUOTED = re.compile(rf" ?\(\"(?P<names>[{UPPER}][^\"()]{{1,40}})\"\)")
_OR = re.compile(rf",? or (?P<names>\"[{UPPER}][^\"]{{1,40}}\")(?P<close>,)?")
_ONE = re.compile(_NAME)
_PAREN = re.compile(r" ?\((?P<inside>[^()]{2,110})\)")
_PART = re.compile(r"[^,;/]+")
_EXPANSION = re.compile(
    rf"(?:the )?\"?(?P<name>[{UPPER}][\w.&'-]*(?: (?:(?:de|del|la|las|los|of|the|for|and|y|e|do|da|dos|von|für|des|du|et|para|contra|in|to) ){{0,3}}[{UPPER}&][\w.&'-]*){{0,9}})\"?$"
)


def aliases_after(text: str, end: int, count: int) -> tuple[list[Span], int]:
    """Aliases that stand after a name; ``count`` is the number of its words. Returns their spans and the phrase's end."""
    found = _AFTER.match(text, end) or _QUOTED.match(text, end) or (_OR.match(text, end) if count else None)
    if not found:
        return [], end
    start, stop = found.span("names")
    spans = []
    if found.re is _QUOTED:
        spans.append(_alias(text, start, stop))
    else:
        spans = [_alias(text, m.start(), m.end()) for m in _ONE.finditer(text, start, stop)]
    return spans, found.end()


def _alias(text: str, start: int, end: int) -> Span:
    if text[start] == '"':
        start, end = start + 1, end - 1
    while end > start and text[end - 1] in ",.; ":
        end -= 1
    return Span(start, end, "person", text[start:end], start, end, 0.95, "alias", NO_PROPERTIES)


def acronyms_after(text: str, span: Span) -> tuple[list[Span], int]:
    """Acronym or other name of an organisation in parentheses after it: "(Secretaría de Marina, SEMAR)"."""
    paren = _PAREN.match(text, span.end)
    if not paren:
        return [], span.right
    found: list[Span] = []
    for part in _PART.finditer(text, *paren.span("inside")):
        raw = part[0].strip()
        start = part.start() + len(part[0]) - len(part[0].lstrip())
        named = _EXPANSION.match(raw)
        if not named:
            continue
        a, b = start + named.start("name"), start + named.end("name")
        name = text[a:b]
        acronym = " " not in name and sum(c.isupper() for c in name) >= 2
        if acronym or (" " in name and any(w.lower() in heads() for w in name.split())):
            found.append(Span(a, b, span.kind, name, a, b, 0.95, "acronym-of" if acronym else "expansion-of"))
    return found, paren.end()
