"""The whole course without a mouse: controls are reached, show their focus, and a step begins at its heading."""

import pytest

from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import DESKTOP, PHONE, Clinic
from tests.browser.keyboard import Keyboard
from tests.browser.patient import Patient
from tests.browser.policy import Policy
from tests.browser.screens import item_of
from tests.browser.steps import has_focus_on_heading, step, wait_until_drawn
from tests.browser.watch import Watch

END = "You have reached the end"
_COUNT_RUNS = """() => {
  window.runs = 0
  const state = '[data-testid="stApp"]'
  new MutationObserver(() => window.runs++).observe(document.querySelector(state), {
    attributes: true, attributeFilter: ['data-test-script-state'],
  })
}"""


def test_the_whole_course_by_keyboard_on_a_phone(clinic: Clinic, watch: Watch) -> None:
    patient = clinic.newcomer(PHONE)
    keyboard = Keyboard(patient.page)
    patient.page.goto("/enter")
    keyboard.button("Begin")
    patient.page.locator(".code").wait_for()
    keyboard.button("I have it. Go on")
    wait_until_drawn(patient.page)

    lost = _walk_to_the_end(patient, keyboard)

    assert lost == []
    assert keyboard.unseen == []
    assert watch.hosts == {clinic.host}


def test_the_whole_course_by_keyboard_on_a_desktop_with_every_kind_of_question(clinic: Clinic) -> None:
    kinds = [item_of(clinic, kind) for kind in Kind]
    walked = clinic.backstage.begin_asking(*kinds)
    patient = clinic.newcomer(DESKTOP)
    keyboard = Keyboard(patient.page)
    patient.page.goto("/enter")
    keyboard.move_to(lambda focus: focus["kind"] == "text")
    patient.page.keyboard.type(walked.code.lower().replace("-", " "))
    patient.page.keyboard.press("Enter")
    wait_until_drawn(patient.page)

    lost = _walk_to_the_end(patient, keyboard)

    assert lost == []
    assert keyboard.unseen == []
    assert {str(item) for item, _, _ in clinic.backstage.responses(walked.attempt)} >= set(kinds)


def _walk_to_the_end(patient: Patient, keyboard: Keyboard) -> list[str]:
    """Answer every fourth question not sure and every fifth by a miss; headings that did not get the focus."""
    lost, answered = [], 0
    while patient.heading != END:
        if not has_focus_on_heading(patient.page):
            lost.append(patient.heading)
        if patient.item:
            answered += 1
            way = Policy.UNSURE if answered % 4 == 0 else Policy.MISS if answered % 5 == 0 else Policy.RIGHT
            keyboard.answer(patient, way)
        else:
            keyboard.go_on(patient)
    return lost if has_focus_on_heading(patient.page) else [*lost, END]


@pytest.mark.parametrize("button", ["I have a question", "Text size", "Stop for now"])
def test_a_view_over_the_course_opens_and_closes_by_keyboard(clinic: Clinic, button: str) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    keyboard = Keyboard(patient.page)
    before = patient.heading

    at_course = step(patient.page)
    keyboard.button(button)
    wait_until_drawn(patient.page, besides=at_course)
    at_opened, at_view = has_focus_on_heading(patient.page), step(patient.page)
    keyboard.button("Go back to where I was")
    closed = wait_until_drawn(patient.page, besides=at_view)

    assert at_opened
    assert closed == before
    assert has_focus_on_heading(patient.page)
    assert keyboard.unseen == []


def test_every_stop_of_the_tab_key_on_a_screen_shows_the_focus(clinic: Clinic) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    keyboard = Keyboard(patient.page)

    stops = [keyboard.press("Tab")["tag"] for _ in range(14)]

    assert "BUTTON" in stops
    assert keyboard.unseen == []


def test_no_letter_does_anything_by_itself(clinic: Clinic) -> None:
    walked = clinic.backstage.begin_asking(item_of(clinic, Kind.CHOOSE_ONE))
    clinic.backstage.walk(walked.attempt, at(Stage.ASK, item=item_of(clinic, Kind.CHOOSE_ONE)))
    patient = clinic.patient(walked)
    patient.choose(Policy.RIGHT)
    before = patient.heading
    patient.page.evaluate(_COUNT_RUNS)

    for letter in "abcdefghijklmnopqrstuvwxyzCR":
        patient.page.keyboard.press(letter)
    patient.page.wait_for_timeout(500)

    assert patient.page.evaluate("() => window.runs") == 0
    assert patient.page.get_by_role("dialog").count() == 0
    assert patient.page.get_by_role("radio", checked=True).count() == 1
    assert patient.heading == before


def test_a_finger_that_slides_off_a_button_presses_nothing(clinic: Clinic) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    box = patient.button("Start part 1").bounding_box()
    assert box
    patient.page.evaluate(_COUNT_RUNS)

    patient.page.mouse.move(box["x"] + 10, box["y"] + 10)
    patient.page.mouse.down()
    patient.page.mouse.move(5, 5)
    patient.page.mouse.up()
    patient.page.wait_for_timeout(500)

    assert patient.page.evaluate("() => window.runs") == 0
    assert patient.heading == clinic.backstage.course.outline.title
