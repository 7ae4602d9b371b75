"""What Streamlit says in English is in the language of the page, also where it says it late."""

import pytest
from playwright.sync_api import Page, expect

from quiz_app.i18n.messages import words
from tests.browser.device import OneDevice
from tests.browser.english import english_left
from tests.browser.school import School
from tests.browser.table import TABLE

SAY = words("es")


def _put(page: Page, field: str, typed: str) -> None:
    page.locator(field).first.click()
    page.keyboard.type(typed)


def test_what_a_field_says_while_it_is_typed_in_is_spanish(device: OneDevice) -> None:
    device.begin_watching(locale="es")
    page = TABLE["board"].reach(device)

    _put(page, "[data-testid=stTextInput] input", "zz")

    expect(page.get_by_text(SAY("shell.enter"))).to_be_visible()
    assert english_left(page) == []


def test_a_calendar_is_spanish_in_a_browser_that_is_not(device: OneDevice) -> None:
    device.begin_watching(locale="es")
    page = TABLE["board"].reach(device)

    page.get_by_role("button", name=SAY("shell.date")).first.click()

    calendar = page.get_by_role("dialog", name=SAY("shell.date"))
    expect(calendar.get_by_text(SAY("shell.date-keys"))).to_have_count(1)
    expect(calendar.get_by_role("grid", name=SAY("shell.date"))).to_have_count(1)
    assert calendar.get_by_role("heading").inner_text().split()[-2] == "de"
    assert english_left(page) == []


@pytest.mark.parametrize(("locale", "parts"), [("en", ["month", "day", "year"]), ("es", ["day", "month", "year"])])
def test_a_day_is_typed_in_the_order_of_its_readers(device: OneDevice, locale: str, parts: list[str]) -> None:
    device.begin_watching(locale=locale)
    page = TABLE["board"].reach(device)

    first = page.get_by_test_id("stDateInput").first.get_by_role("spinbutton")

    assert first.evaluate_all("all => all.map(each => each.dataset.type)") == parts


def test_a_list_to_choose_from_is_spanish(school: School) -> None:
    school.device.begin_watching(locale="es")
    page = TABLE["screen form"].reach(school.device)

    _put(page, "[data-testid=stMultiSelect] input", "F-0")
    found = page.get_by_role("option").first
    expect(found).to_have_text(SAY("shell.select-found").replace("{}", "10"))
    page.keyboard.type("zzz")

    expect(page.get_by_role("option").first).to_have_text(SAY("shell.no-results"))
