"""Everything in Spanish: a patient's whole way, the pages beside it, and the screens of staff; no English is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from quiz_app.domain.translation import in_language, texts_of
from tests.browser.backstage import Walked, at
from tests.browser.clinic import DESKTOP, PHONE, Clinic, open_clinic
from tests.browser.devices import Devices
from tests.browser.english import english_left
from tests.browser.patient import Patient
from tests.browser.policy import Policy
from tests.browser.steps import step, wait_until_drawn
from tests.browser.watch import Watch

ES = "es"
PATIENTS_OWN = "¿Puedo tomar mi té?"


@pytest.fixture
def spanish(devices: Devices, watch: Watch, tmp_path: Path) -> Iterator[Clinic]:
    """A clinic that offers the draft in Spanish."""
    with open_clinic(devices, watch, tmp_path / "data", offer_unreviewed_languages="true") as made:
        yield made


def _press(page: Page, name: str) -> str:
    before = step(page)
    page.get_by_role("button", name=name, exact=True).click()
    return wait_until_drawn(page, besides=before)


def _begin(clinic: Clinic, size: tuple[int, int] = PHONE) -> tuple[Patient, Walked]:
    walked = clinic.backstage.begin()
    clinic.backstage.app.taking.prefer(walked.attempt, "language", ES)
    page = clinic.new_page(size, cookie=clinic.backstage.patient_cookie(walked.attempt))
    patient = Patient(page, in_language(clinic.backstage.course, ES), walked)
    return patient.open(), walked


def test_the_course_is_there_in_spanish_whole_and_up_to_date(spanish: Clinic) -> None:
    course = spanish.backstage.course

    assert course.locales == ("en", ES)
    assert not course.languages[ES].is_reviewed  # a draft, until a qualified reader is named


def test_somebody_walks_in_and_through_every_screen_in_spanish(spanish: Clinic) -> None:
    page = spanish.new_page()
    page.goto("/enter")
    page.get_by_role("link", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", ES)
    course = spanish.backstage.course
    assert english_left(page, course) == []
    page.locator("button.primary").click()
    assert english_left(page, course) == []
    page.get_by_role("link").first.click()
    wait_until_drawn(page)

    for _ in range(200):
        assert english_left(page, course) == [], page.locator(".quiz h1").inner_text()
        expect(page.locator("html")).to_have_attribute("lang", ES)
        if page.locator('a[href="/take-home"]').count():
            break
        _go_on(page)
    else:
        raise AssertionError("the end was not reached")
    page.goto("/take-home")
    assert english_left(page, course) == []
    page.goto("/leave")
    assert english_left(page, course) == []


def _go_on(page: Page) -> None:
    """Choose the last option of everything that is asked, which is not to be sure, and go on."""
    before = step(page)
    for group in page.get_by_role("radiogroup").all():
        group.get_by_role("radio").last.locator("xpath=ancestor::label[1]").click()
    boxes = page.get_by_role("checkbox").all()
    if boxes:
        boxes[-1].locator("xpath=ancestor::label[1]").click()
    page.locator('[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primaryFormSubmit"]').first.click()
    wait_until_drawn(page, besides=before)


def test_switching_in_mid_course_keeps_place_order_and_answers(spanish: Clinic) -> None:
    backstage = spanish.backstage
    walked = backstage.begin()
    backstage.walk(walked.attempt, at(Stage.ASK))
    patient = spanish.patient(walked)
    item, order = patient.asked(), patient.options()

    patient.page.get_by_role("button", name="Español").click()
    expect(patient.page.locator("html")).to_have_attribute("lang", ES)
    wait_until_drawn(patient.page)
    there = Patient(patient.page, in_language(backstage.course, ES), walked)
    translated = in_language(backstage.course, ES).items[item.id]
    assert there.heading == translated.ask
    keys = {option.text: key for key, option in zip(item.keys, item.options, strict=True)}
    said = {option.text: key for key, option in zip(translated.keys, translated.options, strict=True)}
    assert [said[text] for text in there.options() if text in said] == [keys[text] for text in order if text in keys]

    patient.page.reload()
    wait_until_drawn(patient.page)
    expect(patient.page.locator("html")).to_have_attribute("lang", ES)
    patient.page.get_by_role("button", name="English").click()
    expect(patient.page.locator("html")).to_have_attribute("lang", "en")
    assert Patient(patient.page, backstage.course, walked).asked() == item


def test_screens_of_staff_speak_spanish_too(spanish: Clinic) -> None:
    backstage, course = spanish.backstage, spanish.backstage.course
    walked = backstage.begin()
    backstage.app.taking.ask(walked.attempt, PATIENTS_OWN, backstage.place(walked.attempt))
    critical = next(item.id for item in course.items.values() if item.critical)
    policies = {critical: Policy.MISS, course.items[critical].sibling or "": Policy.MISS}
    backstage.walk(walked.attempt, at(Stage.END), policies)
    pages = {
        Role.NURSE: ["/", f"/?patient={walked.attempt}", f"/?patient={walked.attempt}&do=talk",
                     f"/?patient={walked.attempt}&do=record", "/staff/invite"],
        Role.ADMINISTRATOR: ["/?page=overview", "/?page=colleagues"],
        Role.REVIEWER: ["/?page=course&course=ivig", "/?page=versions&course=ivig", "/?page=statistics&course=ivig",
                        "/staff/exchange?course=ivig", "/staff/translation?course=ivig"],
    }  # fmt: skip
    left: dict[str, list[str]] = {}
    for role, addresses in pages.items():
        context = spanish.new_context(DESKTOP, cookie=backstage.staff_cookie(role))
        context.add_cookies([{"name": "language", "value": ES, "url": spanish.server.url}])
        page = context.new_page()
        for address in addresses:
            page.goto(address)
            page.locator("h1").first.wait_for()
            if address.startswith("/?") or address == "/":
                page.wait_for_function("() => window.quizOwn")
            expect(page.locator("html")).to_have_attribute("lang", ES)
            written = texts_of(course).values() if role is Role.REVIEWER else ()
            if found := english_left(page, own=(walked.code, PATIENTS_OWN), written=written):
                left[f"{role} {address}"] = found
    told = "\n".join(f"{where}: {each!r}" for where, found in left.items() for each in found)
    assert not left, told
