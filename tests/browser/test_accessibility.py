"""Every screen of patients, in every language, width, colour scheme and text size."""

import pytest

from tests.browser.device import OneDevice
from tests.browser.sweep import findings
from tests.browser.table import LOCALES, TABLE, People, name_of, of


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", of(People.PATIENTS))
def test_a_screen_of_patients_has_no_findings(device: OneDevice, name: str, locale: str) -> None:
    row = TABLE[name]
    device.begin_watching(*row.expected)

    page = row.reach(device)
    drawn, found = name_of(page), findings(page, locale=locale, for_patients=True)

    assert drawn == row.shows
    assert not found, "\n".join(found)
    assert device.watch.unexpected == []
