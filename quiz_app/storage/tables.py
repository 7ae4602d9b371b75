"""The tables: one per kind of fact, with the names of the domain. Fact tables only grow (see migrations)."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

APPEND_ONLY = ("courses", "forms", "attempts", "responses", "passed", "preferences", "questions", "audit")


class Moment(TypeDecorator[datetime]):
    """A time in UTC as text of fixed width, to the microsecond: it sorts, and comes back with its zone."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The text of a time; raises ValueError for a time without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone cannot be kept")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """The time of a text."""
        return None if value is None else datetime.fromisoformat(value)


def _table(name: str, *parts: SchemaItem) -> Table:
    return Table(name, METADATA, *parts, implicit_returning=False, sqlite_autoincrement="seq" in _names(parts))


def _names(parts: tuple[SchemaItem, ...]) -> set[str]:
    return {part.name for part in parts if isinstance(part, Column)}


def _seq() -> Column[int]:
    """The order in which facts came."""
    return Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def _of_attempt() -> Column[str]:
    return Column("attempt", Text, ForeignKey("attempts.id"), nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _at(name: str = "at") -> Column[datetime]:
    return Column(name, Moment, nullable=False)


courses = _table("courses", Column("fingerprint", Text, primary_key=True), _text("content"))

forms = _table(
    "forms",
    Column("fingerprint", Text, primary_key=True),
    Column("course", Text, ForeignKey("courses.fingerprint"), nullable=False),
    _text("content"),
)

attempts = _table(
    "attempts",
    _seq(),
    _text("id"),
    Column("course", Text, ForeignKey("courses.fingerprint"), nullable=False),
    Column("form", Text, ForeignKey("forms.fingerprint"), nullable=False),
    _text("locale"),
    _text("origin"),
    _at("opened_at"),
    UniqueConstraint("id"),
)

responses = _table(
    "responses",
    _seq(),
    _of_attempt(),
    _text("item"),
    Column("try_no", Integer, nullable=False),
    _text("choice"),
    Column("sureness", Text),
    _at(),
    UniqueConstraint("attempt", "item", "try_no"),
)

passed = _table("passed", _seq(), _of_attempt(), _text("place"), _at(), UniqueConstraint("attempt", "place"))

preferences = _table("preferences", _seq(), _of_attempt(), _text("name"), _text("value"), _at())
Index(None, preferences.c.attempt)

questions = _table(
    "questions", _seq(), _of_attempt(), _text("text"), _text("place"), _at(), UniqueConstraint("attempt", "text")
)

invitations = _table(
    "invitations",
    Column("selector", Text, primary_key=True),
    _text("verifier"),
    _text("link_hash"),
    _text("course"),
    _at("created_at"),
    _at("expires_at"),
    Column("revoked_at", Moment),
    Column("attempt", Text, ForeignKey("attempts.id")),
    _text("label"),
    UniqueConstraint("link_hash"),
    UniqueConstraint("attempt"),
)

staff = _table(
    "staff",
    Column("id", Text, primary_key=True),
    _text("login"),
    _text("role"),
    _text("password_hash"),
    _text("setup_hash"),
    _at("created_at"),
    Column("disabled_at", Moment),
    UniqueConstraint("login"),
)

visits = _table(
    "visits",
    Column("token_hash", Text, primary_key=True),
    _text("kind"),
    _text("subject"),
    _at("created_at"),
    _at("expires_at"),
    _at("seen_at"),
    Column("ended_at", Moment),
)
Index(None, visits.c.subject)

guesses = _table(
    "guesses",
    Column("subject", Text, primary_key=True),
    Column("failed", Integer, nullable=False),
    _at("next_at"),
)

audit = _table("audit", _seq(), _at(), _text("actor"), _text("action"), _text("subject"))

proofs = _table(
    "proofs",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("times", BigInteger, nullable=False),
)
