"""Neo4j Browser over the user's own graph: the guide and the style, served on loopback while Browser is used."""

import threading
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import neo4j

from graph.errors import ServiceError
from graph.model import Value
from graph.neo import server
from graph.neo.connect import connect
from graph.neo.dress import guide, pack, style
from graph.neo.home import Home, Ports
from graph.neo.library import statement
from graph.neo.query import ask
from graph.neo.settings import Settings

__all__ = ["address_of", "open_address", "serve_browser", "served"]

_HOSTS = ("127.0.0.1", "localhost")


def serve_browser(home: Home, say: Callable[[str], None], *, open_page: bool = True) -> None:
    """Open Neo4j Browser of the private server with the guide, and serve the guide until Ctrl-C.

    Args:
        home: of the private server, which must run.
        say: told the address and what to do, a line each.
        open_page: also open the address in the user's own web browser.

    Raises:
        ServiceError: the private server does not run.
    """
    state, settings = server.status(home), server.settings_of(home)
    if not state.running or state.ports is None or settings is None:
        raise ServiceError("the private Neo4j does not run; start it: vinculo neo4j start")
    with served(settings, state.ports.http) as base:
        address = address_of(state.ports, settings.username, f"{base}/guide.html")
        say(f"Neo4j Browser: {address}")
        if settings.username:
            say(f"Log in as {settings.username}; the password is in {home.folder / 'password'}")
        say(f"In Browser: :play {base}/guide.html and :style {base}/vinculo.grass")
        say("The guide is served until you press Ctrl-C.")
        if open_page:
            open_address(address, say)
        threading.Event().wait()


def open_address(address: str, say: Callable[[str], None]) -> None:
    """Open an address in the user's own web browser, or say that there is none."""
    if not webbrowser.open(address):
        say("No web browser was found here: open that address by hand, on this computer.")


@contextmanager
def served(settings: Settings, browser_port: int) -> Iterator[str]:
    """Serve guide, style and favorites on a free loopback port; yield the address they are below.

    The guide names people of the graph, so only pages of Neo4j Browser, at its own port, may read it.
    """
    origins = frozenset(f"http://{host}:{browser_port}" for host in _HOSTS)
    with (
        connect(settings) as driver,
        driver.session(database=settings.database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        examples = _examples(session)
    files: dict[str, tuple[str, bytes]] = {
        "/vinculo.grass": ("text/plain; charset=utf-8", style().encode()),
        "/vinculo-favorites.zip": ("application/zip", pack()),
    }
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(files, origins)) as http:
        base = f"http://localhost:{http.server_address[1]}"
        files["/guide.html"] = ("text/html; charset=utf-8", guide(examples, base).encode())
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        try:
            yield base
        finally:
            http.shutdown()
            thread.join()


def address_of(ports: Ports, username: str, page: str) -> str:
    """Name the page that connects as the user, who is asked for the password, and plays the guide."""
    browser = ports.browser.replace("?dbms=bolt://", f"?dbms=bolt://{username}@" if username else "?dbms=bolt://")
    return f"{browser}&cmd=play&arg={quote(page, safe='')}"


def _examples(session: neo4j.Session) -> dict[str, Value]:
    return dict(ask(session, statement("guide/examples").text, {}).rows)


def _handler(files: Mapping[str, tuple[str, bytes]], origins: frozenset[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Serve the files with the headers that let Browser, a page of another port, read them."""

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def do_OPTIONS(self) -> None:
            self.send_response(204)
            self._permit()
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep quiet on the terminal."""

        def _answer(self, *, body: bool) -> None:
            here = self.headers.get("Host", "").partition(":")[0] in _HOSTS  # not a name that was pointed at us
            kind, content = files.get(self.path.partition("?")[0], ("", b"")) if here else ("", b"")
            self.send_response(200 if kind else 404)
            self._permit()
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if body:
                self.wfile.write(content)

        def _permit(self) -> None:
            origin = self.headers.get("Origin", "")
            if origin in origins:
                self.send_header("Access-Control-Allow-Origin", origin)
                self.send_header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                self.send_header("Access-Control-Allow-Headers", "*")
                self.send_header("Access-Control-Allow-Private-Network", "true")
            self.send_header("Vary", "Origin")
            self.send_header("Cache-Control", "no-store")

    return Handler
