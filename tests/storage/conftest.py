"""Databases for tests: migrated once, then copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from quiz_app.services.ports import Store
from quiz_app.storage.engines import open_engine
from quiz_app.storage.memory import MemoryStore
from quiz_app.storage.migrations import upgrade
from quiz_app.storage.store import SqlStore
from quiz_app.storage.tables import METADATA
from tests.postgres import Cluster, postgres

__all__ = ["postgres"]

ON_DISK = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "quiz.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_database(postgres: Cluster) -> str:
    name = postgres.new_database()
    _migrate(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def shared_database(postgres: Cluster, migrated_database: str) -> str:
    return postgres.new_database(like=migrated_database)


def _migrate(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


@pytest.fixture
def sqlite_file(migrated_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "quiz.db"))


@pytest.fixture(params=ON_DISK)
def url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database of each kind."""
    return _url(request, request.param)


def _url(request: pytest.FixtureRequest, kind: str) -> str:
    if kind == "sqlite":
        path: Path = request.getfixturevalue("sqlite_file")
        return f"sqlite:///{path}"
    cluster: Cluster = request.getfixturevalue("postgres")
    shared: str = request.getfixturevalue("shared_database")
    _empty(cluster.url(shared))
    return cluster.url(shared)


def _empty(url: str) -> None:
    """Take every row away, past the triggers that let nobody else do so; much faster than a new database."""
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        for table in METADATA.tables:
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


@pytest.fixture(params=ON_DISK)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'quiz.db'}"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.url(cluster.new_database())


@pytest.fixture(params=["memory", *ON_DISK])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
        return
    with_store = SqlStore(open_engine(_url(request, request.param)))
    yield with_store
    with_store.close()


@pytest.fixture
def open_store() -> Iterator[Callable[[str], SqlStore]]:
    """Opens stores that are closed after the test."""
    opened: list[SqlStore] = []

    def open_(url: str) -> SqlStore:
        opened.append(SqlStore(open_engine(url)))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()
