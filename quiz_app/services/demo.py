"""A believable clinic: simulated patients who read, answer, doubt, ask and stop, each by its own chance."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from quiz_app.domain.attempt import Origin, Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.progress import Place, Stage
from quiz_app.services.codes import Vault
from quiz_app.services.inviting import Inviting
from quiz_app.services.ports import Store
from quiz_app.services.staffing import CONSOLE
from quiz_app.services.taking import Sitting, Taking

_QUESTIONS = (
    "Can my wife stay with me?",
    "How long until I feel better?",
    "I have bad veins. What then?",
    "May I drive myself home?",
    "Will it hurt?",
)


class RealPatientsHere(Exception):
    """The database holds attempts of real patients; nothing simulated is put among them."""


class DemoClock:
    """A clock that a simulation moves."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The simulated time."""
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Go to a moment."""
        self._now = moment

    def pass_by(self, seconds: float) -> None:
        """Let time go by."""
        self._now += timedelta(seconds=seconds)


@dataclass(frozen=True)
class _Person:
    """How one simulated patient behaves; chances 0..1."""

    knows: float
    doubts: float
    sure: float
    stops: float
    asks: float


class Demo:
    """Fills a database with simulated patients, the same ones for the same seed and course."""

    def __init__(self, store: Store, vault: Vault, clock: DemoClock, *, course: Callable[[str], Course | None]) -> None:
        self._store = store
        self._vault = vault
        self._clock = clock
        self._course = course
        self._taking = Taking(store, clock)

    def fill(self, course_id: str, *, patients: int, seed: int) -> int:
        """Simulate that many patients over the last four weeks; raises RealPatientsHere, NoCourse."""
        if self._store.has_real_attempts():
            raise RealPatientsHere
        random, end = Random(seed), self._clock.now()  # noqa: S311 - a simulation, not a secret
        inviting = Inviting(
            self._store, self._clock, self._vault, course=self._course, seed=lambda: random.getrandbits(63)
        )
        for number in range(1, patients + 1):
            self._clock.move_to(end - timedelta(minutes=random.uniform(60, 28 * 24 * 60)))
            made = inviting.invite(CONSOLE, course_id, label=f"Demo {number:03}")
            self._one(inviting.attempt_of(made.invitation, origin=Origin.SIMULATED), random)
        return patients

    def _one(self, attempt: str, random: Random) -> None:
        person = _Person(
            knows=random.betavariate(8, 2),
            doubts=random.betavariate(1, 14),
            sure=random.random(),
            stops=0.004 if random.random() < 0.8 else 0.05,
            asks=random.betavariate(1, 60),
        )
        answering = random.choices(("patient", "with-help", "for-patient"), (7, 2, 1))[0]
        self._taking.prefer(attempt, "answering", answering)
        while not (sitting := self._taking.sitting(attempt)).progress.finished and random.random() > person.stops:
            self._clock.pass_by(random.uniform(8, 45))
            self._step(attempt, sitting, person, random)

    def _step(self, attempt: str, sitting: Sitting, person: _Person, random: Random) -> None:
        place: Place = sitting.progress.current
        if place.stage is Stage.ASK and place.turn:
            item = sitting.course.items[place.turn.item]
            sureness = random.choices(list(Sureness), (person.sure, 0.4, 0.2))[0] if item.critical else None
            self._taking.answer(sitting, place.turn, choice=_choose(item, person, random), sureness=sureness)
            return
        if random.random() < person.asks:
            self._taking.ask(attempt, random.choice(_QUESTIONS), place)
        self._taking.go_on(sitting, place)


def _choose(item: Item, person: _Person, random: Random) -> Choice:
    knows, doubts = random.random() < person.knows, random.random() < person.doubts
    if item.kind is Kind.SORT:
        groups = list(item.groups)
        return tuple(
            f"{key}={item.thing(key).into if knows or random.random() < person.knows else random.choice(groups)}"
            for key in item.keys
        )
    if doubts:
        return (NOT_SURE,)
    right = tuple(key for key in item.keys if item.option(key).verdict is Verdict.RIGHT)
    return right if knows else (random.choice([key for key in item.keys if key not in right]),)
