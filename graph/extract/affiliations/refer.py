"""Who "he", "her brother" or "the cartel" stands for: the nearest fitting actor named before.

For rules over skeletons, which ask only where a sentence has such a word; the answer is found by looking back a few
sentences, never beyond the paragraph for a person.
"""

from collections.abc import Sequence

from graph.extract.affiliations.affiliation_words import listed
from graph.extract.affiliations.slots import Known
from graph.extract.affiliations.survey import is_government
from graph.extract.language.gender import fits
from graph.extract.link import End
from graph.extract.text import Annotated, Span

__all__ = ["body_before", "group_before", "person_before"]

_GANGS = frozenset({"cartel", "armed_group"})
_REACH = 3  # sentences back for a person
_FAR = 40  # sentences back for "the cartel"
_NEAR = 5  # sentences back for "the agency"
_PLAIN = {"agency": "agency", "company": "organization", "firm": "organization"}  # words that need not be in the name
_OTHERS = ("government", "ministry", "embassy", "consulate", "court", "congress", "senate", "army", "navy", "cartel")
_AFTER = frozenset({"'s", "’s"})


def person_before(annotated: Sequence[Annotated], index: int, position: int) -> End | None:
    """The person whom "he" or "his" at a position of a sentence stands for: the last subject before it that can be."""
    text = annotated[index].sentence.text
    pronoun = text[position : position + 3].strip(" ,'").lower()
    here = [
        number for number, span in enumerate(annotated[index].spans) if span.kind == "person" and span.end <= position
    ]
    if here:
        return _subject(annotated, index, here)
    for back in range(index - 1, max(-1, index - 1 - _REACH), -1):
        each = annotated[back]
        if each.sentence.paragraph != annotated[index].sentence.paragraph and back < index - 1:
            return None
        if each.sentence.kind in {"heading", "title", "field", "item"}:
            return None
        people = [number for number, span in enumerate(each.spans) if span.kind == "person"]
        if not people or _same_again(each, people[0], pronoun):
            continue  # "He is charged with the killing of Y. His lawyer …": whoever "he" is
        fitting = [number for number in people if fits(each.spans[number], each.sentence.text, pronoun)]
        found = _subject(annotated, back, people) if fitting else None
        return found if found is None or found[1] in fitting else None
    return None


def _same_again(each: Annotated, first: int, pronoun: str) -> bool:
    """Tell whether the subject of a sentence is the pronoun itself: it comes before all names."""
    words = each.sentence.text[: each.spans[first].left].lower().split()
    return ("she" if pronoun in {"she", "her"} else "he") in words[:6]


def _subject(annotated: Sequence[Annotated], index: int, people: Sequence[int]) -> End | None:
    """The first of a sentence's people who neither owns a thing nor stands behind a preposition; else the only one."""
    each = annotated[index]
    text = each.sentence.text
    for number in people:
        span = each.spans[number]
        if text[span.end : span.end + 2] in _AFTER or _governed(text, span):
            continue
        return index, number
    return (index, people[0]) if len({each.spans[number].name.split()[-1:][0] for number in people}) == 1 else None


def _governed(text: str, span: Span) -> bool:
    words = text[: min(span.left, span.start)].rstrip().rsplit(" ", 1)
    return words[-1].lower() in listed("prepositions")


def group_before(annotated: Sequence[Annotated], index: int, position: int, word: str) -> End | None:
    """The organisation that "the cartel" at a position stands for: the last gang named before it.

    For a word that fits others too ("the group"), only within the paragraph.
    """
    for back in range(index, max(-1, index - _FAR), -1):
        each = annotated[back]
        if word != "cartel" and each.sentence.paragraph != annotated[index].sentence.paragraph:
            return None
        for number in range(len(each.spans) - 1, -1, -1):
            span = each.spans[number]
            if span.kind in _GANGS and (back < index or span.end <= position):
                return back, number
    return None


def body_before(annotated: Sequence[Annotated], index: int, position: int, word: str, known: Known) -> End | None:
    """The body that "the agency" or "the ministry" at a position stands for: the last named before it that is one."""
    for back in range(index, max(-1, index - _NEAR), -1):
        each = annotated[back]
        for number in range(len(each.spans) - 1, -1, -1):
            span = each.spans[number]
            if (back < index or span.end <= position) and _is_body(span, word, known):
                return back, number
    return None


def _is_body(span: Span, word: str, known: Known) -> bool:
    """Tell whether a name holds the word, itself or spelled out, or need not."""
    if span.kind not in {"agency", "organization"}:
        return False
    name = known.expansions.get(span.name, span.name).lower()
    if word in name.split():
        return True
    plain = _PLAIN.get(word) == span.kind and not any(other in name for other in _OTHERS)
    return plain and not is_government(span.name)
