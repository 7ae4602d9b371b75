"""Many patients in few lines, for tests of figures."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from random import Random

from quiz_app.domain.attempt import Origin, Record, Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.item import Item
from quiz_app.domain.marking import Choice
from quiz_app.domain.statistics.analysis import Analysis, analyse
from quiz_app.domain.statistics.answers import Answers, Given, Sheet, gather
from quiz_app.domain.statistics.items import ItemFigures
from quiz_app.domain.statistics.points import PointFigures
from tests.builders import MISS, NOON, RIGHT, UNSURE, answered, record

One = tuple[str, Choice] | tuple[str, Choice, Sureness | None]


def sheet(course: Course, *given: One, at: datetime = NOON, on_paper: bool = False) -> Sheet[Given]:
    """What one patient answered: item, choice and perhaps sureness of each."""
    keys = [Given(course.fingerprint, each[0], each[1], each[2] if len(each) > 2 else None) for each in given]
    return Sheet(course=course.fingerprint, opened_at=at, on_paper=on_paper, keys=keys)


def sheet_of(done: Record) -> Sheet[Given]:
    """The answers of a record."""
    keys = [Given(done.attempt.course, each.turn.item, each.choice, each.sureness) for each in done.responses]
    paper = done.attempt.origin is Origin.PAPER
    return Sheet(course=done.attempt.course, opened_at=done.attempt.opened_at, on_paper=paper, keys=keys)


def gathered(sheets: Iterable[Sheet[Given]]) -> Answers:
    """Sheets in columns."""
    return gather(sheets, lambda _, given: given, simulated=False)


def analysis_of(
    today: Course,
    sheets: Iterable[Sheet[Given]],
    *,
    earlier: Sequence[Course] = (),
    corrected: Sequence[Item] = (),
    now: datetime = NOON,
) -> Analysis:
    """The figures of these sheets; corrected keys count for every version."""
    courses = {course.fingerprint: course for course in (*earlier, today)}
    keys = {item.id: item for item in corrected}
    return analyse(
        today,
        gathered(sheets),
        courses,
        item_of=lambda fingerprint, item: keys.get(item) or courses[fingerprint].items[item],
        now=now,
    )


def figures(found: Analysis, item: str) -> ItemFigures:
    """The figures of the item of that id."""
    return next(each for each in found.items if each.item.id == item)


def point(found: Analysis, item: str) -> PointFigures:
    """The figures of the point that item asks."""
    return next(each for each in found.points if item in {wording.id for wording in each.wordings})


def simulated(course: Course, patients: int) -> list[Record]:
    """Patients who choose at random, with a form of their own each; one in four stops on the way."""
    chance = Random(5)  # noqa: S311 - a simulation, not a secret
    return [_one(course, number, chance) for number in range(patients)]


def _one(course: Course, number: int, chance: Random) -> Record:
    choices = chance.choices([RIGHT, MISS, UNSURE], (6, 3, 1), k=60)
    many = 60 if chance.random() < 0.75 else chance.randrange(8)
    return answered(course, record(course, seed=number), choices[:many], sureness=chance.choice([*Sureness, None]))[0]
