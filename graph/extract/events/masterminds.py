"""Who was behind what a named case is about: "X was the organizer of the voyage", "the ringleader was X"."""

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.modality import hedges, of_verb, weaker
from graph.extract.clauses.subjects import subject
from graph.extract.discourse.circumstances import case_of
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.agreements import dealing
from graph.extract.language.grammar import lists
from graph.extract.link import End
from graph.extract.text import Span
from graph.model import Modality, Value

__all__ = ["masterminds"]

WHO = frozenset({"person", "cartel", "armed_group"})


def masterminds(story: Story, sentence: int) -> None:
    """Tie the people whom a sentence calls the mind, owner or suspect of a named case to that case."""
    view = story.view(sentence)
    nouns = dealing("mastermind")["nouns"]
    for at, item in enumerate(view.items):
        if item.tag != "V" or item.head != "be" or at + 1 >= len(view.items):
            continue
        following = view.items[at + 1]
        if following.head in nouns and following.tag == "N":
            _is_mind(story, sentence, at, following)
        elif following.tag == "N" and following.spans and at and view.items[at - 1].head in nouns:
            _mind_is(story, sentence, at)


def _is_mind(story: Story, sentence: int, at: int, noun: Item) -> None:
    """Claim for "X was the organizer of …": the case of this sentence, named before or behind."""
    view = story.view(sentence)
    case = _named(view, sentence) or case_of(story, sentence, at)
    behind = next((item for item in view.items[at + 2 : at + 4] if item.prep in {"of", "in", "behind"}), None)
    if behind is None:
        return
    case = case or _operation(view, sentence, behind)
    if case is None:
        return
    modality = weaker(of_verb(view, at), _hedge(view, noun))
    for who in actors(story, sentence, subject(view, at), WHO):
        story.add(("LINKED_TO", who, case), sentence, modality, "mastermind", {"role": noun.head})


def _mind_is(story: Story, sentence: int, at: int) -> None:
    """Claim for "The ringleader was X": the case of this sentence or of the one before."""
    view = story.view(sentence)
    noun = view.items[at - 1]
    case = _named(view, sentence)
    if (
        case is None
        and sentence
        and story.annotated[sentence - 1].sentence.paragraph == view.annotated.sentence.paragraph
    ):
        case = _named(story.view(sentence - 1), sentence - 1)
    if case is None or not view.words(noun).startswith("the "):
        return
    for who in actors(story, sentence, [at + 1], WHO):
        story.add(("LINKED_TO", who, case), sentence, of_verb(view, at), "mastermind", {"role": noun.head})


def _operation(view: Clauses, sentence: int, item: Item) -> End | None:
    """A dated bust or raid as a case: "a suspect in the May 2 heroin raid"."""
    dates = [view.span(k).name for k in item.inner if view.span(k).kind == "date"]
    if item.head not in lists("operations", "events") or not dates:
        return None
    text = view.annotated.sentence.text[item.start : item.end]
    name = text.split(maxsplit=1)[1] if text[:4].casefold() == "the " else text
    start = item.end - len(name)
    properties: dict[str, Value] = {"named": False, "type": "operation", "date": dates[0]}
    return sentence, Span(start, item.end, "case", name, item.start, item.end, 0.8, "mastermind", properties)


def _named(view: Clauses, sentence: int) -> End | None:
    """The named case of a sentence, if it is one."""
    found = [k for k, span in enumerate(view.annotated.spans) if span.kind == "case"]
    return (sentence, found[0]) if len(found) == 1 else None


def _hedge(view: Clauses, noun: Item) -> Modality:
    words = view.words(noun).split()
    return (
        "alleged" if noun.head.startswith("suspect") or any(word in hedges().hedges for word in words) else "asserted"
    )
