"""Other names in the text's own words: (aka "X"), alias "X", known as "X", ("El X"), and acronyms in parentheses."""

import re

from graph.extract.language.lexicon import fold
from graph.extract.language.tokens import UPPER
from graph.extract.mentions.bodies import heads
from graph.extract.text import Span

__all__ = [
    "CALLED",
    "NAME",
    "NICKNAME_KEYS",
    "acronyms_after",
    "alias",
    "alias_before",
    "aliases_after",
    "assumed",
    "initials_after",
    "mentions_of",
    "nicknames",
]

NICKNAME_KEYS = frozenset({"el", "la", "don"})
"""Words in lower case: a sentence without one of them holds no nickname that stands alone."""

CALLED = (
    r"(?:a\.? ?k\.? ?a\b\.?|A\.? ?K\.? ?A\b\.?|f\.?k\.?a\b\.?|alias(?:es)?|ALIAS|nicknamed|dubbed|also called|"
    r"(?:also |better |best |commonly |widely |otherwise |popularly |publicly )?"
    r"(?:known|remembered) (?:only |simply |locally |to \w+ )?"
    r"(?:as|by (?:his|her|the|their) (?:alias|aliases|nicknames?|noms? de guerre)(?: of)?)|"
    r"who (?:also )?(?:goes|went) by(?: the (?:name|alias|nickname|nom de guerre)(?: of)?)?|"
    r"(?:whose )?(?:nickname|alias|nom de guerre|real name|true name)(?: is| was|:)|"
    r"nom de guerre|real name|true name|born)"
)
_PART = rf"[{UPPER}][\w'.-]*(?: (?:(?:de|del|de la|la|el|al|bin) ){{0,2}}(?:[{UPPER}][\w'-]*|\d{{1,3}}\b)){{0,4}}"
NAME = rf"(?:\"[^\"]{{2,40}}\"|'[{UPPER}][^']{{1,30}}'(?!\w)|{_PART})"
_AFTER = re.compile(
    rf"(?:,? ?\(|, | - | )(?:who is |who was |is |was |also |or |and |the )?{CALLED}[:,]? (?:the )?"
    rf"(?P<names>{NAME}(?:,? (?:and|or) (?:the )?{NAME}|"
    rf"(?:,|;|/)? ?(?:and |or )?(?:aka|a\.k\.a\.|alias|also known as),? (?:the )?{NAME}"
    rf"|(?:, |; |/)(?:and |or )?[\"'][{UPPER}][^\"]{{1,30}}[\"']){{0,6}})"
    r"(?P<close>,?\)|,| -(?= ))?"
)
_QUOTED = re.compile(rf",? ?\((?:the |or )?[\"'](?P<names>(?:(?:the|el|la) )?[{UPPER}][^\"()]{{1,40}}?),?[\"']\)")
_ARTICLED = re.compile(rf",? ?\((?P<names>(?:El|La|Los) [{UPPER}][\w'-]*(?: [{UPPER}][\w'-]*)?(?: \d{{1,2}})?)\)")
_NICKNAME_BEFORE = re.compile(rf"(?:^|[ (])(?P<names>(?:El|La) [{UPPER}][\w'-]*(?: \d{{1,2}})?), $")
_COMMA_QUOTED = re.compile(
    rf",? (?:or )?[\"'](?P<names>(?:[Ee]l |[Ll]a )?[{UPPER}][^\"]{{1,30}}?),?[\"'](?P<close>,)?(?= |,|;|\.|$)"
)
_NICKNAME = re.compile(
    rf"(?<!\w)[\"'](?P<name>(?:El|La|Don) [{UPPER}][^\W\d_]{{2,14}}"
    rf"(?: [{UPPER}][^\W\d_]{{2,14}}| \d{{1,2}})?),?[\"'](?!\w)"
)
_ONE = re.compile(NAME)
_INITIALS = re.compile(r"(?:'s)? \([\"']?(?P<name>[A-Z]{2,5})[\"']?\)")
_PARTICLES = frozenset({"de", "del", "la", "da", "do", "dos", "y", "e", "al", "bin", "van", "von"})
_ASSUMED = re.compile(
    r"\b(?:under|us(?:ed|es|ing)|by|adopted|assumed|took) (?:the|an?|his|her) (?:false |assumed |fake |invented )?"
    rf"(?:names?|alias(?:es)?|pseudonym|nickname|nom de guerre|identity)(?: of)?:? (?P<name>{NAME})"
)
_PAREN = re.compile(r" ?\((?P<inside>[^()]{2,110})\)")
_PIECE = re.compile(r"[^,;/]+")
_EXPANSION = re.compile(
    rf"(?:the |or |also |hereafter |known as )?[\"']?(?P<name>[{UPPER}][\w.&'-]*"
    rf"(?: (?:(?:de|del|la|las|los|of|the|for|and|y|e|"
    rf"do|da|dos|von|für|des|du|et|para|contra|in|to) ){{0,3}}[{UPPER}&][\w.&'-]*){{0,9}})[\"']?$"
)


def aliases_after(text: str, end: int, *, described: bool = False) -> tuple[list[Span], int]:
    """Aliases that stand after a person's name, and where the phrase that holds them ends.

    Behind a description of the person the text must say that it gives a name: quotation marks alone may be a thing's.
    """
    if text[end : end + 1] not in (",", " ", "("):
        return [], end
    found = _AFTER.match(text, end)
    if found:
        spans = [alias(text, m.start(), m.end()) for m in _ONE.finditer(text, *found.span("names"))]
        return [span for span in spans if span.end > span.start], found.end()
    if described:
        return [], end
    found = _QUOTED.match(text, end) or _ARTICLED.match(text, end) or _COMMA_QUOTED.match(text, end)
    if found and len(found["names"].split()) <= 4:
        return [alias(text, *found.span("names"))], found.end()
    return [], end


def initials_after(text: str, person: Span) -> tuple[list[Span], int]:
    """Initials in parentheses behind a name, by which a document goes on: "Ana Ruiz Caro (ARC)"."""
    found = _INITIALS.match(text, person.end)
    words = [word for word in person.name.split() if word not in _PARTICLES]
    if not found or len(words) < 2 or found["name"] != "".join(word[0] for word in words).upper():
        return [], person.right
    return [alias(text, *found.span("name"))], found.end()


def alias_before(text: str, start: int) -> list[Span]:
    """A nickname that stands before a name in apposition: "El Faro, Ana Olmo, was seen"."""
    found = _NICKNAME_BEFORE.search(text, max(0, start - 40), start) if text.endswith(", ", 0, start) else None
    return [alias(text, *found.span("names"))] if found else []


def assumed(text: str) -> list[Span]:
    """Names that somebody goes by: "lives in Lima under the name X", "using the alias X"."""
    if " name" not in text and " alias" not in text and " pseudonym" not in text and " identity" not in text:
        return []
    return [alias(text, *m.span("name")) for m in _ASSUMED.finditer(text)]


def alias(text: str, start: int, end: int) -> Span:
    """Make the span of an alias, without the quotation marks around it and the punctuation behind it."""
    if text[start] in "\"'":
        start, end = start + 1, end - (text[end - 1] in "\"'")
    while end > start and text[end - 1] in ",.;: ":
        end -= 1
    return Span(start, end, "person", text[start:end], start, end, 0.95, "alias")


def mentions_of(text: str, name: str) -> list[Span]:
    """Places where an alias that the document explains stands again."""
    found: list[Span] = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            found.append(Span(at, end, "person", name, at, end, 0.9, "alias"))
        at = text.find(name, end)
    return found


def nicknames(text: str) -> list[Span]:
    """Nicknames in quotation marks that stand for somebody: "El Norteño"."""
    return [
        Span(m.start("name"), m.end("name"), "person", m["name"], m.start("name"), m.end("name"), 0.6, "nickname")
        for m in _NICKNAME.finditer(text)
    ]


def acronyms_after(text: str, span: Span) -> tuple[list[Span], int]:
    """Acronym or other name of an organisation in parentheses after it: "(Cartel del Norte, CDN)"."""
    paren = _PAREN.match(text, span.end)
    if not paren:
        return [], span.right
    found = [
        other for piece in _PIECE.finditer(text, *paren.span("inside")) if (other := _other_name(piece, span.kind))
    ]
    return found, paren.end() if found else span.right


def _other_name(piece: re.Match[str], kind: str) -> Span | None:
    """One part of what stands in the parentheses, if it is an acronym or holds a head noun."""
    raw = piece[0].strip()
    named = _EXPANSION.match(raw)
    if not named:
        return None
    start = piece.start() + len(piece[0]) - len(piece[0].lstrip()) + named.start("name")
    name = named["name"]
    acronym = " " not in name and sum(c.isupper() for c in name) >= 2
    if not acronym and not (" " in name and any(fold(word) in heads() for word in name.split())):
        return None
    rule = "organization: acronym in parentheses" if acronym else "organization: name in parentheses"
    return Span(start, start + len(name), kind, name, start, start + len(name), 0.95, rule)
