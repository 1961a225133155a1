"""The TAGS of a cable: codes of subjects, countries and organizations."""

import re
from collections.abc import Iterator

__all__ = ["tags"]

_NAME = re.compile(r"\(([^()\n]{1,60})\)")
_WORD = re.compile(r"[A-Z][A-Z0-9.'/-]*")
_CODE = re.compile(r"[A-Z]{2,5}\d?")
_COMMA = re.compile(r"[,;]|(?<=[A-Z])/(?=[A-Z])")
_HANDLING = frozenset({"SIPDIS", "NOFORN", "SENSITIVE", "EXDIS", "NODIS", "LIMDIS"})
_SEPARATOR = re.compile(r"[\s,;]+")
_LINES = 12


def tags(text: str, start: int, end: int) -> tuple[str, ...]:
    """Read the value of TAGS in ``text[start:end]``: upper-cased, each once, in the order of the text.

    Longer words side by side are one tag: a person's name, or a topic in words.
    """
    value = " ".join(_lines(text[start:end])).upper()
    found: dict[str, None] = {}
    position = 0
    for name in [*_NAME.finditer(value), None]:
        for piece in _COMMA.split(value[position : name.start() if name else len(value)]):
            found.update(dict.fromkeys(_piece(_WORD.findall(piece))))
        if name:
            found.setdefault(" ".join(_WORD.findall(name[1])))
            position = name.end()
    return tuple(tag for tag in found if tag)


def _lines(value: str) -> Iterator[str]:
    """Lines up to a blank one, and behind it those that consist of codes alone."""
    begun = blank = False
    for line in value.split("\n", _LINES)[:_LINES]:
        bare = line.strip(" \t\r\xa0\\:;,.")
        words = _SEPARATOR.split(bare)
        if words[0] in _HANDLING:
            return
        if not bare:
            blank = begun
        elif (blank or (begun and line.islower())) and not all(map(_CODE.fullmatch, words)):
            return
        else:
            begun = True
            yield bare


def _piece(words: list[str]) -> Iterator[str]:
    words = [bare for word in words if (bare := word.strip(".'/-"))]
    run: list[str] = []
    last = max((i for i, word in enumerate(words) if not _CODE.fullmatch(word)), default=-1)
    for i, word in enumerate(words):
        if _CODE.fullmatch(word) and not (run and i < last):
            if run:
                yield " ".join(run)
                run = []
            yield word
        else:
            run.append(word)
    if run:
        yield " ".join(run)
