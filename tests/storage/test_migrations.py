"""Migrations: the tables the code knows, all at once or not at all, with a copy of what was there."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, inspect

from quiz_app.storage import migrations
from quiz_app.storage.engines import open_engine
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.migrations import HEAD, revision, upgrade
from quiz_app.storage.store import SqlStore
from quiz_app.storage.tables import METADATA
from tests.storage.samples import opened

FOLDER = Path(migrations.__file__).parent


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    """A database without any table."""
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


def test_the_newest_revision_is_the_one_the_code_expects() -> None:
    config = Config(FOLDER / "alembic.ini")

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_migrated_database_has_exactly_the_tables_the_code_knows(engine: Engine) -> None:
    upgrade(engine)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, METADATA) == []


def test_an_empty_database_is_brought_up_to_date_without_a_copy(engine: Engine) -> None:
    assert revision(engine) != HEAD

    assert upgrade(engine) is None

    assert revision(engine) == HEAD


def test_a_database_that_is_up_to_date_is_left_alone(engine: Engine) -> None:
    upgrade(engine)
    said: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: said.append(told[2]))

    assert upgrade(engine) is None

    assert not [statement for statement in said if not statement.strip().startswith(("SELECT", "PRAGMA"))]


class _Stop(Exception):
    """Something went wrong in the middle."""


def test_a_migration_that_stops_anywhere_leaves_nothing(engine: Engine) -> None:
    stop_at = [10_000]
    seen = [0]

    def count(connection: Connection, cursor: object, statement: str, *more: object) -> None:
        if statement.strip().startswith(("CREATE", "INSERT", "UPDATE")):
            seen[0] += 1
            if seen[0] == stop_at[0]:
                raise _Stop

    event.listen(engine, "after_cursor_execute", count)
    for stop_at[0] in range(1, 100):
        seen[0] = 0
        try:
            upgrade(engine)
        except _Stop:
            with engine.connect() as connection:
                assert inspect(connection).get_table_names() == []
        else:
            break

    assert stop_at[0] > 25
    assert revision(engine) == HEAD


def test_a_sqlite_file_is_copied_before_it_is_brought_up_to_date(
    sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(open_engine(f"sqlite:///{sqlite_file}"))
    opened(store)
    store.close()
    _with_a_second_revision(sqlite_file.parent / "migrations", monkeypatch)
    engine = open_engine(f"sqlite:///{sqlite_file}")

    copy = upgrade(engine)

    with engine.connect() as connection:
        assert inspect(connection).has_table("second")
    engine.dispose()
    assert copy == Path(f"{sqlite_file}.before-0002")
    before = SqlStore(open_engine(f"sqlite:///{copy}"))
    assert before.record("one")
    before.close()


def test_an_earlier_copy_is_never_written_over(sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_a_second_revision(sqlite_file.parent / "migrations", monkeypatch)
    Path(f"{sqlite_file}.before-0002").write_text("an earlier copy")
    engine = open_engine(f"sqlite:///{sqlite_file}")

    copy = upgrade(engine)

    engine.dispose()
    assert copy == Path(f"{sqlite_file}.before-0002.2")
    assert Path(f"{sqlite_file}.before-0002").read_text() == "an earlier copy"


def _with_a_second_revision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that the code has a second revision."""
    shutil.copytree(FOLDER, folder)
    second = folder / "versions" / "0002_second.py"
    second.write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        "revision, down_revision, branch_labels, depends_on = '0002', '0001', None, None\n"
        "def upgrade():\n"
        "    op.create_table('second', sa.Column('id', sa.Integer))\n"
    )
    monkeypatch.setattr("quiz_app.storage.migrations.HEAD", "0002")
    monkeypatch.setattr("quiz_app.storage.migrations.revisions.FOLDER", folder)


def test_a_database_of_a_newer_version_is_refused(engine: Engine) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(NotSaved, match="newer version"):
        upgrade(engine)


def test_two_that_start_together_bring_a_database_up_to_date_once(empty_url: str) -> None:
    engines = [open_engine(empty_url) for _ in range(4)]

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(upgrade, engines))

    assert [revision(engine) for engine in engines] == [HEAD] * 4
    for engine in engines:
        engine.dispose()
