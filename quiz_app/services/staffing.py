"""Staff accounts: the first administrator's link, colleagues, passwords, and what a role allows."""

import hmac
from dataclasses import dataclass
from uuid import uuid4

from quiz_app.domain.access import RIGHTS, Right, Role, StaffMember
from quiz_app.services.auditing import Audit
from quiz_app.services.codes import Vault, hash_of, new_token
from quiz_app.services.ports import Clock, Store

SHORTEST_PASSWORD = 15
LONGEST_PASSWORD = 200
_GUESSED_FIRST = ("password", "passwort", "contrasena", "123456789", "qwerty", "letmein", "immunoglobulin", "aaaaaaa")


class NotAllowed(Exception):
    """The role of the asker does not allow this."""


class LinkIsOver(Exception):
    """A one-time link that was used, or never made."""


class LoginTaken(ValueError):
    """Another account has that login, or it is empty."""


class WeakPassword(ValueError):
    """A password that is too short, too long, or among the first to be guessed."""


@dataclass(frozen=True)
class Actor:
    """Who acts: the id for the audit trail and the role that allows or refuses."""

    id: str
    role: Role


CONSOLE = Actor(id="console", role=Role.ADMINISTRATOR)


def known_as(login: str) -> str:
    """The one form of a login, however it is typed."""
    return login.strip().casefold()


def tries_of(vault: Vault, login: str) -> str:
    """The name under which failed tries of a login are counted; the login itself is not kept there."""
    return f"login/{vault.tag('login', known_as(login))[:32]}"


def require(actor: Actor, right: Right) -> None:
    """Raise NotAllowed unless the actor's role has the right."""
    if right not in RIGHTS[actor.role]:
        raise NotAllowed(f"{actor.role} may not {right}")


def check_password(password: str, login: str) -> None:
    """Raise WeakPassword unless the password is long and not an obvious one."""
    folded = password.casefold()
    obvious = any(word in folded for word in _GUESSED_FIRST) or (len(login) > 2 and login in folded)
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD or obvious or len(set(folded)) < 6:
        raise WeakPassword


class Staffing:
    """Makes accounts; the store never sees a password."""

    def __init__(self, store: Store, clock: Clock, vault: Vault, audit: Audit) -> None:
        self._store = store
        self._clock = clock
        self._vault = vault
        self._audit = audit

    def first_link(self) -> str | None:
        """The token of the link that makes the first administrator; None once there is an account."""
        return None if self._store.staff_count() else self._vault.tag("first-administrator")

    def is_first_link(self, token: str) -> bool:
        """Whether this is the first administrator's link and still counts."""
        expected = self.first_link()
        return expected is not None and hmac.compare_digest(expected.encode(), token.encode())

    def make_first(self, token: str, *, login: str, password: str) -> StaffMember:
        """Make the first administrator; raises LinkIsOver, LoginTaken, WeakPassword."""
        if not self.is_first_link(token):
            raise LinkIsOver
        member = self._member(login, Role.ADMINISTRATOR)
        if not member.login:
            raise LoginTaken(login)
        check_password(password, member.login)
        sealed = member.model_copy(update={"password_hash": self._vault.seal(password)})
        if not self._store.add_staff(sealed):
            raise LinkIsOver
        self._audit.note(sealed.id, "make-first-administrator", sealed.id)
        return sealed

    def add_colleague(self, actor: Actor, login: str, role: Role) -> str:
        """Make an account without a password; the token of the one-time link that sets it.

        Raises NotAllowed, LoginTaken.
        """
        require(actor, Right.MANAGE_STAFF)
        token = new_token()
        member = self._member(login, role).model_copy(update={"setup_hash": hash_of(token)})
        if not member.login or not self._store.add_staff(member):
            raise LoginTaken(login)
        self._audit.note(actor.id, f"add-{role}", member.id)
        return token

    def renew_link(self, actor: Actor, staff_id: str) -> str:
        """Take an account's password away and end its visits; the token of the link that sets a new one.

        Raises NotAllowed.
        """
        require(actor, Right.MANAGE_STAFF)
        token, member = new_token(), self._store.staff(staff_id)
        self._store.renew_setup(staff_id, hash_of(token), self._clock.now())
        self._store.forget_guesses(tries_of(self._vault, member.login if member else ""))
        self._audit.note(actor.id, "renew-link", staff_id)
        return token

    def colleague_of(self, token: str) -> StaffMember | None:
        """The account that a one-time link is for, while the link counts."""
        member = self._store.staff_by_setup(hash_of(token))
        return member if member and not member.password_hash and member.disabled_at is None else None

    def set_password(self, token: str, password: str) -> StaffMember:
        """Set the first password of an account; raises LinkIsOver, WeakPassword."""
        member = self.colleague_of(token)
        if member is None:
            raise LinkIsOver
        check_password(password, member.login)
        if not self._store.set_password(member.id, self._vault.seal(password)):
            raise LinkIsOver
        self._audit.note(member.id, "set-password", member.id)
        return member

    def colleagues(self, actor: Actor) -> list[StaffMember]:
        """All accounts, in order of login; raises NotAllowed."""
        require(actor, Right.MANAGE_STAFF)
        return sorted(self._store.all_staff(), key=lambda member: member.login)

    def close_account(self, actor: Actor, staff_id: str) -> None:
        """Close an account and end its visits; raises NotAllowed, also for one's own account."""
        require(actor, Right.MANAGE_STAFF)
        if staff_id == actor.id:
            raise NotAllowed("one's own account")
        self._store.disable_staff(staff_id, self._clock.now())
        self._audit.note(actor.id, "close-account", staff_id)

    def _member(self, login: str, role: Role) -> StaffMember:
        now = self._clock.now()
        return StaffMember(id=uuid4().hex, login=known_as(login), role=role, password_hash="", created_at=now)
