"""Joins the stages: files → casebook, and casebook → network. The only place that knows them all.

``importing`` is the way in, with ``workers`` for the extraction; ``loading`` is the way out.
"""

from graph.pipeline.importing import ImportSummary, import_paths
from graph.pipeline.loading import load_network

__all__ = ["ImportSummary", "import_paths", "load_network"]
