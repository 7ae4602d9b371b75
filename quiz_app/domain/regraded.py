"""What a corrected key means for one attempt: marks, outcome and points before and after, and what its record says."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from quiz_app.domain.attempt import Record, Turn
from quiz_app.domain.board import Finished, OpenPoint
from quiz_app.domain.course import Course
from quiz_app.domain.form import Frozen
from quiz_app.domain.marking import Mark
from quiz_app.domain.mastery import Outcome, Result, assess
from quiz_app.domain.progress import replay
from quiz_app.domain.regrade import Regrade


class Regraded(Frozen):
    """One attempt was marked again; numbers count from 1 within an attempt, the last counts.

    course, item, regrade: the correction it follows, whose time is corrected_at; old, new: credit of the answer, 0..1;
    outcome and points: what is concluded since. NOT_FINISHED for a patient in mid-course.
    """

    attempt: str
    number: int
    course: str
    item: str
    regrade: int
    old: float
    new: float
    outcome: Outcome
    points: tuple[OpenPoint, ...]
    by: str
    signer: str
    reason: str
    corrected_at: datetime
    at: datetime


class Marked(Frozen):
    """An attempt that answered an item: its record, what was concluded at its end, how it was marked again so far."""

    record: Record
    ended: Finished | None
    regraded: tuple[Regraded, ...] = ()

    @property
    def listed(self) -> Finished | None:
        """What the work list says: concluded at the end, or since then when it was marked again."""
        return newest_conclusion(self.ended, self.regraded)


def newest_conclusion(ended: Finished | None, regraded: Sequence[Regraded]) -> Finished | None:
    """What counts of an attempt that ended and may have been marked again since; None before its end."""
    again = [each for each in regraded if each.outcome is not Outcome.NOT_FINISHED]
    if ended is None or not again:
        return ended
    return ended.model_copy(update={"outcome": again[-1].outcome, "points": again[-1].points})


class Worth(StrEnum):
    """What one answer is worth, in words."""

    RIGHT = "right"
    PARTLY = "partly"
    MISSED = "missed"
    UNSURE = "unsure"


class MarkedAgain(Frozen):
    """One answer that counts otherwise than it did: before and now, and what that does to the outcome.

    answered_at: later than at for a patient who was still on the old wording, and never counted by the old key.
    """

    item: str
    objective: str
    before: Worth
    now: Worth
    outcome_before: Outcome
    outcome_now: Outcome
    signer: str
    reason: str
    at: datetime
    answered_at: datetime

    @property
    def is_late(self) -> bool:
        """Whether the answer came after the key was corrected."""
        return self.answered_at >= self.at


class Effect(Frozen):
    """What one correction does to one attempt; credits 0..1, points in words."""

    old: Mark
    new: Mark
    outcome_before: Outcome
    outcome_now: Outcome
    points_before: tuple[OpenPoint, ...]
    points_now: tuple[OpenPoint, ...]

    @property
    def changes_mark(self) -> bool:
        """Whether the answer counts otherwise."""
        return self.old != self.new

    @property
    def changes_outcome(self) -> bool:
        """Whether what the nurse does next, or what there is to talk about, becomes another."""
        return (self.outcome_before, self.points_before) != (self.outcome_now, self.points_now)


def worth(mark: Mark) -> Worth:
    """What a mark says in words."""
    if mark.unsure:
        return Worth.UNSURE
    return Worth.RIGHT if mark.right else Worth.PARTLY if mark.credit else Worth.MISSED


def effect(course: Course, record: Record, correction: Regrade) -> Effect | None:
    """What a correction does, or did, to an attempt; None where its item was not reached on the way."""
    others = tuple(each for each in record.regrades if each != correction)
    before, after = (record.model_copy(update={"regrades": regrades}) for regrades in (others, (*others, correction)))
    old, new = (_mark(course, each, correction.item) for each in (before, after))
    if old is None or new is None:
        return None
    was, now = (_result(course, each) for each in (before, after))
    return Effect(
        old=old,
        new=new,
        outcome_before=was.outcome,
        outcome_now=now.outcome,
        points_before=open_points(course, was),
        points_now=open_points(course, now),
    )


def open_points(course: Course, result: Result) -> tuple[OpenPoint, ...]:
    """The points to talk about as the work list keeps them."""
    objectives = course.objectives
    return tuple(
        OpenPoint(item=point.item, objective=objectives[point.objective], reason=point.reason)
        for point in result.to_talk_about
        if point.reason
    )


def marked_again(course: Course, record: Record) -> tuple[MarkedAgain, ...]:
    """Every answer of an attempt that a correction of a key made count otherwise, in the order of the corrections."""
    found = []
    for number, correction in enumerate(record.regrades, start=1):
        then = record.model_copy(update={"regrades": record.regrades[:number]})
        did = effect(course, then, correction)
        if did and did.changes_mark:
            found.append(_told(course, record, correction, did=did))
    return tuple(found)


def _told(course: Course, record: Record, correction: Regrade, *, did: Effect) -> MarkedAgain:
    turn = Turn(item=correction.item, try_no=1)
    return MarkedAgain(
        item=correction.item,
        objective=course.objectives[course.items[correction.item].objective],
        before=worth(did.old),
        now=worth(did.new),
        outcome_before=did.outcome_before,
        outcome_now=did.outcome_now,
        signer=correction.signer,
        reason=correction.reason,
        at=correction.at,
        answered_at=next(each.at for each in record.responses if each.turn == turn),
    )


def _mark(course: Course, record: Record, item: str) -> Mark | None:
    answer = replay(course, record).answer(Turn(item=item, try_no=1))
    return answer.mark if answer else None


def _result(course: Course, record: Record) -> Result:
    return assess(course, record, replay(course, record))
