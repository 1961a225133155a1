"""A load that is killed, or whose server is killed, is completed by the next one; two at once store all once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.neo import server
from graph.neo.connect import connect
from graph.neo.home import Home
from graph.neo.load import Summary, load
from graph.neo.settings import Settings
from tests.neo.synthetic import clear, nodes, relationships, state

pytestmark = pytest.mark.neo4j
PEOPLE, TIES, BATCH = 2000, 2000, 100
ROOT = Path(__file__).parents[2]


@pytest.fixture
def session(neo4j_server: Settings) -> Iterator[neo4j.Session]:
    """Open a session on an empty database."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as opened:
        clear(opened)
        yield opened


@pytest.fixture(scope="module")
def undisturbed(neo4j_server: Settings) -> tuple[int, int, str]:
    """Return the state after a load in peace."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as opened:
        clear(opened)
        load(opened, nodes(PEOPLE), relationships(TIES, PEOPLE))
        return state(opened)


def loader(settings: Settings) -> "subprocess.Popen[str]":
    """Start a load in a process of its own, in batches small enough to be interrupted between them."""
    environment = {
        **os.environ,
        "NEO4J_URI": settings.uri,
        "NEO4J_USERNAME": settings.username,
        "NEO4J_PASSWORD": settings.password,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.neo.synthetic", str(PEOPLE), str(TIES), str(BATCH)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_for(process: "subprocess.Popen[str]", rows: int) -> None:
    """Wait until the load has dealt with so many rows."""
    assert process.stdout is not None
    done = 0
    while done < rows:
        line = process.stdout.readline()
        assert line, "the load ended before it could be disturbed"
        done += int(line)


def finish(session: neo4j.Session) -> Summary:
    """Load again, undisturbed."""
    return load(session, nodes(PEOPLE), relationships(TIES, PEOPLE))


@pytest.mark.parametrize("phase", ["nodes", "relationships"])
def test_a_killed_load_is_completed(
    phase: str, session: neo4j.Session, neo4j_server: Settings, undisturbed: tuple[int, int, str]
) -> None:
    """After kill -9 of the loader in either phase the database is partial, and the next load completes it."""
    with loader(neo4j_server) as process:
        wait_for(process, 300 if phase == "nodes" else PEOPLE + 300)
        process.kill()
    people, ties, _ = state(session)
    if phase == "nodes":
        assert 0 < people < PEOPLE
        assert ties == 0
    else:
        assert people == PEOPLE
        assert 0 < ties < TIES
    summary = finish(session)
    assert summary.nodes.unchanged == people
    assert summary.relationships.unchanged == ties
    assert state(session) == undisturbed


def test_two_loads_at_once_store_everything_once(
    session: neo4j.Session, neo4j_server: Settings, undisturbed: tuple[int, int, str]
) -> None:
    """Neither fails, and nothing is there twice."""
    with loader(neo4j_server) as one, loader(neo4j_server) as other:
        said = [process.communicate() for process in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0), said
    assert state(session) == undisturbed


def test_a_killed_server_loses_nothing_that_matters(
    neo4j_server: Settings, neo4j_home: Home, undisturbed: tuple[int, int, str]
) -> None:
    """After kill -9 of the server during a load, the load fails in one line; after a restart the next completes it."""
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as opened:
        clear(opened)
    ports = neo4j_home.ports()
    assert ports is not None
    with loader(neo4j_server) as process:
        wait_for(process, 500)
        os.kill(int((neo4j_home.folder / "run" / "neo4j.pid").read_text()), signal.SIGKILL)
        _, errors = process.communicate()
    was_running = server.status(neo4j_home).running
    server.start(neo4j_home, ports, server.Memory("512m", "64m"))
    assert not was_running
    assert process.returncode == 3, errors
    assert len(errors.splitlines()) == 1
    assert neo4j_server.password not in errors
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as opened:
        people, ties, _ = state(opened)
        assert 0 < people + ties < PEOPLE + TIES
        finish(opened)
        assert state(opened) == undisturbed
