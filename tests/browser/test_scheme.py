"""Light and dark: as the device says, as the patient chooses, and always light on paper."""

import pytest
from playwright.sync_api import Page, expect

from quiz_app.domain.access import Role
from quiz_app.web.look import tokens
from tests.browser.clinic import Clinic
from tests.browser.examine import axe_findings
from tests.browser.patient import Patient
from tests.browser.screens import SCREENS, finished
from tests.browser.watch import Watch

EACH_KIND = ("choose one", "board", "take-home")
"""Of patients, of staff, and a page of our own; how the colours of every screen contrast is swept elsewhere."""
_PAINTED = "e => getComputedStyle(e).backgroundColor"
_FACE = (
    "() => [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family.replaceAll('\"', ''))"
)

_HAS_STAND_IN = "() => document.fonts.load('16px Stand-in').then(faces => faces.length > 0, () => false)"


def _painted(page: Page, where: str = "body") -> str:
    """The colour behind a place, as it stands in the tokens."""
    red, green, blue = (int(part) for part in page.locator(where).first.evaluate(_PAINTED)[4:-1].split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _choose(patient: Patient, words: str) -> Patient:
    patient.press("Text size")
    radio = patient.page.get_by_role("radio", name=words, exact=True)
    radio.locator("xpath=ancestor::label[1]").click()
    expect(radio).to_be_checked()
    return patient


@pytest.mark.parametrize("name", EACH_KIND)
def test_a_screen_is_dark_where_the_device_is(clinic: Clinic, name: str) -> None:
    page = SCREENS[name](clinic)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)  # Streamlit draws its widgets anew

    assert _painted(page) == tokens()["dark"]["paper"]


@pytest.mark.parametrize(("device", "words", "scheme"), [("light", "Dark", "dark"), ("dark", "Light", "light")])
def test_what_the_patient_chose_counts_more_than_the_device(
    clinic: Clinic, device: str, words: str, scheme: str
) -> None:
    patient = clinic.patient(clinic.backstage.begin())
    patient.page.emulate_media(color_scheme="dark" if device == "dark" else "light")

    _choose(patient, words)
    expect(patient.page.locator("body")).to_have_css("color-scheme", scheme)
    after_choosing = _painted(patient.page), axe_findings(patient.page)
    patient.open()
    expect(patient.page.locator("body")).to_have_css("color-scheme", scheme)
    patient.page.goto("/take-home")

    assert after_choosing == (tokens()[scheme]["paper"], [])
    assert _painted(patient.page) == tokens()[scheme]["paper"]


def test_a_choice_can_be_left_to_the_device_again(clinic: Clinic) -> None:
    patient = _choose(clinic.patient(clinic.backstage.begin()), "Dark")
    expect(patient.page.locator("body")).to_have_css("color-scheme", "dark")

    radio = patient.page.get_by_role("radio", name="As my device is set", exact=True)
    radio.locator("xpath=ancestor::label[1]").click()

    expect(patient.page.locator("body")).to_have_css("color-scheme", "light")


def test_paper_is_light_whatever_was_chosen(clinic: Clinic) -> None:
    patient = finished(clinic)
    clinic.backstage.app.taking.prefer(patient.attempt, "scheme", "dark")
    patient.page.goto("/take-home")
    page = patient.page

    on_screen = page.locator("h1").evaluate("e => getComputedStyle(e).color")
    page.emulate_media(media="print", color_scheme="dark")
    on_paper = page.locator("h1").evaluate("e => getComputedStyle(e).color")

    assert on_screen != on_paper
    assert on_paper == "rgb(31, 40, 42)"
    assert page.locator(".card h2").first.evaluate(_PAINTED) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("name", ["door", "choose one"])
def test_words_are_set_in_our_typeface_and_no_other_is_fetched(clinic: Clinic, watch: Watch, name: str) -> None:
    page = SCREENS[name](clinic)
    page.evaluate("() => document.fonts.ready.then(() => true)")

    assert set(page.evaluate(_FACE)) - {"Stand-in"} == {"Atkinson Hyperlegible Next"}  # that one is the device's own
    assert len([url for url in watch.requests if ".woff2" in url]) == 1


def test_nothing_moves_when_the_typeface_arrives(clinic: Clinic, watch: Watch) -> None:
    """The stand-in takes the same space, so lines break alike and every part stays where it was."""
    watch.expect("woff2", "ERR_FAILED")
    page = clinic.new_page()
    page.route("**/*.woff2*", lambda route: route.abort())
    page.goto("/enter")
    if not page.evaluate(_HAS_STAND_IN):
        pytest.skip("neither Arial nor Liberation Sans is installed here")
    before = page.locator("main").bounding_box()
    page.unroute("**/*.woff2*")

    page.goto("/enter")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    after = page.locator("main").bounding_box()

    assert before is not None
    assert after is not None
    assert abs(before["height"] - after["height"]) < 2


def test_charts_of_staff_take_the_scheme_of_the_device(clinic: Clinic) -> None:
    staff = clinic.staff(Role.CHARGE_NURSE)
    staff.page.emulate_media(color_scheme="dark")
    staff.go("/?page=overview")

    expect(staff.page.locator("body")).to_have_css("color-scheme", "dark")
    assert axe_findings(staff.page) == []
