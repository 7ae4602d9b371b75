"""What one question turn costs, against the least stock Streamlit page: `python -m benchmarks.turn [--quick]`.

Three servers take turns in one run: stock (plain `streamlit run`, default settings), tuned (the same page with this
app's settings), and ours. The stock pages keep nothing; ours commits every answer durably before it draws the feedback.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import uvloop
from playwright.async_api import Browser

from benchmarks.browser import chromium, our_turns, stock_turns
from benchmarks.server_cpu import Cost, mean, our_cost, stock_cost
from benchmarks.servers import OurServer, StockServer
from benchmarks.table import machine, milliseconds, percentile, render, verdict
from tests.browser.server import ROOT

DRAWN_MOST, DRAWN_TARGET = 0.6, 0.5
CPU_MOST, CPU_TARGET = 0.35, 0.25
CPU_TUNED_MOST = 2.5


@dataclass
class Contestant:
    """A server and what was measured on it."""

    server: OurServer | StockServer
    chance: Random
    drawn: list[float] = field(default_factory=list)
    cost: Cost = field(default_factory=Cost)

    async def take_turns(self, browser: Browser, turns: int) -> None:
        """Measure some turns in the browser, then as many over the websocket."""
        ours = isinstance(self.server, OurServer)
        click, drive = (our_turns, our_cost) if ours else (stock_turns, stock_cost)
        self.drawn += await click(browser, self.server.url, self.chance, turns)
        await drive(self.server.url, self.server.pid, self.chance, turns=turns, cost=self.cost)


@contextmanager
def _contestants(folder: Path) -> Iterator[list[Contestant]]:
    plain = folder / "plain"
    plain.mkdir()
    stock, tuned = StockServer(started_in=plain), StockServer(started_in=ROOT)
    servers: list[StockServer | OurServer] = [stock, tuned, OurServer(folder / "data")]
    with ExitStack() as stack:
        for server in servers:
            stack.callback(server.stop)
            server.start()
        yield [Contestant(server, Random(7)) for server in servers]  # noqa: S311 - which option is clicked is no secret


async def _measure(contestants: Sequence[Contestant], *, rounds: int, turns: int) -> None:
    async with chromium() as browser:
        for number in range(rounds):
            for contestant in contestants if number % 2 == 0 else contestants[::-1]:
                await contestant.take_turns(browser, turns)
            print(f"round {number + 1} of {rounds} is done", flush=True)


def _report(stock: Contestant, tuned: Contestant, ours: Contestant) -> str:
    names = ("", "stock", "tuned", "ours", "ours / stock", "ours / tuned", "to reach")
    figures = zip(_FIGURES, _figures(stock), _figures(tuned), _figures(ours), strict=True)
    return render([names, *(_row(name, *each) for name, *each in figures)])


_DRAWN, _TURN = "Chromium: click to feedback drawn, p50", "server CPU: a turn (choose, check, continue)"
_FIGURES = (
    _DRAWN,
    "Chromium: the same, p95",
    _TURN,
    "server CPU: choose",
    "server CPU: check, with the commit",
    "server CPU: continue",
    "websocket: check, sent to last element, p50",
    "websocket: the same, p95",
)


def _figures(contestant: Contestant) -> tuple[float, ...]:
    drawn, cost = contestant.drawn, contestant.cost
    cpu = (cost.turn, mean(cost.choose), mean(cost.check), mean(cost.go_on))
    answered = (percentile(cost.answered, 0.5), percentile(cost.answered, 0.95))
    return (percentile(drawn, 0.5), percentile(drawn, 0.95), *cpu, *answered)


def _row(name: str, stock: float, tuned: float, ours: float) -> tuple[str, ...]:
    of_stock, of_tuned = ours / stock, ours / tuned
    to_reach = {
        _DRAWN: f"{DRAWN_MOST} x stock: {verdict(of_stock, DRAWN_MOST, DRAWN_TARGET)}",
        _TURN: f"{CPU_MOST} x stock: {verdict(of_stock, CPU_MOST, CPU_TARGET)}; "
        f"{CPU_TUNED_MOST} x tuned: {verdict(of_tuned, CPU_TUNED_MOST)}",
    }
    cells = (milliseconds(stock), milliseconds(tuned), milliseconds(ours), f"{of_stock:.2f}", f"{of_tuned:.2f}")
    return (name, *cells, to_reach.get(name, ""))


async def _main(*, rounds: int, turns: int) -> None:
    with TemporaryDirectory() as folder, _contestants(Path(folder)) as contestants:
        await _measure(contestants, rounds=rounds, turns=turns)
        stock, tuned, ours = contestants
        print(f"\n{machine()}")
        print(f"{len(ours.drawn)} turns each in Chromium, {len(ours.cost.check)} each over the websocket\n")
        print(_report(stock, tuned, ours))


def main() -> None:
    """Measure and print; the exit code says only whether it could measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few turns, to see that everything works")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--turns", type=int, default=14, help="turns of each server in each round")
    chosen = parser.parse_args()
    rounds, turns = (1, 3) if chosen.quick else (chosen.rounds, chosen.turns)
    uvloop.run(_main(rounds=rounds, turns=turns))


if __name__ == "__main__":
    main()
