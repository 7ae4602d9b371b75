"""What follows a miss: the lesson again, the same point in other words, and a talk; never a red cross."""

from collections.abc import Callable

from quiz_app.domain.access import Role
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy, choice, one_line
from tests.browser.screens import an_item


def _asked(clinic: Clinic, fits: Callable[[Item], object]) -> Patient:
    name = an_item(clinic, fits)
    walked = clinic.backstage.begin_asking(name)
    clinic.backstage.walk(walked.attempt, at(Stage.ASK, item=name))
    return clinic.patient(walked)


def _critical(item: Item) -> bool:
    return item.critical and item.kind is Kind.CHOOSE_ONE


def _objective(course: Course, item: Item) -> str:
    return course.objectives[item.objective]


def test_a_critical_miss_leads_to_the_lesson_again_and_to_other_words(clinic: Clinic) -> None:
    patient = _asked(clinic, _critical)
    course, item = clinic.backstage.course, patient.asked()
    lesson = next(screen for topic in course.topics for screen in topic.lesson if screen.id == item.revisit)
    chosen = item.option(choice(item, Policy.MISS)[0])
    key = item.option(choice(item, Policy.RIGHT)[0])

    feedback, told = patient.answer(Policy.MISS), patient.text()
    again = patient.go_on()
    reminded = patient.text()
    patient.go_on()

    assert feedback == "Not quite"
    assert one_line(chosen.why) in one_line(told)
    assert one_line(key.text) not in one_line(told)
    assert again == lesson.heading
    assert "Let us look at this once more" in reminded
    assert patient.asked().id == item.sibling
    assert patient.heading != item.ask


def test_missing_both_wordings_asks_for_a_talk_that_patient_and_nurse_both_see(clinic: Clinic) -> None:
    patient = _asked(clinic, _critical)
    item = patient.asked()
    point = _objective(clinic.backstage.course, item)
    patient.answer(Policy.MISS)
    patient.go_on()
    patient.go_on()

    patient.answer(Policy.MISS)
    told = patient.text()
    clinic.backstage.walk(patient.attempt, at(Stage.END))
    patient.open()
    together = patient.text().split("What we will talk about")[1]
    nurse = clinic.staff(Role.NURSE)
    row = nurse.row_of(patient.code)
    nurse.open_patient(patient.code)
    briefing = nurse.page.locator(".quiz-gap").inner_text()

    assert "We'll talk about this together" in told
    assert patient.heading == "You have reached the end"
    assert point in together
    assert "Talk first" in row
    assert point in briefing
    assert "Missed in both wordings" in briefing
    assert item.teach_back
    assert item.teach_back in briefing


def test_a_miss_that_the_other_wording_mends_needs_no_talk(clinic: Clinic) -> None:
    patient = _asked(clinic, _critical)
    patient.answer(Policy.MISS)
    patient.go_on()
    patient.go_on()

    patient.answer(Policy.RIGHT)
    clinic.backstage.walk(patient.attempt, at(Stage.END))
    patient.open()

    assert "You know what matters most" in patient.text()
    assert "What we will talk about" not in patient.text()


def test_an_ordinary_miss_shows_the_best_answer_and_goes_on(clinic: Clinic) -> None:
    patient = _asked(clinic, lambda item: not item.critical and item.kind is Kind.CHOOSE_ONE)
    item = patient.asked()
    key = item.option(choice(item, Policy.RIGHT)[0])

    patient.answer(Policy.MISS)

    assert one_line(key.text) in one_line(patient.text())
    assert "The best answer" in patient.text()
    patient.go_on()
    assert patient.heading not in {item.ask, "Not quite"}


def test_not_being_sure_is_thanked(clinic: Clinic) -> None:
    patient = _asked(clinic, _critical)
    item = patient.asked()

    heading = patient.answer(Policy.UNSURE)

    assert heading == "Thank you for telling us"
    assert one_line(item.not_sure) in one_line(patient.text())
    assert "Not quite" not in patient.text()


def test_over_caution_is_told_to_be_safe(clinic: Clinic) -> None:
    patient = _asked(
        clinic,
        lambda item: any(option.verdict is Verdict.ACCEPTED for option in item.options),
    )

    heading = patient.answer(Policy.ACCEPTED)

    assert heading == "Yes, that is a safe choice"


def test_not_sure_stands_last_in_every_question(clinic: Clinic) -> None:
    patient = _asked(clinic, _critical)

    assert patient.options()[-1] == "I'm not sure"
