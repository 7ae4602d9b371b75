"""Simulated patients for figures about a large clinic: each answers a form of its own, nearly always right."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from quiz_app.domain.access import Invitation
from quiz_app.domain.attempt import Attempt, Origin, Record
from quiz_app.domain.course import Course
from quiz_app.domain.form import Form, deal
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import Choice
from quiz_app.domain.progress import Stage
from quiz_app.services.taking import Sitting, Taking
from quiz_app.storage.memory import MemoryStore

Row = dict[str, object]

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class StandingClock:
    """A clock that does not go on."""

    def now(self) -> datetime:
        """Always the same noon."""
        return NOW


@dataclass(frozen=True)
class Patient:
    """One simulated patient to copy: the facts, and what was concluded if the end was reached."""

    record: Record
    end: Row | None


def simulated(course: Course, number: int) -> Patient:
    """A patient who knows most things; one in five stops on the way."""
    chance, store, name = Random(number), MemoryStore(), f"patient-{number}"  # noqa: S311 - a simulation, not a secret
    form = deal(course, seed=number)
    store.keep_course(course, course.fingerprint)
    store.add_invitation(invitation(name, number))
    store.open_attempt(attempt(name, form), form, invitation(name, number))
    taking = Taking(store, StandingClock())
    sitting = taking.sitting(name)
    stop = chance.randrange(5, 40) if number % 5 == 0 else 1000
    while not sitting.progress.finished and stop:
        sitting, stop = step(taking, sitting, chance), stop - 1
    end = store.journeys(since=NOW - timedelta(days=99))[0].finished
    points = [point.model_dump(mode="json") for point in end.points] if end else []
    concluded: Row | None = {"outcome": end.outcome.value, "points": json.dumps(points), "at": end.at} if end else None
    return Patient(sitting.record, concluded)


def step(taking: Taking, sitting: Sitting, chance: Random) -> Sitting:
    """Answer, or go on."""
    place = sitting.progress.current
    if place.stage is not Stage.ASK or not place.turn:
        return taking.go_on(sitting, place)
    item = sitting.course.items[place.turn.item]
    return taking.answer(sitting, place.turn, choice=choose(item, chance))


def choose(item: Item, chance: Random) -> Choice:
    """What is right, nearly always."""
    if item.kind is Kind.SORT:
        return tuple(f"{key}={item.thing(key).into}" for key in item.keys)
    right = tuple(key for key in item.keys if item.option(key).verdict is Verdict.RIGHT)
    return right if chance.random() < 0.97 else (item.keys[-1],)


def attempt(name: str, form: Form) -> Attempt:
    """A simulated attempt."""
    return Attempt(
        id=name,
        course=form.course,
        form=form.fingerprint,
        locale=form.locale,
        origin=Origin.SIMULATED,
        opened_at=NOW,
    )


def invitation(selector: str, number: int, *, of: str | None = None) -> Invitation:
    """An invitation of some day of the last month, for an infusion of the next."""
    return Invitation(
        selector=selector,
        verifier="sealed",
        link_hash=f"link-{selector}",
        course="ivig",
        created_at=NOW - timedelta(days=number % 28),
        expires_at=NOW + timedelta(days=30),
        attempt=of,
        label=f"Simulated {number:05}",
        infusion_on=date(2026, 11, 20) + timedelta(days=number % 40) if number % 3 else None,
    )
