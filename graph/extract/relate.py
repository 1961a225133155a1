"""From recognised spans to mentions and claims: runs the rules for events and for affiliations over a document."""

from collections.abc import Iterable, Sequence

from graph.extract.affiliations.affiliations import affiliations
from graph.extract.events.telling import tell
from graph.extract.link import End, Link
from graph.extract.text import Annotated, Span
from graph.extract.trace import drop
from graph.model import Claim, Document, Mention
from graph.ontology import ontology

__all__ = ["relate"]

RANKS = {"": 0, "U": 1, "UNCLAS": 1, "SBU": 2, "FOUO": 2, "LOU": 2, "C": 3, "S": 4, "TS": 5}


def relate(
    document: Document, annotated: Sequence[Annotated], until: float = float("inf")
) -> tuple[list[Mention], list[Claim]]:
    """Make a document's mentions and claims, in text order.

    Raises ``OutOfTime`` once ``time.monotonic()`` is past ``until``.
    """
    made = _Builder(document, annotated)
    for sentence, each in enumerate(annotated):
        for index, span in enumerate(each.spans):
            if span.kind in ontology().kinds:
                made.mention((sentence, index))
        for first, second, kind in each.same:
            made.claim(
                Link(kind, (sentence, first), (sentence, second), (sentence, 0, len(each.sentence.text)), rule="same")
            )
    story = tell(document, annotated, until)
    for node in story.nodes:
        made.mention(node)
    for link in [*story.links, *affiliations(annotated)]:
        made.claim(link)
    # Where they stand tells any two apart: comparing by that alone is much quicker than by all that they hold.
    mentions = sorted(made.mentions.values(), key=lambda m: (m.start, m.end, m.kind))
    claims = sorted(made.claims.values(), key=lambda c: (c.start, c.end, c.type, c.source, c.target, c.modality))
    return mentions, claims


class _Builder:
    """Turns spans and links into mentions and claims that carry offsets, paragraph and marking.

    Confidence is a judgement of a rule, not a measurement: three digits are more than it has.
    """

    def __init__(self, document: Document, annotated: Sequence[Annotated]) -> None:
        self.document = document
        self.annotated = annotated
        self.mentions: dict[str, Mention] = {}
        self.claims: dict[tuple[object, ...], Claim] = {}

    def mention(self, end: End) -> Mention:
        """Give the mention of a span, made once."""
        sentence = self.annotated[end[0]].sentence
        span: Span = self.annotated[end[0]].spans[end[1]] if isinstance(end[1], int) else end[1]
        start, stop = sentence.span(span.start, span.end)
        key = f"{span.kind}@{start}-{stop}"
        if key not in self.mentions:
            self.mentions[key] = Mention(
                self.document.id, start, stop, span.kind, self.document.text[start:stop], span.name,
                sentence.paragraph, sentence.marking, round(span.confidence, 3), span.rule, span.properties,
                span.origins,
            )  # fmt: skip
        return self.mentions[key]

    def claim(self, link: Link) -> None:
        """Add the claim of a link; of two with the same ends and quote the surer one stays."""
        source, target = self.mention(link.source), self.mention(link.target)
        if source.key == target.key:
            return
        said = self.mention(link.attributed_to).key if link.attributed_to else ""
        index, first, last = link.quote
        sentence = self.annotated[index].sentence
        start, end = sentence.span(first, last)
        claim = Claim(
            self.document.id, start, end, link.type, source.key, target.key, self.document.text[start:end],
            sentence.paragraph, highest((sentence.marking, source.marking, target.marking)), link.modality,
            round(min(link.confidence, source.confidence, target.confidence), 3), link.rule, said, link.properties,
        )  # fmt: skip
        key = (start, end, link.type, source.key, target.key, link.modality)
        known = self.claims.get(key)
        if known is None or known.confidence < claim.confidence:
            self.claims[key] = claim
        if known is not None and known.rule != claim.rule:
            weaker, surer = (known, claim) if self.claims[key] is claim else (claim, known)
            reason = "{}: the rule {} reads the same words and is surer or goes before"
            drop(sentence, (first, last), reason, weaker.rule, claim.type, surer.rule)


def highest(markings: Iterable[str]) -> str:
    """Give the most restrictive of some markings: of "U", "S/NF" and "SBU" it is "S/NF"."""
    return max(markings, key=lambda marking: (RANKS.get(marking.split("/")[0].strip().upper(), 3), len(marking)))
