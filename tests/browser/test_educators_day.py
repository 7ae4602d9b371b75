"""An educator's day: mend, preview, approve, publish while a patient is in mid-course, read the figures, exchange."""

import re
from pathlib import Path

from playwright.sync_api import expect

from quiz_app.domain.access import Role
from quiz_app.domain.progress import Stage
from quiz_app.services.demo import Demo, DemoClock
from tests.browser.backstage import PASSWORD, at
from tests.browser.clinic import DESKTOP, PHONE, Clinic
from tests.browser.educator import Educator
from tests.browser.examine import axe_findings, sideways
from tests.browser.watch import Watch

TOPIC = "ivig/topics/side-effects.yaml"
HEADING = "Signs of a blood clot"
NEW_HEADING = "The signs of a blood clot"
SCREEN = "lesson:clot-signs"


def _enter(clinic: Clinic, role: Role, size: tuple[int, int] = DESKTOP) -> Educator:
    return Educator(clinic.new_page(size, cookie=clinic.backstage.staff_cookie(role)))


def _versions(somebody: Educator) -> Educator:
    somebody.go("/?page=versions&course=ivig")
    return somebody


def _publish(educator: Educator) -> None:
    _versions(educator).walk_to("Publish these files")
    educator.walk_to("Publish now")
    expect(educator.says("Published.")).to_be_visible()


def _approve(reviewer: Educator) -> None:
    """Read and approve the files as they stand."""
    _versions(reviewer).page.get_by_role("link", name="Read and approve").click()
    page = reviewer.page
    page.get_by_label("Your clinical role").fill("Pharmacist")
    page.get_by_label("I have read all lessons").check()
    page.get_by_label("Password").fill(PASSWORD)
    reviewer.button("Approve this content").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Approved")


def test_a_sentence_is_mended_approved_and_published_while_a_patient_is_in_mid_course(
    workplace: Clinic, bank: Path
) -> None:
    backstage = workplace.backstage
    alex, ria = _enter(workplace, Role.EDUCATOR), _enter(workplace, Role.REVIEWER)
    _publish(alex)
    began = backstage.begin()
    backstage.walk(began.attempt, at(Stage.READ, screen="clot-signs"))

    alex.part(TOPIC, SCREEN)
    alex.type("Heading", NEW_HEADING).save()
    assert alex.walk_to("Preview") == NEW_HEADING
    _versions(alex)
    expect(alex.says("Differences from what new patients get: 1")).to_be_visible()
    _approve(ria)
    _publish(alex)

    patient = workplace.patient(began)
    expect(patient.page.get_by_role("heading", level=1)).to_have_text(HEADING)
    later = backstage.begin()
    backstage.walk(later.attempt, at(Stage.READ, screen="clot-signs"))
    newcomer = workplace.patient(later)
    expect(newcomer.page.get_by_role("heading", level=1)).to_have_text(NEW_HEADING)
    _versions(alex)
    expect(alex.says("Approved by reviewer-backstage, Pharmacist.")).to_be_visible()
    expect(alex.says("These people finish what they began.")).to_be_visible()
    assert "  approved_by: reviewer-backstage\n" in (bank / "ivig" / "course.yaml").read_text()


def test_an_approval_needs_a_role_the_tick_and_the_password_and_loses_nothing_typed(
    workplace: Clinic, watch: Watch
) -> None:
    watch.expect("422")
    ria = _enter(workplace, Role.REVIEWER, PHONE)
    ria.page.goto("/staff/approve?course=scig")
    page = ria.page

    ria.button("Approve this content").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your clinical role")
    assert axe_findings(page) == []
    assert sideways(page) == []
    page.get_by_label("Your clinical role").fill("Pharmacist")
    page.get_by_label("I have read all lessons").check()
    page.get_by_label("Password").fill("not the password")
    ria.button("Approve this content").click()

    expect(page.get_by_role("alert")).to_contain_text("password")
    expect(page.get_by_label("Your clinical role")).to_have_value("Pharmacist")
    expect(page.get_by_label("I have read all lessons")).to_be_checked()


def test_only_a_reviewer_finds_the_page_of_approval(workplace: Clinic, watch: Watch) -> None:
    watch.expect("404")
    for role in (Role.EDUCATOR, Role.NURSE, Role.ADMINISTRATOR):
        somebody = _enter(workplace, role)
        somebody.page.goto("/staff/approve?course=ivig")
        expect(somebody.page.get_by_role("heading", level=1)).to_have_text("This page is not here.")


def _reads(nurse: Educator, words: str) -> bool:
    """Whether the list of patients says these words, once it is drawn."""
    nurse.go("/?page=patients")
    return nurse.says(words).count() > 0


def test_a_new_phone_number_says_which_published_courses_still_give_the_old_one(workplace: Clinic, bank: Path) -> None:
    alex, nina = _enter(workplace, Role.EDUCATOR), _enter(workplace, Role.NURSE)
    _publish(alex)
    clinic = bank / "clinic.yaml"
    number = re.search(r'^clinic_phone: *"?([^"\n]+)', clinic.read_text(), re.MULTILINE)
    assert number
    clinic.write_text(clinic.read_text().replace(number[1], "(555) 010-9999"))

    old = "Patients still read old phone numbers"
    looks = 0
    while not _reads(nina, old) and looks < 20:  # the banks are looked at every two seconds
        looks += 1
        nina.page.wait_for_timeout(500)
    assert _reads(nina, old)
    _publish(alex)
    assert not _reads(nina, old)


def test_a_retired_course_lets_nobody_in_and_comes_back(workplace: Clinic) -> None:
    alex = _enter(workplace, Role.EDUCATOR)

    _versions(alex).walk_to("Retire this course")
    alex.walk_to("Retire now")

    expect(alex.says("Retired. Nobody new can begin this course.")).to_be_visible()
    assert workplace.backstage.app.offering.course("ivig") is None
    alex.walk_to("Publish these files")
    alex.walk_to("Publish now")
    assert workplace.backstage.app.offering.course("ivig") is not None


def test_figures_of_a_simulated_clinic_are_read_and_questions_go_out_and_come_back(
    workplace: Clinic, tmp_path: Path
) -> None:
    app = workplace.backstage.app
    clock = DemoClock(app.clock.now())
    Demo(app.store, app.vault, clock, course=app.offering.course).fill("ivig", patients=40, seed=1)
    alex = _enter(workplace, Role.EDUCATOR)

    alex.go("/?page=statistics&course=ivig")
    expect(alex.says("simulated")).to_be_visible()
    alex.page.goto("/staff/exchange?course=ivig&topic=before")
    with alex.page.expect_download() as download:
        alex.page.get_by_role("link", name="Download GIFT").click()
    sent = tmp_path / "before.gift"
    download.value.save_as(sent)
    alex.page.get_by_label("File", exact=True).set_input_files(sent)
    alex.button("Look at it first").click()

    expect(alex.page.get_by_role("heading", name="Save it")).to_be_visible()
