"""Inserts that lose a race quietly: the first row of a key stays, on both databases."""

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


@cache
def insert_new(table: Table, dialect: str) -> Insert:
    """Insert a row unless its key is taken; the row count tells which."""
    return _insert(table, dialect).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


@cache
def insert_or_replace(table: Table, dialect: str) -> Insert:
    """Insert a row, or give the row of that primary key the new values."""
    insert = _insert(table, dialect)
    values = {column.name: insert.excluded[column.name] for column in table.columns if not column.primary_key}
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)


@cache
def count_up(table: Table, number: str, dialect: str) -> Insert:
    """Insert a row, or raise the number of the row of that primary key by one."""
    insert = _insert(table, dialect)
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_={number: table.c[number] + 1})


def _insert(table: Table, dialect: str) -> "sqlite.Insert | postgresql.Insert":
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - slow to read, and most clinics never need it

    return postgresql.insert(table)
