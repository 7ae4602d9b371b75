"""One patient as a nurse sees them, and what the nurse records: the talk, the signature, and taking it back."""

import logging
from datetime import datetime, timedelta

from quiz_app.domain.access import Draft, Right
from quiz_app.domain.confirmation import (
    Care,
    Confirmation,
    Conversation,
    Meaning,
    Understanding,
    Withdrawal,
    digest_of,
    standing,
)
from quiz_app.domain.typed import Typed, typed_from
from quiz_app.services.auditing import Audit
from quiz_app.services.case import Case, briefing_of
from quiz_app.services.changes import Change, Seen, changes_since, seen_of
from quiz_app.services.ports import Clock, Store
from quiz_app.services.staffing import Actor, require
from quiz_app.services.taking import Sitting, sitting_of

__all__ = [  # Change and Seen are part of what a page needs from here
    "Case",
    "Change",
    "Confirming",
    "Missing",
    "NoReason",
    "NotClear",
    "NotFinished",
    "PasswordNeeded",
    "Seen",
    "Stale",
]
_LOG = logging.getLogger(__name__)
PASSWORD_LASTS = timedelta(minutes=5)


class Stale(Exception):
    """Something was recorded after the page was drawn; changes say what, by whom and when."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        super().__init__(f"{len(changes)} changes")
        self.changes = changes


class Missing(ValueError):
    """Something is not there yet; fields name what, in the order of the page."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class NotClear(ValueError):
    """Points the patient did not say clearly in their own words; items name them."""

    def __init__(self, items: tuple[str, ...]) -> None:
        super().__init__(", ".join(items))
        self.items = items


class NotFinished(ValueError):
    """The patient has not reached the end of the check."""


class PasswordNeeded(Exception):
    """The password was not typed again within the last five minutes."""


class NoReason(ValueError):
    """A confirmation is taken back only with a reason."""


class Confirming:
    """What a nurse does about one attempt; nothing recorded is ever changed."""

    def __init__(self, store: Store, clock: Clock, audit: Audit) -> None:
        self._store = store
        self._clock = clock
        self._audit = audit

    def case(self, actor: Actor, attempt_id: str) -> Case:
        """Everything about one attempt; raises NotAllowed, NoSuchAttempt."""
        require(actor, Right.READ_BOARD)
        sitting, care = sitting_of(self._store, attempt_id), self._store.care(attempt_id)
        again = self._store.refresher_of(attempt_id)
        refresher = sitting_of(self._store, again) if again else None
        draft = self._draft(actor, attempt_id)
        last = typed_from(care.conversation) if care.conversation else Typed()
        return Case(
            sitting=sitting,
            refresher=refresher,
            care=care,
            standing=standing(sitting.record, care),
            briefing=briefing_of(sitting),
            refresher_briefing=briefing_of(refresher) if refresher else None,
            typed=draft or last,
            has_draft=draft is not None,
            seen=seen_of(sitting.record, care),
            invitation=self._store.invitations_of([attempt_id]).get(attempt_id),
        )

    def keep_draft(self, actor: Actor, attempt_id: str, typed: Typed) -> None:
        """Keep what was typed, so that it is there after a break; raises NotAllowed."""
        require(actor, Right.CONFIRM)
        draft = Draft(attempt=attempt_id, by=actor.id, content=typed.model_dump_json(), at=self._clock.now())
        self._store.keep_draft(draft)

    def record(self, actor: Actor, attempt_id: str, typed: Typed, *, seen: Seen) -> Conversation:
        """Record a talk and let go of its draft; raises NotAllowed, NoSuchAttempt, Stale, Missing."""
        sitting, care, items = self._as_seen(actor, attempt_id, seen)
        unfit = {*typed.missing(items), *typed.clashes()}
        if unfit:
            raise Missing(tuple(name for name in Typed().missing(items) if name in unfit))
        conversation = Conversation(
            attempt=attempt_id,
            number=len(care.conversations) + 1,
            teach_backs=typed.said_back(items),
            education=typed.education(),
            by=actor.id,
            signer=self._signer(actor),
            at=self._clock.now(),
        )
        if not self._store.add_conversation(conversation):
            raise self._stale(sitting.attempt, seen)
        self._audit.note(actor.id, "record-talk", attempt_id)
        self._store.drop_draft(attempt_id, actor.id)
        return conversation

    def confirm(
        self, actor: Actor, attempt_id: str, *, seen: Seen, reauthenticated_at: datetime | None
    ) -> Confirmation:
        """Sign the last talk and the answers as they are.

        Raises NotAllowed, NoSuchAttempt, Stale, NotFinished, Missing without a talk, NotClear, PasswordNeeded.
        """
        sitting, care, items = self._as_seen(actor, attempt_id, seen)
        now = self._clock.now()
        conversation = _signable(sitting, care, items)
        if reauthenticated_at is None or now - reauthenticated_at > PASSWORD_LASTS:
            raise PasswordNeeded
        confirmation = Confirmation(
            attempt=attempt_id,
            number=len(care.confirmations) + 1,
            conversation=conversation.number,
            digest=digest_of(sitting.record, conversation),
            meaning=Meaning.UNDERSTANDING_CONFIRMED,
            by=actor.id,
            signer=self._signer(actor),
            at=now,
        )
        if not self._store.add_confirmation(confirmation):
            raise self._stale(attempt_id, seen)
        self._audit.note(actor.id, "confirm", attempt_id)
        return confirmation

    def withdraw(self, actor: Actor, attempt_id: str, reason: str, *, seen: Seen) -> Withdrawal:
        """Take the newest confirmation back.

        Raises NotAllowed, NoSuchAttempt, Stale, NoReason, Missing without a confirmation to take back.
        """
        _, care, _ = self._as_seen(actor, attempt_id, seen)
        confirmation, why = care.confirmation, reason.replace("\0", "").strip()
        if confirmation is None or care.withdrawal_of(confirmation):
            raise Missing(("confirmation",))
        if not why:
            raise NoReason
        withdrawal = Withdrawal(
            attempt=attempt_id,
            confirmation=confirmation.number,
            reason=why,
            by=actor.id,
            signer=self._signer(actor),
            at=self._clock.now(),
        )
        if not self._store.add_withdrawal(withdrawal):
            raise self._stale(attempt_id, seen)
        self._audit.note(actor.id, "withdraw", attempt_id)
        return withdrawal

    def _as_seen(self, actor: Actor, attempt_id: str, seen: Seen) -> tuple[Sitting, Care, tuple[str, ...]]:
        """The attempt, its care and the items to talk about, unless something came after what was seen."""
        require(actor, Right.CONFIRM)
        sitting, care = sitting_of(self._store, attempt_id), self._store.care(attempt_id)
        changes = changes_since(seen, sitting.record, care)
        if changes:
            raise Stale(changes)
        return sitting, care, tuple(point.item for point in sitting.result.to_talk_about)

    def _stale(self, attempt_id: str, seen: Seen) -> Stale:
        sitting = sitting_of(self._store, attempt_id)
        return Stale(changes_since(seen, sitting.record, self._store.care(attempt_id)))

    def _draft(self, actor: Actor, attempt_id: str) -> Typed | None:
        kept = self._store.draft(attempt_id, actor.id)
        try:
            return Typed.model_validate_json(kept.content) if kept else None
        except ValueError:
            _LOG.warning("a draft of an older version cannot be read; the page begins without it")
            return None

    def _signer(self, actor: Actor) -> str:
        member = self._store.staff(actor.id)
        return member.login if member else actor.id


def _signable(sitting: Sitting, care: Care, items: tuple[str, ...]) -> Conversation:
    if not sitting.progress.finished:
        raise NotFinished
    conversation = care.conversation
    if conversation is None:
        raise Missing(("conversation",))
    said = {back.item: back.understanding for back in conversation.teach_backs}
    unclear = tuple(item for item in dict.fromkeys((*items, *said)) if said.get(item) is not Understanding.CLEAR)
    if unclear:
        raise NotClear(unclear)
    return conversation
