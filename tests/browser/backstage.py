"""The same store and services as the server's, opened by the test: to set a scene, and to read what was kept."""

import itertools
import json
import secrets
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from quiz_app.app.assembly import App, assemble
from quiz_app.app.settings import read_settings
from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Response, Turn
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form, deal
from quiz_app.domain.marking import Choice
from quiz_app.domain.progress import Place, Stage
from quiz_app.domain.release import Release, ReleaseKind
from quiz_app.services.inviting import Inviting, Pass, Wanted
from quiz_app.services.staffing import CONSOLE, LoginTaken
from tests.browser.policy import Policy, choice
from tests.browser.server import Server

PASSWORD = "seven brown mugs on a shelf"

Where = Callable[[Place], bool]


@dataclass(frozen=True)
class Walked:
    """An attempt that was opened, and the code that leads back to it."""

    attempt: str
    code: str


class Backstage:
    """What tests do behind the scenes, through the app's own services."""

    def __init__(self, server: Server) -> None:
        self._database = server.data / "quiz.db"
        self.locale = "en"
        self.app: App = assemble(read_settings(server.settings))

    @property
    def course(self) -> Course:
        """The course that patients begin now."""
        course = self.app.library.course("ivig")
        assert course, [str(problem) for problem in self.app.library.problems]
        return course

    def begin(self, deals: Callable[[Form], bool] = lambda _: True) -> Walked:
        """An attempt at the welcome screen, whose form fits."""
        seed = next(seed for seed in itertools.count(1) if deals(deal(self.course, seed=seed)))
        made, attempt = self._inviting(seed).walk_in("ivig", locale=self.locale)
        return Walked(attempt=attempt, code=made.code)

    def begin_asking(self, *items: str) -> Walked:
        """An attempt whose form asks these items on the way."""
        return self.begin(lambda form: set(items) <= {asked.item for part in form.parts for asked in part.asked})

    def ever_asked(self) -> set[str]:
        """Items that some form asks on the way."""
        forms = [deal(self.course, seed=seed) for seed in range(1, 60)]
        return {asked.item for form in forms for part in form.parts for asked in part.asked}

    def invite(self, label: str = "") -> Pass:
        """An invitation nobody has used yet."""
        return self._inviting(secrets.randbits(30)).invite(CONSOLE, Wanted("ivig", label=label, locale=self.locale))

    def walk(self, attempt: str, until: Where, policies: Mapping[str, Policy] | None = None) -> None:
        """Go on from place to place, right unless told otherwise for an item, until a place fits."""
        while not until(place := self.place(attempt)):
            assert place.stage is not Stage.END, "no place of this attempt fits"
            if place.turn and place.stage is Stage.ASK:
                self.answer(attempt, place.turn, (policies or {}).get(place.turn.item, Policy.RIGHT))
            else:
                self.app.taking.go_on(self.app.taking.sitting(attempt), place)

    def answer(self, attempt: str, turn: Turn, policy: Policy) -> None:
        """Answer a turn by policy."""
        chosen = choice(self.course.items[turn.item], policy)
        response = Response(turn=turn, choice=chosen, sureness=None, at=self.app.clock.now())
        self.app.store.add_response(attempt, response)

    def place(self, attempt: str) -> Place:
        """Where an attempt stands."""
        return self.app.taking.sitting(attempt).progress.current

    def patient_cookie(self, attempt: str) -> str:
        """A visit of the patient of that attempt."""
        return self.app.visiting.open_patient(attempt).token

    def staff_cookie(self, role: Role) -> str:
        """A visit of a member of staff in that role."""
        staffing, login = self.app.staffing, f"{role}-backstage"
        try:
            member = staffing.set_password(staffing.add_colleague(CONSOLE, login, role), PASSWORD)
        except LoginTaken:
            member = next(each for each in staffing.colleagues(CONSOLE) if each.login == login)
        return self.app.visiting.open_staff(member).token

    def put_live(self) -> None:
        """What the files of the IVIG course say goes live."""
        app = self.app
        app.library.refresh()
        course = self.course
        app.store.keep_course(course, course.fingerprint)
        release = Release(
            course="ivig",
            number=len(app.store.releases("ivig")) + 1,
            kind=ReleaseKind.PUBLISHED,
            fingerprint=course.fingerprint,
            by="id-eda",
            signer="eda",
            at=app.clock.now(),
        )
        assert app.store.add_release(release)

    def rows(self, query: str, *values: str) -> list[tuple[object, ...]]:
        """Rows of the database file itself."""
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as database:
            return list(database.execute(query, values))

    def responses(self, attempt: str) -> list[tuple[str, int, Choice]]:
        """Item, try and choice of every response kept, in order."""
        found = self.rows("SELECT item, try_no, choice FROM responses WHERE attempt = ? ORDER BY seq", attempt)
        return [(str(item), int(str(try_no)), tuple(json.loads(str(chosen)))) for item, try_no, chosen in found]

    def let_expire(self, selector: str, at: datetime) -> None:
        """Set the end of an invitation, as if time had passed."""
        self.change("UPDATE invitations SET expires_at = ? WHERE selector = ?", at.isoformat(), selector)

    def change(self, statement: str, *values: str) -> None:
        """Change the database file itself, as if time had passed."""
        with closing(sqlite3.connect(self._database)) as database, database:
            database.execute(statement, values)

    def close(self) -> None:
        """Let go of the database."""
        self.app.store.close()

    def _inviting(self, seed: int) -> Inviting:
        app = self.app
        return Inviting(app.store, app.clock, app.vault, app.audit, course=app.offering.course, seed=lambda: seed)


def at(stage: Stage, *, item: str = "", screen: str = "") -> Where:
    """A place of that stage, about that item or lesson screen if one is named."""

    def fits(place: Place) -> bool:
        named = not item or (place.turn is not None and place.turn.item == item)
        return place.stage is stage and named and (not screen or place.screen == screen)

    return fits
