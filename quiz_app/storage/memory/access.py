"""Invitations, visits, failed tries and the audit trail, in memory."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from quiz_app.domain.access import AuditFact, AuditLink, Guesses, Invitation, Visit
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.memory.attempts import UNKNOWN


class MemoryAccess:
    """Keeps who may come in, who came, and who did what."""

    _lock: threading.RLock
    _invitations: dict[str, Invitation]
    _visits: dict[str, Visit]
    _guesses: dict[str, Guesses]
    _audit: list[AuditLink]

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

    def renew_invitation(self, selector: str, *, verifier: str, link_hash: str, expires_at: datetime) -> None:
        """Give an invitation a new code and link, also one that was revoked; the old ones let nobody in."""
        with self._lock:
            known, other = self._invitations.get(selector), self.invitation_by_link(link_hash)
            if known is None or (other and other.selector != selector):
                raise NotSaved(UNKNOWN)
            new = {"verifier": verifier, "link_hash": link_hash, "expires_at": expires_at, "revoked_at": None}
            self._invitations[selector] = known.model_copy(update=new)

    def revoke_invitation(self, selector: str, at: datetime) -> None:
        """Take an invitation back; the first time counts."""
        with self._lock:
            known = self._invitations.get(selector)
            if known and known.revoked_at is None:
                self._invitations[selector] = known.model_copy(update={"revoked_at": at})

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

    def note_password(self, token_hash: str, at: datetime) -> None:
        """Note on a visit that its member of staff typed the password again; not on one that has ended."""
        with self._lock:
            known = self._visits.get(token_hash)
            if known and known.ended_at is None:
                self._visits[token_hash] = known.model_copy(update={"reauthenticated_at": at})

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

    def add_audit(self, fact: AuditFact, seal: Callable[[str], str]) -> None:
        """Add to the audit trail, sealed over the newest seal."""
        with self._lock:
            newest = self._audit[-1].seal if self._audit else ""
            link = AuditLink(seq=len(self._audit) + 1, fact=fact, seal=seal(newest + fact.canonical()))
            self._audit.append(link)

    def audit_chain(self, *, after: int, most: int) -> Sequence[AuditLink]:
        """The links of the audit trail that follow seq after, in order, that many at most."""
        with self._lock:
            return [link for link in self._audit if link.seq > after][: max(most, 0)]
