"""Opens maps in a browser, and holds them to their promise: no request, no error."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from graph.model import Network
from graph.view import write_map
from tests.view.pages import Open


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
