"""Paper instead of a screen."""

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Answering, Origin
from quiz_app.domain.board import Asked, State
from quiz_app.domain.mastery import Outcome, Reason
from quiz_app.services.inviting import NoSuchInvitation, Wanted
from quiz_app.services.paper import AlreadyBegun, BadSheet, Paper
from quiz_app.services.staffing import Actor, NotAllowed
from quiz_app.services.taking import QuestionTooLong, Sitting
from tests.services.clinic import TestClinic


class _Clinic(TestClinic):
    """A clinic with this service."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.paper = Paper(self.store, self.clock, self.audit, self.inviting)


def _printed(clinic: _Clinic, nurse: Actor) -> Sitting:
    """The form of a patient who answers on paper."""
    made = clinic.inviting.invite(nurse, Wanted("small"))
    return clinic.paper.sheet(nurse, made.invitation.selector)


def _typed(sitting: Sitting, key: str) -> dict[str, str]:
    """The same option marked everywhere, by the letter at which it was printed."""
    return {asked.item: "ABC"[asked.order.index(key)] for part in sitting.record.form.parts for asked in part.asked}


def test_a_sheet_asked_for_again_is_the_same() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    made = clinic.inviting.invite(nurse, Wanted("small"))

    first = clinic.paper.sheet(nurse, made.code[:4])

    assert first.record.attempt.origin is Origin.PAPER
    assert clinic.paper.sheet(nurse, made.code[:4]) == first


def test_a_whole_sheet_is_kept_at_once_with_who_typed_it() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    sheet = _printed(clinic, nurse)

    kept = clinic.paper.enter(nurse, sheet.attempt, _typed(sheet, "a"))

    [entry] = clinic.store.care(sheet.attempt).papers
    assert (entry.by, entry.signer, entry.at) == (nurse.id, "nora", clinic.clock.now())
    assert kept.progress.finished
    assert kept.result.outcome is Outcome.READY_TO_CONFIRM
    assert kept == clinic.taking.sitting(sheet.attempt)
    assert clinic.board.work_list(nurse, Asked()).counts[State.READY_TO_CONFIRM] == 1


def test_a_safety_point_missed_on_paper_is_one_to_talk_about_and_not_asked_twice() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    sheet = _printed(clinic, nurse)

    kept = clinic.paper.enter(nurse, sheet.attempt, _typed(sheet, "b"))

    assert [point.reason for point in kept.result.to_talk_about] == [Reason.MISSED]
    assert len(kept.record.responses) == 2


def test_every_answer_that_cannot_be_read_is_named_and_nothing_is_kept() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    sheet = _printed(clinic, nurse)
    first, second = _typed(sheet, "a")

    with pytest.raises(BadSheet) as raised:
        clinic.paper.enter(nurse, sheet.attempt, {first: "z"})

    assert dict(raised.value.problems) == {first: "unknown", second: "empty"}
    assert clinic.taking.sitting(sheet.attempt) == sheet


def test_a_sheet_typed_in_twice_changes_nothing() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    sheet = _printed(clinic, nurse)
    kept = clinic.paper.enter(nurse, sheet.attempt, _typed(sheet, "a"))

    with pytest.raises(AlreadyBegun):
        clinic.paper.enter(nurse, sheet.attempt, _typed(sheet, "b"))

    assert clinic.taking.sitting(sheet.attempt) == kept
    assert len(clinic.store.care(sheet.attempt).papers) == 1


def test_who_began_on_a_screen_goes_on_there() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    made = clinic.inviting.invite(nurse, Wanted("small"))
    attempt = clinic.inviting.attempt_of(made.invitation)

    with pytest.raises(AlreadyBegun):
        clinic.paper.sheet(nurse, made.code[:4])
    with pytest.raises(AlreadyBegun):
        clinic.paper.enter(nurse, attempt, {})


def test_who_was_answering_and_the_patients_own_questions_are_kept() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    sheet = _printed(clinic, nurse)

    kept = clinic.paper.enter(
        nurse,
        sheet.attempt,
        _typed(sheet, "a"),
        answering=Answering.WITH_HELP,
        questions=["May I drive?", " "],
    )

    assert kept.record.preference("answering") == "with-help"
    assert [question.text for question in kept.record.questions] == ["May I drive?"]


def test_a_question_that_is_too_long_keeps_nothing() -> None:
    clinic = _Clinic()
    nurse = clinic.nurse()
    sheet = _printed(clinic, nurse)

    with pytest.raises(QuestionTooLong):
        clinic.paper.enter(nurse, sheet.attempt, _typed(sheet, "a"), questions=["x" * 281])

    assert clinic.taking.sitting(sheet.attempt) == sheet


def test_a_code_nobody_made_has_no_sheet_and_an_educator_gets_none() -> None:
    clinic = _Clinic()

    with pytest.raises(NoSuchInvitation):
        clinic.paper.sheet(clinic.nurse(), "ABCD")
    with pytest.raises(NotAllowed):
        clinic.paper.sheet(clinic.nurse("ed", Role.EDUCATOR), "ABCD")
    with pytest.raises(NotAllowed):
        clinic.paper.enter(clinic.nurse("adam", Role.ADMINISTRATOR), "a1", {})
