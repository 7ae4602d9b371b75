"""The same store in memory, for tests: nothing outlives the process."""

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime

from quiz_app.domain.access import AuditFact, Guesses, Invitation, StaffMember, Visit
from quiz_app.domain.attempt import Attempt, Origin, Passed, Preference, Question, Record, Response
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form
from quiz_app.storage.failures import NotSaved


class MemoryStore:
    """Every fact in dictionaries, under one lock."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._courses: dict[str, Course] = {}
        self._records: dict[str, Record] = {}
        self._invitations: dict[str, Invitation] = {}
        self._staff: dict[str, StaffMember] = {}
        self._visits: dict[str, Visit] = {}
        self._guesses: dict[str, Guesses] = {}
        self._audit: list[AuditFact] = []

    def keep_course(self, course: Course, fingerprint: str) -> None:
        """Keep a course under its fingerprint; keeping it again changes nothing."""
        self._courses.setdefault(fingerprint, course)

    def course(self, fingerprint: str) -> Course | None:
        """The course of that fingerprint."""
        return self._courses.get(fingerprint)

    def open_attempt(self, attempt: Attempt, form: Form, invitation: Invitation) -> bool:
        """Keep a new attempt, its form and that its invitation opened it, together; False if it had opened one."""
        with self._lock:
            known = self._invitations.get(invitation.selector)
            if known is None or form.course not in self._courses:
                raise NotSaved("This belongs to something the store does not have.")
            if known.attempt or attempt.id in self._records:
                return False
            self._records[attempt.id] = Record(attempt=attempt, form=form)
            self._invitations[known.selector] = known.model_copy(update={"attempt": attempt.id})
            return True

    def record(self, attempt_id: str) -> Record | None:
        """All facts of one attempt, each kind in the order it came."""
        return self._records.get(attempt_id)

    def records(self, *, newest: int) -> Sequence[Record]:
        """The records of the newest attempts, newest first."""
        with self._lock:
            return list(reversed(self._records.values()))[: max(newest, 0)]

    def has_real_attempts(self) -> bool:
        """Whether any attempt is a patient's, not a simulated one."""
        with self._lock:
            return any(record.attempt.origin is not Origin.SIMULATED for record in self._records.values())

    def add_response(self, attempt_id: str, response: Response) -> bool:
        """Keep the response of a turn; False if that turn already has one, which stays."""
        with self._lock:
            known = self._known(attempt_id).responses
            if any(each.turn == response.turn for each in known):
                return False
            return self._keep(attempt_id, responses=(*known, response))

    def add_passed(self, attempt_id: str, passed: Passed) -> bool:
        """Keep that the patient went on; False if it was known."""
        with self._lock:
            known = self._known(attempt_id).passed
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

    def _known(self, attempt_id: str) -> Record:
        if attempt_id not in self._records:
            raise NotSaved("This belongs to something the store does not have.")
        return self._records[attempt_id]

    def _keep(self, attempt_id: str, **facts: tuple[object, ...]) -> bool:
        self._records[attempt_id] = self._records[attempt_id].model_copy(update=facts)
        return True

    def add_invitation(self, invitation: Invitation) -> bool:
        """Keep a new invitation; False if its selector is taken."""
        with self._lock:
            taken = any(
                each.selector == invitation.selector or each.link_hash == invitation.link_hash
                for each in self._invitations.values()
            )
            if not taken:
                self._invitations[invitation.selector] = invitation
            return not taken

    def invitation(self, selector: str) -> Invitation | None:
        """The invitation of that selector."""
        return self._invitations.get(selector)

    def invitation_by_link(self, link_hash: str) -> Invitation | None:
        """The invitation whose link has that hash."""
        with self._lock:
            return next((each for each in self._invitations.values() if each.link_hash == link_hash), None)

    def invitations_of(self, attempt_ids: Sequence[str]) -> Mapping[str, Invitation]:
        """The invitations that opened those attempts, by attempt."""
        with self._lock:
            asked = set(attempt_ids)
            return {each.attempt: each for each in self._invitations.values() if each.attempt in asked and each.attempt}

    def revoke_invitation(self, selector: str, at: datetime) -> None:
        """Take an invitation back; the first time counts."""
        with self._lock:
            known = self._invitations.get(selector)
            if known and known.revoked_at is None:
                self._invitations[selector] = known.model_copy(update={"revoked_at": at})

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
            if visit.subject == staff_id:
                self.end_visit(visit.token_hash, at)

    def add_visit(self, visit: Visit) -> None:
        """Keep a new visit."""
        with self._lock:
            if visit.token_hash in self._visits:
                raise NotSaved("This visit is known.")
            self._visits[visit.token_hash] = visit

    def visit(self, token_hash: str) -> Visit | None:
        """The visit of that cookie."""
        return self._visits.get(token_hash)

    def touch_visit(self, token_hash: str, at: datetime) -> None:
        """Note that the visitor was seen."""
        with self._lock:
            known = self._visits.get(token_hash)
            if known and known.seen_at < at:
                self._visits[token_hash] = known.model_copy(update={"seen_at": at})

    def end_visit(self, token_hash: str, at: datetime) -> None:
        """End one visit; the first time counts."""
        with self._lock:
            known = self._visits.get(token_hash)
            if known and known.ended_at is None:
                self._visits[token_hash] = known.model_copy(update={"ended_at": at})

    def guesses(self, subject: str) -> Guesses | None:
        """The failed tries of that subject."""
        return self._guesses.get(subject)

    def keep_guesses(self, guesses: Guesses) -> None:
        """Keep the failed tries of a subject, in place of what was known."""
        self._guesses[guesses.subject] = guesses

    def forget_guesses(self, subject: str) -> None:
        """Clear the failed tries of a subject after it got in."""
        self._guesses.pop(subject, None)

    def add_audit(self, fact: AuditFact) -> None:
        """Add to the audit trail."""
        with self._lock:
            self._audit.append(fact)

    def audit_trail(self, *, newest: int) -> Sequence[AuditFact]:
        """The newest audit facts, newest first."""
        with self._lock:
            return self._audit[::-1][:newest]

    def check(self) -> None:
        """Memory can always be written."""

    def close(self) -> None:
        """Nothing to let go of."""
