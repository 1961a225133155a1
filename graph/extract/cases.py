"""Named cases and operations, and vessels and aircraft: what is called by a name beside a word for what it is."""

import re

from graph.extract.text import Span
from graph.extract.tokens import UPPER
from graph.model import Value

__all__ = ["cases", "vessels"]

_W = rf"[{UPPER}][\w'-]*"
_OPERATION = re.compile(
    rf"\b(?P<head>Operations?|Operation|Operativo|Operación|Operacion|Operação|Plan|Project|Task Force|Caso)(?: |, | - )\"?(?P<name>{_W}(?: (?:de |del |la |of |the |and )?(?:{_W}|\d+)){{0,3}})\"?(?P<paren> \([^()]{{2,40}}\))?"
)
_CASE = re.compile(
    rf"(?P<year>\b(?:19|20)\d\d )?\"?(?P<name>(?<![\w]){_W}(?:[ -](?:de |del |la )?{_W}){{0,3}})\"?(?:(?:,| and| or) (?P<second>{_W}(?: {_W}){{0,2}}))? (?P<head>[Cc]ases?|[Aa]ffairs?|[Ss]candals?|massacre|Massacre)\b"
)
_VESSEL = re.compile(
    rf"\b(?:(?P<type>(?:fishing |cargo |motor |merchant |container |go-fast |tanker |supply |drug |speed|sail|fast )?(?:ship|boat|vessel|yacht|freighter|trawler|tanker|schooner|ferry|barge|submarine|speedboat|frigate|cutter|sailboat|catamaran|tugboat|launch)),?(?: (?:named|called|known as))?(?: the)?|(?P<mark>[MF]/?V|S/V|USS|HMS|USCGC|ARA|BAP|ARM|the Ship|S\.S\.|SS)) "
    rf"(?:\"(?P<quoted>[^\"]{{2,40}}?),?\"|(?P<name>{_W}(?: (?:de |del |la |of |the )?(?:{_W}|\d+|[IVX]+\b)){{0,3}}))"
)
_TAIL = re.compile(
    r"\b(?:tail number|registration(?: number)?|tail no\.|aircraft|registered as|airplane|plane)[ ,:]{1,2}\"?(?P<name>[A-Z]{1,2}-?[A-Z0-9]{3,6})\"?\b"
)
_FLAG = re.compile(rf"(?P<flag>{_W})[- ]flag(?:ged)? (?:[a-z-]+ ){{0,2}}$")
_CASE_HINTS = (" case", " Case", "ffair", "candal", "assacre", " CASE")
_OPERATION_HINTS = ("Operation", "Operativo", "Operaci", "Operaç", "Caso ", "Plan ", "Project ", "Task Force")
_VESSEL_HINTS = (
    "ship ",
    "boat",
    "vessel",
    "yacht",
    "/V ",
    "freighter",
    "trawler",
    "tanker",
    "MV ",
    "FV ",
    "USS ",
    "HMS ",
    "USCGC ",
    "schooner",
    "submarine",
    "ferry",
    "SS ",
    "frigate",
    "cutter",
    "BAP ",
    "ARM ",
)
_NOT_CASE = frozenset(
    "The This That In A An Any Each Every Such Some No Both Many Most Other Another Several These Those Test Civil Criminal Court Supreme Federal State Worst Best Justice Legal High Other Our One First Second Third Last As If When Arrest Corruption Murder Drug Kidnapping Human Rights".split()
)


def cases(text: str) -> list[Span]:
    """Named operations and cases of a sentence; the span is the name with its head ("Pirana case", "Operation Lena")."""
    found: list[Span] = []
    if any(hint in text for hint in _OPERATION_HINTS):
        for m in _OPERATION.finditer(text):
            if m["head"] in ("Plan", "Project", "Task Force"):
                continue
            end = m.end("name")
            name = re.sub(r"[\",]", "", text[m.start() : end]).replace(" - ", " ")
            properties: dict[str, Value] = {"named": True}
            if m["paren"]:
                properties["gloss"] = m["paren"][2:-1]
            right = m.end() if m["paren"] else end
            found.append(
                Span(m.start(), end, "case", name, _the(text, m.start()), right, 0.95, "operation", properties)
            )
    if any(hint in text for hint in _CASE_HINTS):
        for m in _CASE.finditer(text):
            found += [s for s in _case(text, m) if not any(o.start < s.end and s.start < o.end for o in found)]
    return found


def _the(text: str, start: int) -> int:
    return start - 4 if text[max(0, start - 4) : start].lower() == "the " else start


def _case(text: str, m: re.Match[str]) -> list[Span]:
    start, first_end = m.span("name")
    words = m["name"].split(" ")
    while words and words[0] in _NOT_CASE:
        start += len(words[0]) + 1
        words.pop(0)
    if not words or (len(words) == 1 and words[0].endswith("'s")):
        return []
    head = m["head"].lower().rstrip("s")
    properties: dict[str, Value] = {"named": True}
    if m["year"]:
        properties["date"] = m["year"].strip()
    left = _the(text, m.start("year") if m["year"] else start)
    if m["second"]:
        a, b = m.span("second")
        return [
            Span(
                start, first_end, "case", f"{text[start:first_end]} {head}", left, first_end, 0.85, "cases", properties
            ),
            Span(a, m.end(), "case", f"{m['second']} {head}", a, m.end(), 0.85, "cases", properties),
        ]
    return [Span(start, m.end(), "case", text[start : m.end()], left, m.end(), 0.85, "case", properties)]


def vessels(text: str) -> list[Span]:
    """Named ships, boats and aircraft of a sentence."""
    found: list[Span] = []
    if any(hint in text for hint in _VESSEL_HINTS):
        for m in _VESSEL.finditer(text):
            group = "quoted" if m["quoted"] else "name"
            start, end = m.span(group)
            if group == "name" and m["type"] and text[m.start()].isupper():
                continue
            properties: dict[str, Value] = {"type": m["type"] or "ship"}
            left = m.start()
            flag = _FLAG.search(text, max(0, left - 50), left)
            if flag:
                properties["flag"], left = flag["flag"], flag.start()
            left = _the(text, left)
            right = end + (1 if group == "quoted" else 0)
            found.append(Span(start, end, "vessel", text[start:end], left, right, 0.9, "vessel", properties))
    if "tail n" in text or "registration" in text or "aircraft" in text or "plane" in text:
        found += [
            Span(
                m.start("name"),
                m.end("name"),
                "aircraft",
                m["name"],
                m.start("name"),
                m.end("name"),
                0.8,
                "tail-number",
            )
            for m in _TAIL.finditer(text)
            if any(c.isdigit() for c in m["name"])
        ]
    return found
