"""A PostgreSQL that cannot keep a fact says so and why, and the store goes on once it can."""

from collections.abc import Callable

import pytest

from quiz_app.domain.attempt import NotSaved
from quiz_app.storage.engines import open_engine
from quiz_app.storage.migrations import upgrade
from quiz_app.storage.store import SqlStore
from tests.postgres import Cluster
from tests.storage.samples import opened, passed, places, response

OpenStore = Callable[[str], SqlStore]

pytestmark = pytest.mark.postgres


def test_a_postgresql_that_crashes_is_told_and_writing_goes_on_once_it_is_back(
    postgres: Cluster, migrated_database: str, open_store: OpenStore
) -> None:
    url = postgres.url(postgres.new_database(like=migrated_database))
    store = open_store(url)
    opened(store)
    store.add_passed("one", passed("before"))

    postgres.stop("immediate")
    try:
        with pytest.raises(NotSaved, match="cannot be reached"):
            store.add_passed("one", passed("meanwhile"))
        with pytest.raises(NotSaved, match="cannot be reached"):
            store.record("one")
    finally:
        postgres.start()

    assert places(store) == ["before"]
    assert store.add_passed("one", passed("after"))


def test_a_postgresql_that_can_only_be_read_is_told(
    postgres: Cluster, migrated_database: str, open_store: OpenStore
) -> None:
    name = postgres.new_database(like=migrated_database)
    engine = open_engine(postgres.url(name))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    engine.dispose()

    with pytest.raises(NotSaved, match="can only be read"):
        open_store(postgres.url(name)).check()


def test_a_locked_postgresql_table_is_told_in_a_few_seconds(
    postgres: Cluster, migrated_database: str, open_store: OpenStore
) -> None:
    url = postgres.url(postgres.new_database(like=migrated_database))
    store = open_store(url)
    opened(store)
    engine = open_engine(url)

    with engine.begin() as other:
        other.exec_driver_sql("LOCK TABLE responses")
        with pytest.raises(NotSaved, match="locked by another program"):
            store.add_response("one", response())

    engine.dispose()
    assert store.add_response("one", response())


@pytest.mark.parametrize("place", ["there is no such database", "there is no such server"])
def test_a_wrong_postgresql_url_is_told(postgres: Cluster, place: str) -> None:
    url = postgres.url("nothing") if place.endswith("database") else "postgresql://localhost:1/quiz"
    engine = open_engine(url)

    with pytest.raises(NotSaved, match="cannot be reached"):
        upgrade(engine)

    engine.dispose()


def test_characters_postgresql_cannot_keep_are_told(
    postgres: Cluster, migrated_database: str, open_store: OpenStore
) -> None:
    store = open_store(postgres.url(postgres.new_database(like=migrated_database)))
    opened(store)

    with pytest.raises(NotSaved, match="characters"):
        store.add_passed("one", passed("nul \x00"))
