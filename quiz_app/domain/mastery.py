"""What was understood: mastery per objective, the points to talk about, and the outcome of an attempt."""

from dataclasses import dataclass
from enum import StrEnum

from quiz_app.domain.attempt import Record, Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.progress import Answer, Progress


class Mastery(StrEnum):
    """Where an objective stands."""

    UNSEEN = "unseen"
    NOT_YET = "not-yet"
    MET = "met"


class Outcome(StrEnum):
    """What the nurse does next; no outcome ever holds up an infusion."""

    NOT_FINISHED = "not-finished"
    READY_TO_CONFIRM = "ready-to-confirm"
    TALK_FIRST = "talk-first"


class Reason(StrEnum):
    """Why a critical point is on the talk list."""

    MISSED_TWICE = "missed-twice"
    MISSED = "missed"
    SURE_AND_MISTAKEN = "sure-and-mistaken"
    NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing the form asks about: the item, what was answered to it and to its sibling, and what that means."""

    objective: str
    item: str
    critical: bool
    first: Answer | None
    second: Answer | None
    reason: Reason | None

    @property
    def last(self) -> Answer | None:
        """The answer the patient was left with."""
        return self.second or self.first

    @property
    def right_first(self) -> bool:
        """Right from the start."""
        return self.first is not None and self.first.mark.right

    @property
    def right_in_the_end(self) -> bool:
        """Right in the first wording or in the second."""
        return self.last is not None and self.last.mark.right


@dataclass(frozen=True)
class Result:
    """Everything that can be concluded from one attempt."""

    outcome: Outcome
    points: tuple[Point, ...]
    mastery: dict[str, Mastery]

    @property
    def to_talk_about(self) -> tuple[Point, ...]:
        """Critical points a nurse talks through with the patient, in the order of the course."""
        return tuple(point for point in self.points if point.reason)

    @property
    def gaps(self) -> tuple[Point, ...]:
        """Ordinary points not right in the end; listed, never raised."""
        return tuple(p for p in self.points if p.last and not p.right_in_the_end and not p.critical)

    @property
    def score(self) -> float | None:
        """Share of credit on the first try, 0..1, over the points answered; None before the first answer."""
        earned = [point.first.mark.credit for point in self.points if point.first]
        return sum(earned) / len(earned) if earned else None


def assess(course: Course, record: Record, progress: Progress) -> Result:
    """Draw the conclusions of one attempt from its replay."""
    items = course.items
    answers = {answer.response.turn.item: answer for answer in progress.answers}
    whole = progress.finished or not record.asks_twice
    points = tuple(
        _point(items[asked.item], answers, whole=whole) for part in record.form.parts for asked in part.asked
    )
    return Result(outcome=_outcome(progress, points), points=points, mastery=_mastery(course, points))


def _point(item: Item, answers: dict[str, Answer], *, whole: bool) -> Point:
    first = answers.get(item.id)
    second = answers.get(item.sibling) if item.sibling else None
    if second and second.after is None:
        second = None
    settled = whole or second is not None or item.sibling is None
    reason = _reason(first, second) if item.critical and settled else None
    return Point(
        objective=item.objective, item=item.id, critical=item.critical, first=first, second=second, reason=reason
    )


def _reason(first: Answer | None, second: Answer | None) -> Reason | None:
    """Why a critical point is talked about: left at not sure, missed in every wording, or missed while very sure.

    After a key was corrected, a second wording may be missing that a miss would have brought, or one may be there that
    followed a right answer. What counts then is still the answer the patient was left with: missed once.
    """
    last = second or first
    if first is None or last is None:
        return None
    if not last.mark.right:
        missed = Reason.MISSED_TWICE if second and not first.mark.right else Reason.MISSED
        return Reason.NOT_SURE if last.mark.unsure else missed
    if first.mark.right:
        return None
    sure = first.response.sureness is Sureness.VERY and not first.mark.unsure
    return Reason.SURE_AND_MISTAKEN if sure else None


def _outcome(progress: Progress, points: tuple[Point, ...]) -> Outcome:
    if not progress.finished:
        return Outcome.NOT_FINISHED
    return Outcome.TALK_FIRST if any(point.reason for point in points) else Outcome.READY_TO_CONFIRM


def _mastery(course: Course, points: tuple[Point, ...]) -> dict[str, Mastery]:
    return {
        objective: _of_objective([point for point in points if point.objective == objective])
        for topic in course.topics
        for objective in topic.objectives
    }


def _of_objective(points: list[Point]) -> Mastery:
    answered = [point for point in points if point.last]
    if not answered:
        return Mastery.UNSEEN
    met = len(answered) == len(points) and all(p.right_in_the_end and not p.reason for p in answered)
    return Mastery.MET if met else Mastery.NOT_YET
