"""Who a pronoun or a role stands for: "he", "their", "the latter", "the judge". Only where one answer is safe."""

from collections.abc import Iterator

from graph.extract.clauses.items import Clauses, Item
from graph.extract.clauses.modality import hedges
from graph.extract.discourse.story import Story, fold
from graph.extract.language.gender import fits
from graph.extract.language.grammar import humans, lists
from graph.extract.language.lexicon import pairs
from graph.extract.link import End

__all__ = ["ORGANIZED", "owner", "resolve"]

PERSONAL = frozenset({"he", "she", "him", "his", "her", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
POSSESSIVE = frozenset({"his", "her", "their", "its"})
NEUTER = frozenset({"it", "its", "itself"})
ORGANIZED = frozenset({"cartel", "armed_group", "agency", "organization"})
# Embassy roles as cables abbreviate them.
ELSEWHERE = frozenset({"secretary", "department", "post"})  # in a cable, those at home
# What may stand before an officer's role where he is of the post that wrote the cable: not "the French ambassador".
OWN = frozenset({"the", "acting", "our", "a", "an", "u.s.", "us", "american", "embassy", "post", "and"})
TITLES = frozenset({"charge", "consul", "ambassador"})  # in small letters they may be something else: "to charge X"
POSTS = ("embassy", "consulate", "mission", "us mission", "usmission", "american")
REACH = 3  # sentences to look back for a pronoun
ROLE_REACH = 4  # … and for a role


def resolve(story: Story, sentence: int, position: int, kinds: frozenset[str] = ORGANIZED) -> list[End]:
    """Give the ends that the noun phrase at a position of a sentence stands for; none if it is not safe.

    ``kinds`` are those that "it" may stand for.
    """
    item = story.view(sentence).items[position]
    if item.pronoun and item.pronoun != item.head:
        return []  # "his brother" is not he
    if item.head in PERSONAL | PLURAL | NEUTER:
        return _pronoun(story, sentence, position, item.head, kinds)
    if item.head == "latter":
        return list(_named(story.view(sentence), sentence, position, {"person"}))[-1:]
    return _role(story, sentence, position)


def owner(story: Story, sentence: int, position: int, kinds: frozenset[str] = ORGANIZED) -> list[End]:
    """Give whom the possessive at the head of a noun phrase stands for: "his arrest", "its leaders"."""
    word = story.view(sentence).items[position].pronoun
    return _pronoun(story, sentence, position, word, kinds) if word in POSSESSIVE else []


def _pronoun(story: Story, sentence: int, position: int, word: str, kinds: frozenset[str]) -> list[End]:
    if word in PERSONAL:
        one = _person(story, sentence, position, word)
        return [one] if one else []
    if word in PLURAL:
        found = _people(story, sentence, position)
        if not found and word == "their":
            found = _organization(story, sentence, position, kinds)
        return found or _crew(story, sentence, position)
    return _organization(story, sentence, position, kinds)


def _named(view: Clauses, sentence: int, before: int, kinds: frozenset[str] | set[str]) -> Iterator[End]:
    """Ends of some kinds before a position, in text order."""
    for item in view.items[:before]:
        for index in (*item.inner, *item.spans):
            if view.span(index).kind in kinds:
                yield sentence, index


def _person(story: Story, sentence: int, position: int, word: str) -> End | None:
    """The one person spoken of: alone in the sentence so far, or the subject of it or of one just before."""
    view = story.view(sentence)
    here = [end for end in _named(view, sentence, position, {"person"}) if _fits(story, end, word)]
    if here:
        said, new = _says(view), any(item.tag == ";" for item in view.items[:position])
        return _person_here(story, here, _main(story, sentence, position), word, said=said, new=new and not said)
    for back in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        if not _same_stretch(story, back, sentence):
            return None
        people = [(back, k) for k, span in enumerate(story.annotated[back].spans) if span.kind == "person"]
        if people:
            fitting = [end for end in people if _fits(story, end, word)]
            if len({story.name(end).casefold() for end in fitting}) == 1:
                return fitting[0]
            main = _main(story, back, len(story.view(back).items))
            return main if main in fitting else None
    return None


def _person_here(story: Story, here: list[End], main: End | None, word: str, *, said: bool, new: bool) -> End | None:
    """Choose among the people named before the pronoun in its own sentence; ``new``: a clause begins between."""
    names = {fold(story.name(end)) for end in here}
    if word == "him" and main in here:  # "X said … wanted him caught": somebody else
        others = [end for end in here if fold(story.name(end)) != fold(story.name(main))]
        if not others and new:
            return main
        return others[-1] if len({fold(story.name(end)) for end in others}) == 1 else None
    if main in here and said and len(names) > 1:
        return None  # "X said that Y …, then he …"
    return main if main in here else here[0]


def _says(view: Clauses) -> bool:
    """Tell whether a sentence reports what someone said."""
    return any(item.tag == "V" and item.head in hedges().saying for item in view.items)


def _fits(story: Story, end: End, word: str) -> bool:
    """Tell whether "he" or "she" can be this person, as far as name, title and role show it."""
    return fits(story.span(end), story.annotated[end[0]].sentence.text, word)


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
    crowd = any(item.tag == "N" and not item.prep and item.head in humans() for item in view.items[:position])
    if sentence and not here and not crowd and _same_stretch(story, sentence - 1, sentence):  # "police said they …"
        earlier = story.view(sentence - 1)
        free: list[End] = [
            (sentence - 1, item.spans[0])
            for item in earlier.items
            if item.tag == "N" and item.spans and not item.prep and not item.owns and _is_person(earlier, item)
        ]
        return free if len(free) > 1 else []
    return []


def _crew(story: Story, sentence: int, position: int) -> list[End]:
    """The group whose people "they" are: who the sentence is about, or the one before where "they" opens this one."""
    view = story.view(sentence)
    before = [item for item in view.items[:position] if item.tag == "N"]
    if not before and sentence and _same_stretch(story, sentence - 1, sentence):
        sentence -= 1
        view = story.view(sentence)
        before = [item for item in view.items if item.tag == "N"]
    first = next((item for item in before if not item.prep and not item.owns), None)
    if first is None:
        return []
    named = first.inner[-1:] if first.head in lists("people") else first.spans
    return [(sentence, k) for k in named if view.span(k).kind in {"armed_group", "cartel"}]


def _organization(story: Story, sentence: int, position: int, kinds: frozenset[str]) -> list[End]:
    """The one organisation that "it" covers, where only one was named."""
    here = list(_named(story.view(sentence), sentence, position, kinds))
    if not here and sentence and _same_stretch(story, sentence - 1, sentence):
        earlier = story.view(sentence - 1)
        first = next((item for item in earlier.items if item.tag == "N" and not item.prep and not item.owns), None)
        here = [(sentence - 1, k) for k in first.spans if earlier.span(k).kind in kinds] if first else []
    return here[:1] if len({fold(story.name(end)) for end in here}) == 1 else []


def _role(story: Story, sentence: int, position: int) -> list[End]:
    """Who was last called by a role: "the judge", "the Ambassador"."""
    view = story.view(sentence)
    item = view.items[position]
    called = view.words(item).split()
    if item.spans or item.inner or not called or len(called) > 4:
        return []
    role = called[-1]
    if role in pairs("officers"):
        written = view.annotated.sentence.text[item.start : item.end].split()[-1]
        sure = called[0] == "the" or not written.islower() or role not in TITLES
        return _officer(story, role) if OWN.issuperset(called[:-1]) and sure else []
    following = view.items[position + 1] if position + 1 < len(view.items) else None
    modified = following is not None and following.tag == "N" and following.prep in {"of", "in", "for", "from"}
    if len(called) < 2 or called[0] not in {"the", "this"} or modified or role in ELSEWHERE:
        return []
    found: list[End] = [
        (back, index)
        for back in range(max(0, sentence - ROLE_REACH), sentence + 1)
        for index, span in enumerate(story.annotated[back].spans)
        if span.kind == "person" and not (back == sentence and span.start > item.start)
        and role in _described(story, (back, index)).split()
    ]  # fmt: skip
    return found[-1:] if len({fold(story.name(end)) for end in found}) == 1 else []


def _described(story: Story, end: End) -> str:
    """Role, title and the words before a name, in small letters."""
    span = story.span(end)
    before = story.annotated[end[0]].sentence.text[: span.start]
    text = f"{before[span.left :]} {' '.join(before[-40:].split()[-1:])}"
    return f"{span.properties.get('role', '')} {span.properties.get('title', '')} {text}".casefold()


def _officer(story: Story, role: str) -> list[End]:
    """The officer of the post that a cable's header names by the same role: "the CDA"."""
    found: list[End] = [
        (index, k)
        for index, each in enumerate(story.annotated)
        if each.sentence.kind == "field"
        for k, span in enumerate(each.spans)
        if span.kind == "person" and (role in _header(story, index) or pairs("officers")[role] in _header(story, index))
    ]
    return found[:1] if len({fold(story.name(end)) for end in found}) == 1 else _post(story)


def _post(story: Story) -> list[End]:
    """The embassy or consulate that a cable comes from: it acts through officers whom nobody names."""
    for index, each in enumerate(story.annotated):
        if each.sentence.kind == "field" and each.sentence.lead == "origin":
            posted = each.sentence.text.casefold().startswith(POSTS)
            found: list[End] = [(index, k) for k, span in enumerate(each.spans) if posted and span.kind == "agency"]
            return found[:1]
    return []


def _header(story: Story, sentence: int) -> str:
    text = story.annotated[sentence].sentence.text.casefold()
    return f" {text.replace(',', ' ').replace('/', ' ').replace(chr(233), 'e')} "
