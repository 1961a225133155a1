"""The options by which ``load`` and ``query`` say which Neo4j, and what they lead to."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import ServiceError

if TYPE_CHECKING:
    from graph.neo.settings import Settings

__all__ = ["Credentials", "Database", "Uri", "Username", "is_private", "reach"]

Uri = Annotated[
    str, typer.Option(metavar="URI", help="Which Neo4j, such as neo4j+s://host:7687; NEO4J_URI does the same.")
]
Username = Annotated[
    str, typer.Option(metavar="NAME", help="As whom; NEO4J_USERNAME. The password is read from NEO4J_PASSWORD only.")
]
Database = Annotated[str, typer.Option(metavar="NAME", help="Which of its databases; NEO4J_DATABASE.")]
Credentials = Annotated[
    str, typer.Option(metavar="FILE", help="Take all of these from a file, as Aura's console hands it out.")
]


def reach(uri: str = "", username: str = "", database: str = "", credentials: str = "") -> "Settings":
    """Return which Neo4j is meant: by option, environment, file, or else the private server.

    Raises:
        InputError: the URI or the credentials file cannot be used.
        ServiceError: nothing names a server.
    """
    from graph.neo.home import default_home
    from graph.neo.server import settings_of
    from graph.neo.settings import read

    flags = {
        "NEO4J_URI": uri,
        "NEO4J_USERNAME": username,
        "NEO4J_DATABASE": database,
        "NEO4J_CREDENTIALS": credentials,
    }
    found = read(flags, os.environ, Path.cwd(), settings_of(default_home()))
    if found is None:
        raise ServiceError("no Neo4j is known: start one with 'vinculo neo4j start', or name one with NEO4J_URI")
    return found


def is_private(settings: "Settings") -> bool:
    """Tell whether the private server is meant."""
    from graph.neo.home import default_home
    from graph.neo.server import settings_of

    private = settings_of(default_home())
    return private is not None and private.uri == settings.uri
