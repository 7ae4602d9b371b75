"""What is concluded from an attempt."""

import pytest

from quiz_app.domain.attempt import Sureness
from quiz_app.domain.course import Course
from quiz_app.domain.marking import Choice
from quiz_app.domain.mastery import Mastery, Outcome, Reason, Result, assess
from tests.builders import MISS, RIGHT, UNSURE, answered, course, item, pair, record, topic

CRITICAL = course(topic("first", pair("clot")), asked_per_topic=1)
BOTH = course(topic("first", [*pair("clot"), item("plasma")]))


def result_of(choices: list[Choice], *, of: Course = CRITICAL, sureness: Sureness | None = None) -> Result:
    now, progress = answered(of, record(of), choices, sureness=sureness)
    return assess(of, now, progress)


@pytest.mark.parametrize(
    ("choices", "sureness", "reason"),
    [
        ([RIGHT], None, None),
        ([RIGHT], Sureness.VERY, None),
        ([MISS, RIGHT], None, None),
        ([MISS, RIGHT], Sureness.FAIRLY, None),
        ([MISS, RIGHT], Sureness.NOT_VERY, None),
        ([MISS, RIGHT], Sureness.VERY, Reason.SURE_AND_MISTAKEN),
        ([UNSURE, RIGHT], None, None),
        ([UNSURE, RIGHT], Sureness.VERY, None),
        ([MISS, MISS], None, Reason.MISSED_TWICE),
        ([MISS, MISS], Sureness.VERY, Reason.MISSED_TWICE),
        ([UNSURE, MISS], None, Reason.MISSED_TWICE),
        ([MISS, UNSURE], None, Reason.NOT_SURE),
        ([UNSURE, UNSURE], None, Reason.NOT_SURE),
    ],
)
def test_the_talk_list_of_critical_items(
    choices: list[Choice], sureness: Sureness | None, reason: Reason | None
) -> None:
    result = result_of(choices, sureness=sureness)

    assert [point.reason for point in result.points] == [reason]
    assert result.outcome is (Outcome.TALK_FIRST if reason else Outcome.READY_TO_CONFIRM)


def test_missing_a_critical_item_twice_asks_for_a_talk() -> None:
    result = result_of([MISS, MISS])

    assert result.to_talk_about[0].objective == "know-clot"
    assert result.mastery == {"know-clot": Mastery.NOT_YET}


def test_an_ordinary_gap_is_listed_but_never_raised() -> None:
    ordinary = course(topic("first", [item("plasma")]))
    result = result_of([MISS], of=ordinary)

    assert result.outcome is Outcome.READY_TO_CONFIRM
    assert result.to_talk_about == ()
    assert [gap.item for gap in result.gaps] == ["plasma"]


def test_an_unfinished_attempt_has_no_outcome_yet_and_unseen_objectives() -> None:
    result = result_of([], of=BOTH)

    assert result.outcome is Outcome.NOT_FINISHED
    assert set(result.mastery.values()) == {Mastery.UNSEEN}
    assert result.score is None


def test_the_score_is_the_share_of_credit_on_the_first_try() -> None:
    half = course(topic("first", [item("plasma"), item("donor")]))

    assert result_of([RIGHT, MISS], of=half).score == 0.5


def test_right_in_the_second_wording_is_right_in_the_end_but_not_from_the_start() -> None:
    point = result_of([MISS, RIGHT]).points[0]

    assert not point.right_first
    assert point.right_in_the_end
