"""The word lists of the article reader, from ``words.yaml``."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["about", "additions", "agency", "label", "labels", "outlet_words"]


@cache
def _groups() -> dict[str, Any]:
    raw = files(__package__).joinpath("words.yaml").read_bytes()
    groups: dict[str, Any] = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
    return groups


@cache
def agency() -> re.Pattern[str]:
    """Match the agency that signs a dateline: ``(EFE)``."""
    return re.compile(rf"\((?P<name>{'|'.join(map(re.escape, _groups()['agencies']))})\)")


@cache
def labels() -> dict[str, str]:
    """Give the field ("title", "author", "date", "outlet", "other") that each label names."""
    return {word: name for name, words in _groups()["labels"].items() for word in words}


@cache
def label() -> re.Pattern[str]:
    """Match a labelled line, with the marks of markup around the label: ``**Date:** June 2, 2019``."""
    words = "|".join(map(re.escape, sorted(labels(), key=len, reverse=True)))
    return re.compile(
        rf"[*_>]{{0,3}}[ \t]{{0,3}}(?P<label>{words})[*_]{{0,2}}[ \t]{{0,3}}:[*_]{{0,2}}"
        r"[ \t]{0,9}(?P<value>[^\n]{0,260})",
        re.IGNORECASE,
    )


@cache
def outlet_words() -> frozenset[str]:
    """Words in the names of outlets, agencies included, folded."""
    return frozenset(word.casefold() for group in ("outlets", "agencies") for word in _groups()[group])


@cache
def about() -> re.Pattern[str]:
    """Find what makes a line one about the author or the page."""
    return re.compile("|".join(map(re.escape, _groups()["about"])), re.IGNORECASE)


@cache
def additions() -> re.Pattern[str]:
    """Match a line that web pages put below an article."""
    lines = (re.escape(line).replace("…", ".{0,250}").replace(r"\ .{", ".{") for line in _groups()["below"])
    return re.compile("|".join(lines), re.IGNORECASE)
