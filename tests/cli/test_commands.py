"""The commands, as people type them."""

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from quiz_app.app.assembly import App, assemble
from quiz_app.app.settings import Settings
from quiz_app.cli import main
from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin
from quiz_app.domain.board import Asked
from quiz_app.services.staffing import CONSOLE
from tests.app.shipped import BROKEN_AT, QUESTIONS, break_course, copied_questions
from tests.content.small_bank import FILES, write_bank


def _quiz_app(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def _open(data: Path) -> App:
    return assemble(Settings(data=data))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of every command, not made yet."""
    for name in [name for name in os.environ if name.startswith("QUIZ_APP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("QUIZ_APP_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    questions = copied_questions(tmp_path)
    break_course(questions)
    return questions


def _is_plainly_refused(result: Result) -> bool:
    """Whether it ended with code 1 and one line on the error stream, and no trace of the program."""
    ended = result.exit_code == 1 and isinstance(result.exception, SystemExit)
    return ended and result.stdout == "" and len(result.stderr.splitlines()) == 1


def test_the_shipped_questions_have_no_errors() -> None:
    assert _quiz_app("check").exit_code == 0
    assert _quiz_app("check", QUESTIONS / "ivig").exit_code == 0


def test_a_broken_course_is_told_with_file_and_line(broken: Path) -> None:
    result = _quiz_app("check", broken)

    assert result.exit_code == 1
    assert f"{broken.as_posix()}/{BROKEN_AT}" in result.stdout


def test_check_looks_where_the_setting_says(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_APP_QUESTIONS", str(broken))

    assert _quiz_app("check").exit_code == 1


def test_findings_for_programs_are_json(broken: Path) -> None:
    result = _quiz_app("check", broken, "--format", "json")

    first = json.loads(result.stdout)[0]
    assert result.exit_code == 1
    assert (first["file"], first["line"], first["severity"]) == (f"{broken.as_posix()}/ivig/course.yaml", 7, "error")


def test_no_findings_are_an_empty_json_list() -> None:
    assert json.loads(_quiz_app("check", QUESTIONS / "ivig", "--format", "json").stdout) == []


def test_findings_for_github_stand_beside_their_line(broken: Path) -> None:
    result = _quiz_app("check", broken, "--format", "github")

    assert result.exit_code == 1
    assert f"::error file={broken.as_posix()}/ivig/course.yaml,line=7,col=1," in result.stdout


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = _quiz_app("check", tmp_path / "nowhere")

    assert _is_plainly_refused(result)
    assert result.stderr == f"{tmp_path / 'nowhere'}: there is no such file or folder.\n"


def test_the_schemas_are_written_as_they_are_shipped(tmp_path: Path) -> None:
    result = _quiz_app("schema", tmp_path / "schema")

    written = {file.name: file.read_bytes() for file in (tmp_path / "schema").iterdir()}
    assert result.stdout == f"The schemas are in {tmp_path / 'schema'}\n"
    assert written == {file.name: file.read_bytes() for file in (QUESTIONS / "schema").iterdir()}


def test_an_invitation_is_printed_and_lets_its_patient_in(data: Path) -> None:
    result = _quiz_app("invite", "--label", "Tuesday")

    printed = re.fullmatch(r"Code: (.+)\nLink: http://localhost:8501/e#(.+)\n", result.stdout)
    assert printed
    app = _open(data)
    by_code = app.visiting.by_code(printed[1], "here")
    by_link = app.visiting.by_link(printed[2])
    app.store.close()
    assert by_code == by_link
    assert (by_code.course, by_code.label) == ("ivig", "Tuesday")


def test_many_codes_are_printed_each_with_its_link_and_the_day_is_kept(data: Path) -> None:
    result = _quiz_app("invite", "--label", "Tue", "--count", "3", "--infusion", "2026-12-01")

    codes = re.findall(r"^Code: (.+)$", result.stdout, re.MULTILINE)
    app = _open(data)
    known = [app.store.invitation(code[:4]) for code in codes]
    app.store.close()
    assert [each.label for each in known if each] == ["Tue 1", "Tue 2", "Tue 3"]
    assert {each.infusion_on for each in known if each} == {date(2026, 12, 1)}
    assert len(re.findall(r"^Link: ", result.stdout, re.MULTILINE)) == 3


def test_a_label_that_looks_like_a_person_is_warned_about_not_refused() -> None:
    result = _quiz_app("invite", "--label", "Mrs Miller")

    assert result.exit_code == 0
    assert result.stderr.startswith("The label looks as if it could point to a person.")


@pytest.mark.parametrize("words", [("--count", "0"), ("--count", "51"), ("--infusion", "tomorrow")])
def test_an_impossible_number_or_day_is_refused(words: tuple[str, str]) -> None:
    result = _quiz_app("invite", *words)

    assert result.exit_code == 2
    assert result.stdout == ""


def test_the_link_of_an_invitation_has_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_APP_PUBLIC_URL", "https://learn.clinic.example/")

    assert "\nLink: https://learn.clinic.example/e#" in _quiz_app("invite").stdout


def test_an_invitation_can_be_to_another_course(data: Path) -> None:
    result = _quiz_app("invite", "scig")

    app = _open(data)
    invitation = app.store.invitation(result.stdout[len("Code: ") :][:4])
    app.store.close()
    assert invitation
    assert invitation.course == "scig"


def test_an_invitation_is_to_the_course_of_the_settings_unless_another_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_APP_COURSE", "scig")

    result = _quiz_app("invite")

    app = _open(data)
    invitation = app.store.invitation(result.stdout[len("Code: ") :][:4])
    app.store.close()
    assert invitation
    assert invitation.course == "scig"


def test_an_invitation_to_no_course_is_refused_and_says_what_to_do() -> None:
    result = _quiz_app("invite", "nothing")

    assert _is_plainly_refused(result)
    assert "Run: quiz-app doctor" in result.stderr


def test_a_code_is_taken_back_by_its_beginning(data: Path) -> None:
    begins = _quiz_app("invite").stdout[len("Code: ") :][:4]

    result = _quiz_app("revoke", begins.lower())

    app = _open(data)
    invitation = app.store.invitation(begins)
    app.store.close()
    assert result.stdout == "The code lets nobody in any more.\n"
    assert invitation
    assert invitation.revoked_at


def test_a_code_nobody_made_cannot_be_taken_back() -> None:
    result = _quiz_app("revoke", "ABCD")

    assert _is_plainly_refused(result)
    assert result.stderr == "There is no code that begins with ABCD.\n"


def test_a_demo_fills_an_empty_database(data: Path) -> None:
    result = _quiz_app("demo", "3")

    app = _open(data)
    simulated = app.store.has_real_attempts()
    app.store.close()
    assert result.stdout == "3 simulated patients are in the database now.\n"
    assert simulated is False


def test_a_demo_can_be_of_another_course(data: Path) -> None:
    result = _quiz_app("demo", "3", "--course", "scig")

    app = _open(data)
    lines = app.board.work_list(CONSOLE, Asked()).lines
    app.store.close()
    assert result.stdout == "3 simulated patients are in the database now.\n"
    assert {line.course for line in lines} == {"scig"}


def test_a_demo_is_refused_where_somebody_walked_in(data: Path) -> None:
    app = _open(data)
    _, attempt = app.inviting.walk_in("ivig")
    app.store.close()

    result = _quiz_app("demo", "3")

    assert _is_plainly_refused(result)
    assert result.stderr.startswith("This database holds real patients. Use an empty one: ")
    app = _open(data)
    record = app.store.record(attempt)
    app.store.close()
    assert record
    assert record.attempt.origin is Origin.WALK_IN


def test_a_forgotten_password_gets_a_new_link(data: Path) -> None:
    app = _open(data)
    old = app.staffing.add_colleague(CONSOLE, "anna", Role.NURSE)
    app.store.close()

    result = _quiz_app("staff-link", " Anna ")

    printed = re.fullmatch(r"http://localhost:8501/staff/setup#(.+)\n", result.stdout)
    assert printed
    app = _open(data)
    before, now = app.staffing.colleague_of(old), app.staffing.colleague_of(printed[1])
    app.store.close()
    assert before is None
    assert now
    assert now.login == "anna"


def test_a_login_nobody_has_gets_no_link() -> None:
    result = _quiz_app("staff-link", "berta")

    assert _is_plainly_refused(result)
    assert result.stderr == "There is no account with the login berta.\n"


def test_a_new_database_is_brought_up_to_date(data: Path) -> None:
    first, second = _quiz_app("db", "upgrade"), _quiz_app("db", "upgrade")

    assert first.stdout == second.stdout == "The database is up to date.\n"
    assert [file.name for file in data.iterdir()] == ["quiz.db"]


def test_the_data_folder_can_be_given_with_the_command(data: Path, tmp_path: Path) -> None:
    _quiz_app("db", "upgrade", "--data", tmp_path / "other")

    assert (tmp_path / "other" / "quiz.db").is_file()
    assert not data.exists()


@pytest.mark.parametrize("command", [["serve"], ["check"], ["schema"], ["invite"], ["demo"], ["db", "upgrade"]])
def test_a_bad_setting_is_one_plain_sentence(command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_APP_PORT", "eight")

    result = _quiz_app(*command)

    assert _is_plainly_refused(result)
    assert result.stderr.startswith("QUIZ_APP_PORT='eight': ")


def test_a_data_folder_that_cannot_be_made_is_one_plain_sentence(data: Path) -> None:
    data.write_text("a file, not a folder", encoding="utf-8")

    for command in (["invite"], ["demo"], ["db", "upgrade"]):
        result = _quiz_app(*command)

        assert _is_plainly_refused(result)
        assert result.stderr.startswith("QUIZ_APP_DATA: ")


def test_the_doctor_ends_with_code_1_only_if_something_must_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    healthy = _quiz_app("doctor")
    monkeypatch.setenv("QUIZ_APP_PROT", "8600")
    misspelled = _quiz_app("doctor")

    assert healthy.exit_code == 0
    assert misspelled.exit_code == 1
    assert "QUIZ_APP_PROT: I do not know this setting. Is it misspelled?" in misspelled.stdout


def test_schemas_cannot_be_written_into_a_file_and_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "schema").write_text("mine", encoding="utf-8")

    result = _quiz_app("schema", tmp_path / "schema")

    assert _is_plainly_refused(result)


def test_a_bank_in_order_is_told_so(tmp_path: Path) -> None:
    questions = write_bank(
        tmp_path, {"small/course.yaml": FILES["small/course.yaml"].replace("2027-06-01", "2999-06-01")}
    )

    assert _quiz_app("check", questions).stdout == "No problems.\n"


def test_a_bank_is_checked_from_inside_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_bank(tmp_path, {"small/glossary.yaml": ""}) / "small")

    result = _quiz_app("check", ".")

    assert result.exit_code == 1
    assert result.stdout.endswith(
        "questions/small/glossary.yaml:1:1: This file is empty. Write the content, or take the file away. [E105]\n"
    )


def test_a_worksheet_is_printed_for_a_topic() -> None:
    result = _quiz_app("worksheet", "ivig/side-effects")

    assert result.exit_code == 0
    assert result.stdout.startswith("# Worksheet: Side effects and what to report\n")


def test_a_worksheet_for_no_topic_says_which_there_are() -> None:
    no_topic, no_course = _quiz_app("worksheet", "ivig/side-effect"), _quiz_app("worksheet", "ivg/after")

    assert _is_plainly_refused(no_topic)
    assert "ivig/side-effects" in no_topic.stderr
    assert _is_plainly_refused(no_course)
