"""The folder of the private Neo4j server, and what is kept in it.

::

    neo4j/
    ├── pom.xml, lib/     the server's packages
    ├── conf/neo4j.conf   written anew at each start
    ├── data/, logs/      the server's own
    ├── password          of the user neo4j; readable by this user only
    └── server.json       the ports it was started with

``VINCULO_HOME`` names another folder than the one that the operating system gives to users' data.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_data_path

from graph.errors import InputError

__all__ = ["Home", "Ports", "default_home"]


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the private server listens, on 127.0.0.1, and whether it asks for the password."""

    bolt: int = 7687
    http: int = 7474
    auth: bool = True

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def browser(self) -> str:
        """The address of Neo4j Browser."""
        method = "" if self.auth else "&preselectAuthMethod=NO_AUTH"
        return f"http://127.0.0.1:{self.http}/browser/?dbms={self.uri}{method}"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder; its files are made when they are first needed."""

    folder: Path

    @property
    def lib(self) -> Path:
        """The server's jars."""
        return self.folder / "lib"

    @property
    def logs(self) -> Path:
        """The server's logs."""
        return self.folder / "logs"

    @property
    def data(self) -> Path:
        """The server's databases."""
        return self.folder / "data"

    @property
    def password_file(self) -> Path:
        """Where the password is kept."""
        return self.folder / "password"

    @property
    def initialised(self) -> bool:
        """Tell whether the server has its password."""
        return (self.data / "dbms" / "auth.ini").exists() or (self.data / "databases" / "system").exists()

    def ports(self) -> Ports | None:
        """Return how the server was last started; None if it never was."""
        try:
            return Ports(**json.loads((self.folder / "server.json").read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError) as error:
            raise InputError(f"{self.folder / 'server.json'}: not readable ({error}); delete it") from error

    def remember(self, ports: Ports) -> None:
        """Keep how the server is started."""
        (self.folder / "server.json").write_text(json.dumps(asdict(ports)) + "\n", encoding="utf-8")

    def password(self) -> str:
        """Return the password of the user neo4j, generated at the first call.

        The file is created readable by this user only; nothing else ever holds the password.
        """
        file = self.password_file
        try:
            return file.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            password = secrets.token_hex(20)
            _write_private(file, password + "\n")
            return password
        except OSError as error:
            raise InputError(f"{file}: not readable ({error.strerror})") from error


def default_home() -> Home:
    """Return the private server's folder: in ``VINCULO_HOME``, else in the user's data folder."""
    base = os.environ.get("VINCULO_HOME")
    return Home((Path(base).absolute() if base else user_data_path("vinculo", appauthor=False)) / "neo4j")


def _write_private(file: Path, text: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
