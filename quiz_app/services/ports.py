"""The port: what the services need from a store and a clock; storage satisfies it without importing it.

Every method, reading or writing, raises NotSaved when the store cannot be reached or refuses. Facts of an attempt, an
invitation or a course that is not kept raise it, too.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from quiz_app.domain.access import AuditFact, Guesses, Invitation, StaffMember, Visit
from quiz_app.domain.attempt import Attempt, Passed, Preference, Question, Record, Response
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The time now, in UTC, with its zone."""


class CourseStore(Protocol):
    """Keeps every wording that was ever shown."""

    def keep_course(self, course: Course, fingerprint: str) -> None:
        """Keep a course under its fingerprint; keeping it again changes nothing."""

    def course(self, fingerprint: str) -> Course | None:
        """The course of that fingerprint."""


class AttemptStore(Protocol):
    """Keeps the facts of attempts; nothing is changed or taken away."""

    def open_attempt(self, attempt: Attempt, form: Form, invitation: Invitation) -> bool:
        """Keep a new attempt, its form and that its invitation opened it, together; False if it had opened one."""

    def record(self, attempt_id: str) -> Record | None:
        """All facts of one attempt, each kind in the order it came."""

    def records(self, *, newest: int) -> Sequence[Record]:
        """The records of the newest attempts, newest first, in a fixed number of queries."""

    def has_real_attempts(self) -> bool:
        """Whether any attempt is a patient's, not a simulated one."""

    def add_response(self, attempt_id: str, response: Response) -> bool:
        """Keep the response of a turn; False if that turn already has one, which stays."""

    def add_passed(self, attempt_id: str, passed: Passed) -> bool:
        """Keep that the patient went on; False if it was known."""

    def add_preference(self, attempt_id: str, preference: Preference) -> None:
        """Keep a preference; the latest counts."""

    def add_question(self, attempt_id: str, question: Question) -> bool:
        """Keep a question of the patient's; False if the very same one was kept."""


class AccessStore(Protocol):
    """Keeps invitations, staff, visits, failed tries and the audit trail."""

    def add_invitation(self, invitation: Invitation) -> bool:
        """Keep a new invitation; False if its selector is taken."""

    def invitation(self, selector: str) -> Invitation | None:
        """The invitation of that selector."""

    def invitation_by_link(self, link_hash: str) -> Invitation | None:
        """The invitation whose link has that hash."""

    def invitations_of(self, attempt_ids: Sequence[str]) -> Mapping[str, Invitation]:
        """The invitations that opened those attempts, by attempt, in one query."""

    def revoke_invitation(self, selector: str, at: datetime) -> None:
        """Take an invitation back; the first time counts."""

    def add_staff(self, member: StaffMember) -> bool:
        """Keep a new account; False if the login is taken."""

    def staff(self, staff_id: str) -> StaffMember | None:
        """The account of that id."""

    def staff_by_login(self, login: str) -> StaffMember | None:
        """The account of that login."""

    def staff_by_setup(self, setup_hash: str) -> StaffMember | None:
        """The account whose one-time link has that hash."""

    def set_password(self, staff_id: str, password_hash: str) -> bool:
        """Keep the first password of an account; False if it had one, which stays."""

    def renew_setup(self, staff_id: str, setup_hash: str, at: datetime) -> None:
        """Take the password of an open account away for a new one-time link, and end its visits."""

    def all_staff(self) -> Sequence[StaffMember]:
        """Every account."""

    def staff_count(self) -> int:
        """How many accounts there are."""

    def disable_staff(self, staff_id: str, at: datetime) -> None:
        """Close an account and end its visits."""

    def add_visit(self, visit: Visit) -> None:
        """Keep a new visit."""

    def visit(self, token_hash: str) -> Visit | None:
        """The visit of that cookie."""

    def touch_visit(self, token_hash: str, at: datetime) -> None:
        """Note that the visitor was seen."""

    def end_visit(self, token_hash: str, at: datetime) -> None:
        """End one visit."""

    def guesses(self, subject: str) -> Guesses | None:
        """The failed tries of that subject."""

    def keep_guesses(self, guesses: Guesses) -> None:
        """Keep the failed tries of a subject, in place of what was known."""

    def forget_guesses(self, subject: str) -> None:
        """Clear the failed tries of a subject after it got in."""

    def add_audit(self, fact: AuditFact) -> None:
        """Add to the audit trail."""

    def audit_trail(self, *, newest: int) -> Sequence[AuditFact]:
        """The newest audit facts, newest first."""


class Store(CourseStore, AttemptStore, AccessStore, Protocol):
    """The whole store, as the app wires it."""

    def check(self) -> None:
        """Prove that facts can be written now; raises NotSaved with the reason."""

    def close(self) -> None:
        """Let go of the database."""
