"""News articles, and every other text that no reader knows better."""

from graph.documents.article.reader import read, recognises

__all__ = ["read", "recognises"]
