"""A patient's own question: kept word for word, shown as text everywhere, and danger is answered at once."""

import pytest
from playwright.sync_api import expect

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient

PAYLOAD = (
    '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script> **bold** [link](javascript:hurt) '
    "{{7*7}} :red[red] $x$ & <b>b</b>"
)


def _kept(clinic: Clinic, patient: Patient) -> list[object]:
    return [text for (text,) in clinic.backstage.rows("SELECT text FROM questions WHERE attempt = ?", patient.attempt)]


def _write(patient: Patient, text: str) -> None:
    patient.page.get_by_label("My question").fill(text)
    patient.button("Keep my question").click()


@pytest.fixture
def writer(patient: Patient) -> Patient:
    """A patient who is about to write a question."""
    patient.press("I have a question")
    return patient


def test_an_empty_question_is_asked_for_again(clinic: Clinic, writer: Patient) -> None:
    writer.button("Keep my question").click()

    expect(writer.page.locator(".quiz-problem")).to_have_text("Please write your question first.")
    writer.page.wait_for_function("() => document.activeElement?.tagName === 'TEXTAREA'")
    assert _kept(clinic, writer) == []


def test_a_question_is_kept_word_for_word_and_read_back(clinic: Clinic, writer: Patient) -> None:
    _write(writer, "Can I eat before the drip?")

    expect(writer.page.locator("#quiz-live")).to_have_text("Your question is kept for your nurse.")
    assert _kept(clinic, writer) == ["Can I eat before the drip?"]
    assert "Can I eat before the drip?" in writer.text()


def test_a_question_of_280_characters_is_kept_and_a_longer_one_is_not_lost(clinic: Clinic, writer: Patient) -> None:
    _write(writer, "x" * 281)
    expect(writer.page.locator(".quiz-problem")).to_contain_text("a little too long")
    expect(writer.page.get_by_label("My question")).to_have_value("x" * 281)
    assert _kept(clinic, writer) == []

    _write(writer, "x" * 280)

    expect(writer.page.locator("#quiz-live")).to_have_text("Your question is kept for your nurse.")
    assert _kept(clinic, writer) == ["x" * 280]


def test_words_that_sound_like_danger_show_whom_to_call_before_they_are_kept(clinic: Clinic, writer: Patient) -> None:
    _write(writer, "I can\N{RIGHT SINGLE QUOTATION MARK}t breathe well")
    emergency = f"call {clinic.backstage.app.library.clinic.emergency_number}"
    expect(writer.page.locator(".quiz-problem")).to_contain_text(emergency)
    expect(writer.page.locator("#quiz-live")).to_contain_text(emergency)
    assert _kept(clinic, writer) == []

    writer.page.get_by_role("button", name="Keep").click()

    expect(writer.page.locator("#quiz-live")).to_have_text("Your question is kept for your nurse.")
    assert _kept(clinic, writer) == ["I can\N{RIGHT SINGLE QUOTATION MARK}t breathe well"]


def test_a_question_is_text_on_every_screen_and_never_a_program(clinic: Clinic, writer: Patient) -> None:
    _write(writer, PAYLOAD)
    expect(writer.page.locator("#quiz-live")).to_contain_text("Your question is kept")
    clinic.backstage.walk(writer.attempt, at(Stage.END))

    shown = {"question": writer.text()}
    shown["end"] = writer.open().text()
    writer.page.goto("/take-home")
    shown["take-home"] = writer.page.locator("main").inner_text()
    nurse = clinic.staff(Role.NURSE)
    nurse.open_patient(writer.code)
    shown["briefing"] = nurse.page.locator(".st-key-desk").inner_text()

    assert {name: PAYLOAD in text for name, text in shown.items()} == dict.fromkeys(shown, True)
    assert writer.page.evaluate("() => window.hurt") is None
    assert nurse.page.evaluate("() => window.hurt") is None
    assert _kept(clinic, writer) == [PAYLOAD]


def test_the_numbers_to_call_stand_on_every_kind_of_patient_screen(clinic: Clinic, patient: Patient) -> None:
    emergency = f"Emergency: call {clinic.backstage.app.library.clinic.emergency_number}."

    for stage in (Stage.READ, Stage.ASK, Stage.FEEDBACK, Stage.END):
        clinic.backstage.walk(patient.attempt, at(stage))
        patient.open()
        assert emergency in patient.text(), stage
        assert "Nobody is watching this app." in patient.text(), stage
