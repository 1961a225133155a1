"""Casebook → network."""

from graph.casebook import Casebook
from graph.identify import identify
from graph.model import Network
from graph.network import build

__all__ = ["load_network"]


def load_network(casebook: Casebook) -> Network:
    """Compute the network of all that the casebook's documents say."""
    with casebook.snapshot():
        documents, mentions, claims = casebook.documents(), casebook.mentions(), casebook.claims()
        judgements = casebook.judgements()
    # Filters by clearance and confidence belong here: before identities, so that nothing that is computed from now on
    # depends on what they withhold.
    return build(documents, identify(mentions, claims, judgements), claims)
