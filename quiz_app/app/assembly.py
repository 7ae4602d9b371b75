"""All parts wired together, once per process."""

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from quiz_app.app.approving import Approving
from quiz_app.app.library import LiveLibrary
from quiz_app.app.settings import BadSetting, Settings
from quiz_app.app.translating import Translating
from quiz_app.app.workbench import Workbench
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.course import Course
from quiz_app.domain.translation import in_language
from quiz_app.services.analysing import Analysing
from quiz_app.services.auditing import Audit
from quiz_app.services.board import Board
from quiz_app.services.catching_up import catch_up
from quiz_app.services.codes import Vault
from quiz_app.services.confirming import Confirming
from quiz_app.services.inviting import Inviting
from quiz_app.services.offering import Offering
from quiz_app.services.overview import Overviews
from quiz_app.services.paper import Paper
from quiz_app.services.ports import Store
from quiz_app.services.recording import Recording
from quiz_app.services.refreshing import Refreshing
from quiz_app.services.regrading import Regrading
from quiz_app.services.releasing import Releasing
from quiz_app.services.staffing import Staffing
from quiz_app.services.taking import Taking
from quiz_app.services.visiting import Visiting
from quiz_app.storage.engines import open_engine
from quiz_app.storage.migrations import revision, upgrade
from quiz_app.storage.store import SqlStore

SHORTEST_KEY = 32
BEFORE_CONCLUSIONS = "0001"
"""The revision of databases that did not keep conclusions."""


class SystemClock:
    """The one place that reads the time."""

    def now(self) -> datetime:
        """The time now, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The date here, as people would write it."""
        return datetime.now().astimezone().date()


@dataclass(frozen=True)
class App:
    """The running application."""

    settings: Settings
    clock: SystemClock
    store: Store
    library: LiveLibrary
    offering: Offering
    vault: Vault
    audit: Audit
    taking: Taking
    visiting: Visiting
    inviting: Inviting
    staffing: Staffing
    board: Board
    confirming: Confirming
    recording: Recording
    paper: Paper
    refreshing: Refreshing
    overviews: Overviews
    analysing: Analysing
    regrading: Regrading
    workbench: Workbench
    translating: Translating
    releasing: Releasing
    approving: Approving

    @property
    def offered(self) -> dict[str, Course]:
        """The courses that can be begun now: by id, sorted by title."""
        return self.offering.courses(self.library.courses)

    def title_of(self, course_id: str, locale: str) -> str:
        """How a course is called in a language, also one that cannot be begun now; its id while it has no title."""
        course = self.offering.course(course_id) or self.library.course(course_id)
        return in_language(course, locale).outline.title if course else course_id


def assemble(settings: Settings) -> App:
    """Open the store and wire the services; raises BadSetting, NotSaved."""
    clock = SystemClock()
    vault = Vault(key(settings))
    store = open_store(settings)
    audit = Audit(store, clock, vault)
    library = LiveLibrary(
        settings.questions,
        settings.data / "courses",
        today=clock.today,
    )
    offering = Offering(
        store,
        written=library.course,
        approved_only=settings.require_approved_content,
        unreviewed_languages=settings.offer_unreviewed_languages,
    )
    inviting = Inviting(store, clock, vault, audit, course=offering.course)
    workbench = Workbench(library, store, clock, audit, data=settings.data, today=clock.today)
    return App(
        settings=settings,
        clock=clock,
        store=store,
        library=library,
        offering=offering,
        vault=vault,
        audit=audit,
        taking=Taking(store, clock),
        visiting=Visiting(store, clock, vault, audit),
        inviting=inviting,
        staffing=Staffing(store, clock, vault, audit),
        board=Board(store, clock),
        confirming=Confirming(store, clock, audit),
        recording=Recording(store, clock, audit),
        paper=Paper(store, clock, audit, inviting),
        refreshing=Refreshing(store, clock, audit),
        overviews=Overviews(store, clock),
        analysing=Analysing(store, clock, live=offering.course),
        regrading=Regrading(store, clock, audit, live=offering.course),
        workbench=workbench,
        translating=Translating(workbench, library, clock),
        releasing=Releasing(
            store, clock, audit, written=library.as_written, approved_only=settings.require_approved_content
        ),
        approving=Approving(workbench, library, store, clock, audit),
    )


def open_store(settings: Settings) -> Store:
    """The database of the settings, brought up to date."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as reason:
        raise BadSetting(f"QUIZ_APP_DATA: {settings.data}: {reason.strerror}") from reason
    engine = open_engine(settings.store_url)
    try:
        found = revision(engine)
        upgrade(engine)
    except NotSaved:
        engine.dispose()
        raise
    store = SqlStore(engine)
    if found == BEFORE_CONCLUSIONS:
        catch_up(store)
    return store


def key(settings: Settings) -> bytes:
    """The clinic's own key: from the setting, else from a file made at the first start."""
    if settings.secret_key:
        if len(settings.secret_key) < SHORTEST_KEY:
            raise BadSetting(f"QUIZ_APP_SECRET_KEY: needs {SHORTEST_KEY} characters or more")
        return settings.secret_key.encode()
    return _key_in(settings.data / "keys" / "secret.key")


def _key_in(path: Path) -> bytes:
    """The key in that file, made whole or not at all; whoever makes it first wins."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            _write_new(path, secrets.token_urlsafe(48).encode())
        found = path.read_bytes().strip()
    except OSError as reason:
        raise BadSetting(f"QUIZ_APP_DATA: {reason.filename or path}: {reason.strerror}") from reason
    if len(found) < SHORTEST_KEY:
        raise BadSetting(f"{path} is damaged: it holds no key. Bring it back from a copy; without it no code works.")
    return found


def _write_new(path: Path, content: bytes) -> None:
    half = path.with_name(f"{path.name}.{uuid4().hex}")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(half, path)
    except FileExistsError:
        pass  # another process was first
    except OSError:
        half.replace(path)  # a file system without hard links
    finally:
        half.unlink(missing_ok=True)
