"""``vinculo remove``."""

from typing import Annotated

import typer

from graph.cli.console import casebook_path, say

__all__ = ["remove"]


def remove(
    context: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id, as 'status --documents' lists it.")],
) -> None:
    """Retract a document: exactly what only it said is gone.

    Example: vinculo remove 08EXAMPLE12
    """
    from graph.casebook import Casebook

    with Casebook.open(casebook_path(context)) as casebook:
        casebook.remove(document)
    say(f"Removed {document}.")
