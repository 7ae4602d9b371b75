"""A small clinic for tests: a memory store, a clock that stands still until moved, every service."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quiz_app.domain.access import Role, StaffMember
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
from quiz_app.domain.marking import Choice
from quiz_app.domain.progress import Stage
from quiz_app.domain.typed import Typed, TypedTeachBack
from quiz_app.services.auditing import Audit
from quiz_app.services.board import Board
from quiz_app.services.codes import Vault
from quiz_app.services.confirming import Confirming
from quiz_app.services.inviting import Inviting
from quiz_app.services.staffing import Actor, Staffing
from quiz_app.services.taking import Taking
from quiz_app.services.visiting import Visiting
from quiz_app.storage.memory import MemoryStore
from tests.builders import MISS, NOON, RIGHT, course

PASSWORD = "warm tea by the window"


class FixedClock:
    """Time that only a test moves."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time

    def later(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class TestClinic:
    """Everything wired over one memory store."""

    __test__ = False

    course: Course = field(default_factory=course)
    clock: FixedClock = field(default_factory=FixedClock)
    store: MemoryStore = field(default_factory=MemoryStore)

    def __post_init__(self) -> None:
        self.vault = vault = Vault(b"a pepper for tests only, 32 bytes")
        self.audit = audit = Audit(self.store, self.clock, vault)
        self.taking = Taking(self.store, self.clock)
        self.visiting = Visiting(self.store, self.clock, vault, audit)
        self.staffing = Staffing(self.store, self.clock, vault, audit)
        self.board = Board(self.store, self.clock)
        self.confirming = Confirming(self.store, self.clock, audit)
        self.inviting = Inviting(self.store, self.clock, vault, audit, course=self._course)

    def _course(self, course_id: str) -> Course | None:
        return self.course if course_id == "small" else None

    def walk_in(self) -> str:
        """A fresh attempt."""
        return self.inviting.walk_in("small")[1]

    def answer_all(self, attempt: str, choice: Choice) -> str:
        """Walk an attempt to its end, choosing the same each time; the attempt."""
        while not (sitting := self.taking.sitting(attempt)).progress.finished:
            place = sitting.progress.current
            if place.stage is Stage.ASK and place.turn:
                self.taking.answer(sitting, place.turn, choice=choice)
            else:
                self.taking.go_on(sitting, place)
        return attempt

    def ready(self) -> str:
        """A finished attempt with everything right."""
        return self.answer_all(self.walk_in(), RIGHT)

    def with_gaps(self) -> str:
        """A finished attempt with everything missed."""
        return self.answer_all(self.walk_in(), MISS)

    def nurse(self, login: str = "nora", role: Role = Role.NURSE) -> Actor:
        """Somebody of the staff with an account."""
        member = StaffMember(
            id=f"id-{login}", login=login, role=role, password_hash="sealed", created_at=self.clock.now()
        )
        self.store.add_staff(member)
        return Actor(id=member.id, role=role)

    def typed(self, attempt: str, understanding: Understanding = Understanding.CLEAR) -> Typed:
        """A whole page about the talk, each point said that clearly."""
        points = self.taking.sitting(attempt).result.to_talk_about
        return Typed(
            teach_backs={point.item: TypedTeachBack(understanding=understanding, words="calls") for point in points},
            learner=Learner.PATIENT,
            readiness=Readiness.WILLING,
            barriers=(Barrier.NONE,),
            supports=(Support.NONE,),
            ways=(WayToLearn.TALKING,),
            methods=(Method.TEACH_BACK,),
            interpreter=Interpreter.NOT_NEEDED,
        )
