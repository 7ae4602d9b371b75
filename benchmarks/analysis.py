"""How fast a million answers are analysed: `python -m benchmarks.analysis [--answers N] [--database URL]`.

Another process fills an empty database in bulk with simulated patients of the shipped course, who answer twenty at a
time, each a form of its own, until there are 1,000,000 answers. Then a new process opens the database and analyses the
course, the first time over a new connection; queries are counted where they leave for the database, and the most memory
the process ever had is what the system says.
"""

import json
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain, zip_longest
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from random import Random

from sqlalchemy import Connection, event, insert

from benchmarks.board import counted
from benchmarks.filled import filled
from benchmarks.simulated import NOW, Row, StandingClock, attempt, invitation
from benchmarks.table import machine, milliseconds, render, verdict
from quiz_app.content.loader import load_library
from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin, Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form, deal
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import Choice, mark
from quiz_app.services.analysing import Analysing
from quiz_app.services.staffing import Actor
from quiz_app.storage import tables
from quiz_app.storage.engines import open_engine
from quiz_app.storage.migrations import upgrade
from quiz_app.storage.store import SqlStore

AT_ONCE = 20
FORMS = 500
ROUNDS = 5
MOST_SECONDS = 2.0
MOST_MEMORY = 500.0
EDUCATOR = Actor(id="educator", role=Role.EDUCATOR)


def fill(url: str, questions: str, answers: int) -> None:
    """Bring the database up to date and put that many answers into it, or a few more."""
    course = load_library(Path(questions), today=NOW.date()).courses["ivig"]
    chance = Random(1)  # noqa: S311 - a simulation, not a secret
    forms = [deal(course, seed=seed) for seed in range(FORMS)]
    engine = open_engine(url)
    upgrade(engine)
    store = SqlStore(engine)
    store.keep_course(course, course.fingerprint)
    with engine.begin() as connection:
        rows = {form.fingerprint: {"course": form.course, "content": form.model_dump_json()} for form in forms}
        connection.execute(insert(tables.forms), [{"fingerprint": name, **row} for name, row in rows.items()])
        done = number = 0
        while done < answers:
            together = [_patient(course, chance.choice(forms), number + each, chance) for each in range(AT_ONCE)]
            done, number = done + _keep(connection, together), number + AT_ONCE
    store.close()


def _keep(connection: Connection, together: Sequence[tuple[Row, Row, list[Row]]]) -> int:
    """Keep patients who answer at the same time; how many answers they gave."""
    mixed = [row for turn in zip_longest(*(rows for _, _, rows in together)) for row in turn if row]
    connection.execute(insert(tables.attempts), [opened for opened, _, _ in together])
    connection.execute(insert(tables.invitations), [ticket for _, ticket, _ in together])
    connection.execute(insert(tables.responses), mixed)
    return len(mixed)


def _patient(course: Course, form: Form, number: int, chance: Random) -> tuple[Row, Row, list[Row]]:
    """The rows of one patient: attempt, invitation, answers."""
    name, began = f"{number:032x}", NOW - timedelta(days=number % 90, minutes=30)
    opened = attempt(name, form).model_copy(update={"origin": Origin.INVITED, "opened_at": began})
    ticket = invitation(f"{number:06}", number, of=name).model_dump() | {"sought": ""}
    given = _answers(course, form, knows=chance.betavariate(8, 2), chance=chance)
    rows: list[Row] = [
        {
            "attempt": name,
            "item": item.id,
            "try_no": 1,
            "choice": json.dumps(choice),
            "sureness": chance.choice(list(Sureness)).value if item.critical else None,
            "at": began + timedelta(seconds=30 * place),
        }
        for place, (item, choice) in enumerate(given)
    ]
    return opened.model_dump(), ticket, rows


def _answers(course: Course, form: Form, *, knows: float, chance: Random) -> Iterator[tuple[Item, Choice]]:
    """What a patient answers; a critical item that is missed is asked again in other words."""
    for asked in chain.from_iterable(part.asked for part in form.parts):
        item = course.items[asked.item]
        choice = _choose(item, knows=knows, chance=chance)
        yield item, choice
        if item.critical and item.sibling and not mark(item, choice).right:
            sibling = course.items[item.sibling]
            yield sibling, _choose(sibling, knows=knows, chance=chance)


def _choose(item: Item, *, knows: float, chance: Random) -> Choice:
    if item.kind is Kind.SORT:
        places = list(item.groups)
        return tuple(
            f"{key}={item.thing(key).into if chance.random() < knows else chance.choice(places)}" for key in item.keys
        )
    right = tuple(key for key in item.keys if item.option(key).verdict is Verdict.RIGHT)
    return right if chance.random() < knows else (chance.choice(item.keys),)


def measure(url: str, rounds: int, told: Pipe) -> None:
    """Analyse again and again; tell seconds of each, queries of each, what was found, and the most memory in MB."""
    engine = open_engine(url)
    store, said, took = SqlStore(engine), list[str](), list[float]()
    event.listen(engine, "before_cursor_execute", lambda *about: said.append(about[2]))
    service = Analysing(store, StandingClock(), live=lambda _: None)
    for _ in range(rounds):
        began = time.perf_counter(), time.process_time()
        found = service.analysis(EDUCATOR, "ivig")
        took += [time.perf_counter() - began[0], time.process_time() - began[1]]
    assert found
    store.close()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told.send((took, len(said) // rounds, found.patients, len(found.items), most))


def measured(url: str, rounds: int) -> list[list[str]]:
    """The rows of the table, from a process that did nothing before."""
    fresh = get_context("spawn")
    here, there = fresh.Pipe(duplex=False)
    measuring = fresh.Process(target=measure, args=(url, rounds, there))
    measuring.start()
    took, queries, patients, items, most = here.recv()
    measuring.join()
    print(f"{counted(url, tables.responses)} answers of {patients} patients to {items} questions. {machine()}")
    walls, works = sorted(took[::2]), sorted(took[1::2])
    middle = walls[len(walls) // 2]
    return [
        ["", "measured", "to reach"],
        ["first analysis", milliseconds(took[0]), f"2 s: {verdict(took[0], MOST_SECONDS)}"],
        ["median", milliseconds(middle), f"2 s: {verdict(middle, MOST_SECONDS)}"],
        ["CPU of it, median", milliseconds(works[len(works) // 2]), ""],
        ["queries", str(queries), ""],
        ["most memory of the process", f"{most:.0f} MB", f"500 MB: {verdict(most, MOST_MEMORY)}"],
    ]


def main() -> None:
    """Fill the database, print the table."""
    with filled(fill, about=__doc__, what="answers", most=1_000_000, rounds=ROUNDS) as (url, _, rounds):
        print(render(measured(url, rounds)))


if __name__ == "__main__":
    main()
