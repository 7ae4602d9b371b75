"""What patients answered, for figures about questions: one row for each patient, gathered by the database."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection, ScalarSelect, bindparam, func, literal, select

from quiz_app.domain.attempt import Origin, Sureness
from quiz_app.domain.statistics.answers import PATIENTS, Answers, Given, Sheet, gather
from quiz_app.storage.tables import attempts, responses
from quiz_app.storage.transactions import Transactions

_BETWEEN_ANSWERS = "\x1e"
_BETWEEN_PARTS = "\x1f"
_AT_ONCE = 1000
_ORIGINS = tuple(origin.value for origin in PATIENTS)

_REAL = select(literal(1)).where(attempts.c.origin.in_(_ORIGINS)).limit(1)


def _answers_of_the_attempt() -> ScalarSelect[str]:
    """Every first answer of an attempt in the order it came: item, choice and sureness; control characters between.

    Names of items hold no control characters, and JSON escapes them.
    """
    parts = responses.c.item + _BETWEEN_PARTS + responses.c.choice + _BETWEEN_PARTS
    ordered = (
        select((parts + func.coalesce(responses.c.sureness, "")).label("answer"))
        .where(responses.c.attempt == attempts.c.id, responses.c.try_no == 1)
        .order_by(responses.c.seq)
        .correlate(attempts)
        .subquery()
    )
    return select(func.aggregate_strings(ordered.c.answer, _BETWEEN_ANSWERS)).scalar_subquery()


_SHEETS = (
    select(attempts.c.course, attempts.c.opened_at, attempts.c.origin, _answers_of_the_attempt().label("answers"))
    .where(
        attempts.c.course.in_(bindparam("versions", expanding=True)),
        attempts.c.origin.in_(bindparam("origins", expanding=True)),
    )
    .order_by(attempts.c.seq)
)


class SqlTallies:
    """Reads the answers of all patients who met some versions, in two queries."""

    _transactions: Transactions

    def answers(self, versions: Sequence[str]) -> Answers:
        """The first attempts of real patients on these versions; of simulated ones while there is no real one."""
        with self._transactions.reading() as connection:
            simulated = connection.scalar(_REAL) is None
            origins = (Origin.SIMULATED.value,) if simulated else _ORIGINS
            sheets = _sheets(connection, versions, origins)
            return gather(sheets, _given, simulated=simulated)


def _sheets(connection: Connection, versions: Sequence[str], origins: Sequence[str]) -> Iterator[Sheet[str]]:
    about = {"versions": list(versions), "origins": list(origins)}
    rows = connection.execute(_SHEETS, about).yield_per(_AT_ONCE)
    for course, opened_at, origin, answers in rows:
        if answers:
            yield _sheet(course, opened_at, origin, answers)


def _sheet(course: str, opened_at: datetime, origin: str, answers: str) -> Sheet[str]:
    return Sheet(course, opened_at, origin == Origin.PAPER, answers.split(_BETWEEN_ANSWERS))


def _given(course: str, key: str) -> Given:
    item, choice, sureness = key.split(_BETWEEN_PARTS)
    return Given(course, item, tuple(json.loads(choice)), Sureness(sureness) if sureness else None)
