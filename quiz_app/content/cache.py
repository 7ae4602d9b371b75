"""Courses checked before, kept as JSON under the hash of all that decides the outcome, so a start need not wait."""

import hashlib
import logging
import os
import tempfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

import quiz_app
from quiz_app.content.library import CheckedCourse
from quiz_app.content.problems import Problem
from quiz_app.domain.course import Course, Sources
from quiz_app.domain.release import next_stage_on

_log = logging.getLogger(__name__)


class _Kept(BaseModel):
    """A course in order with its warnings, and the days between which the same check says the same."""

    model_config = ConfigDict(frozen=True)

    folder: str
    course: Course
    sources: Sources
    problems: tuple[Problem, ...]
    checked_on: date
    changes_on: date


@cache
def checker_version() -> str:
    """Hash of the code that reads, validates and checks: a new version checks everything again."""
    digest = hashlib.sha256()
    home = Path(quiz_app.__file__).parent
    for path in sorted((*(home / "content").rglob("*.py"), *(home / "domain").rglob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def remembered(cache_folder: Path, key: str, *, today: date, pictures: Mapping[str, Path]) -> CheckedCourse | None:
    """The course kept under that key if the copy is intact and still says what a check today would say."""
    try:
        seal, _, payload = (cache_folder / f"{key}.json").read_bytes().partition(b"\n")
    except OSError:  # never kept, or not to be had: check again
        return None
    if seal != _seal(payload, key):
        _log.warning("A kept course was damaged and is checked again.")
        return None
    try:
        kept = _Kept.model_validate_json(payload)
    except ValidationError:
        _log.warning("A kept course does not fit this version and is checked again.")
        return None
    if not kept.checked_on <= today < kept.changes_on:
        return None
    return CheckedCourse(kept.folder, kept.course, kept.sources, pictures, kept.problems)


def remember(cache_folder: Path, key: str, *, checked: CheckedCourse, today: date) -> None:
    """Keep a course in order; a folder that cannot be written is logged and costs only time."""
    if checked.course is None or checked.sources is None or not checked.is_in_order:
        return
    kept = _Kept(
        folder=checked.folder,
        course=checked.course,
        sources=checked.sources,
        problems=checked.problems,
        checked_on=today,
        changes_on=next_stage_on(checked.course.outline.review.due, today),
    )
    payload = kept.model_dump_json().encode()
    try:
        _write_whole(cache_folder / f"{key}.json", _seal(payload, key) + b"\n" + payload)
    except OSError as error:
        _log.warning("A checked course could not be kept: %s", error.strerror)


def _seal(payload: bytes, key: str) -> bytes:
    return hashlib.sha256(key.encode() + payload).hexdigest().encode()


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
