"""The audit trail: who did what to whom and when, each link sealed over the one before it."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from quiz_app.domain.access import AuditFact, AuditLink
from quiz_app.services.codes import Vault
from quiz_app.services.ports import Clock, Store

LINKS_AT_ONCE = 1000


class BadAnchor(ValueError):
    """An anchor that no trail ever had: it is a number, a colon and a seal."""


@dataclass(frozen=True)
class Verdict:
    """What was found: how many links, the number of the first that was tampered with, and the newest as an anchor.

    The anchor, "number:seal", is to be kept outside of the database: a tail that was cut off leaves no other trace.
    """

    links: int
    broken_at: int | None
    anchor: str


class Audit:
    """Writes the audit trail for every service, and checks it."""

    def __init__(self, store: Store, clock: Clock, vault: Vault) -> None:
        self._store = store
        self._clock = clock
        self._vault = vault

    def note(self, actor_id: str, action: str, subject: str) -> None:
        """Add a fact; subject is an id or the beginning of a code, never a code, a name or an answer."""
        fact = AuditFact(at=self._clock.now(), actor=actor_id, action=action, subject=subject)
        self._store.add_audit(fact, self._seal)

    def verify(self, *, expect: str | None = None) -> Verdict:
        """Make every seal again and compare; expect is an anchor noted earlier that must still be there.

        Facts from before seals were kept are counted, not judged. Raises BadAnchor.
        """
        sought = _Sought(expect) if expect is not None else None
        links, broken_at, newest, seal = 0, None, 0, ""
        for link in self._links():
            if broken_at is None and not self._continues(link, seal):
                broken_at = link.seq
            if sought:
                sought.look_at(link)
            links, newest, seal = links + 1, link.seq, link.seal
        if sought and not sought.found:
            broken_at = min(sought.seq, broken_at or sought.seq)
        return Verdict(links=links, broken_at=broken_at, anchor=f"{newest}:{seal}")

    def _links(self) -> Iterator[AuditLink]:
        after = 0
        while page := self._store.audit_chain(after=after, most=LINKS_AT_ONCE):
            yield from page
            after = page[-1].seq

    def _continues(self, link: AuditLink, seal: str) -> bool:
        if not link.seal and not seal:
            return True
        return hmac.compare_digest(link.seal, self._seal(seal + link.fact.canonical()))

    def _seal(self, text: str) -> str:
        return self._vault.tag("audit", text)


class _Sought:
    """An anchor that is looked for along the trail."""

    def __init__(self, anchor: str) -> None:
        number, colon, self._seal = anchor.strip().partition(":")
        if not colon or not number.isdecimal():
            raise BadAnchor(anchor)
        self.seq = int(number)
        self.found = self.seq == 0

    def look_at(self, link: AuditLink) -> None:
        self.found = self.found or (link.seq == self.seq and link.seal == self._seal)
