"""The educator's page of figures: what to look at, in words, with charts and tables, and never too early."""

import re
from collections.abc import Iterator

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from tests.browser.clinic import Clinic
from tests.browser.device import OneDevice, device_at_home
from tests.browser.devices import Devices
from tests.browser.policy import Policy
from tests.browser.staff import Staff
from tests.browser.steps import wait_until_drawn

PATIENTS = 20


@pytest.fixture(scope="module")
def answered(
    devices: Devices, tmp_path_factory: pytest.TempPathFactory, questions: dict[str, str]
) -> Iterator[OneDevice]:
    """A clinic after twenty patients: everybody misses the point about old clots in both wordings."""
    missed = {"old-leg-clot": Policy.MISS, "estrogen-and-chair": Policy.MISS}
    with device_at_home(devices, tmp_path_factory.mktemp("figures") / "data", **questions) as device:
        for _ in range(PATIENTS):
            device.backstage.walk(device.backstage.begin().attempt, lambda place: place.stage is Stage.END, missed)
        yield device


@pytest.fixture
def figures(answered: OneDevice) -> Iterator[Staff]:
    """The page of their figures."""
    answered.begin_watching()
    educator = answered.staff(Role.EDUCATOR)
    educator.turn_to("Statistics")
    educator.page.get_by_test_id("stVegaLiteChart").first.wait_for()
    yield educator
    assert answered.watch.unexpected == []


def test_before_ten_patients_the_page_only_says_so(clinic: Clinic) -> None:
    educator = clinic.staff(Role.EDUCATOR)

    heading = educator.go("/?page=statistics&course=scig")

    assert heading == "Statistics"
    educator.page.get_by_text(re.compile(r"Patients who answered: not enough answers yet \(\d of 10\)\.")).wait_for()
    assert educator.page.locator(".quiz-table").count() == 0


def test_a_lesson_that_leaves_people_behind_is_named_and_one_press_away(figures: Staff) -> None:
    look = figures.page.locator(".quiz-box", has_text="These lessons leave too many people behind (1)")

    words = look.inner_text()
    look.get_by_role("link", name="clots-and-heart: 0 of 20").click()
    figures.page.wait_for_url("**part=lesson*")
    heading = wait_until_drawn(figures.page)

    assert "clots-and-heart: 0 of 20 (0 to 16\N{NO-BREAK SPACE}%) right by the end" in words
    assert heading != "Statistics"


def test_every_figure_stands_with_its_n_and_every_chart_with_words(figures: Staff) -> None:
    charts = figures.page.get_by_test_id("stVegaLiteChart").all()
    cells = figures.page.locator(".quiz-table td").all_inner_texts()

    assert charts
    assert all(str(chart.get_attribute("aria-label")) for chart in charts)
    assert "not enough answers yet" in " ".join(cells)
    assert [cell for cell in cells if cell.strip().rstrip("%").isdecimal()] == []


def test_nothing_appears_under_the_mouse_on_a_chart(figures: Staff) -> None:
    mark = figures.page.locator("[data-testid=stVegaLiteChart] .mark-symbol path, .mark-rect path").first

    mark.hover(force=True)
    figures.page.wait_for_timeout(500)

    assert figures.page.locator("#vg-tooltip-element.visible").count() == 0


def test_a_nurse_has_no_statistics(nurse: Staff) -> None:
    assert nurse.button("Statistics").count() == 0
