"""Every pattern and rule takes a time that grows with the text, whatever the text: no document can make it hang.

The figure of a second for a megabyte is measured by ``benchmarks/patterns.py``; here each has a hundred times as long,
counted in seconds of the processor, so that a busy machine makes no difference.
"""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.patterns import RULES, SINGLE, attacks, run, sentences, text_of
from graph.documents import parse
from graph.extract import extract

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "patterns.py"
SIZE = 20_000  # characters
SECONDS = 2.0
PIECES = st.one_of(st.sampled_from(SINGLE), st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12))

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system cannot stop what takes too long")


class Compiled(NamedTuple):
    """A pattern of the importer."""

    module: str
    source: str
    flags: int
    search: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compile it."""
        return re.compile(self.source, self.flags)


class TookTooLongError(Exception):
    """The time that was granted is over."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise if what runs inside takes more seconds of the processor."""

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def patterns() -> list[Compiled]:
    """List all patterns of the importer; a process of its own sees them compiled."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--list"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return [Compiled(*json.loads(line)) for line in done.stdout.splitlines()]


def test_the_patterns_of_modules_and_of_rules_are_listed() -> None:
    """Those that stand in the code and those that are made of rules and word lists."""
    modules = {each.module for each in patterns()}
    assert {
        "graph.documents.cable.references",
        "graph.extract.mentions.quantities",
        "graph.extract.affiliations.pattern",
    } <= modules
    assert len(patterns()) > 300


@pytest.mark.parametrize("source", ["(?:a+)+$", r"\s*\n\S", r"\w+@"])
def test_a_pattern_that_explodes_is_stopped(source: str) -> None:
    """The texts made of a pattern find its weak place, and the clock stops it: exponential or only quadratic."""
    pattern = re.compile(source)
    with pytest.raises(TookTooLongError):  # noqa: PT012 - any of the texts may be the one
        for piece in attacks(source, pattern.flags):
            with within(SECONDS / 4):
                run(pattern, text_of(piece, 5 * SIZE), search=True)


def test_no_pattern_explodes_on_its_own_repeats() -> None:
    """Each repeat of each pattern goes on and on, and so does each single sign."""
    for each in patterns():
        for piece in attacks(each.source, each.flags):
            try:
                with within(SECONDS):
                    run(each.pattern, text_of(piece, SIZE), search=each.search)
            except TookTooLongError:
                pytest.fail(f"{each.module}: {each.source!r} on {piece!r}")


@settings(deadline=None, max_examples=60)
@given(data=st.data(), pieces=st.lists(PIECES, min_size=1, max_size=4))
def test_no_pattern_explodes_on_generated_text(data: st.DataObject, pieces: list[str]) -> None:
    """Parts of a pattern's own texts, signs and any text, mixed and repeated."""
    each = data.draw(st.sampled_from(patterns()))
    own = data.draw(st.lists(st.sampled_from(attacks(each.source, each.flags)), max_size=3))
    mixed = "".join(data.draw(st.permutations([*pieces, *(piece.replace("\0", "") for piece in own)])))
    with within(SECONDS):
        run(each.pattern, text_of(f"\0{mixed}", SIZE), search=each.search)


@pytest.mark.parametrize("file", sorted(RULES.glob("*.yaml")), ids=lambda file: file.stem)
@pytest.mark.parametrize("joint", [" ", ", ", " and ", "\n\n"], ids=["blank", "comma", "and", "paragraph"])
def test_no_rule_explodes_on_its_own_sentences(file: Path, joint: str) -> None:
    """The examples of a rule file's rules, again and again in one endless sentence, or a paragraph each."""
    told = [text.rstrip(".") for text in sentences(file)]
    document = parse(text_of("\0" + joint.join([*told, ""]), SIZE), source="endless.txt", kind="article")
    with within(10 * SECONDS):
        extract(document)


@pytest.mark.parametrize("file", sorted(RULES.glob("*.yaml")), ids=lambda file: file.stem)
def test_no_rule_stumbles_where_a_sentence_breaks_off(file: Path) -> None:
    """Every beginning and every end of a rule's own sentences can be extracted: cables are cut and damaged anywhere."""
    for text in sentences(file):
        words = text.rstrip(".").split()
        cut = [" ".join(part) for k in range(1, len(words)) for part in (words[:k], words[k:])]
        extract(parse("\n\n".join([*cut, text]), source="cut.txt", kind="article"))
