"""What the text itself equates: "also known as", an acronym in parentheses, an apposition."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.identify.judge import Key
from graph.identify.policy import ALIAS, STATED
from graph.model import Claim, Judgement, Mention
from graph.names import squeeze
from graph.ontology import IDENTITY_TYPES, ontology

__all__ = ["Stated", "aliases_in", "consistent", "judged", "stated"]

_NUMBERED = re.compile(r"(.*\D)(\d{1,3})")  # "El Faro 3", "F-3"
_SAID = frozenset({"asserted", "alleged"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim of the text that a short name and a long one are the same actor's."""

    short: Mention
    long: Mention
    alias: bool

    def judgement(self) -> Judgement:
        """Give the merge with its reason."""
        confidence, reason = ALIAS if self.alias else STATED
        return judged(self.short, self.long, reason, confidence)


def aliases_in(claims: Iterable[Claim]) -> frozenset[Key]:
    """Collect the mentions that the texts give as another name of somebody."""
    return frozenset((c.document, c.source) for c in claims if c.type == "ALIAS_OF" and c.modality in _SAID)


def stated(mentions: Mapping[str, Mention], claims: Iterable[Claim]) -> Iterator[Stated]:
    """Read the identity claims of one document; ``mentions`` are its mentions by key.

    An anonymous source is nobody else, whatever the text seems to say, and two kinds are one only among organisations,
    where it takes an eye to tell a gang from a cartel.
    """
    for claim in claims:
        left, right = mentions.get(claim.source), mentions.get(claim.target)
        if claim.type not in IDENTITY_TYPES or left is None or right is None or claim.modality not in _SAID:
            continue
        if left.key == right.key or "source" in {left.kind, right.kind} or not _alike(left.kind, right.kind):
            continue
        if claim.type == "SAME_AS" and len(squeeze(left.name)) > len(squeeze(right.name)):
            left, right = right, left
        yield Stated(left, right, alias=claim.type == "ALIAS_OF")


def consistent(pairs: Sequence[Stated]) -> list[Stated]:
    """Leave out what a text contradicts: nobody bears two numbers of one nickname.

    Where it gives "El Faro 4" to him who is "El Faro 3", and to somebody else as well, it is the other's.
    """
    numbers: dict[tuple[str, str], set[str]] = defaultdict(set)  # holder, nickname without its number → its numbers
    holders: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        holders[squeeze(pair.short.name)].add(squeeze(pair.long.name))
        if pair.alias and (numbered := _NUMBERED.fullmatch(squeeze(pair.short.name))):
            numbers[squeeze(pair.long.name), numbered[1]].add(numbered[2])
    kept = []
    for pair in pairs:
        name = squeeze(pair.short.name)
        numbered = _NUMBERED.fullmatch(name) if pair.alias else None
        several = numbered is not None and len(numbers[squeeze(pair.long.name), numbered[1]]) > 1
        if not (several and len(holders[name]) > 1):
            kept.append(pair)
    return kept


def judged(short: Mention, long: Mention, reason: str, confidence: float) -> Judgement:
    """Make a rule's judgement; ``reason`` is a sentence about {short} and {long}."""
    sentence = reason.format(short=f"“{short.name}”", long=f"“{long.name}”")
    return Judgement(
        left=(long.document, long.key),
        right=(short.document, short.key),
        same=True,
        reason=f"{sentence} ({short.document})",
        by="rule",
        confidence=confidence,
    )


def _alike(left: str, right: str) -> bool:
    return left == right or {left, right} <= ontology().in_group("organized")
