"""Patients' pages in a language written from right to left, with four tenths more text: mirrored, nothing cut off."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Page, expect

from quiz_app.domain.attempt import Turn
from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import NARROW, PHONE, Clinic, open_clinic
from tests.browser.devices import Devices
from tests.browser.examine import sideways
from tests.browser.pseudo import LOCALE, home_with_pseudo, translate_all
from tests.browser.screens import item_of
from tests.browser.server import ROOT
from tests.browser.steps import wait_until_drawn
from tests.browser.watch import Watch

PHONE_NUMBER = "(555) 010-0100"
_CUT = """() => [...document.querySelectorAll('.quiz *, main *, button *, label *')]
  .filter(each => each.checkVisibility() && each.clientWidth > 1 && getComputedStyle(each).overflow !== 'visible'
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 2))
  .map(each => each.outerHTML.slice(0, 160))"""
_ENGLISH = """() => {
  const found = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, box = node.parentElement
    if (!box.checkVisibility({visibilityProperty: true})) continue
    if (box.closest('style, script, [lang]:not(html), [data-testid=stIconMaterial]')) continue
    found.push(node.textContent)
  }
  return found
}"""
_OWN_NAMES = {"IVIG", "English", "Español"}  # languages go by their own names


@pytest.fixture
def elsewhere(devices: Devices, watch: Watch, tmp_path: Path) -> Iterator[Clinic]:
    """A clinic whose patients read from right to left."""
    questions = Path(shutil.copytree(ROOT / "questions", tmp_path / "questions"))
    clinic = questions / "clinic.yaml"
    clinic.write_text(clinic.read_text().replace('"the number your clinic gave you"', f'"{PHONE_NUMBER}"'))
    with clinic.open("a") as more:
        more.write(f'  {LOCALE}: {{clinic_name: كلمة, clinic_phone: "{PHONE_NUMBER}", after_hours_phone: كلمة, ')
        more.write('emergency_number: "911", fever_limit: "38"}\n')
    translate_all(questions, "ivig")
    home = home_with_pseudo(ROOT, tmp_path / "home")
    settings = {"questions": str(questions), "offer_unreviewed_languages": "true"}
    with open_clinic(devices, watch, tmp_path / "data", home, **settings) as made:
        yield made


def _at(clinic: Clinic, stage: Stage, size: tuple[int, int], *items: str) -> Page:
    walked = clinic.backstage.begin_asking(*items)
    if stage is not Stage.WELCOME:
        turn = Turn(item=items[0], try_no=1) if items else None
        clinic.backstage.walk(walked.attempt, (lambda place: place.turn == turn) if turn else at(stage))
    clinic.backstage.app.taking.prefer(walked.attempt, "language", LOCALE)
    return clinic.patient(walked, size).page


def _left_over(page: Page) -> list[str]:
    texts = cast("list[str]", page.evaluate(_ENGLISH))
    words = (re.sub(r"[\u2066-\u2069]", "", text).strip() for text in texts)
    return [text for text in words if re.search(r"[A-Za-z]{2}", text) and text not in _OWN_NAMES]


def _assert_mirrored(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", LOCALE)
    assert sideways(page) == []
    assert page.evaluate(_CUT) == []


@pytest.mark.parametrize("size", [PHONE, NARROW])
def test_each_screen_of_a_patient_is_mirrored_and_cuts_nothing_off(elsewhere: Clinic, size: tuple[int, int]) -> None:
    one = item_of(elsewhere, Kind.CHOOSE_ONE)
    pages = [
        _at(elsewhere, Stage.WELCOME, size),
        _at(elsewhere, Stage.READ, size),
        _at(elsewhere, Stage.ASK, size, one),
        _at(elsewhere, Stage.ASK, size, item_of(elsewhere, Kind.SORT)),
        _at(elsewhere, Stage.END, size),
    ]

    for page in pages:
        _assert_mirrored(page)
        assert _left_over(page) == []
    lesson = pages[1].locator(".quiz-do, .quiz-box").first
    assert lesson.evaluate("each => getComputedStyle(each).borderRightWidth") == "6px"


def test_a_phone_number_is_never_turned_round(elsewhere: Clinic) -> None:
    page = _at(elsewhere, Stage.WELCOME, PHONE)
    help_text = page.locator(".quiz-help").first

    assert f"\N{FIRST STRONG ISOLATE}{PHONE_NUMBER}\N{POP DIRECTIONAL ISOLATE}" in help_text.inner_text()
    first, last = (_left_edge(page, digit) for digit in ("(555)", "0100"))
    assert first < last


def _left_edge(page: Page, part: str) -> float:
    """Where a part of the clinic's number begins on the screen, from the left."""
    return cast(
        "float",
        page.evaluate(
            """([number, part]) => {
              const walker = document.createTreeWalker(document.querySelector('.quiz-help'), NodeFilter.SHOW_TEXT)
              while (walker.nextNode()) {
                const begin = walker.currentNode.textContent.indexOf(number)
                if (begin < 0) continue
                const range = document.createRange()
                const at = walker.currentNode.textContent.indexOf(part, begin)
                range.setStart(walker.currentNode, at)
                range.setEnd(walker.currentNode, at + part.length)
                return range.getBoundingClientRect().left
              }
            }""",
            [PHONE_NUMBER, part],
        ),
    )


def test_the_language_is_changed_at_the_door_and_within_a_question(elsewhere: Clinic) -> None:
    page = elsewhere.new_page()
    page.goto("/enter")
    page.locator(f".languages a[lang={LOCALE}]").click()
    expect(page.locator("html")).to_have_attribute("lang", LOCALE)
    assert sideways(page) == []

    asked = _at(elsewhere, Stage.ASK, PHONE, item_of(elsewhere, Kind.CHOOSE_ONE))
    before = asked.locator(".quiz h1").inner_text()
    asked.get_by_role("radio").nth(1).locator("xpath=ancestor::label[1]").click()
    asked.get_by_role("button", name="English", exact=True).click()
    expect(asked.locator("html")).to_have_attribute("lang", "en")
    wait_until_drawn(asked)
    assert asked.locator(".quiz h1").inner_text() != before
    expect(asked.get_by_role("radio").nth(1)).to_be_checked()
