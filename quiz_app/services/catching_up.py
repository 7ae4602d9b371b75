"""Attempts that ended before conclusions were kept get theirs, once, after the database was brought up to date."""

from collections.abc import Iterator

from quiz_app.domain.progress import replay
from quiz_app.services.ports import Store
from quiz_app.services.taking import Sitting, concluded

_ALL = 1_000_000


def catch_up(store: Store) -> int:
    """Keep what is concluded from every attempt that reached its end; how many did.

    Doing it again changes nothing: with a step it knows, the store keeps a conclusion that is missing, but no second.
    """
    ended = 0
    for sitting in _sittings(store):
        last = max(sitting.record.passed, key=lambda passed: passed.at)
        finished = concluded(sitting, last.at)
        if finished:
            store.add_passed(sitting.attempt, last, finished)
            ended += 1
    return ended


def _sittings(store: Store) -> Iterator[Sitting]:
    for record in store.records(newest=_ALL):
        course = store.course(record.attempt.course)
        if course and record.passed:
            yield Sitting(course=course, record=record, progress=replay(course, record))
