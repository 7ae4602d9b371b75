"""The staff's list: every attempt with its outcome and the points to talk about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quiz_app.domain.access import Right
from quiz_app.domain.attempt import Record
from quiz_app.domain.course import Course
from quiz_app.domain.mastery import Outcome, Reason, assess
from quiz_app.domain.progress import replay
from quiz_app.services.ports import Store
from quiz_app.services.staffing import Actor, require

NEWEST = 200


@dataclass(frozen=True)
class TalkPoint:
    """One point to talk about: the objective in words, why it is listed, and the sentence to ask."""

    objective: str
    reason: Reason
    teach_back: str


@dataclass(frozen=True)
class Row:
    """One attempt on the list."""

    attempt: str
    code_begins: str
    label: str
    outcome: Outcome
    answered: int
    asked: int
    points: tuple[TalkPoint, ...]
    questions: tuple[str, ...]
    answering: str | None
    last_at: datetime
    draft: bool


class Board:
    """Reads many attempts at once, with the same replay as the patient's screens."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, actor: Actor, *, newest: int = NEWEST) -> Sequence[Row]:
        """The newest attempts, those to talk to first; raises NotAllowed."""
        require(actor, Right.READ_BOARD)
        records = self._store.records(newest=newest)
        invitations = self._store.invitations_of([record.attempt.id for record in records])
        rows = []
        for record in records:
            course = self._store.course(record.attempt.course)
            found = invitations.get(record.attempt.id)
            if course:
                code, label = (found.selector, found.label) if found else ("", "")
                rows.append(_row(course, record, code_begins=code, label=label))
        order = [Outcome.TALK_FIRST, Outcome.READY_TO_CONFIRM, Outcome.NOT_FINISHED]
        return sorted(rows, key=lambda row: order.index(row.outcome))


def _row(course: Course, record: Record, *, code_begins: str, label: str) -> Row:
    progress = replay(course, record)
    result = assess(course, record, progress)
    items = course.items
    points = tuple(
        TalkPoint(course.objectives[point.objective], point.reason, items[point.item].teach_back or "")
        for point in result.to_talk_about
        if point.reason
    )
    times = [response.at for response in record.responses] + [passed.at for passed in record.passed]
    return Row(
        attempt=record.attempt.id,
        code_begins=code_begins,
        label=label,
        outcome=result.outcome,
        answered=sum(point.first is not None for point in result.points),
        asked=len(result.points),
        points=points,
        questions=tuple(question.text for question in record.questions),
        answering=record.preference("answering"),
        last_at=max(times, default=record.attempt.opened_at),
        draft=course.outline.review.status != "approved",
    )
