"""For each thing the checker can say, a change to the small bank that makes it say so, word for word."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.content.small_bank import FILES

TOPIC_FILE = "small/topics/signs.yaml"
COURSE_FILE = "small/course.yaml"
MISCONCEPTIONS_FILE = "small/misconceptions.yaml"
GLOSSARY_FILE = "small/glossary.yaml"
SOURCES_FILE = "small/sources.yaml"
PICTURE_FILE = "small/pictures/clot.svg"


@dataclass(frozen=True)
class Example:
    """Files of the small bank as changed, and what the checker then says."""

    files: Mapping[str, str | bytes | None]
    code: str
    gives: str


def changed(file: str, old: str, new: str, *, code: str, says: str, remedy: str) -> Example:
    """One text of the small bank replaced by another."""
    assert old in FILES[file], f"{old!r} does not stand in {file}"
    return whole({file: FILES[file].replace(old, new)}, code=code, says=says, remedy=remedy)


def whole(files: Mapping[str, str | bytes | None], *, code: str, says: str, remedy: str) -> Example:
    """Whole files replaced, added or (None) left out."""
    return Example(files, code, f"{says} {remedy} [{code}]")
