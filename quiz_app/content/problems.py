"""What the checker finds: a place in a file, what is wrong there, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from quiz_app.content.catalogue import entry


class Severity(StrEnum):
    """An error keeps the course from patients; a warning asks an educator to look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file, counted from 1; `first_line` to `last_line` is the whole value around it."""

    line: int = 1
    column: int = 1
    first_line: int = 1
    last_line: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the checker, in words for the person who can mend it."""

    file: str
    place: Place
    code: str
    message: str
    remedy: str

    @property
    def line(self) -> int:
        """The line, counted from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column, counted from 1."""
        return self.place.column

    @property
    def severity(self) -> Severity:
        """ERROR for codes with E, WARNING for codes with W."""
        return Severity.ERROR if self.code.startswith("E") else Severity.WARNING

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message} {self.remedy} [{self.code}]"


def problem(code: str, message: str, *, file: str, place: Place | None = None, remedy: str = "") -> Problem:
    """A problem of that code; without a remedy of its own it carries the one of the catalogue."""
    return Problem(file, place or Place(), code, message, remedy or entry(code).remedy)


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in reading order, each once."""
    return tuple(
        sorted(set(problems), key=lambda found: (found.file, found.line, found.column, found.code, found.message))
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(found.severity is Severity.ERROR for found in problems)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`Did you mean 'x'?` for the nearest known word, or nothing when none is near."""
    nearest = nearest_word(word, known)
    return f"Did you mean '{nearest}'?" if nearest else ""


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like the given one in any letters, or None."""
    by_small_letters = {name.lower(): name for name in known}
    nearest = get_close_matches(word.lower(), list(by_small_letters), n=1, cutoff=0.7)
    return by_small_letters[nearest[0]] if nearest else None


def shortened(text: str) -> str:
    """At most 40 characters of a text, on one line, for use in a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else f"{flat[:37].rstrip()}..."
