"""The points of a worksheet: what is looked at, what a machine counted, and what is left to people."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Counted:
    """What the machine found: the evidence, and whether it is as it should be; None leaves that to the raters."""

    evidence: str
    holds: bool | None = None


@dataclass(frozen=True)
class Point:
    """One thing to look at, with what the machine found about it."""

    asks: str
    counted: Counted | None = None

    @property
    def is_for_raters(self) -> bool:
        """Whether people must judge it."""
        return self.counted is None or self.counted.holds is None


@dataclass(frozen=True)
class Part:
    """The points about one side of a topic."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Worksheet:
    """Every point about one exact wording of a topic; fingerprint: of the course's content, 64 hex digits."""

    course: str
    topic: str
    title: str
    version: str
    fingerprint: str
    parts: tuple[Part, ...]

    @property
    def asked(self) -> int:
        """How many points are for the raters."""
        return sum(point.is_for_raters for part in self.parts for point in part.points)
