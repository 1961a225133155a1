"""Who is responsible for what was told before: "X claimed responsibility.", "The police blame X."."""

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import of_verb, weaker
from graph.extract.clauses.phrases import after, objects
from graph.extract.clauses.subjects import subject
from graph.extract.discourse.story import Story
from graph.extract.events.doers import doers
from graph.extract.events.event_rules import VIOLENT, rulebook
from graph.extract.events.triggers import PLAIN, matching
from graph.extract.link import End
from graph.model import Modality

__all__ = ["CLAIMS", "DEEDS", "claimed"]

CLAIMS = frozenset({"responsibility", "credit", "responsible", "blamed", "blames", "blame"})
TAILS = frozenset({"responsibility", "credit", "responsible"})
IT = frozenset({"it", "this", "that", "them"})
REACH = 2  # sentences back to what somebody is responsible for
DEEDS = VIOLENT | {"kidnapping", "hijacking"}


def claimed(story: Story, sentence: int, verb: int) -> tuple[str, list[End], list[tuple[End, Modality]]]:
    """Give the rule, the victims and the actors of a claim that leaves out for what."""
    view = story.view(sentence)
    positions, modality = _responsible(view, verb)
    if not positions or _says_for_what(view):
        return "", [], []
    rule, patients = _told_before(story, sentence)
    if not rule:
        return "", [], []
    agents = doers(story, sentence, positions, rulebook().rules[rule])
    return rule, patients, [(end, modality) for end in agents]


def _responsible(view: Clauses, verb: int) -> tuple[list[int], Modality]:
    """Positions of those who claim something or are blamed for it."""
    item = view.items[verb]
    triggers = [each for each in rulebook().roles.get(item.head, ()) if each.rule == "doer" and each.tail in TAILS]
    if triggers:
        tail = view.text[item.end : item.end + 40].translate(PLAIN).split()[:1]
        if any([trigger.tail] == tail for trigger in triggers):
            return subject(view, verb), of_verb(view, verb)
    if item.head != "blame":
        return [], "asserted"
    how = of_verb(view, verb)
    blamed = objects(view, verb)
    if item.voice == "passive" or (item.voice == "bare" and not blamed):
        return subject(view, verb), weaker(how, "alleged")
    if all(view.items[k].head in IT for k in blamed):
        blamed = after(view, verb, {"on"})  # "blamed it on X"
    return blamed, weaker(how, "alleged")


def _says_for_what(view: Clauses) -> bool:
    """Tell whether the sentence itself says what somebody is responsible for."""
    return any(
        item.tag == "N" and ((item.prep == "for" and item.head not in IT) or item.head in rulebook().nouns)
        for item in view.items
    )


def _told_before(story: Story, sentence: int) -> tuple[str, list[End]]:
    """The rule of what was told of last, shortly before, and whom it befell where that is told."""
    if story.incident is not None and 0 < sentence - story.incident[0] <= REACH:
        return story.incident[1], story.incident[2]
    for back in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        rule = _deed(story.view(back))
        if rule:
            return rule, []
    return "", []


def _deed(view: Clauses) -> str:
    """The rule of a deed that a sentence tells of, though it names nobody: "A bomb exploded at the embassy."."""
    book = rulebook()
    for at, item in enumerate(view.items):
        trigger = matching(view, at, book.verbs.get(item.head, ())) if item.tag == "V" else None
        rule = trigger.rule if trigger else book.nouns.get(item.head, "") if item.tag == "N" else ""
        if rule and book.rules[rule].type in DEEDS and not item.negated:
            return rule
    return ""
