"""CPU that a server uses for a question turn, driven over the websocket with nobody else about.

A turn is choose + check + continue. On the stock page each is one script run. In ours the choice waits in its form,
so it sends nothing; check keeps the answer and draws the feedback (two runs), continue keeps that the patient went on
and draws the next screen (two runs). What the process does for 100 ms after a run is counted with it.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from benchmarks.driver import Session
from benchmarks.servers import cpu_seconds
from benchmarks.walks import at_the_door, form_button, step, walk_in

Done = TypeVar("Done")
SETTLE = 0.1  # stock Streamlit collects garbage after the page is drawn


@dataclass
class Cost:
    """CPU seconds of the parts of each turn, and the seconds from sending to the last element."""

    choose: list[float] = field(default_factory=list)
    check: list[float] = field(default_factory=list)
    go_on: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)

    @property
    def turn(self) -> float:
        """CPU of a whole turn, on average."""
        return sum(mean(part) for part in (self.choose, self.check, self.go_on))


def mean(values: list[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


async def stock_cost(url: str, pid: int, chance: Random, *, turns: int, cost: Cost) -> None:
    """Take turns on the stock page."""
    async with Session(url) as page:
        for _ in range(turns):
            radio = next(widget for widget in page.widgets() if widget.kind == "radio")
            page.choose(radio, chance.choice(radio.options))
            await _counted(pid, page.rerun(), cost.choose)
            checked = await _counted(pid, page.press(page.find("button", "Submit")), cost.check)
            cost.answered.append(checked.seconds)
            await _counted(pid, page.press(page.find("button", "Continue")), cost.go_on)


async def our_cost(url: str, pid: int, chance: Random, *, turns: int, cost: Cost) -> None:
    """Take turns as new patients of our course; the lessons between the questions are walked but not counted."""
    enough = len(cost.check) + turns
    while len(cost.check) < enough:
        async with at_the_door() as client:
            cookie = await walk_in(url, client)
        async with Session(url, cookie) as page:
            await _walk(page, pid, chance, enough=enough, cost=cost)


async def _walk(page: Session, pid: int, chance: Random, *, enough: int, cost: Cost) -> None:
    after_check = False
    while len(cost.check) < enough or after_check:
        asks = form_button(page) is not None
        into = cost.check if asks else cost.go_on if after_check else []
        taken = await _counted(pid, step(page, chance), into)
        if taken is None:
            return
        if asks:
            cost.answered.append(taken.seconds)
        after_check = asks


async def _counted(pid: int, act: Awaitable[Done], into: list[float]) -> Done:
    before = cpu_seconds(pid)
    done = await act
    await asyncio.sleep(SETTLE)
    into.append(cpu_seconds(pid) - before)
    return done
