"""Ways to the pages of educators, in a clinic whose questions may be changed."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page

from quiz_app.domain.access import Role
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.educator import Educator
from tests.browser.said import said
from tests.browser.school import AFTER, MENDED_ITEM
from tests.browser.steps import step, wait_until_drawn

Opener = Callable[[Clinic], Page]
LIVE_VACCINE = "items:measles-shot-offer"
ASKS, ANSWER, WHY = "You have a fever. Who do you call?", "The clinic", "Many people wait. Call us."
FOREIGN = f"::Fever at home::{ASKS}{{\n={ANSWER}\n~Nobody#{WHY}\n}}\n"
REASON = "The key was the option to rest."
TYPED = (ASKS, ANSWER, WHY, REASON)
"""What educators typed in English."""
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: es\\n"\n'


def _enter(clinic: Clinic, role: Role = Role.EDUCATOR) -> Educator:
    return Educator(clinic.new_page(DESKTOP, cookie=clinic.backstage.staff_cookie(role)))


def at_address(address: str) -> Opener:
    """A screen of the app by its address."""

    def opened(clinic: Clinic) -> Page:
        educator = _enter(clinic)
        educator.go(f"/{address}")
        return educator.page

    return opened


def at_file(part: str = "", do: str = "") -> Opener:
    """A screen about one file of questions."""
    return at_address(f"?course=ivig&file={AFTER}&part={part}&do={do}")


def _own(clinic: Clinic, address: str, role: Role = Role.EDUCATOR) -> Page:
    page = _enter(clinic, role).page
    page.goto(address)
    return page


def _bank(clinic: Clinic) -> Path:
    return clinic.backstage.app.library.folder


def _text_form(clinic: Clinic) -> Educator:
    educator = _enter(clinic)
    educator.go(f"/?course=ivig&file={AFTER}&do=yaml")
    return educator


def refused(clinic: Clinic) -> Page:
    """A text that cannot be read as questions."""
    educator = _text_form(clinic)
    field = educator.page.locator(".st-key-yaml-text textarea")
    field.fill(field.input_value().replace("title: After your infusion", 'title: "After your infusion'))
    field.blur()
    educator.rest().page.locator(".st-key-work-save button").click()
    educator.page.locator(".quiz-problem").first.wait_for()
    return educator.page


def earlier(clinic: Clinic) -> Page:
    """An earlier version of a file, after a new one was saved."""
    educator = _enter(clinic)
    educator.part(AFTER, LIVE_VACCINE)
    field = educator.page.get_by_label(said(educator.page, "Teach-back"), exact=True)
    field.fill("What would you say at the pharmacy?")
    field.blur()
    educator.rest().page.locator(".st-key-work-save button").click()
    educator.rest().part(AFTER, do="history")
    before = step(educator.page)
    educator.page.locator("[data-testid=stMain] button", has_text=said(educator.page, "Look at version")).last.click()
    wait_until_drawn(educator.page, besides=before)
    return educator.page


def clash(clinic: Clinic) -> Page:
    """Somebody else saved the same file meanwhile."""
    educator = _text_form(clinic)
    field = educator.page.locator(".st-key-yaml-text textarea")
    field.fill(f"{field.input_value()}# mine\n")
    field.blur()
    educator.rest()
    file = _bank(clinic) / AFTER
    file.write_text(f"# theirs\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    educator.page.locator(".st-key-work-save button").click()
    educator.page.locator(".st-key-work-clash").wait_for()
    return educator.rest().page


def statistics(clinic: Clinic) -> Page:
    """Figures with their charts."""
    page = at_address("?page=statistics&course=ivig")(clinic)
    page.get_by_test_id("stVegaLiteChart").first.wait_for()
    return page


def overview(clinic: Clinic) -> Page:
    """The clinic by week, which a charge nurse reads; only here are there enough patients for charts."""
    charge_nurse = _enter(clinic, Role.CHARGE_NURSE)
    charge_nurse.go("/?page=overview")
    charge_nurse.page.get_by_test_id("stVegaLiteChart").first.wait_for()
    return charge_nurse.page


def publish(clinic: Clinic) -> Page:
    """Asked before files are published."""
    educator = _enter(clinic)
    educator.go("/?page=versions&course=scig")
    educator.walk_to("Publish these files")
    return educator.page


def _regrade(clinic: Clinic) -> Educator:
    educator = _enter(clinic)
    educator.go(f"/?page=versions&course=ivig&regrade=1&item={MENDED_ITEM}")
    return educator


def regrade(clinic: Clinic) -> Page:
    """What marking again would change."""
    return _regrade(clinic).page


def regrade_without_reason(clinic: Clinic) -> Page:
    """It was asked for without a reason."""
    educator = _regrade(clinic)
    educator.page.locator(".st-key-regrade-ask button").click()
    educator.page.locator(".quiz-problem").wait_for()
    return educator.page


def regrade_sure(clinic: Clinic) -> Page:
    """Asked once more."""
    educator = _regrade(clinic)
    educator.page.locator(".st-key-regrade-why textarea").fill(REASON)
    educator.walk_to("Go on with these answers")
    return educator.page


def exchange(clinic: Clinic) -> Page:
    """Questions for and from other programs, with everything opened."""
    page = _own(clinic, "/staff/exchange?course=ivig")
    for details in page.locator("details > summary").all():
        details.click()
    return page


def exchange_problem(clinic: Clinic) -> Page:
    """No file was chosen."""
    page = _own(clinic, "/staff/exchange?course=ivig")
    page.locator("button.primary").click()
    page.locator(".summary").wait_for()
    return page


def exchange_preview(clinic: Clinic) -> Page:
    """What a file would become."""
    page = _own(clinic, "/staff/exchange?course=ivig")
    _look_at(page, "fever.gift", FOREIGN)
    page.locator("#title").wait_for()
    return page


def exchange_saved(clinic: Clinic) -> Page:
    """The file became a draft."""
    page = exchange_preview(clinic)
    page.locator("button.primary").click()
    page.locator("#title").wait_for(state="detached")
    return page


def translation(clinic: Clinic) -> Page:
    """Texts for translators."""
    return _own(clinic, "/staff/translation?course=scig")


def translation_problem(clinic: Clinic) -> Page:
    """A file that is no PO file."""
    page = translation(clinic)
    _look_at(page, "broken.po", "this is no PO file")
    page.locator(".summary").wait_for()
    return page


def translation_preview(clinic: Clinic) -> Page:
    """What of a translator's file can be taken."""
    page = translation(clinic)
    page.locator("form[method=post] #language").fill("es")
    entry = 'msgctxt "course/title"\nmsgid "Your first infusion under the skin"\nmsgstr "Su primera infusión"\n'
    _look_at(page, "scig.po", f"{PO}\n{entry}")
    page.locator("button[value=save]").wait_for()
    return page


def _look_at(page: Page, name: str, content: str) -> None:
    page.locator("#upload").set_input_files(FilePayload(name=name, mimeType="text/plain", buffer=content.encode()))
    page.locator("form[method=post] button.primary").click()


def worksheet(clinic: Clinic) -> Page:
    """The worksheet for two raters."""
    return _own(clinic, "/staff/worksheet?course=ivig&topic=side-effects")


def approve(clinic: Clinic) -> Page:
    """What a reviewer is asked to approve."""
    return _own(clinic, "/staff/approve?course=scig", Role.REVIEWER)


def approve_problems(clinic: Clinic) -> Page:
    """It was sent without role, tick and password."""
    page = approve(clinic)
    page.locator("button.primary").click()
    page.locator(".summary").wait_for()
    return page


def approve_with_errors(clinic: Clinic) -> Page:
    """A course whose files cannot be read."""
    file = _bank(clinic) / "ivig" / "course.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("\nminutes:", "\nminits:"), encoding="utf-8")
    page = _enter(clinic, Role.REVIEWER).page
    while page.goto("/staff/approve?course=ivig") and page.locator("#role").count():  # files are read every two seconds
        page.wait_for_timeout(300)
    file.write_text(before, encoding="utf-8")
    return page


def approved(clinic: Clinic) -> Page:
    """A reviewer has approved."""
    page = approve(clinic)
    page.locator("#role").fill("Pharmacist")
    page.locator("#read").check()
    page.locator("#password").fill("seven brown mugs on a shelf")
    page.locator("button.primary").click()
    page.locator("#role").wait_for(state="detached")
    return page


def not_saved(clinic: Clinic) -> Page:
    """The database cannot be read."""
    educator = _enter(clinic)
    educator.go("/?course=ivig")
    database = clinic.server.data / "quiz.db"
    away = database.rename(database.with_suffix(".away"))
    try:
        educator.page.locator(".st-key-to-problems button").click()
        educator.page.wait_for_function("() => window.quizBridge?.step === 'not-saved'")
        wait_until_drawn(educator.page)
    finally:
        away.rename(database)
    return educator.page
