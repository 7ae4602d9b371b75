"""The database itself refuses to change or take away a fact."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from quiz_app.domain.access import AuditFact
from quiz_app.domain.attempt import Preference, Question
from quiz_app.storage.engines import open_engine
from quiz_app.storage.store import SqlStore
from quiz_app.storage.tables import APPEND_ONLY, METADATA
from tests.builders import NOON
from tests.storage.samples import (
    confirmation,
    conversation,
    finished,
    opened,
    paper,
    passed,
    refresher,
    regrade,
    regraded,
    release,
    response,
    withdrawal,
)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A database with at least one fact in every table of facts."""
    engine = open_engine(url)
    store = SqlStore(engine)
    opened(store)
    store.add_response("one", response())
    store.add_passed("one", passed(), finished())
    store.open_refresher(*refresher())
    opened(store, "on-paper")
    store.add_paper(paper("on-paper"), responses=(), passed=(), preferences=(), finished=None)
    store.add_conversation(conversation())
    store.add_confirmation(confirmation())
    store.add_withdrawal(withdrawal())
    store.add_release(release())
    store.add_regrades([regrade()], [regraded()])
    store.add_preference("one", Preference(name="text-size", value="22", at=NOON))
    store.add_question("one", Question(text="Why?", place="welcome", at=NOON))
    store.add_audit(AuditFact(at=NOON, actor="patient", action="open-attempt", subject="one"), str.upper)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_facts_are_neither_changed_nor_taken_away(engine: Engine, table: str) -> None:
    column = METADATA.tables[table].columns.keys()[-1]

    with engine.connect() as connection:
        before = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()

    for change in (f"UPDATE {table} SET {column} = 'changed'", f"DELETE FROM {table}"):
        with pytest.raises(IntegrityError, match="only ever added"), engine.begin() as connection:
            connection.exec_driver_sql(change)

    with engine.connect() as connection:
        after = connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE {column} <> 'changed'").scalar_one()
    assert 0 < before == after


def test_a_fact_is_not_replaced_by_inserting_over_it(engine: Engine) -> None:
    replace = "INSERT OR REPLACE INTO responses" if engine.dialect.name == "sqlite" else "INSERT INTO responses"
    over = "" if engine.dialect.name == "sqlite" else " ON CONFLICT (seq) DO UPDATE SET choice = 'changed'"
    row = "(seq, attempt, item, try_no, choice, at) VALUES (1, 'one', 'clot-one', 1, 'changed', '')"

    with pytest.raises(IntegrityError, match="only ever added"), engine.begin() as connection:
        connection.exec_driver_sql(f"{replace} {row}{over}")


@pytest.mark.postgres
def test_postgresql_does_not_empty_a_table_of_facts(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        return

    with pytest.raises(IntegrityError, match="only ever added"), engine.begin() as connection:
        connection.exec_driver_sql("TRUNCATE attempts CASCADE")
