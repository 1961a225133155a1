"""Who does what to whom: the subject, the objects and the prepositional phrases of a verb group.

Works on the row of items of one sentence, so that active and passive voice, relative clauses, participles,
interpolations and verbs that share a subject all come out as the same few item positions.
"""

from collections.abc import Sequence

from graph.extract.clauses import ACTORS, Clauses, Item

__all__ = ["after", "antecedent", "by_phrase", "clause_end", "clause_start", "group", "objects", "possessor", "subject"]

SKIP = frozenset('DA"-')
CLAUSAL = frozenset("VSR;:")
PLURAL = frozenset({"were", "are", "have"})
# Verbs whose object does what the infinitive says: "ordered the police to arrest X".
CONTROL = frozenset(
    [
        "order",
        "ask",
        "send",
        "urge",
        "tell",
        "force",
        "hire",
        "pay",
        "request",
        "instruct",
        "allow",
        "help",
        "permit",
        "invite",
        "push",
        "press",
    ]
)
SINGULAR = frozenset({"was", "is", "has"})


def subject(view: Clauses, verb: int) -> list[int]:
    """Positions of the noun phrases that are the subject of the verb group at a position, leftmost first."""
    items = view.items
    found: list[int] = []
    at = verb - 1
    while at >= 0:
        item = items[at]
        if item.tag == "N":
            if not item.prep and not item.owns and not (found and _in_phrase(items, at)):
                found.append(at)
        elif item.tag == ")":
            at = _opening(items, at)
        elif item.tag in {",", "-"}:
            at = _before_interpolation(items, at)
        elif item.tag == "R" and not found:
            return antecedent(view, at, plural=bool(PLURAL.intersection(items[verb].helpers)))
        elif item.tag == "V":
            if _shares(items, verb, at, found):
                return subject(view, at)
            if found or not _reduced(item):
                break
        elif item.tag in {"S", "R", "(", ":"} or (item.tag == ";" and _has_verb(items, at)):
            break
        at -= 1
    if not found and at < 0 and items[verb].voice == "bare":
        return _fronted(items, verb)
    return _one_clause(items, found[::-1], verb)


def _shares(items: Sequence[Item], verb: int, earlier: int, found: Sequence[int]) -> bool:
    """Tell whether a verb group takes over the subject of an earlier one: "was arrested and taken to …"."""
    before = items[verb - 1].tag
    if before in {"C", ",", "S"} or verb - 1 == earlier:
        return True
    if items[verb].form == "ing" or "to" in items[verb].helpers:
        return items[earlier].head not in CONTROL and not any(_names(items[at]) for at in found)
    return before == "A" and not found and not _reduced(items[earlier])


def _in_phrase(items: Sequence[Item], at: int) -> bool:
    """Tell B in "with A and B, X said": coordinated with what stands behind a preposition, before a comma."""
    joined = at > 1 and items[at - 1].tag == "C" and items[at - 2].tag == "N" and bool(items[at - 2].prep)
    return joined and items[at + 1].tag == ","


def _names(item: Item) -> bool:
    return bool(item.spans or item.inner or item.pronoun)


def _reduced(item: Item) -> bool:
    """Tell a participle that only describes the noun before it: "a cell arrested by the army"."""
    return item.voice == "bare" or (item.form == "ing" and not item.helpers)


def _one_clause(items: Sequence[Item], found: list[int], verb: int) -> list[int]:
    """Drop the objects of an earlier clause: "arrested A, and B was killed" leaves B."""
    if len(found) > 1 and SINGULAR.intersection(items[verb].helpers):
        for left, right in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            if any(item.tag == "C" for item in items[left:right]):
                return found[found.index(right) :]
    return found


def _has_verb(items: Sequence[Item], end: int) -> bool:
    return any(item.tag == "V" and not _reduced(item) for item in items[:end])


def _opening(items: Sequence[Item], at: int) -> int:
    """Go back from a closing parenthesis to its opening one."""
    for back in range(at - 1, -1, -1):
        if items[back].tag == "(":
            return back
    return at


def _before_interpolation(items: Sequence[Item], at: int) -> int:
    """Go back over ", the head of …," or ", who was …," that ends with the comma at a position."""
    mark = items[at].tag
    start = at - 1
    while start >= 0 and items[start].tag != mark:
        if items[start].tag == ")":
            start = _opening(items, start)
        elif items[start].tag == ";":
            return at
        start -= 1
    inside = [item for item in items[start + 1 : at] if item.tag not in '"A']
    if start < 0 or not inside:
        return at
    first = inside[0]
    finite = [item for item in inside if item.tag == "V" and not _reduced(item)]
    if first.tag in "RS" or _reduced(first) or not finite:
        return start
    said = len(finite) == 1 and inside[-1] is finite[0] and first.tag == "N"
    return start if said or any(item.tag == "R" for item in inside) else at


def _fronted(items: Sequence[Item], verb: int) -> list[int]:
    """Find the subject of a participle that opens the sentence: "Arrested in May, X …"."""
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
            at = _opening(items, at)
        elif item.tag == "N":
            kinds = {view.span(index).kind for index in item.spans}
            if kinds & ACTORS if human else True:
                return _with_earlier(view, at) if plural else [at]
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


def objects(view: Clauses, verb: int) -> list[int]:
    """Positions of the noun phrases that are the direct object of the verb group at a position."""
    items = view.items
    for at in range(verb + 1, len(items)):
        item = items[at]
        if item.tag == "N":
            if not item.prep:
                return group(view, at)
            place = bool(item.spans) and view.span(item.spans[0]).kind == "place"
            if not (place and at + 1 < len(items) and items[at + 1].tag == "N" and not items[at + 1].prep):
                return []
        elif item.tag not in SKIP or item.tag == "-":
            return []
    return []


def group(view: Clauses, first: int) -> list[int]:
    """Positions of a noun phrase and those coordinated with it to the right: lists, appositions, "including"."""
    items = view.items
    kinds = _kind(view, items[first])
    found, separated, at = [first], "", first + 1
    while at < len(items):
        item = items[at]
        if item.tag == "(":
            at = next((k for k in range(at, len(items)) if items[k].tag == ")"), at)
        elif item.tag in ',;:C-"A':
            separated = item.tag if item.tag in ",;:C-" else separated
        elif item.tag == "N":
            same = _kind(view, item)
            listed = item.prep in {"including", "with", "like"} or (item.prep == items[first].prep and bool(item.prep))
            if not item.prep or listed:
                if not (separated or listed):
                    break
                if same == kinds or (same == "actor" and kinds == "plain"):
                    found.append(at)
                    separated = ""
                elif same != "plain":
                    break
            elif item.prep in {"by", "from", "after"} and same == "actor":
                break
        elif item.tag != "D":
            break
        at += 1
    return _without_next_subject(items, found, at)


def _without_next_subject(items: Sequence[Item], found: list[int], end: int) -> list[int]:
    """Drop the last of a group when it is the subject of the verb that follows: "killed A, and B fled"."""
    if len(found) > 1 and end < len(items) and items[end].tag == "V" and found[-1] == end - 1:
        verb = items[end]
        if verb.voice != "bare" and verb.form != "ing" and any(item.tag in ",C;" for item in items[found[-2] : end]):
            return found[:-1]
    return found


def _kind(view: Clauses, item: Item) -> str:
    """Class of a noun phrase for coordination."""
    if not item.spans:
        return "actor" if item.inner and view.span(item.inner[-1]).kind in ACTORS else "plain"
    kind = view.span(item.spans[0]).kind
    return "actor" if kind in ACTORS else kind


def by_phrase(view: Clauses, at: int) -> tuple[list[int], bool]:
    """Positions of the agents in the "by" phrases behind a position, and whether a hedge stands before them."""
    items = view.items
    found: list[int] = []
    hedged = False
    for k in range(at + 1, len(items)):
        item = items[k]
        if item.tag in CLAUSAL:
            break
        if item.tag == "A" and not found:
            hedged = hedged or item.head in HEDGES
        if item.tag == "N" and item.prep == "by" and k not in found:
            found += [g for g in group(view, k) if g not in found]
    return found, hedged


HEDGES = frozenset({"allegedly", "reportedly", "presumably", "apparently", "purportedly", "supposedly", "possibly",
                    "probably", "likely", "perhaps", "seemingly", "ostensibly"})  # fmt: skip


def after(view: Clauses, at: int, preps: frozenset[str] | set[str]) -> list[int]:
    """Positions of the noun phrases with one of the prepositions behind a position, up to the end of its clause."""
    found: list[int] = []
    for k in range(at + 1, clause_end(view, at)):
        item = view.items[k]
        if item.tag == "N" and item.prep in preps and k not in found:
            found += [g for g in group(view, k) if g not in found]
    return found


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


def clause_end(view: Clauses, at: int) -> int:
    """Position behind the clause in which a position stands."""
    for k in range(at + 1, len(view.items)):
        item = view.items[k]
        if item.tag in "SR;:" or (item.tag == "V" and not (item.form == "ing" or "to" in item.helpers)):
            return k
    return len(view.items)


def clause_start(view: Clauses, at: int) -> int:
    """Position of the first item of the clause in which a position stands."""
    for k in range(at - 1, -1, -1):
        if view.items[k].tag in "VSR;:(":
            return k + 1
    return 0
