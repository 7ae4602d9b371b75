"""The record as files: who gets them, under which name, and what everybody else learns."""

import json

import pytest

from quiz_app.domain.access import Role
from tests.browser.clinic import Clinic
from tests.browser.screens import finished
from tests.browser.staff import Staff

FILES = {
    "note.txt": ("txt", "text/plain; charset=utf-8"),
    "record.pdf": ("pdf", "application/pdf"),
    "record.json": ("json", "application/fhir+json"),
    "record.csv": ("csv", "text/csv; charset=utf-8"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_nurse_gets_each_file_under_a_name_of_code_and_date(clinic: Clinic, nurse: Staff, name: str) -> None:
    patient = finished(clinic)
    ending, media_type = FILES[name]

    answer = nurse.page.request.get(f"/export/{patient.attempt}/{name}")
    today = clinic.backstage.app.clock.today()

    assert answer.status == 200
    assert answer.headers["content-type"] == media_type
    assert (
        answer.headers["content-disposition"] == f'attachment; filename="{patient.code[:4]}-{today:%Y-%m-%d}.{ending}"'
    )
    assert answer.headers["cache-control"] == "no-store"
    assert len(answer.body()) > 100


def test_the_files_are_what_they_say(clinic: Clinic, nurse: Staff) -> None:
    patient = finished(clinic)

    pdf = nurse.page.request.get(f"/export/{patient.attempt}/record.pdf").body()
    bundle = json.loads(nurse.page.request.get(f"/export/{patient.attempt}/record.json").body())
    note = nurse.page.request.get(f"/export/{patient.attempt}/note.txt").text()

    assert pdf.startswith(b"%PDF-")
    assert bundle["resourceType"] == "Bundle"
    assert patient.code[:4] in note
    assert patient.code not in note
    assert len(note) <= 1200


@pytest.mark.parametrize("who", ["patient", "educator", "administrator", "nobody"])
def test_who_may_not_export_learns_nothing_and_leaves_a_trace(clinic: Clinic, who: str) -> None:
    attempt = finished(clinic).attempt
    if who == "patient":
        page = clinic.new_page(cookie=clinic.backstage.patient_cookie(attempt))
    else:
        page = clinic.new_page(cookie=clinic.backstage.staff_cookie(Role(who)) if who != "nobody" else "")
    path = f"/export/{attempt}/record.pdf"

    answer = page.request.get(path)
    [fact] = clinic.backstage.rows("SELECT action FROM audit WHERE subject = ?", path)

    assert answer.status == 404
    assert "This page is not here." in answer.text()
    assert fact == ("refused",)


@pytest.mark.parametrize(
    "path", ["/export/x", "/export/x/record.pdf", f"/export/{'0' * 32}/record.exe", f"/export/{'0' * 32}/note.txt"]
)
def test_what_is_not_kept_is_not_here(nurse: Staff, path: str) -> None:
    answer = nurse.page.request.get(path)

    assert answer.status == 404
