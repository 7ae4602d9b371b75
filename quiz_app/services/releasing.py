"""Versions of a course: publish one, retire a course, and who met which version."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quiz_app.domain.access import Right
from quiz_app.domain.course import Course
from quiz_app.domain.difference import Difference, differences, touches_safety
from quiz_app.domain.release import OpenSitting, Release, ReleaseKind, VersionUse
from quiz_app.services.auditing import Audit
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require


class Stale(Exception):
    """Somebody published or retired the course after the page was drawn."""


class NotApproved(Exception):
    """This clinic offers approved courses only, and nobody approved this content."""


class NothingNew(Exception):
    """Exactly this version is live already."""


class NoVersion(Exception):
    """The course has no version to publish: it has errors, or was never kept."""


@dataclass(frozen=True)
class Version:
    """A version that patients met or that was published; use is None if nobody met it, releases are in order."""

    course: Course
    fingerprint: str
    releases: tuple[Release, ...]
    use: VersionUse | None


@dataclass(frozen=True)
class Shelf:
    """Where a course stands.

    live: what new patients get, None for a retired course or one with errors; written: the files as they stand, None
    while they have errors; waiting: how the files differ from what is live; newest: None while the files themselves are
    live, because nobody published; versions: the newest first.
    """

    live: Course | None
    written: Course | None
    waiting: tuple[Difference, ...]
    newest: Release | None
    versions: tuple[Version, ...]

    @property
    def seen(self) -> int:
        """The number of the release that counts now, 0 before the first."""
        return self.newest.number if self.newest else 0

    def version(self, fingerprint: str) -> Version | None:
        """The version of that fingerprint."""
        return next((each for each in self.versions if each.fingerprint == fingerprint), None)


class Releasing:
    """Publishes and retires; whoever is in mid-course finishes what they began."""

    def __init__(
        self, store: Store, clock: Clock, audit: Audit, *, written: Callable[[str], Course | None], approved_only: bool
    ) -> None:
        self._store = store
        self._clock = clock
        self._audit = audit
        self._written = written
        self._approved_only = approved_only

    def shelf(self, actor: Actor, course_id: str) -> Shelf:
        """Where a course stands; raises NotAllowed."""
        require(actor, Right.EDIT_COURSE)
        newest, written = self._store.newest_release(course_id), self._written(course_id)
        if newest is None:
            live = written
        else:
            live = self._store.course(newest.fingerprint) if newest.kind is ReleaseKind.PUBLISHED else None
        waiting = differences(live, written) if live and written else ()
        return Shelf(live=live, written=written, waiting=waiting, newest=newest, versions=self._versions(course_id))

    def publish(self, actor: Actor, course_id: str, fingerprint: str, *, seen: int) -> Release:
        """Make a version live for new patients: the files as they stand, or one that was kept.

        seen: the number of the release the page showed. Raises NotAllowed, NoVersion, NotApproved, NothingNew, Stale.
        """
        require(actor, Right.EDIT_COURSE)
        course = self._version_of(course_id, fingerprint)
        newest = self._store.newest_release(course_id)
        if newest and newest.kind is ReleaseKind.PUBLISHED and newest.fingerprint == fingerprint:
            raise NothingNew
        if self._approved_only and not course.is_approved:
            raise NotApproved
        self._store.keep_course(course, fingerprint)
        return self._release(actor, course_id, ReleaseKind.PUBLISHED, fingerprint, seen=seen)

    def retire(self, actor: Actor, course_id: str, *, seen: int) -> Release:
        """Offer the course to nobody new. Raises NotAllowed, NoVersion, NothingNew, Stale."""
        require(actor, Right.EDIT_COURSE)
        newest = self._store.newest_release(course_id)
        if newest and newest.kind is ReleaseKind.RETIRED:
            raise NothingNew
        if newest:
            return self._release(actor, course_id, ReleaseKind.RETIRED, newest.fingerprint, seen=seen)
        course = self._written(course_id)
        if course is None:
            raise NoVersion(course_id)
        self._store.keep_course(course, course.fingerprint)
        return self._release(actor, course_id, ReleaseKind.RETIRED, course.fingerprint, seen=seen)

    def differences_between(self, actor: Actor, old: str, new: str) -> tuple[Difference, ...]:
        """How two kept versions differ; raises NotAllowed, NoVersion."""
        require(actor, Right.EDIT_COURSE)
        before, after = self._store.course(old), self._store.course(new)
        if before is None or after is None:
            raise NoVersion(old if before is None else new)
        return differences(before, after)

    def on_older_safety(self, actor: Actor, course_id: str, now: Course) -> tuple[OpenSitting, ...]:
        """Patients in mid-course on a version from which this one differs in safety; raises NotAllowed."""
        require(actor, Right.EDIT_COURSE)
        older = [
            version.fingerprint
            for version in self._versions(course_id)
            if version.use and version.use.open and touches_safety(differences(version.course, now))
        ]
        return tuple(self._store.open_sittings(older, now=self._clock.now())) if older else ()

    def _version_of(self, course_id: str, fingerprint: str) -> Course:
        written = self._written(course_id)
        found = written if written and written.fingerprint == fingerprint else self._store.course(fingerprint)
        if found is None or found.outline.course != course_id:
            raise NoVersion(course_id)
        return found

    def _versions(self, course_id: str) -> tuple[Version, ...]:
        releases = self._store.releases(course_id)
        kept = [
            (fingerprint, course)
            for fingerprint in self._store.fingerprints()
            if (course := self._store.course(fingerprint)) and course.outline.course == course_id
        ]
        uses = {use.fingerprint: use for use in self._store.use_of([fingerprint for fingerprint, _ in kept])}
        found = [
            Version(course, fingerprint, _of(fingerprint, releases), uses.get(fingerprint))
            for fingerprint, course in kept
        ]
        return tuple(sorted(found, key=_when, reverse=True))

    def _release(self, actor: Actor, course_id: str, kind: ReleaseKind, fingerprint: str, *, seen: int) -> Release:
        member = self._store.staff(actor.id)
        release = Release(
            course=course_id,
            number=seen + 1,
            kind=kind,
            fingerprint=fingerprint,
            by=actor.id,
            signer=member.login if member else actor.id,
            at=self._clock.now(),
        )
        newest = self._store.newest_release(course_id)
        if (newest.number if newest else 0) != seen or not self._store.add_release(release):
            raise Stale
        action = "publish-course" if kind is ReleaseKind.PUBLISHED else "retire-course"
        self._audit.note(actor.id, action, f"{course_id}/{fingerprint[:12]}")
        return release


def _of(fingerprint: str, releases: Iterable[Release]) -> tuple[Release, ...]:
    return tuple(
        release for release in releases if release.fingerprint == fingerprint and release.kind is ReleaseKind.PUBLISHED
    )


def _when(version: Version) -> tuple[float, str]:
    """When a version was last published or first met; fingerprints settle ties."""
    moments = [release.at for release in version.releases] + ([version.use.first_at] if version.use else [])
    return max((moment.timestamp() for moment in moments), default=0.0), version.fingerprint
