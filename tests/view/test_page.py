"""The map in a real browser: it opens offline and without an error, and every line on it leads to its quote."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graph.model import Network
from graph.view import write_map
from tests.support import claim, document, mention, network_of

pytestmark = pytest.mark.chromium

HOSTILE = "Vera</script><img src=x onerror=window.hit=1><b>\u2028\u202etlob"
"""A name that would run a script, break a line or turn the text around where it is not taken as text."""

Open = Callable[..., Page]


@pytest.fixture
def open_map(chromium_page: Page, tmp_path: Path) -> Iterator[Open]:
    """Write a map and open it; afterwards there was no error on the console and no request but for the file."""
    target = tmp_path / "map with a blank.html"
    noted: list[str] = []
    chromium_page.on("console", lambda message: noted.append(f"console: {message.text}"))
    chromium_page.on("pageerror", lambda error: noted.append(f"error: {error}"))
    chromium_page.on("request", lambda request: noted.append(f"request: {request.url}"))

    def open_(network: Network, **options: Any) -> Page:
        write_map(network, target, **options)
        chromium_page.goto(target.as_uri())
        return chromium_page

    yield open_
    assert noted == [f"request: {target.as_uri()}"]


def port_case() -> Network:
    """Two people and a gang of invented names, told of by one report."""
    text = document(
        "R1",
        "(C) XXXXXXXXXXXX said that Inés Ávalos Prado, the harbour master, may have bribed Bruno Calvet in March 2011.",
        "(SBU) Ávalos, known as La Sirena, met Bruno Calvet. She is not a member of the Lantern Gang.",
        title="PORT INQUIRY <i>WIDENS</i>",
        date="2011-04-02",
    )
    mask = mention(text, "XXXXXXXXXXXX", "source")
    ines = mention(text, "Inés Ávalos Prado", role="harbour master")
    bruno = mention(text, "Bruno Calvet")
    short, sirena = mention(text, "Ávalos", occurrence=1), mention(text, "La Sirena")
    again = mention(text, "Bruno Calvet", occurrence=1)
    gang = mention(text, "Lantern Gang", "cartel")
    said = [
        claim(text, "BRIBED", ines, bruno, modality="alleged", attributed_to=mask, date="2011-03"),
        claim(text, "MET_WITH", short, again),
        claim(text, "MEMBER_OF", short, gang, modality="denied"),
        claim(text, "SAME_AS", short, ines),
        claim(text, "SAME_AS", again, bruno),
        claim(text, "ALIAS_OF", sirena, ines),
    ]
    return network_of([text], [mask, ines, bruno, short, sirena, again, gang], said)


def click_on_map(page: Page, where: str) -> None:
    """Click where a script, given vis-network's ``network``, says that something is drawn."""
    spot = page.evaluate(
        f"""() => {{
            const map = document.getElementById("map"), network = map.network, box = map.getBoundingClientRect();
            const {{x, y}} = network.canvasToDOM({where});
            return [box.left + x, box.top + y];
        }}"""
    )
    page.mouse.click(*spot)


def node(name_starts: str, network: Network) -> str:
    """Write the script that tells where an entity is drawn."""
    found = next(entity for entity in network.entities.values() if entity.name.startswith(name_starts))
    return f"network.body.nodes['{found.id}']"


def edge(type_: str, network: Network) -> str:
    """Write the script that tells where the middle of a relation is drawn."""
    found = next(relation for relation in network.relations.values() if relation.type == type_)
    return f"network.body.edges['{found.id}'].edgeType.getPoint(0.5)"


def test_the_page_says_what_it_shows_and_warns(open_map: Open) -> None:
    """Title, counts and the caution stand on the page, so that they stand on a picture of it, too."""
    page = open_map(port_case(), title="The port")
    expect(page).to_have_title("The port")
    expect(page.get_by_role("heading", level=1)).to_have_text("The port")
    expect(page.locator("#counts")).to_have_text("3 entities · 3 relations · 1 document")
    expect(page.locator("#note")).to_have_text("As reported by the document; allegations are marked.")
    expect(page.locator("#modalities")).to_have_text("Asserted 1Alleged 1Denied 1")


def test_a_click_on_a_node_shows_names_roles_and_quotes(open_map: Open) -> None:
    """The panel tells all names, each role with its place, and each relation with its quote, place and marking."""
    network = port_case()
    page = open_map(network)
    click_on_map(page, node("Inés", network))
    panel = page.get_by_role("complementary", name="Details")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Inés Ávalos Prado")
    for text in ("La Sirena", "harbour master", "Relations 3", "R1 ¶1 (C)", "according to anonymous source"):
        expect(panel).to_contain_text(text)
    expect(panel.locator("blockquote").filter(has_text="may have bribed Bruno Calvet")).to_have_count(1)
    expect(panel.locator(".relation").filter(has_text="bribed").locator(".badge")).to_have_text("alleged")


def test_a_click_on_an_edge_shows_its_quote(open_map: Open) -> None:
    """The panel tells who did what to whom, how the document puts it, when, and in which words."""
    network = port_case()
    page = open_map(network)
    click_on_map(page, edge("MEMBER_OF", network))
    panel = page.get_by_role("complementary", name="Details")
    expect(panel.locator(".ends")).to_have_text("Inés Ávalos Prado is a member of Lantern Gang")
    expect(panel).to_contain_text("Denied")
    expect(panel.locator("blockquote")).to_contain_text("She is not a member of the Lantern Gang.")
    expect(panel.locator(".cite")).to_have_text("R1 ¶2 (SBU)")


def test_a_document_tells_what_it_states(open_map: Open) -> None:
    """A click on a document's id shows its title, as text, and all relations that cite it."""
    network = port_case()
    page = open_map(network)
    click_on_map(page, edge("MEMBER_OF", network))
    page.locator(".cite").get_by_role("button", name="R1").click()
    panel = page.get_by_role("complementary", name="Details")
    expect(panel.get_by_role("heading", level=2)).to_have_text("PORT INQUIRY <i>WIDENS</i>")
    expect(panel.locator(".relation")).to_have_count(3)


def test_search_by_an_alias_without_accents(open_map: Open) -> None:
    """Names are found as people type them: any case, no accents, an alias, by keyboard alone."""
    page = open_map(port_case())
    page.keyboard.press("/")
    search = page.get_by_role("combobox")
    expect(search).to_be_focused()
    page.keyboard.type("INES AV")
    expect(page.get_by_role("option")).to_have_text(["Inés Ávalos Prado"])
    search.fill("sirena")
    expect(page.get_by_role("option")).to_have_text(["Inés Ávalos Prado also La Sirena"])
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Inés Ávalos Prado")
    expect(page.locator("#live")).to_have_text("Details of Inés Ávalos Prado")
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("How to read this map")
    search.fill("nobody")
    expect(page.locator("#results")).to_have_text("No name on this map matches")


def test_a_kind_can_be_hidden_and_shown(open_map: Open) -> None:
    """A press on a kind in the legend takes its nodes and their edges off the map; another brings them back."""
    network = port_case()
    page = open_map(network)
    cartels = page.get_by_role("button", name="Cartel 1")
    cartels.click()
    expect(cartels).to_have_attribute("aria-pressed", "false")
    for where in (node("Lantern", network), edge("MEMBER_OF", network)):
        click_on_map(page, where)
        expect(page.locator("#panel h2")).to_have_text("How to read this map")
    cartels.click()
    click_on_map(page, node("Lantern", network))
    expect(page.locator("#panel h2")).to_have_text("Lantern Gang")


def test_a_modality_can_be_hidden(open_map: Open) -> None:
    """Whoever wants only what is stated as fact takes the allegations off."""
    network = port_case()
    page = open_map(network)
    page.get_by_role("button", name="Denied 1").click()
    click_on_map(page, edge("MEMBER_OF", network))
    expect(page.locator("#panel h2")).to_have_text("How to read this map")


def test_back_goes_back(open_map: Open) -> None:
    """What is chosen stands in the address: the browser's back button returns to it, and a link can name it."""
    network = port_case()
    page = open_map(network)
    click_on_map(page, node("Lantern", network))
    click_on_map(page, node("Bruno", network))
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Lantern Gang")


def test_the_one_in_focus_is_open(open_map: Open) -> None:
    """The map of one actor opens with this actor's details."""
    network = port_case()
    bruno = next(entity.id for entity in network.entities.values() if entity.name == "Bruno Calvet")
    page = open_map(network, focus=[bruno])
    expect(page.locator("#panel h2")).to_have_text("Bruno Calvet")


def test_nothing_moves(open_map: Open) -> None:
    """The layout was computed ahead: everything stands where the file says."""
    page = open_map(port_case())
    moved = """() => {
        const shown = document.getElementById("map").network.getPositions();
        const given = JSON.parse(document.getElementById("data").textContent).nodes;
        return given.some(({id, x, y}) => shown[id].x !== x || shown[id].y !== y);
    }"""
    page.wait_for_timeout(300)
    assert page.evaluate(moved) is False


def test_hostile_text_is_text(open_map: Open) -> None:
    """A name, quote or title runs no script, breaks nothing and cannot turn its direction."""
    text = document("D</script>1", f"{HOSTILE} met Ana Roca.", title=HOSTILE)
    who, ana = mention(text, HOSTILE, name=HOSTILE), mention(text, "Ana Roca")
    network = network_of([text], [who, ana], [claim(text, "MET_WITH", who, ana)])
    page = open_map(network, title=HOSTILE)
    page.locator(".list button").first.click()
    shown = "Vera</script><img src=x onerror=window.hit=1><b> tlob"
    expect(page.locator("#panel h2")).to_have_text(shown)
    expect(page.locator("#panel blockquote")).to_have_text(f"“{shown} met Ana Roca.”")
    expect(page.locator("#panel .relation img, header img, #panel .relation b b")).to_have_count(0)
    page.locator(".cite .doc").click()
    expect(page.locator("#panel h2")).to_have_text(shown)
    assert page.evaluate("window.hit") is None


def test_a_lone_surrogate_is_written(open_map: Open) -> None:
    """Text that is not valid Unicode still makes a map."""
    text = document("D1", "Ana Roca met Luis Caro.")
    ana, luis = mention(text, "Ana Roca"), mention(text, "Luis Caro", name="Luis \ud800 Caro")
    page = open_map(network_of([text], [ana, luis], [claim(text, "MET_WITH", ana, luis)]), title="\ud800")
    expect(page.locator("#counts")).to_contain_text("2 entities")


@pytest.mark.parametrize("width", [360, 390, 820])
def test_it_works_on_a_phone(open_map: Open, chromium_page: Page, width: int) -> None:
    """The page is never wider than the screen, and what is chosen stays in sight above its details."""
    chromium_page.set_viewport_size({"width": width, "height": 760})
    network = port_case()
    page = open_map(network)
    click_on_map(page, node("Bruno", network))
    expect(page.locator("#panel h2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    seen = f"""() => {{
        const map = document.getElementById("map"), network = map.network;
        const y = map.getBoundingClientRect().top + network.canvasToDOM({node("Bruno", network)}).y;
        return [y, document.getElementById("panel").getBoundingClientRect().top];
    }}"""
    y, top = page.evaluate(seen)
    assert 0 < y < top
    page.get_by_role("button", name="Close these details").click()
    expect(page.locator("#panel")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read(open_map: Open, chromium_page: Page, scheme: Any) -> None:
    """All text has a contrast of at least 4.5 to what is behind it (WCAG AA), every line one of at least 3."""
    chromium_page.emulate_media(color_scheme=scheme)
    page = open_map(port_case())
    contrast = """(pairs) => {
        const style = getComputedStyle(document.documentElement);
        const light = (name) => {
            const colour = style.getPropertyValue("--" + name).trim();
            const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        return pairs.map(([one, other]) => {
            const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
            return (bright + 0.05) / (dark + 0.05);
        });
    }"""
    text = ["ink", "soft", "accent", "alleged", "attempted", "planned", "denied"]
    pairs = [[colour, behind] for colour in text for behind in ("paper", "card")]
    pairs += [[colour, "tint"] for colour in ("ink", "soft")]
    assert min(page.evaluate(contrast, pairs)) >= 4.5
    assert min(page.evaluate(contrast, [["asserted", "paper"]])) >= 3


def test_everything_has_a_name_and_takes_the_keyboard(open_map: Open) -> None:
    """Every control that is reached by Tab tells a screen reader what it is."""
    page = open_map(port_case())
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate(
            """() => {
                const on = document.activeElement;
                if (on === document.body) return "";
                return on.getAttribute("aria-label") || on.textContent.trim() || "nameless";
            }"""
        )
        if not name:
            break
        reached.append(name)
    assert "nameless" not in reached
    assert reached[:2] == ["Skip the map, go to the details", "Find a name or alias"]
    assert any(name.startswith("Map of the network") for name in reached)
    assert "Lantern Gang 1" in reached


def test_the_map_can_be_saved_as_a_picture(open_map: Open) -> None:
    """A button saves what is seen as a PNG, named after the title."""
    page = open_map(port_case(), title="The Port: Part 1")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a picture").click()
    assert saved.value.suggested_filename == "the-port-part-1.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_a_network_of_nothing_opens(open_map: Open) -> None:
    """A map without any node is a page that says so, not an error."""
    page = open_map(network_of([], []))
    expect(page.locator("#counts")).to_have_text("0 entities · 0 relations · 0 documents")
