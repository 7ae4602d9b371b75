"""The refresher before the next infusion: by the same code, in other words, two minutes at most."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Passed, Response
from quiz_app.domain.progress import Stage
from tests.browser.backstage import Walked
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy, choice
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn


def _ended(clinic: Clinic, *, hours: float) -> Walked:
    """A patient who reached the end that long ago, with nothing to talk about."""
    backstage, walked = clinic.backstage, clinic.backstage.begin()
    then = backstage.app.clock.now() - timedelta(hours=hours)
    while (place := backstage.place(walked.attempt)).stage is not Stage.END:
        if place.turn and place.stage is Stage.ASK:
            chosen = choice(backstage.course.items[place.turn.item], Policy.RIGHT)
            backstage.app.store.add_response(
                walked.attempt, Response(turn=place.turn, choice=chosen, sureness=None, at=then)
            )
        else:
            backstage.app.store.add_passed(walked.attempt, Passed(place=place.id, at=then))
    return walked


def _begun(clinic: Clinic) -> Patient:
    patient = clinic.patient(_ended(clinic, hours=30))
    patient.button("Start my 2-minute refresher").click()
    wait_until_drawn(patient.page)
    return patient


def _line(page: Page) -> str:
    return page.locator(".quiz-part").inner_text()


def test_a_refresher_is_offered_from_one_day_after_the_end(clinic: Clinic) -> None:
    early = clinic.patient(_ended(clinic, hours=20))
    later = clinic.patient(_ended(clinic, hours=30))

    assert early.button("Start my 2-minute refresher").count() == 0
    assert later.button("Start my 2-minute refresher").count() == 1


def test_a_refresher_asks_six_questions_without_lessons_and_ends_with_what_is_clear(clinic: Clinic) -> None:
    patient = _begun(clinic)
    lines, answered = [], 0

    while patient.item:
        lines.append(_line(patient.page))
        patient.answer(Policy.RIGHT if answered else Policy.MISS)
        answered += 1
        said = patient.text()
        assert "Then we ask about it in other words" not in said
        patient.go_on()

    assert lines == [f"Refresher: question {number} of {answered}" for number in range(1, answered + 1)]
    assert 0 < answered <= 6
    assert patient.heading == "Your refresher is done"
    assert "What is clear" in patient.text()
    assert "What we will talk about" in patient.text()
    assert patient.button("Start my 2-minute refresher").count() == 0


def test_a_nurse_sees_the_refresher_beside_the_first_result(clinic: Clinic, nurse: Staff) -> None:
    patient = _begun(clinic)
    missed = patient.asked()
    patient.answer(Policy.MISS)
    while patient.heading != "Your refresher is done":
        if patient.item:
            patient.answer(Policy.RIGHT)
        else:
            patient.go_on()

    nurse.go(f"/?patient={patient.attempt}")
    told = nurse.page.locator(".quiz-gap").filter(has_text=clinic.backstage.course.objectives[missed.objective])
    expect(told).to_contain_text("Say: ")
    nurse.page.get_by_text("All answers").click()
    table = nurse.page.get_by_role("table", name="First time and refresher side by side")
    row = table.get_by_role("row").filter(has_text=clinic.backstage.course.objectives[missed.objective])

    assert "missed" in row.inner_text()
    assert re.search(r"Refresher: \d of \d right\.", nurse.page.locator(".st-key-desk").inner_text())


def test_the_same_code_leads_back_into_the_refresher(clinic: Clinic) -> None:
    patient = _begun(clinic)
    asked = patient.heading

    other = clinic.newcomer().come_back(patient.code)

    assert wait_until_drawn(other.page) == asked


def test_a_lent_device_stays_lent_in_the_refresher(clinic: Clinic) -> None:
    walked = _ended(clinic, hours=30)
    page = clinic.staff(Role.NURSE).page
    page.goto(f"/staff/hand-over?attempt={walked.attempt}")
    page.get_by_label("PIN for this time").fill("4711")
    page.get_by_role("button", name="Hand over now").click()
    wait_until_drawn(page)

    page.get_by_role("button", name="Start my 2-minute refresher").click()
    page.locator(".quiz-part").wait_for()
    asked = _line(page)
    page.goto("/leave")

    assert asked.startswith("Refresher: question 1 of")
    assert page.get_by_label("PIN of staff").count() == 1
