"""One browser for many screens, of which only the cookie changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.browser.backstage import Backstage
from tests.browser.clinic import PHONE, Clinic
from tests.browser.devices import Devices, Size, forget
from tests.browser.nursery import QuickServer
from tests.browser.server import Server
from tests.browser.watch import Watch


class OneDevice(Clinic):
    """A clinic in which everybody uses the same browser, one after the other."""

    def __init__(self, devices: Devices, server: Server, backstage: Backstage) -> None:
        self.watch = Watch()
        super().__init__(devices, server, backstage, self.watch)
        self._one = super().new_context(PHONE)

    def new_context(self, size: Size = PHONE, *, cookie: str = "") -> BrowserContext:
        """The one browser, without its last page and cookie, and with this cookie."""
        forget(self._one)
        self._give_cookies(self._one, visit=cookie)
        return self._one

    def new_page(self, size: Size = PHONE, *, cookie: str = "") -> Page:
        """A page for somebody else."""
        page = self.new_context(size, cookie=cookie).new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page

    def begin_watching(self, *expected: str, locale: str = "en") -> None:
        """Read in this language; forget what the browser said before. These complaints are brought about on purpose."""
        self.backstage.locale = locale
        self.watch.complaints.clear()
        self.watch.expected[:] = expected


@contextmanager
def device_at_home(devices: Devices, data: Path, **settings: str) -> Iterator[OneDevice]:
    """One device in front of a server of its own with these settings."""
    server = QuickServer(data, **settings)
    backstage = Backstage(server)
    device = OneDevice(devices, server.start(), backstage)
    yield device
    device.close()
    backstage.close()
    server.stop()
