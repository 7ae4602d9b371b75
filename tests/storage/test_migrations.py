"""Migrations: the tables the code knows, all at once or not at all, with a copy of what was there."""

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, inspect

from quiz_app.domain.access import AuditFact, AuditLink
from quiz_app.domain.board import Asked, State
from quiz_app.storage import migrations
from quiz_app.storage.engines import open_engine
from quiz_app.storage.failures import NotSaved
from quiz_app.storage.migrations import HEAD, revision, upgrade
from quiz_app.storage.store import SqlStore
from quiz_app.storage.tables import METADATA
from tests.builders import NOON
from tests.storage.samples import COURSE, FORM, finished, invitation, opened, passed, response, visit

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
    for stop_at[0] in range(1, 200):
        seen[0] = 0
        try:
            upgrade(engine)
        except _Stop:
            with engine.connect() as connection:
                assert inspect(connection).get_table_names() == []
        else:
            break

    assert stop_at[0] > 40
    assert revision(engine) == HEAD


def test_a_sqlite_file_is_copied_before_it_is_brought_up_to_date(
    sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(open_engine(f"sqlite:///{sqlite_file}"))
    opened(store)
    store.close()
    _with_one_more_revision(sqlite_file.parent / "migrations", monkeypatch)
    engine = open_engine(f"sqlite:///{sqlite_file}")

    copy = upgrade(engine)

    with engine.connect() as connection:
        assert inspect(connection).has_table("further")
    engine.dispose()
    assert copy == Path(f"{sqlite_file}.before-9000")
    before = SqlStore(open_engine(f"sqlite:///{copy}"))
    assert before.record("one")
    before.close()


def test_an_earlier_copy_is_never_written_over(sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_one_more_revision(sqlite_file.parent / "migrations", monkeypatch)
    Path(f"{sqlite_file}.before-9000").write_text("an earlier copy")
    engine = open_engine(f"sqlite:///{sqlite_file}")

    copy = upgrade(engine)

    engine.dispose()
    assert copy == Path(f"{sqlite_file}.before-9000.2")
    assert Path(f"{sqlite_file}.before-9000").read_text() == "an earlier copy"


def _with_one_more_revision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that the code has one more revision."""
    shutil.copytree(FOLDER, folder)
    further = folder / "versions" / "9000_further.py"
    further.write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        f"revision, down_revision, branch_labels, depends_on = '9000', '{HEAD}', None, None\n"
        "def upgrade():\n"
        "    op.create_table('further', sa.Column('id', sa.Integer))\n"
    )
    monkeypatch.setattr("quiz_app.storage.migrations.HEAD", "9000")
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


def test_what_was_kept_by_the_first_version_is_still_there(empty_url: str) -> None:
    engine = open_engine(empty_url)
    _upgrade_to_the_first_revision(engine)
    with engine.begin() as connection:
        for statement in FIRST_ROWS:
            connection.exec_driver_sql(statement)

    copy = upgrade(engine)

    store = SqlStore(engine)
    assert (copy is not None) == (engine.dialect.name == "sqlite")
    record = store.record("one")
    assert record
    assert (record.responses, record.passed) == ((response(),), (passed(),))
    label = "Grüne TASSE"
    assert store.invitation("code-one") == invitation("code-one", attempt="one", label=label, locale="en")
    assert store.visit("cookie") == visit()
    fact = AuditFact(at=NOON, actor="patient", action="open-attempt", subject="one")
    assert list(store.audit_chain(after=0, most=9)) == [AuditLink(seq=1, fact=fact, seal="")]
    assert [line.label for line in store.work_list(Asked(search="grüne tasse"), now=NOON).lines] == [label]
    assert store.add_passed("one", passed(), finished()) is False  # the last step was kept before; its end was not
    assert store.work_list(Asked(), now=NOON).counts[State.TALK_FIRST] == 1
    store.close()


def _upgrade_to_the_first_revision(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")


def _first_row(table: str, **values: object) -> str:
    quoted = ", ".join(f"'{value}'" for value in values.values())
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({quoted})"


_NOON = NOON.isoformat(timespec="microseconds")
_LATER = (NOON + timedelta(days=30)).isoformat(timespec="microseconds")
_EVENING = (NOON + timedelta(hours=12)).isoformat(timespec="microseconds")
FIRST_ROWS = (
    _first_row("courses", fingerprint=COURSE.fingerprint, content="{}"),
    _first_row("forms", fingerprint=FORM.fingerprint, course=COURSE.fingerprint, content=FORM.model_dump_json()),
    _first_row(
        "attempts",
        id="one",
        course=COURSE.fingerprint,
        form=FORM.fingerprint,
        locale="en",
        origin="walk-in",
        opened_at=_NOON,
    ),
    _first_row("responses", attempt="one", item="clot-one", try_no=1, choice='["a"]', at=_NOON),
    _first_row("passed", attempt="one", place="welcome", at=_NOON),
    _first_row(
        "invitations",
        selector="code-one",
        verifier="sealed",
        link_hash="link-code-one",
        course="small",
        created_at=_NOON,
        expires_at=_LATER,
        attempt="one",
        label="Grüne TASSE",
    ),
    _first_row(
        "visits",
        token_hash="cookie",
        kind="staff",
        subject="id-ann",
        created_at=_NOON,
        expires_at=_EVENING,
        seen_at=_NOON,
    ),
    _first_row("audit", at=_NOON, actor="patient", action="open-attempt", subject="one"),
)
"""What a database of the first revision holds after one patient began."""
