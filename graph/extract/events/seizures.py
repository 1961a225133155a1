"""Seizures: which amount was taken, where, in which case, on which vessel, by whom and from whom."""

from dataclasses import dataclass, field, replace

from graph.extract.clauses.items import Clauses
from graph.extract.clauses.modality import weaker
from graph.extract.discourse.attribution import attributed
from graph.extract.discourse.circumstances import Circumstances, circumstances
from graph.extract.discourse.participants import actors
from graph.extract.discourse.story import Story
from graph.extract.events.incidents import day
from graph.extract.events.takings import Taking, seizure_rule, taking_of
from graph.extract.events.triggers import PLAIN
from graph.extract.language.lexicon import pairs
from graph.extract.link import End
from graph.extract.text import Span
from graph.extract.trace import drop
from graph.model import Value

__all__ = ["Seizures"]

AUTHORITIES = frozenset({"agency", "armed_group", "organization", "vessel"})
OWNERS = frozenset({"person", "cartel", "armed_group"})
CRAFT = frozenset({"vessel", "aircraft"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
WORTH = frozenset({"worth", "valued", "value"})
REACH = 8  # sentences to look back for the seizure that "the bust" means


@dataclass(slots=True)
class Seizures:
    """The seizures of one document; the same amount told of twice is one."""

    story: Story
    known: list[tuple[float, str, str, End]] = field(default_factory=list)  # amount, substance, date, node

    def fresh(self, sentence: int) -> bool:
        """Tell whether a seizure was told of so shortly before a sentence that "the bust" may mean it."""
        return bool(self.known) and sentence - self.known[-1][3][0] <= REACH

    def tell(self, sentence: int) -> None:
        """Add the seizures that a sentence tells of."""
        spans = self.story.annotated[sentence].spans
        amounts = {k for k, span in enumerate(spans) if span.kind in {"quantity", "money"}}
        found = False
        view = self.story.view(sentence)
        for at, item in enumerate(view.items if amounts else ()):
            for index in (*item.inner, *item.spans):
                taking = self._taking(view, index, at) if index in amounts else None
                if taking:
                    found = True
                    self._add(sentence, index, taking)
        if not found and self.known:
            self._again(sentence)

    def _taking(self, view: Clauses, index: int, at: int) -> Taking | None:
        """Tell whether the amount in a noun phrase was seized, and how."""
        span = view.span(index)
        reason = _no_drug(span) or _worth(view, span)
        taking = None if reason else taking_of(view, at)
        reason = reason or _not_taken(view, taking, span)
        if reason:
            drop(view.annotated.sentence, (span.start, span.end), reason, "seizure")
        return None if reason else taking

    def _add(self, sentence: int, index: int, taking: Taking) -> None:
        around = circumstances(self.story, sentence, taking.at)
        node = self._node(sentence, index, around)
        self._claims(sentence, node, taking, around)

    def _claims(self, sentence: int, node: End, taking: Taking, around: Circumstances) -> None:
        story, view = self.story, self.story.view(sentence)
        by, how = attributed(story, sentence, view.items[taking.at].start, official=True)
        modality = weaker(taking.modality, how)
        properties: dict[str, Value] = {"date": around.date} if around.date else {}
        craft = [(sentence, k) for k in _craft(view, taking.at)]
        places = [around.place] if around.place else []
        for target in [*([around.case] if around.case else []), *craft, *places]:
            story.add(("SEIZED_IN", node, target), sentence, modality, "seizure", properties, by)
        for agent in actors(story, sentence, taking.by, AUTHORITIES):
            if story.kind(agent) != "vessel":
                story.add(("SEIZED_BY", node, agent), sentence, modality, "seizure", properties, by)
        for owner in actors(story, sentence, taking.owners, OWNERS):
            story.add(("SEIZED_FROM", node, owner), sentence, modality, "seizure", properties, by)

    def _node(self, sentence: int, index: int, around: Circumstances) -> End:
        """Give the seizure of an amount: the one already told of, or a new one."""
        amount = self.story.view(sentence).span(index)
        size = amount.properties.get("amount_kg", amount.properties.get("amount", 0))
        weight = float(size) if isinstance(size, (int, float)) else 0.0
        substance = str(amount.properties.get("substance") or amount.properties.get("currency", ""))
        date = around.date
        for known, kind, when, node in self.known:
            compatible = when.startswith(date) or date.startswith(when)
            if kind == substance and compatible and abs(known - weight) <= 0.01 * max(known, weight):
                return node
        node = (sentence, _span(amount, substance, around, self.story))
        self.known.append((weight, substance, date, node))
        self.story.nodes.append(node)
        return node

    def _again(self, sentence: int) -> None:
        """Add where the seizure told of before was made: "The bust was carried out in …", "the drugs were …"."""
        view, rule = self.story.view(sentence), seizure_rule()
        node = self.known[-1][3]
        if not self.fresh(sentence):
            return
        for at, item in enumerate(view.items):
            if item.tag != "N" or view.words(item).split()[0] not in DEFINITE:
                continue
            taking = Taking(at) if item.head in rule.anaphors and not item.prep and not item.inner else None
            if taking is None and item.head in rule.goods and not item.prep:
                taking = taking_of(view, at)
            if taking is not None and taking.modality == "asserted":
                around = circumstances(self.story, sentence, taking.at)
                place = around.place or self._only_place(sentence)
                self._claims(sentence, node, taking, replace(around, place=place))
                return

    def _only_place(self, sentence: int) -> End | None:
        """The place of a sentence that tells of no other."""
        view = self.story.view(sentence)
        found = [
            item.spans[0]
            for item in view.items
            if item.tag == "N" and item.prep in {"in", "off", "near"} and item.spans
            and view.span(item.spans[0]).kind == "place"
        ]  # fmt: skip
        return (sentence, found[0]) if len(found) == 1 else None


def _span(amount: Span, substance: str, around: Circumstances, story: Story) -> Span:
    properties = dict(amount.properties)
    if around.date:
        properties["date"] = around.date
    if around.place:
        properties["place"] = story.name(around.place)
    figure, unit = properties.get("amount", ""), properties.get("unit", "")
    shown = _plain(figure) if isinstance(figure, (int, float)) else str(figure)
    what = f"{shown} {unit} of {substance}" if amount.kind == "quantity" else f"{substance} {shown}"
    name = f"Seizure of {what}" + (f", {day(around.date)}" if around.date else "")
    return Span(
        amount.start, amount.right, "seizure", name, amount.left, amount.right, amount.confidence, "seizure", properties
    )


def _no_drug(amount: Span) -> str:
    """Say why an amount is none of a drug or of money; "" if it is."""
    if amount.properties.get("cargo"):
        return "cargo that hides a drug is no drug"
    unknown = amount.kind == "quantity" and not amount.properties.get("substance")
    return "an amount of nothing that the list of drugs knows" if unknown else ""


def _worth(view: Clauses, amount: Span) -> str:
    """Say so where money is the worth of what was taken: "drugs worth 2 million dollars", "the $2m cocaine"."""
    if amount.kind != "money":
        return ""
    before, behind = view.text[: amount.start].split()[-4:], view.text[amount.end :].split()[:1]
    valued = any(word in WORTH for word in before) or any(word in pairs("drugs") or word == "worth" for word in behind)
    return "the worth of what was taken" if valued else ""


def _not_taken(view: Clauses, taking: Taking | None, amount: Span) -> str:
    """Say why an amount was not seized; "" if it was."""
    if taking is None:
        return "no word says that it was taken or found"
    verb = view.items[taking.at]
    if amount.kind == "money" and verb.tag == "V" and verb.head in seizure_rule().verbs.keys() - seizure_rule().cash:
        return "money that nobody took away"
    if taking.modality not in {"asserted", "alleged"}:
        return f"it is only {taking.modality}"
    text = f" {view.text.translate(PLAIN)} "
    return "a figure for a year or a country" if any(word in text for word in seizure_rule().statistics) else ""


def _plain(figure: float) -> str:
    """Write a figure as people do: "2,000,000", "2.5"."""
    return f"{figure:,.3f}".rstrip("0").rstrip(".")


def _craft(view: Clauses, at: int) -> list[int]:
    """Vessels and aircraft in the same part of the sentence, other than the one that made the seizure."""
    items = view.items
    first = next((k + 1 for k in range(at - 1, -1, -1) if items[k].tag == ";"), 0)
    last = next((k for k in range(at, len(items)) if items[k].tag == ";"), len(items))
    return [
        index for item in items[first:last] if item.prep != "by"
        for index in item.spans if item.tag == "N" and view.span(index).kind in CRAFT
    ]  # fmt: skip
