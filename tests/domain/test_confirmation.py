"""Whether a signature still says what it said."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quiz_app.domain.attempt import Record, Response
from quiz_app.domain.confirmation import (
    Barrier,
    Care,
    Confirmation,
    Conversation,
    Education,
    Interpreter,
    Learner,
    Meaning,
    Method,
    Readiness,
    Standing,
    Support,
    TeachBack,
    Understanding,
    WayToLearn,
    Withdrawal,
    digest_of,
    standing,
)
from tests.builders import MISS, NOON, RIGHT, answered, course, pair, record, topic, turn

OF = course(topic("first", pair("clot")), asked_per_topic=1)
RECORD, _ = answered(OF, record(OF), [RIGHT])
TAUGHT = Education(
    learner=Learner.PATIENT,
    readiness=Readiness.WILLING,
    barriers=(Barrier.NONE,),
    supports=(Support.NONE,),
    ways=(WayToLearn.TALKING,),
    methods=(Method.TEACH_BACK,),
    interpreter=Interpreter.NOT_NEEDED,
)


def talk(number: int = 1, *, words: str = "") -> Conversation:
    backs = (TeachBack(item="clot-one", understanding=Understanding.CLEAR, words=words),)
    return Conversation(
        attempt="a1", number=number, teach_backs=backs, education=TAUGHT, by="n", signer="nora", at=NOON
    )


def signed(of: Record, about: Conversation, *, number: int = 1) -> Confirmation:
    return Confirmation(
        attempt="a1",
        number=number,
        conversation=about.number,
        digest=digest_of(of, about),
        meaning=Meaning.UNDERSTANDING_CONFIRMED,
        by="n",
        signer="nora",
        at=NOON,
    )


def withdrawn(number: int = 1) -> Withdrawal:
    return Withdrawal(attempt="a1", confirmation=number, reason="other patient", by="n", signer="nora", at=NOON)


def with_answer(of: Record) -> Record:
    late = Response(turn=turn("clot-two"), choice=MISS, sureness=None, at=NOON + timedelta(hours=1))
    return of.model_copy(update={"responses": (*of.responses, late)})


def test_nothing_stands_before_a_confirmation() -> None:
    assert standing(RECORD, Care()) is Standing.NONE
    assert standing(RECORD, Care(conversations=(talk(),))) is Standing.NONE


def test_a_confirmation_stands_while_nothing_it_signed_changes() -> None:
    care = Care(conversations=(talk(),), confirmations=(signed(RECORD, talk()),))

    assert standing(RECORD, care) is Standing.CONFIRMED


def test_a_later_answer_voids_a_confirmation() -> None:
    care = Care(conversations=(talk(),), confirmations=(signed(RECORD, talk()),))

    assert standing(with_answer(RECORD), care) is Standing.VOID


def test_a_newer_talk_voids_a_confirmation() -> None:
    care = Care(conversations=(talk(), talk(2)), confirmations=(signed(RECORD, talk()),))

    assert standing(RECORD, care) is Standing.VOID


@pytest.mark.parametrize("changed", ["course", "form"])
def test_another_wording_voids_a_confirmation(changed: str) -> None:
    care = Care(conversations=(talk(),), confirmations=(signed(RECORD, talk()),))
    other = RECORD.model_copy(update={"attempt": RECORD.attempt.model_copy(update={changed: "0" * 64})})

    assert standing(other, care) is Standing.VOID


def test_a_talk_that_was_rewritten_behind_the_app_voids_its_confirmation() -> None:
    care = Care(conversations=(talk(words="said something else"),), confirmations=(signed(RECORD, talk()),))

    assert standing(RECORD, care) is Standing.VOID


def test_a_withdrawn_confirmation_stays_in_the_record_with_its_reason() -> None:
    care = Care(conversations=(talk(),), confirmations=(signed(RECORD, talk()),), withdrawals=(withdrawn(),))

    assert standing(RECORD, care) is Standing.WITHDRAWN
    assert care.confirmation == signed(RECORD, talk())
    assert care.withdrawal_of(signed(RECORD, talk())) == withdrawn()


def test_a_new_signature_stands_after_an_older_one_was_withdrawn() -> None:
    both = (signed(RECORD, talk()), signed(RECORD, talk(), number=2))
    care = Care(conversations=(talk(),), confirmations=both, withdrawals=(withdrawn(),))

    assert standing(RECORD, care) is Standing.CONFIRMED


def test_the_digest_of_a_kept_record_never_changes_from_version_to_version() -> None:
    kept = RECORD.model_copy(
        update={
            "attempt": RECORD.attempt.model_copy(update={"course": "c" * 64, "form": "f" * 64}),
            "responses": (Response(turn=turn("clot-one"), choice=RIGHT, sureness=None, at=NOON),),
        }
    )

    assert digest_of(kept, talk()) == "2fac7a7a8fa1070bf5c866017285c455bdeeec0f9190c10202095667ca74d6ae"


@pytest.mark.parametrize("field", ["barriers", "supports", "ways", "methods"])
def test_a_coded_list_is_never_blank(field: str) -> None:
    with pytest.raises(ValidationError):
        Education.model_validate({**TAUGHT.model_dump(), field: ()})


@given(st.lists(st.sampled_from(["answer", "talk", "sign", "withdraw"]), max_size=12))
def test_whatever_comes_in_whatever_order_only_a_matching_digest_stands(steps: list[str]) -> None:
    now, care = RECORD, Care()
    for step in steps:
        if step == "answer":
            now = with_answer(now)
        elif step == "talk":
            more = talk(len(care.conversations) + 1)
            care = care.model_copy(update={"conversations": (*care.conversations, more)})
        elif step == "sign" and care.conversation:
            name = signed(now, care.conversation, number=len(care.confirmations) + 1)
            care = care.model_copy(update={"confirmations": (*care.confirmations, name)})
        elif step == "withdraw" and care.confirmation and not care.withdrawal_of(care.confirmation):
            back = withdrawn(care.confirmation.number)
            care = care.model_copy(update={"withdrawals": (*care.withdrawals, back)})

        last, about = care.confirmation, care.conversation
        matches = last is not None and about is not None and last.digest == digest_of(now, about)
        stands = matches and last is not None and not care.withdrawal_of(last)
        assert (standing(now, care) is Standing.CONFIRMED) == stands
