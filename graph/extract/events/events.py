"""Events: arrests, killings, kidnappings … that verbs and nouns of a sentence tell of, with who, where and when."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.extract.clauses.items import ACTORS, Clauses
from graph.extract.clauses.modality import disowned, hedges, of_noun, of_verb, weaker
from graph.extract.clauses.phrases import after, group
from graph.extract.discourse.circumstances import Circumstances, circumstances
from graph.extract.discourse.participants import actors, of_group
from graph.extract.discourse.story import Caught, Story
from graph.extract.events.combat import as_told
from graph.extract.events.doers import doers
from graph.extract.events.doubts import LEGAL, counted, habitual, told_violently, unlikely
from graph.extract.events.event_rules import Rule, Trigger, rulebook
from graph.extract.events.homes import owners
from graph.extract.events.involvement import involved
from graph.extract.events.noun_slots import noun_agents, noun_patients, of_phrase
from graph.extract.events.responsibility import DEEDS, claimed
from graph.extract.events.triggers import matching
from graph.extract.events.verb_slots import aims, captive, is_participle, kidnaps, slots
from graph.extract.language.grammar import humans, lists
from graph.extract.language.lexicon import demonyms
from graph.extract.link import End
from graph.extract.trace import drop
from graph.model import Modality

__all__ = ["Event", "events"]


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
    case: End | None = None  # its node, once told
    done_to: list[int] = field(default_factory=list)  # a verb's: positions of the noun phrases to whom it is done


def events(story: Story, sentence: int) -> Iterator[Event]:
    """Find the events that a sentence tells of."""
    view, book = story.view(sentence), rulebook()
    for at, item in enumerate(view.items):
        found: Event | None = None
        if item.tag == "V":
            trigger = matching(view, at, book.verbs.get(item.head, ()))
            found = _from_verb(story, sentence, at, trigger) if trigger else _from_claim(story, sentence, at)
        elif item.tag == "N" and item.head in book.nouns:
            found = _from_noun(story, sentence, at, book.rules[book.nouns[item.head]])
        elif item.head in {"that", "those"}:
            found = _from_that(story, sentence, at)
        elif item.tag == "N" and item.spans:
            found = _from_description(story, sentence, at)
        if found and not (found.patients or found.agents):
            _drop(view, at, found.rule, NOBODY)
        elif found:
            found.around = circumstances(story, sentence, at)
            if not any(story.kind(end) == "person" for end in found.patients):
                found.rule = as_told(view, at, found.rule, found.done_to)
            yield found
            _remember(story, found)
            if found.rule.id == "release" and found.modality in {"asserted", "planned"}:
                yield from _captivity(story, found)


def _remember(story: Story, event: Event) -> None:
    """Keep a deed for who may claim it in the sentences behind."""
    if event.modality in {"asserted", "alleged"} and event.rule.type in DEEDS:
        story.incident = (event.sentence, event.rule.id, list(event.patients))


def _from_claim(story: Story, sentence: int, at: int) -> Event | None:
    """The event told of just before, for which somebody claims responsibility."""
    rule, patients, agents = claimed(story, sentence, at)
    item = story.view(sentence).items[at]
    return Event(rulebook().rules[rule], sentence, item.start, item.end, patients, agents) if agents else None


def _captivity(story: Story, release: Event) -> Iterator[Event]:
    """Whom a gang or guerrillas released or are to release, they had kidnapped."""
    taking = {"armed_group", "cartel"}
    captors: list[tuple[End, Modality]] = [(end, "asserted") for end, _ in release.agents if story.kind(end) in taking]
    if captors and release.patients:
        rule = rulebook().rules["kidnapping"]
        span = story.span(captors[0][0])  # other words than the release's: a node of its own
        here = captors[0][0][0] == release.sentence
        start, end = (min(release.start, span.start), max(release.end, span.end)) if here else (0, release.end)
        yield Event(rule, release.sentence, start, end, release.patients, captors)


NOBODY = "nobody is named to whom it happened or who did it"
SHORTEST = 6  # letters of a participle in front of a name


def _from_verb(story: Story, sentence: int, at: int, trigger: Trigger) -> Event | None:
    view, rule = story.view(sentence), rulebook().rules[trigger.rule]
    item = view.items[at]
    if rule.type == "attack" and _figurative(view, at):
        _drop(view, at, rule, "an attack of words")
        return None
    passive = item.voice == "passive" or (item.voice == "bare" and not aims(trigger) and is_participle(view, at))
    done_to, by, hedged = slots(view, at, trigger, passive=passive)
    if rule.id == "arrest" and kidnaps(view, by):
        rule, trigger = rulebook().rules["kidnapping"], Trigger("kidnapping", trigger.tail, trigger.state)
    quiet = (trigger.quiet and not told_violently(view)) or counted(view, at)
    if quiet or (trigger.captor and not captive(view, at, [*done_to, *by])):
        return None
    patients = _patients((story, sentence, at), trigger, done_to, passive=passive)
    if done_to and not patients and _other_object(view, done_to, rule):
        _drop(view, at, rule, "its object is nobody to whom this may happen")
        return None
    event = Event(rule, sentence, item.start, item.end, patients, modality=of_verb(view, at), done_to=done_to)
    how = weaker(event.modality, "alleged") if hedged else event.modality
    givers = after(view, at, rule.giver) if trigger.state and rule.giver else []
    event.agents = [(end, how) for end in doers(story, sentence, [*by, *givers], rule) if end not in patients]
    if rule.type == "killing" and event.modality == "denied" and by and disowned(view, at):
        event.modality = "alleged"  # who is said not to have been killed by X is dead all the same
    if not patients and habitual(view, at, rule):
        _drop(view, at, rule, "tells of what goes on, of no one incident")
        return None
    if not patients and done_to:
        _note_unnamed(story, event)
        _note_caught(story, at, event, done_to)
    if patients or _agents_alone(view, at, event, done_to):
        return event
    _drop(view, at, rule, NOBODY)
    return None


def _note_unnamed(story: Story, event: Event) -> None:
    """Remember what befell nobody named: a later sentence may give the names, or who claims it."""
    if event.modality in {"planned", "denied"}:
        return
    heads = frozenset(story.view(event.sentence).items[k].head for k in event.done_to)
    story.unnamed = (event.sentence, event.rule.id, heads)
    if event.rule.type in DEEDS:
        story.incident = (event.sentence, event.rule.id, [])


def _note_caught(story: Story, at: int, event: Event, done_to: list[int]) -> None:
    """Remember an arrest of people without their names: a later sentence may give them."""
    heads = frozenset(story.view(event.sentence).items[k].head for k in done_to)
    if event.rule.type == "arrest" and event.modality == "asserted" and any(_human(head) for head in heads):
        story.caught = Caught(event.sentence, at, heads, tuple(event.agents))


def _patients(where: tuple[Story, int, int], trigger: Trigger, done_to: list[int], *, passive: bool) -> list[End]:
    """To whom an event of a verb happened: named by its object, behind a colon, as owners, or as who received."""
    story, sentence, at = where
    view, rule = story.view(sentence), rulebook().rules[trigger.rule]
    patients = actors(story, sentence, done_to, rule.patient)
    if any(story.kind(end) == "person" for end in patients):
        patients = [end for end in patients if not of_group(story, end)]
    if not any(view.items[k].spans for k in done_to):
        patients += [end for end in _announced(story, sentence, at, rule) if end not in patients]
    if not patients and "place" in rule.patient and not passive:
        patients = actors(story, sentence, [k for at_ in done_to for k in of_phrase(view, at_)], rule.patient)
    if not patients and "place" in rule.patient:
        patients = actors(story, sentence, owners(view, at, done_to), frozenset({"person"}))
    if not patients and rule.receiver and not trigger.state:
        patients = actors(story, sentence, after(view, at, rule.receiver), rule.patient)
    return patients


def _drop(view: Clauses, at: int, rule: Rule, reason: str) -> None:
    """Leave an event out."""
    drop(view.annotated.sentence, (view.items[at].start, view.items[at].end), reason, rule.id)


def _figurative(view: Clauses, at: int) -> bool:
    """Tell an attack of words: "vociferously attacked the government"."""
    near = [item.head for item in view.items[max(0, at - 2) : at + 3] if item.tag == "A"]
    return not hedges().figurative.isdisjoint([*near, *view.items[at].helpers])


def _agents_alone(view: Clauses, at: int, event: Event, done_to: list[int]) -> bool:
    """Tell whether an event without a named patient is worth telling: somebody did it to somebody, and did it."""
    loose = "to" in view.items[at].helpers and event.modality != "asserted"
    return bool(event.agents and done_to) and not loose and event.rule.type not in LEGAL


def _announced(story: Story, sentence: int, at: int, rule: Rule) -> list[End]:
    """The names that a colon announces: "they were all arrested: X, Y and Z"."""
    view = story.view(sentence)
    colon = next((k for k in range(at, len(view.items)) if view.items[k].tag == ":"), -1)
    if colon < 0 or colon + 1 >= len(view.items) or view.items[colon + 1].tag != "N":
        return []
    return actors(story, sentence, group(view, colon + 1), rule.patient & {"person"})


def _other_object(view: Clauses, done_to: list[int], rule: Rule) -> bool:
    """Tell whether the object is no victim at all: "captured the attention", "released a statement"."""
    targets = lists("targets") if "place" in rule.patient else frozenset()
    for at in done_to:
        item = view.items[at]
        if _human(item.head) or item.head in targets or (item.pronoun and item.pronoun == item.head):
            return False
        if item.inner and any(view.span(k).kind in ACTORS for k in item.inner):
            return False
        if view.words(item).replace(",", "").isdigit():
            return False
    return True


def _human(head: str) -> bool:
    """Tell a noun for people: by list, by its ending, or as a nationality: "two watchmen", "two Norlanders"."""
    return head in humans() or head.endswith(("men", "women")) or head.removesuffix("s") in demonyms()


def _from_noun(story: Story, sentence: int, at: int, rule: Rule) -> Event | None:
    view = story.view(sentence)
    item = view.items[at]
    patients = noun_patients(story, sentence, at, rule)
    modality = of_noun(view, at)
    event = Event(rule, sentence, item.start, item.end, patients, modality=modality)
    event.agents = _noun_agents(story, sentence, at, event)
    if not patients:
        _note_caught(story, at, event, of_phrase(view, at))
    if reason := unlikely(story, sentence, at, patients, rule):
        _drop(view, at, rule, reason)
        return None
    return event


def _noun_agents(story: Story, sentence: int, at: int, event: Event) -> list[tuple[End, Modality]]:
    """Who did what a noun tells of: "by X", "the X attack", or by a verb around it."""
    rule, patients, modality = event.rule, event.patients, event.modality
    told = noun_agents((story, sentence, at), rule, modality, patients)
    agents = [(end, how) for end, how in told if end not in patients]
    agents += [
        (end, weaker(modality, how)) for end, how in involved(story, sentence, at, rule)
        if end not in patients and all(end != known for known, _ in agents)
    ]  # fmt: skip
    return agents


def _from_description(story: Story, sentence: int, at: int) -> Event | None:
    """A name that is called by what happened: "the murdered judge X", "kidnapped businessman Y"."""
    view = story.view(sentence)
    item = view.items[at]
    span = view.span(item.spans[0])
    if span.kind != "person" or span.start - item.start < SHORTEST:
        return None
    for word in view.text[item.start : span.start].split():
        rule = rulebook().described.get(word)
        if rule:
            start = view.text.index(word, item.start)
            return Event(rulebook().rules[rule], sentence, start, start + len(word), [(sentence, item.spans[0])])
    return None


def _from_that(story: Story, sentence: int, at: int) -> Event | None:
    """One more that befell another: "condemned the murders, especially that of X"."""
    view = story.view(sentence)
    following = of_phrase(view, at)
    heads = [item.head for item in view.items[:at] if item.tag == "N" and item.head in rulebook().nouns]
    rule = rulebook().rules[rulebook().nouns[heads[-1]]] if heads and following else None
    if rule is None or rule.by_name != "patient" or not view.items[following[0]].spans:
        return None
    patients = actors(story, sentence, group(view, following[0]), rule.patient & {"person"})
    return Event(rule, sentence, view.items[at].start, view.items[at].end, patients)
