"""A database that cannot keep a fact says so and why, keeps nothing of it, and goes on once it can."""

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from quiz_app.domain.attempt import NotSaved
from quiz_app.storage import engines
from quiz_app.storage.engines import open_engine
from quiz_app.storage.store import SqlStore
from tests.storage.samples import opened, passed, places, response

OpenStore = Callable[[str], SqlStore]
NOBODY = 65534


def fill(store: SqlStore) -> None:
    """Pass places until the store can keep no more; each that was kept is named by its number."""
    for number in range(1000):
        store.add_passed("one", passed(f"{number}"))


def test_a_full_disk_is_told_and_writing_goes_on_once_there_is_room(sqlite_file: Path) -> None:
    engine = open_engine(f"sqlite:///{sqlite_file}")
    most_pages = [0]

    def limit(connection: DBAPIConnection, entry: ConnectionPoolEntry, proxy: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count = {most_pages[0] or 1_000_000}")
        cursor.close()

    event.listen(engine, "checkout", limit)
    store = SqlStore(engine)
    opened(store)
    most_pages[0] = 1

    with pytest.raises(NotSaved, match="The disk is full"):
        fill(store)
    kept = places(store)
    most_pages[0] = 0

    assert kept == [str(number) for number in range(len(kept))]
    assert store.add_passed("one", passed("now there is room"))
    assert places(store) == [*kept, "now there is room"]
    store.close()


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as on a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_half_written(
    sqlite_file: Path, open_store: OpenStore
) -> None:
    store = open_store(f"sqlite:///{sqlite_file}")
    opened(store)
    wal = Path(f"{sqlite_file}-wal")

    with largest_file(wal.stat().st_size + 60_000), pytest.raises(NotSaved, match="The disk"):
        fill(store)
    kept = places(store)

    assert kept == [str(number) for number in range(len(kept))]
    assert len(kept) > 0
    assert store.add_passed("one", passed("now there is room"))
    assert places(store) == [*kept, "now there is room"]


def test_a_locked_database_is_told_and_writing_goes_on_once_it_is_free(
    sqlite_file: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.2)
    store = open_store(f"sqlite:///{sqlite_file}")
    opened(store)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(NotSaved, match="locked by another program"):
        store.add_response("one", response())
    with pytest.raises(NotSaved, match="locked by another program"):
        store.check()
    assert places(store) == []  # reading goes on

    other.execute("ROLLBACK")
    other.close()
    assert store.add_response("one", response())


@contextmanager
def without_being_root() -> Iterator[None]:
    """Files are read-only for root too, for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder(migrated_file: Path) -> Iterator[Path]:
    """A folder that is not root's, with a database in it."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(migrated_file, folder / "quiz.db")
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.chown(folder / "quiz.db", NOBODY, NOBODY)
    yield folder
    shutil.rmtree(folder)


def test_a_read_only_file_is_told_and_writing_goes_on_once_it_can_be_written(open_folder: Path) -> None:
    file = open_folder / "quiz.db"
    with without_being_root():
        store = SqlStore(open_engine(f"sqlite:///{file}"))
        opened(store)
        store.close()
        file.chmod(0o400)

        with pytest.raises(NotSaved, match="can only be read"):
            store.add_response("one", response())
        with pytest.raises(NotSaved, match="can only be read"):
            store.check()

        file.chmod(0o600)
        assert store.add_response("one", response())
        store.close()


def test_a_read_only_folder_is_told_and_writing_goes_on_once_it_can_be_written(open_folder: Path) -> None:
    with without_being_root():
        store = SqlStore(open_engine(f"sqlite:///{open_folder / 'quiz.db'}"))
        opened(store)
        store.close()
        open_folder.chmod(0o500)

        with pytest.raises(NotSaved, match=r"cannot be opened|can only be read"):
            store.add_response("one", response())

        open_folder.chmod(0o700)
        assert store.add_response("one", response())
        store.close()


def test_a_missing_folder_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="No such file or directory"):
        open_engine(f"sqlite:///{tmp_path / 'nowhere' / 'quiz.db'}")


def test_a_folder_that_goes_away_is_told_and_writing_goes_on_once_it_is_back(
    tmp_path: Path, migrated_file: Path, open_store: OpenStore
) -> None:
    folder, away = tmp_path / "data", tmp_path / "away"
    folder.mkdir()
    shutil.copy(migrated_file, folder / "quiz.db")
    store = open_store(f"sqlite:///{folder / 'quiz.db'}")
    opened(store)

    folder.rename(away)
    with pytest.raises(NotSaved, match="cannot be opened"):
        store.add_response("one", response())
    with pytest.raises(NotSaved, match="cannot be opened"):
        store.record("one")
    assert not folder.exists()

    away.rename(folder)
    assert store.add_response("one", response())


def test_a_deleted_file_is_told_instead_of_writing_into_nothing(sqlite_file: Path, open_store: OpenStore) -> None:
    store = open_store(f"sqlite:///{sqlite_file}")
    opened(store)

    sqlite_file.unlink()

    with pytest.raises(NotSaved, match="cannot be opened"):
        store.add_response("one", response())
    assert not sqlite_file.exists()


def test_a_restored_file_is_used_at_once(sqlite_file: Path, migrated_file: Path, open_store: OpenStore) -> None:
    store = open_store(f"sqlite:///{sqlite_file}")
    opened(store)
    store.close()

    restored = shutil.copy(migrated_file, f"{sqlite_file}.restored")
    Path(restored).rename(sqlite_file)

    assert store.record("one") is None


def test_a_file_that_is_no_database_is_told(tmp_path: Path, open_store: OpenStore) -> None:
    file = tmp_path / "quiz.db"
    file.write_text("These are my notes about the quiz, and they are much longer than the header of a database." * 9)

    with pytest.raises(NotSaved, match="not a database"):
        open_store(f"sqlite:///{file}").check()


def test_a_database_without_tables_is_told(empty_url: str, open_store: OpenStore) -> None:
    with pytest.raises(NotSaved, match="Bring the database up to date"):
        open_store(empty_url).check()


def test_the_reason_never_holds_what_a_patient_said(sqlite_file: Path, open_store: OpenStore) -> None:
    with pytest.raises(NotSaved) as told:
        open_store(f"sqlite:///{sqlite_file}").add_passed("secret-attempt", passed("secret-place"))

    causes = f"{told.value} {told.value.__cause__}"
    assert "secret" not in causes
