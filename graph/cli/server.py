"""``vinculo neo4j``: the private server."""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.console import emit, emit_json, say

if TYPE_CHECKING:
    from graph.neo.home import Home

__all__ = ["server"]

server = typer.Typer(
    name="neo4j",
    help="Run a private Neo4j with Neo4j Browser on this computer.\n\nExample: vinculo neo4j start",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@server.command()
def start(
    bolt_port: Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="Port for drivers.")] = 7687,
    http_port: Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="Port of Neo4j Browser.")] = 7474,
    heap: Annotated[str, typer.Option(metavar="SIZE", help="Most memory for work, such as 512m or 2g.")] = "1g",
    pagecache: Annotated[str, typer.Option(metavar="SIZE", help="Memory that keeps the graph at hand.")] = "256m",
    no_auth: Annotated[bool, typer.Option("--no-auth", help="Let everyone on this computer in, unasked.")] = False,
) -> None:
    """Start the server; the first time, fetch it with Maven.

    It listens on 127.0.0.1 only, and asks for a password that is generated and kept in a file.

    Example: vinculo neo4j start

    Example: vinculo neo4j start --bolt-port 7700 --http-port 7701 --heap 2g
    """
    from graph.neo.home import Ports, default_home
    from graph.neo.server import Memory
    from graph.neo.server import start as start_server

    home, ports = default_home(), Ports(bolt_port, http_port, not no_auth)
    start_server(home, ports, Memory(heap, pagecache), say)
    emit(ports.browser)
    if ports.auth:
        say(f"Log in as neo4j; the password is in {home.password_file}")


@server.command()
def stop() -> None:
    """Stop the server; the graph stays.

    Example: vinculo neo4j stop
    """
    from graph.neo.home import default_home
    from graph.neo.server import stop as stop_server

    say("Stopped." if stop_server(default_home()) else "It does not run.")


@server.command()
def status(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Tell whether the server runs, and where.

    Exit code 1 if it does not.

    Example: vinculo neo4j status
    """
    from graph.neo.home import default_home
    from graph.neo.server import status as status_of

    home = default_home()
    state = status_of(home)
    ports = state.ports if state.running else None
    password = str(home.password_file) if ports is not None and ports.auth else None
    if as_json:
        emit_json(
            {
                "installed": state.installed,
                "running": state.running,
                "uri": ports and ports.uri,
                "browser": ports and ports.browser,
                "username": password and "neo4j",
                "password_file": password,
                "home": str(home.folder),
            }
        )
    elif ports is None:
        emit(f"Neo4j does not run; {'start it' if state.installed else 'install and start it'}: vinculo neo4j start")
    else:
        emit(f"Neo4j runs at {ports.uri}")
        emit(f"Browser: {ports.browser}")
        emit(f"User neo4j, password in {password}" if password else "It asks for no password.")
    if not state.running:
        raise typer.Exit(1)


@server.command()
def browser(
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open it in your web browser.")] = True,
) -> None:
    """Open Neo4j Browser with a guide through your graph.

    The guide is served until Ctrl-C.

    Example: vinculo neo4j browser
    """
    from graph.neo.browser import serve_browser
    from graph.neo.home import default_home

    serve_browser(default_home(), say, open_page=open_page)


@server.command()
def logs(
    lines: Annotated[int, typer.Option("--lines", "-n", metavar="N", min=1, help="How many of the last lines.")] = 50,
) -> None:
    """Print the end of the server's log.

    Example: vinculo neo4j logs -n 100
    """
    from graph.errors import NotFound
    from graph.neo.home import default_home
    from graph.neo.server import last_lines

    home = default_home()
    found = last_lines(home, lines)
    if not found:
        raise NotFound(f"there is no log in {home.logs} yet; start the server: vinculo neo4j start")
    for line in found:
        emit(line)


@server.command()
def wipe(yes: Annotated[bool, typer.Option("--yes", help="Really do it.")] = False) -> None:
    """Delete the server's databases, logs and password.

    What was fetched stays. Casebooks are not touched: 'vinculo load' fills a new server from them.

    Example: vinculo neo4j wipe --yes
    """
    from graph.errors import InputError
    from graph.neo.home import default_home
    from graph.neo.server import wipe as wipe_server

    home: Home = default_home()
    if not yes:
        raise InputError(f"this deletes the databases in {home.folder}; say --yes if that is what you want")
    wipe_server(home)
    say("Deleted.")
