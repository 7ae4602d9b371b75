"""Questions for and from other programs: taken out, changed, looked at, and saved as a draft."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page

from quiz_app.domain.access import Role
from tests.app.shipped import copied_questions
from tests.browser.clinic import DESKTOP, Clinic
from tests.browser.watch import Watch

PLACE = "/staff/exchange?course=ivig"
FOREIGN = """\
::Fever at home::[html]<p>You have a <b>fever</b>. Who do you call?</p>{
=The clinic
~Nobody#Many people wait. Call us.
}

How many? {#4}
"""


@pytest.fixture
def questions(tmp_path: Path) -> dict[str, str]:
    """A copy that may be written into."""
    return {"questions": str(copied_questions(tmp_path))}


@pytest.fixture
def place(own_clinic: Callable[..., Clinic]) -> Clinic:
    return own_clinic()


def educator(place: Clinic, size: tuple[int, int] = DESKTOP) -> Page:
    """An educator at the page for exchange."""
    page = place.new_page(size, cookie=place.backstage.staff_cookie(Role.EDUCATOR))
    page.goto(PLACE)
    return page


def look_at(page: Page, name: str, content: str) -> None:
    """Upload a file and see what it would become."""
    page.get_by_label("File").set_input_files(FilePayload(name=name, mimeType="text/plain", buffer=content.encode()))
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_role("heading", level=1, name="This is what the file would become").wait_for()


def topics(place: Clinic) -> set[str]:
    """The topic files of the course."""
    return {path.name for path in (place.backstage.app.settings.questions / "ivig" / "topics").iterdir()}


def test_an_educator_sees_what_a_file_would_become_and_saves_it_as_a_draft(place: Clinic) -> None:
    page, before = educator(place), topics(place)

    look_at(page, "fever.gift", FOREIGN)
    words = page.locator("main").inner_text()
    assert "Questions in fever.gift: 1. Nothing is written yet." in words
    assert "We have no question of this kind. It was left out.\n\nquestion 2: numerical" in words
    assert "Formatting was taken out. The words stay.\n\nfever-at-home: <b>" in words
    assert topics(place) == before

    page.get_by_label("Title of the new topic").fill("Fever at home")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Saved as a draft topic").wait_for()
    assert topics(place) - before == {"fever-at-home.yaml"}

    page.get_by_role("link", name="Open the new topic").click()
    page.get_by_text("Fever at home").first.wait_for()


def test_every_format_is_downloaded_and_the_table_comes_back_whole(place: Clinic, tmp_path: Path) -> None:
    page, count = educator(place), len(place.backstage.course.topics[1].items)
    page.get_by_label("Which questions").select_option(label="Before your infusion")
    page.get_by_role("button", name="Show these").click()
    page.get_by_text(f"Questions: {count}").wait_for()
    saved = {}
    for name in ("Excel (xlsx)", "Table (CSV)", "GIFT", "Moodle XML", "QTI 3.0"):
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Download {name}").click()
        saved[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[name])

    page.get_by_label("File").set_input_files(saved["Excel (xlsx)"])
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_text("Nothing is written yet.").wait_for()

    today = place.backstage.app.clock.today()
    assert {path.name for path in saved.values()} == {
        f"ivig-before-{today:%Y-%m-%d}.{ending}" for ending in ("xlsx", "csv", "gift", "xml", "zip")
    }
    assert f": {count}. Nothing" in page.locator("main").inner_text()
    assert page.get_by_role("heading", name="Not taken").count() == 0


def test_a_file_that_cannot_be_read_is_told_in_place(place: Clinic, watch: Watch) -> None:
    watch.expect("422")
    page = educator(place)

    page.get_by_role("button", name="Look at it first").click()
    page.locator(".summary").wait_for()
    assert "Please choose a file that is not empty." in page.locator(".summary").inner_text()

    big = FilePayload(name="big.gift", mimeType="text/plain", buffer=b"x" * 1_000_001)
    page.get_by_label("File").set_input_files(big)
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_text("This file is larger than 1 MB").first.wait_for()

    look_at(page, "old.doc", "words")
    assert "I do not know this kind of file." in page.locator("main").inner_text()


def test_an_upload_waits_while_the_educator_logs_in_again(place: Clinic, watch: Watch) -> None:
    watch.expect("401")
    page, before = educator(place), topics(place)
    look_at(page, "fever.gift", FOREIGN)
    cookies = page.context.cookies()
    page.context.clear_cookies()

    page.get_by_role("button", name="Save as a draft topic").click()
    page.get_by_role("heading", level=1).wait_for()
    page.context.add_cookies([{"name": c["name"], "value": c["value"], "url": place.server.url} for c in cookies])
    page.locator("button.primary").click()
    page.get_by_role("heading", name="Saved as a draft topic").wait_for()

    assert topics(place) - before == {"fever.yaml"}


@pytest.mark.parametrize("role", [Role.NURSE, Role.ADMINISTRATOR])
def test_who_may_not_edit_learns_nothing(place: Clinic, watch: Watch, role: Role) -> None:
    watch.expect("404")
    page = place.new_page(cookie=place.backstage.staff_cookie(role))

    assert page.request.get(PLACE).status == 404
    assert page.request.get("/staff/exchange/ivig.gift").status == 404
