"""What the answers say about the questions and lessons of a course, for its educators."""

from collections.abc import Callable
from functools import cache

from quiz_app.domain.access import Right
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.statistics.analysis import Analysis, analyse
from quiz_app.services.ports import Clock, Store
from quiz_app.services.regrading import corrected_items
from quiz_app.services.staffing import Actor, require


class Analysing:
    """Reads answers without their patients."""

    def __init__(self, store: Store, clock: Clock, *, live: Callable[[str], Course | None]) -> None:
        self._store = store
        self._clock = clock
        self._live = live

    def analysis(self, actor: Actor, course_id: str) -> Analysis | None:
        """The figures of a course; None if it is not offered and nobody ever met it; raises NotAllowed."""
        require(actor, Right.EDIT_COURSE)
        versions = self._store.versions_met(course_id)
        courses = {name: course for name in versions if (course := self._store.course(name))}
        today = self._live(course_id) or next(reversed(courses.values()), None)
        if today is None:
            return None
        known = {**courses, today.fingerprint: today}
        answers = self._store.answers(versions)
        return analyse(today, answers, courses, item_of=_items_of(self._store, known), now=self._clock.now())


def _items_of(store: Store, courses: dict[str, Course]) -> Callable[[str, str], Item]:
    """The one place that says which key counts: the corrected one, where there is one."""
    corrected = cache(lambda fingerprint: corrected_items(store, fingerprint))
    return lambda fingerprint, item: corrected(fingerprint).get(item) or courses[fingerprint].items[item]
