"""A second click belongs to the first while its page is drawn and a moment longer, on a slow machine too."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import count

import pytest

from quiz_app.web import double_click
from quiz_app.web.double_click import Once

PRESS = ("add", "ana")


class Clock:
    """A clock that goes when it is told to."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(double_click, "time", clock)
    return clock


@pytest.fixture
def numbers() -> Iterator[int]:
    return count(1)


def _pressed(once: Once, numbers: Iterator[int], clock: Clock, *, needs: float = 0.0) -> str:
    """What a page shows on which this was pressed, and which is drawn in this many seconds."""
    with once.drawing():
        clock.now += needs / 2
        made = once.make(PRESS, lambda: str(next(numbers)))
        clock.now += needs / 2
    return made


def test_the_second_of_two_clicks_gets_what_the_first_made(clock: Clock, numbers: Iterator[int]) -> None:
    once = Once()

    assert [_pressed(once, numbers, clock) for _ in range(3)] == ["1", "1", "1"]


def test_a_page_that_takes_five_seconds_to_draw_makes_no_second_thing(clock: Clock, numbers: Iterator[int]) -> None:
    once = Once()

    assert [_pressed(once, numbers, clock, needs=5) for _ in range(2)] == ["1", "1"]


def test_a_click_in_a_callback_waits_for_the_page_too(clock: Clock, numbers: Iterator[int]) -> None:
    once = Once()
    first = once.make(PRESS, lambda: str(next(numbers)))
    with once.drawing():
        clock.now += 5

    assert once.make(PRESS, lambda: str(next(numbers))) == first


def test_a_page_that_is_cut_short_by_the_second_click_counts_as_drawn(clock: Clock, numbers: Iterator[int]) -> None:
    once = Once()
    with suppress(KeyError), once.drawing():
        once.make(PRESS, lambda: str(next(numbers)))
        raise KeyError

    assert _pressed(once, numbers, clock) == "1"


def test_a_later_press_makes_another(clock: Clock, numbers: Iterator[int]) -> None:
    once = Once()
    _pressed(once, numbers, clock)
    clock.now += 2 * double_click.DOUBLE_CLICK

    assert _pressed(once, numbers, clock) == "2"


def test_something_else_is_made_at_once(clock: Clock, numbers: Iterator[int]) -> None:
    once = Once()
    _pressed(once, numbers, clock)

    assert once.make(("add", "ben"), lambda: "other") == "other"
    assert _pressed(once, numbers, clock) == "2"
