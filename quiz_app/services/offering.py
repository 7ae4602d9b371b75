"""Which courses new patients get: the published version, or the files as they stand while none was ever published."""

from collections.abc import Callable, Iterable
from functools import cached_property

from quiz_app.domain.course import Course
from quiz_app.domain.release import ReleaseKind
from quiz_app.services.ports import Store


class Offering:
    """Answers what a new attempt is dealt from; whoever has begun keeps what they began."""

    def __init__(
        self,
        store: Store,
        *,
        written: Callable[[str], Course | None],
        approved_only: bool,
        unreviewed_languages: bool | None = None,
    ) -> None:
        self._store = store
        self._told = unreviewed_languages
        self._written = written
        self._approved_only = approved_only

    def course(self, course_id: str) -> Course | None:
        """The course that new attempts get; None if it has errors, is retired, or is not approved and must be."""
        course = self._live(course_id)
        return course if course and (course.is_approved or not self._approved_only) else None

    def courses(self, written: Iterable[str]) -> dict[str, Course]:
        """What can be begun now of the courses in the files and of those ever published: by id, sorted by title."""
        known = sorted({*written, *self._store.released_courses()})
        offered = {course_id: course for course_id in known if (course := self.course(course_id))}
        return dict(sorted(offered.items(), key=lambda each: each[1].outline.title))

    def languages(self, course: Course) -> tuple[str, ...]:
        """The languages in which patients may begin a course, its own first.

        Unless the clinic says otherwise, one that no qualified reader has reviewed is offered only where simulated
        patients show what the app can do.
        """
        others = [each for each, found in sorted(course.languages.items()) if self._unreviewed or found.is_reviewed]
        return (course.outline.locale, *others)

    @cached_property
    def _unreviewed(self) -> bool:
        """Looked up once: every screen of every patient asks, and simulated patients come before the server starts."""
        return self._store.has_simulated_attempts() if self._told is None else self._told

    def _live(self, course_id: str) -> Course | None:
        newest = self._store.newest_release(course_id)
        if newest is None:
            return self._written(course_id)
        return None if newest.kind is ReleaseKind.RETIRED else self._store.course(newest.fingerprint)
