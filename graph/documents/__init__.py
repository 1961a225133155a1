"""Files → documents: cables and articles from text, gzip, zip, JSON lines and folders.

``read`` walks over paths and yields a ``Document`` or a ``Problem`` for each thing found; ``parse`` reads one text.
"""

from graph.documents.kinds import Reader
from graph.documents.limits import Limits
from graph.documents.reading import parse, read

__all__ = ["Limits", "Reader", "parse", "read"]
