"""Every screen of nurses, in every language, width and colour scheme."""

import pytest

from tests.browser.device import OneDevice
from tests.browser.sweep import findings
from tests.browser.table import LOCALES, TABLE, People, name_of, of


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", of(People.STAFF))
def test_a_screen_of_staff_has_no_findings(device: OneDevice, name: str, locale: str) -> None:
    row = TABLE[name]
    device.begin_watching(*row.expected)

    page = row.reach(device)
    drawn, found = name_of(page), findings(page, locale=locale, for_patients=False)

    assert drawn == row.shows
    assert not found, "\n".join(found)
    assert device.watch.unexpected == []
