"""Ways to the pages of nurses: coming in, lists, forms with problems, paper."""

import secrets

from playwright.sync_api import Page

from quiz_app.domain.access import Role
from quiz_app.services.staffing import CONSOLE
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.screens import SCREENS, has_finished, nurse_at
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn


def _open(clinic: Clinic, path: str, role: Role = Role.NURSE) -> Page:
    page = clinic.new_page(DESKTOP, cookie=clinic.backstage.staff_cookie(role))
    page.goto(path)
    return page


def _send(page: Page, then: str) -> Page:
    page.locator("button.primary").click()
    page.locator(then).first.wait_for()
    return page


def login_refused(clinic: Clinic) -> Page:
    """Login and password do not fit."""
    page = clinic.new_page(DESKTOP)
    page.goto("/staff/login")
    page.locator("#login").fill("nobody")
    page.locator("#password").fill("not the password")
    return _send(page, ".problem")


def weak_password(clinic: Clinic) -> Page:
    """The password is too short."""
    token = clinic.backstage.app.staffing.add_colleague(CONSOLE, f"new-{secrets.token_hex(4)}", Role.NURSE)
    page = clinic.new_page(DESKTOP)
    page.goto(f"/staff/setup#{token}")
    page.locator("#password").fill("short")
    return _send(page, ".problem")


def link_over(clinic: Clinic) -> Page:
    """The link for a password was used already."""
    page = SCREENS["staff setup"](clinic)
    page.locator("#password").fill("seven brown mugs on a shelf")
    return _send(page, ".problem")


def log_out(clinic: Clinic) -> Page:
    """Asked before logging out."""
    return _open(clinic, "/leave")


def logged_out(clinic: Clinic) -> Page:
    """A form was sent after the visit was over; it waits."""
    page = invite(clinic)
    page.context.clear_cookies(name="visit")
    return _send(page, "a[href='/staff/login']")


def draft_kept(clinic: Clinic) -> Page:
    """The visit of a nurse was over while she typed."""
    nurse = nurse_at(clinic, "talk")
    clinic.backstage.change("DELETE FROM visits")
    nurse.page.locator("[data-testid=stRadioOption]").first.click()
    nurse.page.wait_for_function("() => window.quizBridge?.step === 'draft-kept'")
    wait_until_drawn(nurse.page)
    return nurse.page


def nobody_found(clinic: Clinic) -> Page:
    """The search finds nobody."""
    nurse = clinic.staff(Role.NURSE)
    nurse.page.locator(".st-key-board-search input").fill("no such label")
    nurse.page.locator(".st-key-board-search input").press("Enter")
    nurse.page.locator(".quiz-row").first.wait_for(state="detached")
    return nurse.page


def check(clinic: Clinic) -> Page:
    """What was typed about a talk, before it is saved."""
    nurse = nurse_at(clinic, "talk").type_a_talk()
    nurse.turn_to("Check what I recorded")
    return nurse.page


def reauth(clinic: Clinic) -> Page:
    """The password once more, before signing."""
    return _open(clinic, f"/reauth?next={has_finished(clinic).attempt}")


def reauth_refused(clinic: Clinic) -> Page:
    """It was another one."""
    page = reauth(clinic)
    page.locator("#password").fill("not the password")
    return _send(page, ".summary")


def _accounts(clinic: Clinic) -> Staff:
    staff = clinic.staff(Role.ADMINISTRATOR)
    staff.go("/?page=colleagues")
    return staff


def no_login(clinic: Clinic) -> Page:
    """An account without a login."""
    staff = _accounts(clinic)
    staff.page.locator("[data-testid='stBaseButton-primaryFormSubmit']").click()
    staff.page.locator(".quiz-problem").wait_for()
    return staff.page


def colleague_added(clinic: Clinic) -> Page:
    """An account with its link."""
    staff = _accounts(clinic)
    staff.page.locator(".st-key-colleague-login input").fill(f"nia-{secrets.token_hex(4)}")
    staff.page.locator("[data-testid='stBaseButton-primaryFormSubmit']").click()
    staff.page.locator(".quiz-code").wait_for()
    return staff.page


def invite(clinic: Clinic) -> Page:
    """The form for new codes."""
    return _open(clinic, "/staff/invite")


def invite_problems(clinic: Clinic) -> Page:
    """Every field of it needs a look."""
    page = invite(clinic)
    page.locator("#count").fill("51")
    page.locator("#infusion").fill("2020-01-01")
    page.locator("#label").fill("John Smith 12.03.1961")
    return _send(page, ".summary")


def cards(clinic: Clinic) -> Page:
    """Two codes as cards."""
    page = invite(clinic)
    page.locator("#count").fill("2")
    page.locator("#label").fill("Chair 4")
    return _send(page, ".cards")


def _invitation(clinic: Clinic) -> Page:
    selector = clinic.backstage.invite("Chair 6").invitation.selector
    return _open(clinic, f"/staff/invitation?selector={selector}")


def invitation(clinic: Clinic) -> Page:
    """Where one code stands."""
    return _invitation(clinic)


def large_print(clinic: Clinic) -> Page:
    """A new code in large print."""
    page = _invitation(clinic)
    page.locator("button[value=renew]").click()
    page.locator(".sheet-list").wait_for()
    return page


def asks_to_revoke(clinic: Clinic) -> Page:
    """Asked before a code is taken back."""
    page = _invitation(clinic)
    page.locator("button[value=revoke]").click()
    page.locator(".summary").wait_for()
    return page


def paper(clinic: Clinic) -> Page:
    """What paper means for this patient."""
    return _open(clinic, f"/staff/paper?selector={clinic.backstage.invite('Chair 2').invitation.selector}")


def booklet(clinic: Clinic) -> Page:
    """The booklet."""
    return _send(paper(clinic), ".booklet")


def paper_typing(clinic: Clinic) -> Page:
    """Typing in a sheet."""
    page = booklet(clinic)
    page.locator("a[href*='paper/enter']").click()
    page.locator("#answers").wait_for()
    return page


def paper_problems(clinic: Clinic) -> Page:
    """A sheet without any answer."""
    return _send(paper_typing(clinic), ".summary")
