"""The word lists of the cable reader, from ``vocabulary.yaml`` and ``posts.txt``."""

from functools import cache
from importlib.resources import files

import yaml

__all__ = ["posts", "vocabulary"]


@cache
def vocabulary(group: str) -> frozenset[str]:
    """Return a group of words."""
    return frozenset(_groups()[group].split())


@cache
def _groups() -> dict[str, str]:
    raw = files(__package__).joinpath("vocabulary.yaml").read_bytes()
    groups: dict[str, str] = yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
    return groups


@cache
def posts() -> dict[str, str]:
    """Return the name of each post without blanks → the name that its cables' ids are formed from."""
    table: dict[str, str] = {}
    for line in files(__package__).joinpath("posts.txt").read_text(encoding="utf-8").splitlines():
        name, _, target = line.partition("=")
        if name.strip() and not name.startswith("#"):
            table[name.replace(" ", "")] = target.strip() or name.replace(" ", "")
    return table
