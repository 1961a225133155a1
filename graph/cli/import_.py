"""``vinculo import``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.console import Progress, casebook_path, emit, emit_json, say

if TYPE_CHECKING:
    from graph.model import Document, Problem
    from graph.pipeline import ImportSummary

__all__ = ["import_"]


def import_(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.", show_default=False)],
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that extract.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read documents into the casebook.

    Cables and articles, as text, gzip, zip or JSON lines; folders are searched. What was imported before is left as
    it is; an edited document replaces what it said. A document is known by the id that it states, else by its path
    below the folder or archive that was given, without suffix ("2019/interview"), else by its file's name. Whatever
    cannot be read is reported, everything else is imported, and the exit code is 2.

    Plug-ins that are installed read and propose as well; VINCULO_PLUGINS names those to use instead, or none if empty.

    Example: vinculo import cables/ articles.jsonl.gz
    """
    from graph.casebook import Casebook
    from graph.pipeline import import_paths

    with Casebook.open(casebook_path(context), create=True) as casebook, Progress("Importing", "documents") as progress:

        def report(problem: "Problem") -> None:
            progress.clear()
            say(str(problem))

        def count(_document: "Document") -> None:
            progress.advance()

        summary = import_paths(casebook, paths, jobs=jobs, on_problem=report, on_document=count)
    if as_json:
        emit_json(asdict(summary))
    else:
        emit(_sentence(summary))
    if summary.unread:
        raise typer.Exit(2)


def _sentence(summary: "ImportSummary") -> str:
    documents = f"{_count(summary.added, 'document')} added, {summary.replaced} replaced, {summary.unchanged} unchanged"
    found = f"{_count(summary.mentions, 'mention')} and {_count(summary.claims, 'claim')} found"
    unread = f"; {summary.unread} could not be imported" if summary.unread else ""
    return f"{documents}; {found}{unread}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
