"""An examination of the installation, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from quiz_app.app.assembly import SystemClock, key, open_store
from quiz_app.app.library import NO_CLINIC_YET, LiveLibrary
from quiz_app.app.settings import BadSetting, Settings, read_settings, unknown_variables, variable
from quiz_app.domain.attempt import NotSaved
from quiz_app.domain.course import Course
from quiz_app.services.offering import Offering
from quiz_app.services.ports import Store

HIDDEN = {"secret_key", "database_url"}


@dataclass(frozen=True)
class Finding:
    """One thing looked at: what it is, and whether somebody must mend it."""

    text: str
    must_mend: bool = False


def examine(environment: Mapping[str, str]) -> list[Finding]:
    """Everything worth knowing about this installation, settings first."""
    unknown = [
        Finding(f"{name}: I do not know this setting. Is it misspelled?", must_mend=True)
        for name in unknown_variables(environment)
    ]
    try:
        settings = read_settings(environment)
    except BadSetting as reason:
        return [*unknown, *(Finding(line, must_mend=True) for line in str(reason).splitlines())]
    database, store = _database(settings)
    found = [*unknown, *_settings(settings), _key(settings), database, *_courses(settings, store)]
    if store:
        store.close()
    return found


def _settings(settings: Settings) -> list[Finding]:
    found = []
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        shown = "(set)" if name in HIDDEN and value else value
        found.append(Finding(f"{variable(name)} = {shown}    {field.description}"))
    if not settings.tls and settings.address not in {"127.0.0.1", "localhost", "::1"}:
        found.append(
            Finding(
                "People on other devices reach this app without encryption. Put a TLS proxy in front and set "
                f"{variable('public_url')} to its https address."
            )
        )
    return found


def _key(settings: Settings) -> Finding:
    try:
        key(settings)
    except (BadSetting, OSError) as reason:
        return Finding(f"key: {reason}", must_mend=True)
    return Finding("key: there")


def _database(settings: Settings) -> tuple[Finding, Store | None]:
    try:
        store = open_store(settings)
        store.check()
    except (BadSetting, NotSaved, OSError) as reason:
        return Finding(f"database: answers cannot be saved: {reason}", must_mend=True), None
    return Finding("database: answers can be saved"), store


def _courses(settings: Settings, store: Store | None) -> list[Finding]:
    library = LiveLibrary(settings.questions, settings.data / "courses", today=SystemClock().today)
    found = [Finding(str(problem), must_mend=library.broken) for problem in library.problems]
    if library.clinic.clinic_phone == NO_CLINIC_YET.clinic_phone:
        found.append(Finding("clinic.yaml: still holds stand-ins. Put in your clinic's own names and numbers."))
    if store is None:
        return found
    offering = Offering(store, written=library.course, approved_only=False)
    offered = offering.courses(library.courses)
    return [*found, *(_course(name, offered.get(name), settings) for name in sorted({settings.course, *offered}))]


def _course(name: str, course: Course | None, settings: Settings) -> Finding:
    if course is None:
        return Finding(f"course {name}: cannot be offered", must_mend=True)
    if course.is_approved:
        return Finding(f"course {name}: approved")
    held = " Patients cannot begin it." if settings.require_approved_content else ""
    return Finding(f"course {name}: not yet approved by your clinic.{held}")
