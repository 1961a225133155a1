"""From events to the graph: a case for every incident, the roles in it, the direct edge between two named parties."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.extract.clauses.modality import weaker
from graph.extract.discourse.attribution import attributed
from graph.extract.discourse.story import Story, fold
from graph.extract.events.events import Event
from graph.extract.link import End
from graph.extract.text import Span
from graph.extract.trace import drop
from graph.model import Modality, Value
from graph.ontology import ontology

__all__ = ["Incidents", "day", "past"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
ESTABLISHED = frozenset({"asserted", "attempted"})
MOST_PARTIES = 24


def day(date: str) -> str:
    """Write an ISO date for a title: "June 30, 2005", "June 2009", "2007"."""
    parts = date.split("-")
    if not parts[0].isdigit() or len(parts) > 3 or not all(part.isdigit() for part in parts):
        return date
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1] if 1 <= int(parts[1]) <= 12 else parts[1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{month} {int(parts[2])}, {parts[0]}"


def past(date: str, today: str) -> str:
    """Move a month or day without a year, read as still to come, into the year before: what was done is past."""
    later = bool(today) and date[:4].isdigit() and date[:7] > today[:7]
    return f"{int(date[:4]) - 1:04}{date[4:]}" if later else date


@dataclass(slots=True)
class _Incident:
    type: str
    parties: set[str]  # folded names of whom it happened to; of who did it where nobody else is named
    date: str
    end: End
    agents: list[tuple[End, Modality]]


@dataclass(slots=True)
class Incidents:
    """The incidents of one document; what sentences tell in turn becomes one case."""

    story: Story
    known: list[_Incident] = field(default_factory=list)
    last: Event | None = None  # the event told of last

    def tell(self, event: Event) -> None:
        """Add what an event claims."""
        if event.around.yearless and event.modality != "planned":
            event.around = replace(event.around, date=past(event.around.date, self.story.document.date))
        event.patients, event.agents = event.patients[:MOST_PARTIES], event.agents[:MOST_PARTIES]
        official = event.rule.suspect == event.rule.doer
        by, how = attributed(self.story, event.sentence, event.start, official=official)
        event.modality = weaker(event.modality, how)
        event.agents = [(end, weaker(modality, how)) for end, modality in event.agents]
        case = event.case = event.case or self._case(event)
        properties = self._properties(event)
        for patient in event.patients:
            self._add((event.rule.victim, patient, case), event, event.modality, by, properties)
            if event.rule.place and event.around.place:
                self._add((event.rule.place, patient, event.around.place), event, event.modality, by, properties)
        for agent, modality in event.agents:
            role = event.rule.doer if modality in ESTABLISHED else event.rule.suspect
            self._add((role, agent, case), event, modality, by, properties)
            for patient in event.patients:
                self._add((event.rule.direct, agent, patient), event, modality, by, properties)
        self._in_case(event, by)
        self.last = event

    def _in_case(self, event: Event, by: End | None) -> None:
        """Tie everyone in the event to the named case that it belongs to."""
        case = event.around.case
        if case is None:
            return
        detained = event.rule.place and self.story.view(event.sentence).text[event.start : event.end].find("det") >= 0
        for patient in event.patients:
            kind = "DETAINED_IN" if detained else "LINKED_TO"
            self._add((kind, patient, case), event, event.modality, by, {"role": event.rule.type})
        for agent, modality in event.agents:
            self._add(("LINKED_TO", agent, case), event, modality, by, {"role": event.rule.type})

    def _add(
        self, claim: tuple[str, End, End], event: Event, modality: Modality, by: End | None,
        properties: dict[str, Value],
    ) -> None:  # fmt: skip
        relation = ontology().relations.get(claim[0])
        source, target = self.story.span(claim[1]), self.story.span(claim[2])
        if relation and relation.admits(source.kind, target.kind):
            self.story.add(claim, event.sentence, modality, event.rule.id, properties, by)
        elif relation:
            about = (*claim[:1], source.name, target.name, source.kind, target.kind)
            reason = "{} {} > {}: the ontology has no such relation from {} to {}"
            drop(self.story.annotated[event.sentence].sentence, (event.start, event.end), reason, event.rule.id, *about)

    def _properties(self, event: Event) -> dict[str, Value]:
        properties: dict[str, Value] = {}
        if event.around.date:
            properties["date"] = event.around.date
        if event.rule.role:
            properties["role"] = event.rule.role
        return properties

    def _case(self, event: Event) -> End:
        """Give the case of an event: one already told of with the same party and no other date, or a new one."""
        parties = {fold(self.story.name(end)) for end in event.patients}
        date = event.around.date
        for known in self.known:
            compatible = known.date.startswith(date) or date.startswith(known.date)
            shared = parties & known.parties
            if known.type == event.rule.type and compatible and shared:
                known.parties |= parties
                known.date = max(known.date, date, key=len)
                if event.agents:
                    known.agents = event.agents
                elif parties > shared:  # who is taken together with someone is taken by the same
                    event.agents = known.agents
                return known.end
        end = self._new_case(event)
        if parties:
            self.known.append(_Incident(event.rule.type, parties, date, end, event.agents))
        return end

    def _new_case(self, event: Event) -> End:
        title = self._title(event)
        properties: dict[str, Value] = {"named": False, "type": event.rule.type}
        if event.around.date:
            properties["date"] = event.around.date
        if event.around.place:
            properties["place"] = self.story.name(event.around.place)
        span = Span(event.start, event.end, "case", title, event.start, event.end, 0.9, event.rule.id, properties)
        return event.sentence, span

    def _title(self, event: Event) -> str:
        """Write "Arrest of X and Y, June 2009"."""
        patients = names(self.story, event.patients)
        agents = names(self.story, [end for end, _ in event.agents])
        link = {"attack": "on", "combat": "with", "threat": "against"}.get(event.rule.type, "of")
        party = f" {link} {patients}" if patients else f" by {agents}" if agents else ""
        return f"{event.rule.title}{party}" + (f", {day(event.around.date)}" if event.around.date else "")


def names(story: Story, ends: Iterable[End]) -> str:
    """List names: "X", "X and Y", "X, Y and 3 others"."""
    listed = list(dict.fromkeys(story.name(end) for end in ends))
    if len(listed) > 3:
        return f"{listed[0]}, {listed[1]} and {len(listed) - 2} others"
    return " and ".join(part for part in (", ".join(listed[:-1]), *listed[-1:]) if part)
