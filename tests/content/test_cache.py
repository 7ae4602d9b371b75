import os
from datetime import date
from pathlib import Path

import pytest

from quiz_app.content import loader
from quiz_app.content.loader import load_library
from quiz_app.content.shelf import Files
from tests.content.small_bank import COURSE, FILES, GLOSSARY, TODAY, TOPIC, write_bank


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the courses that were really checked, in order."""
    checked: list[str] = []
    really = loader.check_course

    def noted(files: Files, clinic: object, *, today: date) -> object:
        checked.append(files.folder.name)
        return really(files, clinic, today=today)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(loader, "check_course", noted)
    return checked


def test_a_course_checked_before_is_not_checked_again(tmp_path: Path, checks: list[str]) -> None:
    questions = write_bank(tmp_path)

    first = load_library(questions, today=TODAY, cache=tmp_path / "cache")
    second = load_library(questions, today=TODAY, cache=tmp_path / "cache")

    assert checks == ["small"]
    assert second == first
    assert second.courses["small"].fingerprint == first.courses["small"].fingerprint


@pytest.mark.parametrize("name", FILES)
def test_a_change_in_any_file_is_noticed(name: str, tmp_path: Path, checks: list[str]) -> None:
    load_library(write_bank(tmp_path), today=TODAY, cache=tmp_path / "cache")

    comment = "<!-- seen -->" if name.endswith(".svg") else "# seen\n"
    load_library(write_bank(tmp_path, {name: FILES[name] + comment}), today=TODAY, cache=tmp_path / "cache")

    assert checks == ["small", "small"]


def test_warnings_are_kept_with_the_course(tmp_path: Path, checks: list[str]) -> None:
    changed = {"small/course.yaml": COURSE.replace("2027-06-01", "2026-01-01")}
    questions = write_bank(tmp_path, changed)

    for _ in range(2):
        library = load_library(questions, today=TODAY, cache=tmp_path / "cache")

    assert checks == ["small"]
    assert [str(found.code) for found in library.problems] == ["W511"]


def test_a_review_that_becomes_due_is_noticed(tmp_path: Path, checks: list[str]) -> None:
    questions = write_bank(tmp_path)
    days = [date(2026, 11, 22), date(2027, 4, 1), date(2027, 4, 2), date(2027, 5, 2), date(2027, 6, 1)]

    messages = [load_library(questions, today=day, cache=tmp_path / "cache").problems for day in days]

    assert [found[0].message if found else "" for found in messages] == [
        "",
        "",
        "The review is due in 60 days or fewer, on 2027-06-01.",
        "The review is due in 30 days or fewer, on 2027-06-01.",
        "The review was due on 2027-06-01.",
    ]
    assert checks == ["small"] * 4


def test_a_damaged_copy_is_not_believed(tmp_path: Path, checks: list[str]) -> None:
    questions = write_bank(tmp_path)
    load_library(questions, today=TODAY, cache=tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"Rest and wait", b"Rest and wake"))

    library = load_library(questions, today=TODAY, cache=tmp_path / "cache")

    assert checks == ["small", "small"]
    assert library.courses["small"].items["clot-evening"].options[1].text == "Rest and wait"


def test_a_course_with_errors_is_not_kept(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"small/topics/signs.yaml": TOPIC.replace("level: decide", "level: guess")})

    load_library(questions, today=TODAY, cache=tmp_path / "cache")

    assert not (tmp_path / "cache").exists()


def test_a_link_out_of_the_folder_is_told_every_time(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"small/glossary.yaml": None})
    (tmp_path / "elsewhere.yaml").write_text(GLOSSARY)
    (questions / "small" / "glossary.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    for _ in range(2):
        library = load_library(questions, today=TODAY, cache=tmp_path / "cache")

    assert [found.code for found in library.problems] == ["E102"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(mode=0o500)

    library = load_library(write_bank(tmp_path), today=TODAY, cache=tmp_path / "cache")

    assert list(library.courses) == ["small"]


def test_a_file_in_place_of_the_folder_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("not a folder")

    library = load_library(write_bank(tmp_path), today=TODAY, cache=tmp_path / "cache")

    assert list(library.courses) == ["small"]
