import os
from datetime import date
from pathlib import Path

import pytest

from quiz_app.content import Library, check, load_library
from quiz_app.content.problems import has_errors
from quiz_app.domain.course import Course
from quiz_app.domain.item import Kind
from tests.content.small_bank import COURSE, FILES, GLOSSARY, PICTURE, TODAY, TOPIC, write_bank


def loaded(questions: Path) -> Course:
    library = load_library(questions, today=TODAY)
    assert library.problems == ()
    return library.courses["small"]


def codes(library: Library) -> list[str]:
    return [found.code for found in library.problems]


def test_a_course_in_order_is_loaded_whole(tmp_path: Path) -> None:
    library = load_library(write_bank(tmp_path), today=TODAY)

    course = library.courses["small"]
    assert [topic.topic for topic in course.topics] == ["signs"]
    assert [item.kind for item in course.items.values()] == [Kind.CHOOSE_ONE, Kind.CHOOSE_ONE, Kind.SORT]
    assert library.pictures["small", "clot.svg"].read_text() == PICTURE
    assert library.sources["small"].documents["P01"].title == "Blood clots"
    assert library.clinic is not None
    assert library.clinic.clinic_phone == "555-0100"


def test_the_clinics_words_fill_every_text(tmp_path: Path) -> None:
    course = loaded(write_bank(tmp_path))

    assert course.topics[0].lesson[0].do == "Call 911 first. Then call 555-0100."
    assert course.items["clot-evening"].options[0].text == "Call 911"
    assert course.items["sort-signs"].groups["emergency"] == "Call 911 now"
    assert course.outline.take_home.cards[0].heading == "Call 911 if:"


def test_what_the_clinic_writes_is_filled_in_once_and_never_read_as_a_placeholder(tmp_path: Path) -> None:
    clinic = FILES["clinic.yaml"].replace("555-0100", '"{emergency_number}"')

    library = load_library(write_bank(tmp_path, {"clinic.yaml": clinic}), today=TODAY)

    assert library.courses["small"].topics[0].lesson[0].do == "Call 911 first. Then call {emergency_number}."


def test_a_course_with_an_error_is_held_back_and_others_are_loaded(tmp_path: Path) -> None:
    other = {name.replace("small/", "other/"): text for name, text in FILES.items() if name.startswith("small/")}
    other["other/course.yaml"] = COURSE.replace("course: small", "course: other")
    broken = {"small/topics/signs.yaml": TOPIC.replace("level: decide", "level: guess")}

    library = load_library(write_bank(tmp_path, {**other, **broken}), today=TODAY)

    assert list(library.courses) == ["other"]
    assert codes(library) == ["E206"]


def test_a_warning_does_not_hold_a_course_back(tmp_path: Path) -> None:
    changed = {"small/course.yaml": COURSE.replace("2027-06-01", "2026-01-01")}

    library = load_library(write_bank(tmp_path, changed), today=TODAY)

    assert list(library.courses) == ["small"]
    assert codes(library) == ["W511"]


def test_without_the_clinics_words_no_course_is_loaded(tmp_path: Path) -> None:
    library = load_library(write_bank(tmp_path, {"clinic.yaml": None}), today=TODAY)

    assert library.courses == {}
    assert codes(library) == ["E101"]


def test_a_broken_item_does_not_hide_the_problems_of_the_others(tmp_path: Path) -> None:
    topic = TOPIC.replace("level: decide", "level: guess").replace("why: A friend", "why: That is wrong. A friend")

    library = load_library(write_bank(tmp_path, {"small/topics/signs.yaml": topic}), today=TODAY)

    assert codes(library) == ["E301", "E206"]
    assert [found.line for found in library.problems] == [46, 59]


def test_problems_come_in_reading_order(tmp_path: Path) -> None:
    topic = TOPIC.replace("Rest and wait", "A wrong turn").replace("title: Signs", "title: Test signs")

    library = load_library(write_bank(tmp_path, {"small/topics/signs.yaml": topic}), today=TODAY)

    assert [(found.line, found.column) for found in library.problems] == [(2, 8), (27, 18)]


@pytest.mark.parametrize("name", ["small/topics/signs.yaml", "small/course.yaml", "clinic.yaml"])
def test_a_link_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    questions = write_bank(tmp_path)
    (questions / name).rename(tmp_path / "elsewhere.yaml")
    (questions / name).symlink_to(tmp_path / "elsewhere.yaml")

    library = load_library(questions, today=TODAY)

    assert library.courses == {}
    assert str(library.problems[0]) == (
        f"{(questions / name).as_posix()}:1:1: This is a link to a place outside the questions folder. "
        "Copy the file into the questions folder instead of linking to it. [E102]"
    )


def test_a_link_inside_the_folder_is_read(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"small/glossary.yaml": None})
    (questions / "words.yaml").write_text(GLOSSARY)
    (questions / "small" / "glossary.yaml").symlink_to(questions / "words.yaml")

    assert codes(load_library(questions, today=TODAY)) == []


def test_a_linked_folder_is_refused_like_its_files(tmp_path: Path) -> None:
    questions = write_bank(tmp_path)
    (questions / "small" / "topics").rename(tmp_path / "topics")
    (questions / "small" / "topics").symlink_to(tmp_path / "topics")

    assert "E102" in codes(load_library(questions, today=TODAY))


def test_a_link_that_leads_to_itself_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"small/glossary.yaml": None})
    (questions / "small" / "glossary.yaml").symlink_to(questions / "small" / "glossary.yaml")

    assert codes(load_library(questions, today=TODAY)) == ["E101"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_place_of_a_file_does_not_keep_anybody_waiting(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"small/glossary.yaml": None})
    os.mkfifo(questions / "small" / "glossary.yaml")

    assert codes(load_library(questions, today=TODAY)) == ["E101"]


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    assert codes(load_library(tmp_path / "nowhere", today=TODAY)) == ["E101"]
    assert [found.code for found in check(tmp_path / "nowhere", today=TODAY)] == ["E101"]


def test_checking_one_file_tells_its_problems_only(tmp_path: Path) -> None:
    changed = {
        "small/topics/signs.yaml": TOPIC.replace("level: decide", "level: guess"),
        "small/glossary.yaml": GLOSSARY.replace("A lump", "A wrong lump"),
    }
    questions = write_bank(tmp_path, changed)

    assert [found.code for found in check(questions / "small" / "topics" / "signs.yaml", today=TODAY)] == ["E206"]
    assert [found.code for found in check(questions / "small" / "glossary.yaml", today=TODAY)] == ["E301"]
    assert [found.code for found in check(questions / "small", today=TODAY)] == ["E301", "E206"]


def test_a_file_that_belongs_to_no_course_is_checked_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(TOPIC.replace("level: decide", "level: guess"))

    assert [found.code for found in check(path, today=TODAY)] == ["E206"]


def test_places_are_shown_as_the_folder_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_bank(tmp_path, {"small/glossary.yaml": ""})
    monkeypatch.chdir(tmp_path)

    assert check(Path("questions"), today=TODAY)[0].file == "questions/small/glossary.yaml"


def test_folders_without_yaml_are_left_alone(tmp_path: Path) -> None:
    questions = write_bank(tmp_path, {"schema/topic.json": "{}", ".git/config.yaml": "x"})

    assert codes(load_library(questions, today=TODAY)) == []


def test_a_review_is_told_sixty_days_before_it_is_due(tmp_path: Path) -> None:
    questions = write_bank(tmp_path)

    assert codes(load_library(questions, today=date(2027, 4, 1))) == []
    assert codes(load_library(questions, today=date(2027, 4, 2))) == ["W511"]


def test_errors_in_a_topic_that_the_course_does_not_list_keep_nobody_from_the_course(tmp_path: Path) -> None:
    draft = TOPIC.replace("topic: signs", "topic: draft").replace("level: decide", "level: guess")
    questions = write_bank(tmp_path, {"small/topics/draft.yaml": draft})

    library = load_library(questions, today=TODAY)

    assert list(library.courses) == ["small"]
    assert not library.broken
    assert has_errors(library.problems)


def test_an_error_in_another_language_keeps_nobody_from_the_course(tmp_path: Path) -> None:
    library = load_library(write_bank(tmp_path, {"small/es/topics/signs.yaml": "translates: ["}), today=TODAY)

    assert list(library.courses) == ["small"]
    assert not library.broken


def test_an_error_in_a_listed_topic_keeps_the_course_back(tmp_path: Path) -> None:
    library = load_library(write_bank(tmp_path, {"small/topics/signs.yaml": "topic: ["}), today=TODAY)

    assert list(library.courses) == []
    assert library.broken


def test_a_copy_of_a_topic_beside_it_changes_nothing_for_patients(tmp_path: Path) -> None:
    copy = TOPIC.replace("Signs to know", "A copy").replace("right: Call {emergency_number}", "rihgt: Call")
    questions = write_bank(tmp_path, {"small/topics/signs copy.yaml": copy})

    library = load_library(questions, today=TODAY)

    assert library.courses["small"] == load_library(write_bank(tmp_path / "alone"), today=TODAY).courses["small"]


def test_a_broken_draft_switches_no_rule_off(tmp_path: Path) -> None:
    once = TOPIC.replace("    signs: [clot]\n", "", 1)
    questions = write_bank(tmp_path, {"small/topics/signs.yaml": once, "small/topics/draft.yaml": "topic: [unclosed"})

    library = load_library(questions, today=TODAY)

    assert "E505" in {found.code for found in library.problems}
    assert library.broken


@pytest.mark.parametrize("stray", ["small/topics/huge.yaml", "small/es/course.yaml", "small/topics/.#signs.yaml"])
def test_a_stray_file_takes_no_course_down(tmp_path: Path, stray: str) -> None:
    library = load_library(write_bank(tmp_path, {stray: "x" * 300_000}), today=TODAY)

    assert list(library.courses) == ["small"]
    assert not library.broken
