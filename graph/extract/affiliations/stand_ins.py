"""Stand-ins: slots for "he", "his brother", "the cartel", "the brothers" and "the cartel leader"."""

from collections.abc import Mapping, Sequence

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.offices import Token
from graph.extract.affiliations.refer import body_before, group_before, person_before
from graph.extract.affiliations.slots import Known, Skeleton, Slot
from graph.extract.link import End, span_of
from graph.extract.text import Annotated

__all__ = ["stand_ins"]

_PERSONAL = frozenset({"he", "she"})
_OWNERS = frozenset({"his", "her"})
_POINTING = _PERSONAL | _OWNERS
_POSTS = frozenset({"<H", "<I", "<F"})


def stand_ins(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton, known: Known) -> None:
    """Put slots, in place, for words that lead back to actors named before."""
    words = annotated[made.index].sentence.words
    if not words.isdisjoint(_POINTING) or not words.isdisjoint(listed("groups")):
        _pronouns(tokens, annotated, made)
    if not words.isdisjoint(listed("bodies")):
        _bodies(tokens, annotated, made, known)
    if known.members:
        _members(tokens, annotated[made.index].sentence.text, made, known.members)
    if known.kin:
        _relatives(tokens, annotated, made, known.kin)
    if len(known.siblings) == 1:
        _siblings(tokens, annotated, made, known)
    if known.heads:
        _leaders(tokens, annotated, made, known)


def _pronouns(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton) -> None:
    """Put slots for "he", for "his" before an office or family word, and for "the cartel"."""
    for at in range(len(tokens) - 1, -1, -1):
        word, start, end = tokens[at]
        if word in _PERSONAL:
            if found := person_before(annotated, made.index, start):
                tokens[at] = (made.add("p", Slot(start, end, (found,))), start, end)
        elif word in _OWNERS:
            ahead = [token[0][:2] for token in tokens[at + 1 : at + 4]]
            if not _POSTS.isdisjoint(ahead) and (found := person_before(annotated, made.index, start)):
                tokens[at : at + 1] = [(made.add("p", Slot(start, end, (found,))), start, end), ("'s", start, end)]
        elif word in listed("groups") and tokens[at + 1 : at + 2] and tokens[at + 1][0].startswith("<H"):
            if word in listed("gangs") and (found := group_before(annotated, made.index, start, "cartel")):
                tokens[at] = (made.add("k", Slot(start, end, (found,))), start, end)
        elif word in listed("groups") and at and tokens[at - 1][0] in listed("pointers"):
            found = group_before(annotated, made.index, start, word)
            if found:
                start = tokens[at - 1][1]
                tokens[at - 1 : at + 1] = [(made.add("k", Slot(start, end, (found,))), start, end)]


def _bodies(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton, known: Known) -> None:
    """Put a slot for "the agency" before or behind an office: "the agency's director", "a lawyer of the party"."""
    for at in range(len(tokens) - 1, 0, -1):
        word, start, end = tokens[at]
        if word not in listed("bodies") or tokens[at - 1][0] not in {"the", "this"}:
            continue
        ahead = [token[0] for token in tokens[at + 1 : at + 5]]
        office = next((k for k, token in enumerate(ahead) if token[:2] in {"<H", "<I"}), -1)
        owner = ahead[:1] == ["'s"] and office > 0
        served = at > 2 and tokens[at - 2][0] in {"of", "for"} and tokens[at - 3][0][:2] in {"<H", "<I"}
        if not (owner or office == 0 or served):
            continue
        if found := body_before(annotated, made.index, start, word, known):
            tokens[at - 1 : at + 1] = [(made.add("o", Slot(tokens[at - 1][1], end, (found,))), start, end)]


def _members(tokens: list[Token], text: str, made: Skeleton, members: Mapping[str, End]) -> None:
    """Put a slot for the gang in "Heron leader"."""
    for at, (word, start, end) in enumerate(tokens):
        if word in members and text[start].isupper():
            tokens[at] = (made.add("k", Slot(start, end, (members[word],))), start, end)


def _relatives(
    tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton, kin: Mapping[tuple[str, str], End]
) -> None:
    """Put a slot for "Caro's son" where the text has named him and no name follows."""
    for at in range(len(tokens) - 1, 1, -1):
        word = tokens[at][0] if at < len(tokens) else ""
        office = made.slot(word).office if word.startswith("<F") else None
        if office is None or office.plural or tokens[at - 1][0] != "'s" or tokens[at - 2][0][:2] not in {"<P", "<p"}:
            continue
        if any(token[0].startswith("<P") for token in tokens[at + 1 : at + 3]):
            continue
        owner = span_of(made.slot(tokens[at - 2][0]).ends[0], annotated).name.split()[-1].lower()
        if found := kin.get((owner, office.word)):
            start, end = tokens[at - 2][1], tokens[at][2]
            tokens[at - 2 : at + 1] = [(made.add("p", Slot(start, end, (found,))), start, end)]


def _siblings(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton, known: Known) -> None:
    """Put a slot for "the brothers", and for "NAME is one of four brothers", where the text has named one set."""
    ((surname, siblings),) = known.siblings.items()
    for at in range(len(tokens) - 1, 0, -1):
        word, start, end = tokens[at]
        office = made.slot(word).office if word.startswith("<F") else None
        if not office or not office.plural:
            continue
        first = at - 5 if at > 4 and tokens[at - 4][0] == "," else at - 4  # "NAME, is one of …"
        if tokens[at - 1][0] in {"the", "these", "both"}:
            tokens[at - 1 : at + 1] = [(made.add("p", Slot(start, end, siblings)), start, end)]
        elif first >= 0 and [token[0] for token in tokens[at - 2 : at]] == ["one", "of"]:
            ends = made.slot(tokens[first][0]).ends if tokens[first][0].startswith("<P") else ()
            if any(surname in span_of(one, annotated).name.lower().split() for one in ends):
                tokens[first : at + 1] = [(made.add("p", Slot(start, end, siblings)), start, end)]


def _leaders(tokens: list[Token], annotated: Sequence[Annotated], made: Skeleton, known: Known) -> None:
    """Put a slot for "the cartel leader" where a leader is known and no name follows."""
    for at in range(len(tokens) - 1, 0, -1):
        office = made.slot(tokens[at][0]).office if tokens[at][0].startswith("<H") else None
        before = tokens[at - 1][0]
        if office is None or office.group not in {"head", "leader", "boss"} or before[:2] not in {"<k", "<K", "<G"}:
            continue
        ahead = [token[0][:2] for token in tokens[at + 1 : at + 3]]
        if "<P" in (ahead if ahead[:1] == [","] else ahead[:1]) or ahead[:1] == ["of"]:
            continue
        group = span_of(made.slot(before).ends[0], annotated).name
        leaders = set(known.heads.values())
        leader = known.heads.get(known.gangs.get(group, group)) or (leaders.pop() if len(leaders) == 1 else None)
        if leader:
            start, end = tokens[at - 1][1], tokens[at][2]
            tokens[at - 1 : at + 1] = [(made.add("p", Slot(start, end, (leader,))), start, end)]
