"""A nurse records a talk, signs for it and takes it back."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz_app.domain.access import Draft, Role
from quiz_app.domain.attempt import Response, Turn
from quiz_app.domain.confirmation import Barrier, Conversation, Standing, Understanding, digest_of
from quiz_app.domain.mastery import Outcome
from quiz_app.domain.typed import Typed
from quiz_app.services.confirming import (
    Change,
    Missing,
    NoReason,
    NotClear,
    NotFinished,
    PasswordNeeded,
    Seen,
    Stale,
)
from quiz_app.services.staffing import Actor, NotAllowed
from quiz_app.services.taking import NoSuchAttempt
from quiz_app.storage.memory import MemoryStore
from tests.builders import MISS, NOON
from tests.services.clinic import TestClinic

EDUCATOR = Actor(id="e", role=Role.EDUCATOR)
ADMINISTRATOR = Actor(id="a", role=Role.ADMINISTRATOR)


def seen(clinic: TestClinic, actor: Actor, attempt: str) -> Seen:
    return clinic.confirming.case(actor, attempt).seen


def record(clinic: TestClinic, actor: Actor, attempt: str, how: Understanding = Understanding.CLEAR) -> None:
    now = seen(clinic, actor, attempt)
    clinic.confirming.record(actor, attempt, clinic.typed(attempt, how), seen=now)


def confirm(clinic: TestClinic, actor: Actor, attempt: str) -> None:
    now = seen(clinic, actor, attempt)
    clinic.confirming.confirm(actor, attempt, seen=now, reauthenticated_at=clinic.clock.now())


def answer_late(clinic: TestClinic, attempt: str) -> None:
    """An answer that comes after the end, as a regrade or a late device might bring it."""
    late = Response(turn=Turn(item="late", try_no=1), choice=MISS, sureness=None, at=clinic.clock.now())
    clinic.store.add_response(attempt, late)


def audited(clinic: TestClinic) -> list[tuple[str, str, str]]:
    facts = [link.fact for link in clinic.store.audit_chain(after=0, most=999)]
    return [(fact.actor, fact.action, fact.subject) for fact in facts if fact.actor != "patient"]


def test_a_nurse_reads_a_case_without_anything_recorded_yet() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.with_gaps()

    case = clinic.confirming.case(nora, attempt)

    assert case.briefing.outcome is Outcome.TALK_FIRST
    assert [gap.objective for gap in case.briefing.talk] == ["You know know-clot."]
    assert [gap.objective for gap in case.briefing.ordinary] == ["You know know-plasma."]
    assert (case.standing, case.typed, case.has_draft, case.refresher) == (Standing.NONE, Typed(), False, None)
    assert case.seen == Seen(responses=3, conversations=0, confirmations=0, withdrawals=0)
    assert case.invitation
    assert case.invitation.attempt == attempt


def test_a_talk_and_a_signature_say_who_when_and_what() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.with_gaps()
    talk = clinic.confirming.record(nora, attempt, clinic.typed(attempt), seen=seen(clinic, nora, attempt))
    clinic.clock.later(minutes=2)

    now = seen(clinic, nora, attempt)
    signed = clinic.confirming.confirm(nora, attempt, seen=now, reauthenticated_at=clinic.clock.now())

    assert (talk.number, talk.by, talk.signer, talk.at) == (1, "id-nora", "nora", NOON)
    assert [(back.understanding, back.words) for back in talk.teach_backs] == [(Understanding.CLEAR, "calls")]
    assert (signed.number, signed.conversation, signed.signer) == (1, 1, "nora")
    assert signed.at == NOON + timedelta(minutes=2)
    assert signed.digest == digest_of(clinic.taking.sitting(attempt).record, talk)
    assert clinic.confirming.case(nora, attempt).standing is Standing.CONFIRMED
    assert audited(clinic) == [("id-nora", "record-talk", attempt), ("id-nora", "confirm", attempt)]


def test_a_patient_without_gaps_is_confirmed_without_a_teach_back() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()

    record(clinic, nora, attempt)
    confirm(clinic, nora, attempt)

    assert clinic.confirming.case(nora, attempt).care.conversations[0].teach_backs == ()
    assert clinic.confirming.case(nora, attempt).standing is Standing.CONFIRMED


def test_every_empty_field_and_every_clash_is_named_and_nothing_is_recorded() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.with_gaps()
    point = clinic.taking.sitting(attempt).result.to_talk_about[0].item
    half = clinic.typed(attempt).model_copy(
        update={"teach_backs": {}, "interpreter": None, "barriers": (Barrier.NONE, Barrier.SIGHT)}
    )

    with pytest.raises(Missing) as reason:
        clinic.confirming.record(nora, attempt, half, seen=seen(clinic, nora, attempt))

    assert reason.value.fields == (f"teach-back:{point}", "barriers", "interpreter")
    assert clinic.confirming.case(nora, attempt).care.conversations == ()


@pytest.mark.parametrize("how", [Understanding.PARTLY, Understanding.NOT_YET])
def test_a_talk_with_a_point_that_is_not_clear_is_kept_but_not_signed(how: Understanding) -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.with_gaps()
    point = clinic.taking.sitting(attempt).result.to_talk_about[0].item
    record(clinic, nora, attempt, how)

    with pytest.raises(NotClear) as reason:
        confirm(clinic, nora, attempt)

    assert reason.value.items == (point,)
    assert len(clinic.confirming.case(nora, attempt).care.conversations) == 1
    record(clinic, nora, attempt)
    confirm(clinic, nora, attempt)
    assert clinic.confirming.case(nora, attempt).standing is Standing.CONFIRMED


def test_without_a_talk_there_is_nothing_to_sign() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()

    with pytest.raises(Missing) as reason:
        confirm(clinic, nora, attempt)

    assert reason.value.fields == ("conversation",)


def test_an_attempt_that_is_not_finished_is_not_signed_but_may_be_talked_about() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.walk_in()
    record(clinic, nora, attempt)

    with pytest.raises(NotFinished):
        confirm(clinic, nora, attempt)


@pytest.mark.parametrize("ago", [None, timedelta(minutes=5, seconds=1), timedelta(hours=3)])
def test_a_signature_needs_the_password_typed_within_five_minutes(ago: timedelta | None) -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()
    record(clinic, nora, attempt)
    typed_at: datetime | None = clinic.clock.now() - ago if ago else None

    with pytest.raises(PasswordNeeded):
        clinic.confirming.confirm(nora, attempt, seen=seen(clinic, nora, attempt), reauthenticated_at=typed_at)

    assert clinic.confirming.case(nora, attempt).standing is Standing.NONE


def test_a_password_typed_five_minutes_ago_still_counts() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()
    record(clinic, nora, attempt)
    ago = clinic.clock.now() - timedelta(minutes=5)

    clinic.confirming.confirm(nora, attempt, seen=seen(clinic, nora, attempt), reauthenticated_at=ago)

    assert clinic.confirming.case(nora, attempt).standing is Standing.CONFIRMED


def test_the_second_of_two_nurses_is_told_who_was_first_and_nothing_is_overwritten() -> None:
    clinic = TestClinic()
    nora, omar, attempt = clinic.nurse(), clinic.nurse("omar"), clinic.with_gaps()
    both_saw = seen(clinic, nora, attempt)
    clinic.confirming.keep_draft(omar, attempt, clinic.typed(attempt, Understanding.PARTLY))
    clinic.clock.later(minutes=3)
    first = clinic.confirming.record(nora, attempt, clinic.typed(attempt), seen=both_saw)

    with pytest.raises(Stale) as told:
        clinic.confirming.record(omar, attempt, clinic.typed(attempt, Understanding.PARTLY), seen=both_saw)

    assert told.value.changes == (Change(kind="conversation", signer="nora", at=NOON + timedelta(minutes=3)),)
    case = clinic.confirming.case(omar, attempt)
    assert case.care.conversations == (first,)
    assert case.has_draft
    assert case.typed == clinic.typed(attempt, Understanding.PARTLY)


class Crossing(MemoryStore):
    """A store in which somebody else comes first, between reading and writing."""

    before: Callable[[], object] | None = None

    def add_conversation(self, conversation: Conversation) -> bool:
        before, self.before = self.before, None
        if before:
            before()
        return super().add_conversation(conversation)


def test_two_nurses_who_press_in_the_same_instant_are_told_apart_by_the_store() -> None:
    store = Crossing()
    clinic = TestClinic(store=store)
    nora, omar, attempt = clinic.nurse(), clinic.nurse("omar"), clinic.with_gaps()
    both_saw = seen(clinic, nora, attempt)
    store.before = lambda: clinic.confirming.record(nora, attempt, clinic.typed(attempt), seen=both_saw)

    with pytest.raises(Stale) as told:
        clinic.confirming.record(omar, attempt, clinic.typed(attempt), seen=both_saw)

    assert [change.signer for change in told.value.changes] == ["nora"]


def test_a_signature_over_answers_that_changed_meanwhile_is_refused() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()
    record(clinic, nora, attempt)
    shown = seen(clinic, nora, attempt)
    answer_late(clinic, attempt)

    with pytest.raises(Stale) as told:
        clinic.confirming.confirm(nora, attempt, seen=shown, reauthenticated_at=clinic.clock.now())

    assert told.value.changes == (Change(kind="answers", signer="", at=NOON),)


def test_a_later_answer_voids_a_confirmation_visibly() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()
    record(clinic, nora, attempt)
    confirm(clinic, nora, attempt)

    answer_late(clinic, attempt)

    case = clinic.confirming.case(nora, attempt)
    assert case.standing is Standing.VOID
    assert case.care.confirmation


def test_a_confirmation_is_taken_back_with_a_reason_and_both_stay() -> None:
    clinic = TestClinic()
    nora, omar, attempt = clinic.nurse(), clinic.nurse("omar"), clinic.ready()
    record(clinic, nora, attempt)
    confirm(clinic, nora, attempt)

    with pytest.raises(NoReason):
        clinic.confirming.withdraw(omar, attempt, "  ", seen=seen(clinic, omar, attempt))
    back = clinic.confirming.withdraw(omar, attempt, " Wrong tablet ", seen=seen(clinic, omar, attempt))

    case = clinic.confirming.case(nora, attempt)
    assert (back.reason, back.signer, back.confirmation) == ("Wrong tablet", "omar", 1)
    assert case.standing is Standing.WITHDRAWN
    assert (len(case.care.confirmations), case.care.withdrawals) == (1, (back,))
    assert audited(clinic)[-1] == ("id-omar", "withdraw", attempt)


def test_what_was_taken_back_is_not_taken_back_again_and_may_be_signed_anew() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()
    record(clinic, nora, attempt)
    confirm(clinic, nora, attempt)
    clinic.confirming.withdraw(nora, attempt, "mistaken", seen=seen(clinic, nora, attempt))

    with pytest.raises(Missing) as reason:
        clinic.confirming.withdraw(nora, attempt, "mistaken", seen=seen(clinic, nora, attempt))
    assert reason.value.fields == ("confirmation",)

    confirm(clinic, nora, attempt)
    assert clinic.confirming.case(nora, attempt).standing is Standing.CONFIRMED


def test_a_withdrawal_on_a_stale_page_is_told_what_changed() -> None:
    clinic = TestClinic()
    nora, omar, attempt = clinic.nurse(), clinic.nurse("omar"), clinic.ready()
    record(clinic, nora, attempt)
    confirm(clinic, nora, attempt)
    shown = seen(clinic, nora, attempt)
    clinic.confirming.withdraw(omar, attempt, "mistaken", seen=shown)

    with pytest.raises(Stale) as told:
        clinic.confirming.withdraw(nora, attempt, "mistaken", seen=shown)

    assert [(change.kind, change.signer) for change in told.value.changes] == [("withdrawal", "omar")]


def test_a_draft_comes_back_after_logging_in_again_and_goes_once_it_is_recorded() -> None:
    clinic = TestClinic()
    nora, omar, attempt = clinic.nurse(), clinic.nurse("omar"), clinic.with_gaps()
    half = Typed(barriers=(Barrier.HEARING,))
    clinic.confirming.keep_draft(nora, attempt, half)

    clinic.clock.later(days=2)
    again = clinic.confirming.case(Actor(id=nora.id, role=Role.NURSE), attempt)
    other = clinic.confirming.case(omar, attempt)
    record(clinic, nora, attempt)
    after = clinic.confirming.case(nora, attempt)

    assert (again.typed, again.has_draft) == (half, True)
    assert (other.typed, other.has_draft) == (Typed(), False)
    assert (after.typed, after.has_draft) == (clinic.typed(attempt), False)


def test_a_draft_that_a_newer_version_cannot_read_does_not_shut_the_page() -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.ready()
    clinic.store.keep_draft(Draft(attempt=attempt, by=nora.id, content='{"learner": "martian"}', at=NOON))

    case = clinic.confirming.case(nora, attempt)

    assert (case.typed, case.has_draft) == (Typed(), False)


def test_only_roles_that_may_sign_record_anything_and_an_educator_reads_nothing() -> None:
    clinic = TestClinic()
    attempt = clinic.ready()
    nothing = Seen(responses=0, conversations=0, confirmations=0, withdrawals=0)

    clinic.confirming.case(ADMINISTRATOR, attempt)
    with pytest.raises(NotAllowed):
        clinic.confirming.case(EDUCATOR, attempt)
    for actor in (ADMINISTRATOR, EDUCATOR):
        with pytest.raises(NotAllowed):
            clinic.confirming.keep_draft(actor, attempt, Typed())
        with pytest.raises(NotAllowed):
            clinic.confirming.record(actor, attempt, clinic.typed(attempt), seen=nothing)
        with pytest.raises(NotAllowed):
            clinic.confirming.confirm(actor, attempt, seen=nothing, reauthenticated_at=NOON)
        with pytest.raises(NotAllowed):
            clinic.confirming.withdraw(actor, attempt, "mistaken", seen=nothing)


def test_an_unknown_attempt_is_said_to_be_unknown() -> None:
    clinic = TestClinic()

    with pytest.raises(NoSuchAttempt):
        clinic.confirming.case(clinic.nurse(), "nobody")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["record", "half", "confirm", "withdraw", "answer"]), max_size=8))
def test_in_whatever_order_nurses_act_only_a_matching_digest_stands(steps: list[str]) -> None:
    clinic = TestClinic()
    nora, attempt = clinic.nurse(), clinic.with_gaps()

    for step in steps:
        before = clinic.confirming.case(nora, attempt)
        try:
            if step == "record":
                record(clinic, nora, attempt)
            elif step == "half":
                record(clinic, nora, attempt, Understanding.PARTLY)
            elif step == "confirm":
                confirm(clinic, nora, attempt)
            elif step == "withdraw":
                clinic.confirming.withdraw(nora, attempt, "mistaken", seen=before.seen)
            else:
                answer_late(clinic, attempt)
        except (Missing, NotClear):
            assert clinic.confirming.case(nora, attempt) == before

        case = clinic.confirming.case(nora, attempt)
        last, talk = case.care.confirmation, case.care.conversation
        matches = last is not None and talk is not None and last.digest == digest_of(case.sitting.record, talk)
        taken_back = last is not None and case.care.withdrawal_of(last) is not None
        assert (case.standing is Standing.CONFIRMED) == (matches and not taken_back)
        assert case.care.conversations[: len(before.care.conversations)] == before.care.conversations
        assert case.care.confirmations[: len(before.care.confirmations)] == before.care.confirmations
        assert case.care.withdrawals[: len(before.care.withdrawals)] == before.care.withdrawals
