"""Values that were read before and can never change, kept at hand; the oldest go first."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Shelf(Generic[Value]):
    """A bounded place for immutable values by fingerprint; safe for threads, one per store."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._values: OrderedDict[str, Value] = OrderedDict()

    def get(self, fingerprint: str) -> Value | None:
        """The value of that fingerprint, if it is at hand."""
        with self._lock:
            value = self._values.get(fingerprint)
            if value is not None:
                self._values.move_to_end(fingerprint)
            return value

    def put(self, fingerprint: str, value: Value) -> None:
        """Keep a value at hand; the one unused for longest makes room."""
        with self._lock:
            self._values[fingerprint] = value
            self._values.move_to_end(fingerprint)
            if len(self._values) > self._room:
                self._values.popitem(last=False)
