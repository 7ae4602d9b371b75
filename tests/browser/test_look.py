"""Screenshots of every kind of screen at both sizes, into the folder QUIZ_APP_SCREENSHOTS, to be looked at."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.clinic import DESKTOP, PHONE, Clinic
from tests.browser.screens import SCREENS

FOLDER = os.environ.get("QUIZ_APP_SCREENSHOTS", "")
SIZES = {"phone": PHONE, "desktop": DESKTOP}

pytestmark = pytest.mark.skipif(not FOLDER, reason="for looking: QUIZ_APP_SCREENSHOTS names no folder")


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_looked_at(clinic: Clinic, name: str) -> None:
    page = SCREENS[name](clinic)

    for size in SIZES:
        _photograph(page, name, size)

    assert (Path(FOLDER) / f"{name}-desktop.png").stat().st_size > 5_000


def _photograph(page: Page, name: str, size: str) -> None:
    """The whole screen: Streamlit scrolls within the page, so the window is made as high as its content."""
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    inner = page.evaluate("() => document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0")
    page.set_viewport_size({"width": width, "height": max(height, int(inner))})
    page.wait_for_timeout(150)
    page.screenshot(path=Path(FOLDER) / f"{name}-{size}.png", full_page=True)
