"""What frames every screen: titles, language, the live region, contrast modes, the footholds of the style sheet."""

import re
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Locator, expect

from quiz_app.domain.item import Kind
from quiz_app.domain.progress import Stage
from tests.browser.backstage import at
from tests.browser.clinic import Clinic
from tests.browser.patient import Patient
from tests.browser.policy import Policy, choice
from tests.browser.screens import SCREENS, item_of
from tests.browser.server import ROOT

STYLE = (ROOT / "quiz_app/web/assets/app.css").read_text(encoding="utf-8")
FOOTHOLDS = sorted(set(re.findall(r'data-testid\^?=?"([^"]+)"', STYLE)))
CLASSES = sorted(set(re.findall(r"\.(st[A-Z]\w+)", STYLE)))
HIDDEN = {"stHeader", "stToolbar", "stDecoration", "stStatusWidget"}
ELSEWHERE = {"stElementToolbar", "stMultiSelect"}  # test_overview and test_workbench look for them
BUNDLE = Path(streamlit.__file__).parent / "static" / "static" / "js"
LOOKED_AT = ("choose one", "choose all", "own question", "end", "board")


def test_the_style_sheet_names_what_it_leans_on() -> None:
    assert {"stRadioOption", "stRadioGroup", "stBaseButton-", "stMainBlockContainer", "stForm"} <= set(FOOTHOLDS)
    assert {"stRadio", "stCheckbox"} <= set(CLASSES)


def test_every_foothold_of_the_style_sheet_is_on_the_page(clinic: Clinic) -> None:
    found: set[str] = set()
    for name in LOOKED_AT:
        page = SCREENS[name](clinic)
        found |= {each for each in FOOTHOLDS if page.locator(f'[data-testid^="{each}"]').count()}
        found |= {each for each in CLASSES if page.locator(f".{each}").count()}

    assert {*FOOTHOLDS, *CLASSES} - HIDDEN - ELSEWHERE - found == set()


@pytest.mark.parametrize("name", sorted(HIDDEN & set(FOOTHOLDS)))
def test_every_part_the_style_sheet_hides_still_has_its_name(name: str) -> None:
    assert any(re.search(f"[`\"']{name}[`\"']", each.read_text(encoding="utf-8")) for each in BUNDLE.glob("index*.js"))


def _asked(clinic: Clinic, kind: Kind) -> Patient:
    name = item_of(clinic, kind)
    walked = clinic.backstage.begin_asking(name)
    clinic.backstage.walk(walked.attempt, at(Stage.ASK, item=name))
    return clinic.patient(walked)


def test_the_live_region_tells_the_feedback(clinic: Clinic) -> None:
    patient = _asked(clinic, Kind.CHOOSE_ONE)

    heading = patient.answer(Policy.RIGHT)

    region = patient.page.locator("#quiz-live")
    expect(region).to_have_text(heading)
    expect(region).to_have_attribute("aria-live", "polite")


def test_the_live_region_is_quiet_on_the_next_screen(clinic: Clinic) -> None:
    patient = _asked(clinic, Kind.CHOOSE_ONE)
    patient.answer(Policy.RIGHT)

    patient.go_on()

    expect(patient.page.locator("#quiz-live")).to_have_text("")


def test_the_title_tells_the_part_of_the_course(clinic: Clinic) -> None:
    backstage = clinic.backstage
    walked = backstage.begin()
    backstage.walk(walked.attempt, at(Stage.READ))
    patient = clinic.patient(walked)
    first, second, *_ = backstage.course.topics

    at_first = (patient.page.title(), f"Part 1 of 6: {first.title}" in patient.text())
    backstage.walk(walked.attempt, lambda place: place.topic == second.topic)
    patient.open()

    assert at_first == (f"{first.title} - Getting ready for your infusion", True)
    expect(patient.page).to_have_title(f"{second.title} - Getting ready for your infusion")
    assert f"Part 2 of 6: {second.title}" in patient.text()


def test_the_words_grow_when_asked_and_stay_large_after_a_reload(clinic: Clinic) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    root = "() => getComputedStyle(document.documentElement).fontSize"
    before = patient.page.evaluate(root)

    patient.press("Text size")
    patient.page.get_by_role("radio", name="Very large", exact=True).locator("xpath=ancestor::label[1]").click()
    patient.page.wait_for_function(f"{root} === '28px'")
    patient.open()

    assert before == "18px"
    patient.page.wait_for_function(f"{root} === '28px'")


@pytest.mark.parametrize("kind", [Kind.CHOOSE_ONE, Kind.CHOOSE_ALL])
def test_a_chosen_option_is_seen_in_forced_colours(clinic: Clinic, kind: Kind) -> None:
    patient = _asked(clinic, kind)
    patient.page.emulate_media(forced_colors="active")
    item = patient.asked()
    chosen = choice(item, Policy.RIGHT)[0]

    patient.row(item, chosen).click()
    patient.page.locator("h1").first.click()

    other = next(key for key in item.keys if key != chosen)
    assert _outline(patient.row(item, chosen)) >= 3
    assert _outline(patient.row(item, other)) == 0


def _outline(row: Locator) -> float:
    width = "e => getComputedStyle(e).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(e).outlineWidth)"
    return float(row.evaluate(width))


def test_nothing_moves_for_those_who_asked_for_less_motion(clinic: Clinic) -> None:
    patient = _asked(clinic, Kind.CHOOSE_ONE)
    patient.page.emulate_media(reduced_motion="reduce")

    moving = patient.page.evaluate(
        """() => [...document.querySelectorAll('body *')].map(e => [e.outerHTML.slice(0, 90), getComputedStyle(e)])
          .filter(([_, style]) => style.animationName !== 'none' || !/^0s(, 0s)*$/.test(style.transitionDuration))
          .map(([html]) => html)"""
    )

    assert moving == []


def test_a_group_of_checkboxes_has_the_question_as_its_name(clinic: Clinic) -> None:
    patient = _asked(clinic, Kind.CHOOSE_ALL)

    group = patient.page.get_by_role("group", name=patient.heading)

    assert group.get_by_role("checkbox").count() == len(patient.asked().keys) + 1
