"""One server and one browser for the whole folder; watched devices for each test on which nobody is known."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from quiz_app.domain.access import Role
from tests.browser.backstage import Backstage
from tests.browser.clinic import Clinic, open_clinic
from tests.browser.device import OneDevice, device_at_home
from tests.browser.devices import ALIVE, Devices
from tests.browser.nursery import QuickServer
from tests.browser.patient import Patient
from tests.browser.school import School
from tests.browser.server import ROOT, Server
from tests.browser.staff import Staff
from tests.browser.watch import Watch

FLAGS = [
    "--no-sandbox",
    ALIVE,
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=15_000)  # milliseconds: a busy machine draws a page of charts in more than the usual five


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser, and gets one more try if it fails: docs/decisions/0021."""
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))


# Package-scoped, not session-scoped: Playwright occupies the thread's event loop, which other tests need.
@pytest.fixture(scope="package")
def devices() -> Iterator[Devices]:
    chromium = os.environ.get("QUIZ_APP_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield Devices(browser)
        browser.close()


@pytest.fixture(scope="package")
def questions() -> dict[str, str]:
    """The questions of this repository, or another folder while those are being written."""
    folder = os.environ.get("QUIZ_APP_QUESTIONS")
    return {"questions": folder} if folder else {}


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory, questions: dict[str, str]) -> Iterator[Server]:
    server = QuickServer(tmp_path_factory.mktemp("clinic") / "data", **questions)
    yield server.start()
    server.stop()


@pytest.fixture(scope="package")
def backstage(server: Server) -> Iterator[Backstage]:
    backstage = Backstage(server)
    yield backstage
    backstage.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Listens to every context of the test; an unexpected complaint fails it."""
    watch = Watch()
    yield watch
    assert not watch.unexpected


@pytest.fixture
def clinic(devices: Devices, server: Server, backstage: Backstage, watch: Watch) -> Iterator[Clinic]:
    clinic = Clinic(devices, server, backstage, watch)
    yield clinic
    clinic.close()
    assert watch.hosts <= {clinic.host}


@pytest.fixture
def own_clinic(
    devices: Devices, watch: Watch, tmp_path: Path, questions: dict[str, str]
) -> Iterator[Callable[..., Clinic]]:
    """Makes a clinic with a server of its own, which a test may kill, lock or set up otherwise."""
    with ExitStack() as closing:

        def make(**settings: str) -> Clinic:
            return closing.enter_context(
                open_clinic(devices, watch, tmp_path / "own" / "data", **questions, **settings)
            )

        yield make


@pytest.fixture
def page(clinic: Clinic) -> Page:
    """A page of a browser that was never here before."""
    return clinic.new_page()


@pytest.fixture
def patient(clinic: Clinic, backstage: Backstage) -> Patient:
    """A patient who has just begun."""
    return clinic.patient(backstage.begin())


@pytest.fixture
def nurse(clinic: Clinic) -> Staff:
    return clinic.staff(Role.NURSE)


@pytest.fixture
def administrator(clinic: Clinic) -> Staff:
    return clinic.staff(Role.ADMINISTRATOR)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A copy of the question banks that may be edited."""
    return Path(shutil.copytree(ROOT / "questions", tmp_path / "questions"))


@pytest.fixture
def workplace(bank: Path, devices: Devices, watch: Watch, tmp_path: Path) -> Iterator[Clinic]:
    """A clinic of its own whose educators edit that copy."""
    with open_clinic(devices, watch, tmp_path / "own" / "data", questions=str(bank)) as clinic:
        yield clinic


@pytest.fixture(scope="package")
def device(
    devices: Devices, tmp_path_factory: pytest.TempPathFactory, questions: dict[str, str]
) -> Iterator[OneDevice]:
    """One browser for many screens, in front of a server that offers every language there is."""
    data = tmp_path_factory.mktemp("sweep") / "data"
    with device_at_home(devices, data, offer_unreviewed_languages="true", **questions) as device:
        yield device


@pytest.fixture(scope="package")
def school(devices: Devices, tmp_path_factory: pytest.TempPathFactory, questions: dict[str, str]) -> Iterator[School]:
    """A clinic whose educators have work to do."""
    school = School(devices, tmp_path_factory.mktemp("school"), Path(questions.get("questions", ROOT / "questions")))
    yield school
    school.close()
