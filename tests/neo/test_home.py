"""The private server's folder, and the programs that it needs."""

import socket
from pathlib import Path

import pytest

from graph.errors import InputError, ServiceError
from graph.neo import server
from graph.neo.home import Home, Ports, default_home
from graph.neo.java import find_java, find_maven


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a machine without Java and Maven: an empty folder as path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return folder


def program(file: Path, says: str) -> Path:
    """Make a program that prints a line on stderr, as ``java -version`` does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\necho '{says}' >&2\n")
    file.chmod(0o755)
    return file


def test_the_home_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``VINCULO_HOME`` names another folder than the user's data folder."""
    monkeypatch.setenv("VINCULO_HOME", str(tmp_path))
    assert default_home() == Home(tmp_path / "neo4j")
    monkeypatch.delenv("VINCULO_HOME")
    assert default_home().folder.parts[-2:] == ("vinculo", "neo4j")


def test_a_password_is_generated_once(tmp_path: Path) -> None:
    """It stays the same, nobody else can read its file, and two homes have two."""
    first, second = Home(tmp_path / "a"), Home(tmp_path / "b")
    first.folder.mkdir()
    second.folder.mkdir()
    assert first.password() == first.password() != second.password()
    assert first.password_file.stat().st_mode & 0o077 == 0


def test_ports_are_remembered(tmp_path: Path) -> None:
    """As they were given; a damaged file is named."""
    home = Home(tmp_path)
    assert home.ports() is None
    home.remember(Ports(7700, 7701, auth=False))
    assert home.ports() == Ports(7700, 7701, auth=False)
    (tmp_path / "server.json").write_text("{")
    with pytest.raises(InputError, match=r"server\.json"):
        home.ports()


def test_no_java(bare: Path) -> None:
    """One line says what is missing and how to get it."""
    assert bare.exists()
    with pytest.raises(ServiceError, match=r"needs Java 17 or newer: install one .*apt-get install"):
        find_java()


@pytest.mark.parametrize("says", ['openjdk version "11.0.20"', 'java version "1.8.0_292"'])
def test_an_old_java_is_named(bare: Path, says: str) -> None:
    """The version that was found is told."""
    program(bare / "java", says)
    version = "11" if "11" in says else "8"
    with pytest.raises(ServiceError, match=f"{bare}/java is version {version}: install"):
        find_java()


def test_a_new_java_is_found_behind_an_old_one(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``JAVA_HOME`` comes first, but not if it is too old."""
    new = program(bare / "java", 'openjdk version "21" 2023-09-19')
    old = program(tmp_path / "jdk" / "bin" / "java", 'openjdk version "11.0.20"')
    monkeypatch.setenv("JAVA_HOME", str(old.parents[1]))
    assert find_java() == new
    program(old, 'openjdk version "17.0.15"')
    assert find_java() == old


def test_no_maven(bare: Path) -> None:
    """One line says how to get it."""
    assert bare.exists()
    with pytest.raises(ServiceError, match="apt-get install maven"):
        find_maven()


@pytest.mark.parametrize("which", ["bolt", "http"])
def test_a_taken_port_is_named_with_its_option(tmp_path: Path, which: str) -> None:
    """Nothing is installed or written before the ports are known to be free."""
    with socket.create_server(("127.0.0.1", 0)) as other, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        taken, spare = other.getsockname()[1], free.getsockname()[1]
        free.close()
        ports = Ports(taken, spare) if which == "bolt" else Ports(spare, taken)
        with pytest.raises(InputError, match=f"port {taken} is taken; choose another with --{which}-port"):
            server.start(Home(tmp_path / "home"), ports, server.Memory())
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("memory", [server.Memory("much"), server.Memory("1g\nx=1"), server.Memory("1g", "-1m")])
def test_memory_is_a_size(tmp_path: Path, memory: server.Memory) -> None:
    """Anything else would end in Neo4j's configuration."""
    with pytest.raises(InputError, match="write a size such as"):
        server.start(Home(tmp_path), Ports(), memory)


def test_a_server_that_was_never_started(tmp_path: Path) -> None:
    """Its status, log and stop are answers, not errors."""
    home = Home(tmp_path)
    assert server.status(home) == server.Status(installed=False, running=False, ports=None)
    assert server.last_lines(home, 5) == []
    assert not server.stop(home)
    server.wipe(home)
    assert server.settings_of(home) is None
