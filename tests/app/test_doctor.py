"""The examination of an installation, in plain words."""

from datetime import date
from pathlib import Path

import pytest

from quiz_app.app.doctor import Finding, examine
from quiz_app.content import load_library
from tests.app.shipped import BROKEN_AT, break_course, copied_questions, write
from tests.content.small_bank import write_bank


def _small(tmp_path: Path, **more: str) -> dict[str, str]:
    """The environment of a healthy installation with the small bank."""
    questions = write_bank(tmp_path)
    return {
        "QUIZ_APP_DATA": str(tmp_path / "data"),
        "QUIZ_APP_QUESTIONS": str(questions),
        "QUIZ_APP_COURSE": "small",
    } | more


def _to_mend(found: list[Finding]) -> list[str]:
    return [finding.text for finding in found if finding.must_mend]


def _texts(found: list[Finding]) -> list[str]:
    return [finding.text for finding in found]


def test_a_healthy_installation_has_nothing_to_mend(tmp_path: Path) -> None:
    found = examine(_small(tmp_path))

    assert _to_mend(found) == []
    assert {"key: there", "database: answers can be saved"} <= set(_texts(found))


def test_every_setting_is_shown_with_what_it_means(tmp_path: Path) -> None:
    found = _texts(examine(_small(tmp_path, QUIZ_APP_PORT="8600")))

    assert "QUIZ_APP_PORT = 8600    port to listen on" in found
    assert "QUIZ_APP_ENTRY = walk-in    who may begin: walk-in or invited" in found


def test_a_misspelled_variable_must_be_mended_and_the_rest_is_still_examined(tmp_path: Path) -> None:
    found = examine(_small(tmp_path, QUIZ_APP_PROT="8600"))

    assert _to_mend(found) == ["QUIZ_APP_PROT: I do not know this setting. Is it misspelled?"]
    assert "key: there" in _texts(found)


def test_bad_values_are_each_a_finding(tmp_path: Path) -> None:
    found = _to_mend(examine(_small(tmp_path, QUIZ_APP_PORT="eight", QUIZ_APP_ENTRY="all", QUIZ_APP_PROT="1")))

    assert [line.partition(":")[0] for line in found] == [
        "QUIZ_APP_PROT",
        "QUIZ_APP_ENTRY='all'",
        "QUIZ_APP_PORT='eight'",
    ]


def test_a_database_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "quiz.db").write_bytes(b"My notes, longer than the header of a database. " * 99)

    assert _to_mend(examine(_small(tmp_path))) == [
        "database: answers cannot be saved: The database file is not a database."
    ]


def test_a_database_of_another_kind_is_told(tmp_path: Path) -> None:
    found = _to_mend(examine(_small(tmp_path, QUIZ_APP_DATABASE_URL="mysql://db/quiz")))

    reason = "The database URL must begin with sqlite:/// and a file, or with postgresql://."
    assert found == [f"database: answers cannot be saved: {reason}"]


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder", encoding="utf-8")

    found = _to_mend(examine(_small(tmp_path)))

    assert [line.partition(":")[0] for line in found] == ["key", "database"]


def test_a_damaged_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "data" / "keys").mkdir(parents=True)
    (tmp_path / "data" / "keys" / "secret.key").touch()

    found = _to_mend(examine(_small(tmp_path)))

    assert len(found) == 1
    assert found[0].startswith("key: ")
    assert "secret.key is damaged" in found[0]


def test_a_draft_is_said_and_need_not_be_mended(tmp_path: Path) -> None:
    found = examine(_small(tmp_path))

    assert Finding("course small: not yet approved by your clinic.") in found


def test_a_draft_that_patients_cannot_begin_is_said(tmp_path: Path) -> None:
    found = examine(_small(tmp_path, QUIZ_APP_REQUIRE_APPROVED_CONTENT="yes"))

    assert Finding("course small: not yet approved by your clinic. Patients cannot begin it.") in found


def test_an_approved_course_is_said(tmp_path: Path) -> None:
    environment = _small(tmp_path)
    content = load_library(tmp_path / "questions", today=date(2026, 11, 22)).courses["small"].content_fingerprint
    signed = "status: approved\n  approved_by: A. Nurse\n  role: Nurse\n  approved_on: 2026-07-20"
    approved = f"{signed}\n  fingerprint: {content}"
    write(tmp_path / "questions" / "small" / "course.yaml", instead_of="status: draft", put=approved)

    assert Finding("course small: approved") in examine(environment)


def test_every_course_is_told(tmp_path: Path) -> None:
    questions = copied_questions(tmp_path)

    found = examine({"QUIZ_APP_DATA": str(tmp_path / "data"), "QUIZ_APP_QUESTIONS": str(questions)})

    assert [text for text in _texts(found) if text.startswith("course ")] == [
        "course ivig: not yet approved by your clinic.",
        "course scig: not yet approved by your clinic.",
    ]


def test_a_course_that_is_not_there_must_be_mended(tmp_path: Path) -> None:
    found = examine(_small(tmp_path, QUIZ_APP_COURSE="nothing"))

    assert _to_mend(found) == ["course nothing: cannot be offered"]


def test_a_broken_course_is_told_with_file_and_line(tmp_path: Path) -> None:
    questions = copied_questions(tmp_path)
    break_course(questions)

    found = examine({"QUIZ_APP_DATA": str(tmp_path / "data"), "QUIZ_APP_QUESTIONS": str(questions)})

    assert any(BROKEN_AT in text for text in _to_mend(found))
    assert "course ivig: cannot be offered" in _to_mend(found)


def test_an_open_line_to_other_devices_is_said(tmp_path: Path) -> None:
    bare = {"QUIZ_APP_ADDRESS": "192.0.2.1"}
    behind_a_proxy = bare | {"QUIZ_APP_PUBLIC_URL": "https://learn.clinic.example"}

    said, not_said = examine(_small(tmp_path, **bare)), examine(_small(tmp_path, **behind_a_proxy))

    assert any("without encryption" in text for text in _texts(said))
    assert not any("without encryption" in text for text in _texts(not_said))


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///{data}/hushhush.db",
        "mysql://quiz:hushhush@db/quiz",
        "not an address: hushhush",
    ],
)
def test_secrets_are_never_shown(tmp_path: Path, url: str) -> None:
    secret = {"QUIZ_APP_SECRET_KEY": "hushhush" * 4, "QUIZ_APP_DATABASE_URL": url.format(data=tmp_path)}

    found = _texts(examine(_small(tmp_path, **secret)))

    assert "hushhush" not in "\n".join(found)
    assert "QUIZ_APP_SECRET_KEY = (set)    key for codes and cookies, 32 characters or more" in found


def test_a_short_key_is_told_without_showing_it(tmp_path: Path) -> None:
    found = examine(_small(tmp_path, QUIZ_APP_SECRET_KEY="hushhush"))

    assert _to_mend(found) == ["key: QUIZ_APP_SECRET_KEY: needs 32 characters or more"]
    assert "hushhush" not in "\n".join(_texts(found))


def test_a_database_url_with_a_word_for_a_port_is_told_without_its_password(tmp_path: Path) -> None:
    found = examine(_small(tmp_path, QUIZ_APP_DATABASE_URL="postgresql://quiz:hush@hush:word@db/quiz"))

    assert _to_mend(found) == ["database: answers cannot be saved: The database URL cannot be read."]
