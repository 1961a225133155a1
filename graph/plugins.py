"""Plug-ins: what other packages add to Vinculo, found by their entry points. ``docs/plugins.md`` is for their authors.

======================  ==========================================================================
``vinculo.readers``     a ``graph.documents.Reader``: reads another kind of document
``vinculo.mentions``    a function without parameters that makes an extractor: called with a
                        ``Document``, it proposes mentions (``graph.model.Proposal``)
======================  ==========================================================================

Every plug-in that is installed is used; ``VINCULO_PLUGINS`` names those to use instead, divided by commas, and an empty
one uses none. They are loaded once a process, with the first document, in the order of their names.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from graph.errors import InputError

__all__ = ["HINT", "MENTIONS", "READERS", "Plugin", "in_use", "one_line", "plugins"]

READERS = "vinculo.readers"
MENTIONS = "vinculo.mentions"
_CHOICE = "VINCULO_PLUGINS"
HINT = f"{_CHOICE} chooses the plug-ins that are used"
_NAME = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plug-in that is in use."""

    name: str  # of its entry point
    package: str  # the package that brings it, with its version: "vinculo-harbour 1.0"
    object: Any  # what its entry point names, loaded

    def __str__(self) -> str:
        """Name it in a message."""
        return f"plug-in {self.name!r} ({self.package})"

    @property
    def version(self) -> str:
        """What the documents that it read or extracted depend on: its package's version, and its own if it has one."""
        return f"{self.name} {self.package} {getattr(self.object, 'version', '')}"


@cache
def plugins(group: str) -> Sequence[Plugin]:
    """Load the plug-ins of a group that are in use, by name.

    Raises:
        InputError: one cannot be loaded, two have one name, or ``VINCULO_PLUGINS`` names one that is not installed.
    """
    found: dict[str, EntryPoint] = {}
    for point in _chosen(group):
        if found.setdefault(point.name, point) != point:
            raise InputError(f"two plug-ins of {group} are called {point.name!r}: uninstall one of their packages")
    return tuple(_loaded(found[name]) for name in sorted(found))


@cache
def _installed() -> Mapping[str, Sequence[EntryPoint]]:
    """All plug-ins that are installed, by group: one look at the installed packages."""
    found = entry_points()
    return {group: tuple(found.select(group=group)) for group in (READERS, MENTIONS)}


def in_use() -> Sequence[str]:
    """Name the plug-ins in use with their packages, by group and name, without loading them.

    Raises:
        InputError: ``VINCULO_PLUGINS`` names one that is not installed.
    """
    return tuple(
        f"{point.name} ({_package(point)})" for group in (READERS, MENTIONS) for point in sorted(_chosen(group))
    )


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else "unknown package"


def _chosen(group: str) -> Sequence[EntryPoint]:
    points = _installed()[group]
    choice = os.environ.get(_CHOICE)
    if choice is None:
        return points
    wanted = {name.strip() for name in choice.split(",")} - {""}
    installed = {point.name for each in _installed().values() for point in each}
    if missing := sorted(wanted - installed):
        there = f"there are: {', '.join(sorted(installed))}" if installed else "there are none"
        raise InputError(f"{_CHOICE} names {missing[0]!r}, and no such plug-in is installed; {there}")
    return [point for point in points if point.name in wanted]


def _loaded(point: EntryPoint) -> Plugin:
    package = _package(point)
    if not _NAME.fullmatch(point.name):
        raise InputError(f"plug-in {point.name!r} ({package}): a name is of letters, digits, '.', '-' and '_'")
    try:
        return Plugin(point.name, package, point.load())
    except Exception as error:
        raise InputError(f"plug-in {point.name!r} ({package}) cannot be loaded; {HINT}: {one_line(error)}") from error


def one_line(error: BaseException) -> str:
    """Write an error of a plug-in as a part of one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
