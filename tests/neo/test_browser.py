"""Neo4j Browser, dressed: the guide, the style and the favorites, and the real Browser that shows them."""

import html
import io
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from docs.generate import TOP
from graph.neo.browser import address_of, served
from graph.neo.connect import connect
from graph.neo.dress import filled, guide, pack, style, write_pack
from graph.neo.home import Home
from graph.neo.library import question, statements
from graph.neo.settings import Settings
from graph.ontology import ontology
from tests.neo.graphs import fill, seeds_network

RUNNABLE = re.compile(r'<pre class="pre-scrollable code runnable">(.*?)</pre>', re.DOTALL)
ORIGIN = "http://127.0.0.1:{}"


@pytest.fixture(scope="module")
def base(neo4j_server: Settings, neo4j_home: Home) -> Iterator[str]:
    """Serve the guide over the seeds; give the address."""
    ports = neo4j_home.ports()
    assert ports is not None
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        fill(session, seeds_network())
    with served(neo4j_server, ports.http) as base:
        yield base


def test_every_kind_has_its_style() -> None:
    """The style names each kind's label with its colour on the map and the name as caption."""
    text = style()
    for kind in ontology().kinds.values():
        rule = text.partition(f"node.{kind.label} {{")[2].partition("}\n")[0]
        assert f"color: {kind.colour};" in rule
        assert 'caption: "{name}";' in text
    assert 'caption: "<type>";' in text


def test_the_pack_is_the_library(tmp_path: Path) -> None:
    """The pack holds every question in one folder, each begins with its title; packed twice, same bytes."""
    with zipfile.ZipFile(io.BytesIO(pack())) as archive:
        titles = {name: archive.read(name).decode().splitlines()[0] for name in archive.namelist()}
    assert titles == {f"Vinculo/{each.short}.cypher": f"// {each.title}" for each in statements("ask")}
    assert [file.read_bytes() for file in write_pack(tmp_path / "new" / "folder")] == [pack(), style().encode()]


def test_parameters_become_values() -> None:
    """A query of the guide runs on one click: its parameters are written in as Cypher, whatever the names hold."""
    asked = question("neighbourhood")
    text = filled(asked, {"name": 'O"Hara \\ $hops </pre>\n', "hops": 2})
    assert '"O\\"Hara \\\\ $hops </pre>\\n"' in text
    assert "length(path) <= 2" in text
    assert text.startswith(f"// {asked.title}\n")


def test_the_guide_escapes_names() -> None:
    """A name from a document cannot become a part of the guide's page."""
    page = guide({"name": "</pre><script>alert(1)</script>", "hops": 2}, "http://localhost:1")
    assert "<script" not in page
    assert any('"</pre><script>' in html.unescape(text) for text in RUNNABLE.findall(page))


def test_questions_without_an_example_are_left_out() -> None:
    """Over a graph that has no value for a parameter the guide shows only what can be run."""
    texts = [html.unescape(text) for text in RUNNABLE.findall(guide({}, "http://localhost:1"))]
    assert texts[0] == ":style http://localhost:1/vinculo.grass"
    assert len(texts) > 5
    assert not any("$" in text for text in texts)


@pytest.mark.neo4j
def test_every_query_of_the_guide_runs(base: str, neo4j_server: Settings) -> None:
    """Over the seeds, every question of the guide has its examples, and its text runs as it stands."""
    with urllib.request.urlopen(f"{base}/guide.html") as answer:  # noqa: S310 - our own loopback address
        texts = [html.unescape(text) for text in RUNNABLE.findall(answer.read().decode())]
    everything = dict.fromkeys(("name", "hops", "from", "to", "case", "marking", "since", "until"), 1)
    assert len(texts) == len(RUNNABLE.findall(guide(everything, base)))
    with connect(neo4j_server) as driver, driver.session(database=neo4j_server.database) as session:
        for text in texts[1:]:
            assert session.run(text).peek() is not None, text  # type: ignore[arg-type]


@pytest.mark.neo4j
def test_only_neo4j_browser_may_read_the_guide(base: str, neo4j_home: Home) -> None:
    """Pages of Browser's own address may read the guide; others get no leave, and unknown names get nothing."""
    ports = neo4j_home.ports()
    assert ports is not None

    def allowed(**headers: str) -> str | None:
        request = urllib.request.Request(f"{base}/guide.html", headers=headers)  # noqa: S310 - as above
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            given: str | None = answer.headers["Access-Control-Allow-Origin"]
            return given

    assert allowed(Origin=ORIGIN.format(ports.http)) == ORIGIN.format(ports.http)
    assert allowed(Origin="https://example.org") is None
    assert allowed() is None
    with pytest.raises(urllib.error.HTTPError, match="404"):
        allowed(Host="rebound.example.org")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{base}/../pyproject.toml")  # noqa: S310


@pytest.mark.neo4j
@pytest.mark.chromium
def test_the_real_browser(chromium_page: Page, base: str, neo4j_server: Settings, neo4j_home: Home) -> None:
    """Browser connects with the password alone, plays the guide, takes the style, and draws names in their colours.

    ``SCREENSHOT`` names a file for a picture of it: docs/images/browser.png is made so.
    """
    ports = neo4j_home.ports()
    assert ports is not None
    page = chromium_page
    page.set_default_timeout(60_000)
    page.goto(address_of(ports, neo4j_server.username, f"{base}/guide.html"))
    expect(page.get_by_role("heading", name="Your graph")).to_be_visible(timeout=60_000)
    if neo4j_server.password:
        page.get_by_test_id("password").fill(neo4j_server.password)
        page.get_by_test_id("connect").click()
    expect(page.get_by_test_id("main")).to_contain_text("You are connected", timeout=60_000)
    for slide, text in ((0, ":style"), (1, "// Everyone within some hops")):
        for _ in range(slide):
            page.get_by_test_id("nextSlide").first.click()
        page.locator("pre.runnable", has_text=text).first.click()
        expect(page.get_by_test_id("activeEditor")).to_contain_text(text[:12].strip())
        page.get_by_test_id("editor-Run").click()
    nodes = page.locator("svg g.node")
    expect(nodes.first).to_be_visible(timeout=60_000)
    captions = [" ".join(text.split()) for text in nodes.all_text_contents()]
    assert "Tijuana cartel" in captions
    assert any(caption.startswith("Mariano") for caption in captions)
    assert "REPRESENTATIVE_OF" in page.locator("svg g.relationship text").all_text_contents()
    colours = page.locator("svg g.node circle.b-outline").evaluate_all(
        "all => all.map(each => each.getAttribute('fill'))"
    )
    assert {ontology().kinds[kind].colour for kind in ("cartel", "person", "case")} <= set(colours)
    if target := os.environ.get("SCREENSHOT"):
        page.wait_for_timeout(4000)  # until the nodes stand still
        page.screenshot(path=target)


def test_without_a_web_browser_the_address_is_to_be_opened_by_hand() -> None:
    """Where there is none, that is said; nothing waits for a page that does not open."""
    script = "from graph.neo.browser import open_address; open_address('http://127.0.0.1:1/', print)"
    nowhere = {"PATH": "/nonexistent", "BROWSER": "/nonexistent/browser"}
    done = subprocess.run([sys.executable, "-c", script], env=nowhere, cwd=TOP, capture_output=True, check=True)
    assert done.stdout.decode().startswith("No web browser was found here: open that address by hand")
