"""The nurse's work list and the simulated clinic."""

from datetime import timedelta

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin
from quiz_app.domain.board import Asked, Line, OpenPoint, State
from quiz_app.domain.mastery import Reason
from quiz_app.services.demo import Demo, DemoClock, RealPatientsHere
from quiz_app.services.staffing import Actor, NotAllowed
from tests.builders import MISS, NOON, RIGHT, course, pair, topic
from tests.services.clinic import TestClinic

NURSE = Actor(id="n", role=Role.NURSE)


def state_of(clinic: TestClinic, attempt: str) -> State:
    return next(line.state for line in clinic.board.work_list(NURSE, Asked()).lines if line.attempt == attempt)


def confirm(clinic: TestClinic, attempt: str) -> None:
    seen = clinic.confirming.case(NURSE, attempt).seen
    clinic.confirming.record(NURSE, attempt, clinic.typed(attempt), seen=seen)
    seen = clinic.confirming.case(NURSE, attempt).seen
    clinic.confirming.confirm(NURSE, attempt, seen=seen, reauthenticated_at=clinic.clock.now())


def test_the_list_puts_those_to_talk_to_first_and_says_what_about() -> None:
    clinic = TestClinic()
    ready, talk, _started = clinic.ready(), clinic.with_gaps(), clinic.walk_in()
    clinic.taking.ask(talk, "May I drive?", clinic.taking.sitting(talk).progress.current)

    lines = clinic.board.work_list(NURSE, Asked()).lines

    item = clinic.taking.sitting(talk).result.to_talk_about[0].item
    assert [line.state for line in lines] == [State.TALK_FIRST, State.READY_TO_CONFIRM, State.NOT_STARTED]
    assert [line.attempt for line in lines[:2]] == [talk, ready]
    assert lines[0].points == (OpenPoint(item=item, objective="You know know-clot.", reason=Reason.MISSED_TWICE),)
    assert (lines[0].answered, lines[0].questions) == (3, 1)
    assert lines[1].points == ()


def test_a_patient_is_in_each_state_in_turn() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()
    states = [state_of(clinic, attempt)]

    sitting = clinic.taking.sitting(attempt)
    clinic.taking.go_on(sitting, sitting.progress.current)
    states.append(state_of(clinic, attempt))
    clinic.answer_all(attempt, MISS)
    states.append(state_of(clinic, attempt))
    confirm(clinic, attempt)
    states.append(state_of(clinic, attempt))
    seen = clinic.confirming.case(NURSE, attempt).seen
    clinic.confirming.withdraw(NURSE, attempt, "mistaken", seen=seen)
    states.append(state_of(clinic, attempt))

    assert states == [State.NOT_STARTED, State.IN_PROGRESS, State.TALK_FIRST, State.CONFIRMED, State.TALK_FIRST]


def test_what_was_concluded_at_the_end_is_kept_once_even_if_the_last_step_is_pressed_twice() -> None:
    clinic = TestClinic()
    attempt = clinic.walk_in()
    clinic.answer_all(attempt, RIGHT)
    sitting = clinic.taking.sitting(attempt)
    before = clinic.store.journeys(since=NOON)

    clinic.clock.later(hours=1)
    clinic.taking.go_on(sitting, sitting.progress.history[-1])

    assert clinic.store.journeys(since=NOON) == before
    assert [journey.finished.at for journey in before if journey.finished] == [NOON]


def test_only_roles_that_read_the_board_see_the_list() -> None:
    clinic = TestClinic()

    for role in (Role.NURSE, Role.CHARGE_NURSE, Role.ADMINISTRATOR):
        clinic.board.work_list(Actor(id="x", role=role), Asked())
    with pytest.raises(NotAllowed):
        clinic.board.work_list(Actor(id="x", role=Role.EDUCATOR), Asked())


def demo(clinic: TestClinic, *, patients: int, seed: int = 3) -> list[Line]:
    """The whole list of a simulated clinic, by label."""
    made = Demo(clinic.store, clinic.vault, DemoClock(NOON), course=lambda _: clinic.course)
    made.fill("small", patients=patients, seed=seed)
    lines: list[Line] = []
    while page := clinic.board.work_list(NURSE, Asked(page=len(lines) // 25)).lines:
        lines += page
    return sorted(lines, key=lambda line: line.label)


def test_a_simulated_clinic_is_the_same_for_the_same_seed() -> None:
    first, again, other = (
        [line.model_dump(exclude={"selector", "attempt"}) for line in demo(TestClinic(), patients=25, seed=seed)]
        for seed in (3, 3, 4)
    )

    assert first == again
    assert first != other


def test_a_simulated_clinic_shows_every_state_and_what_a_nurse_does() -> None:
    pairs = [each for name in ("clot", "kidney", "fever", "drip") for each in pair(name)]
    clinic = TestClinic(course=course(topic("first", pairs), asked_per_topic=4))

    lines = demo(clinic, patients=100)

    counts = clinic.board.work_list(NURSE, Asked()).counts
    assert len(lines) == 100
    assert lines[0].label == "Demo 001"
    assert all(counts[state] > 0 for state in State)
    ended = counts[State.CONFIRMED] + counts[State.TALK_FIRST] + counts[State.READY_TO_CONFIRM]
    assert 0.35 < counts[State.CONFIRMED] / ended < 0.65
    days = [line.infusion_on for line in lines]
    assert 10 < days.count(None) < 40
    assert any(day and day <= (NOON + timedelta(days=3)).date() for day in days)
    cares = [clinic.store.care(line.attempt) for line in lines if line.attempt]
    assert sum(len(care.withdrawals) for care in cares) == 1
    unclear = [care for care in cares if care.conversation and not care.confirmation]
    assert unclear


def test_nobody_can_log_in_as_the_simulated_nurse_and_the_first_administrator_still_can() -> None:
    clinic = TestClinic()

    demo(clinic, patients=10)

    assert clinic.store.all_staff() == []
    assert clinic.staffing.first_link()


def test_nothing_simulated_lies_in_the_future_and_its_trail_is_whole() -> None:
    clinic = TestClinic()

    lines = demo(clinic, patients=25)

    assert max(line.last_at for line in lines) <= NOON
    assert clinic.audit.verify().broken_at is None


def test_nothing_simulated_is_put_among_real_patients() -> None:
    clinic = TestClinic()
    clinic.walk_in()

    with pytest.raises(RealPatientsHere):
        demo(clinic, patients=1)


def test_simulated_attempts_say_so() -> None:
    clinic = TestClinic()

    demo(clinic, patients=3)

    assert {record.attempt.origin for record in clinic.store.records(newest=9)} == {Origin.SIMULATED}
