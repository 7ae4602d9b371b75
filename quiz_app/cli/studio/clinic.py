"""A clinic to take pictures of: a server over a throw-away folder, filled with simulated patients."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.error import URLError

from quiz_app.app.assembly import App, SystemClock, assemble
from quiz_app.app.settings import PREFIX, read_settings, variable
from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin
from quiz_app.domain.board import Asked, Line, State
from quiz_app.domain.course import Course
from quiz_app.domain.form import deal
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import Choice
from quiz_app.domain.progress import Place, Stage
from quiz_app.services.demo import NURSE, Demo, DemoClock
from quiz_app.services.inviting import Inviting, NoCourse, Wanted
from quiz_app.services.staffing import CONSOLE

PASSWORD = "seven brown mugs on a shelf"  # noqa: S105 - it guards a clinic that is thrown away
PATIENTS = 60
SECONDS_TO_START = 60


class NotStarted(Exception):
    """The server for the pictures did not answer in time."""


@dataclass(frozen=True)
class Clinic:
    """The app behind the scenes, where it answers, and the language of its patients."""

    app: App
    url: str
    locale: str

    @property
    def course(self) -> Course:
        """The course that is looked at; raises NoCourse."""
        found = self.app.offering.course(self.app.settings.course)
        if found is None:
            raise NoCourse
        return found

    def begin(self, *items: str) -> str:
        """An attempt at its welcome screen, whose form asks these items on the way."""
        seed = next(seed for seed in count(1) if set(items) <= self._asked(seed))
        app = self.app
        inviting = Inviting(app.store, app.clock, app.vault, app.audit, course=app.offering.course, seed=lambda: seed)
        made = inviting.invite(CONSOLE, Wanted(self.course.outline.course, locale=self.locale))
        return inviting.attempt_of(made.invitation, origin=Origin.SIMULATED)

    def item(self, fits: Callable[[Item], bool]) -> Item:
        """The first item that fits and that some form asks on the way."""
        dealt = set().union(*(self._asked(seed) for seed in range(1, 40)))
        return next(item for item in self.course.items.values() if item.id in dealt and fits(item))

    def walk(self, attempt: str, until: Callable[[Place], bool], *, missed: tuple[str, ...] = ()) -> None:
        """Go on until a place fits, right but for the missed items."""
        taking = self.app.taking
        while not until(place := taking.sitting(attempt).progress.current) and place.stage is not Stage.END:
            sitting = taking.sitting(attempt)
            if place.stage is Stage.ASK and place.turn:
                item = sitting.course.items[place.turn.item]
                taking.answer(sitting, place.turn, choice=_miss(item) if item.id in missed else _right(item))
            else:
                taking.go_on(sitting, place)

    def patient(self, attempt: str) -> str:
        """What lets a browser in as the patient of that attempt."""
        return self.app.visiting.open_patient(attempt).token

    def staff(self, role: Role) -> str:
        """What lets a browser in as a colleague of that role."""
        staffing = self.app.staffing
        known = {member.login: member for member in staffing.colleagues(CONSOLE)}
        member = known.get(role.value) or staffing.set_password(
            staffing.add_colleague(CONSOLE, role.value, role), PASSWORD
        )
        return self.app.visiting.open_staff(member).token

    def line(self, state: State) -> Line:
        """A simulated patient in that state."""
        return self.app.board.work_list(NURSE, Asked(state=state)).lines[0]

    def _asked(self, seed: int) -> set[str]:
        return {asked.item for part in deal(self.course, seed=seed).parts for asked in part.asked}


@contextmanager
def opened(folder: Path, locale: str) -> Iterator[Clinic]:
    """A clinic in that folder, closed in the end; raises NotStarted, BadSetting, NotSaved, NoCourse."""
    port = _free_port()
    given = {variable("data"): str(folder / "data"), variable("port"): str(port)}
    app = assemble(read_settings(given))
    try:
        Demo(app.store, app.vault, DemoClock(SystemClock().now()), course=app.offering.course).fill(
            app.settings.course, patients=PATIENTS, seed=1
        )
        with _served(folder, given, port):
            yield Clinic(app, f"http://localhost:{port}", locale)
    finally:
        app.store.close()


@contextmanager
def _served(folder: Path, given: dict[str, str], port: int) -> Iterator[None]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    command = [sys.executable, "-m", "quiz_app", "serve", "--port", str(port), "--data", str(folder / "data")]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=kept | given, stdout=log, stderr=log)  # noqa: S603 - our own program
        try:
            _wait_for(f"http://localhost:{port}/healthz", server)
            yield
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise NotStarted


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _right(item: Item) -> Choice:
    if item.kind is Kind.SORT:
        return tuple(f"{key}={item.thing(key).into}" for key in item.keys)
    keys = tuple(key for key in item.keys if item.option(key).verdict is Verdict.RIGHT)
    return keys if item.kind is Kind.CHOOSE_ALL else keys[:1]


def _miss(item: Item) -> Choice:
    if item.kind is Kind.SORT:
        first = item.thing(item.keys[0])
        other = next(group for group in item.groups if group not in {first.into, *first.accept})
        return tuple(f"{key}={other if key == item.keys[0] else item.thing(key).into}" for key in item.keys)
    return (next(key for key in item.keys if item.option(key).verdict is Verdict.WRONG),)
