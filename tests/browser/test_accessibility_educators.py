"""Every screen of educators, in every language, width and colour scheme."""

import pytest

from tests.browser.school import School
from tests.browser.sweep import findings
from tests.browser.table import LOCALES, TABLE, People, name_of, of


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", of(People.EDUCATORS))
def test_a_screen_of_educators_has_no_findings(school: School, name: str, locale: str) -> None:
    row = TABLE[name]
    school.device.begin_watching(*row.expected)

    page = row.reach(school.device)
    drawn, found = name_of(page), findings(page, locale=locale, for_patients=False)

    assert drawn == row.shows
    assert not found, "\n".join(found)
    assert school.device.watch.unexpected == []
