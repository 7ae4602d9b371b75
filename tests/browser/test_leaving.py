"""Leaving a device: back, another tab, the same address again and the browser's memory show nothing of the patient."""

import pytest
from playwright.sync_api import Page, expect

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from quiz_app.i18n.messages import words
from tests.browser.backstage import at
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.steps import wait_until_drawn

SAY = words("en")
_KEPT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, caches: (await caches.keys()).length,
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.fixture(params=["own device", "lent device"])
def page(request: pytest.FixtureRequest, clinic: Clinic) -> Page:
    """The page of a patient who is done, on a device of their own or on one that a nurse lent."""
    if request.param == "own device":
        walked = clinic.backstage.begin()
        clinic.backstage.walk(walked.attempt, at(Stage.END))
        return clinic.patient(walked).page
    made = clinic.backstage.invite("Chair 9")
    clinic.backstage.walk(clinic.backstage.app.inviting.attempt_of(made.invitation), at(Stage.END))
    page = clinic.staff(Role.NURSE, DESKTOP).page
    page.goto(f"/staff/hand-over?selector={made.invitation.selector}")
    page.get_by_label("PIN for this time").fill("4711")
    page.get_by_role("button", name="Hand over now").click()
    wait_until_drawn(page)
    return page


def _leave(page: Page) -> None:
    done = page.get_by_role("button", name=SAY("handover.done"))
    if done.count():
        done.click()
        page.get_by_role("heading", name=SAY("handover.thanks")).wait_for()
        return
    page.get_by_role("button", name=SAY("help.leave")).click()
    page.get_by_role("link", name=SAY("leave.button")).click()
    page.get_by_role("button", name=SAY("leave.button")).click()
    page.get_by_role("heading", name=SAY("leave.title")).wait_for()


def _shows_nothing(page: Page) -> None:
    page.wait_for_url("**/enter")
    expect(page.get_by_role("heading", name=SAY("enter.title"))).to_be_visible()
    assert page.locator(".quiz").count() == 0
    assert [
        field for field in page.locator("input:not([type=hidden])").all() if field.input_value() not in {"", "yes"}
    ] == []


def _copy_of(page: Page) -> Page:
    """Another tab at the same place, as duplicating one or opening a closed one again gives."""
    copy = page.context.new_page()
    copy.goto(page.url)
    return copy


def test_the_back_button_shows_nothing_after_leaving(page: Page) -> None:
    _leave(page)

    while page.url.endswith(("/leave", "/done")):
        page.go_back()

    _shows_nothing(page)


def test_a_second_tab_empties_itself_when_the_first_one_leaves(page: Page) -> None:
    second = _copy_of(page)
    wait_until_drawn(second)

    _leave(page)

    _shows_nothing(second)


def test_a_tab_that_is_duplicated_or_opened_again_shows_nothing(page: Page) -> None:
    context, address = page.context, page.url
    _leave(page)
    page.close()

    again = context.new_page()
    again.goto(address)

    _shows_nothing(again)


def test_a_page_kept_in_the_memory_of_the_browser_takes_itself_away(page: Page) -> None:
    page.context.clear_cookies()  # as leaving in another window does

    page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    _shows_nothing(page)


def test_a_page_kept_in_memory_stays_while_its_visit_lasts(page: Page) -> None:
    before = page.locator(".quiz h1").inner_text()

    with page.expect_response("**/here"):
        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    expect(page.locator(".quiz h1")).to_have_text(before)
    expect(page.locator(".quiz h1")).to_be_visible()


def test_nothing_is_left_in_the_browser(page: Page) -> None:
    page.evaluate("localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b')")

    _leave(page)

    assert page.evaluate(_KEPT) == {"local": 0, "session": 0, "caches": 0, "databases": 0, "workers": 0}
    assert [cookie["name"] for cookie in page.context.cookies() if cookie["name"] == "visit"] == []


def test_no_page_of_a_patient_may_be_kept_by_the_browser(page: Page) -> None:
    for path in ("/", "/take-home", "/leave"):
        assert page.request.get(path).headers["cache-control"] == "no-store", path


def test_a_nurses_other_tab_closes_when_the_device_is_handed_over(clinic: Clinic) -> None:
    made = clinic.backstage.invite("Chair 9")
    nurse = clinic.staff(Role.NURSE)
    board = _copy_of(nurse.page)
    wait_until_drawn(board)

    nurse.page.goto(f"/staff/hand-over?selector={made.invitation.selector}")
    nurse.page.get_by_label("PIN for this time").fill("4711")
    nurse.page.get_by_role("button", name="Hand over now").click()
    title = wait_until_drawn(nurse.page)

    expect(board.locator(".quiz h1")).to_have_text(title)


def test_who_is_answering_reaches_the_nurse(clinic: Clinic) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    patient.page.get_by_role("radio", name=SAY("welcome.who.with-help")).locator("xpath=ancestor::label[1]").click()
    expect(patient.page.get_by_role("radio", name=SAY("welcome.who.with-help"))).to_be_checked()
    patient.go_on()
    clinic.backstage.walk(patient.attempt, at(Stage.END))
    nurse = clinic.staff(Role.NURSE)

    nurse.go(f"/?patient={patient.attempt}")

    assert (
        SAY("brief.answered", by=SAY("record.answering.with-help")) in nurse.page.locator(".quiz").all_inner_texts()[0]
    )
