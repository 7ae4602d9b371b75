"""Every distinct kind of screen, and how to get to it: what is looked at, measured and examined."""

from collections.abc import Callable

from playwright.sync_api import Page

from quiz_app.domain.access import Role
from quiz_app.domain.course import Screen
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.progress import Stage
from tests.browser.backstage import PASSWORD, Walked, Where, at
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy
from tests.browser.said import said
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn, wait_until_open

Opener = Callable[[Clinic], Page]
LONG_WORDS = "Is my hydroxychloroquine, 200 milligrams, safe with this? <b>My daughter</b> asks, and *so do I*."


def _door(clinic: Clinic) -> Page:
    page = clinic.new_page()
    page.goto("/enter")
    return page


def _door_refused(clinic: Clinic) -> Page:
    return clinic.newcomer().come_back("7K2M-9QXR-41TB").page


def _code(clinic: Clinic) -> Page:
    page = _door(clinic)
    page.get_by_role("button", name=said(page, "Begin")).click()
    page.locator(".code").wait_for()
    return page


def _link(clinic: Clinic) -> Page:
    page = clinic.new_page()
    page.goto(f"/e#{clinic.backstage.invite().link_token}")
    return page


def _nobody(clinic: Clinic) -> Page:
    page = clinic.new_page(cookie="a-visit-that-is-over")
    page.goto("/")
    wait_until_drawn(page)
    return page


def _left(clinic: Clinic) -> Page:
    page = clinic.patient(clinic.backstage.begin()).page
    page.goto("/leave")
    return page


def _patient_at(clinic: Clinic, where: Where, *items: str, **policies: Policy) -> Patient:
    walked = clinic.backstage.begin_asking(*items)
    clinic.backstage.walk(walked.attempt, where, {name.replace("_", "-"): way for name, way in policies.items()})
    return clinic.patient(walked)


def _lesson(fits: Callable[[Screen], object]) -> Opener:
    def opened(clinic: Clinic) -> Page:
        screens = [screen for topic in clinic.backstage.course.topics for screen in topic.lesson]
        name = next(screen.id for screen in screens if fits(screen))
        return _patient_at(clinic, at(Stage.READ, screen=name)).page

    return opened


def an_item(clinic: Clinic, fits: Callable[[Item], object]) -> str:
    """The first item that fits and that some form asks on the way."""
    course, dealt = clinic.backstage.course, clinic.backstage.ever_asked()
    return next(item.id for item in course.items.values() if item.id in dealt and fits(item))


def item_of(clinic: Clinic, kind: Kind) -> str:
    """The first item of that kind that some form asks on the way."""
    return an_item(clinic, lambda item: item.kind is kind)


def _question(kind: Kind) -> Opener:
    def opened(clinic: Clinic) -> Page:
        name = item_of(clinic, kind)
        return _patient_at(clinic, at(Stage.ASK, item=name), name).page

    return opened


def _problem(clinic: Clinic) -> Page:
    page = _question(Kind.CHOOSE_ONE)(clinic)
    page.get_by_role("button", name=said(page, "Check my answer")).click()
    page.locator(".quiz-problem").wait_for()
    return page


def _feedback(policy: Policy, fits: Callable[[Item], object]) -> Opener:
    def opened(clinic: Clinic) -> Page:
        name = an_item(clinic, fits)
        return _patient_at(clinic, at(Stage.FEEDBACK, item=name), name, **{name: policy}).page

    return opened


def _is_critical(item: Item) -> bool:
    return item.critical


def _talk(clinic: Clinic) -> Page:
    name = an_item(clinic, _is_critical)
    sibling = clinic.backstage.course.items[name].sibling or ""
    missed = {name: Policy.MISS, sibling: Policy.MISS}
    return _patient_at(clinic, at(Stage.FEEDBACK, item=sibling), name, **missed).page


def _revisit(clinic: Clinic) -> Page:
    name = an_item(clinic, _is_critical)
    return _patient_at(clinic, at(Stage.REVISIT, item=name), name, **{name: Policy.MISS}).page


def _view(button: str) -> Opener:
    def opened(clinic: Clinic) -> Page:
        patient = _patient_at(clinic, at(Stage.READ))
        patient.press(button)
        return patient.page

    return opened


def _danger(clinic: Clinic) -> Page:
    page = _view("I have a question")(clinic)
    page.get_by_label(said(page, "My question")).fill("I have chest pain")
    page.get_by_role("button", name=said(page, "Keep my question")).click()
    page.locator(".quiz-problem").wait_for()
    return page


def _kept_question(clinic: Clinic) -> Page:
    page = _view("I have a question")(clinic)
    page.get_by_label(said(page, "My question")).fill(LONG_WORDS)
    page.get_by_role("button", name=said(page, "Keep my question")).click()
    page.get_by_text(said(page, "Your question is kept for your nurse.")).first.wait_for()
    return page


def finished(clinic: Clinic) -> Patient:
    """A patient at the end, with one point missed twice and a question of their own."""
    return clinic.patient(has_finished(clinic))


def has_finished(clinic: Clinic) -> Walked:
    """The attempt of such a patient, with nobody in front of a screen."""
    name = an_item(clinic, _is_critical)
    sibling = clinic.backstage.course.items[name].sibling or ""
    walked = clinic.backstage.begin_asking(name)
    clinic.backstage.app.taking.prefer(walked.attempt, "answering", "with-help")
    clinic.backstage.app.taking.ask(walked.attempt, LONG_WORDS, clinic.backstage.place(walked.attempt))
    clinic.backstage.walk(walked.attempt, at(Stage.END), {name: Policy.MISS, sibling: Policy.MISS})
    return walked


def _end(clinic: Clinic) -> Page:
    page = finished(clinic).page
    page.get_by_text(said(page, "See my answers")).click()
    page.get_by_text(said(page, "Right from the start")).wait_for()
    wait_until_open(page)
    return page


def _take_home(clinic: Clinic) -> Page:
    page = finished(clinic).page
    page.goto("/take-home")
    return page


def _login(clinic: Clinic) -> Page:
    page = clinic.new_page()
    page.goto("/staff/login")
    return page


def _setup(clinic: Clinic) -> Page:
    page = clinic.new_page()
    page.goto("/staff/setup#not-a-token")
    return page


def _desk(role: Role, turn_to: str = "") -> Opener:
    def opened(clinic: Clinic) -> Page:
        staff = clinic.staff(role)
        if turn_to:
            staff.turn_to(turn_to)
        return staff.page

    return opened


def _board(clinic: Clinic) -> Page:
    has_finished(clinic)
    clinic.backstage.invite("Chair 7")
    page = _desk(Role.NURSE)(clinic)
    page.get_by_role("radio", name=said(page, "Other days")).click()
    page.get_by_text(said(page, "From"), exact=True).wait_for()
    return page


def nurse_at(clinic: Clinic, task: str = "") -> Staff:
    """A nurse who has a finished patient open, at one of the tasks."""
    attempt = has_finished(clinic).attempt
    nurse = Staff(clinic.new_page(DESKTOP, cookie=clinic.backstage.staff_cookie(Role.NURSE)))
    nurse.go(f"/?patient={attempt}&do={task}")
    return nurse


def _briefing(clinic: Clinic) -> Page:
    page = nurse_at(clinic).page
    page.get_by_text(said(page, "All answers")).click()
    page.get_by_text(said(page, "Lessons viewed")).wait_for()
    wait_until_open(page)
    return page


def _talk_problem(clinic: Clinic) -> Page:
    nurse = nurse_at(clinic, "talk")
    nurse.page.get_by_label(said(nurse.page, "In a few words (optional)")).fill("Mr Jones said it well")
    nurse.button("Check what I recorded").click()
    nurse.page.locator(".quiz-summary").wait_for()
    return nurse.page


def _recorded(clinic: Clinic) -> Page:
    nurse = nurse_at(clinic, "talk")
    nurse.type_a_talk().save_the_talk()
    return nurse.page


def _confirmed(clinic: Clinic) -> Page:
    nurse = nurse_at(clinic, "talk")
    nurse.type_a_talk().save_the_talk().sign(PASSWORD)
    nurse.page.get_by_text(said(nurse.page, "Withdraw this confirmation")).click()
    nurse.page.get_by_label(said(nurse.page, "Reason")).wait_for()
    wait_until_open(nurse.page)
    return nurse.page


def _is_partly(item: Item) -> bool:
    return item.kind is Kind.CHOOSE_ALL


def _has_accepted(item: Item) -> bool:
    return any(option.verdict is Verdict.ACCEPTED for option in item.options)


SCREENS: dict[str, Opener] = {
    "door": _door,
    "door refused": _door_refused,
    "code": _code,
    "link": _link,
    "visit over": _nobody,
    "leave": _left,
    "welcome": lambda clinic: clinic.patient(clinic.backstage.begin()).page,
    "lesson with picture": _lesson(lambda screen: screen.picture),
    "lesson with chance": _lesson(lambda screen: screen.chance),
    "lesson with card": _lesson(lambda screen: screen.card),
    "choose one": _question(Kind.CHOOSE_ONE),
    "choose all": _question(Kind.CHOOSE_ALL),
    "sort": _question(Kind.SORT),
    "problem": _problem,
    "right": _feedback(Policy.RIGHT, _is_critical),
    "safe": _feedback(Policy.ACCEPTED, _has_accepted),
    "missed": _feedback(Policy.MISS, _is_critical),
    "missed twice": _talk,
    "not sure": _feedback(Policy.UNSURE, _is_critical),
    "partly": _feedback(Policy.PARTLY, _is_partly),
    "sorted partly": _feedback(Policy.PARTLY, lambda item: item.kind is Kind.SORT),
    "revisit": _revisit,
    "own question": _view("I have a question"),
    "danger": _danger,
    "question kept": _kept_question,
    "text size": _view("Text size"),
    "stop": _view("Stop for now"),
    "end": _end,
    "take-home": _take_home,
    "staff login": _login,
    "staff setup": _setup,
    "board": _board,
    "briefing": _briefing,
    "teach-back": lambda clinic: nurse_at(clinic, "talk").page,
    "teach-back problem": _talk_problem,
    "recorded": _recorded,
    "confirmed": _confirmed,
    "overview": _desk(Role.CHARGE_NURSE, "Overview"),
    "colleagues": _desk(Role.ADMINISTRATOR, "Staff accounts"),
    "course": _desk(Role.EDUCATOR),
}
