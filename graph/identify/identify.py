"""The stage itself: rules within documents, people's decisions, rules across documents, entities."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from graph.identify.across import across
from graph.identify.cluster import Clusters
from graph.identify.entities import entity
from graph.identify.judge import Key, decisions
from graph.identify.stated import aliases_in
from graph.identify.within import within
from graph.model import Claim, Entity, Judgement, Mention

__all__ = ["identify"]


def identify(
    mentions: Iterable[Mention], claims: Iterable[Claim], judgements: Iterable[Judgement] = ()
) -> list[Entity]:
    """Decide which mentions are one actor.

    A judgement that keeps two mentions apart always holds; then come the judgements that merge, what the texts equate,
    the rules within each document, and the few rules across documents. The order of the input does not matter.

    Args:
        mentions: of all documents; of two with one document and key the first in order is used.
        claims: of all documents; those about identity merge, the ends of any other are two actors.
        judgements: people's decisions.

    Returns:
        The entities, sorted by id. Every mention is in exactly one.
    """
    by_key: dict[Key, Mention] = {}
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=_order):
        if by_key.setdefault((mention.document, mention.key), mention) is mention:
            by_document[mention.document].append(mention)
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.document].append(claim)
    merges, apart = decisions(judgements, by_key)
    clusters = Clusters(by_key, apart)
    clusters.merge(merges)
    for document, stood in by_document.items():
        clusters.merge(within(stood, said[document]))
    aliases = aliases_in(chain.from_iterable(said.values()))
    clusters.merge(across(_groups(clusters, by_key).values(), aliases))
    reasons = clusters.reasons()
    groups = _groups(clusters, by_key)
    return sorted((entity(group, aliases, reasons.get(root, ())) for root, group in groups.items()), key=lambda e: e.id)


def _groups(clusters: Clusters, mentions: dict[Key, Mention]) -> dict[Key, list[Mention]]:
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for key, mention in mentions.items():
        groups[clusters.root(key)].append(mention)
    return groups


def _order(mention: Mention) -> tuple[Mention, str]:
    return mention, repr(sorted(mention.properties.items()))
