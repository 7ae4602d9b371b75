"""The engine teaches any course: what it knows of one medicine stands in `questions/`, not in code."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "quiz_app"
TEXTS = {".py", ".po", ".html", ".css", ".js", ".json", ".typ", ".toml", ".txt", ".xsl", ".xsd", ".xml"}
MEDICINE = re.compile(
    r"ivig|scig|immuno?[ -]?globulin|immunoglob|\bigg\b|hemolysis|boxed warning"
    r"|gammagard|privigen|octagam|gamunex|panzyga|bivigam|flebogamma|hizentra",
    re.IGNORECASE,
)

KNOWN = {
    "app/settings.py": "the default of QUIZ_APP_COURSE: which of the courses that ship walk-in patients take",
    "cli/translations.py": "an example of a course in the help of a command",
    "domain/common_words.py": "words that staff write in a label and that are nobody's name",
    "services/staffing.py": "a word that is guessed first as a password",
}
"""Where a medicine may be named, and why."""


def named_in(file: Path) -> list[str]:
    """The medicines a file names."""
    return MEDICINE.findall(file.read_text(encoding="utf-8"))


def test_the_engine_names_no_medicine_but_where_there_is_a_reason() -> None:
    files = [file for file in ENGINE.rglob("*") if file.suffix in TEXTS]

    naming = {file.relative_to(ENGINE).as_posix() for file in files if named_in(file)}

    assert len(files) > 100
    assert naming <= KNOWN.keys(), "say it without the medicine, or in a question bank"


@pytest.mark.parametrize("place", KNOWN)
def test_every_reason_is_still_needed(place: str) -> None:
    assert named_in(ENGINE / place), f"take {place} out of the list"


def test_the_default_course_is_named_once_and_only_as_a_setting() -> None:
    settings = (ENGINE / "app" / "settings.py").read_text(encoding="utf-8")

    assert MEDICINE.findall(settings) == ["ivig"]
    assert 'default="ivig"' in settings
