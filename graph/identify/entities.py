"""A group of mentions → an entity: its kind, its best name, its other names and what is told of it."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from types import MappingProxyType

from graph.identify.judge import Key
from graph.identify.name import quotation
from graph.identify.policy import FAMILIES
from graph.model import Entity, Mention, Value
from graph.names import fold
from graph.ontology import ontology

__all__ = ["entity", "kind_of"]

_PARSERS = {kind: family.parse for family in FAMILIES for kind in family.kinds}


def entity(mentions: Sequence[Mention], aliases: Collection[Key], reasons: Iterable[str]) -> Entity:
    """Make an entity of mentions that are one; its id depends on the first mention alone.

    Args:
        mentions: sorted by document and place, at least one.
        aliases: mentions whose name the text gives as another name; such a name is no entity's first one.
        reasons: why they are one.
    """
    kind = kind_of(mentions)
    first = mentions[0]
    digest = hashlib.sha256(f"{first.document}\n{first.key}".encode()).hexdigest()[:16]
    name = _best_name(mentions, kind, aliases)
    return Entity(
        id=f"{kind}:{digest}",
        kind=kind,
        name=name,
        aliases=_other_names(mentions, name),
        mentions=tuple(mentions),
        properties=MappingProxyType(_properties(mentions)),
        reasons=tuple(reasons),
    )


def kind_of(mentions: Sequence[Mention]) -> str:
    """Choose the kind that most mentions have; of two as frequent, the one that the ontology names first.

    A full name tells the kind better than an acronym. A mask that a person unmasked is no longer anonymous.
    """
    if len({mention.kind for mention in mentions}) == 1:
        return mentions[0].kind
    order = list(ontology().kinds)
    full = [m for m in mentions if m.kind in _PARSERS and not _PARSERS[m.kind](m.name).brief]
    counts = Counter(mention.kind for mention in full or mentions)
    return min(
        counts, key=lambda kind: (kind == "source", -counts[kind], order.index(kind) if kind in order else len(order))
    )


def _best_name(mentions: Sequence[Mention], kind: str, aliases: Collection[Key]) -> str:
    """Choose the most complete name that is no alias; then one not in capitals, the most frequent, the first."""
    counts = Counter(mention.name for mention in mentions)
    parse = _PARSERS.get(kind)

    def rank(at: int) -> tuple[bool, bool, int, bool, int, int, int]:
        mention = mentions[at]
        parsed = parse(mention.name) if parse else None
        size = len(parsed.parts) + len(parsed.territories) if parsed else len(fold(mention.name).split())
        alias = (mention.document, mention.key) in aliases or (mention.kind == "source" and kind != "source")
        brief = parsed is not None and parsed.brief
        return alias, brief, -size, mention.name.isupper(), -counts[mention.name], -len(mention.name), at

    best = mentions[min(range(len(mentions)), key=rank)]
    return best.name or best.text


def _other_names(mentions: Sequence[Mention], name: str) -> tuple[str, ...]:
    """Collect all other names in the order of the text, one spelling of each but for case and accents."""
    spelled: dict[str, str] = {}
    for mention in mentions:
        for other in (mention.name, str(mention.properties.get("acronym", "")), _nickname(mention)):
            folded = fold(other) or other
            if other and (folded not in spelled or (spelled[folded].isupper() and not other.isupper())):
                spelled[folded] = other
    spelled.pop(fold(name) or name, None)
    return tuple(spelled.values())


def _nickname(mention: Mention) -> str:
    return quotation(mention.text) if mention.kind == "person" and mention.text != mention.name else ""


def _properties(mentions: Sequence[Mention]) -> dict[str, Value]:
    """Keep all that the mentions say: different words are joined by "; ", of different numbers the first stays."""
    found: dict[str, list[Value]] = {}
    for mention in mentions:
        for key, value in mention.properties.items():
            values = found.setdefault(key, [])
            known = {str(old).casefold() for old in values}
            if not values or (isinstance(value, str) and isinstance(values[0], str) and value.casefold() not in known):
                values.append(value)
    return {
        key: values[0] if len(values) == 1 else "; ".join(str(value) for value in values)
        for key, values in sorted(found.items())
    }
