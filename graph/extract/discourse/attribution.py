"""Who says so: "according to the police", "XXXXXXXXXXXX said", "the minister told …"; and what that makes of it."""

from graph.extract.clauses.items import ACTORS, Clauses, Speech
from graph.extract.clauses.modality import weaker
from graph.extract.clauses.verdicts import verdict
from graph.extract.discourse.participants import actors
from graph.extract.discourse.quotations import Quotations
from graph.extract.discourse.story import Story
from graph.extract.link import End
from graph.extract.trace import weaken
from graph.model import Modality

__all__ = ["attributed", "speaker"]


def attributed(story: Story, sentence: int, start: int, *, official: bool = False) -> tuple[End | None, Modality]:
    """Give whom the words at a position of a sentence are attributed to, None for nobody named, and their modality.

    ``official`` says that they tell of an act of state, such as an arrest: a prosecutor announces it.
    """
    where, said, modality = _at(story.view(sentence), sentence, start, story.quotations, official=official)
    if said is None:
        return None, modality
    if said.who >= 0:
        return (where, said.who), modality
    found = actors(story, where, [said.subject], ACTORS) if said.subject >= 0 else []
    return (found[0] if len(found) == 1 else None), modality


def speaker(view: Clauses, sentence: int, start: int, quotations: Quotations) -> tuple[End | None, Modality]:
    """Give the actor named in so many words to whom the words at a position are attributed, and their modality."""
    where, said, modality = _at(view, sentence, start, quotations, official=False)
    return ((where, said.who) if said and said.who >= 0 else None), modality


def _at(
    view: Clauses, sentence: int, start: int, quotations: Quotations, *, official: bool
) -> tuple[int, Speech | None, Modality]:
    """Choose the clause of speech in the sentence, or else that of the quotation around the words, and its sentence."""
    said, modality = _of(view, start, official=official)
    if said is None and (quoted := quotations.speech(sentence, start)):
        where, said = quoted
        return where, said, weaker(modality, _weight(quotations.view(where), said, official=official))
    return sentence, said, modality


def _of(view: Clauses, start: int, *, official: bool) -> tuple[Speech | None, Modality]:
    """Choose the innermost clause of speech that covers a position; each, and a verdict, may weaken what is said."""
    covering = [speech for speech in view.speeches if speech.first <= start < speech.last]
    modality = verdict(view, start)
    for speech in covering:
        modality = weaker(modality, _weight(view, speech, official=official))
    before = [speech for speech in covering if speech.position < start]
    if before:
        return max(before, key=lambda speech: speech.position), modality
    return (min(covering, key=lambda speech: speech.position) if covering else None), modality


def _weight(view: Clauses, speech: Speech, *, official: bool) -> Modality:
    """Tell what a speech makes of what is said."""
    if not speech.alleged and (official or not speech.accuser):
        return "asserted"
    sentence = view.annotated.sentence
    word = sentence.text[speech.position :].partition(" ")[0].rstrip(".,;:")
    place = (speech.position, speech.position + len(word))
    weaken(sentence, place, "whoever says so alleges it, or accuses")
    return "alleged"
