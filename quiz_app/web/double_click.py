"""Two clicks that are meant as one make one thing."""

import threading
import time
from collections.abc import Callable

DOUBLE_CLICK = 0.3  # seconds between two clicks that are meant as one


class Once:
    """Keeps what a press made for a moment, so that a double click gets the same instead of another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[str, ...], tuple[float, str]] = {}

    def make(self, press: tuple[str, ...], maker: Callable[[], str]) -> str:
        """What this press made; a second press of the same within that moment makes nothing."""
        with self._lock:
            at, made = self._made.get(press, (-DOUBLE_CLICK, ""))
            if time.monotonic() - at < DOUBLE_CLICK:
                return made
            fresh = maker()
            self._made = {press: (time.monotonic(), fresh)}
            return fresh
