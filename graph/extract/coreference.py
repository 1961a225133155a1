"""Who a pronoun or a role stands for: "he", "their", "the latter", "the judge". Only where one answer is safe."""

from collections.abc import Iterator

from graph.extract.clauses import Clauses, Item
from graph.extract.link import End
from graph.extract.story import Story, fold

__all__ = ["resolve"]

PERSONAL = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
ORGANIZED = frozenset({"cartel", "armed_group", "agency", "organization"})
REACH = 3  # sentences to look back for a pronoun
ROLE_REACH = 12  # … and for a role


def resolve(story: Story, sentence: int, position: int) -> list[End]:
    """Give the ends that the noun phrase at a position of a sentence stands for; none if it is not safe."""
    view = story.view(sentence)
    item = view.items[position]
    word = item.pronoun or item.head
    if word in PERSONAL:
        found = _person(story, sentence, position)
        return [found] if found else []
    if word in PLURAL:
        return _people(story, sentence, position)
    if word in NEUTER:
        return _organization(story, sentence, position)
    if item.head == "latter":
        before = list(_named(view, sentence, position, {"person"}))
        return before[-1:]
    return _role(story, sentence, position)


def _named(view: Clauses, sentence: int, before: int, kinds: frozenset[str] | set[str]) -> Iterator[End]:
    """Ends of some kinds before a position, in text order."""
    for item in view.items[:before]:
        for index in (*item.inner, *item.spans):
            if view.span(index).kind in kinds:
                yield sentence, index


def _person(story: Story, sentence: int, position: int) -> End | None:
    """The one person spoken of: alone in the sentence so far, or the subject of it or of one just before."""
    view = story.view(sentence)
    here = list(_named(view, sentence, position, {"person"}))
    if here:
        return _main(story, sentence, position) or here[0]
    for back in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        if not _same_stretch(story, back, sentence):
            return None
        people = [(back, k) for k, span in enumerate(story.annotated[back].spans) if span.kind == "person"]
        if people:
            if len({fold(story.name(end)) for end in people}) == 1:
                return people[0]
            return _main(story, back, len(story.view(back).items))
    return None


def _main(story: Story, sentence: int, before: int) -> End | None:
    """The first person of a sentence that stands free, neither behind a preposition nor as an owner."""
    view = story.view(sentence)
    for item in view.items[:before]:
        if item.tag == "N" and item.spans and not item.prep and not item.owns and _is_person(view, item):
            return sentence, item.spans[0]
    return None


def _is_person(view: Clauses, item: Item) -> bool:
    return view.span(item.spans[0]).kind == "person"


def _same_stretch(story: Story, earlier: int, later: int) -> bool:
    """Tell whether two sentences belong together: no heading, title or list between them."""
    first, second = story.annotated[earlier].sentence, story.annotated[later].sentence
    return first.kind == second.kind == "sentence" and first.heading == second.heading and (
        second.paragraph - first.paragraph <= 1
    )  # fmt: skip


def _people(story: Story, sentence: int, position: int) -> list[End]:
    """Everyone whom "they" covers: the people coordinated as subject of this sentence or the one before."""
    view = story.view(sentence)
    here = list(_named(view, sentence, position, {"person"}))
    if len(here) > 1:
        return here
    if sentence and not here and _same_stretch(story, sentence - 1, sentence):
        earlier = story.view(sentence - 1)
        free = [
            (sentence - 1, item.spans[0])
            for item in earlier.items
            if item.tag == "N" and item.spans and not item.prep and not item.owns and _is_person(earlier, item)
        ]
        return free if len(free) > 1 else []
    return []


def _organization(story: Story, sentence: int, position: int) -> list[End]:
    """The one organisation that "it" covers, where only one was named."""
    here = list(_named(story.view(sentence), sentence, position, ORGANIZED))
    if not here and sentence and _same_stretch(story, sentence - 1, sentence):
        spans = story.annotated[sentence - 1].spans
        here = [(sentence - 1, k) for k, span in enumerate(spans) if span.kind in ORGANIZED]
    return here[:1] if len({fold(story.name(end)) for end in here}) == 1 else []


def _role(story: Story, sentence: int, position: int) -> list[End]:
    """Who was last called by a role: "the judge", "the Ambassador"."""
    view = story.view(sentence)
    item = view.items[position]
    words = view.words(item).split()
    if item.spans or item.inner or len(words) < 2 or words[0] not in {"the", "this"} or len(words) > 4:
        return []
    role = words[-1]
    for back in range(sentence, max(-1, sentence - ROLE_REACH), -1):
        annotated = story.annotated[back]
        text = annotated.sentence.text
        found: list[End] = []
        for index, span in enumerate(annotated.spans):
            if span.kind != "person" or (back == sentence and span.start > item.start):
                continue
            described = f"{span.properties.get('role', '')} {span.properties.get('title', '')}".casefold()
            if role in described.split() or role in text[span.left : span.start].casefold().split():
                found.append((back, index))
        if found:
            return found[-1:] if len({fold(story.name(end)) for end in found}) == 1 else []
    return []
