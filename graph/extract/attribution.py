"""Who says so: "according to the police", "XXXXXXXXXXXX said", "the minister told …"."""

from graph.extract.items import ACTORS, Clauses
from graph.extract.modality import hedges
from graph.extract.subjects import subject

__all__ = ["speaker"]


def speaker(view: Clauses, event: int = -1) -> int:
    """Index of the span that a sentence's claims are attributed to; -1 for the document itself.

    ``event`` is the position of the event's own verb: what someone does is not said by him.
    """
    items, saying = view.items, hedges().saying
    for at, item in enumerate(items):
        if item.tag == "N" and item.prep == "to" and at and items[at - 1].head == "according":
            found = _actor(view, at)
            if found >= 0:
                return found
        if item.tag == "V" and item.head in saying and at != event and not item.negated:
            if item.voice == "passive" or item.form == "ing" or "to" in item.helpers:
                continue
            for position in subject(view, at):
                found = _actor(view, position)
                if found >= 0:
                    return found
    return -1


def _actor(view: Clauses, at: int) -> int:
    item = view.items[at]
    for index in (*item.spans, *item.inner):
        if view.span(index).kind in ACTORS:
            return index
    return -1
