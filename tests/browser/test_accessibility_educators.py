"""Every screen of educators, in every language, width and colour scheme."""

import pytest

from tests.browser.school import School
from tests.browser.sweep import findings
from tests.browser.table import LOCALES, TABLE, People, Titles, name_of, of


@pytest.fixture(scope="module")
def titles() -> Titles:
    """The title of every screen that was reached."""
    return {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", of(People.EDUCATORS))
def test_a_screen_of_educators_has_no_findings(school: School, titles: Titles, name: str, locale: str) -> None:
    row = TABLE[name]
    school.device.begin_watching(*row.expected)

    page = row.reach(school.device)
    titles.setdefault(page.title(), set()).add(row.purpose)
    drawn, found = name_of(page), findings(page, locale=locale, for_patients=False)

    assert drawn == row.shows
    assert not found, "\n".join(found)
    assert school.device.watch.unexpected == []


def test_screens_of_educators_that_differ_have_titles_that_differ(titles: Titles) -> None:
    shared = {title: purposes for title, purposes in titles.items() if len(purposes) > 1}

    assert not shared, shared
    assert [title for title in titles if " - " not in title] == []
