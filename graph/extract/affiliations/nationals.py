"""Nationalities: "Mexican trafficker NAME" makes the person a national of a place that the adjective names."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.affiliations.slots import demonyms
from graph.extract.link import Link
from graph.extract.text import Annotated, Span

__all__ = ["nation", "nationals"]

_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*\.?")


def nationals(annotated: Sequence[Annotated]) -> list[Link]:
    """Link each person whose noun phrase holds a nationality to that country, with the sentence as quote."""
    return [link for index, each in enumerate(annotated) for link in _sentence(each, index)]


def _sentence(each: Annotated, index: int) -> Iterator[Link]:
    for number, span in enumerate(each.spans):
        if span.kind != "person" or "nationality" not in span.properties:
            continue
        place = nation(each, str(span.properties["nationality"]), span)
        if place:
            quote = (index, 0, len(each.sentence.text))
            yield Link("NATIONAL_OF", (index, number), (index, place), quote, "asserted", 0.9, "nationality")


def nation(each: Annotated, nationality: str, person: Span) -> Span | None:
    """The word for a nationality before a person's name, as a place."""
    text, nations = each.sentence.text, demonyms()
    found = None
    for word in _WORD.finditer(text, max(0, person.left - 60), person.start):
        country = nations.get(word[0].lower())
        if country and nationality.lower() in {word[0].lower(), country.lower()}:
            found = Span(
                word.start(), word.end(), "place", country, word.start(), word.end(), 0.9, "nation", {"demonym": True}
            )
    return found
