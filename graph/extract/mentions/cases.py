"""Named cases and operations: "Operation Lantern", "the Barracuda case", "the Olmo and Pardo cases"."""

import re
from collections.abc import Set as AbstractSet

from graph.extract.language.lexicon import words
from graph.extract.language.tokens import UPPER
from graph.extract.text import Span
from graph.model import Value

__all__ = ["CASE_KEYS", "cases"]

_W = rf"[{UPPER}][\w'-]*"
_OPERATION = re.compile(
    r"\b(?:Joint )?(?:Operations?|Operativo|Operación|Operacion|Operação|Opération|Caso|Affaire|operation) "
    r"(?:named |called |code-named |dubbed )?[\"']?"
    rf"(?P<name>{_W}(?: (?:(?:de|del|la|of|the|and|y) )?(?:{_W}|\d+)){{0,3}})[\"']?(?P<gloss> \([^()]{{2,40}}\))?"
)
_CASE = re.compile(
    rf"(?P<year>\b(?:19|20)\d\d )?[\"']?(?P<first>(?<!\w){_W}(?:[ -](?:(?:de|del|la) )?{_W}){{0,3}})[\"']?"
    rf"(?:(?:,| and| or) (?P<second>{_W}(?: {_W}){{0,2}}))? (?P<noun>(?:[Cc]ase|[Aa]ffair|[Ss]candal|[Mm]assacre)s?)\b"
)
_OPERATIONS = frozenset({"operation", "operations", "operativo", "operaci", "opera", "caso", "op", "affaire"})
_CASES = frozenset({"case", "cases", "affair", "affairs", "scandal", "scandals", "massacre", "massacres"})
CASE_KEYS = _OPERATIONS | _CASES
"""Words in lower case: a sentence without one of them names no case."""


def cases(text: str, present: AbstractSet[str]) -> list[Span]:
    """Named operations and cases of a sentence; ``present`` are its words in lower case.

    A span is the name with its noun: "Barracuda case", "Operation Lantern".
    """
    found: list[Span] = []
    if not _OPERATIONS.isdisjoint(present):
        found += [span for m in _OPERATION.finditer(text) if (span := _operation(text, m))]
    if not _CASES.isdisjoint(present):
        taken = [(span.start, span.end) for span in found]
        for m in _CASE.finditer(text):
            found += [s for s in _case(text, m) if not any(a < s.end and s.start < b for a, b in taken)]
    return found


def _the(text: str, start: int) -> int:
    """Where the noun phrase begins: at the article before it."""
    return start - 4 if text[max(0, start - 4) : start].lower() == "the " else start


def _operation(text: str, m: re.Match[str]) -> Span | None:
    first = m["name"].split(" ")[0]
    if first.lower() in words("no_case_names") or text.startswith("Operations ", m.start()):
        return None
    end = m.end("name")
    properties: dict[str, Value] = {"named": True}
    if m["gloss"]:
        properties["gloss"] = m["gloss"][2:-1]
    name = re.sub(r"[\"',]", "", text[m.start() : end])
    return Span(m.start(), end, "case", name, _the(text, m.start()), m.end(), 0.95, "case: operation", properties)


def _case(text: str, m: re.Match[str]) -> list[Span]:
    start, end = m.span("first")
    parts = m["first"].split(" ")
    while parts and parts[0].lower().removesuffix("'s") in words("no_case_names"):
        start += len(parts[0]) + 1
        parts.pop(0)
    if not parts or (len(parts) == 1 and parts[0].endswith("'s")):
        return []
    properties: dict[str, Value] = {"named": True}
    if m["year"]:
        properties["date"] = m["year"].strip()
    left = _the(text, m.start("year") if m["year"] else start)
    if not m["second"]:
        return [Span(start, m.end(), "case", text[start : m.end()], left, m.end(), 0.85, "case: noun", properties)]
    noun = m["noun"].lower().removesuffix("s")
    second = m.start("second")
    return [
        Span(start, end, "case", f"{text[start:end]} {noun}", left, end, 0.85, "case: two", properties),
        Span(second, m.end(), "case", f"{m['second']} {noun}", second, m.end(), 0.85, "case: two", properties),
    ]
