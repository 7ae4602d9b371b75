"""How databases are opened: safely, privately, and refusing what cannot be trusted."""

import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from quiz_app.storage.engines import open_engine
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.mounts import network_file_system
from quiz_app.storage.store import SqlStore
from quiz_app.storage.transactions import Turnstile
from tests.postgres import Cluster

MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/homes /home nfs4 rw 0 0
/dev/vdb /home/clinic\\040data ext4 rw 0 0
//box/share /mnt/share cifs rw 0 0
ann@host: /mnt/ssh fuse.sshfs rw 0 0
/dev/vdc /mnt/disk fuseblk rw 0 0
"""


def _setting(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_every_sqlite_connection_survives_a_power_cut_and_leaves_no_residue(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'quiz.db'}")
    connections = [engine.connect() for _ in range(20)]

    for connection in connections:
        assert _setting(connection, "journal_mode") == "wal"
        assert _setting(connection, "synchronous") == 2  # FULL
        assert _setting(connection, "foreign_keys") == 1
        assert _setting(connection, "secure_delete") == 1
        assert _setting(connection, "recursive_triggers") == 1
        assert _setting(connection, "busy_timeout") == 3000
        connection.rollback()

    for connection in connections:
        connection.close()
    engine.dispose()


def test_a_sqlite_transaction_begins_by_taking_the_lock(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'quiz.db'}")
    said: list[str] = []
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        assert driver
        driver.set_trace_callback(said.append)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")

    assert said[-3:] == ["BEGIN IMMEDIATE", "CREATE TABLE t (x)", "COMMIT"]
    engine.dispose()


def test_the_database_file_belongs_to_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "quiz.db"

    open_engine(f"sqlite:///{file}").dispose()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["with space.db", "100%.db", "what?.db", "a#b.db"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    engine = open_engine(f"sqlite:///{str(tmp_path / name).replace('%', '%25').replace('?', '%3F')}")

    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")

    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("url", ["", "quiz.db", "sqlite://", "sqlite:///:memory:", "mysql://host/quiz"])
def test_a_url_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(NotSaved, match="database URL"):
        open_engine(url)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/quiz.db", None),
        ("/home/ann/quiz.db", "nfs4"),
        ("/home/clinic data/quiz.db", None),
        ("/mnt/share/quiz.db", "cifs"),
        ("/mnt/ssh/quiz.db", "fuse.sshfs"),
        ("/mnt/disk/quiz.db", None),
        ("/mnt/shared/quiz.db", None),
    ],
)
def test_a_network_file_system_is_known_by_its_mount(path: str, kind: str | None) -> None:
    assert network_file_system(Path(path), MOUNTS) == kind


def test_sqlite_on_a_network_file_system_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("quiz_app.storage.mounts.MOUNTS", mounts)

    with pytest.raises(NotSaved, match=r"network file system \(nfs4\)"):
        open_engine(f"sqlite:///{tmp_path / 'quiz.db'}")

    assert not (tmp_path / "quiz.db").exists()


@pytest.mark.postgres
def test_a_postgresql_session_is_durable_and_never_waits_for_ever(postgres: Cluster) -> None:
    engine = open_engine(postgres.url("postgres"))

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
        assert connection.exec_driver_sql("SHOW fsync").scalar() == "on"
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "10s"
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "3s"

    engine.dispose()


def test_writers_go_in_the_order_they_came() -> None:
    turnstile, order = Turnstile(), list[int]()

    def write(number: int) -> None:
        with turnstile.turn():
            order.append(number)

    with turnstile.turn():
        writers = [threading.Thread(target=write, args=(number,)) for number in range(10)]
        for writer in writers:
            writer.start()
            time.sleep(0.01)
    for writer in writers:
        writer.join()

    assert order == list(range(10))


def test_a_writer_that_waits_too_long_is_told_and_the_next_goes_on() -> None:
    turnstile = Turnstile(seconds=0.05)

    with turnstile.turn(), pytest.raises(NotSaved, match="too busy"), turnstile.turn():
        pass

    with turnstile.turn():
        pass


def test_a_store_can_be_used_by_more_threads_than_it_has_connections(
    url: str, open_store: Callable[[str], SqlStore]
) -> None:
    store = open_store(url)

    readers = [threading.Thread(target=lambda: [store.record("none") for _ in range(5)]) for _ in range(60)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    store.check()
