"""Which documents cite which: the header of a cable names other cables, whether they have been imported or not.

A citation joins two documents. It is never a step of a path between the actors that they name.
"""

from collections import defaultdict
from collections.abc import Mapping

from graph.model import Network
from graph.names import fold, squeeze

__all__ = ["cited_by", "document_called"]


def cited_by(network: Network) -> Mapping[str, tuple[str, ...]]:
    """Return, for each document that is cited, the ids of those that cite it, sorted.

    Documents that only others name are among them.
    """
    citing: dict[str, list[str]] = defaultdict(list)
    for document in network.documents.values():  # sorted by id
        for cited in dict.fromkeys(document.references):
            citing[cited].append(document.id)
    return {cited: tuple(citing[cited]) for cited in sorted(citing)}


def document_called(network: Network, name: str) -> str:
    """Return the id of the document, imported or only cited, that a name means; "" if it means none.

    An id is matched whole, in any case and with or without blanks: ``09 exampleville 12`` is 09EXAMPLEVILLE12. An
    entity that is called just so goes before it.
    """
    known = {*network.documents, *(cited for document in network.documents.values() for cited in document.references)}
    if name in known:
        return name
    wanted = squeeze(name)
    found = min((key for key in known if wanted and squeeze(key) == wanted), default="")
    called = (each for entity in network.entities.values() for each in (entity.name, *entity.aliases))
    return "" if found and fold(name) in map(fold, called) else found
