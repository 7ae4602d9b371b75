"""Load and check question banks: the two functions that the rest of the app calls."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import MappingProxyType

from quiz_app.content.bank import Bank, Part
from quiz_app.content.cache import checker_version, remember, remembered
from quiz_app.content.library import CheckedCourse, Library
from quiz_app.content.problems import Problem, by_place, has_errors, problem
from quiz_app.content.reading import CLINIC, FORMS, TOPIC, Desk, bank_of, desk_for
from quiz_app.content.rules import every_problem
from quiz_app.content.shelf import COURSE_FILES, Files, course_files, course_folders, taken
from quiz_app.content.switches import switched
from quiz_app.content.translations import with_languages
from quiz_app.domain.clinic import Clinic


def load_library(questions: Path, *, today: date, cache: Path | None = None) -> Library:
    """Every course in the folder that is in order, and the problems of all; with a cache, known ones load at once."""
    if not questions.is_dir():
        return Library(
            problems=(problem("E101", "I cannot find this folder.", file=questions.as_posix()),), broken=True
        )
    with _no_collection():
        clinic_raw, clinic, clinic_problems = clinic_of(questions)
        checked = [
            _checked(course_files(folder, root=questions), clinic, clinic_raw=clinic_raw, today=today, cache=cache)
            for folder in course_folders(questions)
        ]
        return _library(checked, clinic, clinic_problems)


def check(path: Path, *, today: date) -> tuple[Problem, ...]:
    """Every problem of a questions folder, of one course folder in it, or of one file."""
    if not path.exists():
        return (problem("E101", "I cannot find this file or folder.", file=path.as_posix()),)
    questions = questions_folder(path)
    if questions is None:
        return _check_alone(path)
    problems = load_library(questions, today=today).problems
    around = path.absolute() if questions.is_absolute() else path
    return tuple(found for found in problems if Path(found.file).is_relative_to(around))


def _check_alone(path: Path) -> tuple[Problem, ...]:
    """The problems of one file that belongs to no course: only what can be said without its neighbours."""
    raw = taken(path, root=path.parent)
    if isinstance(raw, Problem):
        return (raw,)
    desk = Desk({})
    desk.part(raw, FORMS.get(path.name, TOPIC), file=path.as_posix())
    return by_place(desk.problems)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python's garbage collector paused: it would walk the half-read banks again and again and find nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def clinic_of(questions: Path) -> tuple[bytes, Part[Clinic] | None, list[Problem]]:
    """The clinic's file as bytes and as its words, and the problems of it."""
    path = questions / "clinic.yaml"
    raw = taken(path, root=questions)
    if isinstance(raw, Problem):
        return b"", None, [raw]
    desk = Desk({})
    clinic = desk.part(raw, CLINIC, file=path.as_posix())
    return raw, clinic, desk.problems


def _checked(
    files: Files, clinic: Part[Clinic] | None, *, clinic_raw: bytes, today: date, cache: Path | None
) -> CheckedCourse:
    key = files.fingerprint(checker_version().encode(), files.folder.as_posix().encode(), clinic_raw)
    known = remembered(cache, key, today=today, pictures=files.pictures) if cache and not files.problems else None
    if known is not None:
        return known
    checked = check_course(files, clinic, today=today)
    if cache and not files.problems:
        remember(cache, key, checked=checked, today=today)
    return checked


def check_course(files: Files, clinic: Part[Clinic] | None, *, today: date) -> CheckedCourse:
    """Read, validate and check one course folder."""
    desk = desk_for(clinic)
    bank = bank_of(files, clinic, desk=desk, today=today)
    found = [*files.problems, *desk.problems, *every_problem(bank)]
    sources = [*desk.sources, *([clinic.source] if clinic else [])]
    problems = by_place(switched(found, sources))
    aside = _not_met(files, bank)
    course = None if has_errors([found for found in problems if found.file not in aside]) else bank.course
    if course:
        course = with_languages(course, bank)
    return CheckedCourse(
        files.folder.name, course, bank.sources.model if bank.sources else None, files.pictures, problems
    )


def _not_met(files: Files, bank: Bank) -> set[str]:
    """The files whose errors keep the course from nobody: other languages, and topics that it does not list."""
    if bank.outline is None:
        return {files.named(name) for name in files.translations}
    listed = {f"topics/{topic}.yaml" for topic in bank.outline.model.topics}
    own = {*COURSE_FILES, *listed}
    return {files.named(name) for name in files.seen if name not in own and not name.startswith("pictures/")}


def _library(checked: list[CheckedCourse], clinic: Part[Clinic] | None, clinic_problems: list[Problem]) -> Library:
    in_order = [entry for entry in checked if entry.is_in_order and clinic is not None]
    return Library(
        courses=MappingProxyType({entry.folder: entry.course for entry in in_order if entry.course is not None}),
        problems=by_place([*clinic_problems, *(found for entry in checked for found in entry.problems)]),
        pictures=MappingProxyType(
            {(entry.folder, name): path for entry in in_order for name, path in entry.pictures.items()}
        ),
        sources=MappingProxyType({entry.folder: entry.sources for entry in in_order if entry.sources is not None}),
        clinic=clinic.model if clinic else None,
        broken=has_errors(clinic_problems) or len(in_order) < len(checked),
    )


def questions_folder(path: Path) -> Path | None:
    """The questions folder that a folder or file belongs to; a folder that nothing tells about is one itself."""
    for place in (path, path.absolute()):  # '.' has no parents by name
        around = [place, *place.parents] if path.is_dir() else list(place.parents)
        by_clinic = next((folder for folder in around if (folder / "clinic.yaml").exists()), None)
        if by_clinic is not None:
            return by_clinic
    around = [path, *path.parents] if path.is_dir() else list(path.parents)
    by_course = next((folder for folder in around if any((folder / name).exists() for name in COURSE_FILES)), None)
    if by_course is not None:
        return by_course.parent
    return path if path.is_dir() else None
