"""A copy of the shipped questions that a test may break and mend."""

import shutil
from pathlib import Path

QUESTIONS = Path(__file__).resolve().parents[2] / "questions"
BROKEN_AT = "ivig/course.yaml:7:1: I do not know the word 'minits' here. Did you mean 'minutes'?"


def copied_questions(folder: Path) -> Path:
    """The shipped questions, copied into `folder`/questions."""
    return Path(shutil.copytree(QUESTIONS, folder / "questions"))


def write(file: Path, *, instead_of: str, put: str) -> None:
    """Change one text in a file; the text must be there."""
    before = file.read_text(encoding="utf-8")
    assert instead_of in before
    file.write_text(before.replace(instead_of, put, 1), encoding="utf-8")


def break_course(questions: Path) -> None:
    """Misspell a word of the course file."""
    write(questions / "ivig" / "course.yaml", instead_of="\nminutes:", put="\nminits:")


def retitle(questions: Path, title: str) -> None:
    """Give the course another title."""
    write(questions / "ivig" / "course.yaml", instead_of="Your first IVIG infusion", put=title)
