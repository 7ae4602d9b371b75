"""Every kind of screen, at three sizes: axe-core's findings, sideways scroll, and the size of what is tapped."""

import pytest
from playwright.sync_api import Page

from tests.browser.clinic import DESKTOP, NARROW, PHONE, Clinic
from tests.browser.examine import axe_findings, controls, sideways
from tests.browser.screens import SCREENS

SIZES = {"phone": PHONE, "desktop": DESKTOP, "320 px": NARROW}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_no_findings_at_any_size(clinic: Clinic, name: str) -> None:
    page = SCREENS[name](clinic)

    found = [f"at {size}: {problem}" for size in SIZES for problem in _problems(page, size)]

    assert not found, "\n".join(found)


def _problems(page: Page, size: str) -> list[str]:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(100)
    small = [f"{c['width']:.0f}x{c['height']:.0f} px: {c['what']}" for c in controls(page) if c["height"] < 48 or c["width"] < 24]
    return axe_findings(page) + [f"sideways {each}" for each in sideways(page)] + [f"small {each}" for each in small]
