"""Who does it: the subject of a verb group, and whom a relative pronoun stands for.

Works on the row of items of one sentence, so that active and passive voice, relative clauses, participles,
interpolations and verbs that share a subject all come out as the same few item positions.
"""

from collections.abc import Sequence
from itertools import pairwise

from graph.extract.clauses.items import ACTORS, Clauses, Item
from graph.extract.clauses.phrases import CLAUSAL, kind, objects, opening, reduced
from graph.extract.language.grammar import humans, lists
from graph.extract.language.lexicon import singular

__all__ = ["antecedent", "before_interpolation", "possessor", "subject"]

PLURAL = frozenset({"were", "are", "have"})
SINGULAR = frozenset({"was", "is", "has"})


def subject(view: Clauses, verb: int) -> list[int]:
    """Positions of the noun phrases that are the subject of the verb group at a position, leftmost first."""
    items = view.items
    before = items[verb - 1] if verb else None
    if before is not None and "to" in items[verb].helpers and before.tag == "N" and _leads(items, verb - 1):
        return [verb - 1]
    if (
        before is not None
        and before.tag == "V"
        and before.head in lists("opinion", "events")
        and not _depends(items[verb])
    ):
        return _said_of(view, verb - 1)
    found, stop = _collect(view, verb)
    if stop >= 0 and items[stop].tag == "R" and not found:
        return antecedent(view, stop, plural=bool(PLURAL.intersection(items[verb].helpers)))
    if stop >= 0 and items[stop].tag == "V" and _shares(items, verb, stop, found):
        if (
            items[verb].form == "ing"
            and items[stop].head in lists("accusing", "events")
            and items[stop].voice == "active"
        ):
            return objects(view, stop)  # "charges X with taking bribes"
        return subject(view, stop)
    if stop >= 0 and items[stop].tag == "V" and items[stop].head not in lists("opinion", "events"):
        found = _own_clause(items, found)
    return _one_clause(items, found[::-1], verb) or (_fronted(items, verb) if stop < 0 else [])


def _leads(items: Sequence[Item], at: int) -> bool:
    """Tell whether a noun phrase is who does what the infinitive says: "waits for X to sign", "a bid by X to flee"."""
    if items[at].prep != "by":
        return items[at].prep == "for"
    return at > 0 and items[at - 1].head in lists("attempt_nouns", "hedges") | lists("plan_nouns", "hedges")


def _own_clause(items: Sequence[Item], found: list[int]) -> list[int]:
    """Drop what the clause before ", and" or "but" had as objects: "tried it, but the army killed X"."""
    for number, (near, far) in enumerate(pairwise(found)):
        between = items[far + 1 : near]
        joint = any(item.tag == "C" and item.head == "but" for item in between)
        if joint or {item.tag for item in between} >= {",", "C"}:
            return found[: number + 1]
    return found


def _collect(view: Clauses, verb: int) -> tuple[list[int], int]:
    """Walk left from a verb: free noun phrases on the way, nearest first, and where the clause begins (-1: nowhere)."""
    items = view.items
    found: list[int] = []
    at = verb - 1
    while at >= 0:
        item = items[at]
        if item.tag == "N":
            if not item.prep and not item.owns and not (found and _in_phrase(items, at)):
                found.append(at)
        elif item.tag in {")", ",", "-"}:
            at = _skip(view, at, found)
        elif _stops(items, verb, at, found):
            return found, at
        at -= 1
    return found, -1


def _skip(view: Clauses, at: int, found: Sequence[int]) -> int:
    """Go left over a parenthesis, an interpolation or a list behind a preposition."""
    if view.items[at].tag == ")":
        return opening(view.items, at)
    listed = _listed_in_phrase(view, at) if found and view.items[at].tag == "," else -1
    return listed if listed >= 0 else before_interpolation(view.items, at)


def _stops(items: Sequence[Item], verb: int, at: int, found: Sequence[int]) -> bool:
    """Tell whether the clause of a verb begins behind the item at a position."""
    item = items[at]
    if item.tag == "V":
        return bool(found) or not reduced(item) or _shares(items, verb, at, found)
    return item.tag in {"S", "R", "(", ":"} or (item.tag == ";" and _has_verb(items, at))


def _shares(items: Sequence[Item], verb: int, earlier: int, found: Sequence[int]) -> bool:
    """Tell whether a verb group takes over the subject of an earlier one: "was arrested and taken to …"."""
    before = items[verb - 1].tag
    if before == "," and found and before_interpolation(items, verb - 1) != verb - 1:
        return False  # "…, and X, who had fled, was shot"
    if before in {"C", ",", "S"} or verb - 1 == earlier:
        return True
    if items[verb].form == "ing" or "to" in items[verb].helpers:
        return items[earlier].head not in lists("control", "events") and not (found and _names(items[found[0]]))
    return before == "A" and not found and not reduced(items[earlier])


def _listed_in_phrase(view: Clauses, comma: int) -> int:
    """Position of the preposition's phrase in "with A, B and C, X said"; -1 where the comma ends no such list."""
    joined = False
    for at in range(comma - 1, -1, -1):
        item = view.items[at]
        if item.tag == "N":
            if kind(view, item) not in {"actor", "plain"}:
                return -1
            if item.prep:
                return at if joined and item.prep not in {"of", "from"} else -1
        elif item.tag == "C":
            joined = True
        elif item.tag != ",":
            return -1
    return -1


def _depends(item: Item) -> bool:
    return item.form == "ing" or "to" in item.helpers


def _said_of(view: Clauses, verb: int) -> list[int]:
    """Of whom something is said: "Y, whom X said were responsible"."""
    for at in range(verb - 1, -1, -1):
        if view.items[at].tag == "R":
            return antecedent(view, at, plural=True)
        if view.items[at].tag in "VS;:":
            break
    return []


def _in_phrase(items: Sequence[Item], at: int) -> bool:
    """Tell B in "with A and B, X said": coordinated with what stands behind a preposition, before a comma."""
    joined = at > 1 and items[at - 1].tag == "C" and items[at - 2].tag == "N" and bool(items[at - 2].prep)
    return joined and items[at + 1].tag == ","


def _names(item: Item) -> bool:
    return bool(item.spans or item.inner or item.pronoun)


def _one_clause(items: Sequence[Item], found: list[int], verb: int) -> list[int]:
    """Drop the objects of an earlier clause: "arrested A, and B was killed" leaves B."""
    if len(found) > 1 and SINGULAR.intersection(items[verb].helpers):
        for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if any(item.tag == "C" for item in items[left:right]):
                return found[found.index(right) :]
    return found


def _has_verb(items: Sequence[Item], end: int) -> bool:
    return any(item.tag == "V" and not reduced(item) for item in items[:end])


def before_interpolation(items: Sequence[Item], at: int) -> int:
    """Go back over ", the head of …," or ", who was …," that ends with the comma at a position."""
    mark = items[at].tag
    start = at - 1
    while start >= 0 and items[start].tag != mark:
        if items[start].tag == ")":
            start = opening(items, start)
        elif items[start].tag == ";":
            return at
        start -= 1
    inside = [item for item in items[start + 1 : at] if item.tag not in '"A']
    if start < 0 or not inside:
        return at
    first = inside[0]
    if _further(items, start, at, inside):
        return at
    finite = [item for item in inside if item.tag == "V" and not reduced(item)]
    coordinated = first.tag == "C" and bool(items[at - 1].spans)  # "A, 38, and his wife, B, 35, were"
    joined = coordinated or any(a.tag == "C" and b.tag == "N" and b.spans and not b.prep for a, b in pairwise(inside))
    if not finite and joined and (coordinated or (first.tag == "N" and not first.prep)):
        return at  # "X, leader of the union and Y, a priest, were …"
    if first.tag in "RS" or reduced(first) or not finite:
        return start
    said = len(finite) == 1 and inside[-1] is finite[0] and first.tag == "N"
    return start if said or any(item.tag == "R" for item in inside[:3]) else at


def _further(items: Sequence[Item], start: int, at: int, inside: Sequence[Item]) -> bool:
    """Tell a further deed or name between two commas: "seized the town, destroyed the bridge,", "A, B, and C were"."""
    if inside[0].voice == "bare" and _has_object(inside):
        return True
    if inside[0].tag == "C" and len(inside) > 1 and inside[1].tag == "N" and inside[1].spans:
        return all(item.tag in "N(),C" for item in inside)  # "…, and C (a cook), and her daughter, D, were"
    bracketed = [item.tag for item in inside] == ["N", "(", "N", ")"]
    last = at - 3 if bracketed else at  # "A, B (a cook), and C were"
    if start <= 0 or not (bracketed or len(inside) == 1):
        return False
    return _listed_names(items, start, last, at) or (not bracketed and _led_in(items, start, inside[0]))


def _has_object(inside: Sequence[Item]) -> bool:
    """Tell "destroyed the bridge" from "destroyed last night": a past tense with an object is no participle."""
    following = inside[1] if len(inside) > 1 else None
    if following is None or following.tag != "N" or following.prep or inside[0].head in lists("naming", "events"):
        return False
    return following.head not in lists("moments", "events") | lists("results", "events") and not following.pronoun


def _listed_names(items: Sequence[Item], start: int, last: int, at: int) -> bool:
    """Tell whether the name before ``last`` stands in a list: a name before it, and another or "and" behind."""
    inside, before, following = items[last - 1], items[start - 1], items[at + 1 : at + 2]
    named = all(item.tag == "N" and item.spans and not item.prep for item in (inside, before))
    goes_on = bool(following) and (following[0].tag == "C" or (following[0].tag == "N" and bool(following[0].spans)))
    return named and goes_on


def _led_in(items: Sequence[Item], start: int, inside: Item) -> bool:
    """Tell whether only "in May" and the like stands before a name in commas: "while, in Tarma, X, 35, was"."""
    if inside.tag != "N" or not inside.spans or inside.prep:
        return False
    for item in reversed(items[:start]):
        if item.tag in CLAUSAL:
            return item.tag == "S"
        if not (item.tag in "DA," or (item.tag == "N" and item.prep)):
            return False
    return True


def _fronted(items: Sequence[Item], verb: int) -> list[int]:
    """Find the subject of a participle that opens the sentence: "Arrested in May, X …"."""
    if items[verb].voice != "bare":
        return []
    comma = next((k for k in range(verb + 1, len(items)) if items[k].tag == ","), len(items))
    for at in range(comma + 1, len(items)):
        if items[at].tag == "N" and not items[at].prep and not items[at].owns:
            return [at]
        if items[at].tag in CLAUSAL:
            break
    return []


def antecedent(view: Clauses, relative: int, *, plural: bool = False) -> list[int]:
    """Positions of the noun phrases that a relative pronoun stands for."""
    items = view.items
    human = items[relative].head in {"who", "whom", "whose"}
    nearest, at = -1, relative - 1
    while at >= 0 and items[at].tag not in CLAUSAL and items[at].tag != "(":
        item = items[at]
        if item.tag == ")":
            at = opening(items, at)
        elif item.tag == "N":
            kinds = {view.span(index).kind for index in item.spans}
            if kinds & ACTORS if human else True:
                return _with_earlier(view, at) if plural else [at]
            if human and plural and nearest < 0 and item.head in humans() and singular(item.head) != item.head:
                return [at]  # "in X's case of the priests who were killed"
            if nearest < 0 and not item.prep and not item.spans and items[at - 1].tag not in {",", "-"}:
                nearest = at
                if human:
                    break
        at -= 1
    return [nearest] if nearest >= 0 else []


def _with_earlier(view: Clauses, last: int) -> list[int]:
    """Extend a plural antecedent to the left: "A and B, who were …"."""
    found = [last]
    for at in range(last - 1, -1, -1):
        item = view.items[at]
        if item.tag == "N" and item.spans and view.span(item.spans[0]).kind in ACTORS and not item.owns:
            found.append(at)
            if item.prep:
                break
        elif item.tag not in {",", "C", "D"}:
            break
    return found[::-1]


def possessor(view: Clauses, noun: int) -> list[int]:
    """Positions of who owns a noun: "X's arrest", "X, whose arrest"; a pronoun owner is the noun itself."""
    before = view.items[noun - 1] if noun else None
    if before is None:
        return []
    if before.tag == "N" and before.owns:
        return [noun - 1]
    if before.tag == "D" and before.owns and noun > 1 and view.items[noun - 2].owns:
        return [noun - 2]
    if before.tag == "R" and before.head == "whose":
        return antecedent(view, noun - 1)
    return []
