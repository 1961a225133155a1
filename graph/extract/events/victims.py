"""Who the victims were, told in a sentence of its own: "The dead were X and Y", "among the dead was X"."""

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.modality import of_verb
from graph.extract.clauses.phrases import group, objects
from graph.extract.clauses.subjects import subject
from graph.extract.discourse.circumstances import circumstances
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.event_rules import rulebook
from graph.extract.events.events import Event
from graph.extract.events.incidents import Incidents
from graph.extract.events.sufferers import befell, verb_befell
from graph.extract.language.grammar import lists
from graph.extract.link import End

__all__ = ["victims"]

LINKS = frozenset({"be", "identify", "name", "include", "become"})
CALLED = ("victim, ", "victims, ", "victim ", "victims ")  # "the other victim, X, is in hospital"
REACH = 4  # sentences back to the event that has the victims
ONES = frozenset({"they", "he", "she", "one", "other", "others", "another", "them"})


def victims(story: Story, incidents: Incidents, sentence: int) -> None:
    """Add the people whom a sentence lists as victims to the event told of before."""
    view = story.view(sentence)
    for at, item in enumerate(view.items):
        called = _called(view, at)
        people = actors(story, sentence, called, frozenset({"person"})) if called and incidents.last else []
        if people:
            incidents.tell(_event(story, incidents, sentence, at, "", people))
        if item.tag != "V" or item.head not in LINKS:
            continue
        rule, listed = _told(story, sentence, view, at)
        people = actors(story, sentence, listed, frozenset({"person"})) if rule is not None else []
        if rule is not None and people:
            incidents.tell(_event(story, incidents, sentence, at, rule, people))
            story.unnamed = (sentence, *story.unnamed[1:]) if story.unnamed and rule == story.unnamed[1] else None


def _called(view: Clauses, at: int) -> list[int]:
    """Positions of the names of who is called a victim: "the other victim, X, is in hospital"."""
    item = view.items[at]
    if item.tag != "N" or item.owns:
        return []
    if item.spans:
        led = view.text[item.start : view.span(item.spans[0]).start].endswith(CALLED)
        return group(view, at) if led else []
    if item.head not in {"victim", "victims"} or [other.tag for other in view.items[at + 1 : at + 3]] != [",", "N"]:
        return []
    closed = view.items[at + 3 : at + 4]
    return group(view, at + 2) if not closed or closed[0].tag in ",C" else []


def _told(story: Story, sentence: int, view: Clauses, at: int) -> tuple[str | None, list[int]]:
    """The rule for what happened, and the positions of the names to whom, around a linking verb."""
    item = view.items[at]
    if item.head == "identify" and item.voice != "passive":
        behind = objects(view, at)
        rule = befell(view, behind[0]) if behind else None
        return rule, _names(view, behind[0]) if behind else []
    rule = _left(view, at)
    if rule is not None:
        return rule, _names(view, at)
    rule = _right(view, at)
    if rule is not None:
        return rule, [k for k in subject(view, at) if view.items[k].spans]
    if (
        story.unnamed
        and story.left_unnamed(sentence)
        and ((item.head == "be" and _means_them(view, at)) or _same_one(story, view, at))
    ):
        return story.unnamed[1], _names(view, at)
    return None, []


def _left(view: Clauses, verb: int) -> str | None:
    """What happened to those in front of the verb: "the dead were", "also injured were"."""
    for at in subject(view, verb):
        rule = befell(view, at)
        if rule is not None:
            return rule
    passed = False  # another free noun phrase
    for at in range(verb - 1, -1, -1):
        item = view.items[at]
        rule = befell(view, at)
        if rule is not None and not passed:
            return rule
        if item.tag == "N" and not item.prep:
            if item.spans or item.pronoun:
                return None
            passed = passed or item.head not in lists("moments", "events")
        elif item.tag == "V" and item.voice == "bare" and _opens(view, at):
            return verb_befell(view, at)
        elif item.tag in "S;:(":
            return None
    return None


def _opens(view: Clauses, at: int) -> bool:
    """Tell whether nothing but adverbs and prepositional phrases stands before a participle: "also injured were"."""
    return all(item.tag in "AD,C" or (item.tag == "N" and item.prep) for item in view.items[:at])


def _right(view: Clauses, verb: int) -> str | None:
    """What happened to those behind the verb: "X was among the dead", "became the victim of an attack"."""
    for at in range(verb + 1, min(len(view.items), verb + 4)):
        item = view.items[at]
        if item.tag in "V;:SR" or item.spans:
            return None
        rule = befell(view, at) if item.prep in {"", "among", "of"} else None
        if rule is not None:
            return rule or (None if item.head == "victim" else "")  # "a victim of the crisis"
    return None


def _names(view: Clauses, verb: int) -> list[int]:
    """Positions of the names that the verb introduces."""
    for at in range(verb + 1, min(len(view.items), verb + 5)):
        item = view.items[at]
        if item.tag == "N":
            listed = not item.owns and item.prep in {"", "as"}
            return group(view, at) if listed else []
        if item.tag not in 'AD:S"(' or (item.tag == "S" and item.head != "as"):
            break
    return []


def _means_them(view: Clauses, verb: int) -> bool:
    """Tell whether the subject stands for those told of before: "they are", "one of them is", "the other man was"."""
    before: list[Item] = view.items[:verb]
    if not before or before[0].tag != "N" or any(item.tag != "N" or item.spans or item.inner for item in before):
        return False
    words = set(view.words(before[0]).split())
    return not ONES.isdisjoint(words) and all(item.head in {"them", "these"} for item in before[1:])


def _same_one(story: Story, view: Clauses, verb: int) -> bool:
    """Tell whether the subject is called as who was left unnamed: "a guard was shot. The guard was identified as X"."""
    if verb != 1 or not story.unnamed:
        return False
    item = view.items[0]
    return view.words(item).startswith("the ") and bool(item.head) and item.head in story.unnamed[2]


def _event(story: Story, incidents: Incidents, sentence: int, at: int, word: str, people: list[End]) -> Event:
    """Make the event: of the kind that the word tells, or that was told of last."""
    last = incidents.last if incidents.last and sentence - incidents.last.sentence <= REACH else None
    rule = word or (last.rule.id if last else "killing")
    item = story.view(sentence).items[at]
    event = Event(
        rulebook().rules[rule], sentence, item.start, item.end, people, modality=of_verb(story.view(sentence), at)
    )
    event.around = circumstances(story, sentence, at)
    if last and last.rule.id == rule and not event.around.date:
        event.around = last.around
        event.agents = list(last.agents)
        event.case = None if last.patients else last.case
    return event
