"""Database errors told as plain reasons: every failure of the store is NotSaved, with words for the clinic's staff."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolIsBusy

from quiz_app.domain.attempt import NotSaved

__all__ = ["READ_ONLY", "TOO_BUSY", "NotSaved", "reason", "told_plainly"]

UNKNOWN = "The database cannot be used now."
UNREACHED = "The database server cannot be reached, or does not know this login or database."
READ_ONLY = "The database file can only be read, not written."
TOO_BUSY = "The database is too busy. Please try again in a moment."

_SQLITE = {
    "SQLITE_FULL": "The disk is full.",
    "SQLITE_BUSY": "The database is locked by another program.",
    "SQLITE_LOCKED": "The database is locked by another program.",
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": "The database file cannot be opened. Its folder may be missing.",
    "SQLITE_PERM": "The database file cannot be opened. Its folder may be missing.",
    "SQLITE_IOERR": "The disk reported an error, or is full.",
    "SQLITE_CORRUPT": "The database file is damaged. Restore the last backup.",
    "SQLITE_NOTADB": "The database file is not a database.",
    "SQLITE_TOOBIG": "This is too long to be kept.",
    "SQLITE_CONSTRAINT": "This belongs to something the database does not have.",
    "SQLITE_ERROR": "The tables of the database are missing or too old. Bring the database up to date.",
}
"""By the first two parts of SQLite's own name of the error."""

_POSTGRES = {
    "53100": "The disk of the database server is full.",
    "53300": "The database server has no connection left.",
    "53": "The database server has run out of memory or space.",
    "55P03": "The database is locked by another program.",
    "57014": "The database server took too long.",
    "57": "The database server is starting or stopping.",
    "25006": "The database server can only be read, not written.",
    "42501": "The database server does not let this login write.",
    "42P01": "The tables of the database are missing or too old. Bring the database up to date.",
    "42703": "The tables of the database are missing or too old. Bring the database up to date.",
    "22": "This holds characters the database cannot keep.",
    "23": "This belongs to something the database does not have.",
    "58": "The disk of the database server reported an error.",
    "08": UNREACHED,
    "": UNREACHED,
}
"""By SQLSTATE or its class; psycopg gives none to any failure to connect."""


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn every error of the database into NotSaved with its reason."""
    try:
        yield
    except PoolIsBusy as error:
        raise NotSaved(TOO_BUSY) from error
    except DBAPIError as error:
        raise NotSaved(reason(error.orig)) from error


def reason(error: BaseException | None) -> str:
    """The plain words for an error of a database driver."""
    if isinstance(error, sqlite3.Error):
        name: str = getattr(error, "sqlite_errorname", "")
        return _SQLITE.get("_".join(name.split("_")[:2]), UNKNOWN)
    if type(error).__name__ == "DataError":
        return _POSTGRES["22"]
    state: str = getattr(error, "sqlstate", None) or ""
    return _POSTGRES.get(state) or _POSTGRES.get(state[:2], UNKNOWN)
