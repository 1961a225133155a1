"""Every error that Vinculo raises on purpose, as one tree.

::

    VinculoError                 one line that says what to do; exit code 2
    ├── InputError               a file, argument or name that cannot be used
    │   ├── DocumentError        a document that cannot be read
    │   │   └── PluginError      … because a plug-in failed at it
    │   ├── RuleError            a rule file or word list with an entry that cannot be used
    │   ├── CasebookError        a casebook that is not ours, locked, too new, or out of space
    │   └── AmbiguousName        a name that fits several actors; carries the candidates
    ├── NotFound                 nothing in the graph answers; exit code 1
    └── ServiceError             Neo4j, a browser or another service is not reachable; exit code 3

Foreign exceptions (``OSError``, ``sqlite3.Error``, the driver's) are translated where they enter:
in ``documents/``, ``casebook.py``, ``view/``, ``export/`` and ``neo/``. Nothing above those catches them again.
"""

from collections.abc import Sequence

__all__ = [
    "AmbiguousName",
    "CasebookError",
    "DocumentError",
    "InputError",
    "NotFound",
    "PluginError",
    "RuleError",
    "ServiceError",
    "VinculoError",
]


class VinculoError(Exception):
    """Root of the tree. ``str(error)`` is one line for the user, without a password or a traceback."""

    exit_code = 2


class InputError(VinculoError):
    """Something the user gave cannot be used; nothing already stored was changed."""


class DocumentError(InputError):
    """A document that cannot be read: missing, binary, too large, damaged."""


class PluginError(DocumentError):
    """A plug-in failed at a document, or gave what cannot be used; the message names it."""


class RuleError(InputError):
    """A rule file or word list with an entry that cannot be used; the message names file and place."""


class CasebookError(InputError):
    """A casebook that cannot be opened or written."""


class AmbiguousName(InputError):  # noqa: N818 - reads as what it is: the name is ambiguous
    """A name that fits several actors equally well.

    ``candidates`` are the lines to offer the user, best first.
    """

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        """Keep the candidates beside the message."""
        super().__init__(message)
        self.candidates = tuple(candidates)


class NotFound(VinculoError):  # noqa: N818 - reads as what it is: the answer is not there
    """The graph holds no answer: no such actor, no such document, no path."""

    exit_code = 1


class ServiceError(VinculoError):
    """A service (Neo4j, Java, a browser) is missing or does not answer."""

    exit_code = 3
