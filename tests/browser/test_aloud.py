"""Read aloud: by a voice of the device, in the language of the text, in the order of the screen, never by itself."""

import json
from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.examine import axe_findings, sideways
from tests.browser.patient import Patient
from tests.browser.policy import Policy
from tests.browser.screens import an_item, item_of

# A device with these voices; what it is told to say is noted and never ends by itself.
_DEVICE = """
const voices = %s
window.spoken = []
window.cancelled = 0
const bus = new EventTarget()
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  speak(said) { window.spoken.push([said.text, said.lang, said.voice.name]); window.last = said; said.onstart?.() },
  cancel() { window.cancelled += 1 },
  get speaking() { return false },
  addEventListener: (...heard) => bus.addEventListener(...heard),
} })
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""
LOCAL = {"name": "On the phone", "lang": "en-US", "localService": True}
REMOTE = {"name": "Far away", "lang": "en-US", "localService": False}
SPANISH = {"name": "En el teléfono", "lang": "es-MX", "localService": True}


def _with_voices(clinic: Clinic, voices: Sequence[dict[str, object]], stage: Stage, *items: str) -> Patient:
    walked = clinic.backstage.begin_asking(*items) if items else clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(stage, item="".join(items)))
    page = clinic.new_page(cookie=clinic.backstage.patient_cookie(walked.attempt))
    page.add_init_script(_DEVICE % json.dumps(list(voices)))
    return Patient(page, clinic.backstage.course, walked).open()


def _said(page: Page) -> list[str]:
    return [str(words) for words, _, _ in page.evaluate("window.spoken")]


def test_a_lesson_is_read_in_order_by_the_local_voice_of_its_language(clinic: Clinic) -> None:
    patient = _with_voices(clinic, [REMOTE, SPANISH, LOCAL], Stage.READ)
    before = _said(patient.page)

    patient.button("Read aloud").click()
    spoken = patient.page.evaluate("window.spoken")

    assert before == []
    assert spoken[0] == [patient.heading, "en-US", "On the phone"]
    assert {(lang, voice) for _, lang, voice in spoken} == {("en-US", "On the phone")}
    assert len(spoken) > 2
    assert not [words for words in _said(patient.page) if "Emergency" in words or "Read aloud" in words]


@pytest.mark.parametrize("kind", [Kind.CHOOSE_ONE, Kind.CHOOSE_ALL])
def test_a_question_is_read_with_a_letter_before_each_option(clinic: Clinic, kind: Kind) -> None:
    patient = _with_voices(clinic, [LOCAL], Stage.ASK, item_of(clinic, kind))
    options = patient.options()

    patient.button("Read aloud").click()

    said = _said(patient.page)
    assert said[0] == patient.heading
    assert said[1 : 1 + len(options)] == [f"{chr(97 + n)}. {words}" for n, words in enumerate(options)]


def test_reading_stops_at_the_button_and_says_so(clinic: Clinic) -> None:
    patient = _with_voices(clinic, [LOCAL], Stage.READ)
    start, stop = patient.button("Read aloud"), patient.button("Stop reading")

    start.click()
    pressed = start.get_attribute("aria-pressed")
    before = patient.page.evaluate("window.cancelled")
    stop.focus()
    patient.page.keyboard.press("Enter")

    assert pressed == "true"
    expect(start).to_have_attribute("aria-pressed", "false")
    expect(start).to_be_focused()
    expect(stop).to_be_hidden()
    assert patient.page.evaluate("window.cancelled") > before


def test_reading_stops_when_the_step_changes_and_does_not_begin_again(clinic: Clinic) -> None:
    patient = _with_voices(clinic, [LOCAL], Stage.ASK, an_item(clinic, lambda item: item.kind is Kind.CHOOSE_ONE))
    patient.button("Read aloud").click()
    said, before = _said(patient.page), patient.page.evaluate("window.cancelled")

    patient.answer(Policy.RIGHT)
    patient.page.wait_for_function("before => window.cancelled > before", arg=before)

    assert _said(patient.page) == said
    expect(patient.button("Read aloud")).to_have_attribute("aria-pressed", "false")
    patient.button("Read aloud").click()
    assert _said(patient.page)[len(said)] == patient.heading


def test_reading_stops_when_the_page_is_hidden(clinic: Clinic) -> None:
    patient = _with_voices(clinic, [LOCAL], Stage.READ)
    patient.button("Read aloud").click()
    before = patient.page.evaluate("window.cancelled")

    patient.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert patient.page.evaluate("window.cancelled") > before
    assert patient.page.locator("[data-spoken]").count() == 0


@pytest.mark.parametrize("voices", [[], [REMOTE], [SPANISH]], ids=["none", "only far away", "another language"])
def test_without_a_local_voice_of_the_language_there_is_no_button(
    clinic: Clinic, voices: list[dict[str, object]]
) -> None:
    patient = _with_voices(clinic, voices, Stage.READ)

    assert patient.button("Read aloud").count() == 0


@pytest.mark.parametrize("stage", [Stage.READ, Stage.ASK, Stage.FEEDBACK])
def test_the_buttons_are_large_and_have_no_findings(clinic: Clinic, stage: Stage) -> None:
    patient = _with_voices(clinic, [LOCAL], stage)
    patient.button("Read aloud").click()

    assert axe_findings(patient.page) + sideways(patient.page) == []
    for name in ("Read aloud", "Stop reading"):
        box = patient.button(name).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 48
