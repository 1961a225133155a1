"""``vinculo query``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.connection import Credentials, Database, Uri, Username
from graph.cli.console import bold, dim, emit, emit_json, say

if TYPE_CHECKING:
    from graph.neo.library import Statement
    from graph.neo.query import Answer, Limits
    from graph.neo.settings import Settings

__all__ = ["query"]


def query(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", show_default=False, help="A question of the library; none lists them.")
    ] = "",
    assignments: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Its parameters.", show_default=False)
    ] = None,
    *,
    cypher: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Ask with a statement of your own; refused if it would write.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: an object for each row.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    limit: Annotated[
        int, typer.Option(metavar="ROWS", min=1, max=1_000_000, help="Print at most so many rows.")
    ] = 1000,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.001, max=86_400, help="Give up after so long.")
    ] = 30.0,
    uri: Uri = "",
    username: Username = "",
    database: Database = "",
    credentials: Credentials = "",
) -> None:
    """Ask the graph in Neo4j: a question of the library, or reading Cypher of your own.

    Alone it lists the questions with their parameters.

    Example: vinculo query shortest-path from="Ana Example" to="Bank of Nowhere"

    Example: vinculo query --cypher 'MATCH (c:Cartel) RETURN c.name' --csv
    """
    from graph.cli.connection import reach
    from graph.errors import InputError
    from graph.neo.library import question
    from graph.neo.parameters import parameters_for, split_assignments, untyped
    from graph.neo.query import Limits

    if as_json and as_csv:
        raise InputError("--json and --csv exclude each other")
    if cypher is not None:
        asked: Statement | str = _own(cypher, name)
        parameters = untyped(cypher, split_assignments([*([name] if name else []), *(assignments or [])]))
    elif name:
        asked = question(name)
        parameters = parameters_for(asked, split_assignments(assignments or []))
    else:
        _list(as_json=as_json)
        return
    answer = _ask(reach(uri, username, database, credentials), asked, parameters, Limits(limit, timeout))
    _emit(answer, as_json=as_json, as_csv=as_csv)


def _own(cypher: str, name: str) -> str:
    """Return the user's own statement, if it is one and no question stands beside it."""
    from graph.errors import InputError

    if not cypher.strip():
        raise InputError("--cypher is empty; 'vinculo query --help' shows an example")
    if name and "=" not in name:
        raise InputError(f"a question ({name}) and --cypher exclude each other")
    return cypher


def _ask(settings: "Settings", asked: "Statement | str", parameters: dict[str, Any], limits: "Limits") -> "Answer":
    """Ask a question of the library, or a statement of the user's own."""
    from neo4j import READ_ACCESS

    from graph.neo.answer import answer
    from graph.neo.connect import connect
    from graph.neo.query import ask

    with (
        connect(settings) as driver,
        driver.session(
            database=settings.database, default_access_mode=READ_ACCESS, fetch_size=min(limits.rows + 1, 1000)
        ) as session,
    ):
        if isinstance(asked, str):
            return ask(session, asked, parameters, limits)
        return answer(session, asked, parameters, limits, say)


def _emit(answer: "Answer", *, as_json: bool, as_csv: bool) -> None:
    from graph.cli.table import emit_table
    from graph.errors import NotFound
    from graph.neo.values import plain, text_of

    if as_json:
        emit_json([dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows])
    elif as_csv:
        _emit_csv(answer)
    elif answer.rows:
        emit_table(answer.columns, [[text_of(value) for value in row] for row in answer.rows])
    if answer.cut:
        say(f"Cut after {len(answer.rows)} rows; there are more: --limit")
    if not answer.rows:
        about = f" about {' and '.join(answer.about)}" if answer.about else ""
        raise NotFound(f"the graph holds no answer to this{about}")


def _emit_csv(answer: "Answer") -> None:
    import csv
    import sys

    from graph.neo.values import text_of

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([text_of(value) for value in row] for row in answer.rows)


def _list(*, as_json: bool) -> None:
    from graph.neo.library import questions

    if as_json:
        emit_json(
            [
                {
                    "name": each.short,
                    "title": each.title,
                    "about": each.about,
                    "parameters": each.parameters,
                    "returns": each.returns,
                }
                for each in questions()
            ]
        )
        return
    for each in questions():
        example = " ".join(f"{name}={_quoted(value)}" for name, value in each.parameters.items())
        emit(f"{bold(each.short)}  {dim(example)}".rstrip())
        emit(f"    {each.title}")


def _quoted(value: Any) -> str:
    import shlex

    return shlex.quote(value) if isinstance(value, str) else str(value)
