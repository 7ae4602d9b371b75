"""What patients answered, in memory: the plain reading of what the database gathers in SQL."""

import threading
from collections.abc import Iterable, Sequence

from quiz_app.domain.attempt import Origin, Record
from quiz_app.domain.statistics.answers import PATIENTS, Answers, Given, Sheet, gather


class MemoryTallies:
    """Looks at every record."""

    _lock: threading.RLock
    _records: dict[str, Record]

    def answers(self, versions: Sequence[str]) -> Answers:
        """The first attempts of real patients on these versions; of simulated ones while there is no real one."""
        with self._lock:
            simulated = all(record.attempt.origin not in PATIENTS for record in self._records.values())
            origins = (Origin.SIMULATED,) if simulated else PATIENTS
            chosen = [
                record
                for record in self._records.values()
                if record.attempt.course in versions and record.attempt.origin in origins and record.responses
            ]
            return gather(map(_sheet, chosen), lambda _, given: given, simulated=simulated)


def _sheet(record: Record) -> Sheet[Given]:
    return Sheet(
        course=record.attempt.course,
        opened_at=record.attempt.opened_at,
        on_paper=record.attempt.origin is Origin.PAPER,
        keys=list(_given(record)),
    )


def _given(record: Record) -> Iterable[Given]:
    for response in record.responses:
        if response.turn.try_no == 1:
            yield Given(record.attempt.course, response.turn.item, response.choice, response.sureness)
