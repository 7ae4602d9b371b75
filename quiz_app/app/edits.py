"""What the workbench gives to those who edit, and why it refuses."""

from dataclasses import dataclass

from quiz_app.content.problems import Problem
from quiz_app.domain.course import Course


@dataclass(frozen=True)
class Shelf:
    """One course and its files, named from the questions folder on; clinic.yaml stands alone, with course ""."""

    course: str
    title: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """A file as it stands on the disk: its text, the fingerprint of its bytes, the problems of its course.

    The fingerprint is empty for a file that is not there.
    """

    file: str
    text: str
    fingerprint: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Checked:
    """The problems of a course as it would be, files named from the questions folder on; None when it has errors."""

    problems: tuple[Problem, ...]
    course: Course | None


class NoSuchFile(Exception):
    """There is no such file of a question bank."""


class NoSuchItem(Exception):
    """The file holds no item of that id."""


class Answered(Exception):
    """Patients answered this item, so it can only be retired."""


class Clash(Exception):
    """Somebody saved meanwhile; theirs: the file as it stands now."""

    def __init__(self, theirs: Opened) -> None:
        super().__init__(theirs.file)
        self.theirs = theirs


class Refused(Exception):
    """The text is no bank's file: it cannot be read, or has not its form; problems say where."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(found) for found in problems))
        self.problems = problems
