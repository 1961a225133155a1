"""The casebook: the store of record. One SQLite file that holds what every document says, word for word.

``connection`` opens the file and translates SQLite's errors, ``rows`` turns the model into rows and back,
``store`` is the ``Casebook``. The tables are in ``migrations/``.
"""

from graph.casebook.rows import Said, said
from graph.casebook.store import Casebook, Holdings

__all__ = ["Casebook", "Holdings", "Said", "said"]
