"""From a document to mentions and claims: sentences, what is recognised in them, and what they say of it."""

import time

from graph.model import Document, Extraction, Problem

__all__ = ["TimeUp", "extract"]


class TimeUp(TimeoutError):  # noqa: N818 - a clock's signal, no error for the user
    """The time that a document may take is over: what a clock outside raises while the document is extracted."""


def extract(document: Document, seconds: float = 10.0) -> Extraction:
    """Read a document for actors and what it says of them.

    A document that takes longer than ``seconds`` is left out as a whole and reported as a problem.

    Raises:
        PluginError: a plug-in failed at it.
        InputError: a plug-in cannot be loaded.
    """
    from graph.extract.events.telling import OutOfTime  # noqa: PLC0415
    from graph.extract.mentions.annotate import annotate  # noqa: PLC0415 - word lists and rules load with the first document
    from graph.extract.mentions.propose import extractors, merge, proposals  # noqa: PLC0415
    from graph.extract.relate import relate  # noqa: PLC0415

    until = time.monotonic() + seconds
    try:
        annotated = annotate(document)
        if extractors():
            annotated = merge(annotated, proposals(document))
        mentions, claims = relate(document, annotated, until)
    except OutOfTime:
        message = f"took longer than {seconds:g} s to read and was left out"
        return Extraction(problems=(Problem(document.source, message),))
    return Extraction(tuple(mentions), tuple(claims))
