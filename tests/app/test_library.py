"""The live courses: never worse than the last good ones."""

import logging
import shutil
from datetime import date
from pathlib import Path

import pytest

from quiz_app.app.library import NO_CLINIC_YET, LiveLibrary
from tests.app.shipped import BROKEN_AT, break_course, copied_questions, retitle, write


def _open(questions: Path) -> LiveLibrary:
    return LiveLibrary(questions, questions.parent / "courses", today=lambda: date(2026, 11, 22))


def _title(library: LiveLibrary) -> str | None:
    course = library.course("ivig")
    return course.outline.title if course else None


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    return copied_questions(tmp_path)


def test_the_shipped_course_is_offered(questions: Path) -> None:
    library = _open(questions)

    assert _title(library) == "Your first IVIG infusion"
    assert library.clinic.emergency_number == "911"
    assert not library.broken


def test_a_course_nobody_wrote_is_not_there(questions: Path) -> None:
    assert _open(questions).course("nothing") is None


def test_without_a_questions_folder_there_is_no_course_and_a_reason(tmp_path: Path) -> None:
    library = _open(tmp_path / "nowhere")

    assert library.course("ivig") is None
    assert library.clinic == NO_CLINIC_YET
    assert library.broken


def test_nothing_is_read_again_until_a_file_changes(questions: Path) -> None:
    library = _open(questions)

    assert library.refresh() is False

    retitle(questions, "Before your first drip")
    assert library.refresh() is True
    assert _title(library) == "Before your first drip"
    assert library.refresh() is False


def test_a_broken_file_keeps_the_last_good_course_and_tells_file_and_line(questions: Path) -> None:
    library = _open(questions)

    break_course(questions)
    library.refresh()

    assert _title(library) == "Your first IVIG infusion"
    assert library.broken
    assert BROKEN_AT in "\n".join(str(each) for each in library.problems)


def test_a_mended_file_is_offered_at_once(questions: Path) -> None:
    library = _open(questions)
    break_course(questions)
    library.refresh()

    write(questions / "ivig" / "course.yaml", instead_of="\nminits:", put="\nminutes:")
    retitle(questions, "Mended")
    library.refresh()

    assert _title(library) == "Mended"
    assert not library.broken


def test_a_start_with_a_broken_file_offers_what_an_earlier_start_kept(questions: Path) -> None:
    _open(questions)
    break_course(questions)

    library = _open(questions)

    assert _title(library) == "Your first IVIG infusion"
    assert library.broken


def test_a_broken_file_without_an_earlier_start_gives_no_course(questions: Path) -> None:
    break_course(questions)

    assert _open(questions).course("ivig") is None


def test_a_missing_clinic_file_leaves_the_words_and_courses_of_the_earlier_start(questions: Path) -> None:
    write(questions / "clinic.yaml", instead_of="your infusion clinic", put="the Lakeside clinic")
    _open(questions)
    (questions / "clinic.yaml").unlink()

    library = _open(questions)

    assert library.clinic.clinic_name == "the Lakeside clinic"
    assert _title(library) == "Your first IVIG infusion"
    assert library.broken


def test_a_broken_clinic_file_leaves_the_words_read_before(questions: Path) -> None:
    library = _open(questions)

    write(questions / "clinic.yaml", instead_of="clinic_phone:", put="clinic_fone:")
    library.refresh()

    assert library.clinic.clinic_phone == "the number your clinic gave you"
    assert _title(library) == "Your first IVIG infusion"
    assert library.broken


def test_without_any_clinic_file_the_words_are_stand_ins(questions: Path) -> None:
    (questions / "clinic.yaml").unlink()

    library = _open(questions)

    assert library.clinic == NO_CLINIC_YET
    assert library.course("ivig") is None


def test_a_drawing_of_the_course_is_found(questions: Path) -> None:
    expected = questions / "ivig" / "pictures" / "drip-chair.svg"

    assert _open(questions).picture("ivig", "drip-chair.svg") == expected


@pytest.mark.parametrize(
    ("course", "file"),
    [
        ("ivig", "nothing.svg"),
        ("ivig", "../course.yaml"),
        ("ivig", "notes.txt"),
        ("ivig", "../../../outside.svg"),
        ("..", "outside.svg"),
        ("ivig", "elsewhere.svg"),
    ],
)
def test_nothing_but_drawings_of_the_course_is_handed_out(questions: Path, course: str, file: str) -> None:
    pictures = questions / "ivig" / "pictures"
    outside = questions.parent / "outside.svg"
    shutil.copy(pictures / "drip-chair.svg", outside)
    (questions.parent / "pictures").mkdir()
    shutil.copy(outside, questions.parent / "pictures")
    (pictures / "elsewhere.svg").symlink_to(outside)
    (pictures / "notes.txt").write_text("mine", encoding="utf-8")

    assert _open(questions).picture(course, file) is None


def test_an_absolute_path_is_no_drawing(questions: Path) -> None:
    outside = Path(shutil.copy(questions / "ivig" / "pictures" / "drip-chair.svg", questions.parent))

    assert _open(questions).picture("ivig", str(outside)) is None


def test_a_folder_that_cannot_be_written_costs_only_the_copy_for_the_next_start(
    questions: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (questions.parent / "courses").write_text("a file, not a folder", encoding="utf-8")

    with caplog.at_level(logging.WARNING):
        library = _open(questions)

    assert _title(library) == "Your first IVIG infusion"
    assert not library.broken
    assert "the last good course cannot be kept for the next start" in caplog.text


def test_a_damaged_copy_of_the_earlier_start_is_told_and_not_offered(
    questions: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _open(questions)
    break_course(questions)
    (questions.parent / "courses" / "ivig.json").write_text('{"outline": ', encoding="utf-8")

    with caplog.at_level(logging.WARNING):
        library = _open(questions)

    assert library.course("ivig") is None
    assert "what an earlier start kept cannot be read" in caplog.text


def test_a_damaged_copy_of_the_clinic_does_not_cost_the_course(questions: Path) -> None:
    _open(questions)
    (questions / "clinic.yaml").unlink()
    (questions.parent / "courses" / "_clinic.json").write_text("{", encoding="utf-8")

    library = _open(questions)

    assert library.clinic == NO_CLINIC_YET
    assert _title(library) == "Your first IVIG infusion"
