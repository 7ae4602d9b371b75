"""Which version of a course new patients get: versions are published, and a course can be retired."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from quiz_app.domain.form import Frozen


class ReleaseKind(StrEnum):
    """Whether a course went live in a version, or stopped being offered."""

    PUBLISHED = "published"
    RETIRED = "retired"


class Due(StrEnum):
    """How near the day is on which a clinician must look at a course again."""

    IN_60_DAYS = "in-60-days"
    IN_30_DAYS = "in-30-days"
    OVER = "over"


def due_stage(due: date, today: date) -> Due | None:
    """How near the review is: 60 days or fewer, 30 or fewer, due today or over; None while it is farther away."""
    left = (due - today).days
    if left <= 0:
        return Due.OVER
    return Due.IN_30_DAYS if left <= 30 else Due.IN_60_DAYS if left <= 60 else None


def next_stage_on(due: date, today: date) -> date:
    """The next day on which due_stage says something else; the last day there is when it never will."""
    days = (due - timedelta(days=60), due - timedelta(days=30), due)
    return next((day for day in days if today < day), date.max)


class Release(Frozen):
    """A version of a course went live, or the course was retired; numbers count from 1, the last counts.

    course: its id; fingerprint: of the version that went live, or of the last one for a retired course.
    """

    course: str
    number: int
    kind: ReleaseKind
    fingerprint: str
    by: str
    signer: str
    at: datetime


class VersionUse(Frozen):
    """How many patients met a version of a course, and when the first and the last of them began.

    open: opened and not finished. Refreshers are left out, simulated patients are not.
    """

    fingerprint: str
    patients: int
    open: int
    first_at: datetime
    last_at: datetime


class OpenSitting(Frozen):
    """A patient in mid-course: the beginning of the code, the label, and the version they work through."""

    attempt: str
    selector: str
    label: str
    fingerprint: str
    opened_at: datetime
