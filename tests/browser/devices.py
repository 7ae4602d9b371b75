"""Browsers for many tests, one after the other: whatever a test left is gone, only the app's files stay in the cache.

A browser that loads the app for the first time works three times as long as one that was there before. So each keeps
a page of the server open, which does nothing: with ALIVE, pages of one address share its process and its scripts.
"""

from collections import defaultdict

from playwright.sync_api import Browser, BrowserContext

from tests.browser.server import free_port

Size = tuple[int, int]
ALIVE = "--process-per-site"
PARKED = "/staff/login"


class Devices:
    """Gives out browser contexts that know nothing, and takes them back."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[tuple[str, Size], list[BrowserContext]] = defaultdict(list)
        self._port = free_port()

    @property
    def port(self) -> int:
        """Where the server of one test listens after that of another, for what is cached belongs to an address."""
        return self._port

    def take(self, url: str, size: Size) -> BrowserContext:
        """A device for the server at this address, with no cookie."""
        idle = self._idle[url, size]
        return idle.pop() if idle else self.unpack(url, size)

    def unpack(self, url: str, size: Size) -> BrowserContext:
        """A device that really was never used."""
        context = self._browser.new_context(viewport={"width": size[0], "height": size[1]}, base_url=url)
        context.set_default_timeout(30_000)
        context.new_page().goto(PARKED)
        return context

    def put_back(self, context: BrowserContext, url: str, size: Size) -> None:
        """Let somebody else have it."""
        forget(context)
        self._idle[url, size].append(context)


def forget(context: BrowserContext) -> None:
    """Close its pages but the parked one, and clear what they kept."""
    parked, *pages = context.pages
    for page in pages:
        page.close()
    context.set_offline(False)
    context.clear_cookies()
    parked.evaluate("localStorage.clear()")
