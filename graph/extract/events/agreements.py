"""Agreements: one node for what a document calls the agreement, who signed it and who is party to it."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.extract.clauses.items import ACTORS, Clauses, Item
from graph.extract.clauses.modality import of_verb, upcoming, weaker
from graph.extract.clauses.phrases import after, by_phrase, objects
from graph.extract.clauses.subjects import subject
from graph.extract.discourse.attribution import attributed
from graph.extract.discourse.circumstances import Circumstances, circumstances
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.language.rule_files import load_yaml
from graph.extract.link import End
from graph.extract.text import Span
from graph.extract.trace import drop
from graph.model import Value

__all__ = ["Agreements", "dealing"]

PURPOSES = ("designed to ", "aimed at ", "in order to ", "intended to ", "on ", "to ", "for ")
STATES = frozenset({"agency", "organization", "place", "armed_group"})
GENERAL = frozenset({"agreement", "accord", "pact", "memorandum", "mou", "treaty", "agreements"})
DEFINITE = frozenset({"the", "this", "that", "these"})
DETERMINERS = ("the ", "an ", "a ", "this ", "that ", "its ", "their ", "any ", "these ", "such ", "another ")


@cache
def dealing(rule: str) -> dict[str, Any]:
    """Give a rule of ``rules/dealings.yaml``."""
    found: dict[str, Any] = next(entry for entry in load_yaml("rules/dealings.yaml") if entry["id"] == rule)
    return found


@dataclass(slots=True)
class Agreements:
    """The agreements of one document."""

    story: Story
    known: list[tuple[str, str, dict[str, Value], End]] = field(default_factory=list)  # noun, date, properties, node

    def tell(self, sentence: int) -> None:
        """Add who signed what, and the parties that an agreement is between."""
        view = self.story.view(sentence)
        rule = dealing("agreement")
        verbs, nouns = rule["verbs"], rule["nouns"]
        for at, item in enumerate(view.items):
            if item.head in verbs and item.tag == "V":
                self._signed(sentence, at)
            elif item.tag == "N" and (item.head in nouns or ((item.spans or item.inner) and _noun(view, item))):
                self._between(sentence, at)

    def _signed(self, sentence: int, at: int) -> None:
        story, view = self.story, self.story.view(sentence)
        item = view.items[at]
        what = objects(view, at)
        passive = item.voice == "passive" or (item.voice == "bare" and not what)
        signed = [k for k in (_near(view, at) if passive else what) if _noun(view, view.items[k])]
        place = (item.start, item.end)
        if not signed or _several(view, view.items[signed[-1]]):
            reason = "several agreements at once" if signed else "what was signed is no agreement"
            drop(view.annotated.sentence, place, reason, "agreement")
            return
        doers = by_phrase(view, at)[0] if passive else [*subject(view, at), *after(view, at, {"with"})]
        around = circumstances(story, sentence, at)
        node = self._node(sentence, signed[-1], around)
        by, how = attributed(story, sentence, item.start, official=True)
        modality = weaker(of_verb(view, at), how)
        properties: dict[str, Value] = {"date": around.date} if around.date and modality == "asserted" else {}
        parties = actors(story, sentence, doers, ACTORS | {"place"})
        if not parties:
            drop(view.annotated.sentence, place, "nobody who signed it is named", "agreement")
        for party in parties:
            kind = "PARTY_TO" if story.kind(party) == "place" else "SIGNED"
            story.add((kind, party, node), sentence, modality, "agreement", properties, by)

    def _between(self, sentence: int, at: int) -> None:
        """Parties: "an agreement between A and B"."""
        story, view = self.story, self.story.view(sentence)
        between = after(view, at, {"between", "among"})
        parties = actors(story, sentence, between, STATES)
        if len(parties) < 2:
            if between:
                place = (view.items[at].start, view.items[at].end)
                drop(view.annotated.sentence, place, "fewer than two of its parties are named", "agreement")
            return
        modality = upcoming(view, at)
        node = self._node(sentence, at, circumstances(story, sentence, at))
        for party in parties:
            story.add(("PARTY_TO", party, node), sentence, modality, "agreement")

    def _node(self, sentence: int, at: int, around: Circumstances) -> End:
        """Give the agreement that a noun phrase means: one already told of with no other date, or a new one."""
        view = self.story.view(sentence)
        item = view.items[at]
        named = [k for k in (*item.spans, *item.inner) if view.span(k).kind == "agreement"]
        if named:
            return sentence, named[-1]
        definite = item.spans or view.words(item).split()[0] in DEFINITE
        for number, (noun, date, properties, node) in enumerate(self.known):
            if noun != item.head and not (definite and {noun, item.head} <= GENERAL):
                continue
            if date.startswith(around.date) or around.date.startswith(date):
                if around.date and not date:
                    properties["date"] = around.date
                    self.known[number] = (noun, around.date, properties, node)
                return node
        properties = self._properties(view, at, around)
        name = view.annotated.sentence.text[item.start : item.end]
        for determiner in DETERMINERS:
            if name.casefold().startswith(determiner):
                name = name[len(determiner) :]
        span = Span(item.start, item.end, "agreement", name, item.start, item.end, 0.9, "agreement", properties)
        node = (sentence, span)
        self.known.append((item.head, around.date, properties, node))
        return node

    def _properties(self, view: Clauses, at: int, around: Circumstances) -> dict[str, Value]:
        properties: dict[str, Value] = {"named": False}
        if around.date:
            properties["date"] = around.date
        if around.place:
            properties["place"] = self.story.name(around.place)
        text = view.annotated.sentence.text
        rest = text[view.items[at].end :]
        for opening in PURPOSES[:4]:
            found = rest.find(opening)
            if found >= 0:
                properties["purpose"] = rest[found + len(opening) :].rstrip(".").strip()
                break
        return properties


def _noun(view: Clauses, item: Item) -> bool:
    return item.head in dealing("agreement")["nouns"] or any(
        view.span(k).kind == "agreement" for k in (*item.spans, *item.inner)
    )


def _several(view: Clauses, item: Item) -> bool:
    """Tell "signed numerous accords", which is no agreement that could be pointed to."""
    return item.head.endswith("s") and not item.inner and view.words(item).split()[0] not in DEFINITE


def _near(view: Clauses, at: int) -> list[int]:
    """The subject of a passive, and for a participle the noun phrases right before it."""
    found = subject(view, at)
    if view.items[at].voice == "bare":
        found += [k for k in range(max(0, at - 3), at) if view.items[k].tag == "N" and k not in found]
    return found
