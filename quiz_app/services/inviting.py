"""Invitations: a code lets one patient in and opens one attempt, now or when it is first used."""

import itertools
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import uuid4

from quiz_app.domain.access import Invitation, Right
from quiz_app.domain.attempt import Attempt, Origin
from quiz_app.domain.course import Course
from quiz_app.domain.form import deal
from quiz_app.services.auditing import Audit
from quiz_app.services.codes import Vault, code_from, hash_of, new_code, new_token, selector_of, token_from
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require

CODE_LASTS = timedelta(days=30)
MOST_AT_ONCE = 50
SAME_FORM = timedelta(minutes=10)


class NoCourse(Exception):
    """There is no course without errors to begin now."""


class NoSuchInvitation(Exception):
    """There is no invitation whose code begins like that."""


class TooMany(ValueError):
    """More invitations at once than one sheet holds, or none."""


@dataclass(frozen=True)
class Wanted:
    """What an invitation is to be for; days: how long its code lasts."""

    course: str
    label: str = ""
    infusion_on: date | None = None
    locale: str = "en"
    days: int = CODE_LASTS.days


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
        audit: Audit,
        *,
        course: Callable[[str], Course | None],
        seed: Callable[[], int] = lambda: secrets.randbits(63),
    ) -> None:
        self._store = store
        self._clock = clock
        self._vault = vault
        self._audit = audit
        self._course = course
        self._seed = seed

    def invite(self, actor: Actor, wanted: Wanted) -> Pass:
        """Make an invitation for a patient; raises NotAllowed, NoCourse."""
        return self.invite_many(actor, wanted, count=1, batch=new_token())[0]

    def invite_many(self, actor: Actor, wanted: Wanted, *, count: int, batch: str) -> list[Pass]:
        """The invitations of one sheet; the same batch, a secret of 256 bits, gives the same ones again.

        Labels are numbered where there are several. Raises NotAllowed, NoCourse, TooMany.
        """
        require(actor, Right.INVITE)
        if not 1 <= count <= MOST_AT_ONCE:
            raise TooMany(str(count))
        self._live(wanted.course)
        return [
            self._of_batch(actor, replace(wanted, label=label), f"{batch}/{place}")
            for place, label in _labels(wanted, count)
        ]

    def renew(self, actor: Actor, selector: str) -> Pass:
        """Give a patient a new code and link; the answers and the code's first four characters stay.

        Raises NotAllowed, NoSuchInvitation.
        """
        require(actor, Right.INVITE)
        known = self._store.invitation(selector)
        if known is None:
            raise NoSuchInvitation(selector)
        code, token = selector + new_code()[len(selector) :], new_token()
        ends = self._clock.now() + CODE_LASTS
        sealed = self._vault.seal(code)
        self._store.renew_invitation(selector, verifier=sealed, link_hash=hash_of(token), expires_at=ends)
        self._store.forget_guesses(f"code/{selector}")
        self._audit.note(actor.id, "renew", selector)
        return Pass(code=code, link_token=token, invitation=self._store.invitation(selector) or known)

    def revoke(self, actor: Actor, selector: str) -> None:
        """Take a code and its link back; what was answered stays. Raises NotAllowed."""
        require(actor, Right.INVITE)
        self._store.revoke_invitation(selector, self._clock.now())
        self._audit.note(actor.id, "revoke", selector)

    def walk_in(self, course_id: str, *, batch: str | None = None, locale: str = "") -> tuple[Pass, str]:
        """Let somebody begin without an invitation: the code to come back with, and the attempt; raises NoCourse.

        batch: the secret of the form, so that a page that is loaded again begins nothing new. It counts for ten
        minutes and until the patient went on: the next person at this device must not come upon the answers.
        locale: the language to begin in, where the course has it.
        """
        course = self._live(course_id)
        wanted = Wanted(course=course_id, locale=locale if locale in course.locales else course.outline.locale)
        made, _ = self._first_fit(wanted, batch or new_token(), fits=self._is_untouched)
        return made, self.attempt_of(made.invitation, origin=Origin.WALK_IN)

    def attempt_of(self, invitation: Invitation, *, origin: Origin = Origin.INVITED) -> str:
        """The attempt an invitation opened, or its refresher once that was begun; the first use opens it.

        Raises NoCourse.
        """
        if invitation.attempt:
            return self._store.refresher_of(invitation.attempt) or invitation.attempt
        course = self._live(invitation.course)
        form = deal(course, seed=self._seed())
        attempt = Attempt(
            id=uuid4().hex,
            course=form.course,
            form=form.fingerprint,
            locale=invitation.locale if invitation.locale in course.locales else course.outline.locale,
            origin=origin,
            opened_at=self._clock.now(),
        )
        self._store.keep_course(course, form.course)
        if self._store.open_attempt(attempt, form, invitation):
            self._audit.note("patient", "open-attempt", attempt.id)
            return attempt.id
        opened = self._store.invitation(invitation.selector)
        return opened.attempt if opened and opened.attempt else attempt.id

    def _of_batch(self, actor: Actor, wanted: Wanted, secret: str) -> Pass:
        made, is_new = self._first_fit(wanted, secret, fits=lambda _: True)
        if is_new:
            self._audit.note(actor.id, "invite", made.invitation.selector)
        return made

    def _first_fit(self, wanted: Wanted, secret: str, *, fits: Callable[[Invitation], bool]) -> tuple[Pass, bool]:
        """The first code of that secret which is free, or was made from it and fits; and whether it is new.

        The beginning of a code may be taken by another patient's.
        """
        for nth in itertools.count():
            code = code_from(self._vault.tag("invitation-code", f"{secret}/{nth}"))
            token = token_from(self._vault.tag("invitation-link", f"{secret}/{nth}"))
            if made := self._add(wanted, code, token):
                return made, True
            known = self._store.invitation(selector_of(code))
            if known and known.link_hash == hash_of(token) and fits(known):
                return Pass(code=code, link_token=token, invitation=known), False
        raise AssertionError("codes do not run out")

    def _add(self, wanted: Wanted, code: str, token: str) -> Pass | None:
        """A new invitation with that code, or None if its selector is taken."""
        selector, now = selector_of(code), self._clock.now()
        if self._store.invitation(selector):
            return None  # before the code is sealed, which takes a while
        invitation = Invitation(
            selector=selector,
            verifier=self._vault.seal(code),
            link_hash=hash_of(token),
            course=wanted.course,
            created_at=now,
            expires_at=now + timedelta(days=wanted.days),
            label=wanted.label,
            infusion_on=wanted.infusion_on,
            locale=wanted.locale,
        )
        made = Pass(code=code, link_token=token, invitation=invitation)
        return made if self._store.add_invitation(invitation) else None

    def _is_untouched(self, invitation: Invitation) -> bool:
        """Whether a walk-in came just now and has not gone on from the first page."""
        record = self._store.record(invitation.attempt) if invitation.attempt else None
        is_recent = self._clock.now() - invitation.created_at < SAME_FORM
        return is_recent and not (record and (record.passed or record.responses))

    def _live(self, course_id: str) -> Course:
        course = self._course(course_id)
        if course is None:
            raise NoCourse(course_id)
        return course


def _labels(wanted: Wanted, count: int) -> list[tuple[int, str]]:
    """The place and label of each invitation on a sheet."""
    several = bool(wanted.label) and count > 1
    return [(place, f"{wanted.label} {place}" if several else wanted.label) for place in range(1, count + 1)]
