"""What was acknowledged is kept: by many writers at once, and by a writer that is killed."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from quiz_app.storage.engines import open_engine
from quiz_app.storage.store import SqlStore
from quiz_app.storage.tables import proofs, responses
from tests.storage.samples import opened
from tests.storage.writing import PROCESSES, started_writer, told_before_the_end, write_many

OpenStore = Callable[[str], SqlStore]


def test_six_processes_writing_at_once_lose_nothing(url: str, open_store: OpenStore) -> None:
    store = open_store(url)
    opened(store)

    writers = [PROCESSES.Process(target=write_many, args=(url, f"w{number}", 60)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    record = store.record("one")
    assert [writer.exitcode for writer in writers] == [0] * 6
    assert record
    assert len(record.passed) == 360
    assert _scalar(url) == 360


def _scalar(url: str) -> int:
    engine = open_engine(url)
    with engine.connect() as connection:
        times: int = connection.execute(select(proofs.c.times)).scalar_one()
    engine.dispose()
    return times


def test_a_writer_killed_twenty_times_loses_nothing_it_acknowledged(url: str, open_store: OpenStore) -> None:
    store = open_store(url)
    opened(store)
    random = Random(7)  # noqa: S311 - when to kill is not a secret
    acknowledged: dict[str, list[int]] = {}

    for number in range(20):
        process, pipe = started_writer(url, f"item-{number}")
        told = [pipe.recv() for _ in range(random.randrange(1, 40))]
        process.kill()
        process.join()
        acknowledged[f"item-{number}"] = told + told_before_the_end(pipe)
        pipe.close()
        process.close()

    record = store.record("one")
    assert record
    turns = [each.turn for each in record.responses]
    kept = {item: sorted(turn.try_no for turn in turns if turn.item == item) for item in acknowledged}
    for item, told in acknowledged.items():
        assert kept[item][: len(told)] == told
        assert len(kept[item]) - len(told) in {0, 1}  # one may be kept and not yet told
    assert len(turns) == len(set(turns))
    assert _is_whole(url)


def _is_whole(url: str) -> bool:
    engine = open_engine(url)
    with engine.connect() as connection:
        count = connection.execute(select(func.count(), func.count(responses.c.seq.distinct()))).one()
        checked = engine.dialect.name != "sqlite" or connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    engine.dispose()
    return count[0] == count[1] and checked in {True, "ok"}


def test_a_copy_made_while_writers_write_holds_all_that_was_acknowledged_before(
    sqlite_file: Path, open_store: OpenStore, tmp_path: Path
) -> None:
    url = f"sqlite:///{sqlite_file}"
    opened(open_store(url))
    process, pipe = started_writer(url, "item")
    told = [pipe.recv() for _ in range(50)]

    copy = tmp_path / "copy.db"
    with sqlite3.connect(sqlite_file) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    connection.close()
    process.kill()
    process.join()
    process.close()
    pipe.close()

    record = open_store(f"sqlite:///{copy}").record("one")
    assert record
    assert [each.turn.try_no for each in record.responses][: len(told)] == told
