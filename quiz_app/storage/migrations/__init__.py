"""Bringing a database up to date: all of it or nothing, and never without a copy of what was there."""

from pathlib import Path

from sqlalchemy import Connection, Engine, Select, Text, column, inspect, select, table, text

from quiz_app.storage.engines import BEGIN
from quiz_app.storage.failures import told_plainly
from quiz_app.storage.migrations.backup import copy_beside

HEAD = "0004"
"""The newest revision; a test holds it against the files in versions."""

_REVISION: Select[str] = select(column("version_num", Text)).select_from(table("alembic_version"))

_LOCK = 7_138_202_611
"""Two replicas that start together take turns on PostgreSQL by this number; SQLite lets one writer in anyway."""


def revision(engine: Engine) -> str | None:
    """The revision of the database, None before the first; raises NotSaved if it cannot be reached."""
    with told_plainly(), engine.execution_options(**{BEGIN: ""}).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.scalar(_REVISION)


def upgrade(engine: Engine) -> Path | None:
    """Bring the database up to date; where a SQLite file was copied to first, if it was. Raises NotSaved."""
    found = revision(engine)
    if found == HEAD:
        return None
    from quiz_app.storage.migrations.revisions import run_revisions  # noqa: PLC0415 - Alembic is slow to import

    copy = copy_beside(engine, name=f"before-{HEAD}") if found else None
    with told_plainly(), engine.begin() as connection:
        _take_turns(connection)
        run_revisions(connection)
    return copy


def _take_turns(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = '60s'"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
