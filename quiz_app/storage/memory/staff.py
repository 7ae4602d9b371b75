"""Accounts of the clinic's staff, in memory."""

import threading
from collections.abc import Sequence
from datetime import datetime

from quiz_app.domain.access import StaffMember, Visit


class MemoryStaff:
    """Keeps accounts; the store never sees a password."""

    _lock: threading.RLock
    _staff: dict[str, StaffMember]
    _visits: dict[str, Visit]

    def add_staff(self, member: StaffMember) -> bool:
        """Keep a new account; False if the login is taken."""
        with self._lock:
            taken = member.id in self._staff or self.staff_by_login(member.login) is not None
            if not taken:
                self._staff[member.id] = member
            return not taken

    def staff(self, staff_id: str) -> StaffMember | None:
        """The account of that id."""
        return self._staff.get(staff_id)

    def staff_by_login(self, login: str) -> StaffMember | None:
        """The account of that login."""
        return next((each for each in self.all_staff() if each.login == login), None)

    def staff_by_setup(self, setup_hash: str) -> StaffMember | None:
        """The account whose one-time link has that hash."""
        return next((each for each in self.all_staff() if each.setup_hash and each.setup_hash == setup_hash), None)

    def set_password(self, staff_id: str, password_hash: str) -> bool:
        """Keep the first password of an account; False if it had one, which stays."""
        with self._lock:
            known = self._staff.get(staff_id)
            if known is None or known.password_hash:
                return False
            self._staff[staff_id] = known.model_copy(update={"password_hash": password_hash})
            return True

    def renew_setup(self, staff_id: str, setup_hash: str, at: datetime) -> None:
        """Take the password of an open account away for a new one-time link, and end its visits."""
        with self._lock:
            known = self._staff.get(staff_id)
            if known and known.disabled_at is None:
                self._staff[staff_id] = known.model_copy(update={"password_hash": "", "setup_hash": setup_hash})
            self._end_visits_of(staff_id, at)

    def all_staff(self) -> Sequence[StaffMember]:
        """Every account, the oldest first."""
        with self._lock:
            return sorted(self._staff.values(), key=lambda each: (each.created_at, each.id))

    def staff_count(self) -> int:
        """How many accounts there are."""
        return len(self._staff)

    def disable_staff(self, staff_id: str, at: datetime) -> None:
        """Close an account and end its visits; the first time counts."""
        with self._lock:
            known = self._staff.get(staff_id)
            if known and known.disabled_at is None:
                self._staff[staff_id] = known.model_copy(update={"disabled_at": at})
            self._end_visits_of(staff_id, at)

    def _end_visits_of(self, staff_id: str, at: datetime) -> None:
        for visit in list(self._visits.values()):
            if visit.subject == staff_id and visit.ended_at is None:
                self._visits[visit.token_hash] = visit.model_copy(update={"ended_at": at})
