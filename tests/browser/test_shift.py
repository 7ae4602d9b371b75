"""A nurse's whole shift, from the invitation to a signature that is taken back."""

import json
from datetime import timedelta

from playwright.sync_api import Page

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.backstage import PASSWORD, Walked, at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn

LABEL = "Tue chair 4"
SIZE = (1024, 768)


def _invite(clinic: Clinic, nurse: Staff) -> str:
    """The beginning of the code on a card that was just made."""
    page = nurse.page
    page.goto("/staff/invite")
    page.get_by_label("Day of the infusion").fill(f"{clinic.backstage.app.clock.today() + timedelta(days=7):%Y-%m-%d}")
    page.get_by_label("Label").fill(LABEL)
    page.get_by_role("button", name="Make the codes").click()
    return page.locator(".code").inner_text()[:4]


def _hand_over(clinic: Clinic, selector: str) -> Page:
    """The clinic's tablet in the patient's hands."""
    page = clinic.staff(Role.NURSE, SIZE).page
    page.goto(f"/staff/hand-over?selector={selector}")
    page.get_by_label("PIN for this time").fill("4711")
    page.get_by_role("button", name="Hand over now").click()
    wait_until_drawn(page)
    return page


def _finish_with_two_gaps(clinic: Clinic, page: Page, selector: str) -> str:
    """Miss two safety points in both wordings, walk the last part on the page itself, and give the tablet back."""
    invitation = clinic.backstage.app.store.invitation(selector)
    assert invitation
    attempt = str(invitation.attempt)
    walked = Walked(attempt, clinic.backstage.patient_cookie(attempt))
    course, record = clinic.backstage.course, clinic.backstage.app.store.record(attempt)
    assert record
    pairs = [
        (asked.item, course.items[asked.item].sibling or "")
        for part in record.form.parts
        for asked in part.asked
        if course.items[asked.item].critical
    ][:2]
    misses = {item: Policy.MISS for pair in pairs for item in pair}
    last = record.form.parts[-1]
    clinic.backstage.walk(attempt, at(Stage.ASK, item=last.asked[0].item), misses)
    page.reload()
    patient = Patient(page, course, walked)
    while patient.heading != "You have reached the end":
        if patient.item:
            patient.answer(Policy.RIGHT)
        else:
            patient.go_on()
    page.get_by_role("button", name="I am done").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    return attempt


def test_a_whole_shift(clinic: Clinic) -> None:
    nurse = clinic.staff(Role.NURSE, SIZE)
    selector = _invite(clinic, nurse)
    attempt = _finish_with_two_gaps(clinic, _hand_over(clinic, selector), selector)

    nurse.open()
    row = nurse.row_of(selector)
    nurse.open_patient(selector)
    briefing = nurse.page.locator(".st-key-desk").inner_text()
    fits = nurse.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight")
    nurse.turn_to("Teach-back and record")
    nurse.type_a_talk().save_the_talk().sign(PASSWORD)
    note = nurse.page.locator("[data-testid='stCode']").inner_text()
    pdf = nurse.page.request.get(f"/export/{attempt}/record.pdf").body()
    resources = _resources(nurse.page.request.get(f"/export/{attempt}/record.json").text())
    signed = nurse.open().row_of(selector)
    _withdraw(nurse, selector)

    assert LABEL in row
    assert "2 to talk about" in row
    assert briefing.count("Missed in both wordings") == briefing.count("Say: ") == 2
    assert fits
    assert len(note) <= 1200
    assert pdf.startswith(b"%PDF-")
    assert {"Questionnaire", "QuestionnaireResponse", "Procedure", "DocumentReference", "Provenance"} <= resources
    assert "Confirmed" in signed
    assert "Confirmed" not in nurse.open().row_of(selector)


def _resources(bundle: str) -> set[str]:
    return {entry["resource"]["resourceType"] for entry in json.loads(bundle)["entry"]}


def _withdraw(nurse: Staff, selector: str) -> None:
    nurse.open_patient(selector)
    nurse.turn_to("Record and note")
    nurse.page.get_by_text("Withdraw this confirmation").click()
    nurse.page.get_by_label("Reason").fill("The talk was with another patient")
    nurse.turn_to("Withdraw the confirmation")
