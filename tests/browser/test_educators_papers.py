"""What an educator prints, sends out and takes back: texts for translators, and the worksheet for two raters."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from quiz_app.domain.access import Role
from tests.browser.clinic import DESKTOP, PHONE, Clinic
from tests.browser.examine import axe_findings, sideways
from tests.browser.watch import Watch


def test_texts_go_out_come_back_are_looked_at_and_written(workplace: Clinic, bank: Path, tmp_path: Path) -> None:
    educator = workplace.staff(Role.EDUCATOR)
    page = educator.page
    page.goto("/staff/exchange?course=scig")
    page.get_by_role("link", name="Translations of this course").click()
    with page.expect_download() as download:
        educator.button("Download the PO file").click()
    sent = tmp_path / "scig-es.po"
    download.value.save_as(sent)
    title = 'msgctxt "course/title"\nmsgid "Your first infusion under the skin"\nmsgstr ""'
    assert title in sent.read_text()
    sent.write_text(sent.read_text().replace(title, title.replace('msgstr ""', 'msgstr "Su primera infusión"')))

    page.get_by_label("PO file").set_input_files(sent)
    educator.button("Look at it first").click()

    expect(page.get_by_text("Texts that can be taken (es): 1.")).to_be_visible()
    assert not (bank / "scig" / "es").exists()
    assert axe_findings(page) == []

    educator.button("Write these translations").click()

    expect(page.get_by_role("status")).to_contain_text("1 of ")
    assert "says: Su primera infusión" in (bank / "scig" / "es" / "course.yaml").read_text()


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_what_cannot_be_taken_is_told_beside_its_field(
    workplace: Clinic, watch: Watch, size: tuple[int, int], tmp_path: Path
) -> None:
    watch.expect("422")
    educator = workplace.staff(Role.EDUCATOR, size)
    page = educator.page
    page.goto("/staff/translation?course=scig")
    broken = tmp_path / "broken.po"
    broken.write_text("this is no PO file")

    page.get_by_label("PO file").set_input_files(broken)
    educator.button("Look at it first").click()

    expect(page.get_by_role("alert")).to_contain_text("This is no PO file")
    assert axe_findings(page) == []
    assert sideways(page) == []


def test_a_nurse_finds_nothing_there(workplace: Clinic, watch: Watch) -> None:
    watch.expect("404")
    nurse = workplace.staff(Role.NURSE)
    nurse.page.goto("/staff/translation?course=scig")

    expect(nurse.page.get_by_role("heading", level=1)).to_have_text("This page is not here.")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_worksheet_for_two_raters_is_a_page_to_print(workplace: Clinic, size: tuple[int, int]) -> None:
    page = workplace.staff(Role.EDUCATOR, size).page
    page.goto("/staff/worksheet?course=ivig&topic=side-effects")

    expect(page.get_by_role("heading", level=1)).to_have_text("Worksheet: Side effects and what to report")
    expect(page.get_by_text("It is not a score of either")).to_be_visible()
    assert axe_findings(page) == []
    assert sideways(page) == []
