"""The staff's list and the simulated clinic."""

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin
from quiz_app.domain.mastery import Outcome
from quiz_app.domain.progress import Stage
from quiz_app.services.demo import Demo, DemoClock, RealPatientsHere
from quiz_app.services.staffing import Actor
from tests.builders import MISS, NOON, RIGHT, course, item, pair, topic
from tests.services.clinic import TestClinic

NURSE = Actor(id="n", role=Role.NURSE)


def finish(clinic: TestClinic, attempt: str, *, right: bool) -> None:
    while not (progress := clinic.taking.sitting(attempt).progress).finished:
        place = progress.current
        if place.stage is Stage.ASK and place.turn:
            clinic.taking.answer(clinic.taking.sitting(attempt), place.turn, choice=RIGHT if right else MISS)
        else:
            clinic.taking.go_on(clinic.taking.sitting(attempt), place)


def demo(clinic: TestClinic) -> Demo:
    return Demo(clinic.store, clinic.vault, DemoClock(NOON), course=lambda _: clinic.course)


def test_the_board_puts_those_to_talk_to_first_and_says_what_about() -> None:
    clinic = TestClinic()
    ready, talk, _started = clinic.walk_in(), clinic.walk_in(), clinic.walk_in()
    finish(clinic, ready, right=True)
    finish(clinic, talk, right=False)
    clinic.taking.ask(talk, "May I drive?", clinic.taking.sitting(talk).progress.current)

    rows = clinic.board.rows(NURSE)

    assert [row.outcome for row in rows] == [Outcome.TALK_FIRST, Outcome.READY_TO_CONFIRM, Outcome.NOT_FINISHED]
    assert [point.objective for point in rows[0].points] == ["You know know-clot."]
    assert rows[0].questions == ("May I drive?",)
    assert rows[0].draft


def test_a_simulated_clinic_is_the_same_for_the_same_seed() -> None:
    outcomes = []
    for _ in range(2):
        clinic = TestClinic(course=course(topic("first", [*pair("clot"), item("plasma")])))
        demo(clinic).fill("small", patients=12, seed=3)
        rows = clinic.board.rows(NURSE)
        outcomes.append(sorted((row.label, row.answered) for row in rows))

    assert outcomes[0] == outcomes[1]
    assert len(outcomes[0]) == 12


def test_nothing_simulated_is_put_among_real_patients() -> None:
    clinic = TestClinic()
    clinic.walk_in()

    with pytest.raises(RealPatientsHere):
        demo(clinic).fill("small", patients=1, seed=1)


def test_simulated_attempts_say_so() -> None:
    clinic = TestClinic()
    demo(clinic).fill("small", patients=2, seed=1)

    assert {record.attempt.origin for record in clinic.store.records(newest=9)} == {Origin.SIMULATED}
