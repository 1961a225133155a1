"""Fixtures that several packages of tests share: a real Chromium."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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
