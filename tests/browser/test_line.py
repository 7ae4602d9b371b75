"""The line is gone in mid-course: said once in plain words, nothing chosen is lost, and going on takes one press."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from quiz_app.i18n.messages import words
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.examine import axe_findings, sideways
from tests.browser.patient import Patient
from tests.browser.policy import Policy, choice
from tests.browser.screens import an_item, nurse_at
from tests.browser.steps import wait_until_drawn
from tests.browser.test_coming_back import LOST_LINE
from tests.browser.watch import Watch

SAY = words("en")
SOON = 12_000  # ms within which the page has noticed


@pytest.fixture
def fragile(own_clinic: Callable[..., Clinic], watch: Watch) -> Clinic:
    """A clinic whose server may go away."""
    watch.expect(*LOST_LINE, "ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "503", "Heartbeat")
    return own_clinic()


class DeadLine:
    """A line that swallows everything without a word, as phones know it in lifts and cellars."""

    def __init__(self, page: Page) -> None:
        self._is_dead = False
        page.route_web_socket("**/_stcore/stream", self._connect)
        page.route("**/_stcore/health", lambda route: route.abort() if self._is_dead else route.continue_())

    def die(self) -> None:
        """Swallow everything from now on."""
        self._is_dead = True

    def live(self) -> None:
        """Carry everything again."""
        self._is_dead = False

    def _connect(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        browser.on_message(lambda message: None if self._is_dead else server.send(message))
        server.on_message(lambda message: None if self._is_dead else browser.send(message))


def _is_told(page: Page) -> None:
    notice = page.locator(".quiz-line")
    expect(notice).to_be_visible(timeout=SOON)
    expect(notice.get_by_role("heading", name=SAY("line.title"))).to_be_visible()
    expect(notice).to_contain_text(SAY("line.kept"))
    expect(page.locator("#quiz-live")).to_contain_text(SAY("line.title"))
    assert page.get_by_role("dialog").count() == 0
    assert page.locator("[role=status], [aria-live]:not([aria-live=off])").count() == 1


def _is_back(page: Page) -> None:
    expect(page.locator(".quiz-line")).to_be_hidden(timeout=SOON)
    expect(page.locator("#quiz-live")).to_have_text(SAY("line.back"))


def _asked(clinic: Clinic, kind: Kind) -> Patient:
    walked = clinic.backstage.begin_asking(an_item(clinic, lambda item: item.kind is kind))
    clinic.backstage.walk(walked.attempt, at(Stage.ASK))
    return clinic.patient(walked)


@pytest.mark.parametrize("kind", list(Kind))
def test_what_was_chosen_stays_while_the_server_is_away_and_one_press_sends_it_once(
    fragile: Clinic, kind: Kind
) -> None:
    patient = _asked(fragile, kind)
    item = patient.asked()
    patient.choose(Policy.RIGHT)

    fragile.server.stop()
    _is_told(patient.page)
    found = axe_findings(patient.page) + sideways(patient.page)
    fragile.server.start()
    _is_back(patient.page)
    feedback = patient.check()

    assert found == []
    assert feedback == "Yes, that's right"
    assert fragile.backstage.responses(patient.attempt) == [(item.id, 1, choice(item, Policy.RIGHT))]


def test_an_answer_pressed_on_a_dead_line_is_told_and_sent_once_with_one_more_press(fragile: Clinic) -> None:
    walked = fragile.backstage.begin_asking(an_item(fragile, lambda item: item.kind is Kind.CHOOSE_ONE))
    fragile.backstage.walk(walked.attempt, at(Stage.ASK))
    page = fragile.new_page(cookie=fragile.backstage.patient_cookie(walked.attempt))
    line = DeadLine(page)
    patient = Patient(page, fragile.backstage.course, walked).open()
    item = patient.asked()
    patient.choose(Policy.RIGHT)

    line.die()
    patient.button("Check my answer").click()
    _is_told(patient.page)
    meanwhile = fragile.backstage.responses(walked.attempt)
    line.live()
    _is_back(patient.page)
    feedback = patient.check()

    assert meanwhile == []
    assert feedback == "Yes, that's right"
    assert fragile.backstage.responses(walked.attempt) == [(item.id, 1, choice(item, Policy.RIGHT))]


def test_a_phone_that_goes_offline_while_an_answer_is_under_way_keeps_it_once(fragile: Clinic) -> None:
    patient = _asked(fragile, Kind.CHOOSE_ONE)
    item = patient.asked()
    patient.choose(Policy.RIGHT)

    patient.page.context.set_offline(True)
    patient.button("Check my answer").click()
    _is_told(patient.page)
    patient.page.context.set_offline(False)
    _is_back(patient.page)
    patient.page.wait_for_timeout(1500)  # the answer may have waited in the line, and arrive now
    if patient.item:
        patient.button("Check my answer").click()
    expect(patient.page.locator(".quiz h1")).to_have_text("Yes, that's right", timeout=SOON)

    assert fragile.backstage.responses(patient.attempt) == [(item.id, 1, choice(item, Policy.RIGHT))]


def test_a_lesson_stays_on_the_screen_without_the_line_and_goes_on_with_it(fragile: Clinic) -> None:
    walked = fragile.backstage.begin()
    fragile.backstage.walk(walked.attempt, at(Stage.READ))
    patient = fragile.patient(walked)
    heading = patient.heading

    fragile.server.kill()
    _is_told(patient.page)
    still = patient.heading
    fragile.server.start()
    _is_back(patient.page)

    assert still == heading
    assert patient.go_on()
    assert patient.page.locator(".quiz-line").is_hidden()


def test_a_question_half_written_is_still_there_when_the_server_comes_back(fragile: Clinic) -> None:
    patient = fragile.patient(fragile.backstage.begin())
    patient.press("I have a question")
    field = patient.page.get_by_label("My question")
    field.fill("May I sleep?")

    fragile.server.kill()
    _is_told(patient.page)
    fragile.server.start()
    _is_back(patient.page)
    expect(field).to_have_value("May I sleep?")
    expect(field).to_be_focused()
    patient.button("Keep my question").click()

    expect(patient.page.locator("#quiz-live")).to_have_text("Your question is kept for your nurse.")
    asked = fragile.backstage.app.taking.sitting(patient.attempt).record.questions
    assert [question.text for question in asked] == ["May I sleep?"]


def test_a_link_does_not_lead_off_the_end_while_the_server_is_away(fragile: Clinic) -> None:
    walked = fragile.backstage.begin()
    fragile.backstage.walk(walked.attempt, at(Stage.END))
    patient = fragile.patient(walked)
    take_home = patient.page.get_by_role("link", name=SAY("end.take-home"))

    fragile.server.stop()
    _is_told(patient.page)
    take_home.click()
    stayed = patient.page.url
    fragile.server.start()
    _is_back(patient.page)
    take_home.click()
    patient.page.wait_for_url("**/take-home")

    assert stayed == f"{fragile.server.url}/"


def test_a_server_that_answers_503_is_told_like_a_line_that_is_gone(fragile: Clinic) -> None:
    patient = _asked(fragile, Kind.CHOOSE_ONE)
    patient.choose(Policy.RIGHT)

    patient.page.route("**/_stcore/**", lambda route: route.fulfill(status=503, body="Service Unavailable"))
    fragile.server.kill()
    fragile.server.start()
    _is_told(patient.page)
    patient.page.wait_for_timeout(9000)  # Streamlit would open its own dialog after six tries
    _is_told(patient.page)
    patient.page.unroute("**/_stcore/**")
    _is_back(patient.page)

    assert patient.check() == "Yes, that's right"


def test_what_a_nurse_was_typing_is_kept_after_the_server_came_back(fragile: Clinic) -> None:
    page = nurse_at(fragile, "talk").page
    said = page.get_by_label("In a few words")
    said.fill("Tell us early")

    fragile.server.kill()
    _is_told(page)
    fragile.server.start()
    _is_back(page)
    expect(said).to_have_value("Tell us early")
    said.press("Tab")
    expect(page.get_by_text(SAY("talk.kept"))).to_be_visible()

    page.reload()
    wait_until_drawn(page)
    expect(said).to_have_value("Tell us early")


def test_a_page_whose_parts_did_not_come_says_so_and_offers_to_load_it_again(fragile: Clinic) -> None:
    walked = fragile.backstage.begin()
    page = fragile.new_page(cookie=fragile.backstage.patient_cookie(walked.attempt))
    page.route("**/static/js/index.*.js", lambda route: route.abort())

    page.goto("/")
    page.get_by_text(SAY("line.again")).first.wait_for()
    page.unroute("**/static/js/index.*.js")
    page.get_by_role("button", name=SAY("line.reload")).click()

    assert wait_until_drawn(page) == fragile.backstage.course.outline.title


def test_the_notice_is_in_the_language_the_page_is_drawn_in(clinic: Clinic) -> None:
    page = clinic.patient(clinic.backstage.begin()).page

    assert page.evaluate("window.quizLine.words.title") == SAY("line.title")
