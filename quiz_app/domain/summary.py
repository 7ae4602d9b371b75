"""The whole record of one patient as one pure value, from which the note, PDF, bundle and table are drawn."""

from datetime import datetime

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Origin, Record
from quiz_app.domain.confirmation import (
    Care,
    Confirmation,
    Conversation,
    PaperEntry,
    Standing,
    Understanding,
    Withdrawal,
    standing,
)
from quiz_app.domain.course import Course
from quiz_app.domain.form import Frozen
from quiz_app.domain.mastery import Outcome, Point, Reason, assess
from quiz_app.domain.progress import Answer, replay
from quiz_app.domain.regraded import MarkedAgain, marked_again
from quiz_app.domain.translation import in_language
from quiz_app.domain.wording import Answered, Wording, answered, topic_of, wordings


class PointSummary(Frozen):
    """One point of the check: the first answer, and the one the patient was left with (the same if asked once)."""

    item: str
    objective: str
    topic: str
    critical: bool
    reason: Reason | None
    first: Answered | None
    final: Answered | None

    @property
    def asked_again(self) -> bool:
        """Whether the point was asked a second time in other words."""
        return self.final != self.first


class AttemptSummary(Frozen):
    """One attempt as it went, over its exact wording."""

    attempt: str
    course: str
    form: str
    locale: str
    origin: Origin
    answering: str
    started: datetime
    finished: datetime | None
    last_at: datetime
    outcome: Outcome
    wordings: tuple[Wording, ...]
    points: tuple[PointSummary, ...]
    questions: tuple[str, ...]
    marked_again: tuple[MarkedAgain, ...] = ()

    @property
    def right_first(self) -> int:
        """How many points were right from the start."""
        return sum(point.first is not None and point.first.right for point in self.points)

    @property
    def right_in_the_end(self) -> int:
        """How many points were right in the first wording or in the second."""
        return sum(point.final is not None and point.final.right for point in self.points)

    @property
    def to_talk_about(self) -> tuple[PointSummary, ...]:
        """The critical points a nurse talks through."""
        return tuple(point for point in self.points if point.reason)


class SaidBack(Frozen):
    """One point said back by the patient, with the point in words."""

    item: str
    objective: str
    understanding: Understanding
    words: str


class Summary(Frozen):
    """Everything a record of one patient says; a patient is the beginning of a code and a label.

    course, form (in attempt): fingerprints of the exact wording, 64 hex digits.
    """

    selector: str
    label: str
    course_id: str
    title: str
    version: str
    approved: bool
    attempt: AttemptSummary
    paper: PaperEntry | None
    conversation: Conversation | None
    said_back: tuple[SaidBack, ...]
    confirmation: Confirmation | None
    withdrawal: Withdrawal | None
    standing: Standing
    refresher: AttemptSummary | None

    @property
    def course(self) -> str:
        """Fingerprint of the course as it was shown."""
        return self.attempt.course

    @property
    def locale(self) -> str:
        """The language the patient read."""
        return self.attempt.locale

    @property
    def last_at(self) -> datetime:
        """When the newest fact of the record came."""
        care: tuple[Conversation | Confirmation | Withdrawal | PaperEntry | None, ...]
        care = (self.conversation, self.confirmation, self.withdrawal, self.paper)
        attempts = [attempt for attempt in (self.attempt, self.refresher) if attempt]
        last = [attempt.last_at for attempt in attempts]
        last += [again.at for attempt in attempts for again in attempt.marked_again]
        return max(last + [each.at for each in care if each])

    @property
    def look_again(self) -> bool:
        """Whether an answer was marked again by a corrected key after the signature that stands."""
        signed = self.confirmation if self.standing is Standing.CONFIRMED else None
        return signed is not None and any(each.at > signed.at for each in self.attempt.marked_again)


def summarize(
    course: Course,
    record: Record,
    care: Care,
    *,
    invitation: Invitation | None,
    refresher: AttemptSummary | None = None,
) -> Summary:
    """Draw the whole record of one patient together."""
    conversation, confirmation = care.conversation, care.confirmation
    return Summary(
        selector=invitation.selector if invitation else "",
        label=invitation.label if invitation else "",
        course_id=course.outline.course,
        title=course.outline.title,
        version=course.outline.version,
        approved=in_language(course, record.language).is_approved,
        attempt=summarize_attempt(course, record),
        paper=care.papers[-1] if care.papers else None,
        conversation=conversation,
        said_back=_said_back(course, conversation),
        confirmation=confirmation,
        withdrawal=care.withdrawal_of(confirmation) if confirmation else None,
        standing=standing(record, care),
        refresher=refresher,
    )


def summarize_attempt(course: Course, record: Record) -> AttemptSummary:
    """Replay one attempt into what was shown, answered and concluded."""
    progress = replay(course, record)
    result = assess(course, record, progress)
    return AttemptSummary(
        attempt=record.attempt.id,
        course=record.attempt.course,
        form=record.attempt.form,
        locale=record.language,
        origin=record.attempt.origin,
        answering=record.preference("answering") or "",
        started=record.attempt.opened_at,
        finished=_finished_at(record) if progress.finished else None,
        last_at=_last_at(record),
        outcome=result.outcome,
        wordings=wordings(in_language(course, record.language), record.form),
        points=tuple(_point(point, course, record) for point in result.points),
        questions=tuple(question.text for question in record.questions),
        marked_again=marked_again(course, record),
    )


def _last_at(record: Record) -> datetime:
    times = [record.attempt.opened_at, *(fact.at for fact in record.responses)]
    return max(times + [fact.at for fact in record.passed] + [fact.at for fact in record.questions])


def _finished_at(record: Record) -> datetime:
    return max((passed.at for passed in record.passed), default=record.attempt.opened_at)


def _point(point: Point, course: Course, record: Record) -> PointSummary:
    return PointSummary(
        item=point.item,
        objective=course.objectives[point.objective],
        topic=topic_of(course, point.objective),
        critical=point.critical,
        reason=point.reason,
        first=_in_the_words_read(point.first, course, record),
        final=_in_the_words_read(point.last, course, record),
    )


def _in_the_words_read(answer: Answer | None, course: Course, record: Record) -> Answered | None:
    """An answer over the words the patient had before them, in the language they read at that moment."""
    if answer is None:
        return None
    locale = record.language_at(answer.response.at)
    return answered(answer, in_language(course, locale), record.form)


def _said_back(course: Course, conversation: Conversation | None) -> tuple[SaidBack, ...]:
    items, objectives = course.items, course.objectives
    return tuple(
        SaidBack(
            item=each.item,
            objective=objectives[items[each.item].objective] if each.item in items else each.item,
            understanding=each.understanding,
            words=each.words,
        )
        for each in (conversation.teach_backs if conversation else ())
    )
