"""The clinic's own words: its name, its numbers, its fever limit."""

from pydantic import Field

from quiz_app.domain.course import Locale
from quiz_app.domain.item import Authored, Text
from quiz_app.domain.writing import direction

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


class ClinicWords(Authored):
    """The clinic's own words in one language: one for each placeholder."""

    clinic_name: Text
    clinic_phone: Text
    after_hours_phone: Text
    emergency_number: Text
    fever_limit: Text


class Clinic(ClinicWords):
    """clinic.yaml: the clinic's own words, filled into the placeholders of the course, also for other languages."""

    languages: dict[Locale, ClinicWords] = Field(default_factory=dict)

    def in_language(self, locale: str) -> ClinicWords:
        """The clinic's words in that language; those of the first language where there are none.

        Where people write from right to left, each is kept together in its own direction: a phone number is never
        turned round.
        """
        spoken = self.languages.get(locale, self)
        if direction(locale) == "ltr":
            return spoken
        return ClinicWords(**{name: f"{_ISOLATE}{getattr(spoken, name)}{_END}" for name in ClinicWords.model_fields})
