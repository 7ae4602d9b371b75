"""Opening a database so that what it acknowledged survives a power cut, and no page waits for ever."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from quiz_app.storage.failures import READ_ONLY, NotSaved
from quiz_app.storage.mounts import known_mounts, network_file_system

BUSY_SECONDS = 3.0
POOL_SECONDS = 5.0
BEGIN = "sqlite_begin"
"""Execution option: how a transaction begins on SQLite; immediate unless told otherwise, empty for a lone read."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)

_POSTGRES_SESSION = " ".join(
    f"-c {name}={value}"
    for name, value in {
        "synchronous_commit": "on",
        "statement_timeout": "10s",
        "lock_timeout": "3s",
        "idle_in_transaction_session_timeout": "30s",
    }.items()
)


def open_engine(url: str) -> Engine:
    """The engine of a database URL, sqlite:///file or postgresql://...; raises NotSaved with the reason."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise NotSaved("The database URL cannot be read.") from None  # the reason would quote a part of it
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return _open_sqlite(Path(parsed.database).absolute())
        case "postgresql" | "postgres":
            return _with_driver(parsed.set(drivername="postgresql+psycopg"))
    raise NotSaved("The database URL must begin with sqlite:/// and a file, or with postgresql://.")


def _with_driver(url: URL) -> Engine:
    try:
        return _open_postgres(url)
    except ImportError as error:
        raise NotSaved("PostgreSQL needs its driver: pip install 'quiz-app[postgres]'") from error


def _open_postgres(url: URL) -> Engine:
    return create_engine(
        url,
        connect_args={
            "connect_timeout": 3,
            "options": _POSTGRES_SESSION,
            "keepalives_idle": 30,
            "tcp_user_timeout": 5000,
        },
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=20,
        max_overflow=20,
        pool_timeout=POOL_SECONDS,
        pool_use_lifo=True,
    )


def _open_sqlite(path: Path) -> Engine:
    kind = network_file_system(path.resolve(), known_mounts())
    if kind:
        raise NotSaved(
            f"{path} lies on a network file system ({kind}), where SQLite can lose answers. "
            "Put the data folder on a local disk, or use PostgreSQL."
        )
    _make_file(path)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: connect_sqlite(path),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=16,
        max_overflow=16,
        pool_timeout=POOL_SECONDS,
        pool_use_lifo=True,
    )
    event.listen(engine, "begin", _begin)
    _refuse_a_file_that_moved(engine, path)
    return engine


def connect_sqlite(path: Path) -> sqlite3.Connection:
    """A connection to an existing file; it never begins a transaction by itself.

    Raises NotSaved for a file that can only be read: SQLite would make its side files as read-only as the file,
    and they would stay so after the file can be written again.
    """
    if path.exists() and not os.access(path, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise NotSaved(READ_ONLY)
    connection = sqlite3.connect(
        f"file:{quote(str(path))}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _make_file(path: Path) -> None:
    """Make the file, readable by its owner only; later connections never make one, so a lost file is noticed."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError as error:
        raise NotSaved(f"The database file {path} cannot be opened: {error.strerror}.") from error


def _begin(connection: Connection) -> None:
    begin: str = connection.get_execution_options().get(BEGIN, "BEGIN IMMEDIATE")
    if begin:
        connection.exec_driver_sql(begin)


def _refuse_a_file_that_moved(engine: Engine, path: Path) -> None:
    """Let go of connections to a file that was deleted or replaced: what they write would be lost."""

    def opened(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(path)

    def taken(connection: DBAPIConnection, entry: ConnectionPoolEntry, proxy: PoolProxiedConnection) -> None:
        if entry.info.get("file") != _identity(path):
            raise DisconnectionError("the database file was deleted or replaced")

    event.listen(engine, "connect", opened)
    event.listen(engine, "checkout", taken)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
