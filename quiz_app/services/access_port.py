"""The part of the port about who may come in: invitations, accounts, visits, failed tries, and the audit trail."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from quiz_app.domain.access import AuditFact, AuditLink, Guesses, Invitation, StaffMember, Visit


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
