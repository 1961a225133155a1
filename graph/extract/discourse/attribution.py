"""Who says so: "according to the police", "XXXXXXXXXXXX said", "the minister told …"; and what that makes of it."""

from graph.extract.clauses.items import ACTORS, Clauses, Speech
from graph.extract.clauses.modality import weaker
from graph.extract.clauses.verdicts import verdict
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.link import End
from graph.extract.trace import weaken
from graph.model import Modality

__all__ = ["attributed", "speaker"]


def attributed(story: Story, sentence: int, start: int, *, official: bool = False) -> tuple[End | None, Modality]:
    """Give whom the words at a position of a sentence are attributed to, None for nobody named, and their modality.

    ``official`` says that they tell of an act of state, such as an arrest: a prosecutor announces it.
    """
    view = story.view(sentence)
    said, modality = _of(view, start, official=official)
    if said is None:
        return None, modality
    if said.who >= 0:
        return (sentence, said.who), modality
    found = actors(story, sentence, [said.subject], ACTORS) if said.subject >= 0 else []
    return (found[0] if len(found) == 1 else None), modality


def speaker(view: Clauses, start: int) -> tuple[int, Modality]:
    """Give the span that the words at a position are attributed to, -1 for nobody named, and their modality."""
    said, modality = _of(view, start, official=False)
    return (said.who if said else -1), modality


def _of(view: Clauses, start: int, *, official: bool) -> tuple[Speech | None, Modality]:
    """Choose the innermost clause of speech that covers a position; each, and a verdict, may weaken what is said."""
    covering = [speech for speech in view.speeches if speech.first <= start < speech.last]
    modality = verdict(view, start)
    for speech in covering:
        if speech.alleged or (speech.accuser and not official):
            modality = weaker(modality, "alleged")
            sentence = view.annotated.sentence
            word = sentence.text[speech.position :].partition(" ")[0].rstrip(".,;:")
            place = (speech.position, speech.position + len(word))
            weaken(sentence, place, "whoever says so alleges it, or accuses")
    before = [speech for speech in covering if speech.position < start]
    if before:
        return max(before, key=lambda speech: speech.position), modality
    return (min(covering, key=lambda speech: speech.position) if covering else None), modality
