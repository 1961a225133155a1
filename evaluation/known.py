"""No rule, word list or line of code may know the annotated documents: their names there are hard-coded results."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.gold import Gold, fold

__all__ = ["named_in"]

_TEXT = frozenset({".py", ".txt", ".yaml", ".yml", ".html", ".js", ".sql", ".cypher"})
_GENERAL = frozenset(
    f"{name}.txt"
    for name in ("cities", "common", "countries", "given_names", "places", "posts", "surnames", "vocabulary")
)
"""Lists of general knowledge: a single word of theirs may also be a ship's or a case's name."""

_SHORTEST = 4  # letters of a single word that can be told from others


def named_in(folder: Path, annotated: Iterable[Gold]) -> Iterator[str]:
    """Yield "file: name" for each person, case and vessel of the annotations that a file below a folder names.

    A name of several words counts wherever it stands, in any case; that of a case or vessel in one word only as a word
    by itself outside of the lists of general knowledge.
    """
    whole, single = _names(annotated)
    several = _pattern(whole)
    one = _pattern(single)
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in _TEXT):
        text = fold(path.read_text(encoding="utf-8"))
        found = set(several.findall(text))
        if path.name not in _GENERAL:
            found |= set(one.findall(text))
        yield from (f"{path.relative_to(folder)}: {name}" for name in sorted(found))


def _names(annotated: Iterable[Gold]) -> tuple[set[str], set[str]]:
    """Return the folded names of several words, and those of a case or vessel that are one word."""
    whole: set[str] = set()
    single: set[str] = set()
    for gold in annotated:
        for item in gold.persons:
            whole.update(form for name in item.names if len((form := fold(name)).split()) > 1)
        for item in (*gold.cases, *gold.others):
            for name in item.names:
                form = fold(name)
                (whole if len(form.split()) > 1 else single).add(form)
    return whole, {word for word in single if len(word) >= _SHORTEST}


def _pattern(names: set[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b" if names else r"(?!)")
