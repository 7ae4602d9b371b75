"""The port: what the services need from a store and a clock; storage satisfies it without importing it.

Every method, reading or writing, raises NotSaved when the store cannot be reached or refuses. Facts of an attempt, an
invitation or a course that is not kept raise it, too.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from quiz_app.domain.access import AuditFact, AuditLink, Draft, Guesses, Invitation, StaffMember, Visit
from quiz_app.domain.attempt import Attempt, Passed, Preference, Question, Record, Response
from quiz_app.domain.board import Asked, Finished, Journey, WorkList
from quiz_app.domain.confirmation import Care, Confirmation, Conversation, PaperEntry, Withdrawal
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form
from quiz_app.domain.release import OpenSitting, Release, VersionUse


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


class ReleaseStore(Protocol):
    """Keeps which version of each course went live, and tells who met which."""

    def add_release(self, release: Release) -> bool:
        """Keep a release; False if its course has one of that number, which stays."""

    def releases(self, course_id: str) -> Sequence[Release]:
        """Every release of a course, in order."""

    def newest_release(self, course_id: str) -> Release | None:
        """The release of a course that counts now."""

    def fingerprints(self) -> Sequence[str]:
        """Every wording that is kept, in the order in which patients first met it; those nobody met come last."""

    def use_of(self, fingerprints: Sequence[str]) -> Sequence[VersionUse]:
        """How many patients met these versions; a version nobody met is left out."""

    def open_sittings(self, fingerprints: Sequence[str]) -> Sequence[OpenSitting]:
        """Patients who began one of these versions and have not finished it, the newest first."""

    def is_answered(self, item: str) -> bool:
        """Whether any patient ever answered an item of that id, in whatever course."""


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

    def add_passed(self, attempt_id: str, passed: Passed, finished: Finished | None = None) -> bool:
        """Keep that the patient went on and, with the last step, what was concluded; False if it was known."""

    def add_preference(self, attempt_id: str, preference: Preference) -> None:
        """Keep a preference; the latest counts."""

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

    def open_refresher(self, attempt: Attempt, form: Form) -> bool:
        """Keep a refresher and its form; False if the attempt it belongs to (form.refresher_of) has one."""

    def refresher_of(self, attempt_id: str) -> str | None:
        """The refresher of that attempt, if one was begun."""

    def add_question(self, attempt_id: str, question: Question) -> bool:
        """Keep a question of the patient's; False if the very same one was kept."""


class CareStore(Protocol):
    """Keeps what staff recorded about attempts; facts are only added, drafts come and go."""

    def care(self, attempt_id: str) -> Care:
        """Everything staff recorded about that attempt; empty for one that is not kept."""

    def add_conversation(self, conversation: Conversation) -> bool:
        """Keep a talk; False if the attempt has one of that number, which stays."""

    def add_confirmation(self, confirmation: Confirmation) -> bool:
        """Keep a confirmation; False if the attempt has one of that number, which stays."""

    def add_withdrawal(self, withdrawal: Withdrawal) -> bool:
        """Keep that a confirmation was taken back; False if it was already."""

    def keep_draft(self, draft: Draft) -> None:
        """Keep what one member of staff typed about one attempt, in place of what was kept."""

    def draft(self, attempt_id: str, by: str) -> Draft | None:
        """What that member of staff typed about that attempt and did not record."""

    def drop_draft(self, attempt_id: str, by: str) -> None:
        """Let go of a draft after it was recorded."""


class BoardStore(Protocol):
    """Answers for the whole clinic at once, without replaying every attempt."""

    def work_list(self, asked: Asked, *, now: datetime) -> WorkList:
        """One page of invitations and the counts of all states, in three queries at most.

        Order: infusion date (none last), then talk first, ready, in progress, not started, confirmed, then selector.
        Invitations that were revoked or have expired before they were begun are left out.
        """

    def journeys(self, *, since: datetime) -> Sequence[Journey]:
        """The moments of every patient invited since then, simulated ones included, in one query or two."""


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

    def renew_invitation(self, selector: str, *, verifier: str, link_hash: str, expires_at: datetime) -> None:
        """Give an invitation a new code and link, also one that was revoked; the old ones let nobody in."""

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

    def note_password(self, token_hash: str, at: datetime) -> None:
        """Note on a visit that its member of staff typed the password again."""

    def end_visit(self, token_hash: str, at: datetime) -> None:
        """End one visit."""

    def guesses(self, subject: str) -> Guesses | None:
        """The failed tries of that subject."""

    def keep_guesses(self, guesses: Guesses) -> None:
        """Keep the failed tries of a subject, in place of what was known."""

    def forget_guesses(self, subject: str) -> None:
        """Clear the failed tries of a subject after it got in."""

    def add_audit(self, fact: AuditFact, seal: Callable[[str], str]) -> None:
        """Add to the audit trail; the new seal is seal(newest seal + canonical fact), under a lock of the trail."""

    def audit_chain(self, *, after: int, most: int) -> Sequence[AuditLink]:
        """The links of the audit trail that follow seq after, in order, that many at most."""


class Store(CourseStore, ReleaseStore, AttemptStore, CareStore, BoardStore, AccessStore, Protocol):
    """The whole store, as the app wires it."""

    def check(self) -> None:
        """Prove that facts can be written now; raises NotSaved with the reason."""

    def close(self) -> None:
        """Let go of the database."""
