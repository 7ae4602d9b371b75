"""Two clicks that are meant as one make one thing."""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

DOUBLE_CLICK = 0.3  # seconds between two clicks that are meant as one


class Once:
    """Keeps what a press made until its page is drawn, and a moment longer, so that a double click gets the same."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[str, ...], str] = {}
        self._begun: float | None = None
        self._over = -math.inf

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Around each drawing of the page: a second click waits for it, however long a busy machine needs."""
        self._begun = time.monotonic()
        try:
            yield
        finally:
            self._begun = None
            if self._over == math.inf:
                self._over = time.monotonic()

    def make(self, press: tuple[str, ...], maker: Callable[[], str]) -> str:
        """What this press made; a second press of the same within that moment makes nothing."""
        with self._lock:
            pressed = time.monotonic() if self._begun is None else self._begun
            if press in self._made and pressed - self._over < DOUBLE_CLICK:
                return self._made[press]
            self._made = {press: maker()}
            self._over = math.inf
            return self._made[press]
