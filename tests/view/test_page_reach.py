"""The map for everybody: on a phone, in the dark, by keyboard, in print."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graph.view import drawn
from tests.view import invented
from tests.view.pages import Open, click_on_map, node, port_case

pytestmark = pytest.mark.chromium


def test_names_are_readable(open_map: Open) -> None:
    """Of forty nodes nine names in ten are seen when the map is opened, whole and none over another."""
    page = open_map(invented.network(), title="The Puerto Alba investigation")
    shown = page.evaluate("document.getElementById('map').names()")
    assert len(shown) >= 0.9 * len(drawn(invented.network()))
    size = page.locator("#map").bounding_box()
    assert size is not None
    for (left, top, right, bottom), name in shown:
        assert left >= 0
        assert top >= 0
        assert right <= size["width"]
        assert bottom <= size["height"]
        for other, whose in shown:
            apart = left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
            assert name == whose or apart


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
    assert "Beacon Gang 1" in reached


def test_the_map_can_be_saved_as_a_picture(open_map: Open) -> None:
    """A button saves what is seen as a PNG, named after the title."""
    page = open_map(port_case(), title="The Port: Part 1")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a picture").click()
    assert saved.value.suggested_filename == "the-port-part-1.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
