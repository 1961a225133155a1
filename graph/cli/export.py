"""``vinculo export``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.console import casebook_path, say

__all__ = ["export"]


class Format(StrEnum):
    """What can be written; each is a module of ``graph.export``."""

    JSON = "json"


def export(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="The format.")] = Format.JSON,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.", show_default="stdout")
    ] = None,
) -> None:
    """Write the graph for other tools.

    All entities and relations, each with its quotes.

    Example: vinculo export --format json -o graph.json
    """
    from importlib import import_module

    from graph.casebook import Casebook
    from graph.files import replacing
    from graph.pipeline import load_network

    writer = import_module(f"graph.export.{form}")
    with Casebook.open(casebook_path(context)) as casebook:
        network = load_network(casebook)
    if output is None:
        writer.write(network, sys.stdout)
        return
    with replacing(output) as stream:
        writer.write(network, stream)
    say(f"Wrote {output}: {len(network.entities)} entities, {len(network.relations)} relations.")
