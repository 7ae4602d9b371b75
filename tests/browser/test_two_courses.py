"""Two courses in one clinic: the nurse chooses one for each patient, and each patient meets their own."""

import re

from playwright.sync_api import expect

from quiz_app.domain.course import Course
from quiz_app.domain.progress import Stage
from tests.browser.backstage import Walked, at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch

VEIN, SKIN = "Your first IVIG infusion", "Your first infusion under the skin"
THE_END = "You have reached the end"


def _skin(clinic: Clinic) -> Course:
    course = clinic.backstage.app.library.course("scig")
    assert course
    return course


def _invite(nurse: Staff, title: str, label: str) -> str:
    """Make one code by the form; the code that is printed, under the title of its course."""
    page = nurse.page
    page.goto("/staff/invite")
    page.get_by_label("Course").select_option(label=title)
    page.get_by_label("Label").fill(label)
    page.get_by_role("button", name="Make the codes").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(title)
    return page.locator(".code").inner_text()


def _come_in(clinic: Clinic, course: Course, code: str) -> Patient:
    patient = Patient(clinic.new_page(), course, Walked(attempt="", code=code)).come_back(code)
    wait_until_drawn(patient.page)
    return patient


def _attempt(clinic: Clinic, code: str) -> str:
    invitation = clinic.backstage.app.store.invitation(code[:4])
    assert invitation
    assert invitation.attempt
    return invitation.attempt


def _to_the_end(patient: Patient) -> None:
    while patient.heading != THE_END:
        if patient.item:
            patient.answer(Policy.RIGHT)
        patient.go_on()


def test_two_patients_are_invited_to_two_courses_and_each_reaches_the_end_of_their_own(
    clinic: Clinic, nurse: Staff
) -> None:
    vein_code = _invite(nurse, VEIN, "Vein chair")
    skin_code = _invite(nurse, SKIN, "Skin chair")

    in_the_vein = _come_in(clinic, clinic.backstage.course, vein_code)
    under_the_skin = _come_in(clinic, _skin(clinic), skin_code)
    titles = (in_the_vein.heading, under_the_skin.heading)
    _to_the_end(under_the_skin)
    clinic.backstage.walk(_attempt(clinic, vein_code), at(Stage.END))
    in_the_vein.open()
    homes = []
    for patient in (in_the_vein, under_the_skin):
        patient.page.goto("/take-home")
        homes.append(patient.page.locator("main b").first.inner_text())
    nurse.open()
    rows = [nurse.row_of(code) for code in (vein_code, skin_code)]

    assert titles == (VEIN, SKIN)
    assert homes == [VEIN, SKIN]
    assert [VEIN in rows[0], SKIN in rows[0], VEIN in rows[1], SKIN in rows[1]] == [True, False, False, True]
    assert all("Ready to confirm" in row for row in rows)
    assert [
        clinic.backstage.app.taking.sitting(_attempt(clinic, code)).course.outline.course
        for code in (vein_code, skin_code)
    ] == ["ivig", "scig"]


def test_the_list_shows_the_patients_of_one_course(clinic: Clinic, nurse: Staff) -> None:
    _invite(nurse, VEIN, "Filter chair 1")
    _invite(nurse, SKIN, "Filter chair 2")
    nurse.open()
    nurse.look_for("Filter chair")
    nurse.page.get_by_role("radio", name="All (2)").wait_for()

    nurse.page.get_by_role("combobox", name="Course").click()
    nurse.page.get_by_role("option", name=SKIN).click()

    nurse.page.get_by_role("radio", name="All (1)").wait_for()
    expect(nurse.page.locator(".quiz-row")).to_contain_text("Filter chair 2")
    expect(nurse.page.locator(".quiz-row")).to_contain_text(SKIN)


def test_a_booklet_and_the_page_of_the_code_tell_the_course(clinic: Clinic, nurse: Staff) -> None:
    code = _invite(nurse, SKIN, "Paper chair")
    page = nurse.page

    page.goto(f"/staff/invitation?selector={code[:4]}")
    told = page.get_by_role("row", name=re.compile("^Course")).inner_text()
    page.get_by_role("link", name="Use paper instead of a screen").click()
    before = page.locator("main").inner_text()
    page.get_by_role("button", name="Make the booklet").click()
    page.locator(".booklet").wait_for()
    parts = page.locator(".booklet .part > h2").all_inner_texts()

    assert SKIN in told
    assert f"Course: {SKIN}" in before
    assert page.locator(".booklet h1").inner_text() == SKIN
    assert parts == ["Part 1 of 2: Under the skin", "Part 2 of 2: Signs to know, and your log"]


def test_a_course_that_is_not_offered_is_refused_and_nothing_typed_is_lost(
    clinic: Clinic, nurse: Staff, watch: Watch
) -> None:
    watch.expect("422")
    page = nurse.page
    page.goto("/staff/invite")
    page.evaluate("document.querySelector('#course').append(new Option('Gone', 'gone', true, true))")
    page.get_by_label("Label").fill("Tue chair 8")
    known = clinic.backstage.rows("SELECT count(*) FROM invitations")

    page.get_by_role("button", name="Make the codes").click()
    page.locator(".summary").wait_for()

    assert page.locator(".summary").get_by_role("link").all_inner_texts() == [
        "Choose one of the courses. This one cannot be begun now."
    ]
    assert page.get_by_label("Label").input_value() == "Tue chair 8"
    assert clinic.backstage.rows("SELECT count(*) FROM invitations") == known


def test_the_open_door_names_the_course_that_begins_there(clinic: Clinic) -> None:
    page = clinic.new_page()

    page.goto("/enter")

    assert f"{VEIN}. It takes about 15 minutes." in page.locator("main").inner_text()
