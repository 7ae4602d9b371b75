"""Which keys were corrected, and which attempts were marked again, in memory."""

import threading
from collections.abc import Sequence

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Record
from quiz_app.domain.board import Finished
from quiz_app.domain.course import Course
from quiz_app.domain.regrade import Regrade
from quiz_app.domain.regraded import Marked, Regraded
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.memory.attempts import UNKNOWN


class MemoryRegrades:
    """Keeps corrections of keys, and reads whom they concern."""

    _lock: threading.RLock
    _courses: dict[str, Course]
    _records: dict[str, Record]
    _finished: dict[str, Finished]
    _invitations: dict[str, Invitation]
    _regrades: dict[str, list[Regrade]]
    _regraded: dict[str, list[Regraded]]

    def versions_met(self, course_id: str) -> Sequence[str]:
        """The versions of a course that patients were invited to and began, in the order they were first met."""
        invited = {each.attempt for each in self._invitations.values() if each.course == course_id}
        return list(dict.fromkeys(each.attempt.course for each in self._records.values() if each.attempt.id in invited))

    def regrades(self, fingerprint: str) -> Sequence[Regrade]:
        """Every correction of a key of that version, in the order they came."""
        return list(self._regrades.get(fingerprint, ()))

    def regraded(self, attempt_id: str) -> Sequence[Regraded]:
        """How often an attempt was marked again, in order."""
        return list(self._regraded.get(attempt_id, ()))

    def marked(self, fingerprint: str, item: str) -> Sequence[Marked]:
        """Every attempt on that version that answered the item, in the order they were opened."""
        with self._lock:
            corrections = tuple(self._regrades.get(fingerprint, ()))
            return [
                Marked(
                    record=record.model_copy(update={"regrades": corrections}),
                    ended=self._finished.get(name),
                    regraded=tuple(self._regraded.get(name, ())),
                )
                for name, record in self._records.items()
                if record.attempt.course == fingerprint and any(each.turn.item == item for each in record.responses)
            ]

    def add_regrades(self, corrections: Sequence[Regrade], again: Sequence[Regraded]) -> bool:
        """Keep corrections and what they did, together; False, and nothing is kept, if one number is taken."""
        with self._lock:
            if any(self._is_taken(each) for each in corrections) or any(self._was_marked(each) for each in again):
                return False
            known = {_key(each) for kept in self._regrades.values() for each in kept}
            known |= {_key(each) for each in corrections}
            courses = {name for each in corrections for name in (each.course, each.live)}
            follows = {(each.course, each.item, each.regrade) for each in again}
            strangers = {each.attempt for each in again} - self._records.keys()
            if courses - self._courses.keys() or follows - known or strangers:
                raise NotSaved(UNKNOWN)
            for correction in corrections:
                self._regrades.setdefault(correction.course, []).append(correction)
            for each in again:
                self._regraded.setdefault(each.attempt, []).append(each)
            return True

    def _is_taken(self, correction: Regrade) -> bool:
        return any(_key(each) == _key(correction) for each in self._regrades.get(correction.course, ()))

    def _was_marked(self, again: Regraded) -> bool:
        return any(each.number == again.number for each in self._regraded.get(again.attempt, ()))


def _key(correction: Regrade) -> tuple[str, str, int]:
    return correction.course, correction.item, correction.number
