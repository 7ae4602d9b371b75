"""Figures about the whole clinic: what happened by week, how long it took, what was open. Small counts stay hidden."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from statistics import quantiles

from quiz_app.domain.board import Journey
from quiz_app.domain.form import Frozen
from quiz_app.domain.mastery import Outcome

SMALLEST = 10
"""Counts below this are hidden, zero included, so that nothing can be inferred by subtraction."""

Shown = int | None


class Week(Frozen):
    """What happened in one week, which begins on a Monday; a hidden count is None."""

    begins: date
    invited: Shown
    started: Shown
    finished: Shown
    ready: Shown
    confirmed: Shown


class Hours(Frozen):
    """Hours from invitation to ready, over that many patients: the middle one, and the middle half."""

    patients: int
    lower: float
    median: float
    upper: float


class OpenCount(Frozen):
    """How many patients ended with a point to talk about."""

    objective: str
    patients: Shown


class Overview(Frozen):
    """The whole clinic over some weeks, the oldest week first; simulated patients are counted like others.

    hours_to_ready: of those who became ready in these weeks; None below ten of them. open_points: of those who finished
    in these weeks, the most frequent first; an objective below ten is left out, or it would say: one to nine.
    """

    weeks: tuple[Week, ...]
    hours_to_ready: Hours | None
    open_points: tuple[OpenCount, ...]


def overview_of(journeys: Sequence[Journey], *, today: date, weeks: int) -> Overview:
    """Count journeys by the week in which each thing happened; the week of today is the last."""
    last = monday(today)
    begins = [last - timedelta(weeks=ago) for ago in range(weeks - 1, -1, -1)]
    return Overview(
        weeks=tuple(_week(begin, journeys) for begin in begins),
        hours_to_ready=_hours(journeys, begins),
        open_points=_open(journeys, begins),
    )


def monday(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def ready_at(journey: Journey) -> datetime | None:
    """When nothing was left to talk about: finished that way, or confirmed by a nurse."""
    if journey.finished and journey.finished.outcome is Outcome.READY_TO_CONFIRM:
        return journey.finished.at
    return journey.confirmed_at


def shown(count: int) -> Shown:
    """The count if it is large enough to say nothing about one person."""
    return count if count >= SMALLEST else None


def _week(begins: date, journeys: Sequence[Journey]) -> Week:
    def happened(moments: Sequence[datetime | None]) -> Shown:
        return shown(sum(moment is not None and monday(moment.date()) == begins for moment in moments))

    return Week(
        begins=begins,
        invited=happened([journey.created_at for journey in journeys]),
        started=happened([journey.begun_at for journey in journeys]),
        finished=happened([journey.finished.at if journey.finished else None for journey in journeys]),
        ready=happened([ready_at(journey) for journey in journeys]),
        confirmed=happened([journey.confirmed_at for journey in journeys]),
    )


def _hours(journeys: Sequence[Journey], begins: Collection[date]) -> Hours | None:
    waits = [
        (ready - journey.created_at) / timedelta(hours=1)
        for journey in journeys
        if (ready := ready_at(journey)) and monday(ready.date()) in begins
    ]
    if len(waits) < SMALLEST:
        return None
    lower, median, upper = quantiles(waits, n=4, method="inclusive")
    return Hours(patients=len(waits), lower=lower, median=median, upper=upper)


def _open(journeys: Sequence[Journey], begins: Collection[date]) -> tuple[OpenCount, ...]:
    counts = Counter(
        objective
        for journey in journeys
        if journey.finished and monday(journey.finished.at.date()) in begins
        for objective in {point.objective for point in journey.finished.points}
    )
    often = sorted((-count, objective) for objective, count in counts.items() if shown(count))
    return tuple(OpenCount(objective=objective, patients=-count) for count, objective in often)
