"""The facts of attempts, in memory."""

import threading
from collections.abc import Sequence

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Attempt, Origin, Passed, Preference, Question, Record, Response
from quiz_app.domain.board import Finished
from quiz_app.domain.confirmation import Care, PaperEntry
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form
from quiz_app.domain.regrade import Regrade
from quiz_app.storage.failures import NotSaved

UNKNOWN = "This belongs to something the store does not have."


class MemoryAttempts:
    """Keeps attempts as records."""

    _lock: threading.RLock
    _courses: dict[str, Course]
    _records: dict[str, Record]
    _finished: dict[str, Finished]
    _refreshers: dict[str, str]
    _regrades: dict[str, list[Regrade]]
    _care: dict[str, Care]
    _invitations: dict[str, Invitation]

    def open_attempt(self, attempt: Attempt, form: Form, invitation: Invitation) -> bool:
        """Keep a new attempt, its form and that its invitation opened it, together; False if it had opened one."""
        with self._lock:
            known = self._invitations.get(invitation.selector)
            if known is None or form.course not in self._courses:
                raise NotSaved(UNKNOWN)
            if known.attempt or attempt.id in self._records:
                return False
            self._records[attempt.id] = Record(attempt=attempt, form=form)
            self._invitations[known.selector] = known.model_copy(update={"attempt": attempt.id})
            return True

    def open_refresher(self, attempt: Attempt, form: Form) -> bool:
        """Keep a refresher and its form; False if the attempt it belongs to has one."""
        with self._lock:
            if form.refresher_of not in self._records or form.course not in self._courses:
                raise NotSaved(UNKNOWN)
            if form.refresher_of in self._refreshers or attempt.id in self._records:
                return False
            self._records[attempt.id] = Record(attempt=attempt, form=form)
            self._refreshers[form.refresher_of] = attempt.id
            return True

    def refresher_of(self, attempt_id: str) -> str | None:
        """The refresher of that attempt, if one was begun."""
        return self._refreshers.get(attempt_id)

    def record(self, attempt_id: str) -> Record | None:
        """All facts of one attempt, each kind in the order it came."""
        with self._lock:
            return self._with_corrections(self._records[attempt_id]) if attempt_id in self._records else None

    def records(self, *, newest: int) -> Sequence[Record]:
        """The records of the newest attempts, newest first."""
        with self._lock:
            chosen = list(reversed(self._records.values()))[: max(newest, 0)]
            return [self._with_corrections(record) for record in chosen]

    def _with_corrections(self, record: Record) -> Record:
        return record.model_copy(update={"regrades": tuple(self._regrades.get(record.attempt.course, ()))})

    def has_real_attempts(self) -> bool:
        """Whether any attempt is a patient's, not a simulated one."""
        with self._lock:
            return any(record.attempt.origin is not Origin.SIMULATED for record in self._records.values())

    def has_simulated_attempts(self) -> bool:
        """Whether any attempt is a simulated one, so that the database is there for a demonstration."""
        with self._lock:
            return any(record.attempt.origin is Origin.SIMULATED for record in self._records.values())

    def add_response(self, attempt_id: str, response: Response) -> bool:
        """Keep the response of a turn; False if that turn already has one, which stays."""
        with self._lock:
            known = self._known(attempt_id).responses
            if any(each.turn == response.turn for each in known):
                return False
            return self._keep(attempt_id, responses=(*known, response))

    def add_passed(self, attempt_id: str, passed: Passed, finished: Finished | None = None) -> bool:
        """Keep that the patient went on and, with the last step, what was concluded; False if it was known.

        The first conclusion stays; one that is missing is kept even if the step was known.
        """
        with self._lock:
            known = self._known(attempt_id).passed
            if finished:
                self._finished.setdefault(attempt_id, finished)
            if any(each.place == passed.place for each in known):
                return False
            return self._keep(attempt_id, passed=(*known, passed))

    def add_preference(self, attempt_id: str, preference: Preference) -> None:
        """Keep a preference; the latest counts."""
        with self._lock:
            self._keep(attempt_id, preferences=(*self._known(attempt_id).preferences, preference))

    def add_question(self, attempt_id: str, question: Question) -> bool:
        """Keep a question of the patient's; False if the very same one was kept."""
        with self._lock:
            known = self._known(attempt_id).questions
            if any(each.text == question.text for each in known):
                return False
            return self._keep(attempt_id, questions=(*known, question))

    def add_paper(
        self,
        entry: PaperEntry,
        *,
        responses: Sequence[Response],
        passed: Sequence[Passed],
        preferences: Sequence[Preference],
        finished: Finished | None,
    ) -> bool:
        """Keep everything of a paper sheet together; False, and nothing is kept, if there is an answer already."""
        with self._lock:
            if self._known(entry.attempt).responses:
                return False
            for response in responses:
                self.add_response(entry.attempt, response)
            for each in passed:
                self.add_passed(entry.attempt, each)
            for preference in preferences:
                self.add_preference(entry.attempt, preference)
            if finished:
                self._finished.setdefault(entry.attempt, finished)
            care = self._care.get(entry.attempt, Care())
            self._care[entry.attempt] = care.model_copy(update={"papers": (*care.papers, entry)})
            return True

    def _known(self, attempt_id: str) -> Record:
        if attempt_id not in self._records:
            raise NotSaved(UNKNOWN)
        return self._records[attempt_id]

    def _keep(self, attempt_id: str, **facts: tuple[object, ...]) -> bool:
        self._records[attempt_id] = self._records[attempt_id].model_copy(update=facts)
        return True
