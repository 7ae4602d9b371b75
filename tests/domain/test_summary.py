"""The whole record of one patient as one value."""

from quiz_app.domain.attempt import Origin
from quiz_app.domain.mastery import Reason
from quiz_app.domain.wording import Chosen
from tests.export.summaries import bare, confirmed


def test_a_point_keeps_its_first_answer_and_the_one_the_patient_was_left_with() -> None:
    (clot,) = [point for point in confirmed().attempt.points if point.critical]

    assert clot.first is not None
    assert clot.final is not None
    assert clot.asked_again
    assert clot.first.wording.stem == f"What about {clot.item}?"
    assert (clot.first.right, clot.first.unsure, clot.first.sureness) == (False, False, "very")
    assert (clot.final.right, clot.final.unsure, clot.final.chosen) == (False, True, (Chosen(option=""),))
    assert clot.reason is Reason.NOT_SURE


def test_letters_are_those_on_the_screen() -> None:
    (clot,) = [point for point in confirmed().attempt.points if point.critical]

    assert clot.first is not None
    (chosen,) = clot.first.chosen
    assert clot.first.wording.option(chosen.option) == f"Wait with {clot.item}"


def test_a_sorted_thing_keeps_the_number_of_its_group_or_none() -> None:
    (sort,) = [point for point in confirmed().attempt.points if point.item == "sort"]

    assert sort.first is not None
    told = {sort.first.wording.option(each.option): each.group for each in sort.first.chosen}
    assert told == {"Chest pain": "1", "A mild headache": ""}


def test_wordings_hold_every_question_of_the_form_also_those_not_asked() -> None:
    assert sorted(wording.item for wording in bare().attempt.wordings) == ["clot-one", "clot-two", "plasma", "sort"]


def test_a_refresher_stands_beside_the_first_result() -> None:
    summary = confirmed()

    assert summary.refresher is not None
    assert summary.refresher.origin is Origin.REFRESHER
    assert (summary.refresher.right_first, len(summary.refresher.points)) == (1, 1)
    assert (summary.attempt.right_first, len(summary.attempt.points)) == (1, 3)


def test_the_newest_fact_dates_the_record() -> None:
    assert confirmed().last_at.hour == 14
    assert confirmed(withdrawn="Wrong chair").last_at.hour == 15
    assert bare().last_at.hour == 12


def test_somebody_who_has_only_begun_has_no_answers_and_no_end() -> None:
    attempt = bare().attempt

    assert attempt.finished is None
    assert [point.first for point in attempt.points] == [None, None, None]
