"""A patient working through a course: where they are, what they answer, what they ask."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from quiz_app.domain.attempt import (
    Answering,
    Passed,
    Preference,
    Question,
    Record,
    Response,
    Scheme,
    Sureness,
    TextSize,
    Turn,
)
from quiz_app.domain.board import Finished
from quiz_app.domain.course import Course
from quiz_app.domain.danger import sounds_like_danger
from quiz_app.domain.marking import Choice, check_offered
from quiz_app.domain.mastery import Result, assess
from quiz_app.domain.progress import Place, Progress, Stage, replay
from quiz_app.domain.regraded import open_points
from quiz_app.domain.translation import in_language
from quiz_app.services.ports import Clock, Store

LONGEST_QUESTION = 280
PREFERENCES = {
    "answering": {each.value for each in Answering},
    "text-size": {each.value for each in TextSize},
    "scheme": {each.value for each in Scheme},
}


class NoSuchAttempt(Exception):
    """The attempt is not kept here."""


class NothingChosen(Exception):
    """Check was pressed with no option chosen; no turn is used up."""


class NotAPreference(ValueError):
    """A preference, or a value of one, that no screen offers."""


class QuestionTooLong(ValueError):
    """A question of more than 280 characters."""


@dataclass(frozen=True)
class Sitting:
    """One attempt with everything a screen needs to be drawn."""

    course: Course
    record: Record
    progress: Progress

    @property
    def attempt(self) -> str:
        """The id of the attempt."""
        return self.record.attempt.id

    def with_facts(self, **facts: tuple[Response, ...] | tuple[Passed, ...]) -> "Sitting":
        """The sitting after more facts were kept."""
        record = self.record.model_copy(update=facts)
        return Sitting(course=self.course, record=record, progress=replay(self.course, record))

    def in_language(self, locale: str) -> "Sitting":
        """The same sitting over the course in that language, to be shown only: what is kept belongs to the original."""
        return replace(self, course=in_language(self.course, locale))

    @property
    def result(self) -> Result:
        """What can be concluded so far."""
        return assess(self.course, self.record, self.progress)


def sitting_of(store: Store, attempt_id: str) -> Sitting:
    """Where an attempt stands; raises NoSuchAttempt."""
    record = store.record(attempt_id)
    course = store.course(record.attempt.course) if record else None
    if record is None or course is None:
        raise NoSuchAttempt(attempt_id)
    return Sitting(course=course, record=record, progress=replay(course, record))


def concluded(sitting: Sitting, at: datetime) -> Finished | None:
    """What is concluded now that the end is reached; None before."""
    if not sitting.progress.finished:
        return None
    result = sitting.result
    points = open_points(sitting.course, result)
    return Finished(attempt=sitting.attempt, outcome=result.outcome, points=points, at=at)


class Taking:
    """What a patient does, one attempt at a time; every method may be called twice without harm."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def sitting(self, attempt_id: str) -> Sitting:
        """Where the attempt stands; raises NoSuchAttempt."""
        return sitting_of(self._store, attempt_id)

    def answer(self, sitting: Sitting, turn: Turn, *, choice: Choice, sureness: Sureness | None = None) -> Sitting:
        """Keep the answer to the turn the patient was looking at; where they are now.

        A turn that is over changes nothing. Raises NothingChosen, ChoiceNotOffered, NotSaved.
        """
        if not sitting.progress.is_open(turn):
            return self.sitting(sitting.attempt)
        if not choice:
            raise NothingChosen
        check_offered(sitting.course.items[turn.item], choice)
        response = Response(turn=turn, choice=choice, sureness=sureness, at=self._clock.now())
        if not self._store.add_response(sitting.attempt, response):
            return self.sitting(sitting.attempt)
        return sitting.with_facts(responses=(*sitting.record.responses, response))

    def go_on(self, sitting: Sitting, place: Place) -> Sitting:
        """Keep that the patient went on from a place and, with the last step, what is concluded; where they are now.

        Only the place where the attempt stands counts. Raises NotSaved.
        """
        if place.stage in {Stage.ASK, Stage.END} or sitting.progress.current != place:
            return self.sitting(sitting.attempt)
        passed = Passed(place=place.id, at=self._clock.now())
        after = sitting.with_facts(passed=(*sitting.record.passed, passed))
        if not self._store.add_passed(sitting.attempt, passed, concluded(after, passed.at)):
            return self.sitting(sitting.attempt)
        return after

    def prefer(self, attempt_id: str, name: str, value: str) -> None:
        """Keep who is answering, the text size or the language; raises NotAPreference for what no screen offers."""
        record = self._store.record(attempt_id)
        if value not in self._choices(name, record):
            raise NotAPreference(f"{name}={value}")
        if record and record.preference(name) != value:
            self._store.add_preference(attempt_id, Preference(name=name, value=value, at=self._clock.now()))

    def _choices(self, name: str, record: Record | None) -> Collection[str]:
        if name != "language":
            return PREFERENCES.get(name, set())
        course = self._store.course(record.attempt.course) if record else None
        return course.locales if course else ()

    def ask(self, attempt_id: str, text: str, place: Place) -> None:
        """Keep a question of the patient's word for word; raises QuestionTooLong."""
        if len(text) > LONGEST_QUESTION:
            raise QuestionTooLong(str(len(text)))
        text = text.replace("\0", "")
        if text.strip():
            self._store.add_question(attempt_id, Question(text=text, place=place.id, at=self._clock.now()))

    @staticmethod
    def sounds_like_danger(text: str) -> bool:
        """Whether a question sounds like an emergency, so that the emergency words are shown first."""
        return sounds_like_danger(text)
