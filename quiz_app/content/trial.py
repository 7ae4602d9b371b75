"""A course as it would be with one file changed: checked in memory, the disk untouched."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock

from quiz_app.content.loader import check_course
from quiz_app.content.problems import Problem, Severity, by_place
from quiz_app.content.reading import CLINIC, FORMS, TOPIC, TRANSLATION, Desk
from quiz_app.content.shelf import Files, course_files, course_folders, taken
from quiz_app.domain.course import Course

CLINIC_FILE = "clinic.yaml"
_MOST_KEPT = 8
_WORDING = {"E212"}
"""Codes of what is read in a file but is a matter of its words, not of its form."""


@dataclass(frozen=True)
class Trial:
    """What a check found, files named from the questions folder on, and the course if it has no errors."""

    course: Course | None
    problems: tuple[Problem, ...]


def try_out(questions: Path, file: str, content: bytes, *, today: date) -> Trial:
    """The course of that file with this content in it; for clinic.yaml the problems of every course."""
    if file == CLINIC_FILE:
        trials = [_tried(folder, questions, {file: content}, today) for folder in course_folders(questions)]
        return Trial(None, by_place(found for trial in trials for found in trial.problems))
    return _tried(questions / file.split("/", maxsplit=1)[0], questions, {file: content}, today)


class Trials:
    """Tries out contents and remembers the newest few, as a page asks for the same one at each click."""

    def __init__(self, questions: Path) -> None:
        self._questions = questions
        self._kept: OrderedDict[str, Trial] = OrderedDict()
        self._lock = Lock()

    def of(self, file: str, content: bytes, *, today: date) -> Trial:
        """What try_out gives for the files as they stand now."""
        key = self._key(file, content, today)
        with self._lock:
            known = self._kept.get(key)
        if known is not None:
            return known
        tried = try_out(self._questions, file, content, today=today)
        with self._lock:
            self._kept[key] = tried
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return tried

    def _key(self, file: str, content: bytes, today: date) -> str:
        """Hash of all that decides the outcome; files with the content of the disk share one, and one check."""
        digest = hashlib.sha256(f"{today}\n{file == CLINIC_FILE}\n".encode())
        clinic = content if file == CLINIC_FILE else taken(self._questions / CLINIC_FILE, root=self._questions)
        digest.update(clinic if isinstance(clinic, bytes) else clinic.message.encode())
        course, _, inside = file.partition("/")
        for folder in course_folders(self._questions):
            if file == CLINIC_FILE or course == folder.name:
                files = course_files(folder, root=self._questions)
                files = files if file == CLINIC_FILE else _with(files, {inside: content})
                told = (str(found).encode() for found in files.problems)
                digest.update(files.fingerprint(folder.name.encode(), *told).encode())
        return digest.hexdigest()


def hindrances(file: str, content: bytes) -> tuple[Problem, ...]:
    """The errors that make it no bank's file at all: not readable, or not in the form of such a file."""
    desk = Desk({})
    folders, name = file.split("/")[1:-1], file.rsplit("/", maxsplit=1)[-1]
    is_translation = bool(folders) and folders[0] != "topics"
    desk.part(content, TRANSLATION if is_translation else FORMS.get(name, TOPIC), file=file)
    errors = (found for found in desk.problems if found.severity is Severity.ERROR)
    return by_place(found for found in errors if found.code not in _WORDING)


def _tried(folder: Path, questions: Path, changed: Mapping[str, bytes], today: date) -> Trial:
    clinic_raw = changed.get(CLINIC_FILE) or taken(questions / CLINIC_FILE, root=questions)
    clinic_desk = Desk({})
    if isinstance(clinic_raw, Problem):
        clinic_desk.problems.append(clinic_raw)
        clinic = None
    else:
        clinic = clinic_desk.part(clinic_raw, CLINIC, file=(questions / CLINIC_FILE).as_posix())
    inside = {name.partition("/")[2]: raw for name, raw in changed.items() if name != CLINIC_FILE}
    checked = check_course(_with(course_files(folder, root=questions), inside), clinic, today=today)
    found = [*clinic_desk.problems, *checked.problems]
    return Trial(checked.course if clinic else None, by_place(_from(questions, problem) for problem in found))


def _with(files: Files, changed: Mapping[str, bytes]) -> Files:
    """The files with other content in some; what was said about those on the disk is not said any more."""
    named = {files.named(name) for name in changed}
    return replace(
        files,
        raw={**files.raw, **changed},
        seen=files.seen | changed.keys(),
        problems=tuple(found for found in files.problems if found.file not in named),
    )


def _from(questions: Path, found: Problem) -> Problem:
    """The problem with its file named from the questions folder on."""
    path = Path(found.file)
    return replace(found, file=path.relative_to(questions).as_posix()) if path.is_relative_to(questions) else found
