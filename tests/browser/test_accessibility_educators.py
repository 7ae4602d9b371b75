"""Every screen of educators, in every language, width and colour scheme."""

import pytest

from tests.browser.every_screen import problems_of, shared_titles
from tests.browser.school import School
from tests.browser.table import LOCALES, People, Titles, of


@pytest.fixture(scope="module")
def titles() -> Titles:
    """The title of every screen that was reached."""
    return {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", of(People.EDUCATORS))
def test_a_screen_of_educators_has_no_findings(school: School, titles: Titles, name: str, locale: str) -> None:
    found = problems_of(school.device, name, locale, titles)

    assert not found, "\n".join(found)


def test_screens_of_educators_that_differ_have_titles_that_differ(titles: Titles) -> None:
    assert not shared_titles(titles)
