"""Waiting for a screen of the app: its run is over, the bridge, drawn last, knows its step, and nothing is loading."""

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

_DRAWN = """before => {
  const app = document.querySelector('[data-testid="stApp"]')
  const heading = document.querySelector('.quiz h1')
  return app && heading && app.getAttribute('data-test-script-state') === 'notRunning'
    && window.quizBridge?.step && window.quizBridge.step !== before
    && !document.querySelector('[data-testid="stSkeleton"]')
}"""
_STEP = "() => window.quizBridge?.step ?? ''"


def heading(page: Page) -> str:
    """The heading of the screen."""
    return page.locator(".quiz h1").first.inner_text()


def step(page: Page) -> str:
    """The place that is drawn, as the bridge knows it: two screens may have the same heading, as feedbacks do."""
    return str(page.evaluate(_STEP))


def wait_until_drawn(page: Page, *, besides: str = "") -> str:
    """Wait for a whole screen other than the step before, and return its heading."""
    page.wait_for_function(_DRAWN, arg=besides, polling=50)
    return heading(page)


def wait_until_open(page: Page) -> None:
    """Wait until what was opened has its whole height: it opens slowly."""
    page.wait_for_function("() => !document.querySelector('details[open]').style.height", polling=50)


def has_focus_on_heading(page: Page) -> bool:
    """Whether the focus comes to the heading within two seconds."""
    try:
        page.wait_for_function("() => document.activeElement?.tagName === 'H1'", polling=50, timeout=2000)
    except PlaywrightTimeout:
        return False
    return True
