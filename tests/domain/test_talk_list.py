"""The rules of the talk list, every combination written out."""

from itertools import product

import pytest

from quiz_app.domain.attempt import Origin, Response, Sureness, Turn
from quiz_app.domain.item import Item
from quiz_app.domain.marking import NOT_SURE, mark
from quiz_app.domain.mastery import Outcome, Reason, Result, assess
from quiz_app.domain.progress import Answer, Place, Progress, Stage
from tests.builders import NOON, course, item, pair, record, topic

CHOICES = {"right": ("a",), "wrong": ("b",), "over-careful": ("c",), "not-sure": (NOT_SURE,)}
SECONDS = ("not-asked", "right", "wrong", "not-sure")

# What is said of a critical point once everything about it is known: the attempt is finished, or on paper.
# A second wording after a right answer: the first was asked with a key that was not right, and was marked again later.
SETTLED = """
first          how sure    second: not-asked   right               wrong          not-sure
right          -           -                   -                   missed         not-sure
right          very        -                   -                   missed         not-sure
right          fairly      -                   -                   missed         not-sure
right          not-very    -                   -                   missed         not-sure
over-careful   -           -                   -                   missed         not-sure
over-careful   very        -                   -                   missed         not-sure
over-careful   fairly      -                   -                   missed         not-sure
over-careful   not-very    -                   -                   missed         not-sure
wrong          -           missed              -                   missed-twice   not-sure
wrong          very        missed              sure-and-mistaken   missed-twice   not-sure
wrong          fairly      missed              -                   missed-twice   not-sure
wrong          not-very    missed              -                   missed-twice   not-sure
not-sure       -           not-sure            -                   missed-twice   not-sure
not-sure       very        not-sure            -                   missed-twice   not-sure
not-sure       fairly      not-sure            -                   missed-twice   not-sure
not-sure       not-very    not-sure            -                   missed-twice   not-sure
"""

# What is said of it in the middle of an attempt on a screen: nothing, before the second wording is answered.
UNDER_WAY = """
first          how sure    second: not-asked   right               wrong          not-sure
right          -           -                   -                   missed         not-sure
right          very        -                   -                   missed         not-sure
right          fairly      -                   -                   missed         not-sure
right          not-very    -                   -                   missed         not-sure
over-careful   -           -                   -                   missed         not-sure
over-careful   very        -                   -                   missed         not-sure
over-careful   fairly      -                   -                   missed         not-sure
over-careful   not-very    -                   -                   missed         not-sure
wrong          -           -                   -                   missed-twice   not-sure
wrong          very        -                   sure-and-mistaken   missed-twice   not-sure
wrong          fairly      -                   -                   missed-twice   not-sure
wrong          not-very    -                   -                   missed-twice   not-sure
not-sure       -           -                   -                   missed-twice   not-sure
not-sure       very        -                   -                   missed-twice   not-sure
not-sure       fairly      -                   -                   missed-twice   not-sure
not-sure       not-very    -                   -                   missed-twice   not-sure
"""

Row = tuple[str, Sureness | None, str, Reason | None]


def rows(table: str) -> list[Row]:
    """One row for each cell of a table."""
    found: list[Row] = []
    for line in table.strip().splitlines()[1:]:
        first, sure, *cells = line.split()
        sureness = None if sure == "-" else Sureness(sure)
        found += [
            (first, sureness, second, None if cell == "-" else Reason(cell))
            for second, cell in zip(SECONDS, cells, strict=True)
        ]
    return found


def concluded(
    first: str, sureness: Sureness | None, second: str, *, critical: bool, finished: bool, origin: Origin
) -> Result:
    """What is concluded from these answers to one point, whether a patient could come to them or not."""
    items = [each | {"critical": critical} for each in pair("clot")]
    of = course(topic("first", items), asked_per_topic=1)
    now = record(of)
    now = now.model_copy(update={"attempt": now.attempt.model_copy(update={"origin": origin})})
    asked = of.items[now.form.parts[0].asked[0].item]
    answers = [answer(asked, first, sureness)]
    if second != "not-asked":
        answers.append(answer(of.items[asked.sibling or ""], second, None, after=answers[0].response.turn))
    stage = Stage.END if finished else Stage.FEEDBACK
    return assess(of, now, Progress(history=(), current=Place(stage), answers=tuple(answers)))


def answer(asked: Item, how: str, sureness: Sureness | None, *, after: Turn | None = None) -> Answer:
    """One answer, given that way."""
    response = Response(turn=Turn(item=asked.id, try_no=1), choice=CHOICES[how], sureness=sureness, at=NOON)
    given = mark(asked, response.choice)
    return Answer(response=response, mark=given, shown=given, after=after)


def test_the_tables_hold_every_combination() -> None:
    combinations = set(product(CHOICES, [None, *Sureness], SECONDS))

    for table in (SETTLED, UNDER_WAY):
        assert {row[:3] for row in rows(table)} == combinations
        assert len(rows(table)) == len(combinations)


@pytest.mark.parametrize(
    ("table", "finished", "origin"),
    [
        (SETTLED, True, Origin.INVITED),
        (SETTLED, True, Origin.PAPER),
        (SETTLED, False, Origin.PAPER),
        (UNDER_WAY, False, Origin.INVITED),
    ],
    ids=["finished", "paper", "paper-unfinished", "under-way"],
)
def test_a_critical_point_is_talked_about_exactly_as_the_table_says(
    table: str, *, finished: bool, origin: Origin
) -> None:
    for first, sureness, second, reason in rows(table):
        result = concluded(first, sureness, second, critical=True, finished=finished, origin=origin)

        assert result.points[0].reason is reason, (first, sureness, second)
        raised = Outcome.TALK_FIRST if reason else Outcome.READY_TO_CONFIRM
        assert result.outcome is (raised if finished else Outcome.NOT_FINISHED)
        assert result.gaps == ()


@pytest.mark.parametrize("origin", [Origin.INVITED, Origin.PAPER])
@pytest.mark.parametrize("finished", [True, False])
def test_an_ordinary_point_is_never_raised_whatever_was_answered(*, finished: bool, origin: Origin) -> None:
    for first, sureness, second in product(CHOICES, [None, *Sureness], SECONDS):
        result = concluded(first, sureness, second, critical=False, finished=finished, origin=origin)

        assert result.to_talk_about == ()
        assert result.outcome is (Outcome.READY_TO_CONFIRM if finished else Outcome.NOT_FINISHED)
        last = first if second == "not-asked" else second
        assert len(result.gaps) == (0 if last in {"right", "over-careful"} else 1)


def test_a_critical_point_with_one_wording_only_is_raised_at_once() -> None:
    of = course(topic("first", [item("clot", critical=True)]), asked_per_topic=1)
    answers = (answer(of.items["clot"], "wrong", Sureness.VERY),)

    result = assess(of, record(of), Progress(history=(), current=Place(Stage.FEEDBACK), answers=answers))

    assert [point.reason for point in result.points] == [Reason.MISSED]


def test_a_point_that_was_not_answered_is_not_raised() -> None:
    of = course(topic("first", pair("clot")), asked_per_topic=1)

    result = assess(of, record(of), Progress(history=(), current=Place(Stage.WELCOME), answers=()))

    assert result.to_talk_about == ()


def test_no_outcome_holds_up_an_infusion() -> None:
    assert [outcome.value for outcome in Outcome] == ["not-finished", "ready-to-confirm", "talk-first"]
