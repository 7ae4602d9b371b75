"""Two courses in one clinic: each invitation leads to its own, and the list tells them apart."""

from quiz_app.domain.access import Role
from quiz_app.domain.board import Asked
from quiz_app.domain.course import Course
from quiz_app.services.codes import new_token
from quiz_app.services.inviting import Inviting, Wanted
from quiz_app.services.staffing import Actor
from tests.builders import course, pair, topic
from tests.services.clinic import TestClinic

NURSE = Actor(id="n", role=Role.NURSE)


def _named(course_id: str, title: str, made: Course) -> Course:
    return made.model_copy(update={"outline": made.outline.model_copy(update={"course": course_id, "title": title})})


DRIP = _named("drip", "Into a vein", course())
SKIN = _named("skin", "Under the skin", course(topic("skin", pair("sore"))))


def _invite(clinic: TestClinic, course_id: str) -> str:
    """A patient of that course who has begun; the id of the attempt."""
    inviting = Inviting(
        clinic.store, clinic.clock, clinic.vault, clinic.audit, course={"drip": DRIP, "skin": SKIN}.get, seed=lambda: 7
    )
    [made] = inviting.invite_many(NURSE, Wanted(course_id), count=1, batch=new_token())
    return inviting.attempt_of(made.invitation)


def test_each_invitation_opens_the_course_it_is_for() -> None:
    clinic = TestClinic()

    attempts = [_invite(clinic, "drip"), _invite(clinic, "skin")]

    assert [clinic.taking.sitting(each).course.outline.title for each in attempts] == ["Into a vein", "Under the skin"]


def test_the_list_can_show_the_patients_of_one_course() -> None:
    clinic = TestClinic()
    drip, skin = _invite(clinic, "drip"), _invite(clinic, "skin")

    found = {name: clinic.board.work_list(NURSE, Asked(course=name)).lines for name in ("drip", "skin", "")}

    assert [line.attempt for line in found["drip"]] == [drip]
    assert [line.attempt for line in found["skin"]] == [skin]
    assert {line.attempt for line in found[""]} == {drip, skin}
