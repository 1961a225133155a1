"""Events: arrests, killings, kidnappings … that verbs and nouns of a sentence tell of, with who, where and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.extract.arguments import after, antecedent, by_phrase, clause_end, group, objects, possessor, subject
from graph.extract.circumstances import Circumstances, circumstances
from graph.extract.clauses import Clauses
from graph.extract.coreference import resolve
from graph.extract.event_rules import Rule, Trigger, rulebook
from graph.extract.involvement import involved
from graph.extract.link import End
from graph.extract.modality import of_noun, of_verb, weaker
from graph.extract.participants import actors, words
from graph.extract.story import Story
from graph.model import Modality

__all__ = ["Event", "events", "matching"]


@dataclass(slots=True)
class Event:
    """One telling of an event, with its slots filled as far as the sentence goes."""

    rule: Rule
    sentence: int
    start: int  # of the words that tell of it, in the sentence's text
    end: int
    patients: list[End] = field(default_factory=list)
    agents: list[tuple[End, Modality]] = field(default_factory=list)
    modality: Modality = "asserted"
    around: Circumstances = field(default_factory=Circumstances)


def events(story: Story, sentence: int) -> Iterator[Event]:
    """Find the events that a sentence tells of."""
    view, book = story.view(sentence), rulebook()
    for at, item in enumerate(view.items):
        found: Event | None = None
        if item.tag == "V" and item.head in book.verbs:
            trigger = matching(view, at, book.verbs[item.head])
            found = _from_verb(story, sentence, at, trigger) if trigger else None
        elif item.tag == "N" and item.head in book.nouns:
            found = _from_noun(story, sentence, at, book.rules[book.nouns[item.head]])
        if found and (found.patients or found.agents):
            found.around = circumstances(story, sentence, at)
            yield found


def matching(view: Clauses, at: int, triggers: Iterable[Trigger]) -> Trigger | None:
    """Choose the trigger whose further words stand behind the verb, the longest first."""
    end = clause_end(view, at)
    stop = view.items[end].start if end < len(view.items) else len(view.text)
    text = view.text[view.items[at].end : stop + 24] + " "
    for trigger in triggers:
        if not trigger.tail or f" {trigger.tail} " in text.translate(PLAIN):
            return trigger
    return None


PLAIN = str.maketrans(dict.fromkeys(",.;:\"'()", " "))


def _from_verb(story: Story, sentence: int, at: int, trigger: Trigger) -> Event | None:
    view, rule = story.view(sentence), rulebook().rules[trigger.rule]
    item = view.items[at]
    passive = item.voice == "passive" or (item.voice == "bare" and _is_participle(view, at))
    done_to, doers, hedged = _slots(view, at, trigger, passive=passive)
    patients = actors(story, sentence, done_to, rule.patient)
    if not patients and "place" in rule.patient and not passive:
        patients = actors(story, sentence, [k for at_ in done_to for k in _of(view, at_)], rule.patient)
    if done_to and not patients and _other_object(view, done_to, rule):
        return None
    event = Event(rule, sentence, item.start, item.end, patients, modality=of_verb(view, at))
    how = weaker(event.modality, "alleged") if hedged else event.modality
    givers = after(view, at, rule.giver) if trigger.state and rule.giver else []
    event.agents = [(end, how) for end in actors(story, sentence, [*doers, *givers], rule.agent) if end not in patients]
    if not patients and (passive or not event.agents):
        return event if passive and event.agents and done_to else None
    return event


def _slots(view: Clauses, at: int, trigger: Trigger, *, passive: bool) -> tuple[list[int], list[int], bool]:
    """Positions of whom it happens to and who does it, and whether the doer is hedged."""
    if trigger.state:
        return subject(view, at), [], False
    relative = _object_relative(view, at)
    if relative >= 0:
        return antecedent(view, relative), subject(view, at), False
    if passive:
        doers, hedged = by_phrase(view, at)
        return subject(view, at), doers, hedged
    toward = trigger.tail.rpartition(" ")[2]
    if toward in {"on", "at", "to"}:
        return after(view, at, {toward}), subject(view, at), False
    return objects(view, at), subject(view, at), False


def _object_relative(view: Clauses, at: int) -> int:
    """Position of the pronoun in "X, whom the army killed": the verb has a subject of its own and no object."""
    if view.items[at].voice == "passive" or objects(view, at):
        return -1
    free = False
    for k in range(at - 1, -1, -1):
        item = view.items[k]
        if item.tag == "R":
            return k if free and item.head in {"whom", "that", "which", "who"} else -1
        if item.tag not in "NDA":
            break
        free = free or (item.tag == "N" and not item.prep)
    return -1


def _is_participle(view: Clauses, at: int) -> bool:
    """Tell "X, arrested by Y" from "Y arrested X": a participle has no object."""
    return not objects(view, at) and _object_relative(view, at) < 0


def _other_object(view: Clauses, done_to: list[int], rule: Rule) -> bool:
    """Tell whether the object is no victim at all: "captured the attention", "released a statement"."""
    known = words("people") | words("humans")
    if "place" in rule.patient:
        known |= words("targets")
    amounts = {"quantity", "money", "count"}
    return not any(
        any(view.span(k).kind not in amounts for k in view.items[at].inner)
        or view.items[at].pronoun or view.items[at].head in known
        or (view.words(view.items[at])[:1].isdigit() and not view.items[at].spans) for at in done_to
    )  # fmt: skip


def _from_noun(story: Story, sentence: int, at: int, rule: Rule) -> Event | None:
    view = story.view(sentence)
    item = view.items[at]
    patients = _noun_patients(story, sentence, at, rule)
    modality = of_noun(view, at)
    if item.head == "attempt" and not (patients and "on" in _preps(view, at)):
        return None
    if item.head in {"death", "deaths"} and not _violent(story, sentence):
        return None
    event = Event(rule, sentence, item.start, item.end, patients, modality=modality)
    doers, hedged = by_phrase(view, _last_complement(view, at))
    how = weaker(modality, "alleged") if hedged or (item.prep == "of" and _after_author(view, at)) else modality
    event.agents = [(end, how) for end in actors(story, sentence, doers, rule.agent) if end not in patients]
    if rule.by_name == "agent" and not event.agents:
        named = [(sentence, k) for k in item.inner if view.span(k).kind in rule.agent]
        owners = actors(story, sentence, possessor(view, at), rule.agent)
        event.agents = [(end, modality) for end in [*named, *owners] if end not in patients]
    event.agents += [
        (end, weaker(modality, how)) for end, how in involved(story, sentence, at, rule)
        if end not in patients and all(end != known for known, _ in event.agents)
    ]  # fmt: skip
    return event


def _noun_patients(story: Story, sentence: int, at: int, rule: Rule) -> list[End]:
    """Who an event noun happens to: "of X", "X's", "whose", "his", "the X murder", "on X"."""
    view = story.view(sentence)
    item = view.items[at]
    preps = rule.toward or frozenset({"of"})
    for k in range(at + 1, min(clause_end(view, at), at + 6)):
        following = view.items[k]
        if following.tag == "N" and following.prep in preps:
            found = actors(story, sentence, _apposed(view, k), rule.patient)
            return found or actors(story, sentence, _of(view, k), rule.patient)
        if following.tag == "N" and not following.prep and following.head not in rulebook().nouns:
            break
    if rule.toward:
        return []
    owner = possessor(view, at)
    if not owner and item.pronoun in {"his", "her", "their"}:
        return [end for end in resolve(story, sentence, at) if story.kind(end) in rule.patient]
    found = actors(story, sentence, owner, rule.patient)
    return found or [(sentence, k) for k in item.inner[-1:] if view.span(k).kind in rule.patient]


def _apposed(view: Clauses, at: int) -> list[int]:
    """A noun phrase and its coordinates; behind a plain one the name in apposition: "of a trafficker, X,"."""
    found = group(view, at)
    return [k for k in found if view.items[k].spans] or found


def _of(view: Clauses, at: int) -> list[int]:
    """The noun phrase behind "of" of a plain one: "attack on the residence of X"."""
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    return [at + 1] if following is not None and following.tag == "N" and following.prep == "of" else []


def _preps(view: Clauses, at: int) -> set[str]:
    return {item.prep for item in view.items[at + 1 : at + 4] if item.tag == "N"}


def _last_complement(view: Clauses, at: int) -> int:
    """Position to look for "by" behind: the noun itself."""
    return at


def _after_author(view: Clauses, at: int) -> bool:
    return at > 0 and view.items[at - 1].head in rulebook().authors


def _violent(story: Story, sentence: int) -> bool:
    """Tell whether a death is told of as a killing: by the words around it or those in the document."""
    text = story.view(sentence).text
    return any(word in text for word in VIOLENT) or story.violent


VIOLENT = ("murder", "assassin", "kill", "attack", "responsib", "bomb", "shot", "squad", "accus", "massacre")
