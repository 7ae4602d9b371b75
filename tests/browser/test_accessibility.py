"""Every screen of patients, in every language, width, colour scheme and text size."""

import pytest

from tests.browser.device import OneDevice
from tests.browser.every_screen import problems_of, shared_titles
from tests.browser.table import LOCALES, People, Titles, of


@pytest.fixture(scope="module")
def titles() -> Titles:
    """The title of every screen that was reached."""
    return {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", of(People.PATIENTS))
def test_a_screen_of_patients_has_no_findings(device: OneDevice, titles: Titles, name: str, locale: str) -> None:
    found = problems_of(device, name, locale, titles)

    assert not found, "\n".join(found)


def test_screens_of_patients_that_differ_have_titles_that_differ(titles: Titles) -> None:
    assert not shared_titles(titles)
