"""Who may do what: roles of staff, invitations of patients, visits of both."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from quiz_app.domain.form import Frozen


class Role(StrEnum):
    """What a member of staff is there for."""

    ADMINISTRATOR = "administrator"
    NURSE = "nurse"
    CHARGE_NURSE = "charge-nurse"
    EDUCATOR = "educator"
    REVIEWER = "reviewer"


class Right(StrEnum):
    """One thing a role allows; services ask for these, never for a role."""

    READ_BOARD = "read-board"
    INVITE = "invite"
    CONFIRM = "confirm"
    EXPORT = "export"
    READ_OVERVIEW = "read-overview"
    MANAGE_STAFF = "manage-staff"
    EDIT_COURSE = "edit-course"
    APPROVE_COURSE = "approve-course"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset({Right.MANAGE_STAFF, Right.READ_BOARD, Right.INVITE, Right.READ_OVERVIEW}),
    Role.NURSE: frozenset({Right.READ_BOARD, Right.INVITE, Right.CONFIRM, Right.EXPORT}),
    Role.CHARGE_NURSE: frozenset({Right.READ_BOARD, Right.INVITE, Right.CONFIRM, Right.EXPORT, Right.READ_OVERVIEW}),
    Role.EDUCATOR: frozenset({Right.EDIT_COURSE}),
    Role.REVIEWER: frozenset({Right.EDIT_COURSE, Right.APPROVE_COURSE}),
}


class Invitation(Frozen):
    """A code that lets one patient in: only its selector and verifier are kept, never the code."""

    selector: str
    verifier: str
    link_hash: str
    course: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None
    attempt: str | None = None
    label: str = ""
    infusion_on: date | None = None
    locale: str = "en"

    def is_usable(self, now: datetime) -> bool:
        """Whether the code still lets its patient in."""
        return self.revoked_at is None and now < self.expires_at


class StaffMember(Frozen):
    """One account of the clinic's staff; password_hash is empty until its one-time link was used."""

    id: str
    login: str
    role: Role
    password_hash: str
    setup_hash: str = ""
    created_at: datetime
    disabled_at: datetime | None = None


class VisitorKind(StrEnum):
    """Whether a visit is a patient's or a member of staff's."""

    PATIENT = "patient"
    STAFF = "staff"


class Visit(Frozen):
    """One browser that was let in; subject is an attempt id or a staff id.

    reauthenticated_at: when staff last typed the password again. handed_by: who handed this device to the patient, and
    pin_hash what takes it back; both empty on a patient's own device.
    """

    token_hash: str
    kind: VisitorKind
    subject: str
    created_at: datetime
    expires_at: datetime
    seen_at: datetime
    ended_at: datetime | None = None
    reauthenticated_at: datetime | None = None
    handed_by: str = ""
    pin_hash: str = ""

    def is_open(self, now: datetime, *, idle: timedelta | None = None) -> bool:
        """Whether the visit still counts: not ended, not expired, not idle for too long."""
        rested = idle is not None and now - self.seen_at > idle
        return self.ended_at is None and now < self.expires_at and not rested


class Guesses(Frozen):
    """How often entry failed for one selector or login, and when the next try is allowed."""

    subject: str
    failed: int
    next_at: datetime


FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
HARD_STOP = 100


def after_failure(guesses: Guesses | None, subject: str, now: datetime) -> Guesses:
    """One more failed try: five are free, then 30 s doubling to one hour."""
    failed = (guesses.failed if guesses else 0) + 1
    beyond = failed - FREE_TRIES
    wait = timedelta(0) if beyond < 0 else min(FIRST_WAIT * 2 ** min(beyond, 7), LONGEST_WAIT)
    return Guesses(subject=subject, failed=failed, next_at=now + wait)


def may_try(guesses: Guesses | None, now: datetime) -> bool:
    """Whether a try is looked at at all; after one hundred failures a code must be renewed."""
    return guesses is None or (guesses.failed < HARD_STOP and now >= guesses.next_at)


class AuditFact(Frozen):
    """Who did what to whom, and when; never holds a code, a name or an answer."""

    at: datetime
    actor: str
    action: str
    subject: str

    def canonical(self) -> str:
        """The fact as the one text that is sealed."""
        return "\x1f".join((self.at.isoformat(timespec="microseconds"), self.actor, self.action, self.subject))


class AuditLink(Frozen):
    """One audit fact in its chain: the seal covers the fact and the seal before it; empty before chains were kept."""

    seq: int
    fact: AuditFact
    seal: str


class Draft(Frozen):
    """What a member of staff has typed about an attempt and not yet recorded: JSON that only its page reads."""

    attempt: str
    by: str
    content: str
    at: datetime
