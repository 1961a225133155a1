"""Meetings: who met, briefed or received whom, who attended, who accompanied whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import of_verb, upcoming, weaker
from graph.extract.clauses.phrases import after, by_phrase, objects
from graph.extract.clauses.subjects import possessor, subject
from graph.extract.discourse.attribution import attributed
from graph.extract.discourse.circumstances import circumstances
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.agreements import dealing
from graph.extract.events.event_rules import Trigger, split
from graph.extract.events.incidents import day
from graph.extract.events.triggers import matching
from graph.extract.link import End
from graph.extract.text import Span
from graph.extract.trace import drop
from graph.model import Modality, Value

__all__ = ["Meetings", "meeting_verbs"]

SIDES = frozenset({"person", "agency", "armed_group", "cartel", "source"})
OFFICES = frozenset({"person", "agency"})
PERSON = frozenset({"person"})
TALKING = frozenset({"tell", "inform", "confirm", "say"})  # asks for a person who tells an office or a person
MOST = 12


@cache
def meeting_verbs() -> dict[str, tuple[Trigger, ...]]:
    """Triggers of the meeting rule by lemma."""
    found: dict[str, tuple[Trigger, ...]] = {}
    for text in dealing("meeting")["verbs"]:
        lemma, tail = split(text)
        found[lemma] = (Trigger("meeting", tail), *found.get(lemma, ()))
    return found


@dataclass(slots=True)
class Meetings:
    """The meetings of one document."""

    story: Story
    delegation: list[End] = field(default_factory=list)  # a principal and who came along, told of last

    def tell(self, sentence: int) -> None:
        """Add who met whom in a sentence."""
        view = self.story.view(sentence)
        nouns, verbs, company = dealing("meeting")["nouns"], meeting_verbs(), dealing("accompany")["verbs"]
        for at, item in enumerate(view.items):
            if item.tag == "V":
                if item.head in company:
                    self._accompany(sentence, at)
                elif item.head in verbs and matching(view, at, verbs[item.head]):
                    self._met(sentence, at)
            elif item.tag == "N" and item.head in nouns:
                self._meeting(sentence, at)
        for speech in view.speeches:
            if speech.subject < 0 <= min(speech.who, speech.to):  # "…, X told Y"
                told = ("MET_WITH", (sentence, speech.who), (sentence, speech.to))
                self.story.add(told, sentence, "asserted", "meeting")

    def _accompany(self, sentence: int, at: int) -> None:
        story, view = self.story, self.story.view(sentence)
        item = view.items[at]
        passive = item.voice == "passive" or (item.voice == "bare" and not objects(view, at))
        followers = actors(story, sentence, by_phrase(view, at)[0] if passive else subject(view, at), PERSON)
        principals = actors(story, sentence, self._principals(view, at) if passive else objects(view, at), PERSON)
        modality = of_verb(view, at)
        if not (principals and followers):
            self._leave(sentence, at, "accompany", "whoever came along, or with whom, is not named")
        for principal in principals[:1]:
            for follower in followers[:MOST]:
                self._add("ACCOMPANIED", follower, principal, sentence, at, modality)
            if followers and modality == "asserted":
                self.delegation = [principal, *followers]

    def _principals(self, view: Clauses, at: int) -> list[int]:
        """Who was accompanied; of "X's visit to Y, accompanied by" it is X."""
        found = subject(view, at)
        for k in [*found, *range(at - 1, max(-1, at - 5), -1)]:
            if view.items[k].tag == "N" and not view.items[k].spans:
                owners = possessor(view, k)
                if owners:
                    return owners
        return found

    def _met(self, sentence: int, at: int) -> None:
        story, view = self.story, self.story.view(sentence)
        item = view.items[at]
        talking = item.head in TALKING
        toward = {"to"} if talking else set(dealing("meeting")["toward"])
        passive = item.voice == "passive"
        first = subject(view, at)
        second = by_phrase(view, at)[0] if passive else objects(view, at)
        plain_object = bool(second)
        if not passive and (not second or item.head in {"meet", "hold", "speak", "talk"}):
            second = [*second, *after(view, at, toward if item.head not in {"meet", "hold"} else {"with"})]
        here = actors(story, sentence, first, PERSON if talking else SIDES)
        there = actors(story, sentence, second, OFFICES if talking else SIDES)
        if talking:  # "X told Poloff": not for the whole post
            there = [
                end for end in there if story.annotated[end[0]].sentence.kind != "field" or story.kind(end) == "person"
            ]
        if not there and plain_object and self._is_delegation(view, second):
            there = self.delegation
        if not there and item.head == "meet" and len(here) > 1 and not plain_object:
            here, there = here[:1], here[1:]
        if not (here and there):
            self._leave(sentence, at, "meeting", "only one side of it is named, or none")
        self._pairs(here, there, sentence, at, of_verb(view, at))

    def _is_delegation(self, view: Clauses, positions: Sequence[int]) -> bool:
        return any(view.items[k].head in {"delegation", "party", "group", "visitors"} for k in positions)

    def _meeting(self, sentence: int, at: int) -> None:
        """A meeting as a noun: "at a meeting with X, Y said", "talks between X and Y", "the X-Y meeting"."""
        story, view = self.story, self.story.view(sentence)
        item = view.items[at]
        between = actors(story, sentence, after(view, at, {"between", "among"}), SIDES)
        inner: list[End] = [(sentence, k) for k in item.inner if view.span(k).kind in SIDES]
        there = actors(story, sentence, after(view, at, {"with"}), SIDES)
        here = actors(story, sentence, possessor(view, at), SIDES)
        if there and not here:
            here = self._host(sentence, at)
        if len(between) > 1:
            here, there = between[:1], between[1:]
        elif len(inner) > 1:
            here, there = inner[:1], inner[1:]
        if here and there:
            modality = upcoming(view, at)
            self._pairs(here, there, sentence, at, modality)
            self._node(sentence, at, [*here, *there], modality)
        else:
            self._leave(sentence, at, "meeting", "only one side of it is named, or none")

    def _host(self, sentence: int, at: int) -> list[End]:
        """Who had the meeting: the subject of the clause that it stands in or opens."""
        view = self.story.view(sentence)
        verbs = [k for k, item in enumerate(view.items) if item.tag == "V"]
        before = [k for k in verbs if k < at]
        for verb in [*before[-1:], *[k for k in verbs if k > at][:1]]:
            found = actors(self.story, sentence, subject(view, verb), SIDES)
            if found:
                return found
        return []

    def _node(self, sentence: int, at: int, sides: Iterable[End], modality: Modality) -> None:
        """Add a dated meeting as a node that its sides attended."""
        around = circumstances(self.story, sentence, at)
        if not around.date:
            return
        item = self.story.view(sentence).items[at]
        properties: dict[str, Value] = {"named": False, "date": around.date}
        if around.place:
            properties["place"] = self.story.name(around.place)
        name = f"{item.head}, {day(around.date)}"
        node: End = (
            sentence,
            Span(item.start, item.end, "meeting", name, item.start, item.end, 0.9, "meeting", properties),
        )
        for side in sides:
            self.story.add(("ATTENDED", side, node), sentence, modality, "meeting", {"date": around.date})

    def _pairs(self, here: list[End], there: list[End], sentence: int, at: int, modality: Modality) -> None:
        for one in here[:MOST]:
            for other in there[:MOST]:
                if other not in here:
                    self._add("MET_WITH", one, other, sentence, at, modality)

    def _leave(self, sentence: int, at: int, rule: str, reason: str) -> None:
        """Tell why a verb or a noun gives nothing."""
        view = self.story.view(sentence)
        drop(view.annotated.sentence, (view.items[at].start, view.items[at].end), reason, rule)

    def _add(self, kind: str, one: End, other: End, sentence: int, at: int, modality: Modality) -> None:
        view = self.story.view(sentence)
        around = circumstances(self.story, sentence, at)
        by, how = attributed(self.story, sentence, view.items[at].start)
        properties: dict[str, Value] = {"date": around.date} if around.date else {}
        rule = "accompany" if kind == "ACCOMPANIED" else "meeting"
        self.story.add((kind, one, other), sentence, weaker(modality, how), rule, properties, by)
