"""How a sentence tells that an amount was seized: taken, found, caught with, the seizure of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.modality import of_noun, of_verb
from graph.extract.clauses.phrases import after, by_phrase, group, objects
from graph.extract.clauses.subjects import subject
from graph.extract.events.event_rules import Trigger, split
from graph.extract.events.triggers import matching
from graph.extract.language.rule_files import load_yaml
from graph.model import Modality

__all__ = ["SeizureRule", "Taking", "seizure_rule", "taking_of"]


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
    weighing: frozenset[str]
    cash: frozenset[str]
    statistics: tuple[str, ...]


@cache
def seizure_rule() -> SeizureRule:
    """Read the rule once a process."""
    entry: dict[str, Any] = load_yaml("rules/seizures.yaml")[0]
    verbs: dict[str, tuple[Trigger, ...]] = {}
    for text in entry["verbs"]:
        lemma, tail = split(text)
        verbs[lemma] = (*verbs.get(lemma, ()), Trigger("seizure", tail))
    keys = ("carriers", "moves", "nouns", "loads", "goods", "anaphors", "weighing", "cash")
    words: dict[str, frozenset[str]] = {key: frozenset(entry[key]) for key in keys}
    return SeizureRule(verbs, statistics=tuple(f" {w} " for w in entry["statistics"]), **words)


@dataclass(slots=True)
class Taking:
    """How a sentence tells of a seizure: where in it, by whom, from whom."""

    at: int  # position of the verb or noun
    by: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    modality: Modality = "asserted"


def taking_of(view: Clauses, at: int) -> Taking | None:
    """Find the verb or noun that says that what a noun phrase names was seized."""
    rule, items = seizure_rule(), view.items
    item = items[at]
    before = items[at - 1] if at else None
    if item.prep == "of" and before is not None and before.tag == "N":
        if before.head == "possession" and before.prep == "in":  # "arrested in possession of 40 kilos"
            return _held(view, at - 1, before)
        if before.head in rule.nouns:
            found, _ = by_phrase(view, at)
            return Taking(at - 1, found, after(view, at, {"from"}), of_noun(view, at - 1))
        if before.head in rule.loads:
            return taking_of(view, at - 1)
    if item.head in rule.anaphors and item.inner:  # "a 40-kilo cocaine bust"
        return Taking(at, by_phrase(view, at)[0], [], of_noun(view, at))
    return _taken(view, at) or _taker(view, at, item) or _held(view, at, item) or _weighed(view, at)


def _weighed(view: Clauses, at: int) -> Taking | None:
    """What has the amount is taken: "parcels of resin weighing 40 kilos were found"."""
    items = view.items
    verb = items[at - 1] if at > 1 else None
    if verb is None or verb.tag != "V" or verb.form != "ing" or verb.head not in seizure_rule().weighing:
        return None
    for k in range(at - 2, -1, -1):  # "ten parcels of resin": either
        if items[k].tag != "N":
            return None
        taking = taking_of(view, k)
        if taking is not None or items[k].prep != "of":
            return taking
    return None


def _seizes(view: Clauses, verb: int) -> bool:
    if view.items[verb].head == "take" and after(view, verb, {"to", "into"}):
        return False  # carried off
    triggers = seizure_rule().verbs.get(view.items[verb].head)
    return bool(triggers and matching(view, verb, triggers))


def _taken(view: Clauses, at: int) -> Taking | None:
    """Passive: "40 kilos were seized", "40 kilos seized by", "the drugs seized, 40 kilos of"."""
    items = view.items
    for verb in range(at + 1, min(len(items), at + 12)):
        item = items[verb]
        if item.tag == "V":
            passive = item.voice == "passive" or (item.voice == "bare" and not objects(view, verb))
            if passive and _seizes(view, verb) and at in _subjects(view, verb):
                return Taking(verb, by_phrase(view, verb)[0], after(view, verb, {"from"}), of_verb(view, verb))
        elif item.tag in "S;:":
            break
    apposed = at > 1 and items[at - 1].tag == "," and items[at - 2].voice in {"bare", "passive"}
    if apposed and _seizes(view, at - 2):
        return Taking(at - 2, by_phrase(view, at - 2)[0], [], of_verb(view, at - 2))
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


def _taker(view: Clauses, at: int, item: Item) -> Taking | None:
    """Active: "police seized 40 kilos", "found 40 kilos in his car"."""
    if item.prep:
        return None
    for verb in range(at - 1, max(-1, at - 12), -1):
        if view.items[verb].tag == "V":
            if view.items[verb].voice != "passive" and (at in objects(view, verb) or _listed(view, verb, at)):
                if _seizes(view, verb):
                    owners = after(view, verb, {"from"})
                    return Taking(verb, subject(view, verb), owners, of_verb(view, verb))
                return _moving(view, verb)
            return None
        if view.items[verb].tag in "SR;:":
            return None
    return None


def _listed(view: Clauses, verb: int, at: int) -> bool:
    """Tell whether a noun phrase ends a list of other objects: "seized two rifles, three cars and 40 kilos"."""
    between = view.items[verb + 1 : at]
    listed = bool(between) and between[-1].tag in {",", "C"} and all(item.tag in 'N,C"A' for item in between)
    return listed and bool(objects(view, verb))


def _moving(view: Clauses, verb: int) -> Taking | None:
    """Caught in the act: "was caught smuggling 40 kilos", "found to carry 40 kilos", "arrested while carrying"."""
    rule, items = seizure_rule(), view.items
    if items[verb].head not in rule.moves:
        return None
    for back in range(verb - 1, max(-1, verb - 7), -1):
        item = items[back]
        if item.tag == "V" and item.head in rule.carriers:
            caught = item.voice in {"passive", "bare"}
            simple = items[verb].form == "ing" or "to" in items[verb].helpers or items[verb].head == "have"
            if caught and simple:
                return Taking(back, by_phrase(view, back)[0], subject(view, back), of_verb(view, back))
            return None
        if item.tag in "R;:" or (item.tag == "V" and item.head not in {"try", "attempt", "go", "come", "plan"}):
            return None
    return None


def _held(view: Clauses, at: int, item: Item) -> Taking | None:
    """Caught with it: "was caught with 40 kilos", "intercepted on its way to … with 40 kilos", "in possession of"."""
    rule, items = seizure_rule(), view.items
    if item.prep not in {"with", "carrying", "for"} and item.head != "possession":
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
                return Taking(verb, by_phrase(view, verb)[0], subject(view, verb), of_verb(view, verb))
            return Taking(
                verb,
                subject(view, verb),
                group(view, objects(view, verb)[0]) if objects(view, verb) else [],
                of_verb(view, verb),
            )
        if candidate.tag in "SR;:":
            return None
    return None
