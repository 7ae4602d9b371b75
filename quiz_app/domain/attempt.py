"""The facts of one attempt: what was shown, what was answered, and when. Nothing else is stored."""

from datetime import datetime
from enum import StrEnum

from quiz_app.domain.form import Form, Frozen
from quiz_app.domain.item import Item
from quiz_app.domain.marking import Choice
from quiz_app.domain.regrade import Regrade


class NotSaved(Exception):
    """A store could not keep or read a fact: missing, locked, read-only or full. Nothing was half written."""


class Sureness(StrEnum):
    """How sure the patient says they are."""

    VERY = "very"
    FAIRLY = "fairly"
    NOT_VERY = "not-very"


class Answering(StrEnum):
    """Who is answering: the patient, the patient with help, or somebody for the patient."""

    PATIENT = "patient"
    WITH_HELP = "with-help"
    FOR_PATIENT = "for-patient"


class TextSize(StrEnum):
    """How large the words are: 18, 22 or 28 px."""

    NORMAL = "18"
    LARGE = "22"
    LARGEST = "28"


class Scheme(StrEnum):
    """Which colours: as the device is set, light, or dark."""

    DEVICE = "device"
    LIGHT = "light"
    DARK = "dark"


class Turn(Frozen):
    """One item asked for the n-th time; try_no counts from 1."""

    item: str
    try_no: int


class Response(Frozen):
    """What was chosen in a turn."""

    turn: Turn
    choice: Choice
    sureness: Sureness | None
    at: datetime


class Passed(Frozen):
    """The patient went on from a place: a lesson screen read, a feedback seen."""

    place: str
    at: datetime


class Preference(Frozen):
    """What the patient set for this attempt; the latest value of each name counts."""

    name: str
    value: str
    at: datetime


class Question(Frozen):
    """A question of the patient's own, word for word, for the nurse."""

    text: str
    place: str
    at: datetime


class Origin(StrEnum):
    """How an attempt came to be; simulated ones are never mixed up with patients."""

    WALK_IN = "walk-in"
    INVITED = "invited"
    SIMULATED = "simulated"
    PAPER = "paper"
    REFRESHER = "refresher"


class Attempt(Frozen):
    """One patient working through one form."""

    id: str
    course: str
    form: str
    locale: str
    origin: Origin
    opened_at: datetime


class Record(Frozen):
    """All facts of one attempt with the form it was dealt; every conclusion is replayed from it.

    regrades: the keys of its course that were corrected, in the order they were.
    """

    attempt: Attempt
    form: Form
    responses: tuple[Response, ...] = ()
    passed: tuple[Passed, ...] = ()
    preferences: tuple[Preference, ...] = ()
    questions: tuple[Question, ...] = ()
    regrades: tuple[Regrade, ...] = ()

    @property
    def corrected(self) -> dict[str, Item]:
        """The items whose key was corrected since they were written, by id, with the key that counts now."""
        return {regrade.item: regrade.corrected for regrade in self.regrades}

    @property
    def asks_twice(self) -> bool:
        """Whether a missed critical item is asked again in other words at once: paper and a refresher cannot."""
        return self.attempt.origin is not Origin.PAPER and self.form.refresher_of is None

    @property
    def scheme(self) -> str:
        """Light or dark, as the patient chose; empty where it is as the device says."""
        chosen = self.preference("scheme")
        return "" if chosen in (None, Scheme.DEVICE) else str(chosen)

    def preference(self, name: str) -> str | None:
        """The latest value the patient set under that name, or None."""
        return next((fact.value for fact in reversed(self.preferences) if fact.name == name), None)

    @property
    def language(self) -> str:
        """The language the patient reads now: the one chosen last, else the one the attempt began in."""
        return self.preference("language") or self.attempt.locale

    def language_at(self, moment: datetime) -> str:
        """The language the patient read at that moment."""
        chosen = [fact for fact in self.preferences if fact.name == "language" and fact.at <= moment]
        return chosen[-1].value if chosen else self.attempt.locale
