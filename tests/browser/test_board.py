"""The work list: who is on it, how it is searched, and that it stays right without being asked."""

from datetime import timedelta

from playwright.sync_api import expect

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.screens import finished
from tests.browser.staff import Staff

LONGER_THAN_A_REFRESH = 30_000


def test_a_line_says_where_a_patient_stands_and_what_to_talk_about(clinic: Clinic, nurse: Staff) -> None:
    patient = finished(clinic)

    row = nurse.row_of(patient.code)

    assert "Talk first" in row
    assert "To talk about: You" in row
    assert "1 question from the patient" in row


def test_an_invited_patient_is_on_the_list_with_the_ways_to_begin(clinic: Clinic, nurse: Staff) -> None:
    made = clinic.backstage.invite("Chair 9")

    row = nurse.row_of(made.code)
    links = nurse.page.locator(f".st-key-line-{made.code[:4]} a")

    assert "Not started" in row
    assert "Chair 9" in row
    assert links.all_inner_texts() == ["Invitation", "Hand over", "Paper"]
    assert [str(link.get_attribute("href")) for link in links.all()] == [
        f"/staff/{page}?selector={made.code[:4]}" for page in ("invitation", "hand-over", "paper")
    ]


def test_the_tabs_count_the_patients_and_show_one_state(clinic: Clinic, nurse: Staff) -> None:
    made = clinic.backstage.invite("Chair 11")
    finished(clinic)

    nurse.look_for("Chair 11")
    nurse.page.get_by_role("radio", name="All (1)").wait_for()
    nurse.show("Talk first")
    expect(nurse.page.get_by_text("No patient fits this choice.")).to_be_visible()
    nurse.show("Not started")

    expect(nurse.page.get_by_role("radio", name="Not started (1)")).to_be_checked()
    expect(nurse.page.locator(".quiz-row")).to_contain_text(made.code[:4])


def test_the_list_refreshes_itself_and_leaves_the_nurse_where_she_is(clinic: Clinic, nurse: Staff) -> None:
    walked = clinic.backstage.begin()
    nurse.row_of(walked.code)
    button = nurse.button(f"Open {walked.code[:4]}")
    button.focus()

    clinic.backstage.walk(walked.attempt, at(Stage.END))

    row = nurse.page.locator(".quiz-row")
    expect(row).to_contain_text("Ready to confirm", timeout=LONGER_THAN_A_REFRESH)
    expect(button).to_be_focused()
    expect(nurse.page.get_by_label("Code or label")).to_have_value(walked.code[:4])


def test_a_list_that_refreshes_itself_keeps_no_visit_alive(clinic: Clinic, nurse: Staff) -> None:
    finished(clinic)
    expect(nurse.page.locator(".quiz-row").first).to_be_visible()
    long_ago = clinic.backstage.app.clock.now() - timedelta(minutes=16)

    clinic.backstage.change("UPDATE visits SET seen_at = ? WHERE kind = 'staff'", long_ago.isoformat())

    expect(nurse.page.get_by_role("heading", level=1)).not_to_have_text("Patients", timeout=LONGER_THAN_A_REFRESH)
    expect(nurse.page.locator(".quiz-row")).to_have_count(0)


def test_an_administrator_may_look_and_not_record(clinic: Clinic) -> None:
    patient = finished(clinic)
    administrator = clinic.staff(Role.ADMINISTRATOR)

    administrator.open_patient(patient.code)
    administrator.go(f"/?patient={patient.attempt}&do=talk")

    assert administrator.button("Teach-back and record").count() == 0
    assert administrator.button("Check what I recorded").count() == 0
    assert administrator.button("Record and note").count() == 0
