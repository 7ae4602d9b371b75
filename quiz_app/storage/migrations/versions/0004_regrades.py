"""Corrected keys, and the attempts that were marked again by them."""

import sqlalchemy as sa
from alembic import op

from quiz_app.storage.migrations.append_only import forbid_changes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_KEY = ("course", "item", "number")


def upgrade() -> None:
    """Make the tables of corrections and of what they did to attempts."""
    op.create_table(
        "regrades",
        _seq(),
        *_texts("course", "item"),
        sa.Column("number", sa.Integer, nullable=False),
        *_texts("live", "content", "at"),
        sa.PrimaryKeyConstraint("seq", name="pk_regrades"),
        sa.UniqueConstraint(*_KEY, name="uq_regrades_course_item_number"),
        sa.ForeignKeyConstraint(["course"], ["courses.fingerprint"], name="fk_regrades_course"),
        sa.ForeignKeyConstraint(["live"], ["courses.fingerprint"], name="fk_regrades_live"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "regraded",
        _seq(),
        *_texts("attempt"),
        sa.Column("number", sa.Integer, nullable=False),
        *_texts("course", "item"),
        sa.Column("regrade", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Double, nullable=False) for name in ("old", "new")),
        *_texts("outcome", "points", "by", "signer", "reason", "corrected_at", "at"),
        sa.PrimaryKeyConstraint("seq", name="pk_regraded"),
        sa.UniqueConstraint("attempt", "number", name="uq_regraded_attempt_number"),
        sa.ForeignKeyConstraint(["attempt"], ["attempts.id"], name="fk_regraded_attempt"),
        sa.ForeignKeyConstraint(
            ["course", "item", "regrade"],
            [f"regrades.{name}" for name in _KEY],
            name="fk_regraded_course_item_regrade",
        ),
        sqlite_autoincrement=True,
    )
    forbid_changes("regrades", "regraded")


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]
