"""Speech clauses: "the minister said that …", "…, prosecutors allege", "X, a witness said, …", "according to Y".

A clause of speech that stands beside what is said is taken out of the row of items, so that the speaker is never
mistaken for one who takes part in the event.
"""

from graph.extract.clauses.clauses import clauses
from graph.extract.clauses.items import ACTORS, Clauses, Item, Speech
from graph.extract.clauses.modality import hedges
from graph.extract.language.grammar import humans, lists
from graph.extract.text import Annotated

__all__ = ["heard"]

WHEN = frozenset({"week", "month", "year", "night", "day", "morning", "today", "yesterday", "evening", "afternoon"})
BODIES = frozenset({"agency", "organization", "armed_group", "cartel"})
MOST = 24  # verbs of speech in what is read as one sentence; more are a list
OWNING = frozenset({"of", "from", "for", "at", "with"})
ASIDE = frozenset({",", "-", '"', "("})
ENDS = frozenset({",", ";", ":", '"', ")", "-"})


def heard(annotated: Annotated) -> Clauses:
    """Chunk a sentence, note its clauses of speech, and take out those that stand beside what is said."""
    view = clauses(annotated)
    _hear(view)
    return view


def _hear(view: Clauses) -> None:
    _according(view)
    verbs = hedges().saying | hedges().alleging
    if sum(item.tag == "V" and item.head in verbs for item in view.items) > MOST:
        return
    at = 0
    while at < len(view.items):
        item = view.items[at]
        if item.tag == "V" and item.head in verbs and _finite(item):
            before = len(view.items)
            _aside(view, at)
            if len(view.items) < before:
                at = max(0, at - (before - len(view.items)))
                continue
        at += 1
    for position, item in enumerate(view.items):
        if item.tag == "V" and item.head in verbs and _finite(item):
            _leading(view, position)


def _finite(item: Item) -> bool:
    return item.voice != "passive" and item.form != "ing" and "to" not in item.helpers and not item.negated


def _according(view: Clauses) -> None:
    """Find "according to X"; it covers its part of the sentence."""
    for at in range(len(view.items) - 1, 0, -1):
        if not _is_source(view.items, at):
            continue
        first, last = _part(view, at)
        if at > 2 and view.items[at - 2].tag == "," and view.items[at - 3].tag == "C":  # "and, according to X, …"
            first = view.items[at].start
        who = _speaker(view, at)
        view.speeches.append(_speech(view, at, (first, last), who))
        end = _over_phrases(view, at + 1)
        closed = end == len(view.items) or view.items[end].tag in ENDS
        if at > 1 and view.items[at - 2].tag in ASIDE - {"("} and closed:
            _cut(view, at - 2, end)


def _is_source(items: list[Item], at: int) -> bool:
    here = at < len(items) and items[at].tag == "N" and items[at].prep == "to"
    return here and items[at - 1].head == "according"


def _aside(view: Clauses, verb: int) -> None:
    """Take out ", X said" at the end or in the midst of a sentence, and ", said X"."""
    items = view.items
    end = _over_adjuncts(view, verb)
    start, who = _subject(view, verb)
    if who < 0 or not _speaks(view, who):
        start, who, end = _inverted(view, verb)
    closed = end == len(items) or items[end].tag in ENDS
    if who < 0 or start < 1 or items[start - 1].tag not in ASIDE or not closed:
        return
    trailing = end == len(items) or items[end].tag in ";)" or not any(item.tag in "VND" for item in items[end:])
    if trailing and not any(item.tag == "V" and item is not items[verb] for item in items[:start]):
        return
    if not trailing and end + 1 < len(items) and items[end + 1].tag == "R" and items[end + 1].head == "that":
        return
    if not trailing and not any(item.tag in "ND" for item in items[:start]):
        return
    first, last = _part(view, verb)
    inside = items[start - 1].tag == "("
    earlier = [speech.position for speech in view.speeches if first <= speech.position < items[start].start]
    if trailing:
        first, last = max([first, *earlier]) if not inside else first, items[start].start
    view.speeches.append(_speech(view, verb, (first, last), _speaker(view, who), _addressee(view, verb)))
    _cut(view, start - 1, end + (1 if end < len(items) and items[end].tag == ")" else 0))


def _leading(view: Clauses, verb: int) -> None:
    """Note "X said (that) Y did Z" and "X accused Y of …": it covers what follows."""
    items = view.items
    _, who = _subject(view, verb)
    if who < 0 or not _speaks(view, who) or not _tells(view, verb):
        return
    _, last = _part(view, verb)
    relative = any(item.tag == "R" for item in items[max(0, verb - 2) : verb])
    for at in range(verb + 1, len(items) - 1):
        joint = items[at].head in {"but", "while", "whereas"} and items[at].tag in "CS" and items[at - 1].tag == ","
        if joint or (relative and items[at].tag == "," and items[at + 1].tag == "V" and items[at + 1].form != "ing"):
            last = min(last, items[at].start)
            break
    view.speeches.append(_speech(view, verb, (items[verb].end, last), _speaker(view, who), _addressee(view, verb), who))


def _tells(view: Clauses, verb: int) -> bool:
    """Tell whether a clause follows the verb: not in "claimed responsibility", "reported the arrest of X"."""
    items = view.items
    if items[verb].head in {"accuse", "suspect"}:
        return True
    free = False
    for at in range(verb + 1, len(items)):
        item = items[at]
        if item.tag == "R":
            return item.head == "that" and (not free or items[verb].head in hedges().addressing)
        if item.tag == "V":
            return free and items[at - 1].tag != "," and item.form != "ing" and "to" not in item.helpers
        if item.tag in "S;(":
            return item.tag == "S" and not free
        free = free or (item.tag == "N" and not item.prep) or item.tag in ':"'
    return any(item.tag in ':"' for item in items[verb + 1 : verb + 4]) and free


def _subject(view: Clauses, verb: int) -> tuple[int, int]:
    """Where a verb of speech's subject begins, apposition and all, and the position of its noun phrase (-1: none)."""
    items = view.items
    if not verb:
        return 0, -1
    before = items[verb - 1]
    if before.tag == "R" and before.head in {"who", "which", "that"}:
        at = next((k for k in range(verb - 2, -1, -1) if items[k].tag == "N"), -1)
        while at > 0 and items[at].prep and not items[at].spans and items[at - 1].tag == "N":
            at -= 1
        return (at, at) if at >= 0 and items[at].spans else (0, -1)
    if before.tag == ",":
        return _apposed(view, verb - 1)
    start = verb
    while start and (items[start - 1].tag in "NDA" or (items[start - 1].tag == "C" and items[start - 2].tag == "N")):
        start -= 1
    free = _free(items, start, verb)
    if free and start and items[start - 1].tag == "V":  # "killed A and B said"
        joint = max((k for k in range(start, verb) if items[k].tag == "C"), default=start)
        free = [k for k in free if k > joint] or free[-1:]
        start = free[0]
    return (start, free[0]) if free else (start, -1)


def _apposed(view: Clauses, comma: int) -> tuple[int, int]:
    """Find the subject in "X, the police chief, said" and "the police chief, X, said"."""
    items = view.items
    opening = next((k for k in range(comma - 1, -1, -1) if items[k].tag in ",;"), -1)
    if opening < 0:
        return 0, -1
    inside = _free(items, opening + 1, comma)
    if len(inside) == 1 and _holds_role(view, items[inside[0]]):
        return inside[0], inside[0]
    start = opening
    while start and items[start - 1].tag in "NDA":
        start -= 1
    free = _free(items, start, opening)
    if not free:
        return start, -1
    named = _free(items, opening + 1, comma)
    plain = not items[free[0]].spans and not any(item.tag in "VRS" for item in items[opening:comma])
    return start, named[0] if plain and named and items[named[0]].spans else free[0]


def _holds_role(view: Clauses, item: Item) -> bool:
    """Tell a phrase that has a role in apposition before the name: "his lawyer, Ana Ruiz"."""
    return bool(item.spans) and "," in view.text[item.start : view.span(item.spans[0]).start]


def _free(items: list[Item], start: int, end: int) -> list[int]:
    """Positions of noun phrases behind no preposition that own nothing."""
    return [k for k in range(start, end) if items[k].tag == "N" and not items[k].prep and not items[k].owns]


def _inverted(view: Clauses, verb: int) -> tuple[int, int, int]:
    """Read ", said X of the police, …": where it starts, who speaks, where it ends."""
    items = view.items
    who = verb + 1
    if items[verb].head not in hedges().inverted or items[verb].helpers or who >= len(items):
        return 0, -1, 0
    item = items[who]
    if item.tag != "N" or item.prep or item.owns or item.pronoun or not _speaks(view, who):
        return 0, -1, 0
    end = _over_phrases(view, who + 1)
    after = end + 1
    while after < len(items) and items[end].tag == "," and items[after].tag in "ND":  # ", head of the police"
        after += 1
    if after == len(items):
        end = after
    return verb, who, end


def _over_phrases(view: Clauses, at: int) -> int:
    """Go over the prepositional phrases and dates behind a noun phrase."""
    items = view.items
    while at < len(items) and (items[at].tag in "DA" or (items[at].tag == "N" and items[at].prep)):
        at += 1
    return at


def _over_adjuncts(view: Clauses, verb: int) -> int:
    """Go over what a verb of speech carries with it: whom one told, when, where and how."""
    items, at = view.items, verb + 1
    told = items[verb].head in hedges().addressing
    while at < len(items):
        item = items[at]
        if item.tag == "N" and not item.prep:
            if item.head not in WHEN and not told:
                break
            told = told and item.head in WHEN
        elif item.tag not in "NDA":
            break
        at += 1
    return at


def _speaks(view: Clauses, at: int) -> bool:
    """Tell whether a noun phrase can speak: people, offices, papers."""
    item = view.items[at]
    if item.spans or item.pronoun:
        return not item.spans or view.span(item.spans[0]).kind in ACTORS
    speaking = (humans(), hedges().accusers, hedges().papers)
    return any(item.head in words for words in speaking) or _body(view, item) >= 0


def _speaker(view: Clauses, at: int) -> int:
    """Index of the named actor that a noun phrase is, or whose people it means; -1 where it names nobody."""
    item = view.items[at]
    for index in item.spans:
        if view.span(index).kind in ACTORS:
            return index
    if item.spans or item.pronoun == item.head != "":
        return -1
    body = _body(view, item)
    if body >= 0:
        return body
    following = view.items[at + 1] if at + 1 < len(view.items) else None
    theirs = item.head in lists("people") or item.head in hedges().spokesmen
    if not theirs or following is None or following.tag != "N" or following.prep not in OWNING:
        return -1
    return next((index for index in following.spans if view.span(index).kind in BODIES), -1)


def _body(view: Clauses, item: Item) -> int:
    """The office inside a plain noun phrase: "DEA sources"."""
    return next((index for index in reversed(item.inner) if view.span(index).kind in BODIES | {"source"}), -1)


def _addressee(view: Clauses, verb: int) -> int:
    """Index of the person or office that somebody told; -1 for none."""
    following = view.items[verb + 1] if verb + 1 < len(view.items) else None
    if view.items[verb].head not in hedges().addressing or following is None or following.tag != "N" or following.prep:
        return -1
    return next((index for index in following.spans if view.span(index).kind in {"person", "agency"}), -1)


def _speech(view: Clauses, at: int, covers: tuple[int, int], who: int, to: int = -1, subject: int = -1) -> Speech:
    item = view.items[at]
    accuser = _accuses(view, at if subject < 0 and item.tag == "N" else _subject(view, at)[1], who)
    alleged = item.tag == "V" and item.head in hedges().alleging
    return Speech(item.start, covers[0], covers[1], who, to, subject, alleged=alleged, accuser=accuser)


def _accuses(view: Clauses, at: int, who: int) -> bool:
    """Tell whether a speaker is one who accuses or testifies: a prosecutor, an indictment, a witness."""
    accusers = hedges().accusers
    if who >= 0 and view.span(who).kind == "person":
        span = view.span(who)
        called = f"{span.properties.get('role', '')} {view.text[span.left : span.start]}".lower().split()
        return not accusers.isdisjoint(called)
    return at >= 0 and who < 0 and view.items[at].head in accusers


def _part(view: Clauses, at: int) -> tuple[int, int]:
    """Characters of the part of the sentence, between semicolons, in which an item stands."""
    first = next((view.items[k].end for k in range(at, -1, -1) if view.items[k].tag == ";"), 0)
    last = next((view.items[k].start for k in range(at, len(view.items)) if view.items[k].tag == ";"), len(view.text))
    return first, last


def _cut(view: Clauses, start: int, end: int) -> None:
    """Take items out, with the second of two commas around them where a verb and its subject were parted."""
    items = view.items
    first, last = items[start].start, items[end - 1].end
    parted = end + 1 < len(items) and items[end].tag == "," and items[end + 1].tag == "V"
    apart = any(item.tag in "VSR" for item in items[max(0, start - 4) : start])
    if parted and not apart and items[start - 1].tag == "N":
        end += 1
    view.text = f"{view.text[:first]}{' ' * (last - first)}{view.text[last:]}"
    del items[start:end]
