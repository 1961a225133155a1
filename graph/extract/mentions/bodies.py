"""What an organisation's name is built around, and the span made of it."""

from collections.abc import Mapping
from functools import cache

from graph.extract.language.lexicon import fold, pairs
from graph.extract.text import Span

__all__ = ["heads", "organization"]


@cache
def heads() -> Mapping[str, tuple[str, bool]]:
    """Head noun, folded → kind, and whether it makes an organisation in lower case too."""
    return {fold(word): (kind.rstrip("!"), kind.endswith("!")) for word, kind in pairs("organization_heads").items()}


def organization(text: str, place: tuple[int, int], kind: str, confidence: float, rule: str, name: str = "") -> Span:
    """Make the span of an organisation; its noun phrase takes the article before it in."""
    start, end = place
    left = start - 4 if text[max(0, start - 4) : start].lower() == "the " else start
    return Span(start, end, kind, name or text[start:end], left, end, confidence, f"organization: {rule}")
