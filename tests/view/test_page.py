"""The map in a real browser: it opens offline and without an error, and every line on it leads to its quote."""

import pytest
from playwright.sync_api import expect

from tests.support import claim, document, mention, network_of
from tests.view.pages import Open, click_on_map, edge, node, port_case

pytestmark = pytest.mark.chromium

HOSTILE = "Vera</script><img src=x onerror=window.hit=1><b>\u2028\u202etlob"
"""A name that would run a script, break a line or turn the text around where it is not taken as text."""


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
    expect(panel.locator(".ends")).to_have_text("Inés Ávalos Prado is a member of Beacon Gang")
    expect(panel).to_contain_text("Denied")
    expect(panel.locator("blockquote")).to_contain_text("She is not a member of the Beacon Gang.")
    expect(panel.locator(".cite")).to_have_text("R1 ¶2 (SBU)")


def test_a_document_tells_what_it_states(open_map: Open) -> None:
    """A click on a document's id shows its title, as text, and all relations that cite it."""
    network = port_case()
    page = open_map(network)
    click_on_map(page, edge("MEMBER_OF", network))
    page.locator(".cite").get_by_role("link", name="R1").click()
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
    for where in (node("Beacon", network), edge("MEMBER_OF", network)):
        click_on_map(page, where)
        expect(page.locator("#panel h2")).to_have_text("How to read this map")
    cartels.click()
    click_on_map(page, node("Beacon", network))
    expect(page.locator("#panel h2")).to_have_text("Beacon Gang")


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
    click_on_map(page, node("Beacon", network))
    click_on_map(page, node("Bruno", network))
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Beacon Gang")


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


def test_a_network_of_nothing_opens(open_map: Open) -> None:
    """A map without any node is a page that says so, not an error."""
    page = open_map(network_of([], []))
    expect(page.locator("#counts")).to_have_text("0 entities · 0 relations · 0 documents")
