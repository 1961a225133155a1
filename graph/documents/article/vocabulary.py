"""The word lists of the article reader, from ``words.yaml``."""

import re
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["additions", "agency"]


@cache
def _groups() -> dict[str, list[str]]:
    raw = files(__package__).joinpath("words.yaml").read_bytes()
    groups: dict[str, list[str]] = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
    return groups


@cache
def agency() -> re.Pattern[str]:
    """Match the agency that signs a dateline: ``(EFE)``."""
    return re.compile(rf"\((?P<name>{'|'.join(map(re.escape, _groups()['agencies']))})\)")


@cache
def additions() -> re.Pattern[str]:
    """Match a line that web pages put below an article."""
    lines = (re.escape(line).replace("…", ".{0,250}").replace(r"\ .{", ".{") for line in _groups()["below"])
    return re.compile("|".join(lines), re.IGNORECASE)
