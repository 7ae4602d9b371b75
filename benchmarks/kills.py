"""Kill -9 the server again and again in mid-course; afterwards every acknowledged answer must be kept, once.

python -m benchmarks.kills [--kills 50] [--patients 6]
"""

import argparse
import asyncio
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.driver import Failed, NotOnThisPage, Session
from benchmarks.walks import at_the_door, fill_in, form_button, on_button, walk_in
from tests.browser.server import Server


@dataclass
class Patient:
    """One patient over all kills: the turns whose feedback was seen, and those that were only sent."""

    cookie: str
    seen: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Outcome:
    """What a series of kills did; lost and twice must be 0."""

    kills: int
    acknowledged: int
    lost: int
    twice: int
    never_sent: int
    back_after: tuple[float, ...]


async def answer_until_it_breaks(patient: Patient, url: str, chance: Random) -> None:
    """Work through the course and note each answer whose feedback came."""
    with suppress(Failed, NotOnThisPage, OSError):
        async with Session(url, patient.cookie) as session:
            while check := form_button(session) or on_button(session):
                if not check.submits:
                    await session.press(check)
                    continue
                fill_in(session, check, chance)
                patient.sent.add(check.form)
                await session.press(check)
                if form_button(session) is None:
                    patient.seen.add(check.form)


async def _until_one_was_sent(patients: list[Patient]) -> None:
    """Wait for the first answer of this round; those who are through send none, so not for ever."""
    before = sum(len(each.sent) for each in patients)
    with suppress(TimeoutError):
        async with asyncio.timeout(20):
            while sum(len(each.sent) for each in patients) == before:
                await asyncio.sleep(0.02)


async def one_round(server: Server, patients: list[Patient], chance: Random) -> float:
    """Let everybody answer, kill the server amid their answers, start it again; the seconds until it answers."""
    walks = [asyncio.create_task(answer_until_it_breaks(each, server.url, chance)) for each in patients]
    await _until_one_was_sent(patients)
    await asyncio.sleep(chance.uniform(0, 1))
    server.kill()
    await asyncio.gather(*walks)
    begun = time.monotonic()
    await asyncio.to_thread(server.start)
    return time.monotonic() - begun


async def kill_often(folder: Path, *, kills: int, patients: int, seed: int = 1) -> Outcome:
    """Kill a fresh server that many times; new patients come in for those who are through."""
    chance = Random(seed)  # noqa: S311 - when to kill is no secret
    server = Server(folder / "data").start()
    everybody: list[Patient] = []
    back: list[float] = []
    async with at_the_door() as client:
        for number in range(kills):
            if number % 10 == 0:
                now = [Patient(await walk_in(server.url, client)) for _ in range(patients)]
                everybody += now
            back.append(await one_round(server, now, chance))
    server.stop()
    return judge(folder / "data" / "quiz.db", everybody, back)


def judge(database: Path, patients: list[Patient], back: list[float]) -> Outcome:
    """Compare what was seen with what is kept."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT attempt, item, try_no FROM responses").fetchall()
    kept = [f"form-{attempt}-{item}-{try_no}" for attempt, item, try_no in rows]
    seen = set().union(*(patient.seen for patient in patients))
    sent = set().union(*(patient.sent for patient in patients))
    return Outcome(
        kills=len(back),
        acknowledged=len(seen),
        lost=len(seen - set(kept)),
        twice=len(kept) - len(set(kept)),
        never_sent=len(set(kept) - sent),
        back_after=tuple(sorted(back)),
    )


def main() -> None:
    """Run it and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--patients", type=int, default=6)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(kill_often(Path(folder), kills=asked.kills, patients=asked.patients))
    p95 = outcome.back_after[int(len(outcome.back_after) * 0.95)]
    print(f"kills {outcome.kills}, acknowledged answers {outcome.acknowledged}, lost {outcome.lost},")
    print(f"twice {outcome.twice}, never sent {outcome.never_sent}, answering again p95 {p95:.1f} s")


if __name__ == "__main__":
    main()
