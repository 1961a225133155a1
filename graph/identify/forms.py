"""Forms: the mentions of one document that are written alike, and what is known of them before they are compared."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.identify.name import Name, nickname_key, quotation
from graph.identify.policy import Family
from graph.identify.words import words
from graph.model import Mention
from graph.names import fold

__all__ = ["Form", "forms_of", "opposed", "stands_by"]

BESIDE = 150  # characters: about the length of a sentence
_TELLING = ("nationality", "age")


@dataclass(slots=True, eq=False)
class Form:
    """All mentions of a document that bear the same name."""

    name: Name
    mentions: list[Mention]  # in text order
    starts: list[int] = field(default_factory=list)  # of the mentions
    alias: bool = False  # the text gives it as another name of somebody
    facts: dict[str, set[str]] = field(default_factory=dict)  # nationality, age, as far as told

    @property
    def signs(self) -> bool:
        """Whether it may be the line that signs a cable: one word in capitals outside of all paragraphs."""
        return len(self.name.parts) == 1 and all(m.paragraph < 0 and m.text.isupper() for m in self.mentions)

    @property
    def in_header(self) -> bool:
        """Whether the document's header names it."""
        return any(mention.paragraph < 0 for mention in self.mentions)


def forms_of(mentions: Iterable[Mention], family: Family, aliases: Collection[str]) -> list[Form]:
    """Gather the mentions of a document by name, the most complete names first.

    The mentions are of the family's kinds and in text order. Those that are said to be unnamed, and names without a
    letter or digit, are nobody's form, but for a band that a document only describes: "the death squads" are the same
    ones throughout it.
    """
    gathered: dict[str, Form] = {}
    for mention in mentions:
        name = family.parse(mention.name)
        unnamed = mention.properties.get("named", True) is False and family.name != "organisation"
        if not name.key or unnamed:
            continue
        form = gathered.setdefault(name.key, Form(name, []))
        form.mentions.append(mention)
        form.starts.append(mention.start)
        form.alias = form.alias or mention.key in aliases
        if mention.text != mention.name and not form.name.nickname and (quoted := quotation(mention.text)):
            form.name = replace(form.name, nickname=nickname_key(quoted))
        if mention.properties:
            for fact, value in _facts(mention):
                form.facts.setdefault(fact, set()).add(value)
    return sorted(gathered.values(), key=_completeness)


def opposed(left: Form, right: Form) -> bool:
    """Tell whether what the document says of the two cannot be true of one: another nationality, another age."""
    return any(left.facts[fact].isdisjoint(right.facts[fact]) for fact in left.facts.keys() & right.facts.keys())


def stands_by(short: Form, long: Form, *, ahead_only: bool) -> bool:
    """Tell whether the short name stands within a sentence's length of the long one in a paragraph.

    With ``ahead_only`` a short name that follows does not count.
    """
    for mention in short.mentions:
        if mention.paragraph < 0:
            continue
        at = bisect_left(long.starts, mention.start)
        follows = long.mentions[at : at + 1]
        leads = [] if ahead_only else long.mentions[max(0, at - 1) : at]
        for other in (*follows, *leads):
            gap = max(other.start - mention.end, mention.start - other.end)
            if other.paragraph == mention.paragraph and gap <= BESIDE:
                return True
    return False


def _facts(mention: Mention) -> Iterator[tuple[str, str]]:
    for fact in _TELLING:
        value = fold(str(mention.properties.get(fact, "")))
        if value:
            yield fact, words().territories.get(value, value)


def _completeness(form: Form) -> tuple[int, int, int, int, str]:
    countries = len(form.name.territories)
    return -len(form.name.parts), -countries, -len(form.name.key), form.mentions[0].start, form.name.key
