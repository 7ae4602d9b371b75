"""What every store promises about the courses that were published."""

from quiz_app.domain.release import Release, ReleaseKind
from quiz_app.services.ports import Store
from tests.builders import NOON
from tests.storage.samples import COURSE


def _release(store: Store, course: str, number: int, kind: ReleaseKind = ReleaseKind.PUBLISHED) -> None:
    store.keep_course(COURSE, COURSE.fingerprint)
    store.add_release(
        Release(
            course=course,
            number=number,
            kind=kind,
            fingerprint=COURSE.fingerprint,
            by="id-eda",
            signer="eda",
            at=NOON,
        )
    )


def test_every_course_that_was_ever_published_is_told_once(store: Store) -> None:
    _release(store, "skin", 1)
    _release(store, "drip", 1)
    _release(store, "drip", 2)
    _release(store, "skin", 2, ReleaseKind.RETIRED)

    assert list(store.released_courses()) == ["drip", "skin"]


def test_nothing_published_is_no_course(store: Store) -> None:
    assert list(store.released_courses()) == []
