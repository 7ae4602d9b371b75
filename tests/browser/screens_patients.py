"""Ways to screens of the course that need more than a place: problems, looking back, the refresher."""

from datetime import timedelta

from playwright.sync_api import Page

from quiz_app.domain.attempt import Passed, Response
from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from tests.browser.backstage import Walked, at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy, choice
from tests.browser.screens import SCREENS
from tests.browser.screens_doors import lent
from tests.browser.steps import step, wait_until_drawn

CHECK = "[data-testid='stBaseButton-primaryFormSubmit']"


def nothing_ticked(clinic: Clinic) -> Page:
    """An answer was sent without a tick."""
    return _sent_empty(SCREENS["choose all"](clinic))


def nothing_sorted(clinic: Clinic) -> Page:
    """An answer was sent with nothing sorted."""
    return _sent_empty(SCREENS["sort"](clinic))


def chosen(clinic: Clinic) -> Page:
    """An option is marked, and not sent yet."""
    page = SCREENS["choose one"](clinic)
    page.locator("[data-testid=stRadioOption]").first.click()
    return page


def no_question(clinic: Clinic) -> Page:
    """A question of one's own was sent without words."""
    return _sent_empty(SCREENS["own question"](clinic))


def _sent_empty(page: Page) -> Page:
    page.locator(CHECK).click()
    page.locator(".quiz-problem").wait_for()
    return page


def looking_back(clinic: Clinic) -> Page:
    """An earlier answer, looked at again."""
    walked = clinic.backstage.begin()
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    clinic.backstage.walk(walked.attempt, at(Stage.FEEDBACK))
    clinic.backstage.app.taking.go_on(
        clinic.backstage.app.taking.sitting(walked.attempt), clinic.backstage.place(walked.attempt)
    )
    patient = clinic.patient(walked)
    before = step(patient.page)
    patient.page.locator("[class*='st-key-back-'] button").click()
    wait_until_drawn(patient.page, besides=before)
    return patient.page


def sorry(clinic: Clinic) -> Page:
    """A screen that could not be drawn, because of a fault that nobody foresaw."""
    walked = clinic.backstage.begin()
    sized = "INSERT INTO preferences (attempt, name, value, at) VALUES (?, 'text-size', 'enormous', ?)"
    clinic.backstage.change(sized, walked.attempt, clinic.backstage.app.clock.now().isoformat(timespec="microseconds"))
    return clinic.patient(walked).page


def lent_stop(clinic: Clinic) -> Page:
    """Stopping on a device that staff lent."""
    page = lent(clinic)
    before = step(page)
    page.locator(".st-key-help-leave button").click()
    wait_until_drawn(page, besides=before)
    return page


def refresher_offered(clinic: Clinic) -> Page:
    """The end of the course, a day later."""
    return clinic.patient(_ended_a_day_ago(clinic)).page


def refresher_question(clinic: Clinic) -> Page:
    """A question of the refresher that is answered by choosing one."""
    return _refresher(clinic, Stage.ASK).page


def refresher_feedback(clinic: Clinic) -> Page:
    """A miss in the refresher."""
    return _refresher(clinic, Stage.FEEDBACK).page


def refresher_end(clinic: Clinic) -> Page:
    """The refresher is done."""
    return _refresher(clinic, Stage.END).page


def _refresher(clinic: Clinic, until: Stage) -> Patient:
    backstage, walked = clinic.backstage, _ended_a_day_ago(clinic)
    backstage.app.refreshing.begin(walked.attempt)
    attempt = backstage.app.store.refresher_of(walked.attempt)
    assert attempt

    def fits_place() -> bool:
        place = backstage.place(attempt)
        asks_one = place.turn is not None and backstage.course.items[place.turn.item].kind is Kind.CHOOSE_ONE
        return place.stage is until and (until is Stage.END or asks_one)

    while not fits_place():
        place = backstage.place(attempt)
        if place.turn and place.stage is Stage.ASK:
            backstage.answer(attempt, place.turn, Policy.MISS)
        else:
            backstage.app.taking.go_on(backstage.app.taking.sitting(attempt), place)
    return clinic.patient(walked)


def _ended_a_day_ago(clinic: Clinic) -> Walked:
    backstage, walked = clinic.backstage, clinic.backstage.begin()
    then = backstage.app.clock.now() - timedelta(hours=30)
    while (place := backstage.place(walked.attempt)).stage is not Stage.END:
        if place.turn and place.stage is Stage.ASK:
            chosen_keys = choice(backstage.course.items[place.turn.item], Policy.RIGHT)
            response = Response(turn=place.turn, choice=chosen_keys, sureness=None, at=then)
            backstage.app.store.add_response(walked.attempt, response)
        else:
            backstage.app.store.add_passed(walked.attempt, Passed(place=place.id, at=then))
    return walked
