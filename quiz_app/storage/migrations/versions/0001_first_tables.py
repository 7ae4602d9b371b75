"""The first tables, and the triggers that let the tables of facts only grow."""

import sqlalchemy as sa
from alembic import op

from quiz_app.storage.migrations.append_only import forbid_changes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FACTS = ("courses", "forms", "attempts", "responses", "passed", "preferences", "questions", "audit")


def upgrade() -> None:
    """Make every table."""
    _courses_and_forms()
    _attempts()
    _responses_and_passed()
    _preferences_and_questions()
    _invitations()
    _staff_and_visits()
    _the_rest()
    forbid_changes(*FACTS)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _maybe(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text)


def _primary(table: str, column: str = "seq") -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=f"pk_{table}")


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}")


def _courses_and_forms() -> None:
    op.create_table("courses", _text("fingerprint"), _text("content"), _primary("courses", "fingerprint"))
    op.create_table(
        "forms",
        _text("fingerprint"),
        _text("course"),
        _text("content"),
        _primary("forms", "fingerprint"),
        _foreign("forms", "course", "courses.fingerprint"),
    )


def _attempts() -> None:
    op.create_table(
        "attempts",
        _seq(),
        _text("id"),
        _text("course"),
        _text("form"),
        _text("locale"),
        _text("origin"),
        _text("opened_at"),
        _primary("attempts"),
        _unique("attempts", "id"),
        _foreign("attempts", "course", "courses.fingerprint"),
        _foreign("attempts", "form", "forms.fingerprint"),
        sqlite_autoincrement=True,
    )


def _responses_and_passed() -> None:
    op.create_table(
        "responses",
        _seq(),
        _text("attempt"),
        _text("item"),
        sa.Column("try_no", sa.Integer, nullable=False),
        _text("choice"),
        _maybe("sureness"),
        _text("at"),
        _primary("responses"),
        _unique("responses", "attempt", "item", "try_no"),
        _foreign("responses", "attempt", "attempts.id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "passed",
        _seq(),
        _text("attempt"),
        _text("place"),
        _text("at"),
        _primary("passed"),
        _unique("passed", "attempt", "place"),
        _foreign("passed", "attempt", "attempts.id"),
        sqlite_autoincrement=True,
    )


def _preferences_and_questions() -> None:
    op.create_table(
        "preferences",
        _seq(),
        *(_text(word) for word in ("attempt", "name", "value", "at")),
        _primary("preferences"),
        _foreign("preferences", "attempt", "attempts.id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_preferences_attempt", "preferences", ["attempt"])
    op.create_table(
        "questions",
        _seq(),
        *(_text(word) for word in ("attempt", "text", "place", "at")),
        _primary("questions"),
        _unique("questions", "attempt", "text"),
        _foreign("questions", "attempt", "attempts.id"),
        sqlite_autoincrement=True,
    )


def _invitations() -> None:
    op.create_table(
        "invitations",
        _text("selector"),
        _text("verifier"),
        _text("link_hash"),
        _text("course"),
        _text("created_at"),
        _text("expires_at"),
        _maybe("revoked_at"),
        _maybe("attempt"),
        _text("label"),
        _primary("invitations", "selector"),
        _unique("invitations", "link_hash"),
        _unique("invitations", "attempt"),
        _foreign("invitations", "attempt", "attempts.id"),
    )


def _staff_and_visits() -> None:
    op.create_table(
        "staff",
        _text("id"),
        _text("login"),
        _text("role"),
        _text("password_hash"),
        _text("setup_hash"),
        _text("created_at"),
        _maybe("disabled_at"),
        _primary("staff", "id"),
        _unique("staff", "login"),
    )
    op.create_table(
        "visits",
        _text("token_hash"),
        _text("kind"),
        _text("subject"),
        _text("created_at"),
        _text("expires_at"),
        _text("seen_at"),
        _maybe("ended_at"),
        _primary("visits", "token_hash"),
    )
    op.create_index("ix_visits_subject", "visits", ["subject"])


def _the_rest() -> None:
    op.create_table(
        "guesses",
        _text("subject"),
        sa.Column("failed", sa.Integer, nullable=False),
        _text("next_at"),
        _primary("guesses", "subject"),
    )
    op.create_table(
        "audit",
        _seq(),
        _text("at"),
        _text("actor"),
        _text("action"),
        _text("subject"),
        _primary("audit"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "proofs",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("times", sa.BigInteger, nullable=False),
        _primary("proofs", "id"),
    )
