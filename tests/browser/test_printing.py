"""The page to take home, on paper."""

import re

from playwright.sync_api import Page

from tests.browser.clinic import Clinic
from tests.browser.screens import LONG_WORDS, finished


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def _take_home(clinic: Clinic) -> Page:
    page = finished(clinic).page
    page.goto("/take-home")
    return page


def test_the_take_home_page_prints_on_two_sheets_of_a4(clinic: Clinic) -> None:
    page = _take_home(clinic)

    pdf = page.pdf(format="A4", prefer_css_page_size=True)

    assert _pages(pdf) == 2


def test_the_take_home_page_holds_signs_numbers_points_and_questions(clinic: Clinic) -> None:
    outline = clinic.backstage.course.outline
    words = _take_home(clinic).locator("main").inner_text()

    said = [card.heading for card in outline.take_home.cards] + list(outline.take_home.plan)
    said += [clinic.backstage.app.library.clinic.emergency_number, LONG_WORDS, "To talk about with my nurse"]
    assert [each for each in said if each not in words] == []
    assert outline.version in words


def test_what_is_for_the_screen_is_not_printed(clinic: Clinic) -> None:
    page = _take_home(clinic)

    page.emulate_media(media="print")

    assert page.get_by_role("button", name="Print this page").count() == 0


def test_without_a_visit_there_is_no_page_to_take_home(clinic: Clinic) -> None:
    page = clinic.new_page()

    page.goto("/take-home")

    assert page.url.endswith("/enter")
