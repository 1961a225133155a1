"""The ``vinculo`` command: global options, a lazy table of commands, and errors as one line with an exit code.

A command is one file in ``graph/cli/`` with a function (or a ``typer.Typer`` with sub-commands) of the file's name.
The file is loaded when its command is named or listed; the libraries that do the work are imported inside of the
function. So ``--help``, ``--version`` and completion stay fast whatever the commands need.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from graph import __version__
from graph.cli.console import prepare, say
from graph.errors import AmbiguousName, VinculoError

__all__ = ["COMMANDS", "command_line", "report", "run"]

COMMANDS: Mapping[str, str] = {
    "import": "import_",
    "inspect": "inspect_",
    "explain": "explain",
    "status": "status",
    "show": "show",
    "path": "path",
    "map": "map_",
    "review": "review",
    "merge": "merge",
    "split": "split",
    "undo": "undo",
    "remove": "remove",
    "load": "load",
    "query": "query",
    "neo4j": "server",
    "export": "export",
}
"""Command → the module in ``graph/cli/`` and the function in it, in the order of ``--help``."""

INTERRUPTED = 130  # as shells report a process that Ctrl-C ended: 128 + SIGINT


class LazyCommands(Mapping[str, Any]):
    """The table of commands as Typer wants it; a command's module is loaded when the command is asked for."""

    def __init__(self) -> None:
        """List the commands whose module exists."""
        self._modules = {name: module for name, module in COMMANDS.items() if find_spec(f"graph.cli.{module}")}

    def __getitem__(self, name: str) -> Any:
        """Load one command."""
        module = self._modules[name]
        command = getattr(import_module(f"graph.cli.{module}"), module)
        if isinstance(command, typer.Typer):
            return get_command(command)
        single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        single.command(name)(command)
        return get_command(single)

    def __iter__(self) -> Iterator[str]:
        """Names, in the order of the table."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Count the commands."""
        return len(self._modules)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"vinculo {__version__}")
        raise typer.Exit


def _options(
    context: typer.Context,
    casebook: Annotated[
        Path,
        typer.Option("--casebook", metavar="FILE", envvar="VINCULO_CASEBOOK", help="The casebook to work on."),
    ] = Path("casebook.db"),
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Vinculo: documents in, a graph of actors and relationships with a quote behind every edge out.

    Example: vinculo import FOLDER

    Example: vinculo path "Ana Example" "Bank of Nowhere"
    """
    context.obj = casebook
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def command_line() -> Any:
    """Build the whole command line, as Typer runs it."""
    app = typer.Typer(
        name="vinculo",
        rich_markup_mode=None,  # rich takes 100 ms to load and breaks help lines at odd places
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    group: Any = get_command(app)
    group.commands = LazyCommands()
    return group


def run(argv: Sequence[str]) -> int:
    """Run one command line (without the program's name) and return its exit code.

    Every ``VinculoError`` becomes one line on stderr; an ambiguous name is followed by its candidates. Ctrl-C ends
    with 130. A reader that went away (``| head``) ends the command without a word.
    """
    prepare()
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout once more at exit, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        code = command_line().main(args=list(argv), prog_name="vinculo", standalone_mode=False)
    except SystemExit as end:  # how Typer ends shell completion
        code = end.code
    except typer.TyperException as error:
        say(f"Error: {_sentence(error.format_message())} See 'vinculo {_command_of(argv)}--help'.")
        code = error.exit_code
    except VinculoError as error:
        code = report(error)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    if code == INTERRUPTED:
        say("Interrupted.")
    return code if isinstance(code, int) else 0


def report(error: VinculoError) -> int:
    """Print an error as one line, an ambiguous name's candidates below it, and return the exit code."""
    say(f"Error: {error}")
    for candidate in error.candidates if isinstance(error, AmbiguousName) else ():
        say(f"  {candidate}")
    return error.exit_code


def _command_of(argv: Sequence[str]) -> str:
    return next((f"{word} " for word in argv if word in COMMANDS), "")


def _sentence(message: str) -> str:
    line = " ".join(message.split())
    return line if line.endswith((".", "?")) else f"{line}."
