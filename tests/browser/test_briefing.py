"""The briefing: one screen on a tablet, the patient's own words, and everything else one tap down."""

from quiz_app.domain.access import Role
from quiz_app.domain.item import Item
from quiz_app.domain.progress import Stage
from quiz_app.services.staffing import CONSOLE
from tests.browser.backstage import Walked, at
from tests.browser.clinic import Clinic
from tests.browser.policy import Policy
from tests.browser.screens import LONG_WORDS, finished, nurse_at
from tests.browser.staff import Staff

TABLET = (1024, 768)
_HEIGHT = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight"


def _with_four_gaps(clinic: Clinic) -> Walked:
    """An attempt that ended with four points missed in both wordings and two questions."""
    backstage = clinic.backstage
    walked = backstage.begin()
    pairs = [item for item in _asked(clinic, walked) if item.critical and item.sibling][:4]
    missed = {name: Policy.MISS for item in pairs for name in (item.id, item.sibling or "")}
    for text in (LONG_WORDS, "May I drive home?"):
        backstage.app.taking.ask(walked.attempt, text, backstage.place(walked.attempt))
    backstage.walk(walked.attempt, at(Stage.END), missed)
    return walked


def _asked(clinic: Clinic, walked: Walked) -> list[Item]:
    form = clinic.backstage.app.taking.sitting(walked.attempt).record.form
    return [clinic.backstage.course.items[asked.item] for part in form.parts for asked in part.asked]


def test_four_gaps_fit_on_a_tablet_without_scrolling(clinic: Clinic) -> None:
    walked = _with_four_gaps(clinic)
    nurse = clinic.staff(Role.NURSE, TABLET)

    nurse.open_patient(walked.code)

    assert nurse.page.locator(".quiz-gap").count() == 4
    assert nurse.page.evaluate(_HEIGHT) <= 768
    assert nurse.page.get_by_text("May I drive home?").is_visible()


def test_a_gap_shows_the_chosen_words_why_and_what_to_say(clinic: Clinic, nurse: Staff) -> None:
    patient = finished(clinic)
    [gap] = clinic.backstage.app.confirming.case(CONSOLE, patient.attempt).briefing.talk

    nurse.open_patient(patient.code)
    shown = nurse.page.locator(".quiz-gap").inner_text()

    assert gap.objective in shown
    assert "Missed in both wordings" in shown
    assert [words in shown for said in gap.said for words in said.chosen[:1]] == [True, True]
    assert f"Say: {gap.say}" in shown
    text = nurse.page.locator(".st-key-desk").inner_text()
    assert LONG_WORDS in text
    assert "Answered by the patient with help" in text
    assert "Barriers: not recorded yet" in text


def test_every_answer_is_one_tap_down_with_the_wording_that_was_shown(clinic: Clinic) -> None:
    nurse = nurse_at(clinic)

    nurse.page.get_by_text("All answers").click()
    nurse.page.get_by_text("Lessons viewed").wait_for()
    text = nurse.page.locator(".st-key-desk").inner_text()

    assert "Also offered" in text
    assert "A lesson counts as viewed when the patient went on from its screen." in text
    assert all(screen.heading in text for topic in clinic.backstage.course.topics for screen in topic.lesson)


def test_a_reload_comes_back_to_the_same_patient_and_an_unknown_one_to_the_list(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk")

    nurse.page.reload()
    again = nurse.arrive()
    unknown = nurse.go(f"/?patient={'0' * 32}")

    assert again.startswith("Teach-back: ")
    assert unknown == "Patients"
