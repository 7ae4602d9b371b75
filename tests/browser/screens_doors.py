"""Ways to the pages of coming in and leaving, and of a device that staff lend."""

from playwright.sync_api import Page

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.steps import wait_until_drawn

PIN = "4711"


def empty_link(clinic: Clinic) -> Page:
    """A link that lost its secret part."""
    return _open(clinic, "/e")


def not_here(clinic: Clinic) -> Page:
    """An address nobody knows."""
    return _open(clinic, "/somewhere")


def left(clinic: Clinic) -> Page:
    """A patient has left."""
    page = _open(clinic, "/leave", cookie=clinic.backstage.patient_cookie(clinic.backstage.begin().attempt))
    page.locator("button").click()
    page.wait_for_load_state()
    return page


def hand_over(clinic: Clinic) -> Page:
    """The form by which staff lend this device."""
    selector = clinic.backstage.invite("Chair 9").invitation.selector
    return _open(clinic, f"/staff/hand-over?selector={selector}", cookie=clinic.backstage.staff_cookie(Role.NURSE))


def no_pin(clinic: Clinic) -> Page:
    """It was sent without a PIN."""
    page = hand_over(clinic)
    page.locator("button.primary").click()
    page.locator(".summary").wait_for()
    return page


def lent(clinic: Clinic, *, until: Stage = Stage.WELCOME) -> Page:
    """A device that staff lent to a patient who stands there."""
    made = clinic.backstage.invite("Chair 9")
    clinic.backstage.walk(clinic.backstage.app.inviting.attempt_of(made.invitation), at(until))
    cookie = clinic.backstage.staff_cookie(Role.NURSE)
    page = _open(clinic, f"/staff/hand-over?selector={made.invitation.selector}", cookie=cookie)
    page.locator("#pin").fill(PIN)
    page.locator("button.primary").click()
    wait_until_drawn(page)
    return page


def lent_end(clinic: Clinic) -> Page:
    """The end of the course on a lent device."""
    return lent(clinic, until=Stage.END)


def done(clinic: Clinic) -> Page:
    """The patient is done with the lent device."""
    page = lent_end(clinic)
    page.locator("form[action='/done'] button").click()
    page.wait_for_url("**/done")
    return page


def take_back(clinic: Clinic) -> Page:
    """Staff take the device back."""
    page = lent(clinic)
    page.goto("/leave")
    return page


def pin_refused(clinic: Clinic) -> Page:
    """The PIN was another one."""
    page = take_back(clinic)
    page.locator("#pin").fill("0000")
    page.locator("button.primary").click()
    page.locator(".summary").wait_for()
    return page


def _open(clinic: Clinic, path: str, *, cookie: str = "") -> Page:
    page = clinic.new_page(cookie=cookie)
    page.goto(path)
    return page
