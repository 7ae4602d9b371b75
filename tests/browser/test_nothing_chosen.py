"""Nothing selected: a kind word beside the item, the focus on it, and no try used up."""

import pytest
from playwright.sync_api import expect

from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy, choice
from tests.browser.screens import item_of


def _asked(clinic: Clinic, kind: Kind) -> Patient:
    name = item_of(clinic, kind)
    walked = clinic.backstage.begin_asking(name)
    clinic.backstage.walk(walked.attempt, at(Stage.ASK, item=name))
    return clinic.patient(walked)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.CHOOSE_ONE, "Please choose an answer."),
        (Kind.CHOOSE_ALL, "Please choose an answer."),
        (Kind.SORT, "Please choose an answer for each one."),
    ],
)
def test_nothing_chosen_asks_to_choose_and_uses_up_no_try(clinic: Clinic, kind: Kind, said: str) -> None:
    patient = _asked(clinic, kind)
    heading = patient.heading
    answered = len(clinic.backstage.responses(patient.attempt))

    patient.button("Check my answer").click()
    problem = patient.page.locator("[data-testid=stForm] .quiz-problem")

    expect(problem).to_have_text(said)
    expect(patient.page.locator("#quiz-live")).to_have_text(said)
    patient.page.wait_for_function("() => document.activeElement?.matches('[data-testid=stForm] input')")
    assert patient.page.evaluate("() => document.activeElement.getAttribute('aria-describedby')") == "quiz-problem"
    assert patient.heading == heading
    assert len(clinic.backstage.responses(patient.attempt)) == answered
    assert patient.answer(Policy.RIGHT) == "Yes, that's right"


def test_asking_again_with_nothing_chosen_brings_the_focus_back_again(clinic: Clinic) -> None:
    patient = _asked(clinic, Kind.CHOOSE_ONE)

    for _ in range(2):
        patient.button("Check my answer").click()
        patient.page.wait_for_function("() => document.activeElement?.matches('[data-testid=stForm] input')")

    assert patient.page.locator(".quiz-problem").count() == 1


def test_a_thing_left_unsorted_asks_for_each_and_keeps_what_was_chosen(clinic: Clinic) -> None:
    patient = _asked(clinic, Kind.SORT)
    item = patient.asked()
    first = choice(item, Policy.RIGHT)[0]
    patient.row(item, first).click()

    patient.button("Check my answer").click()
    expect(patient.page.locator(".quiz-problem")).to_have_text("Please choose an answer for each one.")

    expect(patient.row(item, first).locator("input")).to_be_checked()
