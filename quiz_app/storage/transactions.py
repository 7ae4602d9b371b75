"""Reading and writing, each as one unit: a fact is kept whole or not at all, and writers go in the order they came."""

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext

from sqlalchemy import Connection, Delete, Engine, Insert, Update

from quiz_app.storage.engines import BEGIN
from quiz_app.storage.failures import TOO_BUSY, NotSaved, told_plainly

QUEUE_SECONDS = 10.0


class Turnstile:
    """Lets one thread in at a time, strictly in the order they came; SQLite itself lets them race and starve."""

    def __init__(self, *, seconds: float = QUEUE_SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One turn; raises NotSaved when it does not come in time."""
        self._enter()
        try:
            yield
        finally:
            self._leave()

    def _enter(self) -> None:
        with self._lock:
            if not self._taken:
                self._taken = True
                return
            gate = threading.Lock()
            gate.acquire()
            self._waiting.append(gate)
        if not gate.acquire(timeout=self._seconds):
            self._give_up(gate)

    def _give_up(self, gate: threading.Lock) -> None:
        with self._lock:
            if gate not in self._waiting:
                return  # the turn came at the last moment
            self._waiting.remove(gate)
        raise NotSaved(TOO_BUSY)

    def _leave(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


class Transactions:
    """The three ways to use the database; every failure is NotSaved with its reason."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._turnstile = Turnstile()
        lone = {BEGIN: ""} if self._is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._reads = engine.execution_options(**lone)
        self._lone_writes = engine if self._is_sqlite else self._reads

    @property
    def dialect(self) -> str:
        """sqlite or postgresql."""
        return self._engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reads; each statement sees one moment."""
        with told_plainly(), self._reads.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or leaves nothing."""
        with told_plainly(), self._turn(), self._engine.begin() as connection:
            yield connection

    def write(self, statement: Insert | Update | Delete, values: Mapping[str, object]) -> int:
        """Commit one statement; the number of rows it wrote."""
        with told_plainly(), self._turn(), self._lone_writes.begin() as connection:
            return connection.execute(statement, values).rowcount

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _turn(self) -> AbstractContextManager[None]:
        return self._turnstile.turn() if self._is_sqlite else nullcontext()
