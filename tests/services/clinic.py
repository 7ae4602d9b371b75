"""A small clinic for tests: a memory store, a clock that stands still until moved, every service."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quiz_app.domain.course import Course
from quiz_app.services.board import Board
from quiz_app.services.codes import Vault
from quiz_app.services.inviting import Inviting
from quiz_app.services.staffing import Staffing
from quiz_app.services.taking import Taking
from quiz_app.services.visiting import Visiting
from quiz_app.storage.memory import MemoryStore
from tests.builders import NOON, course

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
        self.taking = Taking(self.store, self.clock)
        self.visiting = Visiting(self.store, self.clock, vault)
        self.staffing = Staffing(self.store, self.clock, vault)
        self.board = Board(self.store)
        self.inviting = Inviting(self.store, self.clock, vault, course=self._course)

    def _course(self, course_id: str) -> Course | None:
        return self.course if course_id == "small" else None

    def walk_in(self) -> str:
        """A fresh attempt."""
        return self.inviting.walk_in("small")[1]
