"""Letting people in and knowing who is asking: codes, links and passwords become visits."""

import re
import threading
from dataclasses import dataclass
from datetime import timedelta

from quiz_app.domain.access import Guesses, Invitation, Right, StaffMember, Visit, VisitorKind, after_failure, may_try
from quiz_app.services.auditing import Audit
from quiz_app.services.codes import Vault, hash_of, new_token, read_code, selector_of
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, known_as, require, tries_of

PATIENT_STAYS = timedelta(days=30)
STAFF_STAYS = timedelta(hours=12)
STAFF_IDLE = timedelta(minutes=15)
HANDED_STAYS = timedelta(hours=12)
HANDED_IDLE = timedelta(minutes=10)
PIN = re.compile(r"[0-9]{4,8}")
TRIES_PER_ADDRESS = 60
WALK_INS_PER_ADDRESS = 600


class TooManyAtOnce(Exception):
    """More people walk in from one address than a clinic has."""


class NotLetIn(Exception):
    """Unknown, mistyped, expired, revoked or throttled: the asker learns only that this did not work."""


class BadPin(ValueError):
    """A PIN that is not four to eight digits."""


@dataclass(frozen=True)
class Admission:
    """A visit that was opened: the token for the cookie, and how long it may live."""

    token: str
    lasts: timedelta


@dataclass(frozen=True)
class Visitor:
    """Who is asking: a patient by attempt, or a member of staff."""

    visit: Visit
    member: StaffMember | None

    @property
    def attempt(self) -> str | None:
        """The attempt of a patient, None for staff."""
        return self.visit.subject if self.visit.kind is VisitorKind.PATIENT else None

    @property
    def handed(self) -> bool:
        """Whether staff handed this device to the patient."""
        return bool(self.visit.handed_by)


class Visiting:
    """Opens, recognises and ends visits."""

    def __init__(self, store: Store, clock: Clock, vault: Vault, audit: Audit) -> None:
        self._store = store
        self._clock = clock
        self._vault = vault
        self._audit = audit
        self._counting = threading.Lock()

    def by_code(self, typed: str, address: str) -> Invitation:
        """The invitation of a typed code; raises NotLetIn, in the same time for every reason."""
        code = read_code(typed)
        selector = selector_of(code) if code else ""
        allowed = self._count(f"code/{selector}", address)
        found = self._store.invitation(selector) if code else None
        fits = self._vault.fits(found.verifier if found else None, code or typed)
        if not (fits and allowed and found and found.is_usable(self._clock.now())):
            raise NotLetIn
        self._store.forget_guesses(f"code/{selector}")
        return found

    def count_walk_in(self, address: str) -> None:
        """Count somebody who walks in; raises TooManyAtOnce past ten a second, for each costs a sealed code."""
        if not self._count_minute("walk-in", address, most=WALK_INS_PER_ADDRESS):
            raise TooManyAtOnce

    def by_link(self, token: str) -> Invitation:
        """The invitation of a link; raises NotLetIn."""
        found = self._store.invitation_by_link(hash_of(token))
        if found is None or not found.is_usable(self._clock.now()):
            raise NotLetIn
        return found

    def by_password(self, login: str, password: str, address: str) -> StaffMember:
        """The account of a login and password; raises NotLetIn, in the same time for every reason."""
        name = known_as(login)
        subject = tries_of(self._vault, name)
        allowed = self._count(subject, address)
        member = self._store.staff_by_login(name)
        fits = self._vault.fits(member.password_hash or None if member else None, password)
        if not (fits and allowed and member and member.disabled_at is None):
            self._audit.note("somebody", "login-refused", subject)
            raise NotLetIn
        self._store.forget_guesses(subject)
        self._audit.note(member.id, "login", member.id)
        return member

    def open_patient(self, attempt_id: str) -> Admission:
        """Open a visit for the patient of that attempt, 30 days long."""
        return self._open(VisitorKind.PATIENT, attempt_id, PATIENT_STAYS)

    def open_staff(self, member: StaffMember) -> Admission:
        """Open a visit for a member of staff, 12 hours at most and 15 idle minutes."""
        return self._open(VisitorKind.STAFF, member.id, STAFF_STAYS)

    def visitor(self, token: str | None) -> Visitor | None:
        """Who holds this cookie now, noting that they were seen; None for nobody, or somebody whose visit is over."""
        found, now = self.known(token), self._clock.now()
        if found and idle_limit(found.visit) and now - found.visit.seen_at > timedelta(minutes=1):
            self._store.touch_visit(found.visit.token_hash, now)
        return found

    def known(self, token: str | None) -> Visitor | None:
        """Who holds this cookie now, for a page that refreshes itself: that is no sign of life."""
        visit = self._store.visit(hash_of(token)) if token else None
        if visit is None or not visit.is_open(self._clock.now(), idle=idle_limit(visit)):
            return None
        member = self._store.staff(visit.subject) if visit.kind is VisitorKind.STAFF else None
        if visit.kind is VisitorKind.STAFF and (member is None or member.disabled_at is not None):
            return None
        return Visitor(visit=visit, member=member)

    def leave(self, token: str | None) -> None:
        """End the visit of this cookie."""
        if token:
            self._store.end_visit(hash_of(token), self._clock.now())

    def reauthenticate(self, token: str | None, password: str) -> bool:
        """Whether the member of staff behind this cookie typed the right password; noted on the visit if so."""
        visitor = self.visitor(token)
        if visitor is None or visitor.member is None:
            return False
        subject = tries_of(self._vault, visitor.member.login)
        allowed = self._may_try(subject)
        fits = self._vault.fits(visitor.member.password_hash or None, password)
        if not (fits and allowed):
            self._audit.note(visitor.member.id, "password-refused", visitor.member.id)
            return False
        self._store.forget_guesses(subject)
        self._store.note_password(visitor.visit.token_hash, self._clock.now())
        return True

    def hand_over(self, actor: Actor, token: str, attempt_id: str, pin: str) -> Admission:
        """Make the device of this member of staff the patient's, until the PIN takes it back.

        Raises NotAllowed, BadPin.
        """
        require(actor, Right.INVITE)
        if not PIN.fullmatch(pin):
            raise BadPin
        admission = self._open(
            VisitorKind.PATIENT, attempt_id, HANDED_STAYS, handed_by=actor.id, pin_hash=self._vault.seal(pin)
        )
        self.leave(token)
        self._audit.note(actor.id, "hand-over", attempt_id)
        return admission

    def take_back(self, token: str | None, pin: str) -> bool:
        """Whether the PIN was right; the patient's visit on this device is over then."""
        visit = self._store.visit(hash_of(token)) if token else None
        if visit is None or not visit.handed_by:
            return False
        subject = f"pin/{visit.token_hash[:32]}"
        allowed = self._may_try(subject)
        if not (self._vault.fits(visit.pin_hash, pin) and allowed):
            self._audit.note("somebody", "take-back-refused", visit.subject)
            return False
        self._store.forget_guesses(subject)
        self.leave(token)
        self._audit.note(visit.handed_by, "take-back", visit.subject)
        return True

    def _open(
        self, kind: VisitorKind, subject: str, lasts: timedelta, *, handed_by: str = "", pin_hash: str = ""
    ) -> Admission:
        token, now = new_token(), self._clock.now()
        visit = Visit(
            token_hash=hash_of(token),
            kind=kind,
            subject=subject,
            created_at=now,
            expires_at=now + lasts,
            seen_at=now,
            handed_by=handed_by,
            pin_hash=pin_hash,
        )
        self._store.add_visit(visit)
        return Admission(token=token, lasts=lasts)

    def _count(self, subject: str, address: str) -> bool:
        """Count a try as failed before it is looked at; success clears it."""
        return self._count_minute("address", address, most=TRIES_PER_ADDRESS) and self._may_try(subject)

    def _may_try(self, subject: str) -> bool:
        """Whether a try is looked at now; it counts as failed until it succeeds."""
        now = self._clock.now()
        with self._counting:
            known = self._store.guesses(subject)
            allowed = may_try(known, now)
            if allowed:
                self._store.keep_guesses(after_failure(known, subject, now))
        return allowed

    def _count_minute(self, what: str, address: str, *, most: int) -> bool:
        """Count a try of this address in this minute; the address itself is not kept, and past minutes are dropped."""
        now = self._clock.now()
        begins = f"{what}/{self._vault.tag('address', address)[:16]}/"
        this, last = f"{begins}{now:%Y%m%d%H%M}", f"{begins}{now - timedelta(minutes=1):%Y%m%d%H%M}"
        with self._counting:
            known = self._store.guesses(this)
            count = (known.failed if known else 0) + 1
            if known is None:
                self._store.forget_guesses(last)
            self._store.keep_guesses(Guesses(subject=this, failed=count, next_at=now))
        return count <= most


def idle_limit(visit: Visit) -> timedelta | None:
    """How long a visit may rest: staff and lent devices not for long, a patient's own device as long as it lasts."""
    if visit.kind is VisitorKind.STAFF:
        return STAFF_IDLE
    return HANDED_IDLE if visit.handed_by else None
