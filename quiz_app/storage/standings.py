"""Where patients stand, in SQL: what domain/board.py and domain/confirmation.py say, for the whole clinic at once."""

from datetime import datetime

from sqlalchemy import ColumnElement, Subquery, and_, case, exists, func, null, or_, select

from quiz_app.domain.board import Asked, State
from quiz_app.domain.mastery import Outcome
from quiz_app.storage.folding import folded
from quiz_app.storage.tables import (
    confirmations,
    conversations,
    finished,
    invitations,
    passed,
    regraded,
    responses,
    withdrawals,
)

URGENCY = (State.TALK_FIRST, State.READY_TO_CONFIRM, State.IN_PROGRESS, State.NOT_STARTED, State.CONFIRMED)
"""The states in the order of the work list; in SQL a state is its place here."""

_NUMBER = {state: number for number, state in enumerate(URGENCY)}

_earlier = confirmations.alias("earlier")
_NEWEST_SIGNATURE = (
    select(func.max(_earlier.c.number)).where(_earlier.c.attempt == confirmations.c.attempt).scalar_subquery()
)
_NEWEST_TALK = (
    select(func.max(conversations.c.number)).where(conversations.c.attempt == confirmations.c.attempt).scalar_subquery()
)
_WITHDRAWN = exists().where(
    withdrawals.c.attempt == confirmations.c.attempt, withdrawals.c.confirmation == confirmations.c.number
)
_ANSWERED_SINCE = exists().where(responses.c.attempt == confirmations.c.attempt, responses.c.at > confirmations.c.at)

_STANDS = and_(
    confirmations.c.attempt == invitations.c.attempt,
    confirmations.c.number == _NEWEST_SIGNATURE,
    confirmations.c.conversation == _NEWEST_TALK,
    ~_WITHDRAWN,
    ~_ANSWERED_SINCE,
)

CONFIRMED_AT: ColumnElement[datetime | None] = select(confirmations.c.at).where(_STANDS).scalar_subquery()
"""When the newest confirmation was signed; null if a withdrawal, a later talk or a later answer undid it."""

BEGUN_AT: ColumnElement[datetime | None] = (
    select(func.min(passed.c.at)).where(passed.c.attempt == invitations.c.attempt).scalar_subquery()
)
"""When the patient went on for the first time."""

_BEGUN = exists().where(passed.c.attempt == invitations.c.attempt)

_again = regraded.alias("again")
_before = regraded.alias("before")
_NEWEST_CONCLUSION = (
    select(func.max(_before.c.number))
    .where(_before.c.attempt == _again.c.attempt, _before.c.outcome != Outcome.NOT_FINISHED.value)
    .scalar_subquery()
)

_concluded: ColumnElement[str | None] = func.coalesce(_again.c.outcome, finished.c.outcome)
OUTCOME = _concluded.label("outcome")
"""What was concluded at the end, or since then when answers were marked again; null before the end."""

POINTS: ColumnElement[str | None] = func.coalesce(_again.c.points, finished.c.points).label("points")
"""The points to talk about that belong to that outcome."""

_CORRECTED_SINCE = exists().where(
    regraded.c.attempt == confirmations.c.attempt, regraded.c.corrected_at > confirmations.c.at
)

LOOK_AGAIN: ColumnElement[bool] = exists().where(_STANDS, _CORRECTED_SINCE).label("look_again")
"""Whether a key was corrected, and an answer marked again by it, after the signature that stands."""

_STATE: ColumnElement[int] = case(
    (CONFIRMED_AT.is_not(null()), _NUMBER[State.CONFIRMED]),
    (_concluded == Outcome.TALK_FIRST.value, _NUMBER[State.TALK_FIRST]),
    (_concluded == Outcome.READY_TO_CONFIRM.value, _NUMBER[State.READY_TO_CONFIRM]),
    (_BEGUN, _NUMBER[State.IN_PROGRESS]),
    else_=_NUMBER[State.NOT_STARTED],
)

WITH_ENDS = invitations.outerjoin(finished, finished.c.attempt == invitations.c.attempt).outerjoin(
    _again, and_(_again.c.attempt == finished.c.attempt, _again.c.number == _NEWEST_CONCLUSION)
)
"""Invitations with what was concluded at the end and since, if their patients reached it."""


def listed(asked: Asked, *, now: datetime) -> Subquery:
    """Selector, infusion_on and state of every invitation on the list, whatever state is asked for.

    The offset keeps both databases from working out a state again wherever it is named.
    """
    usable = and_(invitations.c.revoked_at.is_(None), invitations.c.expires_at > now)
    every = (
        select(invitations.c.selector, invitations.c.infusion_on, _STATE.label("state"), usable.label("usable"))
        .select_from(WITH_ENDS)
        .where(*_filters(asked))
        .offset(0)
        .subquery("every")
    )
    on_the_list = or_(every.c.state != _NUMBER[State.NOT_STARTED], every.c.usable)
    return select(every.c.selector, every.c.infusion_on, every.c.state).where(on_the_list).subquery("listed")


def _filters(asked: Asked) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if search := folded(asked.search):
        begins = func.lower(invitations.c.selector).startswith(search, autoescape=True)
        filters.append(or_(begins, invitations.c.sought.contains(search, autoescape=True)))
    if asked.infusion_from:
        filters.append(invitations.c.infusion_on >= asked.infusion_from)
    if asked.infusion_to:
        filters.append(invitations.c.infusion_on <= asked.infusion_to)
    if asked.locale:
        filters.append(invitations.c.locale == asked.locale)
    if asked.course:
        filters.append(invitations.c.course == asked.course)
    return filters
