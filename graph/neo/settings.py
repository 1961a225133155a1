"""Which Neo4j, and as whom: flag over environment over ``.env`` over the private server.

The variables are those of Neo4j's own tools: ``NEO4J_URI``, ``NEO4J_USERNAME``, ``NEO4J_PASSWORD`` and
``NEO4J_DATABASE``. Aura's credentials file, as its console hands it out, holds the same four; it counts just below the
flag or the variable ``NEO4J_CREDENTIALS`` that names it. The password is never a flag, because others can read a
process's arguments.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values

from graph.errors import InputError

__all__ = ["SCHEMES", "Settings", "read"]

SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
"""``+s`` verifies the server's certificate, ``+ssc`` takes any, as the driver defines them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to reach a database. The password is not part of what is printed."""

    uri: str
    username: str = ""  # empty for a server without authentication
    password: str = field(default="", repr=False)
    database: str = "neo4j"


def read(
    flags: Mapping[str, str | None], environ: Mapping[str, str], folder: Path, private: Settings | None
) -> Settings | None:
    """Gather the settings; None when nothing names a server.

    ``flags`` may hold ``NEO4J_URI``, ``NEO4J_USERNAME``, ``NEO4J_DATABASE`` and ``NEO4J_CREDENTIALS`` (a file).
    The private server's password is used for the private server only.

    Raises:
        InputError: the URI's scheme is unknown, the credentials file cannot be read, or another user than the private
            server's own is to log in there without a password.
    """
    given = {name: value for name, value in flags.items() if value}
    sources = [_file(folder / ".env"), _credentials(environ), environ, _credentials(given), given]
    merged: dict[str, str] = {}
    for source in sources:
        merged.update({name: value for name, value in source.items() if name.startswith("NEO4J_") and value})
    uri = merged.get("NEO4J_URI") or (private.uri if private else "")
    if not uri:
        return None
    if not uri.startswith(SCHEMES):
        raise InputError(f"NEO4J_URI: begins with none of {', '.join(SCHEMES)}")
    password = merged.get("NEO4J_PASSWORD", "")
    username = merged.get("NEO4J_USERNAME", "neo4j" if password else "")
    if private is not None and uri == private.uri and not password:
        if username and private.username and username != private.username:
            raise InputError(f"user {username!r} needs a password, NEO4J_PASSWORD; the private server's own is not its")
        username, password = private.username, private.password
    return Settings(uri, username, password, merged.get("NEO4J_DATABASE", "neo4j"))


def _credentials(source: Mapping[str, str]) -> dict[str, str]:
    """Read the file that a source names: it counts just below that source."""
    name = source.get("NEO4J_CREDENTIALS")
    if not name:
        return {}
    if not Path(name).is_file():
        raise InputError(f"{name}: no such credentials file")
    return _file(Path(name))


def _file(path: Path) -> dict[str, str]:
    try:
        return {name: value for name, value in dotenv_values(path, interpolate=False).items() if value}
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not readable") from error
