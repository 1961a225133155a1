"""The private server: start, stop, status, logs and wipe, on 127.0.0.1 only."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

from graph.errors import InputError, ServiceError
from graph.neo.connect import answers
from graph.neo.home import Home, Ports
from graph.neo.install import install, installed
from graph.neo.java import find_java
from graph.neo.settings import Settings

__all__ = ["Memory", "Status", "admin", "last_lines", "settings_of", "start", "status", "stop", "wipe"]

_COMMAND = "org.neo4j.server.startup.Neo4jCommand"
_SIZE = re.compile(r"[1-9]\d{0,5}[kmg]")
_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"


@dataclass(frozen=True, slots=True)
class Memory:
    """How much the server may take, in Neo4j's notation: ``512m``, ``2g``."""

    heap: str = "1g"
    pagecache: str = "256m"


@dataclass(frozen=True, slots=True)
class Status:
    """What the private server does."""

    installed: bool
    running: bool
    ports: Ports | None


def start(
    home: Home, ports: Ports, memory: Memory, say: Callable[[str], None] = lambda _: None, wait_seconds: float = 180
) -> None:
    """Start the server and wait until it answers over Bolt; install it first if need be.

    ``say`` is told what takes time.

    Raises:
        InputError: it runs already, a port is taken, or the memory is no size.
        ServiceError: Java or Maven is missing, or the server does not come up in time.
    """
    if _running(home):
        raise InputError("the private server runs already; see 'vinculo neo4j status'")
    _require_sizes(memory)
    _require_free(ports)
    find_java()
    home.folder.mkdir(parents=True, exist_ok=True)
    home.folder.chmod(0o700)  # the databases hold what the documents say
    if not installed(home):
        say("Fetching Neo4j with Maven: 140 MB, once …")
        install(home)
    for folder in ("conf", "data", "logs", "plugins", "import", "run"):
        (home.folder / folder).mkdir(exist_ok=True)
    _configure(home, ports, memory)
    home.remember(ports)
    if not home.initialised:  # without authentication too: it may be asked for later
        admin(home, "dbms", "set-initial-password", home.password())
    say("Starting Neo4j …")
    _run(home, _COMMAND, ["start"])
    _wait(home, ports, wait_seconds)


def stop(home: Home) -> bool:
    """Stop the server; False if it did not run.

    Raises:
        ServiceError: it does not stop.
    """
    if not _running(home):
        return False
    _run(home, _COMMAND, ["stop"])
    return True


def status(home: Home) -> Status:
    """Tell what the server does, without starting anything."""
    return Status(installed(home), _running(home), home.ports())


def settings_of(home: Home) -> Settings | None:
    """Return how to reach the private server; None if it was never started."""
    ports = home.ports()
    if ports is None:
        return None
    return Settings(ports.uri, "neo4j" if ports.auth else "", home.password() if ports.auth else "", "neo4j")


def last_lines(home: Home, count: int) -> list[str]:
    """Return the last lines of the server's log."""
    try:
        with (home.logs / "neo4j.log").open(encoding="utf-8", errors="replace") as stream:
            return [line.rstrip("\n") for line in deque(stream, count)]
    except FileNotFoundError:
        return []


def wipe(home: Home) -> None:
    """Delete the server's databases, logs and password; the packages stay.

    Raises:
        InputError: the server runs.
    """
    if _running(home):
        raise InputError("the private server runs; stop it first: vinculo neo4j stop")
    for name in ("data", "logs", "run", "import"):
        shutil.rmtree(home.folder / name, ignore_errors=True)
    for name in ("password", "server.json"):
        (home.folder / name).unlink(missing_ok=True)


def admin(home: Home, *arguments: str) -> str:
    """Run ``neo4j-admin`` and return what it printed.

    The arguments go through a file that only this user can read, because others can read a process's arguments.
    """
    with _argument_file(arguments) as file:
        return _run(home, _ADMIN, [f"@{file}"])


@contextmanager
def _argument_file(arguments: tuple[str, ...]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vinculo-") as folder:
        file = Path(folder) / "arguments"
        quoted = ('"{}"'.format(argument.replace("\\", "\\\\").replace('"', '\\"')) for argument in arguments)
        file.write_text("\n".join(quoted) + "\n", encoding="utf-8")
        yield file


def _configure(home: Home, ports: Ports, memory: Memory) -> None:
    template = Template(files("graph.neo").joinpath("neo4j.conf").read_text(encoding="utf-8"))
    text = template.substitute(
        bolt=ports.bolt, http=ports.http, auth=str(ports.auth).lower(), heap=memory.heap, pagecache=memory.pagecache
    )
    (home.folder / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def _run(home: Home, main: str, arguments: list[str]) -> str:
    """Run one of Neo4j's own commands; its output goes to a file, because a started server would keep a pipe open."""
    command = [str(find_java()), "-cp", f"{home.lib}{os.sep}*", main, *arguments]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    environment = {**inherited, "NEO4J_HOME": str(home.folder), "NEO4J_CONF": str(home.folder / "conf")}
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False
        )
        output.seek(0)
        said = output.read().decode("utf-8", errors="replace")
    if done.returncode:
        raise ServiceError(f"Neo4j: {_reason(said) or f'exit {done.returncode}'}; see 'vinculo neo4j logs'")
    return said


def _reason(said: str) -> str:
    """Find why a command failed: the last cause that it names, without the exception's class, or its last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and "--verbose" not in line]
    causes = [line.rpartition("Exception: ")[2] for line in lines if line.startswith("Caused by: ")]
    return (causes or lines or [""])[-1][:300]


def _running(home: Home) -> bool:
    try:
        process = int((home.folder / "run" / "neo4j.pid").read_text(encoding="utf-8"))
        os.kill(process, 0)
    except (OSError, ValueError):
        return False
    try:  # the number may have been given to another process since
        return str(home.folder).encode() in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return True


def _require_sizes(memory: Memory) -> None:
    for name, size in (("heap", memory.heap), ("pagecache", memory.pagecache)):
        if not _SIZE.fullmatch(size):
            raise InputError(f"--{name} {size!r}: write a size such as 512m or 2g")


def _require_free(ports: Ports) -> None:
    if ports.bolt == ports.http:
        raise InputError("--bolt-port and --http-port must differ")
    for name, port in (("bolt", ports.bolt), ("http", ports.http)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                raise InputError(f"port {port} is taken; choose another with --{name}-port") from error


def _wait(home: Home, ports: Ports, seconds: float) -> None:
    end = time.monotonic() + seconds
    reach = settings_of(home)
    while time.monotonic() < end:
        if not _running(home):
            raise ServiceError("Neo4j stopped while starting; see 'vinculo neo4j logs'")
        if _listens(ports.bolt) and reach is not None and answers(reach):
            return
        time.sleep(0.2)
    raise ServiceError(f"Neo4j did not answer within {seconds:.0f} s; see 'vinculo neo4j logs'")


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=0.5):
            return True
    except OSError:
        return False
