"""Ships, boats and aircraft that bear a name or a tail number: 'the boat "Aurora"', "M/V Norte 2", "N123AB"."""

import re
from collections.abc import Iterator, Set

from graph.extract.text import Span
from graph.extract.tokens import UPPER
from graph.model import Value

__all__ = ["vessels"]

_W = rf"[{UPPER}][\w'-]*"
_NOUNS = (
    r"(?:(?:fishing|cargo|motor|merchant|container|go-fast|supply|sail|fast|Coast Guard|patrol|cruise|oil|naval|Navy|navy|sister) )?"
    r"(?:ship|boat|vessel|yacht|freighter|trawler|tanker|schooner|ferry|barge|submarine|speedboat|frigate|cutter|sailboat|catamaran|tugboat|"
    r"corvette|destroyer|cruiser|Cutter|Ship|Vessel|trawlers)"
)
_VESSEL = re.compile(
    rf"\b(?:(?P<type>{_NOUNS}),?(?: (?:named|called|known as))?(?: the)?|(?P<mark>[MF]/?V|M/N|S/V|B/P|USS|HMS|USCGC|ARA|BAP|ARM|S\.S\.|SS)) "
    rf"(?:\"(?P<quoted>[^\"]{{2,40}}?),?\"|'(?P<single>[^']{{2,40}}?),?'|(?P<name>{_W}(?: (?:(?:de|del|la|of|the) )?(?:{_W}|\d+|[IVX]+\b)){{0,3}}))"
)
_PRESENT = frozenset(
    (
        "ship",
        "boat",
        "vessel",
        "yacht",
        "freighter",
        "trawler",
        "tanker",
        "schooner",
        "ferry",
        "barge",
        "submarine",
        "speedboat",
    )
    + (
        "frigate",
        "cutter",
        "sailboat",
        "catamaran",
        "tugboat",
        "corvette",
        "destroyer",
        "v",
        "mv",
        "fv",
        "uss",
        "hms",
        "uscgc",
        "bap",
    )
    + ("arm", "ss", "ara", "n", "sailboat", "s", "cruiser")
)
_TAIL = re.compile(
    r"\b(?:tail number|registration(?: number)?|tail no\.|aircraft|registered as|airplane|plane|jet|helicopter|Cessna|King Air|Gulfstream)"
    r"(?: bearing)?(?: tail number| registration)?[ ,:(]{1,2}\"?(?P<name>[A-Z]{1,2}-?[A-Z0-9]{3,6})\"?\b"
)
_AIRCRAFT = frozenset(
    ("tail", "registration", "aircraft", "airplane", "plane", "jet", "helicopter", "cessna", "registered", "gulfstream")
)
_FLAG = re.compile(rf"(?P<flag>{_W})[- ]flag(?:ged)? (?:[a-z-]+ ){{0,2}}$")


def vessels(text: str, present: Set[str]) -> list[Span]:
    """Named ships, boats and aircraft of a sentence; ``present`` are its words in lower case."""
    found: list[Span] = []
    if not _PRESENT.isdisjoint(present):
        found.extend(_ships(text))
    if not _AIRCRAFT.isdisjoint(present):
        for m in _TAIL.finditer(text):
            if any(c.isdigit() for c in m["name"]):
                start, end = m.span("name")
                found.append(Span(start, end, "aircraft", m["name"], start, end, 0.8, "aircraft: tail number"))
    return found


def _ships(text: str) -> Iterator[Span]:
    for m in _VESSEL.finditer(text):
        group = "quoted" if m["quoted"] else "single" if m["single"] else "name"
        if group == "name" and m.start() == 0 and m["type"]:
            continue  # a sentence that starts with the noun: "Ship Captain X"
        start, end = m.span(group)
        properties: dict[str, Value] = {"type": (m["type"] or "ship").lower()}
        left = m.start()
        flag = _FLAG.search(text, max(0, left - 50), left)
        if flag:
            properties["flag"], left = flag["flag"], flag.start()
        if text[max(0, left - 4) : left].lower() == "the ":
            left -= 4
        yield Span(start, end, "vessel", text[start:end], left, end + (group != "name"), 0.9, "vessel", properties)
