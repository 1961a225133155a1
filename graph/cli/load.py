"""``vinculo load``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.connection import Credentials, Database, Uri, Username
from graph.cli.console import Progress, casebook_path, emit, emit_json, say
from graph.errors import InputError, ServiceError

if TYPE_CHECKING:
    from graph.model import Network
    from graph.neo.bulk import Files
    from graph.neo.home import Home
    from graph.neo.load import Counts, Summary
    from graph.neo.settings import Settings

__all__ = ["load"]

_NO_DRY_RUN = "--dry-run does not go with bulk, which replaces the database whatever it holds"


def load(
    context: typer.Context,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count what would be written.")] = False,
    clearance: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="Load what may be shown at U, SBU, C or S.", show_default="all")
    ] = None,
    batch: Annotated[
        int, typer.Option(metavar="ROWS", min=1, max=1_000_000, help="At most so many rows in a transaction.")
    ] = 10_000,
    bulk: Annotated[
        bool, typer.Option("--bulk", help="Replace the whole database with neo4j-admin: for millions of rows.")
    ] = False,
    bulk_over: Annotated[
        int | None,
        typer.Option(
            metavar="COUNT",
            min=0,
            envvar="VINCULO_BULK_OVER",
            help="As --bulk, where there are more entities and relations than this.",
            show_default="never",
        ),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--csv", metavar="FOLDER", help="With --bulk: only write the files, for any server.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    uri: Uri = "",
    username: Username = "",
    database: Database = "",
    credentials: Credentials = "",
) -> None:
    """Load the graph into Neo4j, so that it holds what the casebook holds.

    What is there already is not written again; what the casebook no longer holds is removed; what other tools stored
    is left alone. Without options it goes into the private server that 'vinculo neo4j start' started.

    Example: vinculo load

    Example: vinculo load --clearance SBU --uri neo4j+s://host:7687
    """
    from graph.casebook import Casebook
    from graph.cli.connection import is_private, reach
    from graph.pipeline import load_network

    if folder is not None and not bulk:
        raise InputError("--csv goes with --bulk")
    if bulk and dry_run:
        raise InputError(_NO_DRY_RUN)
    if bulk and (uri or username or database or credentials):
        raise InputError("--bulk fills the private server, or writes files with --csv; it takes no other server")
    settings = None if bulk else reach(uri, username, database, credentials)
    with Casebook.open(casebook_path(context)) as casebook:
        network = load_network(casebook, clearance=clearance)
    if settings is not None and bulk_over is not None and len(network.entities) + len(network.relations) > bulk_over:
        if dry_run:
            raise InputError(f"over {bulk_over} entities and relations, which go in bulk; {_NO_DRY_RUN}")
        if not is_private(settings):
            raise InputError(f"over {bulk_over} entities and relations; for another server: --bulk --csv FOLDER")
        settings = None
    if settings is None:
        _bulk(network, folder, as_json=as_json)
        return
    _emit(_load(settings, network, batch, dry_run=dry_run), dry_run=dry_run, as_json=as_json)


def _load(settings: "Settings", network: "Network", batch: int, *, dry_run: bool) -> "Summary":
    from graph.neo.connect import connect
    from graph.neo.load import Options
    from graph.neo.load import load as load_rows
    from graph.neo.rows import nodes, relationships

    with (
        connect(settings) as driver,
        driver.session(database=settings.database) as session,
        Progress("Loading", "nodes and relationships") as progress,
    ):
        return load_rows(session, nodes(network), relationships(network), Options(batch, dry_run, progress.advance))


def _bulk(network: "Network", folder: Path | None, *, as_json: bool) -> None:
    from graph.neo.bulk import COMMAND, write
    from graph.neo.home import default_home
    from graph.neo.rows import nodes, relationships

    if folder is not None:
        files = write(nodes(network), relationships(network), folder)
        say(f"Stop that server and run, in {folder}; then start it and run 'vinculo load' for the indexes:")
        emit(" ".join([COMMAND, *files.arguments()]))
    else:
        files = _import(default_home(), network)
    if as_json:
        emit_json({"nodes": files.nodes, "relationships": files.relationships})
    else:
        say(f"{files.nodes} nodes and {files.relationships} relationships.")


def _import(home: "Home", network: "Network") -> "Files":
    """Stop the private server, import, start it again, make the indexes."""
    from graph.neo import server
    from graph.neo.bulk import import_into
    from graph.neo.connect import connect
    from graph.neo.home import Ports
    from graph.neo.load import prepare
    from graph.neo.rows import nodes, relationships

    if not server.status(home).installed:
        raise ServiceError("--bulk fills the private server; start it once: vinculo neo4j start")
    say("Stopping Neo4j …")
    server.stop(home)
    say("Importing …")
    files = import_into(home, nodes(network), relationships(network))
    server.start(home, home.ports() or Ports(), server.Memory(), say)
    if settings := server.settings_of(home):
        with connect(settings) as driver, driver.session(database=settings.database) as session:
            say("Making indexes …")
            prepare(session)
    return files


def _emit(summary: "Summary", *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        emit_json(asdict(summary))
        return
    emit(f"Nodes:         {_line(summary.nodes)}")
    emit(f"Relationships: {_line(summary.relationships)}")
    if dry_run:
        say("Nothing was written.")


def _line(counts: "Counts") -> str:
    return f"{counts.created} created, {counts.changed} changed, {counts.removed} removed, {counts.unchanged} unchanged"
