"""Many patients at once on one process, every answer durable: `python -m benchmarks.load [--patients 500]`.

Each walks in, reads, answers and goes on as a person would, thinking 5 s (exponential, 20 s at most) before every
press. The walk-in hashes a code with Argon2, slowly on purpose; arrivals are spread over a ramp and reported apart.
Reruns count once the last patient is in; errors count always. Afterwards the answers in the database are compared with
those acknowledged.
"""

import argparse
import asyncio
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import httpx
import uvloop

from benchmarks.driver import Failed, Session
from benchmarks.servers import Memory, OurServer, cpu_seconds, machine_cpu_seconds, memory
from benchmarks.table import machine, milliseconds, percentile, render, verdict
from benchmarks.walks import at_the_door, form_button, step, walk_in

P95_MOST = 0.3
MEMORY_MOST = 200.0


@dataclass
class Crowd:
    """What all patients met: seconds of entries and reruns, answers acknowledged, and what went off course."""

    counting: bool = False
    going: bool = True
    entries: list[float] = field(default_factory=list)
    reruns: list[float] = field(default_factory=list)
    acknowledged: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    ended: int = 0


@dataclass(frozen=True)
class Span:
    """What the server used while the reruns counted."""

    seconds: float
    cpu: float
    own_cpu: float
    all_cpu: float
    memory: Memory


async def _patient(
    url: str, door: httpx.AsyncClient, crowd: Crowd, *, chance: Random, wait: float, think: float
) -> None:
    """Come after a while, and walk the course; begin anew as somebody else at its end."""
    await asyncio.sleep(wait)
    while crowd.going:
        try:
            begun = time.perf_counter()
            cookie = await walk_in(url, door)
            crowd.entries.append(time.perf_counter() - begun)
            async with Session(url, cookie) as page:
                await _walk(page, crowd, chance=chance, think=think)
        except Failed as reason:
            crowd.errors[str(reason)] += 1
            await asyncio.sleep(think)


async def _walk(page: Session, crowd: Crowd, *, chance: Random, think: float) -> None:
    while True:
        await asyncio.sleep(min(chance.expovariate(1 / think), 4 * think))
        if not crowd.going:
            return
        asks = form_button(page) is not None
        taken = await step(page, chance)
        if taken is None:
            crowd.ended += 1
            return
        crowd.acknowledged += asks
        if crowd.counting:
            crowd.reruns.append(taken.seconds)


async def _until_all_are_in(crowd: Crowd, chosen: argparse.Namespace) -> None:
    """Wait for the ramp, for the last walk-in, and until thinking has spread them out."""
    deadline = time.perf_counter() + chosen.ramp + 60
    while len(crowd.entries) < chosen.patients and time.perf_counter() < deadline:
        await asyncio.sleep(0.2)
    await asyncio.sleep(2 * chosen.think)


async def _drive(server: OurServer, crowd: Crowd, chosen: argparse.Namespace) -> Span:
    limits = httpx.Limits(max_connections=20)
    async with at_the_door(limits) as door, asyncio.TaskGroup() as tasks:
        for number in range(chosen.patients):
            chance = Random(number)  # noqa: S311 - which option is clicked is no secret
            wait = chosen.ramp * number / chosen.patients
            tasks.create_task(_patient(server.url, door, crowd, chance=chance, wait=wait, think=chosen.think))
        await _until_all_are_in(crowd, chosen)
        crowd.counting = True
        begun, everything = time.perf_counter(), machine_cpu_seconds()
        cpu, own = cpu_seconds(server.pid), time.process_time()
        await asyncio.sleep(chosen.seconds)
        crowd.counting, crowd.going = False, False
        return Span(
            seconds=time.perf_counter() - begun,
            cpu=cpu_seconds(server.pid) - cpu,
            own_cpu=time.process_time() - own,
            all_cpu=machine_cpu_seconds() - everything,
            memory=memory(server.pid),
        )


def _stored(file: Path) -> tuple[int, int]:
    """Answers in the database, and how many different turns they answer."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT attempt, item, try_no FROM responses").fetchall()
    return len(rows), len(set(rows))


def _report(crowd: Crowd, span: Span, stored: tuple[int, int]) -> str:
    p50, p95, p99 = (percentile(crowd.reruns, share) for share in (0.5, 0.95, 0.99))
    errors = crowd.errors.total()
    kept = len(set(stored)) == 1 and stored[0] == crowd.acknowledged
    use = f"{_share(span.cpu, span)}, {milliseconds(span.cpu / len(crowd.reruns))} a rerun"
    return render(
        [
            ("", "measured", "to reach"),
            ("reruns", f"{len(crowd.reruns)}, {len(crowd.reruns) / span.seconds:.0f} a second", ""),
            ("rerun p50", milliseconds(p50), ""),
            ("rerun p95", milliseconds(p95), f"{milliseconds(P95_MOST)}: {verdict(p95, P95_MOST)}"),
            ("rerun p99", milliseconds(p99), ""),
            ("errors", str(errors), f"0: {verdict(errors, 0)}"),
            ("answers acknowledged", str(crowd.acknowledged), ""),
            ("answers stored, different", f"{stored[0]}, {stored[1]}", f"equal: {'met' if kept else 'NOT MET'}"),
            ("server CPU", use, ""),
            (
                "server memory",
                f"{span.memory.now:.0f} MB, most {span.memory.peak:.0f} MB",
                f"200 MB: {verdict(span.memory.now, MEMORY_MOST)}",
            ),
            ("walk-in p50, p95", f"{_both(crowd.entries)} in the ramp", ""),
            ("walks ended", str(crowd.ended), ""),
            ("CPU of this driver", _share(span.own_cpu, span), ""),
            (
                "CPU of other programs",
                _share(span.all_cpu - span.cpu - span.own_cpu, span),
                "0: else the figures are theirs",
            ),
        ]
    )


def _share(cpu: float, span: Span) -> str:
    return f"{100 * cpu / span.seconds:.0f} % of a core"


def _both(values: list[float]) -> str:
    return f"{milliseconds(percentile(values, 0.5))}, {milliseconds(percentile(values, 0.95))}"


async def _main(chosen: argparse.Namespace) -> None:
    with TemporaryDirectory() as folder:
        server = OurServer(Path(folder) / "data")
        server.start()
        try:
            crowd = Crowd()
            span = await _drive(server, crowd, chosen)
            stored = _stored(server.data / "quiz.db")
        finally:
            server.stop()
    print(f"{machine()}\n{chosen.patients} patients, {chosen.think:g} s thinking", end=", ")
    print(f"{chosen.seconds:g} s after a ramp of {chosen.ramp:g} s\n")
    print(_report(crowd, span, stored))
    for reason, times in crowd.errors.most_common(5):
        print(f"{times} x {reason}")


def main() -> None:
    """Measure and print; the exit code says only whether it could measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=500)
    parser.add_argument("--think", type=float, default=5.0, help="seconds of thinking, on average")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to measure after the ramp")
    parser.add_argument("--ramp", type=float, default=40.0, help="seconds over which the patients arrive")
    parser.add_argument("--quick", action="store_true", help="20 patients for 5 seconds, to see that everything works")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.patients, chosen.seconds, chosen.ramp, chosen.think = 20, 5.0, 3.0, 1.0
    uvloop.run(_main(chosen))


if __name__ == "__main__":
    main()
