"""The clinic's device in a patient's hands: locked, closed when done or idle, and taken back with a PIN."""

import re
from datetime import timedelta

from playwright.sync_api import Page

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.examine import axe_findings
from tests.browser.screens import finished, nurse_at
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch

PIN = "4711"


def _handed(clinic: Clinic, *, at_end: bool = False) -> Page:
    """A device of the clinic that a nurse has just handed to a patient."""
    made = clinic.backstage.invite("Chair 9")
    attempt = clinic.backstage.app.inviting.attempt_of(made.invitation)
    if at_end:
        clinic.backstage.walk(attempt, at(Stage.END))
    page = clinic.staff(Role.NURSE, DESKTOP).page
    page.goto(f"/staff/hand-over?selector={made.invitation.selector}")
    page.get_by_label("PIN for this time").fill(PIN)
    page.get_by_role("button", name="Hand over now").click()
    wait_until_drawn(page)
    return page


def test_a_device_that_was_handed_over_shows_only_this_patients_course(clinic: Clinic, watch: Watch) -> None:
    watch.expect("404")
    page = _handed(clinic)
    other = clinic.backstage.invite().code

    page.goto("/enter")
    wait_until_drawn(page)
    led_back = page.url
    page.request.post("/enter", form={"way": "code", "code": other}, headers={"Origin": clinic.server.url})
    page.goto("/")

    assert led_back == f"{clinic.server.url}/"
    assert wait_until_drawn(page) == clinic.backstage.course.outline.title
    assert page.request.get("/staff/invite").status == 404
    [cookie] = [each for each in page.context.cookies() if each["name"] == "visit"]
    assert cookie["expires"] == -1


def test_a_pin_needs_four_to_eight_digits(clinic: Clinic, watch: Watch) -> None:
    watch.expect("422")
    selector = clinic.backstage.invite().invitation.selector
    page = clinic.staff(Role.NURSE).page
    page.goto(f"/staff/hand-over?selector={selector}")

    page.get_by_label("PIN for this time").fill("12a")
    page.get_by_role("button", name="Hand over now").click()
    page.locator(".summary").wait_for()

    assert page.locator("#pin-problem").inner_text() == "Choose a PIN of 4 to 8 digits."
    assert page.locator("#pin").input_value() == ""


def test_only_the_pin_takes_the_device_back(clinic: Clinic, watch: Watch) -> None:
    watch.expect("422")
    page = _handed(clinic)
    page.get_by_role("button", name="Stop for now").click()
    page.get_by_role("link", name="For staff: take the device back").click()

    page.get_by_label("PIN of staff").fill("0000")
    page.get_by_role("button", name="Take the device back").click()
    page.locator(".summary").wait_for()
    page.get_by_role("link", name="Go on with my questions").click()
    still = wait_until_drawn(page)
    page.goto("/leave")
    page.get_by_label("PIN of staff").fill(PIN)
    page.get_by_role("button", name="Take the device back").click()
    page.get_by_role("heading", name="Staff login").wait_for()
    page.goto("/")

    assert still == clinic.backstage.course.outline.title
    assert page.url.endswith("/enter")


def test_a_patient_who_is_done_leaves_nothing_behind(clinic: Clinic) -> None:
    page = _handed(clinic, at_end=True)

    page.get_by_role("button", name="I am done").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    words = page.locator("main").inner_text()
    page.go_back()
    page.wait_for_load_state()

    assert "Please give the tablet back." in words
    assert page.url.endswith("/enter")
    assert page.locator(".quiz").count() == 0


def test_before_the_end_nobody_is_done(clinic: Clinic) -> None:
    page = _handed(clinic)

    page.request.post("/done", headers={"Origin": clinic.server.url})
    page.goto("/")

    assert wait_until_drawn(page) == clinic.backstage.course.outline.title


def test_an_idle_device_asks_after_nine_minutes_and_closes_after_ten(clinic: Clinic) -> None:
    page = _handed(clinic)
    page.clock.install()
    page.reload()
    wait_until_drawn(page)
    page.wait_for_function("() => window.quizIdle?.ends < Infinity")
    asks = page.get_by_role("alertdialog", name="Are you still there?")

    page.clock.fast_forward("08:50")
    early = asks.is_visible()
    page.clock.fast_forward("00:15")
    asks.wait_for()
    focused = page.evaluate("document.activeElement.textContent")
    found = axe_findings(page)
    page.get_by_role("button", name="I am still here").click()
    asks.wait_for(state="hidden")
    _rest(clinic, minutes=11)
    page.clock.fast_forward("10:05")
    page.get_by_role("heading", name="Thank you").wait_for()
    page.goto("/")

    assert not early
    assert focused == "I am still here"
    assert found == []
    assert page.url.endswith("/enter")


def test_staff_are_asked_after_fourteen_idle_minutes_and_one_press_goes_on(clinic: Clinic) -> None:
    nurse = nurse_at(clinic, "talk")
    page = nurse.page
    page.clock.install()
    page.reload()
    wait_until_drawn(page)
    page.wait_for_function("() => window.quizIdle?.ends < Infinity")
    asks = page.get_by_role("alertdialog", name="Are you still there?")

    page.clock.fast_forward("13:50")
    early = asks.is_visible()
    _rest(clinic, minutes=14)
    page.clock.fast_forward("00:15")
    asks.wait_for()
    found = axe_findings(page)
    page.get_by_role("button", name="I am still here").click()
    asks.wait_for(state="hidden")
    nurse.go("/")

    assert not early
    assert found == []
    assert nurse.heading == "Patients"


def test_a_form_beside_the_app_asks_staff_too_and_keeps_what_was_typed(clinic: Clinic) -> None:
    nurse = clinic.staff(Role.NURSE)
    page = nurse.page
    page.clock.install()
    page.goto("/staff/invite")
    page.wait_for_function("() => window.quizIdle?.ends < Infinity")
    page.get_by_label("Label").fill("blue chair")
    asks = page.get_by_role("alertdialog", name="Are you still there?")

    page.clock.fast_forward("13:50")
    early = asks.is_visible()
    page.clock.fast_forward("00:15")
    asks.wait_for()
    found = axe_findings(page)
    page.get_by_role("button", name="I am still here").click()
    asks.wait_for(state="hidden")

    assert not early
    assert found == []
    assert page.get_by_label("Label").input_value() == "blue chair"


def test_staff_who_were_away_too_long_are_told_that_their_draft_is_kept(clinic: Clinic) -> None:
    page = nurse_at(clinic, "talk").page
    page.clock.install()
    page.reload()
    wait_until_drawn(page)
    page.wait_for_function("() => window.quizIdle?.ends < Infinity")
    page.get_by_label("In a few words").first.fill("said it well")

    _rest(clinic, minutes=16)
    page.clock.fast_forward("16:00")
    page.get_by_role("button", name="I am still here").click()
    page.get_by_role("alertdialog").wait_for(state="hidden")

    page.wait_for_function("() => window.quizBridge?.step === 'draft-kept'")


def _rest(clinic: Clinic, *, minutes: float) -> None:
    """Let every visit look as if nobody had been there for so long."""
    then = clinic.backstage.app.clock.now() - timedelta(minutes=minutes)
    clinic.backstage.change("UPDATE visits SET seen_at = ?", then.isoformat(timespec="microseconds"))


def test_a_patients_own_device_counts_no_time(clinic: Clinic, watch: Watch) -> None:
    page = finished(clinic).page

    assert page.locator(".quiz-idle").count() == 0
    assert page.evaluate("window.quizIdle") is None
    assert not [url for url in watch.requests if re.search(r"/here$", url)]
    assert page.get_by_role("button", name="I am done").count() == 0
