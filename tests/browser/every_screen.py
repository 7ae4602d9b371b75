"""What must be true of each screen of the table: it is the one that was meant, in the language asked for."""

from quiz_app.domain.translation import texts_of
from tests.app.shipped import QUESTIONS
from tests.browser import screens_educators
from tests.browser.device import OneDevice
from tests.browser.educator import Educator
from tests.browser.english import english_left, written_in
from tests.browser.school import ADDED
from tests.browser.screens import LONG_WORDS
from tests.browser.sweep import findings
from tests.browser.table import TABLE, People, Titles, name_of

TYPED = (LONG_WORDS, *screens_educators.TYPED)
"""What people typed in English on the way to a screen."""


def problems_of(device: OneDevice, name: str, locale: str, titles: Titles) -> list[str]:
    """Reach a screen, note its title, and say everything that is wrong with it."""
    row = TABLE[name]
    device.begin_watching(*row.expected, locale=locale)

    page = row.reach(device)
    found = findings(page, locale=locale, for_patients=row.people is People.PATIENTS)
    titles.setdefault(page.title(), set()).add(row.purpose)
    if (drawn := name_of(page)) != row.shows:
        found.append(f"{drawn} is shown instead of {row.shows}")
    if locale != "en":
        written = _files(device) if row.people is People.EDUCATORS else frozenset()  # whose work is with English words
        found += [f"left in English: {words!r}" for words in english_left(page, own=TYPED, written=written)]
    if row.people is People.EDUCATORS and not row.template:  # ours name a control by the section it stands in
        found += Educator(page).names_used_twice()
    return [*found, *device.watch.unexpected]


def _files(device: OneDevice) -> frozenset[str]:
    """What educators work on: the words of all files, and those of the course with the clinic's own filled in."""
    return written_in(QUESTIONS) | {ADDED} | frozenset(texts_of(device.backstage.course).values())


def shared_titles(titles: Titles) -> list[str]:
    """Titles that do not tell two purposes apart, or do not name the app."""
    shared = [f"{title}: {purposes}" for title, purposes in titles.items() if len(purposes) > 1]
    return shared + [title for title in titles if " - " not in title]
