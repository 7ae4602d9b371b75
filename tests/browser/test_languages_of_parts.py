"""What is in another language than its page says so."""

import pytest

from quiz_app.domain.access import Role
from tests.browser.device import OneDevice
from tests.browser.table import TABLE


@pytest.mark.parametrize(("name", "part"), [("cards", ".cards li"), ("booklet", ".booklet"), ("booklet", ".answers")])
def test_what_is_printed_for_a_patient_says_its_language(device: OneDevice, name: str, part: str) -> None:
    device.begin_watching()

    page = TABLE[name].reach(device)

    assert set(page.locator(part).evaluate_all("all => all.map(each => each.lang)")) == {"en"}
    own = page.locator(f"{part} .strip")
    assert set(own.evaluate_all("all => all.map(each => each.lang)")) <= {"en"}


def test_a_patients_own_question_says_the_language_they_read(device: OneDevice) -> None:
    device.begin_watching()
    taking, walked = device.backstage.app.taking, device.backstage.begin()
    taking.ask(walked.attempt, "May I drink tea?", device.backstage.place(walked.attempt))
    taking.prefer(walked.attempt, "language", "es")
    taking.ask(walked.attempt, "¿Puedo tomar té?", device.backstage.place(walked.attempt))

    nurse = device.staff(Role.NURSE)
    nurse.go(f"/?patient={walked.attempt}")

    assert [each.get_attribute("lang") for each in nurse.page.locator("li span[lang]").all()] == ["en", "es"]


def test_a_preview_says_the_language_of_the_course(device: OneDevice) -> None:
    device.begin_watching(locale="es")

    page = TABLE["preview"].reach(device)

    stage = page.locator(".st-key-stage-phone")
    assert page.evaluate("document.documentElement.lang") == "es"
    assert stage.evaluate("stage => stage.closest('[lang]').lang") == "en"
