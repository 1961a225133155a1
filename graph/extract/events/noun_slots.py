"""The slots of a noun that tells of an event: to whom it happens, and who does it."""

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import weaker
from graph.extract.clauses.phrases import by_phrase, clause_end, group
from graph.extract.clauses.subjects import possessor, subject
from graph.extract.discourse.coreference import owner
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.doers import doers
from graph.extract.events.event_rules import Rule, rulebook
from graph.extract.events.triggers import toward
from graph.extract.language.grammar import lists
from graph.extract.link import End
from graph.model import Modality

__all__ = ["noun_agents", "noun_patients", "of_phrase"]

BODIES = frozenset({"armed_group", "cartel"})


def noun_agents(
    where: tuple[Story, int, int], rule: Rule, modality: Modality, patients: list[End]
) -> list[tuple[End, Modality]]:
    """Who did what an event noun tells of: "by X", "an X attack", "X's attack", "X resumed its attacks"."""
    story, sentence, at = where
    view = story.view(sentence)
    item = view.items[at]
    by, hedged = by_phrase(view, at)
    how = weaker(modality, "alleged") if hedged or (item.prep == "of" and _after_author(view, at)) else modality
    found = [(end, how) for end in doers(story, sentence, by, rule)]
    if rule.by_name != "agent" or any(end not in patients for end, _ in found):
        return found
    fighting = rule.agent if patients else rule.agent & BODIES
    named: list[End] = [(sentence, k) for k in item.inner if view.span(k).kind in fighting]
    owners = actors(story, sentence, possessor(view, at), fighting)
    if item.pronoun in {"its", "their"}:
        verb = next((k for k in range(at - 1, -1, -1) if view.items[k].tag == "V"), -1)
        owners += actors(story, sentence, subject(view, verb), BODIES) if verb >= 0 else []
    return [(end, modality) for end in [*named, *owners]]


def _after_author(view: Clauses, at: int) -> bool:
    return at > 0 and view.items[at - 1].head in rulebook().authors


def noun_patients(story: Story, sentence: int, at: int, rule: Rule) -> list[End]:
    """Who an event noun happens to: "of X", "X's", "whose", "his", "the X murder", "on X"."""
    view = story.view(sentence)
    item = view.items[at]
    preps = toward(view, at, rule)
    for k in range(at + 1, min(clause_end(view, at), at + 6)):
        following = view.items[k]
        if following.tag == "N" and following.prep in preps:
            whose = _owned(view, k)
            doer, company = item.head in lists("culprits", "events"), lists("company", "events")
            named = [k for k in _apposed(view, whose) if not (doer and view.items[k].prep in company)]
            found = actors(story, sentence, named, rule.patient)
            return found or actors(story, sentence, of_phrase(view, whose) if rule.toward else [], rule.patient)
        free = following.tag == "N" and not following.prep and following.head not in rulebook().nouns
        if free or (rule.id == "crime" and following.tag == "N" and following.prep != "by"):
            break
    if rule.toward:
        return []
    against = actors(story, sentence, _against(view, at), rule.patient & {"person"})
    if against:
        return against  # "the murder committed against X"
    holders = possessor(view, at)
    if not holders and item.pronoun:
        return [end for end in owner(story, sentence, at) if story.kind(end) in rule.patient]
    found = actors(story, sentence, holders, rule.patient)
    return found or [(sentence, k) for k in item.inner[-1:] if view.span(k).kind in rule.patient]


def _against(view: Clauses, at: int) -> list[int]:
    """The noun phrase in "the murder that was committed by the rebels against X"."""
    for k in range(at + 1, min(len(view.items), at + 8)):
        item = view.items[k]
        if item.tag == "N" and item.prep == "against":
            return group(view, k)
        if item.tag in "S;:" or (item.tag == "V" and item.head not in {"commit", "perpetrate"}):
            break
    return []


def _owned(view: Clauses, at: int) -> int:
    """Position of what an owner owns: of "X's brother Y" it is Y."""
    while view.items[at].owns and at + 1 < len(view.items):
        at += 1
    return at


def _apposed(view: Clauses, at: int) -> list[int]:
    """A noun phrase and its coordinates; behind a plain one the name in apposition: "of a trafficker, X,"."""
    found = group(view, at)
    return [k for k in found if view.items[k].spans] or found


def of_phrase(view: Clauses, at: int) -> list[int]:
    """The noun phrase behind "of" of a plain one: "attack on the residence of X"."""
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    return [at + 1] if following is not None and following.tag == "N" and following.prep == "of" else []
