"""Offices that a text takes for granted: in a cable from Quito "the Justice Minister, X" serves Ecuador.

The host is the country of the post that the header names. An office that every state has (``words/state_offices.txt``)
belongs to the host if the text names the host at all, names no other state beside the office, and gives the office to
no second person whom it names more often. A governor is that of the region named last.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extract.affiliations.lone_offices import Holder, holders
from graph.extract.affiliations.regions import regions
from graph.extract.affiliations.slots import Known
from graph.extract.affiliations.survey import government_of
from graph.extract.language.lexicon import demonyms, fold, pairs, words
from graph.extract.link import End, Link, span_of
from graph.extract.text import Annotated, Span
from graph.model import Value

__all__ = ["hosts"]

_POST = re.compile(r"(?:us |american )?(embassy|consulate|usint|us interests section)(?: general)? (.+)")
_ACRONYM = re.compile(r"GO[A-Z]{1,3}")
_TRAVELS = r"(?:['’,]?s)? (?:\w+ ){{0,3}}(?:visit(?:s|ed)?|travell?(?:s|ed)|trip|tour)(?: to)? (?:the )?{}"
_TRAVELLING = frozenset({"visit", "visits", "visited", "travels", "traveled", "travelled", "trip", "tour"})
_BODY = re.compile(r"(?:ministry|secretariat|office) (?:of|for) (?:the )?(.+)|(.+) ministry|(.+)['’]s office")
_TELLING = re.compile(r"[a-z]{4,}")
_NOT_TELLING = frozenset({"affairs", "public", "national", "relations", "state", "minister", "secretary", "vice",
                          "deputy", "assistant", "former", "then"})  # fmt: skip
_OF_BODIES = frozenset({"minister", "head", "deputy"})  # offices by which a ministry or an office is called
_BODIES = frozenset({"agency", "organization", "cartel", "armed_group"})
_OFTEN = 2  # mentions that make a president the host's


@dataclass(slots=True)
class _Host:
    """The country that a cable reports on, and where the text first names it and its government."""

    name: str
    consulate: bool
    place: End | None = None
    government: End | None = None


def hosts(annotated: Sequence[Annotated], stated: Sequence[Link], known: Known) -> list[Link]:
    """Link those who hold an office that stands alone to its ministry, government, country or region."""
    found = list(holders(annotated))
    if not found:
        return []
    host = _host(annotated, known)
    elsewhere, served = _elsewhere(annotated, stated, host.name), _served(annotated, stated, host)
    areas = regions(annotated)
    ministries = _ministries(annotated)
    links = []
    for each in _chosen([one for one in found if one.surname not in elsewhere], annotated, host):
        area = areas.near(each.end[0]) if each.level == "region" else None
        if each.level == "state" and host.consulate and "secretary" in each.role.lower():
            area = areas.main()
        if area:
            links.append(_link(each, area, annotated))
        elif each.level == "state" and each.surname not in served:
            ministry = ministries.get(_field(each.role)) if each.office.group in _OF_BODIES else None
            first, second = host.government, host.place
            if each.office.group == "ruler":
                first, second = second, first
            if target := ministry or first or second:
                links.append(_link(each, target, annotated))
    return links


def _link(each: Holder, target: End, annotated: Sequence[Annotated]) -> Link:
    body = _BODY.fullmatch(span_of(target, annotated).name.lower().removeprefix("the "))
    heads = each.office.group == "ruler" or (each.office.group in {"minister", "head"} and body)
    properties: dict[str, Value] = {"role": each.role}
    if each.office.former:
        properties["former"] = True
    quote = (each.end[0], 0, len(annotated[each.end[0]].sentence.text))
    kind = "HEAD_OF" if heads else "WORKS_FOR"
    return Link(kind, each.end, target, quote, "asserted", 0.75, "office-of-host", properties)


def _host(annotated: Sequence[Annotated], known: Known) -> _Host:
    """The country of the post that a cable comes from; nameless for an article, and for a department."""
    origin = next((a.sentence.text for a in annotated if (a.sentence.kind, a.sentence.lead) == ("field", "origin")), "")
    post = _POST.fullmatch(fold(" ".join(origin.replace("-", " ").split())))
    found = _Host(_posts().get(post[2], "") if post else "", bool(post and post[1] == "consulate"))
    if found.name:
        found.government = known.governments.get(found.name)
        initials = "GO" + "".join(word[0] for word in found.name.split() if word[0].isupper())
        for index, each in enumerate(annotated):
            for number, span in enumerate(each.spans if each.sentence.kind != "field" else ()):
                if not found.place and span.kind == "place" and span.name == found.name:
                    found.place = index, number
                elif not found.government and _is_acronym(span, initials):
                    found.government = index, number
    return found


def _is_acronym(span: Span, initials: str) -> bool:
    """Tell "GOE" for the Government of Ecuador, which cables do not explain."""
    name = span.name.upper()
    return span.kind == "agency" and name.startswith(initials) and bool(_ACRONYM.fullmatch(name))


def _posts() -> Mapping[str, str]:
    return {fold(city): country for city, country in pairs("posts").items()}


def _elsewhere(annotated: Sequence[Annotated], stated: Sequence[Link], host: str) -> set[str]:
    """Surnames of those to whom the text gives an office elsewhere: in another country, or at the head of a body."""
    found = set(_visitors(annotated, host)) if host else set()
    for each in annotated:
        for span in each.spans:
            if span.kind == "person" and span.properties.get("nationality") not in (None, host):
                found.add(_surname(span))
    for link in stated:
        if link.rule.startswith("office") and link.type in {"HEAD_OF", "WORKS_FOR", "REPRESENTATIVE_OF"}:
            target = span_of(link.target, annotated)
            abroad = target.kind == "place" and target.name != host
            if abroad or (link.type == "HEAD_OF" and target.kind in _BODIES and government_of(target.name) != host):
                found.add(_surname(span_of(link.source, annotated)))
    return found


def _served(annotated: Sequence[Annotated], stated: Sequence[Link], host: _Host) -> set[str]:
    """Surnames of those who serve or head the host by the text's own words."""
    return {
        _surname(span_of(link.source, annotated))
        for link in stated
        if link.rule.startswith("office")
        and host.name in {span_of(link.target, annotated).name, government_of(span_of(link.target, annotated).name)}
    }


def _visitors(annotated: Sequence[Annotated], host: str) -> Iterator[str]:
    """Surnames of those who travel to the host: "Attorney General X visited Peru"."""
    way = re.compile(_TRAVELS.format(re.escape(host)), re.IGNORECASE)
    for each in annotated:
        if each.sentence.words.isdisjoint(_TRAVELLING):
            continue
        for span in each.spans:
            if span.kind == "person" and way.match(each.sentence.text, span.end):
                yield _surname(span)


def _surname(person: Span) -> str:
    return person.name.split()[-1].lower()


def _chosen(found: Sequence[Holder], annotated: Sequence[Annotated], host: _Host) -> Iterator[Holder]:
    """Leave out those who may be another state's: named less than another holder, or a president named once."""
    mentions = Counter(_surname(span) for each in annotated for span in each.spans if span.kind == "person")
    best: dict[str, tuple[int, str]] = {}
    for each in found:
        if not each.office.former:
            best[each.key] = max(best.get(each.key, (0, "")), (mentions[each.surname], each.surname))
    for each in found:
        if each.office.word == "president":
            once = not each.office.former and mentions[each.surname] < _OFTEN
            if once or fold(host.name) in words("monarchies"):
                continue
        if each.level == "region" or each.office.former or best[each.key][1] == each.surname:
            yield each


def _ministries(annotated: Sequence[Annotated]) -> dict[frozenset[str], End]:
    """The ministries and offices that a text names without a nation, by the words of their field or head."""
    found: dict[frozenset[str], End] = {}
    for index, each in enumerate(annotated):
        for number, span in enumerate(each.spans):
            name = _BODY.fullmatch(span.name.lower().removeprefix("the ")) if span.kind == "agency" else None
            if name and demonyms().keys().isdisjoint(span.name.lower().split()):
                found.setdefault(_field(name[1] or name[2] or name[3]), (index, number))
    found.pop(frozenset(), None)
    return found


def _field(role: str) -> frozenset[str]:
    """The telling words of an office's field: "Minister of Public Works" → works."""
    return frozenset(_TELLING.findall(role.lower())) - _NOT_TELLING
