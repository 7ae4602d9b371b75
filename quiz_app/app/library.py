"""The courses in the files: read at start, read again when one changes, and never worse than the last good ones."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from quiz_app.content.library import Library
from quiz_app.content.loader import load_library
from quiz_app.content.problems import Problem
from quiz_app.domain.clinic import Clinic
from quiz_app.domain.course import Course

_LOG = logging.getLogger(__name__)
Kept = TypeVar("Kept", Clinic, Course)
CLINIC_FILE = "_clinic.json"
NO_CLINIC_YET = Clinic(
    clinic_name="your infusion clinic",
    clinic_phone="the number your clinic gave you",
    after_hours_phone="the night and weekend number your clinic gave you",
    emergency_number="your local emergency number",
    fever_limit="the fever limit your clinic told you",
)


class LiveLibrary:
    """Holds the last good version of every course while its files are being edited."""

    def __init__(self, questions: Path, last_good: Path, *, today: Callable[[], date]) -> None:
        self._questions = questions
        self._last_good = last_good
        self._today = today
        self._lock = threading.Lock()
        self._seen: tuple[tuple[str, int, int], ...] = ()
        self._library: Library | None = None
        self._courses: dict[str, Course] = {}
        self._clinic: Clinic | None = None
        self.refresh()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the files as they stand."""
        return self._library.problems if self._library else ()

    @property
    def broken(self) -> bool:
        """Whether an error keeps a course, or the clinic's own words, from patients now."""
        return self._library is None or self._library.broken

    @property
    def clinic(self) -> Clinic:
        """The clinic's own words, as last read without errors."""
        return self._clinic or NO_CLINIC_YET

    @property
    def folder(self) -> Path:
        """The questions folder."""
        return self._questions

    @property
    def courses(self) -> tuple[str, ...]:
        """The ids of all courses that can be had, sorted."""
        return tuple(sorted(self._courses))

    def course(self, course_id: str) -> Course | None:
        """The course as its files say, or as they last did without errors."""
        return self._courses.get(course_id)

    def as_written(self, course_id: str) -> Course | None:
        """The course exactly as its files stand; None while they have errors."""
        return self._library.courses.get(course_id) if self._library else None

    def picture(self, course_id: str, file: str) -> Path | None:
        """Where a drawing of the course lies."""
        path = self._questions / course_id / "pictures" / file
        inside = path.resolve().is_relative_to(self._questions.resolve())
        return path if inside and path.suffix == ".svg" and path.is_file() else None

    def refresh(self) -> bool:
        """Read the files again if one of them changed; True if anything was read."""
        with self._lock:
            today = self._today()
            seen = (("today", today.toordinal(), 0), *self._stamp())  # reviews become due while no file changes
            if seen == self._seen and self._library:
                return False
            self._library = load_library(self._questions, today=today, cache=self._last_good / "checked")
            self._seen = seen
            for course_id, course in self._library.courses.items():
                self._courses[course_id] = course
                self._keep(f"{course_id}.json", course)
            if self._library.clinic:
                self._clinic = self._library.clinic
                self._keep(CLINIC_FILE, self._clinic)
            self._recall()
            return True

    def _stamp(self) -> tuple[tuple[str, int, int], ...]:
        found = []
        for path in sorted(self._questions.rglob("*")):
            if path.suffix in {".yaml", ".yml", ".svg"}:
                with suppress(OSError):  # an editor may swap files meanwhile, and a link may lead nowhere
                    stat = path.stat()
                    found.append((str(path), stat.st_mtime_ns, stat.st_size))
        return tuple(found)

    def _keep(self, name: str, good: Course | Clinic) -> None:
        kept, written = self._last_good / name, good.model_dump_json()
        try:
            self._last_good.mkdir(parents=True, exist_ok=True)
            if not kept.is_file() or kept.read_text(encoding="utf-8") != written:
                half = kept.with_suffix(f".{uuid4().hex}.half")
                half.write_text(written, encoding="utf-8")
                half.replace(kept)
        except OSError as reason:
            _LOG.warning("the last good course cannot be kept for the next start: %s", reason.strerror)

    def _recall(self) -> None:
        """Fall back to what an earlier start read, where the files have errors now."""
        if self._clinic is None:
            self._clinic = self._kept(CLINIC_FILE, Clinic)
        folders = [path for path in self._questions.iterdir() if path.is_dir()] if self._questions.is_dir() else []
        for folder in folders:
            kept = self._kept(f"{folder.name}.json", Course) if folder.name not in self._courses else None
            if kept:
                self._courses[folder.name] = kept

    def _kept(self, name: str, model: type[Kept]) -> Kept | None:
        try:
            return model.model_validate_json((self._last_good / name).read_bytes())
        except FileNotFoundError:
            return None
        except (ValueError, OSError) as reason:
            _LOG.warning("what an earlier start kept cannot be read: %s", type(reason).__name__)
            return None
