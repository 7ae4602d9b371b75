"""Settings read from the environment."""

from pathlib import Path

import pytest

from quiz_app.app.settings import BadSetting, Entry, LogFormat, read_settings, unknown_variables
from tests.app.shipped import QUESTIONS


def test_without_variables_anybody_may_walk_in_on_this_computer_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    settings = read_settings({})

    assert settings.model_dump() == {
        "data": tmp_path / "data",
        "database_url": "",
        "questions": QUESTIONS,
        "course": "ivig",
        "entry": Entry.WALK_IN,
        "require_approved_content": False,
        "offer_unreviewed_languages": None,
        "secret_key": "",
        "address": "127.0.0.1",
        "port": 8501,
        "public_url": "",
        "log_format": LogFormat.TEXT,
    }


def test_every_variable_is_read_as_what_it_is() -> None:
    settings = read_settings(
        {
            "QUIZ_APP_ENTRY": "invited",
            "QUIZ_APP_PORT": "8600",
            "QUIZ_APP_REQUIRE_APPROVED_CONTENT": "true",
            "QUIZ_APP_LOG_FORMAT": "json",
        }
    )

    assert settings.entry is Entry.INVITED
    assert settings.port == 8600
    assert settings.require_approved_content is True
    assert settings.log_format is LogFormat.JSON


def test_a_folder_is_absolute_and_may_begin_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    settings = read_settings({"QUIZ_APP_DATA": "~/quiz", "QUIZ_APP_QUESTIONS": "banks/../mine"})

    assert settings.data == tmp_path / "quiz"
    assert settings.questions == tmp_path / "mine"


def test_all_bad_variables_are_named_at_once() -> None:
    with pytest.raises(BadSetting) as told:
        read_settings(
            {
                "QUIZ_APP_PORT": "eight",
                "QUIZ_APP_ENTRY": "everybody",
                "QUIZ_APP_REQUIRE_APPROVED_CONTENT": "perhaps",
                "QUIZ_APP_LOG_FORMAT": "xml",
            }
        )

    lines = sorted(line.partition(": ")[0] for line in str(told.value).splitlines())
    assert lines == [
        "QUIZ_APP_ENTRY='everybody'",
        "QUIZ_APP_LOG_FORMAT='xml'",
        "QUIZ_APP_PORT='eight'",
        "QUIZ_APP_REQUIRE_APPROVED_CONTENT='perhaps'",
    ]


def test_the_allowed_words_are_said() -> None:
    with pytest.raises(BadSetting, match="'walk-in' or 'invited'"):
        read_settings({"QUIZ_APP_ENTRY": "everybody"})


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_port_that_no_computer_has_is_refused(port: str) -> None:
    with pytest.raises(BadSetting, match=f"QUIZ_APP_PORT='{port}'"):
        read_settings({"QUIZ_APP_PORT": port})


def test_an_empty_variable_counts_as_not_set() -> None:
    settings = read_settings({"QUIZ_APP_PORT": "", "QUIZ_APP_ENTRY": "", "QUIZ_APP_QUESTIONS": ""})

    assert (settings.port, settings.entry, settings.questions) == (8501, Entry.WALK_IN, QUESTIONS)


def test_a_variable_of_another_name_changes_nothing() -> None:
    assert read_settings({"QUIZ_APP_PROT": "eight", "PORT": "9"}) == read_settings({})


def test_misspelled_variables_are_found_in_order() -> None:
    environment = {"QUIZ_APP_PROT": "1", "QUIZ_APP_PORT": "1", "QUIZ_APP_DATE": "", "PATH": "/bin"}

    assert unknown_variables(environment) == ["QUIZ_APP_DATE", "QUIZ_APP_PROT"]


def test_the_address_is_this_computer_until_a_public_one_is_set() -> None:
    settings = read_settings({"QUIZ_APP_PORT": "8600"})

    assert settings.url == "http://localhost:8600"
    assert not settings.tls


def test_the_public_address_is_used_without_its_last_slash() -> None:
    settings = read_settings({"QUIZ_APP_PUBLIC_URL": "https://learn.clinic.example/"})

    assert settings.url == "https://learn.clinic.example"
    assert settings.tls


def test_a_public_address_without_encryption_is_known_as_such() -> None:
    assert not read_settings({"QUIZ_APP_PUBLIC_URL": "http://learn.clinic.example"}).tls


def test_the_database_is_a_file_in_the_data_folder_unless_another_is_set(tmp_path: Path) -> None:
    own = read_settings({"QUIZ_APP_DATA": str(tmp_path)})
    other = read_settings({"QUIZ_APP_DATA": str(tmp_path), "QUIZ_APP_DATABASE_URL": "postgresql://db/quiz"})

    assert own.store_url == f"sqlite:///{tmp_path / 'quiz.db'}"
    assert other.store_url == "postgresql://db/quiz"


def test_a_home_that_nobody_has_is_a_bad_setting() -> None:
    with pytest.raises(BadSetting, match="QUIZ_APP_DATA"):
        read_settings({"QUIZ_APP_DATA": "~nobody-of-that-name/data"})
