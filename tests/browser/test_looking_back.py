"""Back always works and never loses an answer."""

from playwright.sync_api import expect

from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.policy import Policy


def test_back_to_the_first_screen_and_forward_again_changes_nothing(clinic: Clinic) -> None:
    backstage = clinic.backstage
    walked = backstage.begin()
    backstage.walk(walked.attempt, at(Stage.ASK))
    patient = clinic.patient(walked)
    patient.answer(Policy.MISS)
    answered = backstage.responses(walked.attempt)
    passed = backstage.rows("SELECT place FROM passed WHERE attempt = ?", walked.attempt)
    way_back, asked_again = [patient.heading], []

    while patient.button("Back").count():
        way_back.append(patient.go_back())
        asked_again += [patient.heading] if patient.item else []
    way_on = [patient.heading]
    while len(way_on) < len(way_back):
        way_on.append(patient.go_on())

    assert way_back[-1] == backstage.course.outline.title
    assert way_on == way_back[::-1]
    assert len(way_back) > 5
    assert asked_again == []
    assert backstage.responses(walked.attempt) == answered
    assert backstage.rows("SELECT place FROM passed WHERE attempt = ?", walked.attempt) == passed


def test_an_earlier_answer_is_shown_and_not_asked_again(clinic: Clinic) -> None:
    backstage = clinic.backstage
    walked = backstage.begin()
    backstage.walk(walked.attempt, at(Stage.ASK))
    patient = clinic.patient(walked)
    item = patient.asked()
    patient.answer(Policy.RIGHT)
    patient.go_on()

    patient.go_back()

    assert patient.heading == "Yes, that's right"
    assert item.ask in patient.text()
    assert "You chose" in patient.text()
    assert not patient.item


def test_the_end_can_be_left_backwards_and_reached_again(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.END))
    patient = clinic.patient(walked)

    patient.go_back()

    assert patient.heading == "Yes, that's right"
    assert patient.go_on() == "You have reached the end"


def test_a_question_asked_while_looking_back_is_kept_and_leads_back_to_the_same_place(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    patient = clinic.patient(walked)
    earlier = patient.go_back()

    patient.press("I have a question")
    patient.page.get_by_label("My question").fill("What if I am late?")
    patient.button("Keep my question").click()
    expect(patient.page.locator("#quiz-live")).to_contain_text("Your question is kept")

    assert patient.press("Go back to where I was") == earlier
