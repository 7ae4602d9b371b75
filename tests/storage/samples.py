"""Facts for tests of the store, built in one line each."""

from datetime import datetime, timedelta

from quiz_app.domain.access import Invitation, Role, StaffMember, Visit, VisitorKind
from quiz_app.domain.attempt import Attempt, Origin, Passed, Response, Turn
from quiz_app.domain.board import Finished, OpenPoint
from quiz_app.domain.confirmation import (
    Barrier,
    Confirmation,
    Conversation,
    Education,
    Interpreter,
    Learner,
    Meaning,
    Method,
    PaperEntry,
    Readiness,
    Support,
    TeachBack,
    Understanding,
    WayToLearn,
    Withdrawal,
)
from quiz_app.domain.form import Form, deal
from quiz_app.domain.mastery import Outcome, Reason
from quiz_app.domain.regrade import Regrade
from quiz_app.domain.regraded import Regraded
from quiz_app.domain.release import Release, ReleaseKind
from quiz_app.services.ports import Store
from tests.builders import NOON, course

COURSE = course()
FORM = deal(COURSE, seed=1)


def invitation(selector: str = "CODE", **more: object) -> Invitation:
    """An invitation that nobody used yet."""
    made = Invitation(
        selector=selector,
        verifier="sealed",
        link_hash=f"link-{selector}",
        course="small",
        created_at=NOON,
        expires_at=NOON + timedelta(days=30),
    )
    return made.model_copy(update=more)


def attempt(name: str = "one", form: Form = FORM, *, origin: Origin = Origin.WALK_IN) -> Attempt:
    """An attempt of that id."""
    return Attempt(
        id=name, course=form.course, form=form.fingerprint, locale=form.locale, origin=origin, opened_at=NOON
    )


def opened(
    store: Store, name: str = "one", *, form: Form = FORM, origin: Origin = Origin.WALK_IN, **more: object
) -> Attempt:
    """An attempt of that id, opened in the store by an invitation of its own."""
    store.keep_course(COURSE, COURSE.fingerprint)
    ticket = invitation(f"code-{name}", **more)
    assert store.add_invitation(ticket)
    made = attempt(name, form, origin=origin)
    assert store.open_attempt(made, form, ticket)
    return made


def response(item: str = "clot-one", try_no: int = 1, *, choice: str = "a", seconds: float = 0) -> Response:
    """A response to an item, some seconds after noon."""
    turn = Turn(item=item, try_no=try_no)
    return Response(turn=turn, choice=(choice,), sureness=None, at=NOON + timedelta(seconds=seconds))


def passed(place: str = "welcome") -> Passed:
    """The patient went on from a place at noon."""
    return Passed(place=place, at=NOON)


def member(name: str = "ann", **more: object) -> StaffMember:
    """A nurse's account with that login."""
    made = StaffMember(id=f"id-{name}", login=name, role=Role.NURSE, password_hash="sealed", created_at=NOON)
    return made.model_copy(update=more)


def visit(cookie: str = "cookie", *, subject: str = "id-ann") -> Visit:
    """A staff visit that began at noon."""
    return Visit(
        token_hash=cookie,
        kind=VisitorKind.STAFF,
        subject=subject,
        created_at=NOON,
        expires_at=NOON + timedelta(hours=12),
        seen_at=NOON,
    )


def places(store: Store) -> list[str]:
    """The places attempt one has passed."""
    record = store.record("one")
    assert record
    return [each.place for each in record.passed]


def finished(name: str = "one", outcome: Outcome = Outcome.TALK_FIRST, *, at: datetime = NOON) -> Finished:
    """What was concluded at the end, with one point to talk about if there is to be a talk."""
    point = OpenPoint(item="clot-one", objective="spot-clot", reason=Reason.MISSED_TWICE)
    return Finished(attempt=name, outcome=outcome, points=(point,) if outcome is Outcome.TALK_FIRST else (), at=at)


def conversation(name: str = "one", number: int = 1, *, words: str = "", at: datetime = NOON) -> Conversation:
    """A talk about one point."""
    return Conversation(
        attempt=name,
        number=number,
        teach_backs=(TeachBack(item="clot-one", understanding=Understanding.CLEAR, words=words),),
        education=Education(
            learner=Learner.PATIENT,
            readiness=Readiness.WILLING,
            barriers=(Barrier.NONE,),
            supports=(Support.NONE,),
            ways=(WayToLearn.TALKING, WayToLearn.PICTURES),
            methods=(Method.TEACH_BACK,),
            interpreter=Interpreter.NOT_NEEDED,
        ),
        by="id-ann",
        signer="Ann, RN",
        at=at,
    )


def confirmation(name: str = "one", number: int = 1, *, talk: int = 1, at: datetime = NOON) -> Confirmation:
    """A signature under a talk."""
    return Confirmation(
        attempt=name,
        number=number,
        conversation=talk,
        digest="ab" * 32,
        meaning=Meaning.UNDERSTANDING_CONFIRMED,
        by="id-ann",
        signer="Ann, RN",
        at=at,
    )


def withdrawal(name: str = "one", number: int = 1, *, reason: str = "Signed for another patient") -> Withdrawal:
    """A signature taken back."""
    return Withdrawal(attempt=name, confirmation=number, reason=reason, by="id-ann", signer="Ann, RN", at=NOON)


def paper(name: str = "one") -> PaperEntry:
    """A sheet that was typed in."""
    return PaperEntry(attempt=name, by="id-ann", signer="Ann, RN", at=NOON)


def refresher(of: str = "one", *, name: str = "again") -> tuple[Attempt, Form]:
    """A refresher of that attempt, and its form."""
    form = FORM.model_copy(update={"refresher_of": of})
    return attempt(name, form, origin=Origin.REFRESHER), form


def regrade(
    item: str = "clot-one", number: int = 1, *, reason: str = "Option b was the key", at: datetime = NOON
) -> Regrade:
    """A corrected key of the course, which is the key it had."""
    return Regrade(
        course=COURSE.fingerprint,
        item=item,
        number=number,
        live=COURSE.fingerprint,
        corrected=COURSE.items[item],
        by="id-eda",
        signer="eda",
        reason=reason,
        at=at,
    )


def regraded(
    name: str = "one", number: int = 1, *, outcome: Outcome = Outcome.TALK_FIRST, at: datetime = NOON
) -> Regraded:
    """An attempt marked again by that corrected key, with one point to talk about if there is to be a talk."""
    point = OpenPoint(item="clot-two", objective="know-clot", reason=Reason.MISSED)
    return Regraded(
        attempt=name,
        number=number,
        course=COURSE.fingerprint,
        item="clot-one",
        regrade=1,
        old=1.0,
        new=1 / 3,
        outcome=outcome,
        points=(point,) if outcome is Outcome.TALK_FIRST else (),
        by="id-eda",
        signer="eda",
        reason="Option b was the key",
        corrected_at=at,
        at=at,
    )


def release(number: int = 1) -> Release:
    """The course went live."""
    return Release(
        course="small",
        number=number,
        kind=ReleaseKind.PUBLISHED,
        fingerprint=COURSE.fingerprint,
        by="id-eda",
        signer="eda",
        at=NOON,
    )
