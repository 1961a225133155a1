"""Fixtures that several packages of tests share: a real Chromium, a real Neo4j."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.errors import ServiceError
from graph.neo import server
from graph.neo.home import Home, Ports
from graph.neo.install import install, installed
from graph.neo.java import find_java
from graph.neo.settings import Settings

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = "Chromium is missing: apt-get install chromium, or set CHROMIUM to the program"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a headless Chromium: ``CHROMIUM``, or the one on the path. Without one skip, but fail where ``CI=true``."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def chromium_page(browser: Browser) -> Iterator[Page]:
    """Open an empty page of 1280 × 800 in a profile of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def neo4j_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """Make the home of a private Neo4j for this run of the tests, and end its server with it.

    Maven fetches the packages once, into ``VINCULO_TEST_HOME`` or ``~/.cache/vinculo-tests``; data and logs are new.
    Without Java or Maven skip, but fail where ``CI=true``.
    """
    kept = Home(Path(os.environ.get("VINCULO_TEST_HOME") or Path.home() / ".cache" / "vinculo-tests") / "neo4j")
    try:
        find_java()
        if not installed(kept):
            install(kept)
    except ServiceError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))
    home = Home(tmp_path_factory.mktemp("home") / "neo4j")
    home.folder.mkdir()
    home.lib.symlink_to(kept.lib)
    shutil.copy(kept.folder / "pom.xml", home.folder)
    yield home
    server.stop(home)


@pytest.fixture(scope="session")
def neo4j_server(neo4j_home: Home) -> Settings:
    """Start the private Neo4j on free ports, once for all tests; tests may change what it holds."""
    with socket.socket() as bolt, socket.socket() as http:
        bolt.bind(("127.0.0.1", 0))
        http.bind(("127.0.0.1", 0))
        ports = Ports(bolt.getsockname()[1], http.getsockname()[1])
    server.start(neo4j_home, ports, server.Memory("512m", "64m"))
    settings = server.settings_of(neo4j_home)
    assert settings is not None
    return settings
