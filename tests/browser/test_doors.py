"""Ways in for patients: walking in, an invitation by code or link, and one answer to whatever does not work."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from quiz_app.services.codes import selector_of
from tests.browser.backstage import PASSWORD
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.examine import axe_findings
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch


def test_an_invitation_opens_by_link_on_one_device_and_by_code_on_another(
    clinic: Clinic, nurse: Staff, watch: Watch
) -> None:
    made = clinic.backstage.invite("Chair 4")
    code, link = made.code, f"{clinic.server.url}/e#{made.link_token}"

    phone = clinic.new_page()
    phone.goto(link)
    phone.get_by_role("button", name="Open my course").click()
    by_link = wait_until_drawn(phone)
    phone.get_by_role("button", name="Start part 1").click()
    phone.get_by_role("heading", name=clinic.backstage.course.topics[0].lesson[0].heading).wait_for()
    tablet = clinic.newcomer(DESKTOP).come_back(code)
    by_code = wait_until_drawn(tablet.page)

    assert by_link == clinic.backstage.course.outline.title
    assert by_code == clinic.backstage.course.topics[0].lesson[0].heading
    token = link.split("#")[1]
    assert token not in "".join(watch.requests)
    assert token not in clinic.server.log()
    assert code not in clinic.server.log()
    assert "#" not in phone.url
    assert "Chair 4" in nurse.row_of(code)


def test_opening_a_link_uses_nothing_up_until_the_patient_taps(clinic: Clinic) -> None:
    made = clinic.backstage.invite()

    for _ in range(2):
        clinic.new_page().goto(f"/e#{made.link_token}")

    found = clinic.backstage.app.store.invitation(made.invitation.selector)
    assert found
    assert found.attempt is None


def test_a_link_without_its_secret_part_points_to_the_code(page: Page) -> None:
    page.goto("/e")

    assert page.get_by_role("button", name="Open my course").count() == 0
    assert "Please type in the code" in page.locator("main").inner_text()


def test_a_code_is_read_in_any_dress(clinic: Clinic) -> None:
    walked = clinic.backstage.begin()
    dressed = f"  {walked.code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "

    patient = clinic.newcomer().come_back(dressed)

    assert wait_until_drawn(patient.page) == clinic.backstage.course.outline.title


def test_every_code_that_does_not_work_gets_one_identical_answer(clinic: Clinic) -> None:
    backstage = clinic.backstage
    known, revoked, expired = backstage.invite(), backstage.invite(), backstage.invite()
    now = backstage.app.clock.now()
    backstage.app.store.revoke_invitation(revoked.invitation.selector, now)
    backstage.let_expire(expired.invitation.selector, now - timedelta(days=1))
    typed = {
        "unknown": "0A1B-2C3D-4E5F",
        "malformed": "hello",
        "mistyped": f"{selector_of(known.code)}-0000-0000",
        "revoked": revoked.code,
        "expired": expired.code,
    }

    told = {name: _refusal(clinic, code) for name, code in typed.items()}

    assert told == dict.fromkeys(typed, told["unknown"])
    assert "This code did not work" in told["unknown"]
    assert clinic.newcomer().come_back(known.code).page.locator(".problem").count() == 0


def _refusal(clinic: Clinic, code: str) -> str:
    """The whole page after a refused code, but for the code itself and the token that is new on every page."""
    page = clinic.newcomer().come_back(code).page
    page.locator(".problem").wait_for()
    token = page.locator("input[name=batch]").get_attribute("value")
    return page.content().replace(code, "CODE").replace(str(token), "TOKEN")


def test_where_patients_are_invited_nobody_walks_in(own_clinic: Callable[..., Clinic]) -> None:
    clinic = own_clinic(entry="invited")
    page = clinic.new_page()
    page.goto("/enter")

    begin = page.get_by_role("button", name="Begin").count()
    forced = page.request.post("/enter", form={"way": "walk-in"}, headers={"Origin": clinic.server.url})
    opened = clinic.backstage.rows("SELECT count(*) FROM attempts")
    invited = clinic.newcomer().come_back(clinic.backstage.invite().code)

    assert begin == 0
    assert "To begin, you need the code" in page.locator("main").inner_text()
    assert "did not work" in forced.text()
    assert opened == [(0,)]
    assert wait_until_drawn(invited.page) == clinic.backstage.course.outline.title


def test_leaving_ends_the_visit_on_this_device_and_the_code_leads_back(clinic: Clinic) -> None:
    patient = clinic.newcomer().walk_in()
    patient.go_on()
    place = patient.heading

    patient.press("Stop for now")
    patient.page.get_by_role("link", name="Leave and come back later").click()
    patient.page.get_by_role("button", name="Leave and come back later").click()
    patient.page.get_by_role("heading", name="You have left").wait_for()
    patient.page.goto("/")
    at_door = patient.page.url
    patient.come_back(patient.code)

    assert at_door.endswith("/enter")
    assert wait_until_drawn(patient.page) == place


@pytest.mark.parametrize("button", ["Begin", "Open with my code"])
def test_a_shared_device_forgets_the_patient_when_the_browser_closes(clinic: Clinic, button: str) -> None:
    page = clinic.new_page()
    page.goto("/enter")
    page.get_by_label("Your code").fill(clinic.backstage.begin().code)
    form = page.locator("form").filter(has=page.get_by_role("button", name=button, exact=True))

    form.get_by_label("This is a shared device").check()
    form.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()

    [cookie] = [each for each in page.context.cookies() if each["name"] == "visit"]
    assert cookie["expires"] == -1
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"


def test_a_device_of_ones_own_knows_the_patient_for_thirty_days(clinic: Clinic) -> None:
    page = clinic.newcomer().walk_in().page

    [cookie] = [each for each in page.context.cookies() if each["name"] == "visit"]

    assert 29 < (cookie["expires"] - time.time()) / 86_400 <= 30


def test_signing_asks_for_the_password_again(clinic: Clinic, nurse: Staff, watch: Watch) -> None:
    watch.expect("422", "404")
    attempt = clinic.backstage.begin().attempt
    page = nurse.page
    page.goto(f"/reauth?next={attempt}")

    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Go on to sign").click()
    page.locator(".summary").wait_for()
    refused = page.locator("#password-problem").inner_text()
    found = axe_findings(page)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on to sign").click()
    page.wait_for_url(f"**/?patient={attempt}&sign=1")
    elsewhere = page.request.get("/reauth?next=//evil.example").status

    assert refused.startswith("This password did not fit")
    assert found == []
    assert elsewhere == 404
    [(at,)] = clinic.backstage.rows("SELECT max(reauthenticated_at) FROM visits")
    assert at is not None


def test_a_page_with_a_new_code_that_is_loaded_again_begins_nothing_new(clinic: Clinic) -> None:
    page = clinic.new_page()
    page.goto("/enter")
    page.get_by_role("button", name="Begin").click()
    code = page.locator(".code").inner_text()

    page.reload()

    assert page.locator(".code").inner_text() == code
