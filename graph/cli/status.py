"""``vinculo status``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.console import casebook_path, emit, emit_json

if TYPE_CHECKING:
    from graph.model import Problem

__all__ = ["status"]


def status(
    context: typer.Context,
    documents: Annotated[bool, typer.Option("--documents", help="List the documents instead.")] = False,
    problems: Annotated[
        bool, typer.Option("--problems", help="List instead what could not be used in the documents that are held.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what the casebook holds.

    Example: vinculo status

    Example: vinculo status --documents

    Example: vinculo status --problems

    A mention is one name at one place of a text, a claim what one sentence says: what the export and Neo4j call a
    relation joins all claims that say the same of the same two.
    """
    from graph.casebook import Casebook
    from graph.plugins import in_use

    path = casebook_path(context)
    with Casebook.open(path) as casebook:
        if documents:
            _list(casebook.titles(), as_json=as_json)
            return
        if problems:
            _problems(casebook.problems(), as_json=as_json)
            return
        held = casebook.holdings()
    counts = {"documents": held.documents, "mentions": held.mentions, "claims": held.claims}
    if as_json:
        emit_json(
            {
                "casebook": str(path),
                **counts,
                "judgements": held.judgements,
                "problems": held.problems,
                "plugins": list(in_use()),
            }
        )
        return
    emit(str(path))
    for name, by_kind in counts.items():
        emit(f"  {name:<10} {sum(by_kind.values()):>8}  {_details(by_kind)}".rstrip())
    emit(f"  {'judgements':<10} {held.judgements:>8}")
    hint = "  'vinculo status --problems' lists them" if held.problems else ""
    emit(f"  {'problems':<10} {held.problems:>8}{hint}")
    if found := in_use():
        emit(f"  {'plug-ins':<10} {len(found):>8}  {', '.join(found)}")


def _details(counts: Mapping[str, int]) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{kind} {count}" for kind, count in ordered)


def _problems(found: "list[tuple[str, Problem]]", *, as_json: bool) -> None:
    if as_json:
        keys = ("document", "source", "place", "message")
        emit_json([dict(zip(keys, (held, each.source, each.place, each.message), strict=True)) for held, each in found])
        return
    for held, each in found:
        emit(f"{held}\t{each}")


def _list(titles: list[tuple[str, str, str, str]], *, as_json: bool) -> None:
    if as_json:
        emit_json([dict(zip(("id", "kind", "date", "title"), row, strict=True)) for row in titles])
        return
    for row in titles:
        emit("\t".join(" ".join(value.split()) for value in row))
