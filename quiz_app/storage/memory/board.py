"""Answers for the whole clinic, in memory: the plain reading of what the database does in SQL."""

import threading
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Record
from quiz_app.domain.board import PAGE, Asked, Finished, Journey, Line, State, WorkList
from quiz_app.domain.confirmation import Care, Confirmation
from quiz_app.domain.mastery import Outcome
from quiz_app.domain.regraded import Regraded, newest_conclusion
from quiz_app.storage.folding import folded

URGENCY = (State.TALK_FIRST, State.READY_TO_CONFIRM, State.IN_PROGRESS, State.NOT_STARTED, State.CONFIRMED)
_CONCLUDED = {Outcome.TALK_FIRST: State.TALK_FIRST, Outcome.READY_TO_CONFIRM: State.READY_TO_CONFIRM}


class MemoryBoard:
    """Looks at every invitation."""

    _lock: threading.RLock
    _records: dict[str, Record]
    _finished: dict[str, Finished]
    _regraded: dict[str, list[Regraded]]
    _care: dict[str, Care]
    _invitations: dict[str, Invitation]

    def work_list(self, asked: Asked, *, now: datetime) -> WorkList:
        """One page of invitations, the most urgent first, and the counts of all states."""
        with self._lock:
            found = [self._line(each) for each in self._invitations.values() if _is_asked_for(each, asked)]
        lines = [line for line in found if line.state is not State.NOT_STARTED or _may_begin(line, now)]
        counts = Counter(line.state for line in lines)
        chosen = sorted((line for line in lines if asked.state in {None, line.state}), key=_urgency)
        first = PAGE * max(asked.page, 0)
        return WorkList(lines=tuple(chosen[first : first + PAGE]), counts={state: counts[state] for state in State})

    def journeys(self, *, since: datetime) -> Sequence[Journey]:
        """The moments of every patient invited since then, in the order they were invited."""
        with self._lock:
            invited = [each for each in self._invitations.values() if each.created_at >= since]
            return [self._journey(each) for each in sorted(invited, key=lambda each: (each.created_at, each.selector))]

    def _journey(self, invitation: Invitation) -> Journey:
        record = self._records.get(invitation.attempt or "")
        standing = self._standing(record)
        return Journey(
            created_at=invitation.created_at,
            begun_at=min((each.at for each in record.passed), default=None) if record else None,
            finished=self._conclusion(record.attempt.id) if record else None,
            confirmed_at=standing.at if standing else None,
        )

    def _line(self, invitation: Invitation) -> Line:
        record = self._records.get(invitation.attempt or "")
        finished = self._conclusion(invitation.attempt or "")
        answers, steps = (record.responses, record.passed) if record else ((), ())
        times = [each.at for each in answers] + [each.at for each in steps]
        opened_at = record.attempt.opened_at if record else invitation.created_at
        return Line(
            **invitation.model_dump(exclude={"verifier", "link_hash", "created_at"}),
            state=self._state(record, finished),
            answered=len({each.turn.item for each in answers}),
            questions=len(record.questions) if record else 0,
            points=finished.points if finished else (),
            last_at=max(times, default=opened_at),
            look_again=self._is_to_look_again(record),
        )

    def _conclusion(self, attempt: str) -> Finished | None:
        return newest_conclusion(self._finished.get(attempt), self._regraded.get(attempt, ()))

    def _is_to_look_again(self, record: Record | None) -> bool:
        signed = self._standing(record)
        again = self._regraded.get(record.attempt.id, ()) if record else ()
        return signed is not None and any(each.corrected_at > signed.at for each in again)

    def _state(self, record: Record | None, finished: Finished | None) -> State:
        if self._standing(record):
            return State.CONFIRMED
        if finished and finished.outcome in _CONCLUDED:
            return _CONCLUDED[finished.outcome]
        return State.IN_PROGRESS if record and record.passed else State.NOT_STARTED

    def _standing(self, record: Record | None) -> Confirmation | None:
        """The newest confirmation, if neither a withdrawal, a later talk nor a later answer undid it."""
        care = self._care.get(record.attempt.id) if record else None
        newest = care.confirmation if care else None
        if record is None or care is None or newest is None or care.conversation is None or care.withdrawal_of(newest):
            return None
        changed = newest.conversation != care.conversation.number or any(
            each.at > newest.at for each in record.responses
        )
        return None if changed else newest


def _is_asked_for(invitation: Invitation, asked: Asked) -> bool:
    search = folded(asked.search)
    if not invitation.selector.lower().startswith(search) and search not in folded(invitation.label):
        return False
    if asked.locale and invitation.locale != asked.locale:
        return False
    if asked.course and invitation.course != asked.course:
        return False
    if not asked.infusion_from and not asked.infusion_to:
        return True
    first, last = asked.infusion_from or date.min, asked.infusion_to or date.max
    return invitation.infusion_on is not None and first <= invitation.infusion_on <= last


def _may_begin(line: Line, now: datetime) -> bool:
    return line.revoked_at is None and now < line.expires_at


def _urgency(line: Line) -> tuple[bool, date, int, str]:
    return line.infusion_on is None, line.infusion_on or date.max, URGENCY.index(line.state), line.selector
