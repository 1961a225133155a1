"""Mentions → entities: who is who, decided by rules and by people, each decision with its reason."""

from graph.identify.identify import identify

__all__ = ["identify"]
