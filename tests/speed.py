"""Time as a ratio, so that a slow or busy machine judges as a fast and idle one does."""

import time
from collections.abc import Callable

ROUNDS = 5


def times_as_long(work: Callable[[], object], yardstick: Callable[[], object]) -> float:
    """How many times the processor time of the yardstick the work takes: the best of some rounds of each, in turn."""
    rounds = [(_seconds(work), _seconds(yardstick)) for _ in range(ROUNDS)]
    return min(took for took, _ in rounds) / min(measure for _, measure in rounds)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
