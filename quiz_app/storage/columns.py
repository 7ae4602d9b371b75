"""What the tables are made of: their columns, and how times and days are kept."""

from datetime import UTC, date, datetime

import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, Dialect, ForeignKey, Integer, MetaData, Table, Text, TypeDecorator
from sqlalchemy.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


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


class Day(TypeDecorator[date]):
    """A day of the calendar as text, year first: it sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """The text of a day."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """The day of a text."""
        return None if value is None else date.fromisoformat(value)


def table_of(name: str, *parts: SchemaItem) -> Table:
    """A table of these parts; a seq never uses a number again."""
    return Table(name, METADATA, *parts, implicit_returning=False, sqlite_autoincrement="seq" in _names(parts))


def _names(parts: tuple[SchemaItem, ...]) -> set[str]:
    return {part.name for part in parts if isinstance(part, Column)}


def seq() -> Column[int]:
    """The order in which facts came."""
    return Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def number(name: str = "number") -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def of_attempt(name: str = "attempt") -> Column[str]:
    """The attempt a fact belongs to."""
    return Column(name, Text, ForeignKey("attempts.id"), nullable=False)


def text(name: str, *, default: str | None = None) -> Column[str]:
    """A text; rows that were there before the column have the default."""
    quoted = None if default is None else sa.text(f"'{default}'")
    return Column(name, Text, nullable=False, server_default=quoted)


def at(name: str = "at") -> Column[datetime]:
    """A time."""
    return Column(name, Moment, nullable=False)
