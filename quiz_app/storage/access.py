"""Invitations, visits, failed tries and the audit trail, in the database."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Executable, bindparam, delete, func, insert, select, update

from quiz_app.domain.access import AuditFact, AuditLink, Guesses, Invitation, Visit
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.folding import folded
from quiz_app.storage.statements import insert_new, insert_or_replace
from quiz_app.storage.tables import audit, guesses, invitations, visits
from quiz_app.storage.transactions import Transactions

_INVITATION = select(invitations).where(invitations.c.selector == bindparam("key"))
_BY_LINK = select(invitations).where(invitations.c.link_hash == bindparam("key"))
_OF_ATTEMPTS = select(invitations).where(invitations.c.attempt.in_(bindparam("attempts", expanding=True)))
_REVOKE = (
    update(invitations)
    .where(invitations.c.selector == bindparam("by"), invitations.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("moment"))
)
_RENEW = (
    update(invitations)
    .where(invitations.c.selector == bindparam("by"))
    .values(verifier=bindparam("sealed"), link_hash=bindparam("link"), expires_at=bindparam("until"), revoked_at=None)
)
_VISIT = select(visits).where(visits.c.token_hash == bindparam("key"))
_ADD_VISIT = insert(visits)
_TOUCH = (
    update(visits)
    .where(visits.c.token_hash == bindparam("by"), visits.c.seen_at < bindparam("moment"))
    .values(seen_at=bindparam("moment"))
)
_END = (
    update(visits)
    .where(visits.c.token_hash == bindparam("by"), visits.c.ended_at.is_(None))
    .values(ended_at=bindparam("moment"))
)
_NOTE_PASSWORD = (
    update(visits)
    .where(visits.c.token_hash == bindparam("by"), visits.c.ended_at.is_(None))
    .values(reauthenticated_at=bindparam("moment"))
)
_GUESSES = select(guesses).where(guesses.c.subject == bindparam("key"))
_FORGET = delete(guesses).where(guesses.c.subject == bindparam("by"))
_ADD_AUDIT = insert(audit)
_NEWEST_SEAL = select(audit.c.seal).order_by(audit.c.seq.desc()).limit(1)
_CHAIN = select(audit).where(audit.c.seq > bindparam("after")).order_by(audit.c.seq).limit(bindparam("most"))

_TRAIL_LOCK = 7_138_202_612
"""Those who add to the audit trail take turns on PostgreSQL by this number; SQLite lets one writer in anyway."""


class SqlAccess:
    """Keeps who may come in, who came, and who did what."""

    _transactions: Transactions

    def add_invitation(self, invitation: Invitation) -> bool:
        """Keep a new invitation; False if its selector is taken."""
        statement = insert_new(invitations, self._transactions.dialect)
        row = invitation.model_dump() | {"sought": folded(invitation.label)}
        return self._transactions.write(statement, row) == 1

    def invitation(self, selector: str) -> Invitation | None:
        """The invitation of that selector."""
        return self._invitation(_INVITATION, selector)

    def invitation_by_link(self, link_hash: str) -> Invitation | None:
        """The invitation whose link has that hash."""
        return self._invitation(_BY_LINK, link_hash)

    def _invitation(self, query: Executable, key: str) -> Invitation | None:
        with self._transactions.reading() as connection:
            row = connection.execute(query, {"key": key}).mappings().one_or_none()
        return Invitation.model_validate(dict(row)) if row else None

    def invitations_of(self, attempt_ids: Sequence[str]) -> Mapping[str, Invitation]:
        """The invitations that opened those attempts, by attempt, in one query."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_OF_ATTEMPTS, {"attempts": list(attempt_ids)}).mappings().all()
        return {row["attempt"]: Invitation.model_validate(dict(row)) for row in rows}

    def renew_invitation(self, selector: str, *, verifier: str, link_hash: str, expires_at: datetime) -> None:
        """Give an invitation a new code and link, also one that was revoked; the old ones let nobody in."""
        values = {"by": selector, "sealed": verifier, "link": link_hash, "until": expires_at}
        if not self._transactions.write(_RENEW, values):
            raise NotSaved("This invitation is not known to the database.")

    def revoke_invitation(self, selector: str, at: datetime) -> None:
        """Take an invitation back; the first time counts."""
        self._transactions.write(_REVOKE, {"by": selector, "moment": at})

    def add_visit(self, visit: Visit) -> None:
        """Keep a new visit."""
        self._transactions.write(_ADD_VISIT, visit.model_dump())

    def visit(self, token_hash: str) -> Visit | None:
        """The visit of that cookie."""
        with self._transactions.reading() as connection:
            row = connection.execute(_VISIT, {"key": token_hash}).mappings().one_or_none()
        return Visit.model_validate(dict(row)) if row else None

    def touch_visit(self, token_hash: str, at: datetime) -> None:
        """Note that the visitor was seen."""
        self._transactions.write(_TOUCH, {"by": token_hash, "moment": at})

    def note_password(self, token_hash: str, at: datetime) -> None:
        """Note on a visit that its member of staff typed the password again; not on one that has ended."""
        self._transactions.write(_NOTE_PASSWORD, {"by": token_hash, "moment": at})

    def end_visit(self, token_hash: str, at: datetime) -> None:
        """End one visit; the first time counts."""
        self._transactions.write(_END, {"by": token_hash, "moment": at})

    def guesses(self, subject: str) -> Guesses | None:
        """The failed tries of that subject."""
        with self._transactions.reading() as connection:
            row = connection.execute(_GUESSES, {"key": subject}).mappings().one_or_none()
        return Guesses.model_validate(dict(row)) if row else None

    def keep_guesses(self, kept: Guesses) -> None:
        """Keep the failed tries of a subject, in place of what was known."""
        self._transactions.write(insert_or_replace(guesses, self._transactions.dialect), kept.model_dump())

    def forget_guesses(self, subject: str) -> None:
        """Clear the failed tries of a subject after it got in."""
        self._transactions.write(_FORGET, {"by": subject})

    def add_audit(self, fact: AuditFact, seal: Callable[[str], str]) -> None:
        """Add to the audit trail, sealed over the newest seal; nobody else adds in between."""
        with self._transactions.writing() as connection:
            if self._transactions.dialect == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_TRAIL_LOCK)))
            newest = connection.scalar(_NEWEST_SEAL) or ""
            connection.execute(_ADD_AUDIT, fact.model_dump() | {"seal": seal(newest + fact.canonical())})

    def audit_chain(self, *, after: int, most: int) -> Sequence[AuditLink]:
        """The links of the audit trail that follow seq after, in order, that many at most."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_CHAIN, {"after": after, "most": max(most, 0)}).mappings().all()
        return [AuditLink(seq=row["seq"], fact=AuditFact.model_validate(dict(row)), seal=row["seal"]) for row in rows]
