"""An example plug-in: spaCy's EntityRuler proposes gangs and ships that Vinculo's own rules do not look for.

spaCy runs with a blank pipeline: no model is downloaded. A trained one is used in the same way.
"""

from collections.abc import Iterator

import spacy

from graph.model import Document, Proposal

PATTERNS = [
    {"label": "cartel", "pattern": [{"LOWER": "clan"}, {"LOWER": "del"}, {"IS_TITLE": True}]},
    {"label": "cartel", "pattern": [{"LOWER": "primer"}, {"LOWER": "comando"}, {"IS_TITLE": True}]},
    {"label": "vessel", "pattern": [{"LOWER": "lancha"}, {"IS_TITLE": True}]},
]
"""A label is a kind of Vinculo's ontology."""


class EntityRuler:
    """Made once a process: this is the place to load a model."""

    version = f"{spacy.__version__}, patterns 1"  # a new one has every document read again

    def __init__(self) -> None:
        """Build the pipeline."""
        self.pipeline = spacy.blank("en")
        self.pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)

    def __call__(self, document: Document) -> Iterator[Proposal]:
        """Propose mentions; all offsets count characters of ``document.text``."""
        for paragraph in document.paragraphs:
            for found in self.pipeline(document.text[paragraph.start : paragraph.end]).ents:
                start, end = paragraph.start + found.start_char, paragraph.start + found.end_char
                yield Proposal(start, end, found.label_, confidence=0.8)
