"""The password is in its file and nowhere else; certificates are verified unless the user says otherwise."""

import os
import shutil
import socket
import ssl
import stat
import subprocess
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.cli.app import run
from graph.errors import ServiceError
from graph.neo import server
from graph.neo.connect import connect
from graph.neo.home import Home
from graph.neo.settings import Settings

PASSWORD = "wrong-0123456789abcdef"  # noqa: S105 - of nobody


@pytest.mark.neo4j
def test_the_password_is_not_in_processes_logs_or_configuration(neo4j_server: Settings, neo4j_home: Home) -> None:
    """Neither the arguments of any process nor any file but its own hold it; the file is the user's alone."""
    assert len(neo4j_server.password) >= 20
    secret = neo4j_server.password.encode()
    for arguments in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            assert secret not in arguments.read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
    files = [file for file in neo4j_home.folder.rglob("*") if file.is_file() and neo4j_home.lib not in file.parents]
    holding = [file for file in files if secret in file.read_bytes()]
    assert holding == [neo4j_home.password_file]
    assert stat.S_IMODE(neo4j_home.password_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(neo4j_home.folder.stat().st_mode) == 0o700


@pytest.mark.neo4j
@pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")
def test_the_password_is_not_an_argument_of_neo4j_admin(neo4j_home: Home, tmp_path: Path) -> None:
    """While the initial password is set, no process shows it to others."""
    home = Home(tmp_path / "neo4j")
    home.folder.mkdir()
    home.lib.symlink_to(neo4j_home.lib)
    shutil.copytree(neo4j_home.folder / "conf", home.folder / "conf")
    secret = home.password().encode()
    work = threading.Thread(target=server.admin, args=(home, "dbms", "set-initial-password", home.password()))
    work.start()
    seen: set[bytes] = set()
    while work.is_alive():
        for arguments in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                seen.add(arguments.read_bytes())
            except (FileNotFoundError, ProcessLookupError):
                continue
        work.join(0.02)
    assert home.initialised
    assert any(b"Neo4jAdminCommand" in each for each in seen)
    assert not any(secret in each for each in seen)


@pytest.mark.neo4j
def test_a_refused_password_is_not_repeated(neo4j_server: Settings) -> None:
    """The error is one line without the password, and so is everything that a traceback of it shows."""
    wrong = Settings(neo4j_server.uri, "neo4j", PASSWORD, "neo4j")
    with pytest.raises(ServiceError, match="refuses this user or password") as raised, connect(wrong):
        pass
    assert "\n" not in str(raised.value)
    assert PASSWORD not in "".join(traceback.format_exception(raised.value))
    assert PASSWORD not in repr(wrong)


@pytest.mark.neo4j
def test_the_command_line_never_prints_it(
    neo4j_server: Settings, neo4j_home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """``neo4j status`` and ``neo4j logs`` name the file, not what is in it."""
    monkeypatch.setenv("VINCULO_HOME", str(neo4j_home.folder.parent))
    for words in (["status"], ["status", "--json"], ["logs"]):
        assert run(["neo4j", *words]) == 0
    said = "".join(capfd.readouterr())
    assert neo4j_server.uri in said
    assert str(neo4j_home.password_file) in said
    assert neo4j_server.password not in said


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate that nobody has signed."""
    program = shutil.which("openssl")
    if program is None:
        missing = "openssl is missing: apt-get install openssl"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    command = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(file), "-out", f"{file}.crt"]
    subprocess.run(command, check=True, capture_output=True)
    file.write_text(file.read_text() + Path(f"{file}.crt").read_text())
    return file


@pytest.fixture
def listener(certificate: Path) -> Iterator[tuple[int, list[bool]]]:
    """Listen with that certificate; note for each connection whether the other side took it, then hang up."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    taken: list[bool] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                try:
                    with connection, context.wrap_socket(connection, server_side=True) as secured:
                        taken.append(bool(secured.recv(1)))
                except OSError:
                    taken.append(False)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1], taken
        listening.shutdown(socket.SHUT_RDWR)
    thread.join()


@pytest.mark.parametrize(("scheme", "trusting"), [("bolt+s", False), ("neo4j+s", False), ("bolt+ssc", True)])
def test_certificates_are_verified(listener: tuple[int, list[bool]], scheme: str, trusting: bool) -> None:  # noqa: FBT001
    """No word is sent to a server whose certificate nobody has signed, unless the scheme says ``+ssc``."""
    port, taken = listener
    settings = Settings(f"{scheme}://localhost:{port}", "neo4j", PASSWORD, "neo4j")
    with pytest.raises(ServiceError) as raised, connect(settings):
        pass
    assert PASSWORD not in str(raised.value)
    assert any(taken) == trusting
