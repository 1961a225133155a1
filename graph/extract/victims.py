"""Who the victims were, told in a sentence of its own: "The dead were X and Y", "among the dead was X"."""

from graph.extract.circumstances import circumstances
from graph.extract.event_rules import rulebook
from graph.extract.events import Event
from graph.extract.incidents import Incidents
from graph.extract.items import Clauses
from graph.extract.link import End
from graph.extract.modality import of_verb
from graph.extract.participants import actors
from graph.extract.phrases import group, objects
from graph.extract.story import Story
from graph.extract.subjects import subject

__all__ = ["VICTIMS", "victims"]

# Words for those who suffered, and the rule for what they suffered; "" for what the document told of last.
VICTIMS: dict[str, str] = {
    "victim": "", "victims": "", "casualties": "", "dead": "killing", "deceased": "killing", "killed": "killing",
    "murdered": "killing", "wounded": "attack", "injured": "attack", "hostages": "kidnapping", "hostage": "kidnapping",
    "kidnapped": "kidnapping", "arrested": "arrest", "detained": "arrest", "detainees": "arrest", "captured": "arrest",
    "arrestees": "arrest",
}  # fmt: skip
LINKS = frozenset({"be", "identify", "name", "include"})
REACH = 4  # sentences back to the event that has the victims


def victims(story: Story, incidents: Incidents, sentence: int) -> None:
    """Add the people whom a sentence lists as victims to the event told of before."""
    view = story.view(sentence)
    if not any(item.head in VICTIMS for item in view.items):
        return
    for at, item in enumerate(view.items):
        if item.tag == "V" and item.head in LINKS:
            word = _word(view, at)
            people = actors(story, sentence, _listed(view, at), frozenset({"person"})) if word else []
            if people:
                incidents.tell(_event(story, incidents, sentence, at, word, people))
                return


def _word(view: Clauses, verb: int) -> str:
    """The word for the victims before or behind the verb: "the dead were X", "X was among the dead"."""
    near = [*subject(view, verb), *range(max(0, verb - 3), verb), *range(verb + 1, min(len(view.items), verb + 3))]
    for at in near:
        item = view.items[at]
        known = item.tag == "N" and not item.spans and item.head in VICTIMS
        if (
            known
            and (item.prep in {"", "among"})
            and view.words(item).split()[0] in {"the", "those", "all", "other", "among"}
        ):
            word: str = item.head
            return word
    return ""


def _listed(view: Clauses, verb: int) -> list[int]:
    """Positions of the names that are the victims."""
    for at in range(verb + 1, min(len(view.items), verb + 4)):
        item = view.items[at]
        if item.tag == "N" and item.spans and item.prep in {"", "as"}:
            return group(view, at)
        if item.tag == "N" and item.prep == "among":
            break
    return [at for at in (objects(view, verb) or subject(view, verb)) if view.items[at].spans]


def _event(story: Story, incidents: Incidents, sentence: int, at: int, word: str, people: list[End]) -> Event:
    """Make the event: of the kind that the word tells, or that was told of last."""
    last = incidents.last if incidents.last and sentence - incidents.last.sentence <= REACH else None
    rule = VICTIMS[word] or (last.rule.id if last else "killing")
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
