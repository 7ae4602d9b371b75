"""Answers for the whole clinic, in the database: the work list and the journeys."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    RowMapping,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    Subquery,
    Table,
    bindparam,
    collate,
    func,
    select,
)

from quiz_app.domain.board import PAGE, Asked, Finished, Journey, Line, OpenPoint, WorkList
from quiz_app.domain.mastery import Outcome
from quiz_app.storage.standings import (
    BEGUN_AT,
    CONFIRMED_AT,
    LOOK_AGAIN,
    OUTCOME,
    POINTS,
    URGENCY,
    WITH_ENDS,
    listed,
)
from quiz_app.storage.tables import attempts, finished, invitations, passed, questions, responses
from quiz_app.storage.transactions import Transactions

LAST_PAGE = 1_000_000


def _of_the_attempt(value: SQLColumnExpression[object], table: Table) -> ScalarSelect[object]:
    return select(value).where(table.c.attempt == invitations.c.attempt).scalar_subquery()


_ABOUT_THE_ATTEMPT = (
    attempts.c.opened_at,
    POINTS,
    LOOK_AGAIN,
    _of_the_attempt(func.count(responses.c.item.distinct()), responses).label("answered"),
    _of_the_attempt(func.count(), questions).label("questions"),
    _of_the_attempt(func.max(responses.c.at), responses).label("answered_at"),
    _of_the_attempt(func.max(passed.c.at), passed).label("passed_at"),
)

_JOURNEYS = (
    select(
        invitations.c.created_at,
        invitations.c.attempt,
        BEGUN_AT.label("begun_at"),
        CONFIRMED_AT.label("confirmed_at"),
        OUTCOME,
        POINTS,
        finished.c.at,
    )
    .select_from(WITH_ENDS)
    .where(invitations.c.created_at >= bindparam("since"))
    .order_by(invitations.c.created_at, invitations.c.selector)
)


class SqlBoard:
    """Reads one page of the work list in two queries, and all journeys in one."""

    _transactions: Transactions

    def work_list(self, asked: Asked, *, now: datetime) -> WorkList:
        """One page of invitations, the most urgent first, and the counts of all states."""
        found = listed(asked, now=now)
        counting = select(found.c.state, func.count()).group_by(found.c.state)
        with self._transactions.reading() as connection:
            counted: dict[int, int] = dict(connection.execute(counting).all())
            rows = connection.execute(_page(found, asked, dialect=self._transactions.dialect)).mappings().all()
        counts = {state: counted.get(place, 0) for place, state in enumerate(URGENCY)}
        return WorkList(lines=tuple(_line(row) for row in rows), counts=counts)

    def journeys(self, *, since: datetime) -> Sequence[Journey]:
        """The moments of every patient invited since then, in the order they were invited."""
        with self._transactions.reading() as connection:
            rows = connection.execute(_JOURNEYS, {"since": since}).mappings().all()
        return [_journey(row) for row in rows]


def _page(found: Subquery, asked: Asked, *, dialect: str) -> Select[*tuple[object, ...]]:
    """The invitations of one page; what is counted for each is counted for these only."""
    chosen = select(found.c.selector, found.c.state)
    if asked.state:
        chosen = chosen.where(found.c.state == URGENCY.index(asked.state))
    first = PAGE * min(max(asked.page, 0), LAST_PAGE)
    page = chosen.order_by(*_order(found, found, dialect=dialect)).limit(PAGE).offset(first).subquery("page")
    return (
        select(invitations, page.c.state, *_ABOUT_THE_ATTEMPT)
        .select_from(WITH_ENDS.join(page, page.c.selector == invitations.c.selector))
        .outerjoin(attempts, attempts.c.id == invitations.c.attempt)
        .order_by(*_order(invitations, page, dialect=dialect))
    )


def _order(days: Table | Subquery, states: Subquery, *, dialect: str) -> Sequence[SQLColumnExpression[object]]:
    selector = collate(states.c.selector, "C") if dialect == "postgresql" else states.c.selector
    return days.c.infusion_on.is_(None), days.c.infusion_on, states.c.state, selector


def _line(row: RowMapping) -> Line:
    times = [row["answered_at"], row["passed_at"]]
    return Line(
        selector=row["selector"],
        label=row["label"],
        course=row["course"],
        locale=row["locale"],
        infusion_on=row["infusion_on"],
        expires_at=row["expires_at"],
        revoked_at=row["revoked_at"],
        attempt=row["attempt"],
        state=URGENCY[row["state"]],
        answered=row["answered"],
        questions=row["questions"],
        points=_points(row["points"]),
        last_at=max(filter(None, times), default=row["opened_at"] or row["created_at"]),
        look_again=row["look_again"],
    )


def _journey(row: RowMapping) -> Journey:
    end = None
    if row["attempt"] and row["outcome"]:
        outcome, points = Outcome(row["outcome"]), _points(row["points"])
        end = Finished(attempt=row["attempt"], outcome=outcome, points=points, at=row["at"])
    return Journey(
        created_at=row["created_at"], begun_at=row["begun_at"], finished=end, confirmed_at=row["confirmed_at"]
    )


def _points(content: str | None) -> tuple[OpenPoint, ...]:
    return tuple(OpenPoint.model_validate(point) for point in json.loads(content)) if content else ()
