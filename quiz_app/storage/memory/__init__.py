"""The same store in memory, for tests: nothing outlives the process."""

import threading

from quiz_app.domain.access import AuditLink, Draft, Guesses, Invitation, StaffMember, Visit
from quiz_app.domain.attempt import Record
from quiz_app.domain.board import Finished
from quiz_app.domain.confirmation import Care
from quiz_app.domain.course import Course
from quiz_app.domain.regrade import Regrade
from quiz_app.domain.regraded import Regraded
from quiz_app.domain.release import Release
from quiz_app.storage.memory.access import MemoryAccess
from quiz_app.storage.memory.attempts import MemoryAttempts
from quiz_app.storage.memory.board import MemoryBoard
from quiz_app.storage.memory.care import MemoryCare
from quiz_app.storage.memory.regrades import MemoryRegrades
from quiz_app.storage.memory.releases import MemoryReleases
from quiz_app.storage.memory.staff import MemoryStaff
from quiz_app.storage.memory.tallies import MemoryTallies

__all__ = ["MemoryStore"]


class MemoryStore(
    MemoryReleases, MemoryAttempts, MemoryRegrades, MemoryCare, MemoryBoard, MemoryTallies, MemoryAccess, MemoryStaff
):
    """Every fact in dictionaries, under one lock."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._courses: dict[str, Course] = {}
        self._releases: dict[str, list[Release]] = {}
        self._records: dict[str, Record] = {}
        self._finished: dict[str, Finished] = {}
        self._refreshers: dict[str, str] = {}
        self._regrades: dict[str, list[Regrade]] = {}
        self._regraded: dict[str, list[Regraded]] = {}
        self._care: dict[str, Care] = {}
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._invitations: dict[str, Invitation] = {}
        self._staff: dict[str, StaffMember] = {}
        self._visits: dict[str, Visit] = {}
        self._guesses: dict[str, Guesses] = {}
        self._audit: list[AuditLink] = []

    def keep_course(self, course: Course, fingerprint: str) -> None:
        """Keep a course under its fingerprint; keeping it again changes nothing."""
        self._courses.setdefault(fingerprint, course)

    def course(self, fingerprint: str) -> Course | None:
        """The course of that fingerprint."""
        return self._courses.get(fingerprint)

    def check(self) -> None:
        """Memory can always be written."""

    def close(self) -> None:
        """Nothing to let go of."""
