"""What was read from a questions folder: the courses that are in order, and every problem found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quiz_app.content.problems import Problem
from quiz_app.domain.clinic import Clinic
from quiz_app.domain.course import Course, Sources


@dataclass(frozen=True)
class CheckedCourse:
    """One course folder after checking: its course if it has no errors, and what belongs to it.

    Errors in files of other languages, and in topics that the course does not list, do not keep the course back.
    """

    folder: str
    course: Course | None
    sources: Sources | None
    pictures: Mapping[str, Path]
    problems: tuple[Problem, ...]

    @property
    def is_in_order(self) -> bool:
        """Whether patients may meet the course."""
        return self.course is not None


@dataclass(frozen=True)
class Library:
    """Courses by id (only those without errors), their pictures and sources, and the problems of everything.

    broken: whether an error keeps a course, or the clinic's own words, from patients.
    """

    courses: Mapping[str, Course] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    pictures: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    sources: Mapping[str, Sources] = field(default_factory=dict)
    clinic: Clinic | None = None
    broken: bool = False
