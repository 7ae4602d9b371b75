"""What staff recorded about attempts, in the database."""

from sqlalchemy import bindparam, delete, select

from quiz_app.domain.access import Draft
from quiz_app.domain.confirmation import Care, Confirmation, Conversation, PaperEntry, Withdrawal
from quiz_app.storage.statements import insert_new, insert_or_replace
from quiz_app.storage.tables import confirmations, conversations, drafts, papers, withdrawals
from quiz_app.storage.transactions import Transactions

_TALKS = (
    select(conversations.c.content).where(conversations.c.attempt == bindparam("key")).order_by(conversations.c.number)
)
_SIGNED = select(confirmations).where(confirmations.c.attempt == bindparam("key")).order_by(confirmations.c.number)
_TAKEN_BACK = select(withdrawals).where(withdrawals.c.attempt == bindparam("key")).order_by(withdrawals.c.seq)
_PAPERS = select(papers).where(papers.c.attempt == bindparam("key")).order_by(papers.c.seq)
_DRAFT = select(drafts).where(drafts.c.attempt == bindparam("key"), drafts.c.by == bindparam("writer"))
_DROP = delete(drafts).where(drafts.c.attempt == bindparam("key"), drafts.c.by == bindparam("writer"))


class SqlCare:
    """Keeps talks, confirmations, withdrawals and drafts."""

    _transactions: Transactions

    def care(self, attempt_id: str) -> Care:
        """Everything staff recorded about that attempt; empty for one that is not kept.

        What refers to another fact is read before it, so that the fact it refers to is never missing.
        """
        key = {"key": attempt_id}
        with self._transactions.reading() as connection:
            taken_back = connection.execute(_TAKEN_BACK, key).mappings().all()
            signed = connection.execute(_SIGNED, key).mappings().all()
            talks = connection.scalars(_TALKS, key).all()
            entries = connection.execute(_PAPERS, key).mappings().all()
        return Care(
            conversations=tuple(Conversation.model_validate_json(content) for content in talks),
            confirmations=tuple(Confirmation.model_validate(dict(row)) for row in signed),
            withdrawals=tuple(Withdrawal.model_validate(dict(row)) for row in taken_back),
            papers=tuple(PaperEntry.model_validate(dict(row)) for row in entries),
        )

    def add_conversation(self, conversation: Conversation) -> bool:
        """Keep a talk; False if the attempt has one of that number, which stays."""
        row = conversation.model_dump(include={"attempt", "number", "by", "at"})
        row["content"] = conversation.model_dump_json()
        return self._transactions.write(insert_new(conversations, self._transactions.dialect), row) == 1

    def add_confirmation(self, confirmation: Confirmation) -> bool:
        """Keep a confirmation; False if the attempt has one of that number, which stays."""
        statement = insert_new(confirmations, self._transactions.dialect)
        return self._transactions.write(statement, confirmation.model_dump()) == 1

    def add_withdrawal(self, withdrawal: Withdrawal) -> bool:
        """Keep that a confirmation was taken back; False if it was already."""
        statement = insert_new(withdrawals, self._transactions.dialect)
        return self._transactions.write(statement, withdrawal.model_dump()) == 1

    def keep_draft(self, draft: Draft) -> None:
        """Keep what one member of staff typed about one attempt, in place of what was kept."""
        self._transactions.write(insert_or_replace(drafts, self._transactions.dialect), draft.model_dump())

    def draft(self, attempt_id: str, by: str) -> Draft | None:
        """What that member of staff typed about that attempt and did not record."""
        with self._transactions.reading() as connection:
            row = connection.execute(_DRAFT, {"key": attempt_id, "writer": by}).mappings().one_or_none()
        return Draft.model_validate(dict(row)) if row else None

    def drop_draft(self, attempt_id: str, by: str) -> None:
        """Let go of a draft after it was recorded."""
        self._transactions.write(_DROP, {"key": attempt_id, "writer": by})
