"""Inviting patients: the form, what is printed, and what can be done with one invitation."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


def _form(nurse: Staff) -> Page:
    nurse.page.goto("/staff/invite")
    return nurse.page


def _codes(page: Page) -> list[str]:
    return page.locator(".code").all_inner_texts()


def test_eight_cards_fit_on_a_page_of_letter_and_of_a4(nurse: Staff) -> None:
    page = _form(nurse)

    page.get_by_label("How many patients?").fill("9")
    page.get_by_label("Label").fill("Tue")
    page.get_by_role("button", name="Make the codes").click()
    codes = _codes(page)
    pages = {size: _pages(page.pdf(format=size)) for size in ("A4", "Letter")}

    assert len(set(codes)) == 9
    assert all(CODE.fullmatch(code) for code in codes)
    assert page.locator(".strip b").all_inner_texts() == [f"Tue {number}" for number in range(1, 10)]
    assert page.locator("section img").count() == 9
    assert pages == {"A4": 2, "Letter": 2}


def test_large_print_gives_each_patient_a_page(nurse: Staff) -> None:
    page = _form(nurse)

    page.get_by_label("How many patients?").fill("3")
    page.get_by_label("Large print").check()
    page.get_by_role("button", name="Make the codes").click()
    page.locator(".code").first.wait_for()

    assert {size: _pages(page.pdf(format=size)) for size in ("A4", "Letter")} == {"A4": 3, "Letter": 3}


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_a_sheet_that_is_loaded_again_shows_the_same_codes(clinic: Clinic, nurse: Staff) -> None:
    page = _form(nurse)
    page.get_by_label("How many patients?").fill("2")
    page.get_by_role("button", name="Make the codes").click()
    first = _codes(page)
    known = clinic.backstage.rows("SELECT count(*) FROM invitations")

    page.reload()
    again = _codes(page)

    assert again == first
    assert clinic.backstage.rows("SELECT count(*) FROM invitations") == known


def test_a_printed_code_lets_its_patient_in_and_carries_nothing_personal(clinic: Clinic, nurse: Staff) -> None:
    page = _form(nurse)
    page.get_by_label("Label").fill("Tue chair 4")
    page.get_by_role("button", name="Make the codes").click()
    [code] = _codes(page)

    words = page.locator("li section").inner_text()
    patient = clinic.newcomer().come_back(code)

    assert "Tue chair 4" not in words
    assert "/enter" in words
    assert clinic.backstage.app.library.clinic.clinic_phone in words
    assert wait_until_drawn(patient.page) == clinic.backstage.course.outline.title


def test_every_problem_of_the_form_is_named_and_linked_and_nothing_typed_is_lost(nurse: Staff, watch: Watch) -> None:
    watch.expect("422")
    page = _form(nurse)
    page.get_by_label("How many patients?").fill("51")
    page.get_by_label("Day of the infusion").fill("2020-01-01")
    page.get_by_label("Label").fill("Tue " * 12)

    page.get_by_role("button", name="Make the codes").click()
    summary = page.locator(".summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Give a number from 1 to 50.").click()

    assert summary.get_by_role("link").all_inner_texts() == [
        "Give a number from 1 to 50.",
        "This day is over. Give the day of the next infusion.",
        "Use 40 characters or fewer.",
    ]
    expect(page.get_by_label("How many patients?")).to_be_focused()
    assert page.get_by_label("How many patients?").input_value() == "51"
    assert page.get_by_label("Day of the infusion").input_value() == "2020-01-01"
    assert page.get_by_label("Label").input_value() == ("Tue " * 12).strip()


def test_a_label_that_looks_like_a_person_is_asked_about_once(nurse: Staff, watch: Watch) -> None:
    watch.expect("422")
    page = _form(nurse)
    page.get_by_label("Label").fill("John Smith 12.03.1961")

    page.get_by_role("button", name="Make the codes").click()
    page.locator(".summary").wait_for()
    asked = page.locator("#label-problem").inner_text()
    page.get_by_label("This is not a patient's name").check()
    page.get_by_role("button", name="Make the codes").click()
    page.locator(".code").wait_for()

    assert "This looks like a date of birth." in asked
    assert page.locator(".strip b").inner_text() == "John Smith 12.03.1961"


def test_who_may_not_invite_gets_a_page_that_is_not_here(clinic: Clinic, watch: Watch) -> None:
    watch.expect("404")
    patient = clinic.patient(clinic.backstage.begin()).page
    educator = clinic.staff(Role.EDUCATOR).page

    statuses = [
        (page.request.get(path).status, page.request.post(path, headers={"Origin": clinic.server.url}).status)
        for page in (patient, educator)
        for path in ("/staff/invite", "/staff/invitation", "/staff/hand-over", "/staff/paper", "/staff/paper/enter")
    ]
    facts = clinic.backstage.rows("SELECT actor, subject FROM audit WHERE action = 'refused'")

    assert statuses == [(404, 404)] * 10
    assert ("patient", "/staff/invite") in facts
    assert len([actor for actor, subject in facts if actor != "patient" and subject == "/staff/paper/enter"]) == 2


def test_without_a_login_the_form_leads_to_the_staffs_door_and_keeps_what_was_typed(
    clinic: Clinic, nurse: Staff, watch: Watch
) -> None:
    watch.expect("401")
    page = _form(nurse)
    page.get_by_label("Label").fill("Chair 7")
    clinic.backstage.app.visiting.leave(
        next(each["value"] for each in page.context.cookies() if each["name"] == "visit")
    )

    page.get_by_role("button", name="Make the codes").click()
    page.get_by_role("heading", name="You were logged out").wait_for()
    page.context.add_cookies(
        [{"name": "visit", "value": clinic.backstage.staff_cookie(Role.NURSE), "url": clinic.server.url}]
    )
    page.get_by_role("button", name="I am logged in. Go on").click()
    page.locator(".code").wait_for()
    stranger = clinic.new_page()
    stranger.goto("/staff/invite")

    assert page.locator(".strip b").inner_text() == "Chair 7"
    assert stranger.url.endswith("/staff/login")


def test_a_new_code_replaces_the_old_one_and_the_answers_stay(clinic: Clinic, nurse: Staff) -> None:
    made = clinic.backstage.invite("Chair 5")
    attempt = clinic.backstage.app.inviting.attempt_of(made.invitation)
    clinic.backstage.walk(attempt, at(Stage.ASK))
    page = nurse.page

    page.goto(f"/staff/invitation?selector={made.invitation.selector}")
    page.get_by_role("button", name="Make a new code").click()
    code = page.locator(".code").inner_text()
    old = clinic.newcomer().come_back(made.code).page
    old.locator(".problem").wait_for()
    new = clinic.newcomer().come_back(code)
    wait_until_drawn(new.page)

    assert code[:4] == made.code[:4]
    assert code != made.code
    assert new.item is not None


def test_taking_a_code_back_is_asked_once(clinic: Clinic, nurse: Staff) -> None:
    made = clinic.backstage.invite("Chair 6")
    page = nurse.page
    page.goto(f"/staff/invitation?selector={made.invitation.selector}")

    page.get_by_role("button", name="Take this code back").click()
    page.get_by_role("heading", name="Take this code back?").wait_for()
    before = clinic.backstage.app.store.invitation(made.invitation.selector)
    page.get_by_role("button", name="Yes, take it back").click()
    page.get_by_text("The code was taken back").wait_for()
    after = clinic.backstage.app.store.invitation(made.invitation.selector)

    assert before
    assert before.revoked_at is None
    assert after
    assert after.revoked_at is not None


def test_an_invitation_that_has_run_out_says_so(clinic: Clinic, nurse: Staff) -> None:
    made = clinic.backstage.invite()
    clinic.backstage.let_expire(made.invitation.selector, clinic.backstage.app.clock.now() - timedelta(days=1))

    nurse.page.goto(f"/staff/invitation?selector={made.invitation.selector}")

    assert "The code has run out" in nurse.page.locator("main").inner_text()
    assert nurse.page.get_by_role("link", name="Hand this device to the patient").count() == 0
