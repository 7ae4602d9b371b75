"""Waiting for a screen of the app: it is there when its run is over and its heading stands."""

from playwright.sync_api import Page

_DRAWN = """before => {
  const app = document.querySelector('[data-testid="stApp"]')
  const heading = document.querySelector('.quiz h1')
  return app && heading && app.getAttribute('data-test-script-state') === 'notRunning'
    && app.getAttribute('data-test-connection-state') !== 'DISCONNECTED'
    && heading.innerText !== before
}"""


def heading(page: Page) -> str:
    """The heading of the screen."""
    return page.locator(".quiz h1").first.inner_text()


def wait_until_drawn(page: Page, *, besides: str = "") -> str:
    """Wait for a screen with a heading other than the one before, and return it."""
    page.wait_for_function(_DRAWN, arg=besides)
    return heading(page)


def has_focus_on_heading(page: Page) -> bool:
    """Whether the focus comes to the heading within two seconds."""
    try:
        page.wait_for_function("() => document.activeElement?.tagName === 'H1'", timeout=2000)
    except TimeoutError:
        return False
    return True
