"""What staff recorded about attempts, in memory."""

import threading

from quiz_app.domain.access import Draft
from quiz_app.domain.attempt import Record
from quiz_app.domain.confirmation import Care, Confirmation, Conversation, Withdrawal
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.memory.attempts import UNKNOWN


class MemoryCare:
    """Keeps talks, confirmations, withdrawals and drafts."""

    _lock: threading.RLock
    _records: dict[str, Record]
    _care: dict[str, Care]
    _drafts: dict[tuple[str, str], Draft]

    def care(self, attempt_id: str) -> Care:
        """Everything staff recorded about that attempt; empty for one that is not kept."""
        return self._care.get(attempt_id, Care())

    def add_conversation(self, conversation: Conversation) -> bool:
        """Keep a talk; False if the attempt has one of that number, which stays."""
        with self._lock:
            known = self._care_of(conversation.attempt)
            if any(each.number == conversation.number for each in known.conversations):
                return False
            talks = sorted((*known.conversations, conversation), key=lambda each: each.number)
            return self._record(conversation.attempt, conversations=tuple(talks))

    def add_confirmation(self, confirmation: Confirmation) -> bool:
        """Keep a confirmation; False if the attempt has one of that number, which stays."""
        with self._lock:
            known = self._care_of(confirmation.attempt)
            if any(each.number == confirmation.number for each in known.confirmations):
                return False
            if not any(each.number == confirmation.conversation for each in known.conversations):
                raise NotSaved(UNKNOWN)
            signed = sorted((*known.confirmations, confirmation), key=lambda each: each.number)
            return self._record(confirmation.attempt, confirmations=tuple(signed))

    def add_withdrawal(self, withdrawal: Withdrawal) -> bool:
        """Keep that a confirmation was taken back; False if it was already."""
        with self._lock:
            known = self._care_of(withdrawal.attempt)
            if any(each.confirmation == withdrawal.confirmation for each in known.withdrawals):
                return False
            if not any(each.number == withdrawal.confirmation for each in known.confirmations):
                raise NotSaved(UNKNOWN)
            return self._record(withdrawal.attempt, withdrawals=(*known.withdrawals, withdrawal))

    def keep_draft(self, draft: Draft) -> None:
        """Keep what one member of staff typed about one attempt, in place of what was kept."""
        with self._lock:
            self._care_of(draft.attempt)
            self._drafts[draft.attempt, draft.by] = draft

    def draft(self, attempt_id: str, by: str) -> Draft | None:
        """What that member of staff typed about that attempt and did not record."""
        return self._drafts.get((attempt_id, by))

    def drop_draft(self, attempt_id: str, by: str) -> None:
        """Let go of a draft after it was recorded."""
        self._drafts.pop((attempt_id, by), None)

    def _care_of(self, attempt_id: str) -> Care:
        if attempt_id not in self._records:
            raise NotSaved(UNKNOWN)
        return self._care.get(attempt_id, Care())

    def _record(self, attempt_id: str, **facts: tuple[object, ...]) -> bool:
        self._care[attempt_id] = self.care(attempt_id).model_copy(update=facts)
        return True
