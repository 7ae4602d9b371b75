"""Paper instead of a screen: the booklet, its answer sheet, and typing in what came back."""

import re
import time

from playwright.sync_api import Page

from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.staff import Staff
from tests.browser.watch import Watch


def _booklet(clinic: Clinic, nurse: Staff) -> Page:
    """The booklet of a patient who was just invited."""
    selector = clinic.backstage.invite("Chair 2").invitation.selector
    nurse.page.goto(f"/staff/paper?selector={selector}")
    nurse.page.get_by_role("button", name="Make the booklet").click()
    nurse.page.locator(".booklet").wait_for()
    return nurse.page


def _fields(page: Page) -> list[str]:
    """The items of the fields, in the order of the sheet."""
    return [str(name) for name in page.locator("#answers input.letters-in").evaluate_all("all => all.map(e => e.name)")]


def _open_fields(page: Page) -> str:
    """Go on to typing in, and say for which attempt."""
    page.get_by_role("link", name="Type in the answers").click()
    page.get_by_role("heading", name="Type in answers from paper").wait_for()
    return page.url.split("attempt=")[1]


def _letters(clinic: Clinic, attempt: str, item: Item) -> str:
    """The right answer as it stands on the printed sheet."""
    order = clinic.backstage.app.taking.sitting(attempt).record.form.order_of(item.id)
    if item.kind is Kind.SORT:
        groups = list(item.groups)
        return " ".join(str(groups.index(item.thing(key).into) + 1) for key in order)
    right = [place for place, key in enumerate(order) if item.option(key).verdict is Verdict.RIGHT]
    return "".join("abcdefgh"[place] for place in right)


def test_the_booklet_holds_every_lesson_and_every_question_once(clinic: Clinic, nurse: Staff) -> None:
    page = _booklet(clinic, nurse)

    words = page.locator(".booklet").inner_text()
    course = clinic.backstage.course
    asked = page.locator(".question").count()

    assert [s.heading for topic in course.topics for s in topic.lesson if s.heading not in words] == []
    assert page.locator(".answers tbody tr").count() == asked
    assert page.locator(".question h3").all_inner_texts() == [f"Question {number}" for number in range(1, asked + 1)]
    assert page.locator(".question ul:not(.blanks)").evaluate_all(
        'all => all.every(e => e.lastElementChild.innerText.includes("I\'m not sure"))'
    )
    assert page.evaluate("getComputedStyle(document.querySelector('.question p')).fontSize") == "24px"  # 18 pt


def test_a_booklet_that_is_asked_for_again_is_the_same(clinic: Clinic, nurse: Staff) -> None:
    page = _booklet(clinic, nurse)
    first = page.locator(".booklet").inner_text()

    page.reload()

    assert page.locator(".booklet").inner_text() == first


def test_a_sheet_is_typed_in_by_keyboard_alone_in_under_a_minute(clinic: Clinic, nurse: Staff) -> None:
    page = _booklet(clinic, nurse)
    attempt = _open_fields(page)
    items = [clinic.backstage.course.items[name] for name in _fields(page)]
    began = time.monotonic()

    for item in items:
        page.keyboard.type(_letters(clinic, attempt, item))
        page.keyboard.press("Enter")
    page.keyboard.type("The patient, with help")
    page.keyboard.press("Enter")
    page.keyboard.type("Can I drive home?")
    for _ in range(3):
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="The answers are kept").wait_for()

    assert time.monotonic() - began < 60
    assert page.get_by_role("link", name="Open this patient").get_attribute("href") == f"/?patient={attempt}"
    record = clinic.backstage.app.taking.sitting(attempt)
    assert record.progress.current.stage is Stage.END
    assert all(answer.mark.right for answer in record.progress.answers)
    assert [question.text for question in record.record.questions] == ["Can I drive home?"]
    assert record.record.preference("answering") == "with-help"
    assert [paper.signer for paper in clinic.backstage.app.store.care(attempt).papers] == ["nurse-backstage"]
    nurse.go(f"/?patient={attempt}")
    assert "On paper, entered by nurse-backstage" in nurse.page.locator(".st-key-desk").inner_text()


def test_a_button_that_is_pressed_twice_keeps_the_sheet_once(clinic: Clinic, nurse: Staff) -> None:
    page = _booklet(clinic, nurse)
    attempt = _open_fields(page)
    for name in _fields(page):
        page.locator(f"[id='{name}']").fill("?")

    page.get_by_role("button", name="Keep the answers").dblclick()
    page.get_by_role("heading", name="The answers are kept").wait_for()

    assert len(clinic.backstage.app.store.care(attempt).papers) == 1


def test_every_answer_that_cannot_be_read_is_named_and_the_others_stay(
    clinic: Clinic, nurse: Staff, watch: Watch
) -> None:
    watch.expect("422")
    page = _booklet(clinic, nurse)
    attempt = _open_fields(page)
    names = _fields(page)
    for name in names[2:]:
        page.locator(f"[id='{name}']").fill("?")
    page.locator(f"[id='{names[0]}']").fill("z9")

    page.get_by_role("button", name="Keep the answers").click()
    summary = page.locator(".summary")
    summary.wait_for()
    links = summary.get_by_role("link").evaluate_all("all => all.map(e => e.hash.slice(1))")

    assert links == names[:2]
    assert page.locator(f"[id='{names[0]}']").input_value() == "z9"
    assert {page.locator(f"[id='{name}']").input_value() for name in names[2:]} == {"?"}
    assert clinic.backstage.responses(attempt) == []


def test_who_began_on_a_screen_goes_on_there(clinic: Clinic, nurse: Staff, watch: Watch) -> None:
    watch.expect("409")
    made = clinic.backstage.invite()
    clinic.backstage.walk(clinic.backstage.app.inviting.attempt_of(made.invitation), at(Stage.FEEDBACK))

    nurse.page.goto(f"/staff/paper?selector={made.invitation.selector}")
    nurse.page.get_by_role("button", name="Make the booklet").click()
    nurse.page.get_by_role("heading", name="This patient has answers already").wait_for()

    assert "They can go on there" in nurse.page.locator("main").inner_text()


def test_the_answer_sheet_begins_on_a_page_of_its_own(clinic: Clinic, nurse: Staff) -> None:
    page = _booklet(clinic, nurse)

    printed = {size: len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format=size))) for size in ("A4", "Letter")}

    assert all(10 < pages < 60 for pages in printed.values()), printed
