"""Which version of each course went live, and who met which, in memory."""

import threading
from collections.abc import Iterable, Sequence
from datetime import datetime

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Origin, Record
from quiz_app.domain.board import Finished
from quiz_app.domain.course import Course
from quiz_app.domain.release import OpenSitting, Release, VersionUse


class MemoryReleases:
    """Keeps releases; counts and lists the attempts of versions."""

    _lock: threading.RLock
    _courses: dict[str, Course]
    _records: dict[str, Record]
    _finished: dict[str, Finished]
    _invitations: dict[str, Invitation]
    _releases: dict[str, list[Release]]

    def add_release(self, release: Release) -> bool:
        """Keep a release; False if its course has one of that number, which stays."""
        with self._lock:
            kept = self._releases.setdefault(release.course, [])
            if any(each.number == release.number for each in kept):
                return False
            kept.append(release)
            return True

    def releases(self, course_id: str) -> Sequence[Release]:
        """Every release of a course, in order."""
        return sorted(self._releases.get(course_id, []), key=lambda release: release.number)

    def released_courses(self) -> Sequence[str]:
        """Every course that ever had a release, sorted."""
        return sorted(self._releases)

    def newest_release(self, course_id: str) -> Release | None:
        """The release of a course that counts now."""
        return next(reversed(self.releases(course_id)), None)

    def fingerprints(self) -> Sequence[str]:
        """Every wording that is kept, in the order in which patients first met it; those nobody met come last."""
        met = dict.fromkeys(record.attempt.course for record in self._records.values())
        return [*met, *sorted(self._courses.keys() - met.keys())]

    def use_of(self, fingerprints: Sequence[str]) -> Sequence[VersionUse]:
        """How many patients met these versions; a version nobody met is left out."""
        found: dict[str, list[Record]] = {}
        for record in self._of(fingerprints):
            found.setdefault(record.attempt.course, []).append(record)
        return [
            VersionUse(
                fingerprint=fingerprint,
                patients=len(records),
                open=sum(record.attempt.id not in self._finished for record in records),
                first_at=min(record.attempt.opened_at for record in records),
                last_at=max(record.attempt.opened_at for record in records),
            )
            for fingerprint, records in found.items()
        ]

    def open_sittings(self, fingerprints: Sequence[str], *, now: datetime) -> Sequence[OpenSitting]:
        """Patients who began one of these versions, have not finished it and can still come back, the newest first."""
        invited = {each.attempt: each for each in self._invitations.values() if each.attempt and each.is_usable(now)}
        return [
            OpenSitting(
                attempt=record.attempt.id,
                selector=invited[record.attempt.id].selector,
                label=invited[record.attempt.id].label,
                fingerprint=record.attempt.course,
                opened_at=record.attempt.opened_at,
            )
            for record in reversed(list(self._of(fingerprints)))
            if record.attempt.id not in self._finished and record.attempt.id in invited
        ]

    def is_answered(self, item: str) -> bool:
        """Whether any patient ever answered an item of that id, in whatever course."""
        return any(response.turn.item == item for record in self._records.values() for response in record.responses)

    def _of(self, fingerprints: Sequence[str]) -> Iterable[Record]:
        return (
            record
            for record in self._records.values()
            if record.attempt.course in fingerprints and record.attempt.origin is not Origin.REFRESHER
        )
