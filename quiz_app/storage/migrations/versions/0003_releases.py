"""Which version of each course went live."""

import sqlalchemy as sa
from alembic import op

from quiz_app.storage.migrations.append_only import forbid_changes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of releases."""
    op.create_table(
        "releases",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("course", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "fingerprint", "by", "signer", "at")),
        sa.PrimaryKeyConstraint("seq", name="pk_releases"),
        sa.UniqueConstraint("course", "number", name="uq_releases_course_number"),
        sa.ForeignKeyConstraint(["fingerprint"], ["courses.fingerprint"], name="fk_releases_fingerprint"),
        sqlite_autoincrement=True,
    )
    forbid_changes("releases")
