"""Versions of courses, the same in every store."""

from datetime import timedelta

from quiz_app.domain.attempt import Origin
from quiz_app.domain.release import OpenSitting, Release, ReleaseKind, VersionUse
from quiz_app.services.ports import Store
from tests.builders import NOON
from tests.storage.samples import COURSE, finished, opened, passed, response


def _release(number: int, course: str = "small", kind: ReleaseKind = ReleaseKind.PUBLISHED) -> Release:
    return Release(
        course=course,
        number=number,
        kind=kind,
        fingerprint=COURSE.fingerprint,
        by="id-eda",
        signer="eda",
        at=NOON + timedelta(minutes=number),
    )


def test_releases_are_kept_in_order_and_the_newest_counts(store: Store) -> None:
    store.keep_course(COURSE, COURSE.fingerprint)

    assert store.newest_release("small") is None
    assert store.add_release(_release(1))
    assert store.add_release(_release(2, kind=ReleaseKind.RETIRED))
    assert store.add_release(_release(1, course="other"))

    assert list(store.releases("small")) == [_release(1), _release(2, kind=ReleaseKind.RETIRED)]
    assert store.newest_release("small") == _release(2, kind=ReleaseKind.RETIRED)


def test_a_number_is_taken_once_and_the_first_stays(store: Store) -> None:
    store.keep_course(COURSE, COURSE.fingerprint)
    store.add_release(_release(1))

    assert not store.add_release(_release(1, kind=ReleaseKind.RETIRED))
    assert list(store.releases("small")) == [_release(1)]


def test_who_met_a_version_and_who_is_in_mid_course(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")
    store.add_passed("one", passed(), finished())

    assert list(store.fingerprints()) == [COURSE.fingerprint]
    assert list(store.use_of([COURSE.fingerprint, "nothing"])) == [
        VersionUse(fingerprint=COURSE.fingerprint, patients=2, open=1, first_at=NOON, last_at=NOON)
    ]
    assert [(each.attempt, each.fingerprint) for each in store.open_sittings([COURSE.fingerprint], now=NOON)] == [
        ("two", COURSE.fingerprint)
    ]
    assert isinstance(store.open_sittings([COURSE.fingerprint], now=NOON)[0], OpenSitting)
    assert list(store.use_of([])) == []


def test_whoever_cannot_come_back_is_not_in_mid_course(store: Store) -> None:
    opened(store, "one")

    assert [each.attempt for each in store.open_sittings([COURSE.fingerprint], now=NOON)] == ["one"]
    assert list(store.open_sittings([COURSE.fingerprint], now=NOON + timedelta(days=400))) == []


def test_whether_an_item_was_ever_answered(store: Store) -> None:
    opened(store, "one")

    assert not store.is_answered("clot-one")

    store.add_response("one", response())

    assert store.is_answered("clot-one")
    assert not store.is_answered("clot-two")


def test_refreshers_are_left_out(store: Store) -> None:
    opened(store, "one")
    store.add_passed("one", passed(), finished())
    record = store.record("one")
    assert record
    again = record.attempt.model_copy(update={"id": "again", "origin": Origin.REFRESHER})
    store.open_refresher(again, record.form.model_copy(update={"refresher_of": "one"}))

    [use] = store.use_of([COURSE.fingerprint])

    assert (use.patients, use.open) == (1, 0)
    assert list(store.open_sittings([COURSE.fingerprint], now=NOON)) == []
