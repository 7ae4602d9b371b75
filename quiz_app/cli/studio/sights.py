"""What pictures are taken of: each kind of screen by name, and the way there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from quiz_app.cli.studio.clinic import Clinic
from quiz_app.domain.access import Role
from quiz_app.domain.board import State
from quiz_app.domain.course import Screen
from quiz_app.domain.item import Item, Kind
from quiz_app.domain.progress import Place, Stage
from quiz_app.i18n.messages import Words, words

_DRAWN = """before => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
  && window.quizBridge?.step && window.quizBridge.step !== before"""


@dataclass(frozen=True)
class Visit:
    """A browser in front of the clinic."""

    clinic: Clinic
    browser: Browser

    @property
    def say(self) -> Words:
        """The words of patients."""
        return words(self.clinic.locale)

    def to(self, address: str, *, token: str = "", drawn: bool = False) -> Page:
        """A page on a new device; drawn: whether Streamlit draws it."""
        context = self.browser.new_context(base_url=self.clinic.url, locale=self.clinic.locale)
        if token:
            context.add_cookies([{"name": "visit", "value": token, "url": self.clinic.url}])
        page = context.new_page()
        page.goto(address)
        if drawn:
            page.wait_for_function(_DRAWN, arg="")
        return page

    def patient(
        self, fits: Callable[[Place], bool], *, asks: tuple[str, ...] = (), missed: tuple[str, ...] = ()
    ) -> Page:
        """A patient at the first place that fits."""
        attempt = self.clinic.begin(*asks)
        self.clinic.walk(attempt, fits, missed=missed)
        return self.to("/", token=self.clinic.patient(attempt), drawn=True)

    def staff(self, role: Role, address: str = "/") -> Page:
        """A colleague at an address of the app."""
        return self.to(address, token=self.clinic.staff(role), drawn=address.startswith("/?") or address == "/")


Sight = Callable[[Visit], Page]


def _press(page: Page, name: str) -> Page:
    before = page.evaluate("() => window.quizBridge.step")
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_function(_DRAWN, arg=before)
    return page


def _lesson(fits: Callable[[Screen], object]) -> Sight:
    def seen(visit: Visit) -> Page:
        screens = [screen for topic in visit.clinic.course.topics for screen in topic.lesson]
        name = next(screen.id for screen in screens if fits(screen))
        return visit.patient(lambda place: place.stage is Stage.READ and place.screen == name)

    return seen


def _at(stage: Stage, fits: Callable[[Item], bool], *, missed: bool = False) -> Sight:
    def seen(visit: Visit) -> Page:
        item = visit.clinic.item(fits).id

        def there(place: Place) -> bool:
            return place.stage is stage and (
                stage is Stage.REVISIT or (place.turn is not None and place.turn.item == item)
            )

        return visit.patient(there, asks=(item,), missed=(item,) if missed else ())

    return seen


def _nothing_chosen(visit: Visit) -> Page:
    page = _at(Stage.ASK, lambda item: item.kind is Kind.CHOOSE_ONE)(visit)
    page.get_by_role("button", name=visit.say("ask.check")).click()
    page.locator(".quiz-problem").wait_for()
    return page


def _view(name: str) -> Sight:
    return lambda visit: _press(visit.patient(lambda place: place.stage is Stage.READ), visit.say(f"help.{name}"))


def _ended(visit: Visit) -> str:
    """An attempt at its end, with one point to talk about."""
    item = visit.clinic.item(lambda item: item.critical)
    attempt = visit.clinic.begin(item.id)
    visit.clinic.walk(attempt, lambda _: False, missed=(item.id, item.sibling or ""))
    return attempt


def _end(address: str) -> Sight:
    return lambda visit: visit.to(address, token=visit.clinic.patient(_ended(visit)), drawn=address == "/")


def _code(visit: Visit) -> Page:
    page = visit.to("/enter")
    page.get_by_role("button", name=visit.say("enter.begin"), exact=True).click()
    page.locator(".code").wait_for()
    return page


def _of_patient(state: State, task: str) -> Sight:
    def seen(visit: Visit) -> Page:
        return visit.staff(Role.NURSE, f"/?patient={visit.clinic.line(state).attempt}&do={task}")

    return seen


def _cards(visit: Visit) -> Page:
    page = visit.staff(Role.NURSE, "/staff/invite")
    page.locator("#count").fill("4")
    page.locator("main form button").click()
    page.locator(".cards, .sheet-list").wait_for()
    return page


def _invited(address: str) -> Sight:
    def seen(visit: Visit) -> Page:
        return visit.staff(Role.NURSE, f"{address}?selector={visit.clinic.line(State.NOT_STARTED).selector}")

    return seen


def _topic(part: str = "", do: str = "") -> Sight:
    def seen(visit: Visit) -> Page:
        outline = visit.clinic.course.outline
        item = next(iter(visit.clinic.course.items))
        asked = part.format(item=item)
        file = f"{outline.course}/topics/{outline.topics[0]}.yaml"
        return visit.staff(Role.EDUCATOR, f"/?course={outline.course}&file={file}&part={asked}&do={do}")

    return seen


def _page(role: Role, page: str) -> Sight:
    return lambda visit: visit.staff(role, f"/?page={page}")


def _own_page(address: str) -> Sight:
    return lambda visit: visit.staff(Role.REVIEWER, f"{address}?course={visit.clinic.course.outline.course}")


PATIENTS: Mapping[str, Sight] = {
    "door": lambda visit: visit.to("/enter"),
    "code": _code,
    "welcome": lambda visit: visit.patient(lambda _: True),
    "lesson-picture": _lesson(lambda screen: screen.picture),
    "lesson-chance": _lesson(lambda screen: screen.chance),
    "lesson-card": _lesson(lambda screen: screen.card),
    "question-one": _at(Stage.ASK, lambda item: item.kind is Kind.CHOOSE_ONE),
    "question-several": _at(Stage.ASK, lambda item: item.kind is Kind.CHOOSE_ALL),
    "question-sort": _at(Stage.ASK, lambda item: item.kind is Kind.SORT),
    "nothing-chosen": _nothing_chosen,
    "right": _at(Stage.FEEDBACK, lambda item: item.critical),
    "not-quite": _at(Stage.FEEDBACK, lambda item: item.critical, missed=True),
    "partly": _at(Stage.FEEDBACK, lambda item: item.kind is Kind.SORT, missed=True),
    "read-again": _at(Stage.REVISIT, lambda item: item.critical, missed=True),
    "own-question": _view("question"),
    "text-size": _view("size"),
    "stop": _view("leave"),
    "end": _end("/"),
    "take-home": _end("/take-home"),
}
NURSES: Mapping[str, Sight] = {
    "login": lambda visit: visit.to("/staff/login"),
    "board": lambda visit: visit.staff(Role.NURSE),
    "briefing": _of_patient(State.TALK_FIRST, ""),
    "teach-back": _of_patient(State.TALK_FIRST, "talk"),
    "confirmed": _of_patient(State.CONFIRMED, "record"),
    "invite": lambda visit: visit.staff(Role.NURSE, "/staff/invite"),
    "cards": _cards,
    "invitation": _invited("/staff/invitation"),
    "hand-over": _invited("/staff/hand-over"),
    "paper": _invited("/staff/paper"),
    "overview": _page(Role.CHARGE_NURSE, "overview"),
    "colleagues": _page(Role.ADMINISTRATOR, "colleagues"),
}
EDUCATORS: Mapping[str, Sight] = {
    "course": _page(Role.EDUCATOR, "course"),
    "topic": _topic(),
    "question": _topic("items:{item}"),
    "preview": _topic(do="preview"),
    "text": _topic(do="yaml"),
    "versions": _page(Role.REVIEWER, "versions"),
    "statistics": _page(Role.EDUCATOR, "statistics"),
    "export-and-import": _own_page("/staff/exchange"),
    "translation": _own_page("/staff/translation"),
    "approval": _own_page("/staff/approve"),
}
EVERY: Mapping[str, Mapping[str, Sight]] = {"patients": PATIENTS, "nurses": NURSES, "educators": EDUCATORS}
