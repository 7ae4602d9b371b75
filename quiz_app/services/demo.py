"""A believable clinic: simulated patients who read, answer, doubt, ask and stop, and a nurse who talks with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Origin, Sureness
from quiz_app.domain.confirmation import (
    Barrier,
    Interpreter,
    Learner,
    Method,
    Readiness,
    Support,
    Understanding,
    WayToLearn,
)
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item, Kind, Verdict
from quiz_app.domain.marking import NOT_SURE, Choice
from quiz_app.domain.progress import Place, Stage
from quiz_app.domain.typed import Typed, TypedTeachBack
from quiz_app.services.auditing import Audit
from quiz_app.services.codes import Vault
from quiz_app.services.confirming import Confirming
from quiz_app.services.inviting import Inviting, Wanted
from quiz_app.services.ports import Store
from quiz_app.services.staffing import CONSOLE, Actor
from quiz_app.services.taking import Sitting, Taking

NURSE = Actor(id="demo-nurse", role=Role.NURSE)
"""Who talks with simulated patients: no account, so that nobody can log in and the first administrator still can."""

_QUESTIONS = (
    "Can my wife stay with me?",
    "How long until I feel better?",
    "I get nervous when I see a needle. What then?",
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
        self._audit = Audit(store, clock, vault)
        self._taking = Taking(store, clock)
        self._nurse = _Nurse(Confirming(store, clock, self._audit), clock)

    def fill(self, course_id: str, *, patients: int, seed: int) -> int:
        """Simulate that many invitations over the last four weeks; raises RealPatientsHere, NoCourse."""
        if self._store.has_real_attempts():
            raise RealPatientsHere
        random, end = Random(seed), self._clock.now()  # noqa: S311 - a simulation, not a secret
        inviting = Inviting(
            self._store,
            self._clock,
            self._vault,
            self._audit,
            course=self._course,
            seed=lambda: random.getrandbits(63),
        )
        confirmed = []
        for number in range(1, patients + 1):
            begins = random.random() < 0.85
            days = 28 if begins else 9
            self._clock.move_to(end - timedelta(minutes=random.uniform(90, days * 24 * 60)))
            wanted = Wanted(course=course_id, label=f"Demo {number:03}", infusion_on=_infusion(end, random))
            made = inviting.invite(CONSOLE, wanted)
            if begins:
                attempt = inviting.attempt_of(made.invitation, origin=Origin.SIMULATED)
                self._one(attempt, random)
                if self._taking.sitting(attempt).progress.finished and self._nurse.sees(attempt, random, before=end):
                    confirmed.append(attempt)
        if confirmed:
            self._clock.move_to(end)
            self._nurse.takes_back(confirmed[0])
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


class _Nurse:
    """Talks with those who finished, signs for what was clear, and once for the wrong patient."""

    def __init__(self, confirming: Confirming, clock: DemoClock) -> None:
        self._confirming = confirming
        self._clock = clock

    def sees(self, attempt: str, random: Random, *, before: datetime) -> bool:
        """Talk with about seven of ten; whether understanding was confirmed."""
        talks, understands = random.random() < 0.7, random.random() < 0.7
        typed = _typed(random)
        self._clock.pass_by(random.uniform(10 * 60, 24 * 60 * 60))
        if not talks or self._clock.now() >= before:
            return False
        case = self._confirming.case(NURSE, attempt)
        backs = {gap.item: TypedTeachBack(understanding=Understanding.CLEAR) for gap in case.briefing.talk}
        if backs and not understands:
            backs[next(iter(backs))] = TypedTeachBack(
                understanding=random.choice([Understanding.PARTLY, Understanding.NOT_YET]),
                words="would wait until the next visit",
            )
        whole = typed.model_copy(update={"teach_backs": backs})
        self._confirming.record(NURSE, attempt, whole, seen=case.seen)
        if backs and not understands:
            return False
        seen = self._confirming.case(NURSE, attempt).seen
        self._confirming.confirm(NURSE, attempt, seen=seen, reauthenticated_at=self._clock.now())
        return True

    def takes_back(self, attempt: str) -> None:
        """Withdraw a confirmation."""
        seen = self._confirming.case(NURSE, attempt).seen
        self._confirming.withdraw(NURSE, attempt, "Signed on the page of another patient.", seen=seen)


def _typed(random: Random) -> Typed:
    """How a talk went, as a nurse would note it."""
    barrier = random.choices([Barrier.NONE, Barrier.HEARING, Barrier.SIGHT, Barrier.WORRY], (6, 1, 1, 2))[0]
    met = {Barrier.HEARING: Support.SHORT_PARTS, Barrier.SIGHT: Support.LARGE_PRINT, Barrier.WORRY: Support.REST}
    return Typed(
        learner=random.choices([Learner.PATIENT, Learner.BOTH, Learner.CAREGIVER], (7, 2, 1))[0],
        readiness=random.choices([Readiness.WILLING, Readiness.EAGER, Readiness.DISTRACTED], (6, 3, 1))[0],
        barriers=(barrier,),
        supports=(met.get(barrier, Support.NONE),),
        ways=(random.choice([WayToLearn.TALKING, WayToLearn.PICTURES, WayToLearn.NONE]),),
        methods=(Method.TEACH_BACK, Method.DISCUSSION),
        interpreter=Interpreter.NOT_NEEDED,
    )


def _infusion(today: datetime, random: Random) -> date | None:
    """A day within four weeks, more often soon than late; one in four has none yet."""
    away = timedelta(days=int(random.triangular(0, 28, 2)))
    return None if random.random() < 0.25 else (today + away).date()


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
