"""What a nurse typed so far, and whether it is whole."""

import pytest

from quiz_app.domain.confirmation import (
    Barrier,
    Conversation,
    Education,
    Interpreter,
    Learner,
    Method,
    Readiness,
    Support,
    TeachBack,
    Understanding,
    WayToLearn,
)
from quiz_app.domain.typed import Typed, TypedTeachBack, typed_from
from tests.builders import NOON

WHOLE = Typed(
    teach_backs={"clot-one": TypedTeachBack(understanding=Understanding.CLEAR, words="calls 911")},
    learner=Learner.PATIENT,
    readiness=Readiness.WILLING,
    barriers=(Barrier.NONE,),
    supports=(Support.NONE,),
    ways=(WayToLearn.TALKING,),
    methods=(Method.TEACH_BACK,),
    interpreter=Interpreter.NOT_NEEDED,
)


def test_an_empty_page_misses_every_field_in_the_order_of_the_page() -> None:
    assert Typed().missing(["clot-one", "drip-two"]) == (
        "teach-back:clot-one",
        "teach-back:drip-two",
        "learner",
        "readiness",
        "barriers",
        "supports",
        "ways",
        "methods",
        "interpreter",
    )


def test_a_whole_page_misses_nothing() -> None:
    assert WHOLE.missing(["clot-one"]) == ()


def test_words_without_a_result_are_no_teach_back() -> None:
    typed = WHOLE.model_copy(update={"teach_backs": {"clot-one": TypedTeachBack(words="calls 911")}})

    assert typed.missing(["clot-one"]) == ("teach-back:clot-one",)
    assert typed.said_back(["clot-one"]) == ()


def test_none_together_with_something_else_clashes() -> None:
    typed = WHOLE.model_copy(
        update={
            "barriers": (Barrier.NONE, Barrier.SIGHT),
            "supports": (Support.LARGE_PRINT, Support.NONE),
            "ways": (WayToLearn.NONE,),
        }
    )

    assert typed.clashes() == ("barriers", "supports")
    assert WHOLE.clashes() == ()


def test_a_draft_comes_back_as_it_was_typed() -> None:
    for typed in (WHOLE, Typed(), Typed(barriers=(Barrier.WORRY, Barrier.SIGHT))):
        assert Typed.model_validate_json(typed.model_dump_json()) == typed


def test_a_whole_page_becomes_education_and_teach_backs() -> None:
    assert WHOLE.education() == Education(
        learner=Learner.PATIENT,
        readiness=Readiness.WILLING,
        barriers=(Barrier.NONE,),
        supports=(Support.NONE,),
        ways=(WayToLearn.TALKING,),
        methods=(Method.TEACH_BACK,),
        interpreter=Interpreter.NOT_NEEDED,
    )
    assert WHOLE.said_back(["clot-one"]) == (
        TeachBack(item="clot-one", understanding=Understanding.CLEAR, words="calls 911"),
    )


def test_a_page_with_an_empty_field_is_no_education() -> None:
    with pytest.raises(ValueError, match="learner"):
        WHOLE.model_copy(update={"learner": None}).education()


def test_only_points_to_talk_about_are_said_back() -> None:
    assert WHOLE.said_back(["drip-two"]) == ()


def test_a_recorded_talk_is_where_the_next_one_begins() -> None:
    talk = Conversation(
        attempt="a1",
        number=1,
        teach_backs=WHOLE.said_back(["clot-one"]),
        education=WHOLE.education(),
        by="n",
        signer="nora",
        at=NOON,
    )

    assert typed_from(talk) == WHOLE
