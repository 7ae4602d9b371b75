"""What translators work from: the texts of a course as they were written, and the translations there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quiz_app.content.loader import clinic_of
from quiz_app.content.reading import Desk, bank_of
from quiz_app.content.shelf import course_files, course_folders
from quiz_app.content.translations import translations_of
from quiz_app.domain.translation import Translation, texts_of


@dataclass(frozen=True)
class Original:
    """A course as it was written: its title, every text by its place with placeholders, translations by locale."""

    title: str
    texts: Mapping[str, str]
    translations: Mapping[str, Translation]

    def translation(self, locale: str) -> Translation:
        """The translation into that language; an empty one for a language nobody began."""
        return self.translations.get(locale) or Translation(locale=locale, texts={})


def original_of(questions: Path, course_id: str, *, today: date) -> Original | None:
    """The original of that course; None while it is not there or a file of it cannot be read."""
    folder = next((each for each in course_folders(questions) if each.name == course_id), None)
    if folder is None:
        return None
    _, clinic, _ = clinic_of(questions)
    bank = bank_of(course_files(folder, root=questions), clinic, desk=Desk({}), today=today)
    if bank.course is None or not bank.whole:
        return None
    return Original(bank.course.outline.title, texts_of(bank.course), translations_of(bank))
