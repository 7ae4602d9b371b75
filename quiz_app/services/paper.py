"""Paper instead of a screen: a printed form, and the answers that were typed in from it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from quiz_app.domain.access import Right
from quiz_app.domain.answer_sheet import Reason, Unreadable, read
from quiz_app.domain.attempt import Answering, Origin, Passed, Preference, Question, Response, Turn
from quiz_app.domain.confirmation import PaperEntry
from quiz_app.domain.marking import Choice, check_offered
from quiz_app.domain.progress import Stage
from quiz_app.services.auditing import Audit
from quiz_app.services.inviting import Inviting, NoSuchInvitation
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require
from quiz_app.services.taking import LONGEST_QUESTION, QuestionTooLong, Sitting, concluded, sitting_of


class AlreadyBegun(Exception):
    """The patient has answers already, or began on a screen."""


class BadSheet(ValueError):
    """Answers that cannot be read, each with the reason, in the order of the sheet."""

    def __init__(self, problems: Mapping[str, Reason]) -> None:
        super().__init__(", ".join(problems))
        self.problems = problems


class Paper:
    """Deals forms for printing, and keeps what came back on them."""

    def __init__(self, store: Store, clock: Clock, audit: Audit, inviting: Inviting) -> None:
        self._store = store
        self._clock = clock
        self._audit = audit
        self._inviting = inviting

    def sheet(self, actor: Actor, selector: str) -> Sitting:
        """The form to print for a patient; asked for again, it is the same.

        Raises NotAllowed, NoSuchInvitation, NoCourse, and AlreadyBegun for a patient who began on a screen.
        """
        require(actor, Right.INVITE)
        invitation = self._store.invitation(selector)
        if invitation is None:
            raise NoSuchInvitation(selector)
        attempt = invitation.attempt or self._inviting.attempt_of(invitation, origin=Origin.PAPER)
        sitting = self._blank(attempt)
        self._audit.note(actor.id, "print-paper", attempt)
        return sitting

    def enter(
        self,
        actor: Actor,
        attempt_id: str,
        typed: Mapping[str, str],
        *,
        answering: Answering | None = None,
        questions: Sequence[str] = (),
    ) -> Sitting:
        """Keep a whole sheet at once: printed letters by item, who was answering, the patient's own questions.

        Raises NotAllowed, NoSuchAttempt, AlreadyBegun, BadSheet, QuestionTooLong, NotSaved.
        """
        require(actor, Right.CONFIRM)
        before, now = self._blank(attempt_id), self._clock.now()
        chosen = _read_all(before, typed)
        asked = _questions(questions, now)
        after = _walked(before, chosen, now)
        # Questions come first: kept again they change nothing, but after the sheet nobody could type them in again.
        for question in asked:
            self._store.add_question(attempt_id, question)
        kept = self._store.add_paper(
            PaperEntry(attempt=attempt_id, by=actor.id, signer=self._signer(actor), at=now),
            responses=after.record.responses,
            passed=after.record.passed[len(before.record.passed) :],
            preferences=[Preference(name="answering", value=answering, at=now)] if answering else [],
            finished=concluded(after, now),
        )
        if not kept:
            raise AlreadyBegun(attempt_id)
        self._audit.note(actor.id, "enter-paper", attempt_id)
        return sitting_of(self._store, attempt_id)

    def _blank(self, attempt_id: str) -> Sitting:
        sitting = sitting_of(self._store, attempt_id)
        if sitting.record.attempt.origin is not Origin.PAPER or sitting.record.responses:
            raise AlreadyBegun(attempt_id)
        return sitting

    def _signer(self, actor: Actor) -> str:
        member = self._store.staff(actor.id)
        return member.login if member else actor.id


def _read_all(sitting: Sitting, typed: Mapping[str, str]) -> dict[str, Choice]:
    chosen: dict[str, Choice] = {}
    problems: dict[str, Reason] = {}
    for asked in (asked for part in sitting.record.form.parts for asked in part.asked):
        item = sitting.course.items[asked.item]
        try:
            chosen[item.id] = read(item, asked.order, typed.get(item.id, ""))
            check_offered(item, chosen[item.id])
        except Unreadable as unreadable:
            problems[item.id] = unreadable.reason
    if problems:
        raise BadSheet(problems)
    return chosen


def _questions(texts: Sequence[str], now: datetime) -> list[Question]:
    asked = [text.replace("\0", "") for text in texts if text.strip()]
    for text in asked:
        if len(text) > LONGEST_QUESTION:
            raise QuestionTooLong(str(len(text)))
    return [Question(text=text, place=Stage.END, at=now) for text in asked]


def _walked(sitting: Sitting, chosen: Mapping[str, Choice], now: datetime) -> Sitting:
    """The attempt after the whole sheet, walked to its end."""
    responses = tuple(
        Response(turn=Turn(item=item, try_no=1), choice=choice, sureness=None, at=now)
        for item, choice in chosen.items()
    )
    walked = sitting.with_facts(responses=responses)
    while not walked.progress.finished:
        passed = Passed(place=walked.progress.current.id, at=now)
        walked = walked.with_facts(passed=(*walked.record.passed, passed))
    return walked
