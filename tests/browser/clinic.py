"""Devices and the people who hold them, at one server."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from quiz_app.domain.access import Role
from tests.browser.backstage import Backstage, Walked
from tests.browser.devices import Devices, Size
from tests.browser.nursery import QuickServer
from tests.browser.patient import Patient
from tests.browser.server import ROOT, Server
from tests.browser.staff import Staff
from tests.browser.watch import Watch

PHONE = (390, 844)
DESKTOP = (1280, 900)
NARROW = (320, 640)


class Clinic:
    """Opens browsers that know nothing of each other, and watches all of them."""

    def __init__(self, devices: Devices, server: Server, backstage: Backstage, watch: Watch) -> None:
        self.server = server
        self.backstage = backstage
        self._devices = devices
        self._watch = watch
        self._contexts: list[tuple[BrowserContext, Size]] = []

    @property
    def host(self) -> str:
        """Host and port of the server, the only one a browser may ask."""
        return f"localhost:{self.server.port}"

    def new_context(self, size: Size = PHONE, *, cookie: str = "") -> BrowserContext:
        """A device on which nobody is known, or one that holds this cookie."""
        context = self._devices.take(self.server.url, size)
        self._watch.over(context)
        self._contexts.append((context, size))
        self._give_cookies(context, visit=cookie)
        return context

    def _give_cookies(self, context: BrowserContext, *, visit: str) -> None:
        kept = {"visit": visit, "language": self.backstage.locale}
        context.add_cookies(
            [{"name": name, "value": value, "url": self.server.url} for name, value in kept.items() if value]
        )

    def unpack(self, size: Size = PHONE, *, cookie: str = "") -> BrowserContext:
        """A device whose cache is empty, too; it is thrown away with the browser."""
        context = self._devices.unpack(self.server.url, size)
        self._watch.over(context)
        self._give_cookies(context, visit=cookie)
        return context

    def new_page(self, size: Size = PHONE, *, cookie: str = "") -> Page:
        """A page on a new device."""
        return self.new_context(size, cookie=cookie).new_page()

    def patient(self, walked: Walked, size: Size = PHONE) -> Patient:
        """The patient of an attempt, where it stands, on a new device."""
        page = self.new_page(size, cookie=self.backstage.patient_cookie(walked.attempt))
        return Patient(page, self.backstage.course, walked).open()

    def newcomer(self, size: Size = PHONE) -> Patient:
        """Somebody who stands before the door."""
        return Patient(self.new_page(size), self.backstage.course, Walked(attempt="", code=""))

    def staff(self, role: Role, size: Size = DESKTOP) -> Staff:
        """A member of staff, logged in."""
        return Staff(self.new_page(size, cookie=self.backstage.staff_cookie(role))).open()

    def close(self) -> None:
        """Close every device."""
        for context, size in self._contexts:
            self._watch.leave(context)
            self._devices.put_back(context, self.server.url, size)


@contextmanager
def open_clinic(devices: Devices, watch: Watch, data: Path, home: Path = ROOT, /, **settings: str) -> Iterator[Clinic]:
    """A clinic with a server of its own, with these settings, for one test."""
    server = QuickServer(data, home, devices.port, **settings)
    backstage = Backstage(server)
    clinic = Clinic(devices, server.start(), backstage, watch)
    yield clinic
    clinic.close()
    backstage.close()
    server.stop()
