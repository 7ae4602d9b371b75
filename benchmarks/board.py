"""How fast the work list of a large clinic is: `python -m benchmarks.board [--attempts N] [--database URL]`.

Another process fills an empty database in bulk with copies of simulated patients: 10,000 attempts of 25 answers each.
Then each list is asked for, the first time over a new connection; queries are counted where they leave for the
database. Every patient is simulated; nothing outlives the run but what was put into a database of your own.
"""

import json
import os
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from sqlalchemy import Connection, Table, event, func, insert, select

from benchmarks.filled import filled
from benchmarks.servers import memory
from benchmarks.simulated import NOW, Patient, Row, StandingClock, invitation, simulated
from benchmarks.table import machine, milliseconds, percentile, render, verdict
from quiz_app.content.loader import load_library
from quiz_app.domain.access import Role
from quiz_app.domain.board import Asked, State
from quiz_app.domain.form import Form
from quiz_app.services.auditing import Audit
from quiz_app.services.codes import Vault
from quiz_app.services.confirming import Confirming
from quiz_app.services.staffing import Actor
from quiz_app.storage import tables
from quiz_app.storage.engines import open_engine
from quiz_app.storage.migrations import upgrade
from quiz_app.storage.store import SqlStore

PATIENTS = 50
ANSWERS = 25
AT_ONCE = 1000
ROUNDS = 30
FIRST_MOST = 0.3
BRIEFING_MOST = 0.05
STAFF = Actor(id="nurse", role=Role.NURSE)


def fill(url: str, questions: str, attempts: int) -> None:
    """Bring the database up to date and put the copies into it."""
    course = load_library(Path(questions), today=NOW.date()).courses["ivig"]
    patients = [simulated(course, number) for number in range(PATIENTS)]
    engine = open_engine(url)
    upgrade(engine)
    store = SqlStore(engine)
    store.keep_course(course, course.fingerprint)
    for first in range(0, attempts, AT_ONCE):
        rows: dict[str, list[Row]] = {}
        for number in range(first, min(first + AT_ONCE, attempts)):
            copy(patients[number % PATIENTS], number, into=rows)
        with engine.begin() as connection:
            keep(connection, rows, forms={each.record.attempt.form: each.record.form for each in patients}, first=first)
    store.close()


def copy(patient: Patient, number: int, *, into: dict[str, list[Row]]) -> None:
    """The rows of a patient under another id; of those who reached the end every second is confirmed.

    Further tries, which nothing is concluded from, make every attempt as long as a long one.
    """

    def add(table: str, **values: object) -> None:
        into.setdefault(table, []).append({"attempt": name, **values})

    name, record = f"{number:032x}", patient.record
    opened = record.attempt.model_copy(update={"id": name})
    into.setdefault("attempts", []).append(opened.model_dump())
    for place, response in enumerate(islice(cycle(record.responses), ANSWERS)):
        turn = {"item": response.turn.item, "try_no": response.turn.try_no + 10 * (place // len(record.responses))}
        add("responses", **turn, choice=json.dumps(response.choice), sureness=response.sureness, at=response.at)
    for passed in record.passed:
        add("passed", **passed.model_dump())
    if patient.end:
        add("finished", **patient.end)
    if patient.end and number // PATIENTS % 2:
        add("conversations", number=1, content="{}", by="nurse", at=NOW)
        signature = {"meaning": "understanding-confirmed", "by": "nurse", "signer": "Nurse", "at": NOW}
        add("confirmations", number=1, conversation=1, digest="", **signature)
    ticket = invitation(f"{number:05}", number, of=name)
    into.setdefault("invitations", []).append(ticket.model_dump() | {"sought": ticket.label.casefold()})


def keep(connection: Connection, rows: Mapping[str, list[Row]], *, forms: Mapping[str, Form], first: int) -> None:
    """Insert the rows, each table after those it refers to; the forms once."""
    if first == 0:
        for fingerprint, form in forms.items():
            row = {"fingerprint": fingerprint, "course": form.course, "content": form.model_dump_json()}
            connection.execute(insert(tables.forms), row)
    for table in tables.METADATA.sorted_tables:
        if table.name in rows:
            connection.execute(insert(table), rows[table.name])


def counted(url: str, table: Table) -> int:
    """How many rows a table has."""
    engine = open_engine(url)
    with engine.connect() as connection:
        number: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    engine.dispose()
    return number


def measured(
    url: str, name: str, ask: Callable[[SqlStore], object], rounds: int, *, most: float | None = FIRST_MOST
) -> list[str]:
    """One row of the table: the first time by a new connection, then the same again and again."""
    engine = open_engine(url)
    store, said, took = SqlStore(engine), list[str](), list[float]()
    event.listen(engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    for _ in range(rounds):
        began = time.perf_counter()
        ask(store)
        took.append(time.perf_counter() - began)
    store.close()
    now = f"{memory(os.getpid()).now:.0f} MB"
    times = [milliseconds(each) for each in (took[0], percentile(took, 0.5), percentile(took, 0.95))]
    reached = verdict(took[0], most) if most else ""
    return [name, *times, str(len(said) // rounds), now, milliseconds(most) if most else "", reached]


def lists(attempts: int) -> Mapping[str, Asked]:
    """What is asked for."""
    return {
        "first page": Asked(),
        **{f"state {state.value}": Asked(state=state) for state in State},
        "search a code": Asked(search=f"{attempts // 2:05}"),
        "search a label": Asked(search="simulated 00"),
        "one week": Asked(infusion_from=date(2026, 11, 23), infusion_to=date(2026, 11, 29)),
        "page 100": Asked(page=99),
    }


def main() -> None:
    """Fill the database, print the table."""
    with filled(fill, about=__doc__, what="attempts", most=10_000, rounds=ROUNDS) as (url, attempts, rounds):
        print(f"{counted(url, tables.attempts)} attempts, {counted(url, tables.responses)} answers. {machine()}")
        rows = [["", "first", "median", "p95", "queries", "memory", "first, to reach", ""]]
        for name, asked in lists(attempts).items():
            rows.append(measured(url, name, partial(_work_list, asked), rounds))
        rows.append(measured(url, "journeys, 12 weeks", _journeys, rounds, most=None))
        vault = Vault(b"a pepper for figures, 32 bytes..")
        rows.append(measured(url, "one briefing", partial(_briefing, vault), rounds, most=BRIEFING_MOST))
        print(render(rows))


def _work_list(asked: Asked, store: SqlStore) -> object:
    return store.work_list(asked, now=NOW)


def _journeys(store: SqlStore) -> object:
    return store.journeys(since=NOW - timedelta(weeks=12))


def _briefing(vault: Vault, store: SqlStore) -> object:
    clock = StandingClock()
    return Confirming(store, clock, Audit(store, clock, vault)).case(STAFF, f"{1:032x}")


if __name__ == "__main__":
    main()
