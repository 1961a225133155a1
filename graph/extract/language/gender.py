"""Whether "he" or "she" can be a person, as far as name, title and role show it."""

from graph.extract.language.grammar import lists
from graph.extract.language.lexicon import words
from graph.extract.text import Span

__all__ = ["fits"]

FEMALE = frozenset({"she", "her", "hers", "herself"})


def fits(span: Span, text: str, pronoun: str) -> bool:
    """Tell whether a pronoun can stand for the person of a span in a sentence's text."""
    names = span.name.casefold().split()
    before = text[span.left : span.start].casefold()
    described = f"{before} {span.properties.get('role', '')} {span.properties.get('title', '')}".casefold().split()
    given = names[0] if len(names) > 1 and names[0] in words("given_names") else ""
    female = (given.endswith("a") and given not in lists("men_in_a")) or given in lists("women")
    female = female or not lists("womanly").isdisjoint(described)
    return female if pronoun in FEMALE else not female
