"""Figures about the whole clinic."""

from datetime import UTC, date, datetime, timedelta

from quiz_app.domain.board import Finished, Journey, OpenPoint
from quiz_app.domain.mastery import Outcome, Reason
from quiz_app.domain.overview import Hours, OpenCount, Week, overview_of

SUNDAY = date(2026, 11, 22)
MONDAY = datetime(2026, 11, 16, 8, tzinfo=UTC)


def _invited(at: datetime = MONDAY) -> Journey:
    return Journey(created_at=at, begun_at=None, finished=None, confirmed_at=None)


def _ready(hours: float) -> Journey:
    end = MONDAY + timedelta(hours=hours)
    finished = Finished(attempt="a", outcome=Outcome.READY_TO_CONFIRM, points=(), at=end)
    return Journey(created_at=MONDAY, begun_at=MONDAY, finished=finished, confirmed_at=None)


def _talk(objective: str, *, confirmed_at: datetime | None = None) -> Journey:
    point = OpenPoint(item="clot-one", objective=objective, reason=Reason.MISSED_TWICE)
    finished = Finished(attempt="a", outcome=Outcome.TALK_FIRST, points=(point,), at=MONDAY)
    return Journey(created_at=MONDAY, begun_at=MONDAY, finished=finished, confirmed_at=confirmed_at)


def test_each_week_begins_on_monday_and_the_last_is_the_one_of_today() -> None:
    found = overview_of([], today=SUNDAY, weeks=3)

    assert [week.begins for week in found.weeks] == [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]


def test_ten_are_shown_and_nine_are_hidden_like_none() -> None:
    week_before = MONDAY - timedelta(days=7)
    journeys = [_invited()] * 10 + [_invited(week_before)] * 9

    found = overview_of(journeys, today=SUNDAY, weeks=2)

    assert [week.invited for week in found.weeks] == [None, 10]
    assert [week.started for week in found.weeks] == [None, None]


def test_each_thing_counts_in_the_week_in_which_it_happened() -> None:
    found = overview_of([_ready(24 * 7)] * 10, today=date(2026, 11, 29), weeks=2)

    assert found.weeks == (
        Week(begins=date(2026, 11, 16), invited=10, started=10, finished=None, ready=None, confirmed=None),
        Week(begins=date(2026, 11, 23), invited=None, started=None, finished=10, ready=10, confirmed=None),
    )


def test_the_time_to_ready_is_a_median_with_quartiles_of_ten_or_more() -> None:
    nine = [_ready(hours) for hours in (1, 2, 3, 4, 5, 6, 7, 8, 9)]

    assert overview_of(nine, today=SUNDAY, weeks=1).hours_to_ready is None
    assert overview_of([*nine, _ready(10), _ready(11)], today=SUNDAY, weeks=1).hours_to_ready == Hours(
        patients=11, lower=3.5, median=6.0, upper=8.5
    )


def test_who_had_to_talk_is_ready_once_confirmed() -> None:
    confirmed = _talk("You know clots.", confirmed_at=MONDAY + timedelta(hours=3))

    found = overview_of([confirmed] * 10, today=SUNDAY, weeks=1)

    assert (found.weeks[0].ready, found.weeks[0].confirmed) == (10, 10)
    assert found.hours_to_ready == Hours(patients=10, lower=3.0, median=3.0, upper=3.0)


def test_open_points_are_counted_by_objective_and_rare_ones_are_left_out() -> None:
    journeys = [_talk("You know clots.")] * 11 + [_talk("You know rashes.")] * 12 + [_talk("You know fever.")] * 9

    assert overview_of(journeys, today=SUNDAY, weeks=1).open_points == (
        OpenCount(objective="You know rashes.", patients=12),
        OpenCount(objective="You know clots.", patients=11),
    )


def test_what_happened_before_the_first_week_plays_no_part() -> None:
    found = overview_of([_talk("You know clots."), _ready(1)] * 10, today=date(2026, 11, 29), weeks=1)

    assert (found.weeks[0].finished, found.hours_to_ready, found.open_points) == (None, None, ())
