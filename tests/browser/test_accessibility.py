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


@pytest.mark.parametrize("name", ["welcome", "lesson with card", "choose all", "sort", "sorted partly", "end"])
def test_very_large_words_fit_a_narrow_screen(clinic: Clinic, name: str) -> None:
    page = SCREENS[name](clinic)
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})

    page.get_by_role("button", name="Text size").click()
    page.get_by_role("radio", name="Very large", exact=True).last.locator("xpath=ancestor::label[1]").click()
    page.wait_for_function("() => getComputedStyle(document.documentElement).fontSize === '28px'")
    page.get_by_role("button", name="Go back to where I was").click()
    page.get_by_role("button", name="Go back to where I was").wait_for(state="detached")
    found = sideways(page)

    assert not found, "\n".join(found)


def _problems(page: Page, size: str) -> list[str]:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(100)
    small = [
        f"{c['width']:.0f}x{c['height']:.0f} px: {c['what']}"
        for c in controls(page)
        if c["height"] < 48 or c["width"] < 24
    ]
    return axe_findings(page) + [f"sideways {each}" for each in sideways(page)] + [f"small {each}" for each in small]
