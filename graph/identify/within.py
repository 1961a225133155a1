"""Who is who inside one document: what its text equates, what is written alike, and which short name means whom."""

from collections.abc import Iterable, Iterator, Sequence

from graph.identify.antecedents import Antecedents
from graph.identify.forms import forms_of
from graph.identify.policy import FAMILIES, FAMILY_OF
from graph.identify.stated import consistent, stated
from graph.model import Claim, Judgement, Mention
from graph.ontology import IDENTITY_TYPES

__all__ = ["within"]


def within(mentions: Sequence[Mention], claims: Iterable[Claim]) -> Iterator[Judgement]:
    """Judge the mentions of one document.

    Args:
        mentions: all of the document's mentions, in text order.
        claims: all of the document's claims, in any order.

    Yields:
        Merges, each with its reason; what is not merged is different or undecided.
    """
    claims = list(claims)
    by_key = {mention.key: mention for mention in mentions}
    pairs = consistent(list(stated(by_key, claims)))
    aliases = {pair.short.key for pair in pairs if pair.alias}
    # Nobody meets, arrests or bribes himself: the two ends of a claim are two actors.
    ends = {(claim.source, claim.target) for claim in claims if claim.type not in IDENTITY_TYPES}
    for pair in pairs:
        yield pair.judgement()
    divided: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind in FAMILY_OF:
            divided.setdefault(FAMILY_OF[mention.kind].name, []).append(mention)
    for family in FAMILIES:
        if family.name in divided:
            antecedents = Antecedents(family, forms_of(divided[family.name], family, aliases))
            antecedents.state(pairs)
            antecedents.keep_apart(ends)
            yield from antecedents.judgements()
