"""The record of one patient, and how it is checked against the stored facts."""

from datetime import timedelta

import pytest

from quiz_app.domain.access import Role
from quiz_app.domain.attempt import Response
from quiz_app.domain.course import Course
from quiz_app.domain.summary import Summary
from quiz_app.services.auditing import Audit
from quiz_app.services.codes import Vault
from quiz_app.services.recording import Finding, Recording
from quiz_app.services.staffing import Actor, NotAllowed
from quiz_app.services.taking import NoSuchAttempt
from quiz_app.storage.memory import MemoryStore
from tests.builders import MISS, NOON, turn
from tests.export.summaries import care_of, invitation, taken, two_topics
from tests.services.clinic import FixedClock

NURSE = Actor(id="s1", role=Role.NURSE)
EDUCATOR = Actor(id="s9", role=Role.EDUCATOR)


class Shelf:
    """A clinic with one finished and confirmed patient whose code begins with 7K2M."""

    def __init__(self, *, kept: Course | None = None) -> None:
        course = two_topics()
        self.store, done = MemoryStore(), taken(course)
        clock = FixedClock()
        self.store.keep_course(kept or course, course.fingerprint)
        self.store.add_invitation(invitation().model_copy(update={"attempt": None}))
        self.store.open_attempt(done.attempt, done.form, invitation().model_copy(update={"attempt": None}))
        for response in done.responses:
            self.store.add_response("a1", response)
        for passed in done.passed:
            self.store.add_passed("a1", passed)
        for preference in done.preferences:
            self.store.add_preference("a1", preference)
        for question in done.questions:
            self.store.add_question("a1", question)
        self.care = care_of(done)
        self.store.add_conversation(self.care.conversations[0])
        self.store.add_confirmation(self.care.confirmations[0])
        self.recording = Recording(
            self.store, clock, Audit(self.store, clock, Vault(b"a pepper for tests, 32 bytes long"))
        )

    def summary(self) -> Summary:
        return self.recording.summary(NURSE, "a1")

    def found(self) -> tuple[Finding, ...]:
        return self.recording.verify("7K2M")

    def audited(self) -> list[tuple[str, str, str]]:
        facts = [link.fact for link in self.store.audit_chain(after=0, most=99)]
        return [(fact.actor, fact.action, fact.subject) for fact in facts]


def test_a_nurse_gets_the_whole_record_and_that_is_noted() -> None:
    shelf = Shelf()

    summary = shelf.summary()

    assert (summary.selector, summary.label, summary.standing) == ("7K2M", "Chair 4", "confirmed")
    assert (summary.attempt.right_first, summary.attempt.right_in_the_end) == (1, 1)
    assert shelf.audited() == [("s1", "export", "a1")]


def test_whoever_may_not_export_is_refused_and_that_is_noted() -> None:
    shelf = Shelf()

    with pytest.raises(NotAllowed):
        shelf.recording.summary(EDUCATOR, "a1")

    assert shelf.audited() == [("s9", "export-refused", "a1")]


def test_what_was_typed_instead_of_an_attempt_is_not_repeated_in_the_audit_trail() -> None:
    shelf = Shelf()

    with pytest.raises(NotAllowed):
        shelf.recording.summary(EDUCATOR, "7K2M-AAAA-BBBB")

    assert shelf.audited() == [("s9", "export-refused", "unknown")]


def test_an_attempt_that_is_not_kept_has_no_record_and_leaves_no_export() -> None:
    shelf = Shelf()

    with pytest.raises(NoSuchAttempt):
        shelf.recording.summary(NURSE, "a7")

    assert shelf.audited() == []


def test_a_whole_record_verifies_line_by_line() -> None:
    shelf = Shelf()

    found = shelf.found()

    course, form = shelf.summary().course[:12], shelf.summary().attempt.form[:12]
    assert found == (
        Finding(f"Check: the wording of the course matches its fingerprint {course}.", ok=True),
        Finding(f"Check: the form as it was dealt matches its fingerprint {form}.", ok=True),
        Finding("Check: the form names that course.", ok=True),
        Finding("Check: 4 of 4 answers stand in that wording.", ok=True),
        Finding("Confirmation 1 by m.okafor: the digest matches the answers and the talk.", ok=True),
    )


def test_a_changed_word_of_the_course_is_found() -> None:
    course = two_topics()
    changed = course.model_copy(update={"outline": course.outline.model_copy(update={"title": "Another title"})})

    found = Shelf(kept=changed).found()

    assert [finding.ok for finding in found] == [False, True, True, True, True]
    assert found[0].text.startswith("Check: the wording of the course does not match: stored as ")


def test_an_answer_that_came_after_the_signature_is_told_apart_from_a_changed_one() -> None:
    shelf = Shelf()
    late = Response(
        turn=turn("sort").model_copy(update={"try_no": 2}),
        choice=("a=now", "b=later"),
        sureness=None,
        at=NOON + timedelta(days=1),
    )

    shelf.store.add_response("a1", late)

    assert shelf.found()[-1] == Finding(
        "Confirmation 1 by m.okafor: the digest matches what was there when it was signed. Answers came later.",
        ok=True,
    )


def test_an_answer_slipped_in_before_the_signature_is_found() -> None:
    shelf = Shelf()
    slipped = Response(turn=turn("plasma").model_copy(update={"try_no": 2}), choice=MISS, sureness=None, at=NOON)

    shelf.store.add_response("a1", slipped)

    assert shelf.found()[-1] == Finding(
        "Confirmation 1 by m.okafor: the digest does not match. "
        "The answers or the talk are not those that were signed.",
        ok=False,
    )


def test_an_answer_to_a_question_nobody_asked_is_found() -> None:
    shelf = Shelf()

    shelf.store.add_response(
        "a1", Response(turn=turn("ghost"), choice=MISS, sureness=None, at=NOON + timedelta(days=1))
    )

    assert Finding("Check: ghost was answered, but the form does not ask it.", ok=False) in shelf.found()


def test_a_choice_the_question_does_not_offer_is_found() -> None:
    shelf = Shelf()
    odd = Response(
        turn=turn("plasma").model_copy(update={"try_no": 3}), choice=("z",), sureness=None, at=NOON + timedelta(days=1)
    )

    shelf.store.add_response("a1", odd)

    assert Finding("Check: plasma has an answer that the question does not offer.", ok=False) in shelf.found()


def test_a_code_nobody_has_and_a_patient_who_has_not_begun_are_told() -> None:
    shelf = Shelf()
    shelf.store.add_invitation(invitation().model_copy(update={"selector": "AAAA", "link_hash": "m", "attempt": None}))

    assert shelf.recording.verify("ZZZZ") == (Finding("No invitation has a code that begins with ZZZZ.", ok=False),)
    assert shelf.recording.verify("AAAA") == (
        Finding("The patient with the code AAAA has not begun. There is nothing to check.", ok=True),
    )
