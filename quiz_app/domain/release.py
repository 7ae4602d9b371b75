"""Which version of a course new patients get: versions are published, and a course can be retired."""

from datetime import datetime
from enum import StrEnum

from quiz_app.domain.form import Frozen


class ReleaseKind(StrEnum):
    """Whether a course went live in a version, or stopped being offered."""

    PUBLISHED = "published"
    RETIRED = "retired"


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
