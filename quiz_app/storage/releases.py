"""Which version of each course went live, and who met which, in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, func, select

from quiz_app.domain.attempt import Origin
from quiz_app.domain.release import OpenSitting, Release, VersionUse
from quiz_app.storage.statements import insert_new
from quiz_app.storage.tables import attempts, courses, finished, invitations, releases, responses
from quiz_app.storage.transactions import Transactions

_RELEASES = select(releases).where(releases.c.course == bindparam("key")).order_by(releases.c.number)
_NEWEST = select(releases).where(releases.c.course == bindparam("key")).order_by(releases.c.number.desc()).limit(1)
_RELEASED = select(releases.c.course).distinct().order_by(releases.c.course)
_FIRST_KEPT = (
    select(courses.c.fingerprint)
    .outerjoin(attempts, attempts.c.course == courses.c.fingerprint)
    .group_by(courses.c.fingerprint)
    .order_by(func.min(attempts.c.seq).is_(None), func.min(attempts.c.seq), courses.c.fingerprint)
)
_OF_VERSIONS = attempts.c.course.in_(bindparam("versions", expanding=True))
_NO_REFRESHER = attempts.c.origin != Origin.REFRESHER.value
_ENDED = attempts.outerjoin(finished, finished.c.attempt == attempts.c.id)
_USE = (
    select(
        attempts.c.course.label("fingerprint"),
        func.count().label("patients"),
        func.sum(case((finished.c.attempt.is_(None), 1), else_=0)).label("open"),
        func.min(attempts.c.opened_at).label("first_at"),
        func.max(attempts.c.opened_at).label("last_at"),
    )
    .select_from(_ENDED)
    .where(_OF_VERSIONS, _NO_REFRESHER)
    .group_by(attempts.c.course)
    .order_by(func.min(attempts.c.seq))
)
_OPEN = (
    select(
        attempts.c.id.label("attempt"),
        invitations.c.selector,
        invitations.c.label,
        attempts.c.course.label("fingerprint"),
        attempts.c.opened_at,
    )
    .select_from(_ENDED.join(invitations, invitations.c.attempt == attempts.c.id))
    .where(_OF_VERSIONS, _NO_REFRESHER, finished.c.attempt.is_(None))
    .where(invitations.c.revoked_at.is_(None), invitations.c.expires_at > bindparam("now"))
    .order_by(attempts.c.seq.desc())
)
_ANSWERED = select(responses.c.seq).where(responses.c.item == bindparam("key")).limit(1)


class SqlReleases:
    """Keeps releases; counts and lists the attempts of versions."""

    _transactions: Transactions

    def add_release(self, release: Release) -> bool:
        """Keep a release; False if its course has one of that number, which stays."""
        return self._transactions.write(insert_new(releases, self._transactions.dialect), release.model_dump()) == 1

    def releases(self, course_id: str) -> Sequence[Release]:
        """Every release of a course, in order."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_RELEASES, {"key": course_id}).mappings().all()
        return [Release.model_validate(dict(row)) for row in rows]

    def released_courses(self) -> Sequence[str]:
        """Every course that ever had a release, sorted."""
        with self._transactions.reading() as connection:
            return connection.scalars(_RELEASED).all()

    def newest_release(self, course_id: str) -> Release | None:
        """The release of a course that counts now."""
        with self._transactions.reading() as connection:
            row = connection.execute(_NEWEST, {"key": course_id}).mappings().one_or_none()
        return Release.model_validate(dict(row)) if row else None

    def fingerprints(self) -> Sequence[str]:
        """Every wording that is kept, in the order in which patients first met it; those nobody met come last."""
        with self._transactions.reading() as connection:
            return connection.scalars(_FIRST_KEPT).all()

    def use_of(self, fingerprints: Sequence[str]) -> Sequence[VersionUse]:
        """How many patients met these versions; a version nobody met is left out."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_USE, {"versions": list(fingerprints)}).mappings().all()
        return [VersionUse.model_validate(dict(row)) for row in rows]

    def open_sittings(self, fingerprints: Sequence[str], *, now: datetime) -> Sequence[OpenSitting]:
        """Patients who began one of these versions, have not finished it and can still come back, the newest first."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_OPEN, {"versions": list(fingerprints), "now": now}).mappings().all()
        return [OpenSitting.model_validate(dict(row)) for row in rows]

    def is_answered(self, item: str) -> bool:
        """Whether any patient ever answered an item of that id, in whatever course."""
        with self._transactions.reading() as connection:
            return connection.scalar(_ANSWERED, {"key": item}) is not None
