"""Diplomatic cables of the United States, in the forms in which archives hold them.

A file may be a full cable with the rows that an archive put before it, a partial extract, or a fragment: what is not
there is left empty. ``recognises`` tells a cable by its content; ``read`` never fails on a text.
"""

from graph.documents.cable.reader import read, recognises

__all__ = ["read", "recognises"]
