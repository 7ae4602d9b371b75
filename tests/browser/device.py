"""One browser for many screens: the files of the app stay in its cache, and only the cookie changes."""

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.backstage import Backstage
from tests.browser.clinic import PHONE, Clinic
from tests.browser.server import Server
from tests.browser.watch import Watch


class OneDevice(Clinic):
    """A clinic in which everybody uses the same browser, one after the other."""

    def __init__(self, browser: Browser, server: Server, backstage: Backstage) -> None:
        self.watch = Watch()
        super().__init__(browser, server, backstage, self.watch)
        self._one = super().new_context(PHONE)

    def new_context(self, size: tuple[int, int] = PHONE, *, cookie: str = "") -> BrowserContext:
        """The one browser, without its last page and cookie, and with this cookie."""
        for page in self._one.pages:
            page.close()
        self._one.clear_cookies()
        self._give_cookies(self._one, visit=cookie)
        return self._one

    def new_page(self, size: tuple[int, int] = PHONE, *, cookie: str = "") -> Page:
        """A page for somebody else."""
        page = self.new_context(size, cookie=cookie).new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page

    def speak(self, locale: str) -> None:
        """Read in this language from now on."""
        self.backstage.locale = locale

    def begin_watching(self, *expected: str) -> None:
        """Forget what the browser said before; these complaints are brought about on purpose."""
        self.watch.complaints.clear()
        self.watch.expected[:] = expected
