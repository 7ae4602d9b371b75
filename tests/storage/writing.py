"""What other processes do in these tests: write until they are done, or killed."""

from contextlib import suppress
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from quiz_app.storage.engines import open_engine
from quiz_app.storage.store import SqlStore
from tests.storage.samples import passed, response

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.storage.writing"])


def write_many(url: str, name: str, number: int) -> None:
    """Add a number of facts to attempt one, and count each of them in the check."""
    store = SqlStore(open_engine(url))
    for place in range(number):
        assert store.add_passed("one", passed(f"{name}/{place}"))
        store.check()
    store.close()


def answer_for_ever(url: str, name: str, acknowledged: Connection) -> None:
    """Answer item after item, and tell each one only after the store has kept it."""
    store = SqlStore(open_engine(url))
    for try_no in count(1):
        if store.add_response("one", response(name, try_no)):
            acknowledged.send(try_no)


def started_writer(url: str, name: str) -> tuple[BaseProcess, Connection]:
    """A process that answers for ever, and where it tells what was kept."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=answer_for_ever, args=(url, name, there), daemon=True)
    process.start()
    there.close()
    return process, here


def told_before_the_end(acknowledged: Connection) -> list[int]:
    """What a killed process had told and nobody had read yet."""
    told: list[int] = []
    with suppress(EOFError, OSError):
        while True:
            told.append(acknowledged.recv())
    return told
