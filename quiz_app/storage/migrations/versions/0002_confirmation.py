"""The nurse's part: conclusions, talks, signatures, paper, refreshers, drafts; and a sealed audit trail."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from quiz_app.storage.folding import folded
from quiz_app.storage.migrations.append_only import forbid_changes

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FACTS = ("finished", "refreshers", "papers", "conversations", "confirmations", "withdrawals")


def upgrade() -> None:
    """Make the new tables, and add columns to those that are there."""
    _finished_and_refreshers()
    _papers_and_conversations()
    _confirmations_and_withdrawals()
    _drafts()
    _new_columns()
    _fold_labels()
    op.create_index("ix_responses_attempt_at", "responses", ["attempt", "at"])
    op.create_index("ix_invitations_created_at", "invitations", ["created_at"])
    forbid_changes(*FACTS)


def _texts(*names: str) -> Iterable[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _of_attempt(table: str, column: str = "attempt") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["attempts.id"], name=f"fk_{table}_{column}")


def _numbered(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    """What a fact is about: a numbered fact of the same attempt."""
    return sa.ForeignKeyConstraint(
        ["attempt", column], [f"{target}.attempt", f"{target}.number"], name=f"fk_{table}_attempt_{column}"
    )


def _facts(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        *parts,
        sa.PrimaryKeyConstraint("seq", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )


def _finished_and_refreshers() -> None:
    _facts(
        "finished",
        *_texts("attempt", "outcome", "points", "at"),
        _unique("finished", "attempt"),
        _of_attempt("finished"),
    )
    _facts(
        "refreshers",
        *_texts("first", "attempt"),
        _unique("refreshers", "first"),
        _unique("refreshers", "attempt"),
        _of_attempt("refreshers", "first"),
        _of_attempt("refreshers"),
    )


def _papers_and_conversations() -> None:
    _facts("papers", *_texts("attempt", "by", "signer", "at"), _of_attempt("papers"))
    op.create_index("ix_papers_attempt", "papers", ["attempt"])
    _facts(
        "conversations",
        *_texts("attempt"),
        _number("number"),
        *_texts("content", "by", "at"),
        _unique("conversations", "attempt", "number"),
        _of_attempt("conversations"),
    )


def _confirmations_and_withdrawals() -> None:
    _facts(
        "confirmations",
        *_texts("attempt"),
        _number("number"),
        _number("conversation"),
        *_texts("digest", "meaning", "by", "signer", "at"),
        _unique("confirmations", "attempt", "number"),
        _of_attempt("confirmations"),
        _numbered("confirmations", "conversation", "conversations"),
    )
    _facts(
        "withdrawals",
        *_texts("attempt"),
        _number("confirmation"),
        *_texts("reason", "by", "signer", "at"),
        _unique("withdrawals", "attempt", "confirmation"),
        _of_attempt("withdrawals"),
        _numbered("withdrawals", "confirmation", "confirmations"),
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        *_texts("attempt", "by", "content", "at"),
        sa.PrimaryKeyConstraint("attempt", "by", name="pk_drafts"),
        _of_attempt("drafts"),
    )


def _new_columns() -> None:
    op.add_column("invitations", sa.Column("infusion_on", sa.Text))
    op.add_column("invitations", _added("locale", "en"))
    op.add_column("invitations", _added("sought", ""))
    op.add_column("visits", sa.Column("reauthenticated_at", sa.Text))
    op.add_column("visits", _added("handed_by", ""))
    op.add_column("visits", _added("pin_hash", ""))
    op.add_column("audit", _added("seal", ""))


def _added(name: str, default: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _fold_labels() -> None:
    invitations = sa.table("invitations", sa.column("selector"), sa.column("label"), sa.column("sought"))
    labels = op.get_bind().execute(sa.select(invitations.c.selector, invitations.c.label)).all()
    for selector, label in labels:
        op.execute(invitations.update().where(invitations.c.selector == selector).values(sought=folded(label)))
