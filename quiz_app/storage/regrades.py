"""Which keys were corrected, and which attempts were marked again, in the database."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping, Table, bindparam, func, select

from quiz_app.domain.attempt import Attempt
from quiz_app.domain.board import Finished, OpenPoint
from quiz_app.domain.form import Form
from quiz_app.domain.mastery import Outcome
from quiz_app.domain.regrade import Regrade
from quiz_app.domain.regraded import Marked, Regraded
from quiz_app.storage.facts import FACTS_OF_ANSWERED, FORMS_OF_COURSE, gather, regrade_of
from quiz_app.storage.shelf import Shelf
from quiz_app.storage.statements import insert_new
from quiz_app.storage.tables import attempts, finished, invitations, regraded, regrades, responses
from quiz_app.storage.transactions import Transactions

_VERSIONS = (
    select(attempts.c.course)
    .join(invitations, invitations.c.attempt == attempts.c.id)
    .where(invitations.c.course == bindparam("key"))
    .group_by(attempts.c.course)
    .order_by(func.min(attempts.c.seq))
)
_REGRADES = select(regrades.c.content).where(regrades.c.course == bindparam("key")).order_by(regrades.c.seq)
_REGRADED = select(regraded).where(regraded.c.attempt == bindparam("key")).order_by(regraded.c.number)
_ANSWERED = (
    select(responses.c.attempt)
    .join(attempts, attempts.c.id == responses.c.attempt)
    .where(attempts.c.course == bindparam("course"), responses.c.item == bindparam("item"))
)
_REGRADED_OF_ALL = (
    select(regraded).where(regraded.c.attempt.in_(_ANSWERED)).order_by(regraded.c.attempt, regraded.c.number)
)
_FINISHED_OF_ALL = select(finished).where(finished.c.attempt.in_(_ANSWERED))


class _Taken(Exception):
    """Somebody else kept a fact of the same number first."""


class SqlRegrades:
    """Keeps corrections of keys, and reads whom they concern."""

    _transactions: Transactions
    _forms: Shelf[Form]

    def versions_met(self, course_id: str) -> Sequence[str]:
        """The versions of a course that patients were invited to and began, in the order they were first met."""
        with self._transactions.reading() as connection:
            return connection.scalars(_VERSIONS, {"key": course_id}).all()

    def regrades(self, fingerprint: str) -> Sequence[Regrade]:
        """Every correction of a key of that version, in the order they came."""
        with self._transactions.reading() as connection:
            return [regrade_of(content) for content in connection.scalars(_REGRADES, {"key": fingerprint})]

    def regraded(self, attempt_id: str) -> Sequence[Regraded]:
        """How often an attempt was marked again, in order."""
        with self._transactions.reading() as connection:
            return [_regraded(row) for row in connection.execute(_REGRADED, {"key": attempt_id}).mappings()]

    def marked(self, fingerprint: str, item: str) -> Sequence[Marked]:
        """Every attempt on that version that answered the item, in the order they were opened; in four queries."""
        about = {"course": fingerprint, "item": item}
        with self._transactions.reading() as connection:
            # What is concluded is read before the answers: a conclusion never knows less than what it is held against.
            again: defaultdict[str, list[Regraded]] = defaultdict(list)
            for row in connection.execute(_REGRADED_OF_ALL, about).mappings():
                again[row["attempt"]].append(_regraded(row))
            ends = {row["attempt"]: _finished(row) for row in connection.execute(_FINISHED_OF_ALL, about).mappings()}
            opened, found = gather(connection.execute(FACTS_OF_ANSWERED, about))
            forms = self._forms_over(connection, fingerprint, opened)
        return [
            Marked(
                record=found[attempt.id].record(attempt, forms[attempt.form]),
                ended=ends.get(attempt.id),
                regraded=tuple(again[attempt.id]),
            )
            for attempt in opened
        ]

    def _forms_over(self, connection: Connection, fingerprint: str, opened: Sequence[Attempt]) -> Mapping[str, Form]:
        """The forms of these attempts on one version; those not at hand in one query."""
        wanted = {attempt.form for attempt in opened}
        at_hand = {name: form for name in wanted if (form := self._forms.get(name))}
        if len(at_hand) < len(wanted):
            for name, content in connection.execute(FORMS_OF_COURSE, {"course": fingerprint}):
                if name in wanted and name not in at_hand:
                    at_hand[name] = Form.model_validate_json(content)
        return at_hand

    def add_regrades(self, corrections: Sequence[Regrade], again: Sequence[Regraded]) -> bool:
        """Keep corrections and what they did, together; False, and nothing is kept, if one number is taken."""
        try:
            with self._transactions.writing() as connection:
                self._keep_all(connection, regrades, [_correction_row(each) for each in corrections])
                self._keep_all(connection, regraded, [_regraded_row(each) for each in again])
        except _Taken:
            return False
        return True

    def _keep_all(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows and connection.execute(insert_new(table, self._transactions.dialect), rows).rowcount != len(rows):
            raise _Taken


def _correction_row(correction: Regrade) -> dict[str, object]:
    row = correction.model_dump(include={"course", "item", "number", "live", "at"})
    return row | {"content": correction.model_dump_json()}


def _regraded_row(again: Regraded) -> dict[str, object]:
    points = json.dumps([point.model_dump(mode="json") for point in again.points], ensure_ascii=False)
    return again.model_dump(exclude={"points"}) | {"points": points}


def _regraded(row: RowMapping) -> Regraded:
    return Regraded.model_validate(dict(row) | {"points": _points(row["points"])})


def _finished(row: RowMapping) -> Finished:
    outcome = Outcome(row["outcome"])
    return Finished(attempt=row["attempt"], outcome=outcome, points=_points(row["points"]), at=row["at"])


def _points(content: str) -> tuple[OpenPoint, ...]:
    return tuple(OpenPoint.model_validate(point) for point in json.loads(content))
