"""What every store promises about corrected keys: kept together, numbered once, read with every record."""

from datetime import timedelta

import pytest

from quiz_app.domain.attempt import NotSaved, Origin, Record
from quiz_app.domain.board import Asked, Line, State
from quiz_app.domain.mastery import Outcome
from quiz_app.services.ports import Store
from tests.builders import NOON
from tests.storage.samples import (
    COURSE,
    attempt,
    confirmation,
    conversation,
    finished,
    opened,
    passed,
    refresher,
    regrade,
    regraded,
    response,
)

LATER = NOON + timedelta(hours=1)


def read(store: Store, name: str = "one") -> Record:
    """The record of an attempt that is there."""
    record = store.record(name)
    assert record
    return record


def line(store: Store) -> Line:
    """The only line of the list."""
    (found,) = store.work_list(Asked(), now=NOON).lines
    return found


def test_a_version_without_corrections_has_none(store: Store) -> None:
    opened(store)

    assert read(store).regrades == ()
    assert list(store.regrades(COURSE.fingerprint)) == []
    assert list(store.regraded("one")) == []


def test_corrections_come_back_exactly_with_every_record_on_their_version(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")
    kept = (regrade(reason='é "b"\n'), regrade("clot-two", at=LATER), regrade(number=2, at=LATER))

    assert store.add_regrades(kept, ())

    assert tuple(store.regrades(COURSE.fingerprint)) == kept
    assert read(store, "one").regrades == read(store, "two").regrades == kept
    assert [record.regrades for record in store.records(newest=5)] == [kept, kept]


def test_what_they_did_comes_back_exactly_and_in_order(store: Store) -> None:
    opened(store)
    first, second = regraded(), regraded(number=2, outcome=Outcome.READY_TO_CONFIRM, at=LATER)

    assert store.add_regrades([regrade()], [first])
    assert store.add_regrades([], [second])

    assert list(store.regraded("one")) == [first, second]
    assert list(store.regraded("two")) == []


def test_a_number_is_taken_once_and_then_nothing_of_the_press_is_kept(store: Store) -> None:
    opened(store, "one")
    opened(store, "two")
    store.add_regrades([regrade()], [regraded("one")])

    assert not store.add_regrades([regrade("clot-two")], [regraded("two"), regraded("one")])
    assert not store.add_regrades([regrade("clot-two"), regrade()], [regraded("two")])

    assert len(store.regrades(COURSE.fingerprint)) == 1
    assert list(store.regraded("two")) == []


def test_what_belongs_to_nothing_is_refused_and_nothing_is_kept(store: Store) -> None:
    opened(store)

    with pytest.raises(NotSaved):
        store.add_regrades([], [regraded()])
    with pytest.raises(NotSaved):
        store.add_regrades([regrade()], [regraded("nobody")])

    assert list(store.regrades(COURSE.fingerprint)) == []


def test_versions_are_those_that_patients_of_the_course_began(store: Store) -> None:
    opened(store)

    assert list(store.versions_met("small")) == [COURSE.fingerprint]
    assert list(store.versions_met("other")) == []


def test_those_who_answered_the_item_are_found_with_their_ends_refreshers_included(store: Store) -> None:
    for name in ("one", "two", "three"):
        opened(store, name, origin=Origin.SIMULATED)
    store.open_refresher(*refresher())
    for name in ("one", "two", "again"):
        store.add_response(name, response())
    store.add_response("three", response("clot-two"))
    store.add_passed("one", passed(), finished())
    store.add_regrades([regrade()], [regraded()])

    found = store.marked(COURSE.fingerprint, "clot-one")

    assert [each.record.attempt.id for each in found] == ["one", "two", "again"]
    assert found[0].record == read(store)
    assert (found[0].ended, found[0].regraded) == (finished(), (regraded(),))
    assert (found[1].ended, found[1].regraded) == (None, ())
    assert list(store.marked("elsewhere", "clot-one")) == list(store.marked(COURSE.fingerprint, "plasma")) == []
    assert attempt("two").form == found[1].record.attempt.form


def test_the_list_shows_the_newest_conclusion(store: Store) -> None:
    opened(store)
    store.add_passed("one", passed(), finished(outcome=Outcome.READY_TO_CONFIRM))
    store.add_regrades([regrade()], [regraded()])

    assert (line(store).state, line(store).look_again) == (State.TALK_FIRST, False)
    assert line(store).points == regraded().points
    (journey,) = store.journeys(since=NOON)
    assert journey.finished == finished(at=NOON).model_copy(update={"points": regraded().points})

    store.add_regrades([], [regraded(number=2, outcome=Outcome.READY_TO_CONFIRM)])

    assert (line(store).state, line(store).points) == (State.READY_TO_CONFIRM, ())
    assert store.work_list(Asked(state=State.READY_TO_CONFIRM), now=NOON).counts[State.READY_TO_CONFIRM] == 1


def test_one_marked_again_in_mid_course_is_listed_by_what_the_end_said(store: Store) -> None:
    opened(store)
    store.add_passed("one", passed())
    store.add_regrades([regrade()], [regraded(outcome=Outcome.NOT_FINISHED)])

    assert line(store).state is State.IN_PROGRESS

    store.add_passed("one", passed("feedback"), finished(outcome=Outcome.READY_TO_CONFIRM))

    assert line(store).state is State.READY_TO_CONFIRM


def test_a_signature_from_before_the_correction_is_flagged_and_a_later_one_is_not(store: Store) -> None:
    opened(store)
    store.add_passed("one", passed(), finished())
    store.add_conversation(conversation())
    store.add_confirmation(confirmation())
    store.add_regrades([regrade(at=LATER)], [regraded(at=LATER)])

    assert (line(store).state, line(store).look_again) == (State.CONFIRMED, True)

    store.add_confirmation(confirmation(number=2, at=LATER + timedelta(hours=1)))

    assert (line(store).state, line(store).look_again) == (State.CONFIRMED, False)


def test_the_flag_of_one_patient_is_not_on_another(store: Store) -> None:
    for name in ("one", "two", "three"):
        opened(store, name)
        store.add_passed(name, passed(), finished(name))
    for name in ("one", "two"):
        store.add_conversation(conversation(name))
        store.add_confirmation(confirmation(name))
    store.add_regrades([regrade(at=LATER)], [regraded("one", at=LATER), regraded("three", at=LATER)])

    found = store.work_list(Asked(), now=NOON).lines

    assert {each.attempt: each.look_again for each in found} == {"one": True, "two": False, "three": False}
