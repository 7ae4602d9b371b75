"""Devices and the people who hold them, at one server."""

from playwright.sync_api import Browser, BrowserContext, Page

from quiz_app.domain.access import Role
from tests.browser.backstage import Backstage, Walked
from tests.browser.patient import Patient
from tests.browser.server import Server
from tests.browser.staff import Staff
from tests.browser.watch import Watch

PHONE = (390, 844)
DESKTOP = (1280, 900)
NARROW = (320, 640)


class Clinic:
    """Opens browsers that know nothing of each other, and watches all of them."""

    def __init__(self, browser: Browser, server: Server, backstage: Backstage, watch: Watch) -> None:
        self.server = server
        self.backstage = backstage
        self._browser = browser
        self._watch = watch
        self._contexts: list[BrowserContext] = []

    @property
    def host(self) -> str:
        """Host and port of the server, the only one a browser may ask."""
        return f"localhost:{self.server.port}"

    def new_context(self, size: tuple[int, int] = PHONE, *, cookie: str = "") -> BrowserContext:
        """A device that was never here before, or one that holds this cookie."""
        context = self._browser.new_context(viewport={"width": size[0], "height": size[1]}, base_url=self.server.url)
        context.set_default_timeout(30_000)
        self._watch.over(context)
        self._contexts.append(context)
        self._give_cookies(context, visit=cookie)
        return context

    def _give_cookies(self, context: BrowserContext, *, visit: str) -> None:
        kept = {"visit": visit, "language": self.backstage.locale}
        context.add_cookies(
            [{"name": name, "value": value, "url": self.server.url} for name, value in kept.items() if value]
        )

    def new_page(self, size: tuple[int, int] = PHONE, *, cookie: str = "") -> Page:
        """A page on a new device."""
        return self.new_context(size, cookie=cookie).new_page()

    def patient(self, walked: Walked, size: tuple[int, int] = PHONE) -> Patient:
        """The patient of an attempt, where it stands, on a new device."""
        page = self.new_page(size, cookie=self.backstage.patient_cookie(walked.attempt))
        return Patient(page, self.backstage.course, walked).open()

    def newcomer(self, size: tuple[int, int] = PHONE) -> Patient:
        """Somebody who stands before the door."""
        return Patient(self.new_page(size), self.backstage.course, Walked(attempt="", code=""))

    def staff(self, role: Role, size: tuple[int, int] = DESKTOP) -> Staff:
        """A member of staff, logged in."""
        return Staff(self.new_page(size, cookie=self.backstage.staff_cookie(role))).open()

    def close(self) -> None:
        """Close every device."""
        for context in self._contexts:
            context.close()
