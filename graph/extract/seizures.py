"""Seizures: which amount was taken, where, in which case, on which vessel, by whom and from whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.extract.arguments import after, by_phrase, group, objects, subject
from graph.extract.attribution import speaker
from graph.extract.circumstances import Circumstances, case_of, circumstances
from graph.extract.clauses import Clauses, Item
from graph.extract.event_rules import Trigger, split
from graph.extract.events import matching
from graph.extract.grammar import load_yaml
from graph.extract.incidents import day
from graph.extract.link import End
from graph.extract.modality import of_noun, of_verb
from graph.extract.participants import actors
from graph.extract.story import Story
from graph.extract.text import Span
from graph.model import Modality, Value

__all__ = ["Seizures", "seizure_rule"]

AUTHORITIES = frozenset({"agency", "armed_group", "organization", "vessel"})
OWNERS = frozenset({"person", "cartel", "armed_group"})
CRAFT = frozenset({"vessel", "aircraft"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
REACH = 8  # sentences to look back for the seizure that "the bust" means


@dataclass(frozen=True, slots=True)
class SeizureRule:
    """The words of ``rules/seizures.yaml``."""

    verbs: Mapping[str, tuple[Trigger, ...]]
    carriers: frozenset[str]
    moves: frozenset[str]
    nouns: frozenset[str]
    loads: frozenset[str]
    goods: frozenset[str]
    anaphors: frozenset[str]
    statistics: tuple[str, ...]


@cache
def seizure_rule() -> SeizureRule:
    """Read the rule once a process."""
    entry: dict[str, Any] = load_yaml("rules/seizures.yaml")[0]
    verbs: dict[str, tuple[Trigger, ...]] = {}
    for text in entry["verbs"]:
        lemma, tail = split(text)
        verbs[lemma] = (*verbs.get(lemma, ()), Trigger("seizure", tail))
    keys = ("carriers", "moves", "nouns", "loads", "goods", "anaphors")
    return SeizureRule(verbs, *(frozenset(entry[key]) for key in keys), tuple(f" {w} " for w in entry["statistics"]))


@dataclass(slots=True)
class _Taking:
    """How a sentence tells of a seizure: where in it, by whom, from whom."""

    at: int  # position of the verb or noun
    by: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    modality: Modality = "asserted"


@dataclass(slots=True)
class Seizures:
    """The seizures of one document; the same amount told of twice is one."""

    story: Story
    known: list[tuple[float, str, str, End]] = field(default_factory=list)  # amount, substance, date, node

    def tell(self, sentence: int) -> None:
        """Add the seizures that a sentence tells of."""
        view = self.story.view(sentence)
        found = False
        for at, item in enumerate(view.items):
            if item.tag != "N":
                continue
            amounts = [k for k in (*item.inner, *item.spans) if view.span(k).kind in {"quantity", "money"}]
            for index in amounts:
                taking = self._taking(view, index, at)
                if taking:
                    found = True
                    self._add(sentence, index, taking)
        if not found and self.known:
            self._again(sentence)

    def _taking(self, view: Clauses, index: int, at: int) -> _Taking | None:
        """Tell whether the amount in a noun phrase was seized, and how."""
        span = view.span(index)
        if span.properties.get("cargo") or (span.kind == "quantity" and not span.properties.get("substance")):
            return None
        taking = taking_of(view, at, money=span.kind == "money")
        if taking is None or taking.modality not in {"asserted", "alleged"}:
            return None
        text = f" {view.text} "
        return None if any(word in text for word in seizure_rule().statistics) else taking

    def _add(self, sentence: int, index: int, taking: _Taking) -> None:
        around = circumstances(self.story, sentence, taking.at)
        node = self._node(sentence, index, around)
        self._claims(sentence, node, taking, around)

    def _claims(self, sentence: int, node: End, taking: _Taking, around: Circumstances) -> None:
        story, view = self.story, self.story.view(sentence)
        said = speaker(view, taking.at)
        by = (sentence, said) if said >= 0 else None
        properties: dict[str, Value] = {"date": around.date} if around.date else {}
        craft = [(sentence, k) for k in _craft(view, taking.at)]
        places = [around.place] if around.place else []
        for target in [*([around.case] if around.case else []), *craft, *places]:
            story.add(("SEIZED_IN", node, target), sentence, taking.modality, "seizure", properties, by)
        for agent in actors(story, sentence, taking.by, AUTHORITIES):
            if story.kind(agent) != "vessel":
                story.add(("SEIZED_BY", node, agent), sentence, taking.modality, "seizure", properties, by)
        for owner in actors(story, sentence, taking.owners, OWNERS):
            story.add(("SEIZED_FROM", node, owner), sentence, taking.modality, "seizure", properties, by)

    def _node(self, sentence: int, index: int, around: Circumstances) -> End:
        """Give the seizure of an amount: the one already told of, or a new one."""
        amount = self.story.view(sentence).span(index)
        size = amount.properties.get("amount_kg", amount.properties.get("amount", 0))
        weight = float(size) if isinstance(size, (int, float)) else 0.0
        substance = str(amount.properties.get("substance") or amount.properties.get("currency", ""))
        date = around.date
        for known, kind, when, node in self.known:
            compatible = when.startswith(date) or date.startswith(when)
            if kind == substance and compatible and abs(known - weight) <= 0.01 * max(known, weight):
                return node
        node = (sentence, _span(amount, substance, around, self.story))
        self.known.append((weight, substance, date, node))
        return node

    def _again(self, sentence: int) -> None:
        """Add where the seizure told of before was made: "The bust was carried out in …", "the drugs were found on …"."""
        view, rule = self.story.view(sentence), seizure_rule()
        node = self.known[-1][3]
        if sentence - node[0] > REACH:
            return
        for at, item in enumerate(view.items):
            if item.tag != "N" or view.words(item).split()[0] not in DEFINITE:
                continue
            taking = _Taking(at) if item.head in rule.anaphors and not item.prep and not item.inner else None
            if taking is None and item.head in rule.goods and not item.prep:
                taking = taking_of(view, at, money=False)
            if taking is not None and taking.modality == "asserted":
                self._claims(sentence, node, taking, circumstances(self.story, sentence, taking.at))
                return


def _span(amount: Span, substance: str, around: Circumstances, story: Story) -> Span:
    properties = dict(amount.properties)
    if around.date:
        properties["date"] = around.date
    if around.place:
        properties["place"] = story.name(around.place)
    figure, unit = properties.get("amount", ""), properties.get("unit", "")
    shown = f"{figure:g}" if isinstance(figure, (int, float)) else str(figure)
    what = f"{shown} {unit} of {substance}" if amount.kind == "quantity" else f"{substance} {shown}"
    name = f"Seizure of {what}" + (f", {day(around.date)}" if around.date else "")
    return Span(
        amount.start, amount.right, "seizure", name, amount.left, amount.right, amount.confidence, "seizure", properties
    )


def _craft(view: Clauses, at: int) -> list[int]:
    """Vessels and aircraft in the same part of the sentence, other than the one that made the seizure."""
    items = view.items
    first = next((k + 1 for k in range(at - 1, -1, -1) if items[k].tag == ";"), 0)
    last = next((k for k in range(at, len(items)) if items[k].tag == ";"), len(items))
    return [
        index for item in items[first:last] if item.prep != "by"
        for index in item.spans if item.tag == "N" and view.span(index).kind in CRAFT
    ]  # fmt: skip


def taking_of(view: Clauses, at: int, *, money: bool) -> _Taking | None:
    """Find the verb or noun that says that what a noun phrase names was seized."""
    rule, items = seizure_rule(), view.items
    item = items[at]
    before = items[at - 1] if at else None
    if item.prep == "of" and before is not None and before.tag == "N":
        if before.head in rule.nouns:
            found, _ = by_phrase(view, at)
            return _Taking(at - 1, found, after(view, at, {"from"}), of_noun(view, at - 1))
        if before.head in rule.loads:
            return taking_of(view, at - 1, money=money)
    if item.head in rule.anaphors and item.inner:  # "a 40-kilo cocaine bust"
        return _Taking(at, by_phrase(view, at)[0], [], of_noun(view, at))
    return _taken(view, at) or _taker(view, at, item) or _held(view, at, item)


def _seizes(view: Clauses, verb: int) -> bool:
    triggers = seizure_rule().verbs.get(view.items[verb].head)
    return bool(triggers and matching(view, verb, triggers))


def _taken(view: Clauses, at: int) -> _Taking | None:
    """Passive: "40 kilos were seized", "40 kilos seized by", "the drugs seized, 40 kilos of"."""
    items = view.items
    for verb in range(at + 1, min(len(items), at + 8)):
        item = items[verb]
        if item.tag == "V":
            passive = item.voice == "passive" or (item.voice == "bare" and not objects(view, verb))
            if passive and _seizes(view, verb) and at in _subjects(view, verb):
                return _Taking(verb, by_phrase(view, verb)[0], after(view, verb, {"from"}), of_verb(view, verb))
            break
        if item.tag in "SR;:":
            break
    if at > 1 and items[at - 1].tag == "," and items[at - 2].tag == "V" and items[at - 2].voice in {"bare", "passive"}:
        if _seizes(view, at - 2):
            return _Taking(at - 2, by_phrase(view, at - 2)[0], [], of_verb(view, at - 2))
    return None


def _subjects(view: Clauses, verb: int) -> list[int]:
    """The subject of a verb with what hangs on it by "of", and for a participle the phrase right before it."""
    found = subject(view, verb)
    for at in list(found):
        if at + 1 < verb and view.items[at + 1].prep == "of":
            found.append(at + 1)
    if view.items[verb].voice == "bare":
        found += [k for k in range(max(0, verb - 3), verb) if view.items[k].tag == "N"]
    return found


def _taker(view: Clauses, at: int, item: Item) -> _Taking | None:
    """Active: "police seized 40 kilos", "found 40 kilos in his car"."""
    if item.prep:
        return None
    for verb in range(at - 1, max(-1, at - 12), -1):
        if view.items[verb].tag == "V":
            if view.items[verb].voice != "passive" and at in objects(view, verb):
                if _seizes(view, verb):
                    owners = after(view, verb, {"from"})
                    return _Taking(verb, subject(view, verb), owners, of_verb(view, verb))
                return _moving(view, verb)
            return None
        if view.items[verb].tag in "SR;:":
            return None
    return None


def _moving(view: Clauses, verb: int) -> _Taking | None:
    """Caught in the act: "was caught trying to ship 40 kilos", "found to have 40 kilos", "arrested while carrying"."""
    rule, items = seizure_rule(), view.items
    if items[verb].head not in rule.moves:
        return None
    for back in range(verb - 1, max(-1, verb - 7), -1):
        item = items[back]
        if item.tag == "V" and item.head in rule.carriers:
            caught = item.voice in {"passive", "bare"}
            simple = items[verb].form == "ing" or "to" in items[verb].helpers or items[verb].head == "have"
            if caught and simple:
                return _Taking(back, by_phrase(view, back)[0], subject(view, back), of_verb(view, back))
            return None
        if item.tag in "R;:" or (item.tag == "V" and item.head not in {"try", "attempt", "go", "come", "plan"}):
            return None
    return None


def _held(view: Clauses, at: int, item: Item) -> _Taking | None:
    """Caught with it: "was caught with 40 kilos", "intercepted on its way to … with 40 kilos", "for possession of"."""
    rule, items = seizure_rule(), view.items
    if item.prep not in {"with", "carrying", "for"}:
        return None
    for verb in range(at - 1, max(-1, at - 9), -1):
        candidate = items[verb]
        if candidate.tag == "V":
            if candidate.form == "ing" and candidate.head not in rule.carriers:
                continue
            if candidate.head not in rule.carriers or item.prep == "for":
                return None
            passive = candidate.voice == "passive" or (candidate.voice == "bare" and not objects(view, verb))
            if passive:
                return _Taking(verb, by_phrase(view, verb)[0], subject(view, verb), of_verb(view, verb))
            return _Taking(
                verb,
                subject(view, verb),
                group(view, objects(view, verb)[0]) if objects(view, verb) else [],
                of_verb(view, verb),
            )
        if candidate.tag in "SR;:":
            return None
    return None
