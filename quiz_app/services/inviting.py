"""Invitations: a code lets one patient in and opens one attempt, now or when it is first used."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from quiz_app.domain.access import AuditFact, Invitation, Right
from quiz_app.domain.attempt import Attempt, Origin
from quiz_app.domain.course import Course
from quiz_app.domain.form import deal
from quiz_app.services.codes import Vault, hash_of, new_code, new_token, selector_of
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require

CODE_LASTS = timedelta(days=30)


class NoCourse(Exception):
    """There is no course without errors to begin now."""


@dataclass(frozen=True)
class Pass:
    """What the patient is handed: the code to type and the token of the link. Shown once, never kept."""

    code: str
    link_token: str
    invitation: Invitation


class Inviting:
    """Makes invitations and opens their attempts."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        vault: Vault,
        *,
        course: Callable[[str], Course | None],
        seed: Callable[[], int] = lambda: secrets.randbits(63),
    ) -> None:
        self._store = store
        self._clock = clock
        self._vault = vault
        self._course = course
        self._seed = seed

    def invite(self, actor: Actor, course_id: str, *, label: str = "") -> Pass:
        """Make an invitation for a patient; raises NotAllowed, NoCourse."""
        require(actor, Right.INVITE)
        made = self._make(course_id, label)
        self._audit(actor.id, "invite", made.invitation.selector)
        return made

    def revoke(self, actor: Actor, selector: str) -> None:
        """Take a code and its link back; what was answered stays. Raises NotAllowed."""
        require(actor, Right.INVITE)
        self._store.revoke_invitation(selector, self._clock.now())
        self._audit(actor.id, "revoke", selector)

    def walk_in(self, course_id: str) -> tuple[Pass, str]:
        """Let somebody begin without an invitation: the code to come back with, and the attempt; raises NoCourse."""
        made = self._make(course_id, "")
        return made, self.attempt_of(made.invitation, origin=Origin.WALK_IN)

    def attempt_of(self, invitation: Invitation, *, origin: Origin = Origin.INVITED) -> str:
        """The attempt an invitation opened; the first use opens it. Raises NoCourse."""
        if invitation.attempt:
            return invitation.attempt
        course = self._live(invitation.course)
        form = deal(course, seed=self._seed())
        attempt = Attempt(
            id=uuid4().hex,
            course=form.course,
            form=form.fingerprint,
            locale=course.outline.locale,
            origin=origin,
            opened_at=self._clock.now(),
        )
        self._store.keep_course(course, form.course)
        if self._store.open_attempt(attempt, form, invitation):
            self._audit("patient", "open-attempt", attempt.id)
            return attempt.id
        opened = self._store.invitation(invitation.selector)
        return opened.attempt if opened and opened.attempt else attempt.id

    def _make(self, course_id: str, label: str) -> Pass:
        self._live(course_id)
        now = self._clock.now()
        while True:
            code, token = new_code(), new_token()
            invitation = Invitation(
                selector=selector_of(code),
                verifier=self._vault.seal(code),
                link_hash=hash_of(token),
                course=course_id,
                created_at=now,
                expires_at=now + CODE_LASTS,
                label=label,
            )
            if self._store.add_invitation(invitation):
                return Pass(code=code, link_token=token, invitation=invitation)

    def _live(self, course_id: str) -> Course:
        course = self._course(course_id)
        if course is None:
            raise NoCourse(course_id)
        return course

    def _audit(self, actor: str, action: str, subject: str) -> None:
        self._store.add_audit(AuditFact(at=self._clock.now(), actor=actor, action=action, subject=subject))
