"""Casebook → network."""

from graph.casebook import Casebook
from graph.identify import identify
from graph.model import Network
from graph.network import build
from graph.release import Material, release

__all__ = ["load_network"]


def load_network(casebook: Casebook, *, clearance: str | None = None) -> Network:
    """Compute the network of all that the casebook's documents say, or of what may be shown at a clearance.

    Raises:
        InputError: there is no such clearance.
    """
    with casebook.snapshot():
        material = Material(
            documents=tuple(casebook.documents()),
            mentions=tuple(casebook.mentions()),
            claims=tuple(casebook.claims()),
            judgements=tuple(casebook.judgements()),
        )
    # Before identities, so that nothing that is computed from now on depends on what is withheld.
    if clearance is not None:
        material = release(material, clearance)
    entities = identify(material.mentions, material.claims, material.judgements)
    return build(material.documents, entities, material.claims)
