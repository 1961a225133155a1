"""Which longer name a shorter one stands for, as far as one document tells.

Names are taken from the most complete to the briefest. Each looks for the actors it may belong to among the names
taken before it; the rules of its family say how well it fits. If one actor fits best and nothing speaks against it,
the name is that actor's. If several fit as well, the name stays by itself: two actors in place of one can be joined
later, a wrong merge poisons both.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from graph.identify.forms import Form, opposed, stands_by
from graph.identify.policy import LAST_NAMED, SAME, Family, Rule
from graph.identify.stated import Stated, judged
from graph.model import Judgement, Mention

__all__ = ["Antecedents"]

TOO_COMMON = 32  # actors: a word that so many bear tells nobody from anybody, and would cost time


class Fit(NamedTuple):
    """How well a form fits an earlier one."""

    strength: float
    order: int  # of the rule in its table: of two that fit as well, the surer one speaks
    form: int


class Antecedents:
    """The actors of one family in one document."""

    def __init__(self, family: Family, forms: Sequence[Form]) -> None:
        """Take the forms, the most complete first."""
        self._rules = family.rules
        self._forms = forms
        self._parent = list(range(len(forms)))
        self._members = [[i] for i in range(len(forms))]
        self._index: dict[str, list[int]] = defaultdict(list)
        self._at = {mention.key: i for i, form in enumerate(forms) for mention in form.mentions}
        self._apart: set[tuple[int, int]] = set()
        self._settled: set[int] = set()  # forms whose actor the text states
        self._single: set[str] = set()  # keys of mentions that do not share what the rest of their form means

    def keep_apart(self, pairs: Collection[tuple[str, str]]) -> None:
        """Take note of mentions that cannot be one actor's: the two ends of a claim."""
        for left, right in pairs:
            if left in self._at and right in self._at:
                self._apart.add((self._at[left], self._at[right]))
                self._apart.add((self._at[right], self._at[left]))

    def state(self, pairs: Collection[Stated]) -> None:
        """Take note of what the text equates.

        What is written alike is one actor's, except for a name that the text gives to several: that is only theirs
        where it is given.
        """
        given: dict[int, dict[int, Mention]] = defaultdict(dict)
        for pair in pairs:
            short, long = self._at.get(pair.short.key), self._at.get(pair.long.key)
            if short is not None and long is not None and short != long:
                given[short][long] = pair.short
        for short, holders in given.items():
            self._settled.add(short)
            if all(self._akin(left, right) for left in holders for right in holders):
                for long in holders:
                    self._unite(long, short)
        shared = {short for short, holders in given.items() if any(self._root(h) != self._root(short) for h in holders)}
        for pair in pairs:
            if self._at.get(pair.short.key) in shared:
                self._single.add(pair.short.key)

    def judgements(self) -> Iterator[Judgement]:
        """Decide, and give every merge with its reason."""
        for i, form in enumerate(self._forms):
            if i not in self._settled:
                yield from self._attach(i)
            if not (form.alias and (form.name.brief or len(form.name.parts) == 1)):
                for handle in _handles(form):
                    self._index[handle].append(i)
        for form in self._forms:
            together = [mention for mention in form.mentions if mention.key not in self._single]
            for mention in together[1:]:
                yield judged(mention, together[0], SAME[1], SAME[0])

    def _attach(self, i: int) -> Iterator[Judgement]:
        form = self._forms[i]
        fits = sorted(self._fits(i), key=lambda fit: (-fit.strength, fit.order, fit.form))
        if not fits:
            return
        rule = self._rules[fits[0].order]
        best: dict[int, Fit] = {}
        for fit in fits:
            if fit.strength == fits[0].strength:
                best.setdefault(self._root(fit.form), fit)
        if rule.signer and len(best) > 1:
            best = {root: fit for root, fit in best.items() if self._forms[fit.form].in_header}
        if len(best) == 1:
            fit = next(iter(best.values()))
            others = rule.alone and any(self._root(other.form) not in best for other in fits)
            if not others and not self._refuted(i, fit.form, rule):
                self._unite(fit.form, i)
                yield judged(form.mentions[0], self._forms[fit.form].mentions[0], rule.reason, rule.confidence)
        elif rule.recent and not any(self._refuted(i, fit.form, rule) for fit in best.values()):
            yield from self._last_named(i, list(best))

    def _fits(self, i: int) -> Iterator[Fit]:
        """Compare a form with the earlier ones that share a word with it; the best rule for each."""
        form = self._forms[i]
        found = (self._index.get(handle, []) for handle in _wanted(form))
        for j in sorted({j for earlier in found if len(earlier) <= TOO_COMMON for j in earlier}):
            strengths = [
                Fit(strength, order, j)
                for order, rule in enumerate(self._rules)
                if (not rule.signer or form.signs)
                and (strength := rule.compare(form.name, self._forms[j].name)) >= rule.least
            ]
            if strengths:
                yield min(strengths, key=lambda fit: (-fit.strength, fit.order))

    def _refuted(self, i: int, j: int, rule: Rule) -> bool:
        short, long = self._forms[i], self._forms[j]
        if any((i, member) in self._apart for member in self._members[self._root(j)]) or opposed(short, long):
            return True
        if rule.not_if == "introduced":
            return short.starts[0] < long.starts[0] or len(self._members[self._root(i)]) > 1
        return bool(rule.not_if) and stands_by(short, long, ahead_only=rule.not_if == "before")

    def _last_named(self, i: int, roots: Sequence[int]) -> Iterator[Judgement]:
        """Give each mention to the actor whom the text named last, if that was just now and nobody else was near."""
        named = [sorted(m for member in self._members[root] for m in self._forms[member].mentions) for root in roots]
        starts = [[mention.start for mention in mentions] for mentions in named]
        for mention in self._forms[i].mentions:
            places = [bisect_left(started, mention.start) - 1 for started in starts]
            before = [mentions[at] for mentions, at in zip(named, places, strict=True) if at >= 0]
            before.sort(key=lambda other: other.start, reverse=True)
            near = [other for other in before if other.paragraph >= max(0, mention.paragraph - 1)]
            if near and mention.paragraph >= 0 and all(other.paragraph < near[0].paragraph for other in before[1:]):
                self._single.add(mention.key)
                yield judged(mention, near[0], LAST_NAMED[1], LAST_NAMED[0])

    def _akin(self, i: int, j: int) -> bool:
        """Tell whether two full names may be one actor's by any rule."""
        left, right = self._forms[i].name, self._forms[j].name
        return i == j or any(max(r.compare(left, right), r.compare(right, left)) >= r.least for r in self._rules)

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def _unite(self, i: int, j: int) -> None:
        left, right = self._root(i), self._root(j)
        if left != right:
            self._parent[right] = left
            self._members[left] += self._members[right]


def _handles(form: Form) -> Iterator[str]:
    """Give the words by which a shorter name finds this one."""
    name = form.name
    yield from dict.fromkeys(name.parts)
    yield from (f"initials {letters}" for letters in sorted(name.initials))
    if name.nickname:
        yield f"nickname {name.nickname}"
    if len(name.parts) > 1:
        yield f"signature {name.parts[-1]}{name.parts[0][0]}"


def _wanted(form: Form) -> Iterator[str]:
    """Give the words by which this form looks for a longer one."""
    run_together = "".join(form.name.parts)
    yield from form.name.parts
    yield f"nickname {run_together}"
    yield f"initials {run_together}"
    yield f"signature {run_together}"
