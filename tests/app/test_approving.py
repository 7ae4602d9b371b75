"""Exactly the content that was read is approved, by somebody with the right, until a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz_app.app.approving import Approval, BadApproval, ContentChanged, NotInOrder
from quiz_app.app.assembly import App, assemble
from quiz_app.app.settings import read_settings
from quiz_app.app.workbench import CannotSave
from quiz_app.domain.access import Role, StaffMember
from quiz_app.services.staffing import Actor, NotAllowed
from tests.content.small_bank import COURSE, write_bank

REVIEWER = Actor(id="id-ria", role=Role.REVIEWER)


@pytest.fixture
def app(tmp_path: Path) -> App:
    questions = write_bank(tmp_path)
    made = assemble(read_settings({"QUIZ_APP_DATA": str(tmp_path / "data"), "QUIZ_APP_QUESTIONS": str(questions)}))
    made.store.add_staff(
        StaffMember(id="id-ria", login="ria", role=Role.REVIEWER, password_hash="sealed", created_at=made.clock.now())
    )
    return made


def _today(app: App) -> date:
    return app.clock.now().date()


def _approve(app: App, *, role: str = "Pharmacist", days: int = 365, fingerprint: str = "") -> None:
    found = app.approving.to_approve(REVIEWER, "small")
    app.approving.approve(
        REVIEWER,
        "small",
        Approval(fingerprint or found.fingerprint, role=role, due=_today(app) + timedelta(days=days)),
    )


def test_the_approval_is_written_into_the_course_and_holds_for_exactly_this_content(app: App) -> None:
    content = app.approving.to_approve(REVIEWER, "small").fingerprint

    _approve(app)

    course = app.library.course("small")
    assert course
    assert course.is_approved
    due = _today(app) + timedelta(days=365)
    written = (app.library.folder / "small" / "course.yaml").read_text()
    assert written == COURSE.replace(
        "  status: draft\n  due: 2027-06-01\n",
        f"  status: approved\n  approved_by: ria\n  role: Pharmacist\n"
        f'  approved_on: "{_today(app)}"\n  fingerprint: {content}\n  due: {due}\n',
    )
    assert [link.fact.action for link in app.store.audit_chain(after=0, most=9)][-1] == "approve-course"


def test_one_changed_word_makes_it_a_draft_again_and_the_checker_says_so(app: App) -> None:
    _approve(app)
    topic = app.library.folder / "small" / "topics" / "signs.yaml"
    topic.write_text(topic.read_text().replace("It may be a clot.", "This may be a clot."))
    app.library.refresh()

    course = app.library.course("small")

    assert course
    assert not course.is_approved
    assert [found.code for found in app.library.problems] == ["W512"]


def test_content_that_changed_while_it_was_read_is_not_approved(app: App) -> None:
    found = app.approving.to_approve(REVIEWER, "small")
    topic = app.library.folder / "small" / "topics" / "signs.yaml"
    topic.write_text(topic.read_text().replace("It may be a clot.", "This may be a clot."))

    with pytest.raises(ContentChanged):
        _approve(app, fingerprint=found.fingerprint)


def test_content_with_errors_is_not_approved(app: App) -> None:
    (app.library.folder / "small" / "topics" / "signs.yaml").write_text("topic: [")

    with pytest.raises(NotInOrder) as reason:
        app.approving.to_approve(REVIEWER, "small")

    assert [found.code for found in reason.value.problems if found.code.startswith("E1")] == ["E116"]


def test_a_course_that_is_not_there_cannot_be_approved(app: App) -> None:
    for course in ("nothing", "", "../small"):
        with pytest.raises(NotInOrder):
            app.approving.to_approve(REVIEWER, course)


@pytest.mark.parametrize(
    ("role", "days", "fields"),
    [("", 365, ("role",)), ("x" * 81, 365, ("role",)), ("Nurse", 0, ("due",)), (" ", 731, ("role", "due"))],
)
def test_a_role_and_a_day_within_two_years_are_needed(app: App, role: str, days: int, fields: tuple[str, ...]) -> None:
    with pytest.raises(BadApproval) as reason:
        _approve(app, role=role, days=days)

    assert reason.value.fields == fields


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.REVIEWER])
def test_only_a_reviewer_approves(app: App, role: Role) -> None:
    with pytest.raises(NotAllowed):
        app.approving.to_approve(Actor(id="id-nora", role=role), "small")


def test_an_approval_cannot_be_typed_by_anybody(app: App) -> None:
    content = app.approving.to_approve(REVIEWER, "small").fingerprint
    opened = app.workbench.open(REVIEWER, "small/course.yaml")
    typed = opened.text.replace(
        "status: draft",
        f"status: approved\n  approved_by: x\n  role: y\n  approved_on: 2026-11-22\n  fingerprint: {content}",
    )

    with pytest.raises(CannotSave, match="cannot be typed"):
        app.workbench.save(REVIEWER, opened.file, typed, base=opened.fingerprint)


def test_the_rest_of_an_approved_course_can_still_be_edited(app: App) -> None:
    _approve(app)
    opened = app.workbench.open(REVIEWER, "small/course.yaml")

    app.workbench.save(REVIEWER, opened.file, opened.text.replace("minutes: 5", "minutes: 6"), base=opened.fingerprint)

    course = app.library.course("small")
    assert course
    assert (course.outline.minutes, course.is_approved) == (6, False)


def test_approving_a_course_nobody_published_reaches_new_patients_at_once(app: App) -> None:
    _approve(app)

    live = app.offering.course("small")

    assert app.store.newest_release("small") is None
    assert live
    assert live.is_approved
