"""What new patients get: the files, a published version, or nothing."""

from datetime import date

import pytest

from quiz_app.domain.course import Course, Review, ReviewStatus
from quiz_app.domain.release import Release, ReleaseKind
from quiz_app.services.offering import Offering
from quiz_app.storage.memory import MemoryStore
from tests.builders import NOON, course


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def _offering(store: MemoryStore, written: Course, *, approved_only: bool = False) -> Offering:
    return Offering(store, written={"small": written}.get, approved_only=approved_only)


def _titled(title: str) -> Course:
    small = course()
    return small.model_copy(update={"outline": small.outline.model_copy(update={"title": title})})


def _reviewed(small: Course, *, fingerprint: str) -> Course:
    review = Review(status=ReviewStatus.APPROVED, fingerprint=fingerprint, due=date(2027, 11, 1))
    return small.model_copy(update={"outline": small.outline.model_copy(update={"review": review})})


def _release(store: MemoryStore, version: Course, kind: ReleaseKind = ReleaseKind.PUBLISHED) -> None:
    store.keep_course(version, version.fingerprint)
    number = len(store.releases("small")) + 1
    store.add_release(
        Release(
            course="small",
            number=number,
            kind=kind,
            fingerprint=version.fingerprint,
            by="id-eda",
            signer="eda",
            at=NOON,
        )
    )


def test_before_anything_was_published_the_files_are_offered(store: MemoryStore) -> None:
    assert _offering(store, _titled("As written")).course("small") == _titled("As written")


def test_after_publishing_only_the_published_version_is_offered(store: MemoryStore) -> None:
    _release(store, _titled("Published"))

    assert _offering(store, _titled("Edited since")).course("small") == _titled("Published")


def test_the_last_published_version_counts(store: MemoryStore) -> None:
    _release(store, _titled("First"))
    _release(store, _titled("Second"))

    assert _offering(store, _titled("Edited")).course("small") == _titled("Second")


def test_a_retired_course_is_not_offered(store: MemoryStore) -> None:
    _release(store, course())
    _release(store, course(), ReleaseKind.RETIRED)

    assert _offering(store, course()).course("small") is None


def test_a_draft_is_held_back_where_only_approved_courses_are_offered(store: MemoryStore) -> None:
    assert _offering(store, course(), approved_only=True).course("small") is None


def test_exactly_the_approved_content_is_offered_where_only_approved_courses_are(store: MemoryStore) -> None:
    approved = _reviewed(course(), fingerprint=course().content_fingerprint)

    assert _offering(store, approved, approved_only=True).course("small") == approved


def test_content_changed_after_its_approval_is_a_draft_again(store: MemoryStore) -> None:
    changed = _reviewed(_titled("Changed"), fingerprint=course().content_fingerprint)

    assert not changed.is_approved
    assert _offering(store, changed, approved_only=True).course("small") is None


def test_all_courses_are_offered_by_title_those_of_the_files_and_those_once_published(store: MemoryStore) -> None:
    written = {"a": _titled("Under the skin"), "b": _titled("Into a vein"), "broken": None}
    _release(store, _titled("At home"))
    offering = Offering(store, written=written.get, approved_only=False)

    offered = offering.courses(["a", "b", "broken"])

    assert [(course_id, course.outline.title) for course_id, course in offered.items()] == [
        ("small", "At home"),
        ("b", "Into a vein"),
        ("a", "Under the skin"),
    ]


def test_a_retired_course_is_not_among_those_offered(store: MemoryStore) -> None:
    _release(store, course())
    _release(store, course(), ReleaseKind.RETIRED)

    assert _offering(store, course()).courses(["small"]) == {}
